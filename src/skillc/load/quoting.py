"""Texts that need quotes and have none: what the author most likely meant, and what to type.

A line is read as its author meant it, not as YAML reads it: in `{path: /books/{id}, method: GET}`, the text of `path`
ends at the comma. This is done only for a line in which something was found.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPENING, _CLOSING = "“”„‟‘’‚‛", "“”‟‘’‛"  # noqa: RUF001 - as word processors write them
# What stands between them has none of them, except an apostrophe.
_TYPOGRAPHIC = re.compile(f"[{_OPENING}][^“”„‟‘‚‛]*[{_CLOSING}]")  # noqa: RUF001 - see above
_MARK = re.compile(f"[{_OPENING}]")
_MARK_FIRST = re.compile(f"(?:[:,\\[{{-][ \t]*|^[ \t]*)[{_OPENING}]", re.MULTILINE)
_BLOCK_KEY = re.compile(r"[ \t]*(?:- +)*(?:(?P<key>[\w$.-]+|\"[^\"]*\"|'[^']*')[ \t]*:(?:[ \t]+|$))?")
_FLOW_KEY = re.compile(r"(?P<key>[\w$.-]+|\"[^\"]*\"|'[^']*')[ \t]*:(?=\s|$|[\[{\"'])[ \t]*")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_NEXT_ENTRY = re.compile(r"[ \t]*(?:$|#|(?:[\w$.-]+|\"[^\"]*\"|'[^']*')[ \t]*:(?:\s|$))")
_BEGINS_TEXT = re.compile(r"(?:\{[\w.-]*\}|\[[^\]\s\"',]*\])[^\s,\]}:]")  # brackets, as in {id}/loans or [a-z]+
_COMMENT_BEHIND = re.compile(r"[ \t]+#.*$")
_REMARK = re.compile(r"[ \t]+#+(?:\s|$).*")
_OPENERS = frozenset("{[")
_LONGEST = 120  # characters of a text that a hint repeats
_HALF = 30


class Meant(NamedTuple):
    """An unquoted text as it is meant: its key ("" in a list), its columns from 0, and the brackets around it."""

    key: str
    text: str
    start: int
    around: str

    @property
    def end(self) -> int:
        """The first column after it."""
        return self.start + len(self.text)


def quoted(text: str) -> str:
    """Return `text` in quotes that it does not hold, without typographic ones; a long one is shortened."""
    plain = text[1:-1] if is_typographic(text) else text
    if len(plain) > _LONGEST:
        plain = f"{plain[:_HALF]} … {plain[-_HALF:]}"
    if '"' not in plain and "\\" not in plain:
        return f'"{plain}"'
    return "'" + plain.replace("'", "''") + "'"


def as_written(key: str, text: str) -> str:
    """Return what to type: the key, if there is one, with the text in quotes."""
    return f"{key}: {quoted(text)}" if key else quoted(text)


def may_be_typographic(text: str) -> bool:
    """Tell whether an unquoted text somewhere in a file may begin with a typographic quote; most files hold none."""
    return bool(_MARK.search(text) and _MARK_FIRST.search(text))


def is_typographic(text: str) -> bool:
    """Tell whether a whole text stands in typographic quotes."""
    return _TYPOGRAPHIC.fullmatch(text) is not None


def meant_texts(line: str, around: str = "") -> Iterator[Meant]:
    """Yield each unquoted text of a line, from left to right; `around` are the brackets that were open before it."""
    if around:
        yield from _Flow(line).entries(0, around)
        return
    head = _BLOCK_KEY.match(line)
    start = head.end() if head else 0
    key = (head["key"] or "") if head else ""
    rest = line[start:].rstrip()
    if rest[:1] in _OPENERS:
        flow = _Flow(line)
        inside = list(flow.entries(start + 1, rest[0]))
        behind = _COMMENT_BEHIND.sub("", line[flow.end :].rstrip())
        yield from [Meant(key, line[start : flow.end] + behind, start, "")] if behind else inside
    elif rest[:1] not in {"", '"', "'", "#", "|", ">"}:
        yield Meant(key, _COMMENT_BEHIND.sub("", rest), start, "")
    elif rest.startswith("#") and key and not rest.startswith("# "):
        yield Meant(key, rest, start, "")


def text_from(line: str, start: int) -> str:
    """Return the unquoted text of an entry in braces that begins at `start`; empty when another value does."""
    return next((text.text for text in _Flow(line).entries(start, "{") if text.start == start), "")


def _without_remark(text: str) -> str:
    """Return one word without the comment behind it; that behind several words may be a part of the text."""
    word = _REMARK.sub("", text)
    return text if re.search(r"[\s{}\[\]]", word) or text[-1:] in "]}" else word


class _Flow:
    """Reads what stands between brackets on one line; `end` is where reading stopped."""

    def __init__(self, line: str) -> None:
        self._line = line
        self.end = 0

    def entries(self, start: int, around: str) -> Iterator[Meant]:
        """Yield each unquoted text from `start` up to the bracket that closes `around`."""
        place, key = start, ""
        while place < len(self._line):
            character = self._line[place]
            if character in "]}":
                place += 1
                break
            if character in " \t,":
                key = key if character != "," else ""
                place += 1
            elif not key and around == "{" and (found := _FLOW_KEY.match(self._line, place)):
                key, place = found["key"], found.end()
            elif character in _OPENERS and not _BEGINS_TEXT.match(self._line, place):
                yield from self.entries(place + 1, character)
                place, key = self.end, ""
            elif found := _QUOTED.match(self._line, place):
                place = found.end()
            else:
                end = self._end_of_text(place, around)
                yield Meant(key, _without_remark(self._line[place:end].rstrip()), place, around)
                place, key = max(end, place + 1), ""
        self.end = place

    def _end_of_text(self, start: int, around: str) -> int:
        depth = 0
        for place in range(start, len(self._line)):
            character = self._line[place]
            if character in "[{":
                depth += 1
            elif character in "]}":
                if depth == 0:
                    return place
                depth -= 1
            elif character == "," and not depth and (around == "[" or _NEXT_ENTRY.match(self._line, place + 1)):
                return place
        return len(self._line)
