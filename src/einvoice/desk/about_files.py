# skillc copies this file into each skill; change it in src/einvoice, not there
"""What is wrong with a file as a file: flaws of its XML, and formats that are no e-invoice in the sense of German law.

Source of the law: § 14 (1) UStG, and the letter of the Federal Ministry of Finance of 2024-10-15.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..checks.check import Finding, Severity
from ..files.document import Document

LAW = "§ 14 UStG"
FERD = "urn:ferd:"
WITHOUT_LINES = {"minimum": "MINIMUM", "basicwl": "BASIC WL"}


def findings_of_file(document: Document) -> tuple[Finding, ...]:
    """Return the errors of the XML, and then a warning of a format that is no e-invoice."""
    errors = [Finding("xml-schema", flaw.rule, Severity.ERROR, flaw.place, flaw.message) for flaw in document.flaws]
    return (*errors, *_formats(document.profile or ""))


def _formats(profile: str) -> Iterator[Finding]:
    name = WITHOUT_LINES.get(profile.rpartition(":")[2].lower())
    if profile.startswith(FERD):
        message = "this is ZUGFeRD 1.0, which is older than EN 16931: since 2025 it is no e-invoice in German law"
    elif name:
        message = f"the profile {name} holds no lines: in German law it is no invoice, only data for booking one"
    else:
        return
    yield Finding("format", LAW, Severity.WARNING, "/profile", f"{message}; ask the sender for another format")
