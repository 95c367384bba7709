"""Read a text that has no faults, without remembering places.

Places are needed only for findings, and cost more time than reading. A text with anything unusual is left to
`skillc.load.builder`, which reads it again and reports what is wrong and where.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yaml import AliasEvent, DocumentStartEvent, MappingEndEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from skillc.load.builder import INVISIBLE, KEY_LIMIT
from skillc.load.scalars import Ambiguous, resolve
from skillc.load.syntax import DEPTH_LIMIT

if TYPE_CHECKING:
    from collections.abc import Callable


class DoubtError(Exception):
    """The text may have a fault."""


def plain_data(next_event: Callable[[], Any]) -> Any:
    """Return the data of the one document that the events of a whole text describe.

    Raise `DoubtError` or a `YAMLError` otherwise.
    """
    next_event()  # the start of the stream
    next_event()  # and of the document
    first = next_event()
    if first is None:  # nothing but comments
        raise DoubtError
    data = _value(first, next_event, 0)
    next_event()  # the end of the document
    if isinstance(next_event(), DocumentStartEvent):
        raise DoubtError
    return data


# Classes of events are compared, not tested with isinstance, and little is called: this loop is most of what reading
# costs.
def _value(event: Any, next_event: Callable[[], Any], depth: int) -> Any:
    kind = type(event)
    if kind is AliasEvent or event.anchor is not None or event.tag is not None or depth > DEPTH_LIMIT:
        raise DoubtError
    if kind is ScalarEvent:
        text, style = event.value, event.style
        return _text(text, style) if style else _word(text)
    if kind is SequenceStartEvent:
        items: list[Any] = []
        while type(event := next_event()) is not SequenceEndEvent:
            items.append(_value(event, next_event, depth + 1))
        return items
    mapping: dict[str, Any] = {}
    while type(event := next_event()) is not MappingEndEvent:
        if type(event) is not ScalarEvent or event.anchor is not None or event.tag is not None:
            raise DoubtError
        text, style = event.value, event.style
        key = _text(text, style) if style else _word(text)
        if type(key) is not str or key in mapping or len(key) > KEY_LIMIT:
            raise DoubtError
        mapping[key] = _value(next_event(), next_event, depth + 1)
    return mapping


def _text(text: str, style: str) -> str:
    if style == '"' and INVISIBLE.search(text):  # only an escape puts there what the file does not hold
        raise DoubtError
    return text


def _word(text: str) -> Any:
    if not text:  # an entry in braces without a colon, or a value that is missing
        raise DoubtError
    value = resolve(text)
    if type(value) is Ambiguous:
        raise DoubtError
    return value
