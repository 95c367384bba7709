"""A list or a mapping has too many or too few entries, or a number is out of range.

Why: an action without examples does not help agents, and one with both `action` and `request` is ambiguous.

Fix: add or remove entries, or change the number, as the message says.

Bad:
    run: {action: list-books, request: {method: GET, path: /books}}
Good:
    run: {action: list-books}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.form.violation import Violation
    from skillc.diagnostic import Diagnostic

CODE = "FORM006"
_RANGE = {"minimum": "at least", "maximum": "at most", "exclusiveMinimum": "more than", "exclusiveMaximum": "less than"}
_TOO_MANY = frozenset({"maxItems", "maxProperties"})
_TOO_FEW = frozenset({"minItems", "minProperties"})
KEYWORDS = frozenset({*_RANGE, *_TOO_MANY, *_TOO_FEW, "uniqueItems"})


def explain(violation: Violation) -> Iterator[Diagnostic]:
    """Yield one error about the size."""
    if violation.keyword == "uniqueItems":
        yield _repetition(violation)
    elif violation.keyword in _RANGE:
        yield violation.error(
            CODE, f"{violation.name} is {violation.value}; it must be {_RANGE[violation.keyword]} {violation.allowed}"
        )
    elif violation.keyword in _TOO_MANY:
        known = violation.schema.get("properties", violation.value)
        found = [str(key) for key in violation.value if key in known]
        if len(found) <= violation.allowed:
            return  # the others are unknown keys, which another finding is about
        message = f"{violation.name} has {' and '.join(found)}; at most {violation.allowed} of them is allowed"
        yield violation.error(CODE, message, "remove the others")
    else:
        options = " or ".join(violation.schema.get("properties", {}))
        yield violation.error(
            CODE, f"{violation.name} is empty", f"write {options}" if options else "add an entry, or remove the key"
        )


def _repetition(violation: Violation) -> Diagnostic:
    """Return the error about the second of two equal items."""
    items = violation.value
    second = next(index for index, item in enumerate(items) if item in items[:index])
    message = f"{violation.name} contains {items[second]} twice"
    return violation.document.error(CODE, (*violation.pointer, second), message, "remove one of the two")
