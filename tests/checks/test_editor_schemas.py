"""The schemas that ship: complete for editors, closed, and up to date with the dialect."""

from __future__ import annotations

import runpy
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from skillc.checks.form.unknown_key import DIALECT
from skillc.schemas import NAMES, schema, schema_path, schema_text
from skillc.schemas.dialect import KEYWORDS, dialect_definition
from skillc.schemas.merge import merged

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def parts(value: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every schema in a schema, with its path; what stands in `examples` is none."""
    if not isinstance(value, dict):
        return
    yield path, value
    for keyword in ("properties", "$defs"):
        for name, child in value.get(keyword, {}).items():
            yield from parts(child, f"{path}/{keyword}/{name}")
    for keyword in ("items", "additionalProperties", "propertyNames"):
        yield from parts(value.get(keyword), f"{path}/{keyword}")


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_is_up_to_date(name: str) -> None:
    """If not: `python -m skillc.schemas`."""
    assert schema_path(name).read_text(encoding="utf-8") == schema_text(merged(name))


def test_writing_brings_a_stale_schema_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("skillc.schemas.merge.schema_path", lambda name: tmp_path / name)
    runpy.run_module("skillc.schemas", run_name="__main__")
    assert {path.name for path in tmp_path.iterdir()} == set(NAMES)
    assert (tmp_path / "action").read_text(encoding="utf-8") == schema_text(merged("action"))


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_is_itself_valid(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize("name", NAMES)
def test_every_property_has_a_description_and_an_example_that_fits(name: str) -> None:
    whole = schema(name)
    for path, part in parts(whole):
        for key, described in part.get("properties", {}).items():
            assert described.get("description"), f"{path}: {key}"
            assert described.get("examples"), f"{path}: {key}"
            validator = jsonschema.Draft202012Validator({**described, "$defs": whole["$defs"]})
            for example in described["examples"]:
                assert not list(validator.iter_errors(example)), f"{path}: {key}: {example}"


@pytest.mark.parametrize("name", NAMES)
def test_every_mapping_is_closed(name: str) -> None:
    for path, part in parts(schema(name)):
        if "properties" in part and "$ref" not in part:
            assert part.get("additionalProperties") is False, path


@pytest.mark.parametrize("name", NAMES)
def test_every_pattern_of_ours_has_words(name: str) -> None:
    for path, part in parts(schema(name)):
        if isinstance(part.get("pattern"), str) and "/$defs/schema" not in path and not path.endswith("/source"):
            assert part.get("patternErrorMessage", "").startswith("must be "), path


def test_the_dialect_is_known_by_its_title() -> None:
    assert dialect_definition()["title"] == DIALECT
    assert set(schema("action")["$defs"]["schema"]["properties"]) == {*KEYWORDS, "confidence"}
