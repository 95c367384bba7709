"""A mapping holds a key that nothing reads.

Why: descriptors are closed, so that a misspelt `minimun` or `reqired` is not a silent loss.

Fix: correct the spelling, or remove the key.

Bad:
    sumary: Find books by a word of their title.
Good:
    summary: Find books by a word of their title.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.shared import closest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.form.finding import Finding
    from skillc.diagnostic import Diagnostic

CODE = "FORM001"
KEYWORDS = frozenset({"additionalProperties"})
_LONGEST_LIST = 12
DIALECT = "A schema in the closed dialect"  # the title of that schema


def unknown_keys(finding: Finding) -> Iterator[tuple[str, str | None]]:
    """Yield each unknown key with the known one that it may be meant for."""
    known = finding.schema["properties"]
    for key in finding.value:
        if key not in known and (*finding.pointer, key) not in finding.document.broken:
            yield key, closest(key, [name for name in known if name not in finding.value])


def explain(finding: Finding) -> Iterator[Diagnostic]:
    """Yield one error per unknown key."""
    known = finding.schema["properties"]
    noun = "keyword" if finding.schema.get("title") == DIALECT else "key"
    for key, near in unknown_keys(finding):
        if near:
            hint = f'did you mean "{near}"?'
        elif len(known) <= _LONGEST_LIST:
            hint = f"known: {', '.join(known)}"
        else:
            hint = f"remove it; all {noun}s are in the schema"
        pointer = (*finding.pointer, key)
        yield finding.document.error(CODE, pointer, f'unknown {noun} "{key}"', hint, span=finding.document.key_span(pointer))
