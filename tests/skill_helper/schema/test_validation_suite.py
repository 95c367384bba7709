"""The official JSON Schema Test Suite (2020-12) agrees with the validator, but for what `left_out.json` names."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from support.places import CASES

from skill_helper.base.jsontext import parse_json
from skill_helper.schema.validation import problems_of
from skillc.schemas.dialect import KEYWORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

SUITE = CASES / "json-schema-test-suite" / "draft2020-12"
LEFT_OUT = json.loads(Path(__file__).with_name("left_out.json").read_text("utf-8"))
# Beside the keywords of the dialect: what the suite writes at the top of its schemas. Both say nothing about values.
HARMLESS = {"$schema", "$defs"}


class SuiteCase(NamedTuple):
    """One test of the suite: whether `value` fits `schema`."""

    file: str
    group: str
    name: str
    schema: Any
    value: Any
    valid: bool

    def passes(self) -> bool:
        defs = self.schema.get("$defs", {}) if isinstance(self.schema, dict) else {}
        return (not problems_of(self.value, self.schema, defs)) == self.valid


def suite_cases(number_type: str) -> Iterator[SuiteCase]:
    parse = parse_json if number_type == "Decimal" else json.loads
    for path in sorted(SUITE.rglob("*.json")):
        for group in parse(path.read_text("utf-8")):
            for test in group["tests"]:
                file = path.relative_to(SUITE).as_posix()
                yield SuiteCase(
                    file, group["description"], test["description"], group["schema"], test["data"], test["valid"]
                )


def words_beyond_the_dialect(schema: Any) -> Iterator[str]:
    """Yield what a schema uses that the dialect does not have.

    Booleans as schemas are run: the validator knows them.
    """
    if not isinstance(schema, dict):
        return
    yield from (word for word in schema if word not in KEYWORDS and word not in HARMLESS)
    if not str(schema.get("$ref", "#/$defs/")).startswith("#/$defs/"):
        yield f"$ref to {schema['$ref']}"
    if "not" in schema and (not isinstance(schema["not"], dict) or set(schema["not"]) != {"enum"}):
        yield "not without enum"
    parts = [schema[word] for word in ("items", "additionalProperties") if word in schema]
    parts += [part for word in ("anyOf", "oneOf") for part in schema.get(word, [])]
    parts += [part for word in ("properties", "$defs") for part in schema.get(word, {}).values()]
    for part in parts:
        yield from words_beyond_the_dialect(part)


def reason_outside(schema: Any) -> str:
    words = sorted(set(words_beyond_the_dialect(schema)))
    return f"uses {', '.join(words)}" if words else ""


@pytest.mark.parametrize("number_type", ["Decimal", "float"])
def test_cases_of_the_dialect_pass(number_type: str) -> None:
    wrong = [
        case
        for case in suite_cases(number_type)
        if not case.passes()
        and case.group not in LEFT_OUT["groups"].get(case.file, {})
        and case.name not in LEFT_OUT["cases"].get(case.file, {}).get(case.group, {})
    ]
    assert not wrong


def test_exactly_the_groups_beyond_the_dialect_are_left_out_as_groups() -> None:
    outside: dict[str, dict[str, str]] = {}
    for case in suite_cases("Decimal"):
        if reason := reason_outside(case.schema):
            outside.setdefault(case.file, {})[case.group] = reason
    assert outside == LEFT_OUT["groups"]


def test_every_case_left_out_by_name_exists_and_fails() -> None:
    listed = {
        (file, group, name)
        for file, groups in LEFT_OUT["cases"].items()
        for group, names in groups.items()
        for name in names
    }
    failing = {
        (case.file, case.group, case.name)
        for case in suite_cases("Decimal")
        if not case.passes() and not reason_outside(case.schema)
    }
    assert listed == failing


def test_files_left_out_are_not_here() -> None:
    assert not [file for file in LEFT_OUT["files"] if (SUITE / file).exists()]


def test_counts_are_those_that_the_list_states() -> None:
    cases = list(suite_cases("Decimal"))
    in_groups = sum(case.group in LEFT_OUT["groups"].get(case.file, {}) for case in cases)
    by_name = sum(len(names) for groups in LEFT_OUT["cases"].values() for names in groups.values())
    counts = {
        "passed": len(cases) - in_groups - by_name,
        "left out by name": by_name,
        "left out with their group": in_groups,
        "left out with their file": sum(entry["cases"] for entry in LEFT_OUT["files"].values()),
    }
    print(counts)  # noqa: T201 - shown by pytest -s
    assert counts == LEFT_OUT["counts"]
