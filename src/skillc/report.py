"""Diagnostics as text: the place, the line, a caret and a hint."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from skillc.diagnostic import Severity
from skillc.load.document import LINE_BREAK

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from skillc.diagnostic import Diagnostic

LONGEST_LINE = 140
_INDENT = "    "
_CONTROL_PICTURES = {code: 0x2400 + code for code in range(0x20) if chr(code) != "\t"} | {0x7F: 0x2421}


def report(diagnostics: Sequence[Diagnostic], texts: Mapping[str, str], prefix: str = "") -> str:
    """Return all `diagnostics` as text, ending with a line that counts them.

    `texts` are the sources by the file names in the diagnostics; `prefix` is put before each name, to be clicked.
    """
    lines = {name: LINE_BREAK.split(text) for name, text in texts.items()}
    blocks = [_block(diagnostic, lines.get(diagnostic.file, []), prefix) for diagnostic in diagnostics]
    return "\n".join([*blocks, summary(diagnostics)]) + "\n"


def summary(diagnostics: Sequence[Diagnostic]) -> str:
    """Return the line that counts the errors and warnings."""
    found = Counter(diagnostic.severity for diagnostic in diagnostics)
    counts = [counted(found[severity], severity.value) for severity in Severity if found[severity]]
    files = len({diagnostic.file for diagnostic in diagnostics})
    return f"{' and '.join(counts)} in {counted(files, 'file')}" if counts else "no problems"


def counted(number: int, noun: str) -> str:
    """Return `1 error`, `2 errors`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _block(diagnostic: Diagnostic, lines: Sequence[str], prefix: str) -> str:
    span = diagnostic.span
    kind = "warning: " if diagnostic.severity is Severity.WARNING else ""
    parts = [f"{prefix}{diagnostic.file}:{span.line}:{span.column} {diagnostic.code} {kind}{diagnostic.message}"]
    line = lines[span.line - 1] if span.line <= len(lines) else ""
    if line.strip():
        parts += _excerpt(line, span.column - 1, span.end_column - 1)
    if diagnostic.hint:
        parts.append(f"{_INDENT}hint: {diagnostic.hint}")
    return "\n".join([*parts, ""])


def _excerpt(line: str, start: int, end: int) -> list[str]:
    """Return the part of `line` around columns `start` to `end` (from 0), and the carets under it."""
    first = max(0, start - LONGEST_LINE // 2) if len(line) > LONGEST_LINE else 0
    shown = line[first : first + LONGEST_LINE]
    before, marked = shown[: start - first], shown[start - first : end - first]
    carets = "^" * max(1, sum(map(_width, marked)))
    padding = "".join("\t" if character == "\t" else " " * _width(character) for character in before)
    left, right = ("…" if first else ""), ("…" if first + LONGEST_LINE < len(line) else "")
    return [f"{_INDENT}{left}{_visible(shown)}{right}".rstrip(), f"{_INDENT}{' ' * len(left)}{padding}{carets}"]


def _visible(text: str) -> str:
    """Return `text` with what a terminal would obey or hide replaced by something seen."""
    return "".join("\ufffd" if _is_hidden(character) else character for character in text.translate(_CONTROL_PICTURES))


def _is_hidden(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cf"} and character not in "\t\u200d"


def _width(character: str) -> int:
    """Return how many columns of a terminal `character` takes."""
    if unicodedata.combining(character) or character in "\u200d\ufe0f":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
