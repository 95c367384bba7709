"""Run all checks and collect what they find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.checks.discovery import modules_in
from skillc.checks.form import form_findings
from skillc.checks.support.project import Project
from skillc.checks.support.waivers import Review, waivers_of
from skillc.diagnostic import Diagnostic, Severity
from skillc.load.codes import LoadCode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skillc.checks.support.rendering import Rendering
    from skillc.load import Sources

_ROOMS_FOR_SOURCES = ("action", "schema", "skill", "text")
_ROOM_FOR_OUTPUT, _ROOM_FOR_WAIVERS, _ROOM_FOR_FORM = "output", "waiver", "form"
ROOMS = (*_ROOMS_FOR_SOURCES, _ROOM_FOR_OUTPUT, _ROOM_FOR_FORM, _ROOM_FOR_WAIVERS)


def check(sources: Sources, loading: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return everything found in `sources`, with what was found while `loading` them, in reading order.

    A document with an error in its text or form is not checked further; the others are.
    """
    found = [*loading, *form_findings(sources.skill, "skill")]
    for document in sources.actions:
        found += form_findings(document, "action")
    broken = _files(found)
    project = Project.of(sources, without=broken)
    for room in _ROOMS_FOR_SOURCES:
        for module in modules_in(f"skillc.checks.{room}"):
            found += module.check(project)
    if waivers := waivers_of(sources, with_table=sources.skill.path not in broken):
        found = _reviewed(Review(waivers, found, _codes()))
    return sorted(found, key=lambda diagnostic: (diagnostic.file, diagnostic.span, diagnostic.code, diagnostic.message))


def check_output(rendering: Rendering) -> list[Diagnostic]:
    """Return everything found in what was rendered."""
    return [found for module in modules_in(f"skillc.checks.{_ROOM_FOR_OUTPUT}") for found in module.check(rendering)]


def _reviewed(review: Review) -> list[Diagnostic]:
    """Return the findings that are not waived, and those about the waivers."""
    modules = modules_in(f"skillc.checks.{_ROOM_FOR_WAIVERS}")
    return [*review.remaining, *(found for module in modules for found in module.check(review))]


def _codes() -> frozenset[str]:
    """Return the code of everything that can be found in the sources."""
    rooms = (*_ROOMS_FOR_SOURCES, _ROOM_FOR_FORM)
    codes = {module.CODE for room in rooms for module in modules_in(f"skillc.checks.{room}")}
    return frozenset({*codes, *(code.value for code in LoadCode)})


def _files(diagnostics: Iterable[Diagnostic]) -> set[str]:
    return {diagnostic.file for diagnostic in diagnostics if diagnostic.severity is Severity.ERROR}
