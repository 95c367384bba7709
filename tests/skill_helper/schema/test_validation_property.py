"""The validator and `jsonschema` agree on generated schemas of the dialect and on values that nearly fit them.

Left out, because `jsonschema` itself differs from the standard or from ECMAScript there: `multipleOf` on floats,
`1.0` as an integer when it is a Decimal (taught to it below), patterns that Python reads differently, and the texts
for which its
format tests are too lenient (`test_validation_formats.py` lists them).
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import jsonschema
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skill_helper.schema.json_values import is_integer_number
from skill_helper.schema.validation import Problem, problems_of

REPEATABLE = settings(
    max_examples=200,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
STANDARD = jsonschema.validators.extend(  # type: ignore[no-untyped-call]
    jsonschema.Draft202012Validator,
    type_checker=jsonschema.Draft202012Validator.TYPE_CHECKER.redefine(
        "integer", lambda _checker, value: is_integer_number(value)
    ),
)
FORMAT_CHECKER = jsonschema.Draft202012Validator.FORMAT_CHECKER

NAMES = st.sampled_from(["a", "b", "city", "a/b", "~", ""])
NUMBERS = st.one_of(
    st.integers(-3, 12), st.sampled_from([Decimal(text) for text in ("0.5", "1.0", "2.50", "-3", "7.25", "1E+1")])
)
COUNTS = st.integers(0, 3)
FORMAT_TEXTS = [
    *("2024-02-29", "2023-02-29", "2024-02-29T10:00:00Z", "2024-02-29T25:00:00Z"),
    *("jo@example.de", "https://example.de/?q=1", "/path", "123e4567-e89b-12d3-a456-426614174000", "123e4567"),
]
TEXTS = st.one_of(
    st.sampled_from(["", "a", "ab", "10115", "Wörth", "a😀b", *FORMAT_TEXTS]), st.text(alphabet="ab1😀", max_size=4)
)
SCALARS = st.one_of(st.none(), st.booleans(), NUMBERS, TEXTS)
FLAT = st.one_of(SCALARS, st.lists(SCALARS, max_size=3), st.dictionaries(NAMES, SCALARS, max_size=2))
VALUES = st.one_of(SCALARS, FLAT, st.lists(FLAT, max_size=2), st.dictionaries(NAMES, FLAT, max_size=2))
PATTERNS = st.sampled_from(["^[a-z]+", "[0-9]{2}", "b", "^(?:a|1)", "[^a]"])
FORMATS = st.sampled_from(["date", "date-time", "email", "uri", "uuid"])
TREE = {
    "type": "object",
    "properties": {"a": {"$ref": "#/$defs/Tree"}, "b": {"$ref": "#/$defs/One"}},
    "required": ["b"],
}


def with_optional(
    required: dict[str, st.SearchStrategy[Any]], optional: dict[str, st.SearchStrategy[Any]]
) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        required, optional={word: values for word, values in optional.items() if word not in required}
    )


def schemas_of_scalars() -> st.SearchStrategy[dict[str, Any]]:
    number = {"minimum": NUMBERS, "maximum": NUMBERS, "exclusiveMinimum": NUMBERS, "exclusiveMaximum": NUMBERS}
    number["multipleOf"] = st.sampled_from([1, 2, 3, Decimal("0.5"), Decimal("0.01"), Decimal("2.5")])
    text = {"minLength": COUNTS, "maxLength": COUNTS, "pattern": PATTERNS, "format": FORMATS}
    types = st.lists(
        st.sampled_from(["string", "number", "integer", "boolean", "null", "array", "object"]),
        min_size=1,
        max_size=3,
        unique=True,
    )
    return st.one_of(
        with_optional({"type": st.sampled_from(["number", "integer"])}, number),
        with_optional({"type": st.just("string")}, text),
        with_optional({"type": types}, {**number, **text, "title": st.just("T"), "default": VALUES}),
        with_optional(
            {}, {**number, **text, "not": st.fixed_dictionaries({"enum": st.lists(VALUES, min_size=1, max_size=3)})}
        ),
        with_optional(
            {"enum": st.lists(VALUES, min_size=1, max_size=4)}, {"deprecated": st.booleans(), "examples": st.just([1])}
        ),
        st.fixed_dictionaries({"const": VALUES}),
        st.fixed_dictionaries({"$ref": st.sampled_from(["#/$defs/One", "#/$defs/Tree"])}),
    )


def schemas_of_containers(
    inner: st.SearchStrategy[Any], *, with_alternatives: bool
) -> st.SearchStrategy[dict[str, Any]]:
    of_array = {"items": inner, "minItems": COUNTS, "maxItems": COUNTS, "uniqueItems": st.booleans()}
    of_object = {
        "properties": st.dictionaries(NAMES, inner, max_size=3),
        "required": st.lists(NAMES, max_size=2, unique=True),
        "additionalProperties": st.booleans() | inner,
        "minProperties": COUNTS,
        "maxProperties": COUNTS,
    }
    alternatives = [
        with_optional({word: st.lists(inner, min_size=1, max_size=3)}, {"type": st.just("object")})
        for word in ("anyOf", "oneOf")
    ]
    return st.one_of(
        with_optional({"type": st.just("array")}, of_array),
        with_optional({"type": st.just("object")}, of_object),
        with_optional({"properties": st.dictionaries(NAMES, inner, min_size=1, max_size=3)}, of_object),
        with_optional({}, {**of_array, **of_object, "$ref": st.just("#/$defs/One")}),
        *(alternatives if with_alternatives else []),
    )


def schemas(*, with_alternatives: bool) -> st.SearchStrategy[Any]:
    flat = schemas_of_scalars()
    nested = flat | schemas_of_containers(flat, with_alternatives=with_alternatives)
    return schemas_of_containers(nested, with_alternatives=with_alternatives) | nested


DEFINITION = schemas_of_scalars().map(lambda schema: {} if "$ref" in schema else schema)
SCHEMAS = schemas(with_alternatives=True)
PLAIN_SCHEMAS = schemas(with_alternatives=False)
VALUES_PER_SCHEMA = 4


@st.composite
def values_near(draw: st.DrawFn, schema: dict[str, Any], defs: dict[str, Any], depth: int = 0) -> Any:
    """Draw a value that was meant to fit `schema`: often it does, often one thing is off."""
    if depth > 4 or draw(st.integers(0, 11)) == 0:
        return draw(VALUES)
    if "$ref" in schema and len(schema) == 1:
        return draw(values_near(defs[schema["$ref"].rpartition("/")[2]], defs, depth + 1))
    for word in ("anyOf", "oneOf"):
        if word in schema:
            return draw(values_near(draw(st.sampled_from(schema[word])), defs, depth + 1))
    if "const" in schema:
        return schema["const"]
    if "not" in schema and draw(st.booleans()):
        return draw(st.sampled_from(schema["not"]["enum"]))
    if "enum" in schema:
        return draw(st.sampled_from(schema["enum"]))
    types = schema.get(
        "type", "array" if "items" in schema else "object" if {"properties", "required"} & set(schema) else "string"
    )
    kind = types if isinstance(types, str) else draw(st.sampled_from(types))
    if kind == "object":
        described = schema.get("properties", {})
        other = schema.get("additionalProperties", {})
        names = [*described, draw(NAMES)] if draw(st.booleans()) else [*described, *schema.get("required", [])]
        return {
            name: draw(values_near(described.get(name, other if isinstance(other, dict) else {}), defs, depth + 1))
            for name in draw(st.permutations(list(dict.fromkeys(names))))
        }
    if kind == "array":
        items = values_near(schema.get("items", {}), defs, depth + 1)
        return draw(st.lists(items, min_size=min(schema.get("minItems", 0), 3), max_size=3))
    scalars = {
        "null": st.none(),
        "boolean": st.booleans(),
        "string": TEXTS,
        "integer": st.integers(-3, 12),
        "number": NUMBERS,
    }
    return draw(scalars[kind])


def standard_errors(value: Any, schema: Any, defs: dict[str, Any]) -> list[jsonschema.ValidationError]:
    whole = {"$ref": "#/$defs/Whole", "$defs": {**defs, "Whole": schema}}
    return list(STANDARD(whole, format_checker=FORMAT_CHECKER).iter_errors(value))


def pointer_of(error: jsonschema.ValidationError) -> str:
    return "".join("/" + str(token).replace("~", "~0").replace("/", "~1") for token in error.absolute_path)


def pointer_as_in_the_standard(problem: Problem) -> str:
    """The standard complains about the object that holds an unknown name, the validator about the name."""
    return problem.pointer.rpartition("/")[0] if problem.message.startswith("unknown ") else problem.pointer


def outermost(places: list[tuple[str, str]]) -> set[str]:
    """Drop what lies below a value that is refused as a whole: the validator does not look there."""
    refused = [pointer for pointer, keyword in places if keyword in {"type", "const", "enum"}]
    return {pointer for pointer, _keyword in places if not any(pointer.startswith(above + "/") for above in refused)}


@REPEATABLE
@given(st.data(), SCHEMAS, DEFINITION)
def test_valid_is_what_jsonschema_calls_valid(
    data: st.DataObject, schema: dict[str, Any], definition: dict[str, Any]
) -> None:
    defs = {"One": definition, "Tree": TREE}
    for value in data.draw(st.lists(values_near(schema, defs), min_size=VALUES_PER_SCHEMA, max_size=VALUES_PER_SCHEMA)):
        assert (problems_of(value, schema, defs) == []) == (standard_errors(value, schema, defs) == [])


@REPEATABLE
@given(st.data(), PLAIN_SCHEMAS, DEFINITION)
def test_problems_are_at_the_places_that_jsonschema_names(
    data: st.DataObject, schema: dict[str, Any], definition: dict[str, Any]
) -> None:
    defs = {"One": definition, "Tree": TREE}
    for value in data.draw(st.lists(values_near(schema, defs), min_size=VALUES_PER_SCHEMA, max_size=VALUES_PER_SCHEMA)):
        ours = [(pointer_as_in_the_standard(problem), problem.keyword) for problem in problems_of(value, schema, defs)]
        theirs = [(pointer_of(error), str(error.validator)) for error in standard_errors(value, schema, defs)]
        assert outermost(ours) == outermost(theirs)
