"""The description of the skill contains an angle bracket.

Why: agents put the description between XML tags, so the validator of OpenClaw refuses the skill.

Fix: write the word instead of `<…>`, and "more than" instead of `>`.

Bad:
    # skill.yaml
    description: Keep a shelf of <books>. Use when the user asks for a book.
Good:
    # skill.yaml
    description: Keep a shelf of books. Use when the user asks for a book.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "SKL005"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield one error at the first angle bracket."""
    found = re.search("[<>]", project.skill.data["description"]) if project.skill else None
    if project.skill and found:
        place = ("description",)
        message = f'the description contains "{found[0]}", which the validator of OpenClaw refuses'
        yield project.skill.error(CODE, place, message, "use words instead", span=project.skill.find(place, found[0]))
