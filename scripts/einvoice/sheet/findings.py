# skillc copies this file into each skill; change it in src/einvoice, not there
"""What the checks found: boxes at the top, and marks at the fields that they are about."""

from __future__ import annotations

from ..checks import Report
from ..checks.check import Finding, Severity
from .fields import section
from .markup import Element, both, foreign

WORDS = {
    Severity.ERROR: ("Fehler", "Error"),
    Severity.WARNING: ("Warnung", "Warning"),
    Severity.INFORMATION: ("Hinweis", "Information"),
}
Places = dict[str, Element]


def boxes(report: Report, sheet: list[Element]) -> list[Element]:
    """Return the boxes of all findings, with links into the sheet, and mark the fields there."""
    places = {each.attributes["id"]: each for part in sheet for each in part.walk() if "id" in each.attributes}
    order = list(Severity)
    findings = sorted(report.findings, key=lambda finding: order.index(finding.severity))
    rows = [_finding(number, finding, places) for number, finding in enumerate(findings, start=1)]
    nothing = Element("p", *both("Die Prüfungen haben nichts gefunden.", "The checks found nothing."))
    class_ = f"box {findings[0].severity.value if findings else 'clear'}"
    found = [section("", ("Befunde", "Findings"), Element("ol", *rows) if rows else nothing, class_=class_)]
    if report.not_checked:
        others = [Element("li", _link(finding, _place(finding, places))) for finding in report.not_checked]
        found.append(
            section(
                "", ("Wird von anderen ergänzt", "Will be filled in by others"), Element("ul", *others), class_="box"
            )
        )
    return found


def _finding(number: int, finding: Finding, places: Places) -> Element:
    german, english = WORDS[finding.severity]
    place = _place(finding, places)
    if place:
        _mark(place, number, finding.severity, german)
    return Element(
        "li",
        Element("strong", *both(f"{german} {number}", english)),
        " ",
        _link(finding, place),
        " ",
        Element("code", finding.rule),
        id=f"finding-{number}",
        class_=finding.severity.value,
    )


def _link(finding: Finding, place: Element | None) -> Element:
    """Return the sentence, which leads to the field that it is about."""
    return Element("a", foreign(finding.message), href=f"#{place.attributes['id'] if place else 'invoice'}", lang="en")


def _place(finding: Finding, places: Places) -> Element | None:
    """Return the field of a finding, or the smallest part of the sheet that would hold it."""
    pointer = finding.pointer
    while pointer and pointer not in places:
        pointer = pointer.rpartition("/")[0]
    return places.get(pointer)


def _mark(place: Element, number: int, severity: Severity, word: str) -> None:
    link = Element(
        "a", str(number), href=f"#finding-{number}", class_=f"mark {severity.value}", aria_label=f"{word} {number}"
    )
    holder = place
    if place.tag == "section" and isinstance(place.children[0], Element):
        holder = place.children[0]  # its heading
    holder.children += [" ", link]
    place.attributes.setdefault("class", f"marked {severity.value}")
