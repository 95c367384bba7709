"""The dialect's table, the validator and the schema for editors know the same keywords."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest

from skill_helper.schema.assertions import ASSERTIONS
from skill_helper.schema.validation import problems_of
from skill_helper.schema.visits import KEYWORD_RULES
from skill_helper.schema.wording import TYPE_PHRASES
from skillc.schemas.dialect import KEYWORDS, dialect_definition

EDITOR_SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$ref": "#/$defs/schema",
    "$defs": {"schema": dialect_definition()},
}
EDITOR = jsonschema.Draft202012Validator(EDITOR_SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)


def test_validator_implements_exactly_the_keywords_of_the_table() -> None:
    assert {name for name, keyword in KEYWORDS.items() if not keyword.annotation} == {*KEYWORD_RULES, *ASSERTIONS}


def test_definition_is_a_closed_schema_in_which_every_property_is_described_by_example() -> None:
    jsonschema.Draft202012Validator.check_schema(EDITOR_SCHEMA)
    definition = dialect_definition()
    assert definition["additionalProperties"] is False
    assert list(definition["properties"]) == list(KEYWORDS)
    assert all(
        entry["description"].endswith((".", "`")) and entry["examples"] for entry in definition["properties"].values()
    )


@pytest.mark.parametrize("name", KEYWORDS)
def test_example_of_a_keyword_is_allowed_and_means_something_for_its_types(name: str) -> None:
    keyword = KEYWORDS[name]
    EDITOR.validate({name: keyword.example})
    jsonschema.Draft202012Validator.check_schema({name: keyword.example})
    assert set(keyword.types) <= set(TYPE_PHRASES)
    if name in ASSERTIONS:
        assert ASSERTIONS[name].values in keyword.types


@pytest.mark.parametrize(
    "schema",
    [
        {},
        {
            "type": "object",
            "properties": {"a": {"items": {"anyOf": [{"type": ["string", "null"]}, {"$ref": "#/$defs/A_1-b"}]}}},
        },
        {"additionalProperties": {"not": {"enum": [None]}}},
        {"required": [], "minimum": -0.5, "maxLength": 2.0},
    ],
)
def test_schema_of_the_dialect(schema: Any) -> None:
    assert EDITOR.is_valid(schema)
    assert not problems_of(schema, dialect_definition(), {"schema": dialect_definition()})


@pytest.mark.parametrize(
    "schema",
    [
        True,
        {"minimun": 1},
        {"$defs": {}},
        {"type": "text"},
        {"type": []},
        {"type": ["string", "string"]},
        {"enum": []},
        {"not": {"type": "string"}},
        {"not": {"enum": ["a"], "title": "x"}},
        {"$ref": "#"},
        {"$ref": "#/$defs/A/properties/b"},
        {"anyOf": []},
        {"properties": {"a": False}},
        {"items": False},
        {"items": {"items": {"minimun": 1}}},
        {"required": ["a", "a"]},
        {"minLength": -1},
        {"maxItems": 1.5},
        {"multipleOf": 0},
        {"format": "ipv4"},
        {"pattern": "("},
        {"uniqueItems": "yes"},
        {"description": ""},
    ],
)
def test_schema_beyond_the_dialect(schema: Any) -> None:
    assert not EDITOR.is_valid(schema)
    if schema != {"pattern": "("}:  # the one format of the definition that is not of the dialect
        assert problems_of(schema, dialect_definition(), {"schema": dialect_definition()})
