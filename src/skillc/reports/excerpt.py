"""The line of a finding with carets under the place, for a terminal."""

from __future__ import annotations

import unicodedata

_LONGEST_LINE = 140
_CONTROL_PICTURES = {code: 0x2400 + code for code in range(0x20) if chr(code) != "\t"} | {0x7F: 0x2421}


def excerpt(line: str, start: int, end: int) -> tuple[str, str]:
    """Return the part of `line` around columns `start` to `end` (from 0), and the carets under them."""
    line = visible(line)
    first, last = _window(line, start)
    left, right = ("…" if first else ""), ("…" if last < len(line) else "")
    before, marked = line[first:start], line[start : min(end, last)]
    padding = "\t".join(" " * cells(part) for part in before.split("\t"))
    carets = "^" * max(1, cells(marked.replace("\t", " ")))
    return f"{left}{line[first:last]}{right}".rstrip(), f"{' ' * len(left)}{padding}{carets}"


def visible(text: str) -> str:
    """Return `text` with a visible character in place of each one that a terminal would obey or hide."""
    if text.isascii() and text.isprintable():
        return text
    return "".join("\ufffd" if _is_hidden(character) else character for character in text.translate(_CONTROL_PICTURES))


def cells(text: str) -> int:
    """Return how many columns of a terminal `text` takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len  # noqa: PLC0415 - comes with typer; slow to load, and needed for few lines

    return cell_len(text)


def _window(line: str, start: int) -> tuple[int, int]:
    """Return which part of `line` is shown: all of it, or `LONGEST_LINE` columns with `start` in their middle."""
    if len(line) <= 2 * _LONGEST_LINE and cells(line) <= _LONGEST_LINE:
        return 0, len(line)
    first = max(0, start - _LONGEST_LINE)
    while cells(line[first:start]) > _LONGEST_LINE // 2 or (first < start and not cells(line[first])):
        first += 1
    last = min(len(line), first + 2 * _LONGEST_LINE)
    while cells(line[first:last]) > _LONGEST_LINE:
        last -= 1
    return first, last


def _is_hidden(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cf"} and character not in "\t\u200d"
