"""Findings as SARIF 2.1.0, held against the schema of OASIS."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from support.places import CASES
from support.shelf import LIST, UPDATE, Shelf

from skillc.reports import Format, Report, rendered
from skillc.version import version

SCHEMA = json.loads((CASES / "sarif" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft7Validator(SCHEMA, format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER)


def run_of(root: Path) -> dict[str, Any]:
    """Return the only run of the log about the skill in `root`."""
    compilation = Shelf(root).compiled()
    log = json.loads(rendered(Report(root, compilation.diagnostics, compilation.texts), Format.SARIF))
    VALIDATOR.validate(log)
    (run,) = log["runs"]
    found: dict[str, Any] = run
    return found


def places(run: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        place["physicalLocation"]
        for result in run["results"]
        for place in (*result["locations"], *result["relatedLocations"])
    ]


def marked(root: Path, place: dict[str, Any], kind: str) -> str:
    """Return the text of a region, counted in the unit `kind` of `columnKind`."""
    region = place["region"]
    line: str = (
        (root / unquote(place["artifactLocation"]["uri"]))
        .read_text(encoding="utf-8")
        .split("\n")[region["startLine"] - 1]
    )
    first, last = int(region["startColumn"]) - 1, int(region["endColumn"]) - 1
    if kind == "utf16CodeUnits":
        return line.encode("utf-16-le")[2 * first : 2 * last].decode("utf-16-le")
    return line[first:last]


def test_every_report_fits_the_schema(spoilt: Shelf) -> None:
    run = run_of(spoilt.root)
    driver, rules = run["tool"]["driver"], run["tool"]["driver"]["rules"]
    assert driver["version"] == version()
    assert {rule["id"] for rule in rules} == {result["ruleId"] for result in run["results"]}
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_the_schema_refuses_what_is_no_sarif(shelf: Shelf) -> None:
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate({"version": "2.1.0", "runs": [{"results": [{"message": "text"}]}]})
    assert run_of(shelf.root)["results"] == []


def test_a_rule_says_what_why_and_how(shelf: Shelf) -> None:
    shelf.edit(LIST, "input: {word: bees}", "input: {page: 0}")
    (rule,) = run_of(shelf.root)["tool"]["driver"]["rules"]
    assert rule["shortDescription"]["text"] == "An example input does not fit the input schema of its action."
    assert "agents copy examples" in rule["fullDescription"]["text"]
    assert "Fix: correct the example" in rule["help"]["text"]
    assert "```yaml\nexamples: [{ask: First page, input: {page: 0}}]\n```" in rule["help"]["markdown"]


def test_columns_are_counted_in_the_declared_unit_after_an_emoji_too(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.edit(
        LIST,
        'ask: "Which books about bees are there?", input: {word: bees}',
        'ask: "📚🐝 👩\u200d🚀?", input: {word: 17}',
    )
    monkeypatch.chdir(shelf.root)
    run = run_of(Path())
    assert [marked(shelf.root, place, run["columnKind"]) for place in places(run)] == ["17", "string"]


def test_files_are_named_from_where_it_ran_and_percent_encoded(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf.edit(LIST, "effect: read", "effect: raed")
    root = shelf.root.rename(shelf.root.with_name("mein Bücher#regal 100%"))
    monkeypatch.chdir(root.parent)
    for named in (Path(root.name), root):
        (place,) = places(run_of(named))
        assert place["artifactLocation"] == {
            "uri": f"mein%20B%C3%BCcher%23regal%20100%25/{LIST}",
            "uriBaseId": "%SRCROOT%",
        }
    monkeypatch.chdir(root)
    assert places(run_of(Path()))[0]["artifactLocation"]["uri"] == LIST
    (root.parent / "elsewhere").mkdir()
    monkeypatch.chdir(root.parent / "elsewhere")
    assert places(run_of(root))[0]["artifactLocation"]["uri"] == LIST


def test_related_places_are_related_locations(shelf: Shelf) -> None:
    shelf.edit(UPDATE, "key: update-book", "key: update-book\nkey: again")
    (result,) = run_of(shelf.root)["results"]
    (related,) = result["relatedLocations"]
    assert related["message"] == {"text": "the other key"}
    assert related["physicalLocation"]["region"] == {"startLine": 1, "startColumn": 1, "endColumn": 4}
    assert result["locations"][0]["logicalLocations"] == [{"fullyQualifiedName": "/key"}]
