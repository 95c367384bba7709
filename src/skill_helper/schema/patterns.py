# skillc copies this file into each skill; change it in src/skill_helper, not there
r"""The keyword `pattern`: an ECMAScript regular expression, run by Python's `re`.

What both languages write alike but mean differently is translated:

* `$` is the very end of the text, never before a last line break; `.` stops at all four line terminators;
* `\d`, `\w`, `\b` know ASCII only; `\s` knows all white space, the byte order mark included;
* `\cX`, `\u{X}`, surrogate pairs, `(?<name>`, `\k<name>`, `[]`, `[^]` and lone braces are rewritten.

What Python cannot run, or would run as something else, has no translation: `\p{...}`, `\A`, `\Z`, `(?i)`, `(?#`,
possessive quantifiers, lookbehind of varying width. Known and kept: inside a class `\S` lets through white space beyond
ASCII, and a reference to a group that took no part fails instead of matching nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

WHITE_SPACE_CLASS = r"\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
LINE_TERMINATOR_CLASS = r"\n\r\u2028\u2029"
LONGEST_PATTERN = 1000
MOST_VARYING = 200
MOST_STEPS = 10_000
UNAFFORDABLE = 10**9
PATTERN_PIECE = (
    r"\\u[Dd][89ABab][0-9A-Fa-f]{2}\\u[Dd][C-Fc-f][0-9A-Fa-f]{2}|\\u\{[0-9A-Fa-f]{1,6}\}|\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2}"
    r"|\\c[A-Za-z]|\\k<\w+>|\\[1-9][0-9]?|\\0(?![0-9])|\\[dDwWsSbBfnrtv]|\\[^\w\s]"
    r"|\(\?(?:[:=!]|<[=!]|<[A-Za-z_]\w*>)|(?:[*+?]|\{[0-9]+(?:,[0-9]*)?\})\??|\((?!\?)|[^\\(*+?]"
)
OUTSIDE_CLASS = {
    "$": r"\Z",
    ".": f"[^{LINE_TERMINATOR_CLASS}]",
    r"\s": f"[{WHITE_SPACE_CLASS}]",
    r"\S": f"[^{WHITE_SPACE_CLASS}]",
    "{": r"\{",
    "}": r"\}",
    "]": r"\]",
}
INSIDE_CLASS = {r"\s": WHITE_SPACE_CLASS, r"\b": r"\x08", "[": r"\[", "&": r"\&", "~": r"\~", "|": r"\|", "-": "-"}


@lru_cache(maxsize=256)
def compiled_pattern(pattern: str) -> re.Pattern[str] | None:
    """Return `pattern` compiled for `search`, or None when Python cannot run it as ECMAScript would."""
    translated = translated_pattern(pattern)
    if translated is None:
        return None
    try:
        return re.compile(translated, re.ASCII)
    except (re.error, OverflowError, RecursionError, ValueError):
        return None


def translated_pattern(pattern: str) -> str | None:
    """Return the Python expression for an ECMAScript one, or None when there is none."""
    parts: list[str] = []
    previous_is_quantifier = False
    for piece, part in pattern_pieces(pattern):
        if not piece or (is_quantifier(piece) and previous_is_quantifier):
            return None
        parts.append(part)
        previous_is_quantifier = is_quantifier(piece)
    return "".join(parts)


def pattern_pieces(pattern: str) -> Iterator[tuple[str, str]]:
    """Yield each piece of a pattern (a whole class is one) with its translation.

    At last two empty strings where no piece begins.
    """
    while pattern:
        piece, part = leading_class(pattern) if pattern[0] == "[" else leading_piece(pattern)
        yield piece, part
        pattern = pattern[len(piece) :] if piece else ""


def is_quantifier(piece: str) -> bool:
    """Whether a piece says how often the one before it is repeated."""
    return piece[:1] in ("*", "+", "?") or (piece[:1] == "{" and len(piece) > 1)


def leading_piece(text: str) -> tuple[str, str]:
    """Return the first piece of `text` outside a class with its translation; two empty strings when it has none."""
    match = re.match(PATTERN_PIECE, text, re.DOTALL | re.ASCII)
    piece = match[0] if match else ""
    if piece.startswith("(?<") and piece[-1] == ">":
        return piece, "(?P" + piece[2:]
    if piece.startswith(r"\k"):
        return piece, f"(?P={piece[3:-1]})"
    return piece, OUTSIDE_CLASS.get(piece) or translated_escape(piece)


def leading_class(text: str) -> tuple[str, str]:
    """Return the class such as [a-z] at the start of `text` with its translation.

    Two empty strings when it never ends.
    """
    for empty, meaning in (("[]", "(?!)"), ("[^]", r"[\s\S]")):
        if text.startswith(empty):
            return empty, meaning
    match = re.match(r"\[\^?((?:\\.|[^\]\\])*)\]", text, re.DOTALL)
    if not match:
        return "", ""
    parts = ["[^" if text[1] == "^" else "["]
    rest = match[1]
    while rest:
        found = re.match(PATTERN_PIECE, rest, re.DOTALL | re.ASCII)
        piece = found[0] if found and rest[0] == "\\" else rest[0]
        if piece == "\\" or re.match(r"\\[Bk1-9]", piece):
            return "", ""
        parts.append(INSIDE_CLASS.get(piece) or translated_escape(piece))
        rest = rest[len(piece) :]
    return match[0], "".join(parts) + "]"


def translated_escape(piece: str) -> str:
    r"""Return an escape that names one character as Python writes it; any other piece as it is."""
    if piece.startswith(r"\c"):
        return f"\\x{ord(piece[2]) % 32:02x}"
    if piece.startswith(r"\u{"):
        return f"\\U{piece[3:-1]:0>8}"
    if len(piece) == len(r"\ud83d\udc32") and piece.startswith(r"\u"):
        code = 0x10000 + (int(piece[2:6], 16) - 0xD800) * 0x400 + int(piece[8:], 16) - 0xDC00
        return f"\\U{code:08x}"
    return r"\x00" if piece == r"\0" else piece
