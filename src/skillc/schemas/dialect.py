"""The closed dialect of JSON Schema 2020-12 in which descriptors write `input` and `output.schema`: one table.

The helper's validator, `skill_helper.schema.validation`, implements exactly these keywords. The schemas for
editors, the findings and the documentation are made from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from skillc.shared import CODECS, TEXT_FORMATS, TYPE_PHRASES

if TYPE_CHECKING:
    from collections.abc import Iterator

_JSON_TYPES = tuple(TYPE_PHRASES)
NUMBERS = ("number", "integer")

_SCHEMA = {"$ref": "#/$defs/schema"}
_SCHEMA_LIST = {"type": "array", "items": _SCHEMA, "minItems": 1}
_SCHEMA_TABLE = {"type": "object", "additionalProperties": _SCHEMA}
_ANY_VALUE: dict[str, Any] = {}
_VALUE_LIST = {"type": "array", "minItems": 1, "uniqueItems": True}
_TYPE_NAME = {"enum": list(_JSON_TYPES)}
_NAME_LIST = {"type": "array", "items": {"type": "string"}, "uniqueItems": True}
_COUNT = {"type": "integer", "minimum": 0}
_NUMBER = {"type": "number"}
_FACTOR = {"type": "number", "exclusiveMinimum": 0}
_FLAG = {"type": "boolean"}
_SENTENCE = {"type": "string", "minLength": 1}
_RESERVED_WORDS = {
    "type": "object",
    "properties": {"enum": {**_VALUE_LIST, "description": "The values that are refused.", "examples": [["new", "me"]]}},
    "required": ["enum"],
    "additionalProperties": False,
}


class _Keyword(NamedTuple):
    """A keyword of the dialect.

    `value` is the JSON Schema of its value, `example` one such value, `types` the JSON types to which it applies (none:
    all of them). An annotation never refuses a value.
    """

    name: str
    value: dict[str, Any]
    description: str
    example: Any
    types: tuple[str, ...] = ()
    annotation: bool = False


def _codec_words() -> Iterator[str]:
    yield from (f"by `{name}` {codec.about}" for name, codec in CODECS.items())


_KEYWORD_ROWS = (
    _Keyword("title", _SENTENCE, "A short name for people.", "Postcode", annotation=True),
    _Keyword(
        "description",
        _SENTENCE,
        "What the value means, in one sentence.",
        "Postcode, five digits in Germany.",
        annotation=True,
    ),
    _Keyword(
        "$ref",
        {"type": "string", "pattern": r"^#/\$defs/[A-Za-z][A-Za-z0-9_-]*$"},
        "A schema of the shared table.",
        "#/$defs/Address",
    ),
    _Keyword(
        "type",
        {"anyOf": [_TYPE_NAME, {**_VALUE_LIST, "items": _TYPE_NAME}]},
        "The JSON type, or several.",
        ["string", "null"],
    ),
    _Keyword("enum", _VALUE_LIST, "The values that are allowed, and no others.", ["asc", "desc"]),
    _Keyword("const", _ANY_VALUE, "The one value that is allowed.", "v1"),
    _Keyword("not", _RESERVED_WORDS, "Reserved words: an `enum` of values that are refused.", {"enum": ["new", "me"]}),
    _Keyword(
        "anyOf",
        _SCHEMA_LIST,
        "Alternatives; the value fits at least one.",
        [{"type": "string", "format": "date"}, {"type": "null"}],
    ),
    _Keyword(
        "oneOf",
        _SCHEMA_LIST,
        "Alternatives; the value fits exactly one.",
        [{"required": ["id"]}, {"required": ["number"]}],
    ),
    _Keyword(
        "properties",
        _SCHEMA_TABLE,
        "The schema of each property by its name.",
        {"city": {"type": "string"}},
        ("object",),
    ),
    _Keyword("required", _NAME_LIST, "The properties that must be there.", ["city"], ("object",)),
    _Keyword(
        "additionalProperties",
        {"anyOf": [_SCHEMA, _FLAG]},
        "Whether other properties than those in `properties` are allowed, or the schema that they fit.",
        False,  # noqa: FBT003 - an example, not an option
        ("object",),
    ),
    _Keyword("minProperties", _COUNT, "The least number of properties.", 1, ("object",)),
    _Keyword("maxProperties", _COUNT, "The greatest number of properties.", 20, ("object",)),
    _Keyword("items", _SCHEMA, "The schema of every item.", {"type": "string"}, ("array",)),
    _Keyword("minItems", _COUNT, "The least number of items.", 1, ("array",)),
    _Keyword("maxItems", _COUNT, "The greatest number of items.", 100, ("array",)),
    _Keyword("uniqueItems", _FLAG, "Whether no two items may be equal.", True, ("array",)),  # noqa: FBT003 - an example, not an option
    _Keyword("minLength", _COUNT, "The least number of characters.", 1, ("string",)),
    _Keyword("maxLength", _COUNT, "The greatest number of characters.", 80, ("string",)),
    _Keyword(
        "pattern",
        {"type": "string", "format": "regex"},
        "An ECMAScript expression found in the text.",
        "^[0-9]{5}$",
        ("string",),
    ),
    _Keyword("format", {"enum": list(TEXT_FORMATS)}, "The form of the text. It is checked.", "date", ("string",)),
    _Keyword("minimum", _NUMBER, "The least number allowed.", 1, NUMBERS),
    _Keyword("maximum", _NUMBER, "The greatest number allowed.", 100, NUMBERS),
    _Keyword("exclusiveMinimum", _NUMBER, "The number is greater than this.", 0, NUMBERS),
    _Keyword("exclusiveMaximum", _NUMBER, "The number is less than this.", 100, NUMBERS),
    _Keyword("multipleOf", _FACTOR, "The number is a whole multiple of this.", 0.01, NUMBERS),
    _Keyword("default", _ANY_VALUE, "What is assumed when the value is left out.", 1, annotation=True),
    _Keyword("examples", {"type": "array", "minItems": 1}, "Values that fit.", ["10115"], annotation=True),
    _Keyword("deprecated", _FLAG, "Whether the value should no longer be used.", True, annotation=True),  # noqa: FBT003 - an example
    _Keyword(
        "aliases",
        {**_NAME_LIST, "minItems": 1},
        "Of a property: other spellings that are taken for it; never the name of something else.",
        ["due_date", "days_until_due"],
        annotation=True,
    ),
    _Keyword(
        "refused",
        {"type": "object", "minProperties": 1, "additionalProperties": _SENTENCE},
        "Names that callers may guess and that could mean something else, each with what to write instead.",
        {"amount": "write unitPrice; is it of one unit or of the line?"},
        ("object",),
        annotation=True,
    ),
    _Keyword(
        "wire",
        {"enum": list(CODECS)},
        f"How the app writes the value, where callers write it otherwise: {'; '.join(_codec_words())}.",
        "yyyymmdd",
        annotation=True,
    ),
)
KEYWORDS: dict[str, _Keyword] = {keyword.name: keyword for keyword in _KEYWORD_ROWS}


def dialect_definition() -> dict[str, Any]:
    """Return the JSON Schema of a schema in the dialect. It refers to itself as "#/$defs/schema" and belongs there."""
    return {
        "title": "A schema in the closed dialect",
        "description": "What a value must be. Only these keywords of JSON Schema 2020-12 are allowed.",
        "examples": [{"type": "string", "description": "Postcode, five digits in Germany.", "pattern": "^[0-9]{5}$"}],
        "type": "object",
        "properties": {
            name: {"description": keyword.description, **keyword.value, "examples": [keyword.example]}
            for name, keyword in KEYWORDS.items()
        },
        "additionalProperties": False,
    }
