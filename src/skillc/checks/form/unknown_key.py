"""A mapping contains an unknown key.

Why: nothing would read it. A misspelt `minimun` must not be ignored in silence.

Fix: correct the spelling, indent the key under the mapping that it belongs to, or remove it.

Bad:
    sumary: Find books by a word of their title.
Good:
    summary: Find books by a word of their title.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillc.checks.form.displaced import home_hint, home_of
from skillc.checks.form.other_dialects import keyword_hint
from skillc.shared import closest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from skillc.checks.form.violation import Violation
    from skillc.diagnostic import Diagnostic, Pointer

CODE = "FORM001"
KEYWORDS = frozenset({"additionalProperties"})
_LONGEST_LIST = 12
_MOST_SOUGHT = 20  # unknown keys of one mapping that are sought elsewhere
_NAMES = frozenset({"id"})  # keywords of older drafts that are more often the name of a property
DIALECT = "A schema in the closed dialect"  # the title of that schema


def unknown_keys(violation: Violation) -> Iterator[tuple[str, str | None]]:
    """Yield each unknown key with the known one that it may be meant for."""
    known = violation.schema["properties"]
    for key in violation.value:
        if key not in known:
            yield key, closest(key, [name for name in known if name not in violation.value])


def explain(violation: Violation) -> Iterator[Diagnostic]:
    """Yield one error per unknown key."""
    noun = "keyword" if violation.schema.get("title") == DIALECT else "key"
    for number, (key, near) in enumerate(unknown_keys(violation)):
        pointer = (*violation.pointer, key)
        if pointer in violation.document.broken:
            continue
        home = home_of(violation.document, pointer) if number < _MOST_SOUGHT and not near else None
        hint = _hint(violation, key, near, home)
        yield violation.document.error(
            CODE, pointer, f'unknown {noun} "{key}"', hint, span=violation.document.key_span(pointer)
        )


def _hint(violation: Violation, key: str, near: str | None, home: Pointer | None) -> str:
    known, is_keyword = violation.schema["properties"], violation.schema.get("title") == DIALECT
    written = keyword_hint(key, violation.value) if is_keyword else ""
    if is_keyword and (not written or key in _NAMES) and _is_schema(violation.value[key], known):
        return "indent it under properties, if it is a property"
    if written or near:
        return written or f'did you mean "{near}"?'
    if home is not None:
        return home_hint(violation.document, (*violation.pointer, key), home)
    if len(known) <= _LONGEST_LIST:
        return f"known: {', '.join(known)}"
    return f"remove it; the schema lists all {'keywords' if is_keyword else 'keys'}"


def _is_schema(value: Any, keywords: Mapping[str, Any]) -> bool:
    """Tell whether the value of an unknown keyword describes a property."""
    return isinstance(value, dict) and bool(value) and keywords.keys() >= value.keys()
