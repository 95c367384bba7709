"""A mapping lacks a key that it needs.

Why: nothing important has a default. An action that deletes, and does not say so, must not count as a read.

Fix: add the key.

Bad:
    # without effect
Good:
    effect: read
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from skillc.checks.form.displaced import is_elsewhere
from skillc.checks.form.unknown_key import unknown_keys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.form.violation import Violation
    from skillc.diagnostic import Diagnostic

CODE = "FORM002"
KEYWORDS = frozenset({"required", "dependentRequired"})


def explain(violation: Violation) -> Iterator[Diagnostic]:
    """Yield one error for all missing keys, except those that are misspelt, or stand at the wrong level."""
    misspelt = (
        {near for _, near in unknown_keys(violation)}
        if violation.schema.get("additionalProperties") is False
        else set()
    )
    needed = violation.allowed if violation.keyword == "required" else _dependent(violation)
    missing = [key for key in needed if key not in violation.value and key not in misspelt]
    missing = [key for key in missing if not is_elsewhere(violation.document, violation.pointer, key)]
    if missing:
        where = f" in {violation.name}" if violation.pointer else ""
        message = f"missing {'key' if len(missing) == 1 else 'keys'}{where}: {', '.join(missing)}"
        yield violation.error(CODE, message, f"add {_sample(missing[0], violation.schema)}")


def _dependent(violation: Violation) -> list[str]:
    """Return the keys that the present ones require."""
    return [key for present, wanted in violation.allowed.items() if present in violation.value for key in wanted]


def _sample(key: str, schema: dict[str, Any]) -> str:
    """Return `key` with one value that it may have, or with all when they are few and short.

    Our schemas give an example of each key.
    """
    described = schema["properties"][key]
    if "enum" in described:
        return f"{key}: {' | '.join(map(str, described['enum']))}"
    if "const" in described:
        return f"{key}: {described['const']}"
    return f"{key}: {json.dumps(described['examples'][0])}"
