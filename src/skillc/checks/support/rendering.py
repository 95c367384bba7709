"""What a check of the output is given: the rendered files, what they cost a reader, and the limits in skill.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from skillc.diagnostic import Diagnostic, Severity
from skillc.load.document import START

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from skillc.budget.costs import Cost
    from skillc.load import Document
    from skillc.model import Skill

SKILL_PAGE = "SKILL.md"


@dataclass(frozen=True, slots=True)
class Rendering:
    """The files of a skill by path, rendered and not yet written; `source` is skill.yaml, `skill` what was rendered."""

    source: Document
    files: Mapping[str, bytes]
    costs: Sequence[Cost] = ()
    skill: Skill | None = None


def file_finding(code: str, severity: Severity, path: str, message: str, hint: str) -> Diagnostic:
    """Return a finding about the rendered file `path` as a whole."""
    return Diagnostic(code, severity, message, path, START, (), hint)
