"""A summary or a description is a stock phrase, which would fit anything.

Why: agents choose by these texts, and nothing can be chosen by one that says nothing.

Fix: begin with what it does, and to what: a verb and its object, then what sets it apart.

Bad:
    summary: Manage data, records, and automate workflows.
Good:
    summary: Find books by a word of their title.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from skillc.checks.support.texts import descriptions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "TXT009"

_STOCK = re.compile(
    r"\s*(?:(?:[^.]+\.\s+)?manage\s+data,\s+records,?\s+and\s+automate\s+workflows\b"
    r"|(?:manages?|handles?)\s+(?:your\s+|the\s+)?\w+\W*$"
    r"|(?:the\s+(?:action|endpoint|operation)|this\s+\w+)\s+(?:allows|enables|helps|lets|(?:is|can\s+be)\s+used)\b"
    r"|(?:allows|enables|helps|lets)\s+(?:you|the\s+user|users)\b"
    r"|(?:no\s+description(?:\s+(?:available|given|provided))?|description|n/a|none|tbd)\W*$)",
    re.IGNORECASE,
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each text that is, or begins with, such a phrase."""
    for document, pointer, text in descriptions(project):
        if pointer[-1] != "title" and (found := _STOCK.match(text)):
            phrase = " ".join(found[0].split())
            yield document.warning(CODE, pointer, f'"{phrase}" would fit anything', "say what it does, and to what")
