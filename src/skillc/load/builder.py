"""From YAML events to plain data with places. What a descriptor may not use is refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

import yaml

from skillc.diagnostic import Diagnostic, Pointer, Related, Severity, Span
from skillc.load.codes import LoadCode
from skillc.load.comments import cut_hint, cut_off
from skillc.load.quoting import as_written, is_typographic, quoted, text_from
from skillc.load.scalars import Ambiguous, resolve
from skillc.load.slips import TYPOGRAPHIC
from skillc.load.syntax import DEPTH_LIMIT, TOO_DEEP, LatestText

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from yaml.error import Mark

KEY_LIMIT = 1024  # characters: what YAML itself allows for a key before its colon
_FINDINGS_LIMIT = 100  # in one file; more of them usually have one cause
_LONGEST_QUOTE = 60  # characters of the text that a message repeats
_WRITE_OUT = "repeat the value; to share a schema, use $ref"
_COLON, _REST_IS_BLANK = re.compile(r"[ \t]*:"), re.compile(r"[ \t]*$")
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)


class ExcessError(Exception):
    """The text exceeds a limit that no descriptor needs, so the rest is not read; the message names the limit."""

    def __init__(self, message: str, span: Span, hint: str) -> None:
        """Remember the place and what to type."""
        super().__init__(message)
        self.span = span
        self.hint = hint


class Builder:
    """Builds one document and collects its findings; `build` is called once."""

    def __init__(self, path: str, lines: Sequence[str], next_event: Callable[[], yaml.Event]) -> None:
        """Build from the events of `next_event`, of which the start of the document was the last.

        `lines` is the text of `path`.
        """
        self.value_spans: dict[Pointer, Span] = {}
        self.key_spans: dict[Pointer, Span] = {}
        self.broken: set[Pointer] = set()
        self.diagnostics: list[Diagnostic] = []
        self._anchors: dict[str, Span] = {}
        self._latest: yaml.ScalarEvent | None = None
        self.path = path
        self._lines = lines
        self._next = next_event

    def build(self) -> Any:
        """Return the data of the document whose start event was just read."""
        return self._node(self._next(), ())

    def report(self, code: LoadCode, event: yaml.Event, pointer: Pointer, message: str, hint: str) -> None:
        """Add an error at the place of `event`."""
        if len(self.diagnostics) == _FINDINGS_LIMIT:
            raise ExcessError(
                f"the file has more than {_FINDINGS_LIMIT} findings", self.span_of(event), "fix the first ones"
            )
        self.diagnostics.append(
            Diagnostic(code.value, Severity.ERROR, message, self.path, self.span_of(event), pointer, hint)
        )

    def _see(self, message: str, span: Span) -> None:
        """Add to the latest finding another place that it is about."""
        self.diagnostics[-1] = self.diagnostics[-1].see(Related(message, self.path, span))

    def span_of(self, event: yaml.Event) -> Span:
        """Return the place of `event`, up to the end of its first line."""
        start, end = cast("Mark", event.start_mark), cast("Mark", event.end_mark)
        last = end.column if end.line == start.line else len(self._lines[start.line])
        return Span(start.line + 1, start.column + 1, max(last, start.column) + 1)

    @property
    def latest(self) -> LatestText | None:
        """The text read last, in which a syntax error often began."""
        if self._latest is None:
            return None
        return LatestText(
            self._latest.style or "", self.span_of(self._latest), cast("Mark", self._latest.end_mark).line + 1
        )

    def _node(self, event: yaml.Event, pointer: Pointer) -> Any:
        self.value_spans[pointer] = self.span_of(event)
        self._limit_depth(len(pointer), event)
        self._refuse_extras(event, pointer)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(pointer, in_braces=bool(event.flow_style))
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(pointer)
        return self._scalar(event, pointer) if isinstance(event, yaml.ScalarEvent) else None

    def _refuse_extras(self, event: yaml.Event, pointer: Pointer) -> None:
        anchor, tag = getattr(event, "anchor", None) or "", getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            self.broken.add(pointer)
            self.report(LoadCode.SHARED, event, pointer, f"an alias (*{_short(anchor)}) is not allowed", _WRITE_OUT)
            if anchor in self._anchors:
                self._see("the anchor", self._anchors[anchor])
        elif anchor:
            self._anchors[anchor] = self.span_of(event)
            self.report(LoadCode.SHARED, event, pointer, f"an anchor (&{_short(anchor)}) is not allowed", _WRITE_OUT)
        if tag:
            self.broken.add(pointer)
            name = _short(tag.replace("tag:yaml.org,2002:", "!!"))
            self.report(
                LoadCode.TAG,
                event,
                pointer,
                f"a tag ({name}) is not allowed",
                "remove the tag; quote the value if it is text",
            )

    def _refuse_invisible(self, event: yaml.ScalarEvent, pointer: Pointer) -> None:
        if hidden := INVISIBLE.search(event.value):
            message = f"the text contains the invisible character U+{ord(hidden[0]):04X}"
            self.report(LoadCode.CONTROL, event, pointer, message, "remove it")

    def _mapping(self, pointer: Pointer, *, in_braces: bool) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            place = self.span_of(event)
            if in_braces and self._has_no_colon(event):
                self._refuse_entry(cast("yaml.ScalarEvent", event), pointer, next(reversed(mapping), ""))
                self._next()
                continue
            key = self._key(event, pointer)
            here = (*pointer, key)
            if key in mapping:
                first = self.key_spans[here]
                self.report(
                    LoadCode.DUPLICATE_KEY,
                    event,
                    here,
                    f'key "{key}" is already used in line {first.line}',
                    "remove one of the two",
                )
                self._see("the other key", first)
                self._skip(self._next(), len(here))
                continue
            self.key_spans[here] = place
            mapping[key] = self._node(self._next(), here)
        return mapping

    def _sequence(self, pointer: Pointer) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._node(event, (*pointer, len(items))))
        return items

    def _scalar(self, event: yaml.ScalarEvent, pointer: Pointer) -> Any:
        self._latest = event
        self._refuse_invisible(event, pointer)
        if event.style or event.tag:
            return event.value
        if comment := cut_off(event, pointer, self._lines):
            self.broken.add(pointer)
            message = f"the text ends here: {_short(comment)} is a comment"
            self.report(LoadCode.CUT_OFF, event, pointer, message, cut_hint(event.value, comment))
            return event.value
        if is_typographic(event.value):
            self._refuse_quotes(event, pointer)
            return event.value
        value = resolve(event.value)
        if isinstance(value, Ambiguous):
            self.broken.add(pointer)
            message = f"YAML readers interpret {_short(event.value)} differently: {value.reading}"
            self.report(LoadCode.AMBIGUOUS, event, pointer, message, value.hint)
            return event.value
        return value

    def _key(self, event: yaml.Event, pointer: Pointer) -> str:
        """Return the key that `event` begins, as text even when it is not."""
        if not isinstance(event, yaml.ScalarEvent):
            place = self.span_of(event)
            key = f"(line {place.line}, column {place.column})"
            self._skip(event, len(pointer) + 1)
            message = "a key must be text, not a list, a mapping or an alias"
            self._refuse_key(LoadCode.KEY_TYPE, event, (*pointer, key), message, "write a word before the colon")
            return key
        self._latest = event
        if len(event.value) > KEY_LIMIT:
            message = f"a key has {len(event.value):,} characters; at most {KEY_LIMIT:,} are read"
            raise ExcessError(message, self.span_of(event), "shorten it")
        here, value = (*pointer, event.value), event.value if event.style else resolve(event.value)
        self._refuse_extras(event, here)
        self._refuse_invisible(event, here)
        if event.value == "<<" and not event.style:
            self._refuse_key(LoadCode.SHARED, event, here, "a merge key (<<) is not allowed", _WRITE_OUT)
        elif is_typographic(event.value) and not event.style:
            self._refuse_quotes(event, here)
        elif isinstance(value, Ambiguous):
            message = f"YAML readers interpret the key {_short(event.value)} differently: {value.reading}"
            self._refuse_key(LoadCode.AMBIGUOUS, event, here, message, f'write "{_short(event.value)}"')
        elif not isinstance(value, str):
            message = (
                f"the key {event.value} is {_kind(value)}, not text"
                if event.value
                else "a key is missing before the colon"
            )
            self._refuse_key(LoadCode.KEY_TYPE, event, here, message, f'write "{event.value}"')
        return event.value

    def _refuse_quotes(self, event: yaml.ScalarEvent, pointer: Pointer) -> None:
        self.broken.add(pointer)
        message = TYPOGRAPHIC.format(opening=event.value[0], closing=event.value[-1])
        self.report(LoadCode.TYPOGRAPHIC, event, pointer, message, f"write {quoted(event.value)}")

    def _has_no_colon(self, event: yaml.Event) -> bool:
        end, is_word = cast("Mark", event.end_mark), isinstance(event, yaml.ScalarEvent) and not event.style
        line, below = self._lines[end.line], "".join(self._lines[end.line + 1 : end.line + 2])
        return is_word and not (
            _COLON.match(line, end.column) or (_REST_IS_BLANK.match(line, end.column) and _COLON.match(below))
        )

    def _refuse_entry(self, event: yaml.ScalarEvent, pointer: Pointer, before: str) -> None:
        """Report an entry in braces without a colon; `before` is the key of the entry before it, or ""."""
        place, entry = self.span_of(event), _short(event.value)
        start = self.value_spans.get((*pointer, before))
        text = text_from(self._lines[place.line - 1], start.column - 1) if start and start.line == place.line else ""
        is_rest = bool(start and text and start.column + len(text) >= place.end_column)
        at = (*pointer, before) if is_rest else pointer
        if at in self.broken:  # by another part of it
            return
        self.broken.add(at)
        if not is_rest:
            message = f"{entry} has no value; an entry in {{ }} is key: value"
            self.report(LoadCode.ENTRY, event, at, message, _with_blank(entry) or f"write {entry}: with its value")
        elif is_typographic(text):
            message = TYPOGRAPHIC.format(opening=text[0], closing=text[-1])
            self.report(LoadCode.TYPOGRAPHIC, event, at, message, f"write {as_written(before, text)}")
        else:
            message = f"the text of {before} ends at the comma: {entry} is read as a key"
            blank = _with_blank(entry)
            hint = f"{blank}, or {as_written(before, text)}" if blank else f"write {as_written(before, text)}"
            self.report(LoadCode.ENTRY, event, at, message, hint)

    def _refuse_key(self, code: LoadCode, event: yaml.Event, pointer: Pointer, message: str, hint: str) -> None:
        self.broken.add(pointer)
        self.report(code, event, pointer, message, hint)

    def _skip(self, event: yaml.Event, depth: int) -> None:
        """Read past the value that `event` begins, `depth` levels deep."""
        level = depth
        while True:
            if isinstance(event, yaml.CollectionStartEvent):
                level += 1
                self._limit_depth(level, event)
            elif isinstance(event, yaml.CollectionEndEvent):
                level -= 1
            if level == depth:
                return
            event = self._next()

    def _limit_depth(self, depth: int, event: yaml.Event) -> None:
        if depth > DEPTH_LIMIT:
            raise ExcessError(TOO_DEEP, self.span_of(event), "flatten it")


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else f"{text[: _LONGEST_QUOTE - 1]}…"


def _kind(value: object) -> str:
    if value is None:
        return "null"
    return "a boolean" if isinstance(value, bool) else "a number"


def _with_blank(entry: str) -> str:
    """Return what to write for an entry such as from:rows, whose colon lacks the blank behind it."""
    found = re.fullmatch(r"([$A-Za-z_]\w*):(?!//)(\S+)", entry)
    return f"write {found[1]}: {found[2]}, with a blank after the colon" if found else ""
