"""A flag's text becomes the value that the schema means, by its type, its values or its alternatives; and back."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from skill_helper.base.outcome import Failure
from skill_helper.input.as_flags import flags_of
from skill_helper.input.command_line import ACTION_OPTIONS, parse_command_line
from skill_helper.input.sources import option_json
from skill_helper.input.values import collect_input
from skill_helper.schema.validation import problems_of

DEFS = {"Flag": {"const": True}, "Number": {"type": "integer"}, "Alias": {"$ref": "#/$defs/Number"}}


def read(words: list[str], schema: dict[str, Any]) -> Any:
    line = parse_command_line(["act", *words], options=ACTION_OPTIONS, open_inputs=True)
    return collect_input(option_json(line, "input", {}), line.inputs, schema, DEFS)


@pytest.mark.parametrize(
    ("schema", "text", "value"),
    [
        ({"const": True}, "true", True),
        ({"const": False}, "false", False),
        ({"const": 5}, "5", 5),
        ({"const": "5"}, "5", "5"),
        ({"enum": [1, 2, 3]}, "2", 2),
        ({"enum": [1, "auto"]}, "1", 1),
        ({"enum": ["1", "auto"]}, "1", "1"),
        ({"enum": [True, False, None]}, "null", None),
        ({"enum": [Decimal("1.5")]}, "1.5", Decimal("1.5")),
        ({"$ref": "#/$defs/Flag"}, "true", True),
        ({"$ref": "#/$defs/Alias"}, "7", 7),
        ({"anyOf": [{"$ref": "#/$defs/Number"}, {"type": "null"}]}, "7", 7),
        ({"anyOf": [{"const": 1}, {"const": "all"}]}, "1", 1),
        ({"oneOf": [{"type": "boolean"}, {"type": "integer"}]}, "true", True),
        ({"type": "array", "items": {"enum": [1, 2]}}, "1", [1]),
        ({"type": "array", "items": {"$ref": "#/$defs/Alias"}}, "1", [1]),
        ({"properties": {"a": {}}}, '{"a":1}', {"a": 1}),
        ({"items": {"type": "integer"}}, "[1,2]", [1, 2]),
    ],
)
def test_a_text_becomes_what_the_schema_means(schema: dict[str, Any], text: str, value: Any) -> None:
    whole = {"type": "object", "properties": {"x": schema}}
    found = read(["--x", text], whole)["x"]
    assert (found, type(found)) == (value, type(value))
    assert problems_of({"x": found}, whole, DEFS) == []


def test_a_flag_without_a_value_is_true() -> None:
    assert read(["--force"], {"properties": {"force": {"const": True}}}) == {"force": True}


def test_a_flag_of_listed_texts_needs_a_value() -> None:
    with pytest.raises(Failure, match="needs a value"):
        read(["--order"], {"properties": {"order": {"enum": ["asc", "desc"]}}})


def test_an_input_that_only_an_alternative_describes_is_typed() -> None:
    schema = {
        "type": "object",
        "oneOf": [{"properties": {"n": {"type": "integer"}}}, {"properties": {"b": {"const": True}}}],
    }
    assert read(["--n", "5", "--b", "true"], schema) == {"n": 5, "b": True}


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ({"type": ["string", "integer"]}, 5),
        ({"type": "array", "items": {"type": "string"}}, ["[1]"]),
        ({"type": "array", "items": {"type": "string"}}, ["a", "-b"]),
        ({"type": "string"}, "--x"),
        ({"type": "string"}, ""),
        ({"type": "string"}, "a\nb"),
        ({"const": True}, True),
        ({}, 5),
        ({}, "5"),
        ({"type": ["array", "string"]}, "a"),
        ({"enum": ["null", None]}, None),
        ({"type": "number"}, Decimal("129.90")),
    ],
)
def test_an_example_as_words_is_read_as_itself(schema: dict[str, Any], value: Any) -> None:
    whole = {"type": "object", "properties": {"x": schema, "all": schema, "a=b": schema}}
    for name in ("x", "all", "a=b"):
        assert read(flags_of({name: value}, whole, DEFS), whole) == {name: value}
