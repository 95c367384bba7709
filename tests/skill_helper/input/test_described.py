"""Every value that a schema describes has a row: members, items, alternatives, with limits in words."""

from __future__ import annotations

from decimal import Decimal
from time import process_time
from typing import Any

import pytest

from skill_helper.input.described import schema_rows, schema_rules

DEFS = {
    "Postcode": {"title": "five digits", "type": "string", "pattern": "^[0-9]{5}$"},
    "Alias": {"$ref": "#/$defs/Postcode", "description": "Where it goes."},
    "Node": {
        "type": "object",
        "properties": {"name": {"type": "string"}, "parts": {"type": "array", "items": {"$ref": "#/$defs/Node"}}},
    },
}


def told(properties: dict[str, Any], **more: Any) -> list[str]:
    """Return the rows of an input as lines."""
    schema = {"type": "object", "properties": properties, **more}
    return [f"{row.name}{'*' if row.required else ''}: {row.rule}" for row in schema_rows(schema, DEFS)]


@pytest.mark.parametrize(
    ("schema", "rule"),
    [
        ({"type": "string"}, "string"),
        ({"type": "string", "minLength": 1}, "string, not empty"),
        ({"type": "string", "minLength": 2, "maxLength": 3}, "string, 2 to 3 characters"),
        ({"type": "string", "minLength": 2, "maxLength": 2}, "string, 2 characters"),
        ({"type": "string", "format": "date", "default": "2026-01-01"}, "string date, default 2026-01-01"),
        ({"type": "string", "pattern": "^a"}, "string, pattern ^a"),
        ({"$ref": "#/$defs/Alias"}, "string, five digits"),
        ({"type": ["string", "null"], "examples": ["10115", "b", "c"]}, "string or null, e.g. 10115 or b"),
        ({"type": "integer", "minimum": 1, "maximum": 1000, "default": 25}, "integer from 1 to 1000, default 25"),
        ({"type": "number", "exclusiveMinimum": 0, "multipleOf": Decimal("0.01")}, "number above 0 in steps of 0.01"),
        ({"enum": ["asc", "desc", "", 1, None]}, 'one of asc, desc, "", 1, null'),
        ({"const": True}, "always true"),
        ({"type": "string", "not": {"enum": ["new", ".."]}}, 'string, not new, ".."'),
        (
            {"type": "array", "items": {"type": "string", "maxLength": 9}, "minItems": 1},
            "list (one at least), each string, at most 9 characters",
        ),
        ({"type": "array", "maxItems": 3, "uniqueItems": True}, "list (at most 3 items, none twice)"),
        ({"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]}, "string date or null"),
        ({"oneOf": [{"type": "integer"}, {"enum": ["all"]}]}, "integer or one of all"),
        ({"type": ["array", "null"], "items": {"type": "string"}}, "null or list, each string"),
        ({"oneOf": [{"type": "array", "items": {"type": "string"}}, {"type": "null"}]}, "null or list, each string"),
        ({"properties": {}}, "object"),
        ({}, "any"),
        ({"type": "string", "deprecated": True}, "string, deprecated"),
    ],
)
def test_a_rule_says_what_a_value_may_be(schema: dict[str, Any], rule: str) -> None:
    assert told({"x": schema}) == [f"x: {rule}"]


def test_members_and_items_have_rows_of_their_own() -> None:
    line = {
        "type": "object",
        "required": ["price"],
        "properties": {
            "price": {"type": "number"},
            "taxes": {"type": "array", "items": {"properties": {"rate": {"type": "integer"}}}},
        },
    }
    notes = {"type": "object", "additionalProperties": {"type": "string"}}
    assert told({"lines": {"type": "array", "items": line}, "notes": notes}, required=["lines"]) == [
        "lines*: list, each object",
        "lines[].price*: number",
        "lines[].taxes: list, each object",
        "lines[].taxes[].rate: integer",
        "notes: object",
        "notes.*: string",
    ]


def test_lists_in_lists_are_entered() -> None:
    point = {"type": "array", "items": {"type": "object", "properties": {"x": {"type": "integer"}}}}
    assert told({"lines": {"type": "array", "items": point}}) == [
        "lines: list, each list, each object",
        "lines[][].x: integer",
    ]


def test_alternatives_show_their_members_with_their_number() -> None:
    card = {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"const": "card"}, "number": {"type": "string"}},
    }
    bank = {
        "type": "object",
        "required": ["kind", "iban"],
        "properties": {"kind": {"const": "bank"}, "iban": {"type": "string"}},
    }
    assert told({"pay": {"oneOf": [card, bank]}}) == [
        "pay: object; give exactly one of: (1) kind | (2) kind + iban",
        "pay.kind (1)*: always card",
        "pay.number (1): string",
        "pay.kind (2)*: always bank",
        "pay.iban (2)*: string",
    ]


def test_a_value_or_null_is_no_choice_of_members() -> None:
    where = {"anyOf": [{"type": "object", "properties": {"city": {"type": "string"}}}, {"type": "null"}]}
    assert told({"where": where}) == ["where: object or null", "where.city: string"]


def test_what_must_be_given_together_is_told() -> None:
    choice = {"anyOf": [{"required": ["id"]}, {"required": ["number", "year"]}]}
    assert schema_rules(choice, {}) == ["give at least one of: id | number + year"]
    assert schema_rules({"oneOf": choice["anyOf"], "minProperties": 2, "required": ["a"]}, {}) == [
        "give exactly one of: id | number + year",
        "give at least 2 of the inputs",
    ]
    assert told({"who": {"type": "object", **choice}}) == ["who: object; give at least one of: id | number + year"]


def test_root_alternatives_are_rows_too() -> None:
    schema = {
        "oneOf": [
            {"properties": {"id": {"type": "string"}}, "required": ["id"]},
            {"properties": {"all": {"const": True}}},
        ]
    }
    assert [(row.name, row.required) for row in schema_rows(schema, {})] == [("id (1)", True), ("all (2)", False)]
    assert schema_rules(schema, {}) == ["give exactly one of: (1) id | (2) all"]


def test_a_schema_inside_itself_ends() -> None:
    rows = told({"root": {"$ref": "#/$defs/Node"}})
    assert rows == [
        "root: object",
        "root.name: string",
        "root.parts: list, each object",
        "root.parts[].…: as in the Node around it",
    ]


def test_a_live_schema_of_any_make_never_fails() -> None:
    odds: tuple[Any, ...] = (
        5,
        None,
        [],
        {"properties": 5},
        {"items": []},
        {"anyOf": 5},
        {"required": 5},
        {"type": 5},
        {"$ref": 5},
        {"enum": 5},
    )
    for odd in odds:
        schema_rows({"type": "object", "properties": {"x": odd}}, {})
        schema_rules(odd if isinstance(odd, dict) else {}, {})
    wide: dict[str, Any] = {"type": "string"}
    for _ in range(24):
        wide = {"anyOf": [wide, {"properties": {"a": wide}}]}
    assert len(schema_rows({"properties": {"x": wide}}, {})) <= 301


def test_text_of_a_title_and_a_description_is_told() -> None:
    schema = {"properties": {"a": {"title": "A title"}, "b": {"title": "T", "description": "D"}}}
    assert [row.about for row in schema_rows(schema, {})] == ["A title", "D"]


def test_what_does_not_go_together_and_what_is_needed_with_another_is_told() -> None:
    assert schema_rules({"not": {"required": ["id", "number"]}}, {}) == ["do not give id and number together"]
    assert schema_rules({"dependentRequired": {"iban": ["bic", "name"]}}, {}) == ["with iban give bic + name too"]


def test_what_all_parts_require_is_required() -> None:
    assert told({"a": {"type": "string"}}, allOf=[{"required": ["a"]}]) == ["a*: string"]


def _tree(keyword: str, width: int) -> dict[str, Any]:
    """Return a schema whose references make few parts many."""
    chain = {
        f"D{i}": {keyword: [{"$ref": f"#/$defs/D{i + 1}", "title": str(n)} for n in range(width)]} for i in range(20)
    }
    return {"$defs": chain, "properties": {"a": {"$ref": "#/$defs/D0"}}}


@pytest.mark.parametrize(
    "schema",
    [
        *(_tree(keyword, 60) for keyword in ("anyOf", "oneOf", "allOf")),
        {
            "$defs": {"Big": {"anyOf": [{"minimum": n} for n in range(3000)]}},
            "properties": {f"p{n}": {"$ref": "#/$defs/Big", "description": str(n)} for n in range(1000)},
        },
        {
            "$defs": {f"D{n}": {"$ref": f"#/$defs/D{n + 1}"} for n in range(5000)},
            "properties": {f"p{n}": {"$ref": "#/$defs/D0"} for n in range(300)},
        },
        {"properties": {"p": {"enum": list(range(19_000))}, "q": {"pattern": "a" * 1_000_000}}},
    ],
    ids=["anyOf", "oneOf", "allOf", "shared", "chain", "long"],
)
def test_a_schema_without_end_is_described_soon_and_in_few_words(schema: dict[str, Any]) -> None:
    start = process_time()
    rows = schema_rows(schema, schema.get("$defs", {}))
    assert process_time() - start < 2
    assert len(rows) <= 301
    assert max(len(row.rule) for row in rows) < 4000
