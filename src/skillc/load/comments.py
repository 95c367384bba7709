"""A comment behind an unquoted text: most often a part of the text that begins with `#`, and is lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Sequence

    import yaml
    from yaml.error import Mark

    from skillc.diagnostic import Pointer

MAY_CUT = re.compile("\\S[ \t]+#|[\n\r\x85\u2028\u2029][ \t]+#+[^\\s#]")
_COMMENT = re.compile(r"[ \t]+(#.*)")
_PLAIN_COMMENT = re.compile(r"#+(?:\s|$)")
_WAIVER = re.compile(r"#+\s*skillc:")  # see skillc.checks.support.waivers
_ONE_WORD = re.compile(r"[\w.:/@+-]+")
_PROSE = frozenset(
    {"ask", "author", "description", "facts", "intro", "notes", "remedy", "says", "summary", "text", "title", "warning"}
)
_LONGEST_HINT = 60


def cut_off(event: yaml.ScalarEvent, pointer: Pointer, lines: Sequence[str]) -> str:
    """Return the comment that may be a part of the unquoted scalar.

    Empty where it is plainly a remark about one word or a number.
    """
    mark = cast("Mark", event.end_mark)
    line = lines[mark.line] if mark.line < len(lines) else ""
    found = _COMMENT.match(line, mark.column) or _below(event, pointer, lines)
    if not found or _WAIVER.match(found[1]):
        return ""
    is_remark = (
        _PLAIN_COMMENT.match(found[1])
        and (not event.value or _ONE_WORD.fullmatch(event.value))
        and not _is_prose(pointer)
    )
    return "" if is_remark else found[1].rstrip()


def cut_hint(text: str, comment: str) -> str:
    """Return what to type instead."""
    whole = f"{text} {comment}".strip()
    if len(whole) > _LONGEST_HINT or comment.endswith(("}", "]")) or '"' in whole or "\\" in whole:
        return "quote the whole text, or put the comment on a line of its own"
    return f'write "{whole}", or put the comment on a line of its own'


def _below(event: yaml.ScalarEvent, pointer: Pointer, lines: Sequence[str]) -> re.Match[str] | None:
    """Return the comment in the line below a text of several words, where it is indented like more of the text."""
    start, end = cast("Mark", event.start_mark), cast("Mark", event.end_mark)
    if max(start.line, end.line) >= len(lines):  # of an empty scalar before `---`, or at the end of the file
        return None
    below = lines[end.line + 1] if end.line + 1 < len(lines) and not lines[end.line][end.column :].strip() else ""
    in_list = bool(pointer) and isinstance(pointer[-1], int)
    column = len(lines[start.line]) - len(lines[start.line].lstrip(" " if in_list else " -"))
    found = _COMMENT.match(below)
    goes_on = found and len(below) - len(below.lstrip()) > column and not _PLAIN_COMMENT.match(found[1])
    return found if goes_on and " " in event.value else None


def _is_prose(pointer: Pointer) -> bool:
    return next((step for step in reversed(pointer) if isinstance(step, str)), "") in _PROSE
