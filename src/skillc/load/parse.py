"""The text of one file to a `Document`."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import yaml

from skillc.diagnostic import Diagnostic, Severity, Span
from skillc.load.builder import DEPTH_LIMIT, INVISIBLE, Builder, TooDeepError
from skillc.load.codes import LoadCode
from skillc.load.document import LINE_BREAK, START, Document
from skillc.load.syntax import syntax_error

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_HIDDEN = 20  # findings of this kind in one file; more are no news
# libyaml where PyYAML was built with it, which is everywhere but on exotic machines.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse(path: str, text: str) -> tuple[Document, list[Diagnostic]]:
    """Return `text` as a document, with everything found on the way; `data` is None when nothing could be built."""
    lines = LINE_BREAK.split(text)
    hidden = list(_hidden_characters(path, text))
    if hidden:
        return Document(path, text, broken=frozenset({()})), hidden
    # Events one at a time: `yaml.compose` recurses in C and dies at some 40,000 levels.
    events: Iterator[yaml.Event] = yaml.parse(text, Loader=_LOADER)
    builder = Builder(path, lines, events)
    try:
        data = _only_document(builder, events)
    except yaml.YAMLError as error:
        return _unbuilt(path, text, builder, syntax_error(path, lines, error, builder.latest))
    except TooDeepError as error:
        message = f"the text is nested deeper than {DEPTH_LIMIT} levels"
        diagnostic = Diagnostic(LoadCode.TOO_BIG.value, Severity.ERROR, message, path, error.span, (), "flatten it")
        return _unbuilt(path, text, builder, diagnostic)
    return Document(path, text, data, builder.value_spans, builder.key_spans, frozenset(builder.broken)), builder.diagnostics


def _only_document(builder: Builder, events: Iterator[yaml.Event]) -> object:
    next(events)  # the start of the stream
    if isinstance(event := next(events), yaml.StreamEndEvent):
        builder.broken.add(())
        message = "the file is empty"
        builder.diagnostics.append(
            Diagnostic(LoadCode.EMPTY.value, Severity.ERROR, message, builder.path, START, (), "write it, or delete it")
        )
        return None
    data = builder.build()
    next(events)  # the end of the document
    if isinstance(event := next(events), yaml.DocumentStartEvent):
        builder.report(LoadCode.SECOND_DOCUMENT, event, (), "a second YAML document begins here", "one file, one document: remove it")
    return data


def _unbuilt(path: str, text: str, builder: Builder, last: Diagnostic) -> tuple[Document, list[Diagnostic]]:
    return Document(path, text, broken=frozenset({()})), [*builder.diagnostics, last]


def _hidden_characters(path: str, text: str) -> Iterator[Diagnostic]:
    hidden = (found for found in INVISIBLE.finditer(text) if found[0] != "\r")  # which ends a line
    for found in islice(hidden, _MOST_HIDDEN):
        lines = LINE_BREAK.split(text[: found.start()])
        place = Span(len(lines), len(lines[-1]) + 1, len(lines[-1]) + 2)
        message = f"the line holds the invisible character U+{ord(found[0]):04X}"
        yield Diagnostic(LoadCode.CONTROL.value, Severity.ERROR, message, path, place, (), "remove it")
