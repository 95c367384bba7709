"""The text of one file to a `Document`."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

import yaml

from skillc.diagnostic import Diagnostic, Severity
from skillc.load.builder import INVISIBLE, Builder, ExcessError
from skillc.load.codes import LoadCode
from skillc.load.comments import MAY_CUT
from skillc.load.document import LINE_BREAK, START, Document, Places, place_of
from skillc.load.plain import DoubtError, plain_data
from skillc.load.quoting import may_be_typographic
from skillc.load.readers import difference, may_differ
from skillc.load.syntax import syntax_error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MAY_STOP_YAML = frozenset({LoadCode.CUT_OFF.value, LoadCode.ENTRY.value, LoadCode.TYPOGRAPHIC.value})
_MOST_HIDDEN = 20  # findings of this kind in one file
# libyaml, where PyYAML was built with it: almost everywhere.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse(path: str, text: str) -> tuple[Document, list[Diagnostic]]:
    """Return `text` as a document, with everything found on the way; `data` is None when nothing could be built."""
    hidden = list(_hidden_characters(path, text))
    if hidden:
        return Document(path, text, broken=frozenset({()})), hidden
    try:
        if MAY_CUT.search(text) or may_be_typographic(text) or may_differ(text):
            return _placed(path, text)
        data = plain_data(_LOADER(text).get_event)
    except (DoubtError, yaml.YAMLError):
        return _placed(path, text)
    return Document(path, text, data, find_places=lambda: _placed(path, text)[0].places), []


def _placed(path: str, text: str) -> tuple[Document, list[Diagnostic]]:
    """Return the document with the place of everything in it."""
    lines = LINE_BREAK.split(text)
    if all(_says_nothing(line) for line in lines):
        empty = Diagnostic(
            LoadCode.EMPTY.value,
            Severity.ERROR,
            "the file is empty",
            path,
            START,
            (),
            "write the descriptor, or delete the file",
        )
        return Document(path, text, broken=frozenset({()})), [empty]
    # Events one at a time: `yaml.compose` recurses in C and dies at some 40,000 levels.
    next_event: Callable[[], yaml.Event] = _LOADER(text).get_event
    builder = Builder(path, lines, next_event)
    try:
        data = _only_document(builder, next_event)
    except yaml.YAMLError as error:
        return _unbuilt(path, text, builder, syntax_error(path, lines, error, builder.latest))
    except ExcessError as error:
        diagnostic = Diagnostic(LoadCode.TOO_BIG.value, Severity.ERROR, str(error), path, error.span, (), error.hint)
        return _unbuilt(path, text, builder, diagnostic)
    if may_differ(text) and (found := difference(text, lines, _LOADER)):
        builder.report(LoadCode.READERS_DIFFER, found.event, (), found.message, found.hint)
    places = Places(builder.value_spans, builder.key_spans)
    return Document(path, text, data, frozenset(builder.broken), lambda: places), builder.diagnostics


def _only_document(builder: Builder, next_event: Callable[[], yaml.Event]) -> object:
    next_event()  # the start of the stream
    next_event()  # and of the document
    data = builder.build()
    next_event()  # the end of the document
    if isinstance(event := next_event(), yaml.DocumentStartEvent):
        builder.report(
            LoadCode.SECOND_DOCUMENT,
            event,
            (),
            "a second YAML document begins here",
            "remove it, or move it to a file of its own",
        )
    return data


def _says_nothing(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _unbuilt(path: str, text: str, builder: Builder, last: Diagnostic) -> tuple[Document, list[Diagnostic]]:
    # There is no data to point into. A text that was cut off is also why YAML stops, if `last` is about its line.
    found = [
        replace(diagnostic, pointer=())
        for diagnostic in builder.diagnostics
        if diagnostic.code not in _MAY_STOP_YAML or diagnostic.span.line != last.span.line
    ]
    return Document(path, text, broken=frozenset({()})), [*found, last]


def _hidden_characters(path: str, text: str) -> Iterator[Diagnostic]:
    hidden = (found for found in INVISIBLE.finditer(text) if found[0] != "\r")  # which ends a line
    for found in islice(hidden, _MOST_HIDDEN):
        message = f"the line contains the invisible character U+{ord(found[0]):04X}"
        yield Diagnostic(
            LoadCode.CONTROL.value, Severity.ERROR, message, path, place_of(text, *found.span()), (), "remove it"
        )
