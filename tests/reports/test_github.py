"""Findings as GitHub's workflow commands, read back as the runner reads them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.shelf import Shelf

from skillc.diagnostic import Diagnostic, Related, Severity, Span
from skillc.reports import Format, Report, rendered

COMMAND = re.compile(r"::(error|warning) ([^:]*)::(.*)")


def unescaped(text: str, *, of_a_property: bool = False) -> str:
    """As `ActionCommand.cs` of https://github.com/actions/runner does it."""
    escapes = {"%0D": "\r", "%0A": "\n", **({"%3A": ":", "%2C": ","} if of_a_property else {}), "%25": "%"}
    for escape, character in escapes.items():
        text = text.replace(escape, character)
    return text


def commands(*diagnostics: Diagnostic) -> list[tuple[str, dict[str, str], str]]:
    """Return the kind, the properties and the message of each line."""
    found = []
    for line in rendered(Report(Path(), diagnostics, {}), Format.GITHUB).splitlines():
        match = COMMAND.fullmatch(line)
        assert match, line
        pairs = dict(pair.split("=", 1) for pair in match[2].split(","))
        found.append(
            (match[1], {key: unescaped(value, of_a_property=True) for key, value in pairs.items()}, unescaped(match[3]))
        )
    return found


def test_a_finding_is_a_command_with_its_place() -> None:
    found = Diagnostic("ACT001", Severity.ERROR, "this is wrong", "a.yaml", Span(3, 6, 9), (), "write it")
    properties = {"file": "a.yaml", "line": "3", "endLine": "3", "col": "6", "endColumn": "9", "title": "ACT001"}
    assert commands(found) == [("error", properties, "this is wrong\nhint: write it")]


def test_what_could_end_a_command_is_escaped() -> None:
    message = "100 % of a:b,c\r\n::error::x"
    found = Diagnostic("ACT001", Severity.WARNING, message, "a,b: 5%25\n.yaml", Span(1, 1, 2))
    ((kind, properties, text),) = commands(found)
    assert (kind, properties["file"], text) == ("warning", "a,b: 5%25\n.yaml", message)


def test_related_places_are_lines_of_the_message() -> None:
    found = Diagnostic("ACT001", Severity.ERROR, "twice", "a.yaml", Span(2, 1, 2)).see(
        Related("the other key", "b.yaml", Span(1, 1, 2))
    )
    assert commands(found)[0][2] == "twice\nb.yaml:1:1 the other key"


def test_every_finding_is_one_line(spoilt: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(spoilt.root)
    found = Shelf(Path()).compiled().diagnostics
    assert [properties["title"] for _, properties, _ in commands(*found)] == [diagnostic.code for diagnostic in found]


def test_nothing_found_is_nothing_printed() -> None:
    assert commands() == []
