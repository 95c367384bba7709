"""A list, a mapping or a number holds too much or too little.

Why: an action without examples teaches nobody; one that runs both an action and a request has no meaning.

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
_AT_LEAST = frozenset({"minItems", "minProperties"})
_AT_MOST = frozenset({"maxItems", "maxProperties"})
_RANGE = {"minimum": "at least", "maximum": "at most", "exclusiveMinimum": "more than", "exclusiveMaximum": "less than"}
KEYWORDS = frozenset({*_AT_LEAST, *_AT_MOST, *_RANGE, "uniqueItems"})


def explain(finding: Finding) -> Iterator[Diagnostic]:
    """Yield one error about the size."""
    if finding.keyword == "uniqueItems":
        repeated = next(item for index, item in enumerate(finding.value) if item in finding.value[:index])
        place = (*finding.pointer, max(index for index, item in enumerate(finding.value) if item == repeated))
        yield finding.document.error(CODE, place, f"{finding.name} says {repeated} twice", "remove one of the two")
        return
    if finding.keyword in _RANGE:
        yield finding.error(CODE, f"{finding.name} is {finding.value}; it must be {_RANGE[finding.keyword]} {finding.allowed}")
        return
    if not finding.value:
        options = " or ".join(finding.schema.get("properties", {}))
        yield finding.error(CODE, f"{finding.name} is empty", f"write {options}" if options else "add an entry, or remove the key")
        return
    amount = f"{'at least' if finding.keyword in _AT_LEAST else 'at most'} {finding.allowed}"
    if finding.allowed == 1:
        yield finding.error(CODE, f"{finding.name} holds {' and '.join(map(str, finding.value))}; only one is allowed", "remove the others")
        return
    yield finding.error(CODE, f"{finding.name} holds {len(finding.value)} entries; it must hold {amount}")
