"""Waivers: warnings that an author accepts, each with its reason.

One stands where the finding is, as a comment at the end of the line or on the line before it,
`# skillc: allow ACT006 because REASON`, or in `waivers` of skill.yaml, by code and place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from skillc.diagnostic import Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from skillc.diagnostic import Diagnostic, Pointer
    from skillc.load import Document, Sources

MARK = "skillc:"
_COMMENT = re.compile(
    r"(?:^|(?<=[ \t]))#[ \t]*skillc:[ \t]*(?P<verb>\w*)(?P<codes>.*?)(?:[ \t]because\b[ \t]*(?P<reason>.*))?$"
)
_SEPARATOR = re.compile(r"[,\s]+")


@dataclass(frozen=True, slots=True, eq=False)
class Waiver:
    """What is written at `span` of `document`: the findings `code` of `file` are accepted, because of `reason`.

    Those in `line`, or those at the dotted path `at` and below it, or, without both, all of them.
    """

    document: Document
    span: Span
    pointer: Pointer
    code: str
    file: str
    reason: str
    line: int = 0
    at: str = ""
    is_comment: bool = False

    def is_about(self, finding: Diagnostic) -> bool:
        """Tell whether a finding with its code, in its file, is at its place."""
        if self.is_comment:
            return finding.span.line == self.line
        return f"{'.'.join(map(str, finding.pointer))}.".startswith(f"{self.at}." if self.at else "")

    def waives(self, finding: Diagnostic) -> bool:
        """Tell whether it makes a finding that it is about go away."""
        return finding.severity is Severity.WARNING and bool(self.reason)


@dataclass(frozen=True)
class Review:
    """All waivers of the sources, everything that was found in them, and the codes of what can be found there."""

    waivers: Sequence[Waiver]
    found: Sequence[Diagnostic]
    codes: frozenset[str]

    def named_by(self, waiver: Waiver) -> list[Diagnostic]:
        """Return the findings that a waiver is about."""
        return [finding for finding in self.alike(waiver) if waiver.is_about(finding)]

    def alike(self, waiver: Waiver) -> list[Diagnostic]:
        """Return the findings with the code and in the file that a waiver names, wherever they are."""
        return self._by_name.get((waiver.code, waiver.file), [])

    @property
    def remaining(self) -> list[Diagnostic]:
        """The findings that no waiver makes go away."""
        waived = {id(found) for waiver in self.waivers for found in self.named_by(waiver) if waiver.waives(found)}
        return [finding for finding in self.found if id(finding) not in waived]

    @cached_property
    def _by_name(self) -> dict[tuple[str, str], list[Diagnostic]]:
        named: dict[tuple[str, str], list[Diagnostic]] = {}
        for finding in self.found:
            named.setdefault((finding.code, finding.file), []).append(finding)
        return named


def waivers_of(sources: Sources, *, with_table: bool) -> list[Waiver]:
    """Return the waivers in comments, and `with_table` those of skill.yaml, which must be sound for it."""
    found = [waiver for document in sources.documents if MARK in document.text for waiver in _in_comments(document)]
    return [*found, *(_in_table(sources.skill) if with_table else ())]


def _in_table(skill: Document) -> Iterator[Waiver]:
    for index, entry in enumerate(skill.data.get("waivers", [])):
        pointer = ("waivers", index, "code")
        yield Waiver(
            skill,
            skill.span(pointer),
            pointer,
            entry["code"],
            entry["in"],
            entry["because"].strip(),
            at=entry.get("at", ""),
        )


def _in_comments(document: Document) -> Iterator[Waiver]:
    above: list[Waiver] = []  # on lines of their own: they are about the next line that says something
    for number, text in enumerate(document.lines, start=1):
        says_something = bool(text.strip()) and not text.lstrip().startswith("#")
        if says_something:
            yield from (replace(waiver, line=number) for waiver in above)
            above = []
        comment = _COMMENT.search(text) if MARK in text else None
        if comment:
            written = list(_of_comment(document, number, comment))
            if says_something:
                yield from written
            else:
                above += written
    yield from above


def _of_comment(document: Document, number: int, comment: re.Match[str]) -> Iterator[Waiver]:
    """Yield a waiver for each code that a comment allows, or one without a code when it allows none."""
    span = Span(number, comment.start() + 1, comment.end() + 1)
    codes = [code for code in _SEPARATOR.split(comment["codes"]) if code] if comment["verb"] == "allow" else []
    reason = (comment["reason"] or "").strip()
    for code in codes or [""]:
        yield Waiver(document, span, (), code, document.path, reason, line=number, is_comment=True)
