"""Run all checks and collect what they find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.checks.discovery import modules_in
from skillc.checks.form import form_findings
from skillc.checks.support.project import Project
from skillc.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skillc.checks.support.rendering import Rendering
    from skillc.load import Sources

_ROOMS_FOR_SOURCES = ("action", "schema", "skill", "text")
_ROOM_FOR_OUTPUT = "output"
ROOMS = (*_ROOMS_FOR_SOURCES, _ROOM_FOR_OUTPUT, "form")


def check(sources: Sources, loading: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return everything found in `sources`, with what was found while `loading` them, in reading order.

    A document with an error in its text or form is not checked further; the others are.
    """
    found = [*loading, *form_findings(sources.skill, "skill")]
    for document in sources.actions:
        found += form_findings(document, "action")
    project = Project.of(sources, without=_files(found))
    for room in _ROOMS_FOR_SOURCES:
        for module in modules_in(f"skillc.checks.{room}"):
            found += module.check(project)
    return sorted(found, key=lambda diagnostic: (diagnostic.file, diagnostic.span, diagnostic.code, diagnostic.message))


def check_output(rendering: Rendering) -> list[Diagnostic]:
    """Return everything found in what was rendered."""
    return [found for module in modules_in(f"skillc.checks.{_ROOM_FOR_OUTPUT}") for found in module.check(rendering)]


def _files(diagnostics: Iterable[Diagnostic]) -> set[str]:
    return {diagnostic.file for diagnostic in diagnostics if diagnostic.severity is Severity.ERROR}
