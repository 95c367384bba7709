"""The closed dialect of JSON Schema 2020-12 in which descriptors write `input` and `output.schema`: one table.

The helper's validator, `skill_helper.schema.validation`, implements exactly these keywords. What the table says of a keyword
serves the schema for editors, the diagnostics and the documentation.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from skillc.shared import TEXT_FORMATS, TYPE_PHRASES

JSON_TYPES = tuple(TYPE_PHRASES)
NUMBERS = ("number", "integer")

SCHEMA = {"$ref": "#/$defs/schema"}
SCHEMA_LIST = {"type": "array", "items": SCHEMA, "minItems": 1}
SCHEMA_TABLE = {"type": "object", "additionalProperties": SCHEMA}
ANY_VALUE: dict[str, Any] = {}
VALUE_LIST = {"type": "array", "minItems": 1, "uniqueItems": True}
TYPE_NAME = {"enum": list(JSON_TYPES)}
NAME_LIST = {"type": "array", "items": {"type": "string"}, "uniqueItems": True}
COUNT = {"type": "integer", "minimum": 0}
NUMBER = {"type": "number"}
FACTOR = {"type": "number", "exclusiveMinimum": 0}
FLAG = {"type": "boolean"}
SENTENCE = {"type": "string", "minLength": 1}
RESERVED_WORDS = {
    "type": "object",
    "properties": {"enum": {**VALUE_LIST, "description": "The values that are refused.", "examples": [["new", "me"]]}},
    "required": ["enum"],
    "additionalProperties": False,
}


class Keyword(NamedTuple):
    """A keyword of the dialect.

    `value` is the JSON Schema of what may stand behind it, `example` one such value, `types` the JSON types that it concerns
    (none: all of them). An annotation informs and never refuses a value.
    """

    name: str
    value: dict[str, Any]
    description: str
    example: Any
    types: tuple[str, ...] = ()
    annotation: bool = False


KEYWORD_ROWS = (
    Keyword("title", SENTENCE, "A short name for people.", "Postcode", annotation=True),
    Keyword("description", SENTENCE, "What the value means, in one sentence.", "Postcode, five digits in Germany.", annotation=True),
    Keyword(
        "$ref", {"type": "string", "pattern": r"^#/\$defs/[A-Za-z][A-Za-z0-9_-]*$"}, "A schema of the shared table.", "#/$defs/Address"
    ),
    Keyword("type", {"anyOf": [TYPE_NAME, {**VALUE_LIST, "items": TYPE_NAME}]}, "The JSON type, or several.", ["string", "null"]),
    Keyword("enum", VALUE_LIST, "The values that are allowed, and no others.", ["asc", "desc"]),
    Keyword("const", ANY_VALUE, "The one value that is allowed.", "v1"),
    Keyword("not", RESERVED_WORDS, "Reserved words: an `enum` of values that are refused.", {"enum": ["new", "me"]}),
    Keyword("anyOf", SCHEMA_LIST, "Alternatives; the value fits at least one.", [{"type": "string", "format": "date"}, {"type": "null"}]),
    Keyword("oneOf", SCHEMA_LIST, "Alternatives; the value fits exactly one.", [{"required": ["id"]}, {"required": ["number"]}]),
    Keyword("properties", SCHEMA_TABLE, "The schema of each property by its name.", {"city": {"type": "string"}}, ("object",)),
    Keyword("required", NAME_LIST, "The properties that must be there.", ["city"], ("object",)),
    Keyword(
        "additionalProperties",
        {"anyOf": [SCHEMA, FLAG]},
        "Whether other properties than those in `properties` are allowed, or the schema that they fit.",
        False,  # noqa: FBT003 - an example, not an option
        ("object",),
    ),
    Keyword("minProperties", COUNT, "The least number of properties.", 1, ("object",)),
    Keyword("maxProperties", COUNT, "The greatest number of properties.", 20, ("object",)),
    Keyword("items", SCHEMA, "The schema of every item.", {"type": "string"}, ("array",)),
    Keyword("minItems", COUNT, "The least number of items.", 1, ("array",)),
    Keyword("maxItems", COUNT, "The greatest number of items.", 100, ("array",)),
    Keyword("uniqueItems", FLAG, "Whether no two items may be equal.", True, ("array",)),  # noqa: FBT003 - an example, not an option
    Keyword("minLength", COUNT, "The least number of characters.", 1, ("string",)),
    Keyword("maxLength", COUNT, "The greatest number of characters.", 80, ("string",)),
    Keyword("pattern", {"type": "string", "format": "regex"}, "An ECMAScript expression found in the text.", "^[0-9]{5}$", ("string",)),
    Keyword("format", {"enum": list(TEXT_FORMATS)}, "The form of the text. It is checked.", "date", ("string",)),
    Keyword("minimum", NUMBER, "The least number allowed.", 1, NUMBERS),
    Keyword("maximum", NUMBER, "The greatest number allowed.", 100, NUMBERS),
    Keyword("exclusiveMinimum", NUMBER, "The number is greater than this.", 0, NUMBERS),
    Keyword("exclusiveMaximum", NUMBER, "The number is less than this.", 100, NUMBERS),
    Keyword("multipleOf", FACTOR, "The number is a whole multiple of this.", 0.01, NUMBERS),
    Keyword("default", ANY_VALUE, "What is assumed when the value is left out.", 1, annotation=True),
    Keyword("examples", {"type": "array", "minItems": 1}, "Values that fit.", ["10115"], annotation=True),
    Keyword("deprecated", FLAG, "Whether the value should no longer be used.", True, annotation=True),  # noqa: FBT003 - an example
)
KEYWORDS: dict[str, Keyword] = {keyword.name: keyword for keyword in KEYWORD_ROWS}


def dialect_definition() -> dict[str, Any]:
    """Return the JSON Schema of a schema in the dialect. It refers to itself as "#/$defs/schema" and belongs there."""
    return {
        "title": "A schema in the closed dialect",
        "description": "What a value must be. Only these keywords of JSON Schema 2020-12 are allowed.",
        "examples": [{"type": "string", "description": "Postcode, five digits in Germany.", "pattern": "^[0-9]{5}$"}],
        "type": "object",
        "properties": {
            name: {"description": keyword.description, **keyword.value, "examples": [keyword.example]} for name, keyword in KEYWORDS.items()
        },
        "additionalProperties": False,
    }
