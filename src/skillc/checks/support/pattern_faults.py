"""Where a `pattern` is at fault, and what to write there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from skillc.shared import compiled_pattern, is_quantifier, pattern_pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

_RANGE = re.compile(r"(?<!\\)([^\\\[\]])-([^\\\[\]])")
_LIMITS = re.compile(r"\{([0-9]+),([0-9]+)\}")
_NAME = re.compile(r"\(\?<([A-Za-z_]\w*)>")
_OPENERS_WITHOUT_GROUP = ("(?:", "(?=", "(?!", "(?<=", "(?<!")
_NOTHING_TO_REPEAT = frozenset({"", "^", "(", "|", *_OPENERS_WITHOUT_GROUP})


class PatternFault(NamedTuple):
    """What is wrong with `text`, which stands at `start` of a pattern, and what to write."""

    start: int
    text: str
    message: str
    hint: str


def pattern_fault(pattern: str) -> PatternFault | None:
    """Return the first fault of a pattern that can be named; None when there is none of these."""
    if compiled_pattern(pattern) is not None:
        return None
    return min(_faults(pattern), key=lambda fault: fault.start, default=None)


def _faults(pattern: str) -> Iterator[PatternFault]:
    start, before = 0, ""
    open_groups: list[tuple[int, str]] = []
    groups: list[str] = []
    for piece, _ in pattern_pieces(pattern):
        if not piece:
            yield _unreadable(start, pattern[start:])
            break
        if piece.startswith("("):
            open_groups.append((start, piece))
            if piece not in _OPENERS_WITHOUT_GROUP:
                groups.append(piece)
        elif piece == ")" and not open_groups:
            yield PatternFault(start, piece, "this ) closes nothing", r"remove it, or write \) for the character")
        elif piece == ")":
            open_groups.pop()
        yield from _faults_of_piece(start, piece, before, groups)
        start, before = start + len(piece), piece
    else:
        for place, opener in open_groups[:1]:
            yield PatternFault(place, opener, "this group is not closed", r"add ), or write \( for the character")


def _faults_of_piece(start: int, piece: str, before: str, groups: list[str]) -> Iterator[PatternFault]:
    """Yield what is wrong with one piece; `groups` are those that begin before it or with it."""
    if is_quantifier(piece) and is_quantifier(before):
        yield PatternFault(start, piece, f"{before} is repeated already", f"remove {piece}")
    elif is_quantifier(piece) and before in _NOTHING_TO_REPEAT:
        yield PatternFault(start, piece, f"{piece} has nothing to repeat", f"remove it, or write \\{piece[0]}")
    limits = _LIMITS.match(piece)
    if limits and int(limits[1]) > int(limits[2]):
        hint = f"write {{{limits[2]},{limits[1]}}}"
        yield PatternFault(start, piece, "the least number is greater than the most", hint)
    for found in _RANGE.finditer(piece) if piece.startswith("[") else ():
        if found[1] > found[2]:
            message, hint = "this range ends before it begins", f"write {found[2]}-{found[1]}"
            yield PatternFault(start + found.start(), found[0], message, hint)
    name = _NAME.match(piece)
    if name and groups.count(piece) > 1:
        yield PatternFault(start, piece, f"a group is called {name[1]} already", "give it another name")
    if piece.startswith(r"\k<") and f"(?<{piece[3:-1]}>" not in groups:
        yield PatternFault(start, piece, f"no group before it is called {piece[3:-1]}", "correct the name")
    if re.fullmatch(r"\\[1-9][0-9]?", piece) and int(piece[1:]) > len(groups):
        yield PatternFault(start, piece, f"there is no group {piece[1:]} before it", "correct the number")


def _unreadable(start: int, rest: str) -> PatternFault:
    """Return the fault of what begins no piece."""
    if rest.startswith("["):
        inside = rest.removeprefix("[").removeprefix("^")
        closed = re.match(r"(?:\\.|[^\]\\])*\]", inside)
        if not closed:
            return PatternFault(
                start, rest, "this class is not closed", f"add ] behind its last character: {rest[:20]}]"
            )
        return PatternFault(
            start,
            rest[: len(rest) - len(inside) + closed.end()],
            "this class has an escape that no class knows",
            "remove the backslash",
        )
    if rest.startswith("\\"):
        text = rest[:2]
        if text[1:].isdigit():
            message, hint = "octal escapes are not supported", r"write \x and two hexadecimal digits"
            return PatternFault(start, text, message, hint)
        if text[1:].isspace():
            return PatternFault(start, text, "a blank needs no backslash", "write the blank alone")
        if text == "\\":
            return PatternFault(
                start, text, "a backslash stands at the end", r"remove it, or write \\ for the character"
            )
        return PatternFault(
            start,
            text,
            f"the escape {text} is unknown",
            f"write {text[1]}, or \\\\{text[1]} for a backslash and {text[1]}",
        )
    if rest.startswith("(?"):
        text = rest[:3]
        return PatternFault(start, text, f"a group cannot begin with {text}", "write (?:…) for a group, or (…)")
    return PatternFault(start, rest[:1], f"{rest[:1]} cannot stand here", f"remove it, or write \\{rest[:1]}")
