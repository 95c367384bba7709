"""A value is not one of those that the key may have.

Why: `effect: wriet` would make every later decision about safety a guess.

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

from skillc.shared import closest, shown_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.form.finding import Finding
    from skillc.diagnostic import Diagnostic

CODE = "FORM004"
KEYWORDS = frozenset({"enum", "const"})


def explain(finding: Finding) -> Iterator[Diagnostic]:
    """Yield one error with the allowed values."""
    allowed = finding.allowed if finding.keyword == "enum" else [finding.allowed]
    listed = f"one of {', '.join(map(str, allowed))}" if len(allowed) > 1 else str(allowed[0])
    message = f"{finding.name} is {shown_value(finding.value)}{spaces(finding.value, allowed)}; it must be {listed}"
    yield finding.error(CODE, message, _hint(finding.value, allowed))


def spaces(value: Any, allowed: list[Any]) -> str:
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
