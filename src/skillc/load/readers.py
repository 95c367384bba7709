"""What only some readers of YAML take: libyaml, PyYAML's own reader and those of editors do not agree on everything."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, cast

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yaml.error import Mark

# Reading twice is slow, so it is done only where readers are known to differ: "?" in a list or mapping on one line,
# tabs, comments without a space before them, a lone dash in a list on one line.
_HAZARD = re.compile(r"\t|(?<![\s\[{,:])[\"']#|[\]}\[{,]#|[|>][-+0-9]*#|[\[{,:]\s*-\s*[,}\]]")
_QUOTED_OR_QUESTION = re.compile(r"[:,\[{-]\s*(?:\"[^\"\n]*\"|'[^'\n]*')|(\?)")
_NO_SPACE = ("some YAML readers take no comment here: there is no space before its #", "put a space before #")
_CLOSERS = (yaml.SequenceEndEvent, yaml.MappingEndEvent)


class Difference(NamedTuple):
    """Where readers differ, the event there, what one of them says, and what to type."""

    event: yaml.Event
    message: str
    hint: str


def may_differ(text: str) -> bool:
    """Tell whether readers may differ about a text; most often, they do not."""
    if _HAZARD.search(text):
        return True
    return "?" in text and any(found[1] for found in _QUOTED_OR_QUESTION.finditer(text))


def difference(text: str, lines: Sequence[str], loader: type) -> Difference | None:
    """Return where another reader stops, or reads otherwise, in the first document, which `loader` can read."""
    ours = list(_events(text, loader))
    return _strict(ours, lines) or _second_reading(text, ours, lines)


def _strict(events: Sequence[yaml.Event], lines: Sequence[str]) -> Difference | None:
    """Return the first place at which a strict reader of YAML 1.2 stops and libyaml does not."""
    depth = 0
    for event in events:
        if isinstance(event, yaml.CollectionStartEvent):
            depth += bool(event.flow_style) or bool(depth)
        elif isinstance(event, _CLOSERS):
            depth -= bool(depth)
        if isinstance(event, yaml.ScalarEvent) and not event.style and event.value == "-" and depth:
            return Difference(event, "some YAML readers take no lone dash in [ ] or { }", 'write "-"')
        end = cast("Mark", event.end_mark)
        closes = isinstance(event, _CLOSERS) or (isinstance(event, yaml.ScalarEvent) and event.style in ("'", '"'))
        if closes and end.column and lines[end.line][end.column : end.column + 1] == "#":
            return Difference(event, *_NO_SPACE)
    return None


def _second_reading(text: str, ours: Sequence[yaml.Event], lines: Sequence[str]) -> Difference | None:
    """Return the first place at which PyYAML's own reader stops, or reads something else."""
    latest = ours[0]
    others = yaml.parse(text, yaml.SafeLoader)
    try:
        for mine, other in zip(ours, others, strict=False):
            if _said(mine) != _said(other):
                return _difference(mine, next((mark for mark in "?\t" if mark in getattr(mine, "value", "")), ""))
            latest = mine
        next(others, None)  # the end, or what comes instead
    except yaml.YAMLError as error:
        at = ours[min(ours.index(latest) + 1, len(ours) - 1)]
        mark = getattr(error, "problem_mark", None)
        character = (
            lines[mark.line][mark.column : mark.column + 1] if mark is not None and mark.line < len(lines) else ""
        )
        return _difference(at, character)
    return None


def _difference(event: yaml.Event, character: str) -> Difference:
    """Return the difference at a character; an empty one stands for anything else."""
    if character == "\t":
        return Difference(
            event, "some YAML readers stop at the tab here", "write spaces instead of the tab, or quote the text"
        )
    if character == "#":
        return Difference(event, *_NO_SPACE)
    where = f'stop at the "{character}" here' if character.strip() else "read this differently"
    return Difference(event, f"some YAML readers, such as PyYAML's own, {where}", "quote the text")


def _events(text: str, loader: type) -> Iterator[yaml.Event]:
    """Yield the events of the first document."""
    for event in yaml.parse(text, loader):
        yield event
        if isinstance(event, yaml.DocumentEndEvent):
            return


def _said(event: yaml.Event) -> tuple[object, ...]:
    return type(event), getattr(event, "value", None), getattr(event, "anchor", None)
