"""A key has a value that is not allowed.

Why: with `effect: wriet`, nobody knows whether the action is safe.

Fix: write one of the values that the message lists.

Bad:
    # actions/book/update-book.yaml
    effect: wriet
Good:
    # actions/book/update-book.yaml
    effect: write
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillc.checks.form.other_dialects import type_hint
from skillc.shared import closest, shown_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.form.violation import Violation
    from skillc.diagnostic import Diagnostic

CODE = "FORM004"
KEYWORDS = frozenset({"enum", "const"})


def explain(violation: Violation) -> Iterator[Diagnostic]:
    """Yield one error with the allowed values."""
    allowed = violation.allowed if violation.keyword == "enum" else [violation.allowed]
    listed = f"one of {', '.join(map(str, allowed))}" if len(allowed) > 1 else str(allowed[0])
    message = (
        f"{violation.name} is {shown_value(violation.value)}{_spaces(violation.value, allowed)}; it must be {listed}"
    )
    is_type = "type" in violation.pointer[-2:] and "null" in allowed
    hint = type_hint(violation.value, violation.document.at(violation.pointer[:-1])) if is_type else ""
    yield violation.error(CODE, message, hint or _hint(violation.value, allowed))


def _spaces(value: Any, allowed: list[Any]) -> str:
    """Return a remark when only spaces around `value` are wrong, which nobody sees in a terminal."""
    if not isinstance(value, str) or value == value.strip() or value.strip() not in allowed:
        return ""
    if value.strip() == value.rstrip():
        return " (with a space at the end)"
    return " (with a space at the beginning)" if value.strip() == value.lstrip() else " (with spaces around it)"


def _hint(value: Any, allowed: list[Any]) -> str:
    if not isinstance(value, str):
        return ""
    near = closest(value.strip(), [option for option in allowed if isinstance(option, str)])
    if value.strip() in allowed:
        return f"write {value.strip()}"
    return f'did you mean "{near}"?' if near else ""
