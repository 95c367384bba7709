"""Problems of the runtime's validator, placed in a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillc.runtime.validation import problems_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from skillc.diagnostic import Diagnostic, Pointer
    from skillc.load import Document


def refusals(
    document: Document, at: Pointer, schema: Mapping[str, Any], definitions: Mapping[str, Any], code: str, prefix: str
) -> Iterator[Diagnostic]:
    """Yield an error for each reason why the helper would refuse the value at `at` under `schema`."""
    for problem in problems_of(document.at(at), schema, definitions):
        pointer = (*at, *_steps(problem.pointer, document.at(at)))
        span = document.key_span(pointer) if problem.keyword == "additionalProperties" else document.span(pointer)
        yield document.error(code, pointer, f"{prefix}: {problem.message}", problem.hint, span=span)


def _steps(pointer: str, value: Any) -> Pointer:
    """Return the steps of an RFC 6901 pointer into `value`."""
    steps: list[str | int] = []
    for token in pointer.split("/")[1:]:
        name = token.replace("~1", "/").replace("~0", "~")
        steps.append(int(name) if isinstance(value, list) else name)
        value = value[steps[-1]] if isinstance(value, list) or name in value else None
    return tuple(steps)
