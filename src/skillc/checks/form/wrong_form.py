"""A text has the wrong form.

Why: keys become file names and commands, versions are compared, and short texts become table cells.

Fix: write it in the form that the message names.

Bad:
    key: List Books
Good:
    key: list-books
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from skillc.checks.form.other_dialects import reference_hint
from skillc.shared import shown_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.form.violation import Violation
    from skillc.diagnostic import Diagnostic

CODE = "FORM005"
KEYWORDS = frozenset({"pattern", "minLength", "maxLength", "format"})


def explain(violation: Violation) -> Iterator[Diagnostic]:
    """Yield one error that names the form; each of our patterns has a description, which editors show too."""
    text = violation.value
    if violation.keyword == "maxLength":
        message = f"{violation.name} has {len(text)} characters; at most {violation.allowed} are allowed"
        yield violation.error(CODE, message, f"remove at least {len(text) - violation.allowed} characters")
        return
    wanted = violation.schema.get("patternErrorMessage") or f"must be text such as {violation.schema['examples'][0]}"
    shown = "empty" if not text.strip() else shown_value(text)
    key = "the key" if violation.is_key else violation.name
    slugged = _hint(text, violation.allowed) if violation.keyword == "pattern" else ""
    if slugged and violation.pointer and isinstance(violation.pointer[-1], int) and " " in text:
        slugged = _separate_hint(text, violation.allowed) or slugged
    hint = reference_hint(text) if violation.name == "$ref" else slugged
    yield violation.error(CODE, f"{key} is {shown}; it {wanted}", hint)


def _hint(text: str, pattern: str) -> str:
    """Return the text as hyphenated words, if the key needs such words."""
    wants_words = re.search(pattern, slug(text)) and not re.search(pattern, "Two words")
    return f"write {slug(text)}" if wants_words else ""


def _separate_hint(text: str, pattern: str) -> str:
    """Return the words of an item with commas between them, if each of them would be an item."""
    words = text.split()
    return f"write {', '.join(words)}: a comma is missing" if all(re.search(pattern, word) for word in words) else ""


def slug(text: str) -> str:
    """Return `text` as lower-case words joined by hyphens."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", text)
    return "-".join(re.findall(r"[a-z0-9]+", words.lower()))
