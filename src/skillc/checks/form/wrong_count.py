"""A list, a mapping or a number holds too much or too little.

Why: an action without examples teaches nobody; one that runs both an action and a request has no meaning.

Fix: add or remove as many as the message says.

Bad:
    run: {action: list-books, request: {method: GET, path: /books}}
Good:
    run: {action: list-books}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.form.finding import Finding
    from skillc.diagnostic import Diagnostic

CODE = "FORM006"
_RANGE = {"minimum": "at least", "maximum": "at most", "exclusiveMinimum": "more than", "exclusiveMaximum": "less than"}
_TOO_MANY = frozenset({"maxItems", "maxProperties"})
_TOO_FEW = frozenset({"minItems", "minProperties"})
KEYWORDS = frozenset({*_RANGE, *_TOO_MANY, *_TOO_FEW, "uniqueItems"})


def explain(finding: Finding) -> Iterator[Diagnostic]:
    """Yield one error about the size."""
    if finding.keyword == "uniqueItems":
        yield _repetition(finding)
    elif finding.keyword in _RANGE:
        yield finding.error(CODE, f"{finding.name} is {finding.value}; it must be {_RANGE[finding.keyword]} {finding.allowed}")
    elif finding.keyword in _TOO_MANY:
        message = f"{finding.name} holds {' and '.join(map(str, finding.value))}; at most {finding.allowed} of them is allowed"
        yield finding.error(CODE, message, "remove the others")
    else:
        options = " or ".join(finding.schema.get("properties", {}))
        yield finding.error(CODE, f"{finding.name} is empty", f"write {options}" if options else "add an entry, or remove the key")


def _repetition(finding: Finding) -> Diagnostic:
    """Return the error about the second of two equal items."""
    items = finding.value
    second = next(index for index, item in enumerate(items) if item in items[:index])
    message = f"{finding.name} says {items[second]} twice"
    return finding.document.error(CODE, (*finding.pointer, second), message, "remove one of the two")
