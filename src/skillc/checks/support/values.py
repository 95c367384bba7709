"""Problems of the runtime's validator, placed in a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillc.runtime.validation import problems_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from skillc.diagnostic import Pointer, Span
    from skillc.load import Document
    from skillc.runtime.validation import Problem


def refusals(
    document: Document, at: Pointer, schema: Mapping[str, Any], definitions: Mapping[str, Any]
) -> Iterator[tuple[Pointer, Span, Problem]]:
    """Yield each reason why the helper would refuse the value at `at` under `schema`, with its place."""
    for problem in problems_of(document.at(at), schema, definitions):
        pointer = (*at, *_steps(problem.pointer, document.at(at)))
        yield pointer, document.key_span(pointer) if problem.keyword == "additionalProperties" else document.span(pointer), problem


def _steps(pointer: str, value: Any) -> Pointer:
    """Return the steps of an RFC 6901 pointer into `value`."""
    steps: list[str | int] = []
    for token in pointer.split("/")[1:]:
        step: Any = int(token) if isinstance(value, list) else token.replace("~1", "/").replace("~0", "~")
        steps.append(step)
        value = value[step]
    return tuple(steps)
