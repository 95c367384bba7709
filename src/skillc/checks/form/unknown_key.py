"""A mapping contains an unknown key.

Why: nothing would read it. A misspelt `minimun` must not be ignored in silence.

Fix: correct the spelling, or remove the key.

Bad:
    sumary: Find books by a word of their title.
Good:
    summary: Find books by a word of their title.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.checks.form.other_dialects import keyword_hint
from skillc.shared import closest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.form.violation import Violation
    from skillc.diagnostic import Diagnostic

CODE = "FORM001"
KEYWORDS = frozenset({"additionalProperties"})
_LONGEST_LIST = 12
DIALECT = "A schema in the closed dialect"  # the title of that schema


def unknown_keys(violation: Violation) -> Iterator[tuple[str, str | None]]:
    """Yield each unknown key with the known one that it may be meant for."""
    known = violation.schema["properties"]
    for key in violation.value:
        if key not in known:
            yield key, closest(key, [name for name in known if name not in violation.value])


def explain(violation: Violation) -> Iterator[Diagnostic]:
    """Yield one error per unknown key."""
    known = violation.schema["properties"]
    noun = "keyword" if violation.schema.get("title") == DIALECT else "key"
    for key, near in unknown_keys(violation):
        pointer = (*violation.pointer, key)
        if pointer in violation.document.broken:
            continue
        if noun == "keyword" and (written := keyword_hint(key, violation.value)):
            hint = written
        elif near:
            hint = f'did you mean "{near}"?'
        elif len(known) <= _LONGEST_LIST:
            hint = f"known: {', '.join(known)}"
        else:
            hint = f"remove it; the schema lists all {noun}s"
        yield violation.document.error(
            CODE, pointer, f'unknown {noun} "{key}"', hint, span=violation.document.key_span(pointer)
        )
