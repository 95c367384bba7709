"""Which line a wrongly indented line should line up with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_KEY = re.compile(r"[ ]*(?:- +)*(?P<name>[^\s:#][^:#]*?)[ \t]*:(?:\s|$)")
_ITEM = re.compile(r"[ ]*- +(?=\S)")
_LONGEST = 30


class _Level(NamedTuple):
    """The indentation of a block that is open, and a line of it, both counted from 0."""

    spaces: int
    line: int
    is_item: bool


def indentation(line: str) -> int:
    """Return the number of spaces at the beginning of a line."""
    return len(line) - len(line.lstrip(" "))


def misfit(lines: Sequence[str], number: int) -> tuple[str, str] | None:
    """Return what is wrong with the indentation of line `number`, counted from 0, and what to type; None if nothing.

    Where an earlier line ended the block too soon, that line may be the one to move.
    """
    found, levels = indentation(lines[number]), list(_open_levels(lines, number))
    item = next((level for level in levels if level.is_item and level.spaces == found), None)
    if item and not _ITEM.match(lines[number]):
        message = f'this line stands in the list of line {item.line + 1} and does not begin with "- "'
        return message, f'write "- " before it, or indent it by {_spaces(found + 2)}, as a part of the item'
    if not levels or any(level.spaces == found for level in levels):
        return None
    is_item = _ITEM.match(lines[number]) is not None
    likely = [level for level in levels if level.is_item == is_item] or levels
    nearest, *others = sorted(likely, key=lambda level: (abs(level.spaces - found), -level.spaces))
    like = _place(lines, nearest.line)
    message = f"this line begins with {_spaces(found)}; {nearest.spaces} are expected, like {like}"
    hint = f"indent it by {_spaces(nearest.spaces)}, to line up with {like}"
    if others and abs(others[0].spaces - found) == abs(nearest.spaces - found):
        hint += f", or by {others[0].spaces}, like {_place(lines, others[0].line)}"
    elif (early := _ended_too_soon(lines, number)) is not None:
        hint += f"; or indent {_place(lines, early)} by {_spaces(found)}, if both belong together"
    return message, hint


def _open_levels(lines: Sequence[str], number: int) -> Iterator[_Level]:
    """Yield the indentations that line `number` may have, the innermost first."""
    lowest: int | None = None
    for line in range(number - 1, -1, -1):
        text, spaces = lines[line], indentation(lines[line])
        if not _says_something(text) or (lowest is not None and spaces >= lowest):
            continue
        item = _ITEM.match(text)
        if item and (lowest is None or item.end() < lowest):
            yield _Level(item.end(), line, is_item=False)
        yield _Level(spaces, line, is_item=bool(item))
        lowest = spaces
        if spaces == 0:
            return


def _ended_too_soon(lines: Sequence[str], number: int) -> int | None:
    """Return the line that may have ended the block of line `number`: one with fewer spaces, below which nothing is."""
    found = indentation(lines[number])
    before = (line for line in range(number - 1, -1, -1) if _says_something(lines[line]))
    early = next((line for line in before if indentation(lines[line]) < found), None)
    had_block = any(indentation(lines[line]) == found for line in before)
    return early if early is not None and had_block and not lines[early].rstrip().endswith(":") else None


def _says_something(text: str) -> bool:
    return bool(text.strip()) and not text.lstrip().startswith("#")


def _place(lines: Sequence[str], line: int) -> str:
    """Return what to call a line: its key, or its beginning, and its number."""
    text = lines[line].strip()
    found = _KEY.match(lines[line])
    name = found["name"] if found else f'"{text}"' if len(text) <= _LONGEST else f'"{text[:_LONGEST]}…"'
    return f"{name} in line {line + 1}"


def _spaces(number: int) -> str:
    return f"{number} space" if number == 1 else f"{number} spaces"
