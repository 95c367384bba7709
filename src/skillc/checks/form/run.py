"""Validate a document against our schema and describe each violation."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from skillc.checks.discovery import modules_in
from skillc.checks.form.quick_look import quick_look
from skillc.checks.form.violation import Violation
from skillc.schemas import schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from jsonschema import ValidationError
    from jsonschema.protocols import Validator

    from skillc.diagnostic import Diagnostic
    from skillc.load.document import Document


def form_findings(document: Document, kind: str) -> list[Diagnostic]:
    """Return what is wrong with the structure of `document`, a "skill" or an "action"."""
    if () in document.broken or _quick_look(kind)(document.data):
        return []
    violations = _violations(document, _validator(kind).iter_errors(document.data))
    explained = {(violation.pointer, violation.keyword, violation.is_key): violation for violation in violations}
    return [diagnostic for violation in explained.values() for diagnostic in _explain(violation)]


@cache
def _quick_look(kind: str) -> Callable[[Any], bool]:
    return quick_look(schema(kind))


@cache
def _validator(kind: str) -> Validator:
    import jsonschema  # noqa: PLC0415 - slow to load, and not needed when the quick look says "valid"

    return jsonschema.Draft202012Validator(schema(kind))


@cache
def _explanations() -> dict[str, Any]:
    """Return the module that explains each keyword."""
    return {keyword: module for module in modules_in("skillc.checks.form") for keyword in module.KEYWORDS}


def _explain(violation: Violation) -> Iterator[Diagnostic]:
    if violation.pointer not in violation.document.broken:
        yield from _explanations()[violation.keyword].explain(violation)


def _violations(document: Document, errors: Iterable[ValidationError]) -> Iterator[Violation]:
    for error in errors:
        pointer = tuple(error.absolute_path)
        within = error.schema if isinstance(error.schema, dict) else {}
        if _of_no_type(error):
            types = [name for inner in error.context or () for name in _listed(inner.validator_value)]
            yield Violation(document, pointer, error.instance, "type", types, within)
        elif error.context:
            yield from _violations(document, _meant(error.context))
        elif "propertyNames" in error.absolute_schema_path:
            pointer = (*pointer, str(error.instance))
            yield Violation(
                document, pointer, error.instance, str(error.validator), error.validator_value, within, is_key=True
            )
        else:
            yield Violation(document, pointer, error.instance, str(error.validator), error.validator_value, within)


def _of_no_type(error: ValidationError) -> bool:
    """Tell whether no alternative allows the type of the value, so that the author can have meant none of them."""
    return bool(error.context) and all(
        inner.validator == "type" and not inner.relative_path for inner in error.context or ()
    )


def _listed(types: Any) -> list[str]:
    return [types] if isinstance(types, str) else types


def _meant(context: Iterable[ValidationError]) -> list[ValidationError]:
    """Return the errors of the alternative that the author most likely meant, by jsonschema's relevance."""
    from jsonschema.exceptions import relevance  # noqa: PLC0415 - loaded by now

    branches: dict[Any, list[ValidationError]] = {}
    for error in context:
        branches.setdefault(error.relative_schema_path[0], []).append(error)
    return min(branches.values(), key=lambda errors: min(map(relevance, errors)))
