"""What other dialects write, such as OpenAPI, older JSON Schema or a programming language, in the words of this one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from skillc.shared import dump_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from skillc.diagnostic import Pointer
    from skillc.load import Document

_LONGEST = 80

_SIDE_BY_SIDE = "write the keywords of its parts side by side, in one schema"
_ALTERNATIVES = "write oneOf: one schema for each case"
_LOWEST, _HIGHEST = "write minimum, minLength or minItems", "write maximum, maxLength or maxItems"
_DROPPED = "remove it; a YAML comment can say the same"
_KEYWORDS = {
    "allOf": _SIDE_BY_SIDE,
    "extends": _SIDE_BY_SIDE,
    "if": _ALTERNATIVES,
    "then": _ALTERNATIVES,
    "else": _ALTERNATIVES,
    "dependentSchemas": _ALTERNATIVES,
    "dependencies": _ALTERNATIVES,
    "dependentRequired": _ALTERNATIVES,
    "discriminator": "write oneOf, with a const in each part that tells the parts apart",
    "patternProperties": "write additionalProperties: the schema of every property that is not named",
    "unevaluatedProperties": "write additionalProperties",
    "propertyNames": "say in the description which names are meant",
    "prefixItems": "write items: one schema for every item",
    "unevaluatedItems": "write maxItems",
    "additionalItems": "write maxItems",
    "contains": "say in the description which item is needed",
    "optional": "leave it out: what the object around it does not list in required is optional",
    "definitions": "write it in $defs of skill.yaml",
    "$defs": "write it in $defs of skill.yaml",
    "components": "write it in $defs of skill.yaml",
    "divisibleBy": "write multipleOf",
    "min": _LOWEST,
    "max": _HIGHEST,
    "regex": "write pattern",
    "readOnly": "remove it; what the app alone sets is no input",
    "writeOnly": "remove it; what the app never answers is not in output",
    "$comment": _DROPPED,
    "$id": _DROPPED,
    "id": _DROPPED,
    "$schema": _DROPPED,
    "$anchor": _DROPPED,
    "xml": _DROPPED,
    "externalDocs": "write the address into source",
    "contentEncoding": "say in the description how the text is encoded",
    "contentMediaType": "say in the description what the text holds",
}
_NULLABLE = ("nullable", "x-nullable")
_TYPES = {
    "any": "leave type out: any value is allowed then",
    "*": "leave type out: any value is allowed then",
    "mixed": "leave type out: any value is allowed then",
    "str": "write string",
    "text": "write string",
    "char": "write string",
    "uuid": "write type: string, format: uuid",
    "email": "write type: string, format: email",
    "uri": "write type: string, format: uri",
    "url": "write type: string, format: uri",
    "date": "write type: string, format: date",
    "datetime": "write type: string, format: date-time",
    "date-time": "write type: string, format: date-time",
    "timestamp": "write type: string, format: date-time",
    "binary": "write string",
    "file": "write string",
    "int": "write integer",
    "int32": "write integer",
    "int64": "write integer",
    "long": "write integer",
    "float": "write number",
    "double": "write number",
    "decimal": "write number",
    "bool": "write boolean",
    "dict": "write object",
    "map": "write object",
    "hash": "write object",
    "struct": "write object",
    "list": "write array",
    "tuple": "write array",
    "set": "write array, with uniqueItems: true",
    "none": 'write "null"',
    "nil": 'write "null"',
    "undefined": 'write "null"',
}
_OPTIONAL = re.compile(r"(\w+)\?|(\w+)\s*\|\s*(?:null|none)|(?:null|none)\s*\|\s*(\w+)", re.IGNORECASE)
_REFERENCE = re.compile(r"(?:#?/?(?:definitions|\$defs|components/schemas|schemas)/)?([A-Za-z][A-Za-z0-9_-]*)")


def keyword_hint(keyword: str, schema: Mapping[str, Any]) -> str:
    """Return what to write instead of a keyword that this dialect does not have; empty when nobody can know."""
    if keyword == "allOf":
        return _merged(schema.get(keyword)) or _SIDE_BY_SIDE
    if keyword in _NULLABLE and schema.get(keyword) is False:
        return "remove it; null is not allowed anyway"
    if keyword in _NULLABLE:
        return _with_null(schema.get("type"))
    if keyword == "example":
        return _in_a_list("examples", schema[keyword]) or "write examples: a list of values"
    if keyword.startswith("x-"):
        return _DROPPED
    if keyword == "enumNames":
        return "say in the description what each value means"
    return _KEYWORDS.get(keyword, "")


def type_hint(value: Any, around: Any) -> str:
    """Return what to write instead of the type `value`, which stands in `around`, a list or a schema."""
    if value is None:
        return (
            _with_null([name for name in around if name not in (None, "null")])
            if isinstance(around, list)
            else 'write type: "null"'
        )
    if not isinstance(value, str):
        return ""
    if optional := _OPTIONAL.fullmatch(value.strip()):
        return _with_null(next(filter(None, optional.groups())).lower())
    return _TYPES.get(value.strip().lower(), "")


def reference_hint(value: Any) -> str:
    """Return the reference to the shared schema that is meant."""
    found = _REFERENCE.fullmatch(value) if isinstance(value, str) else None
    return f'write "#/$defs/{found[1]}", and the schema in $defs of skill.yaml' if found else ""


def wrong_type_hint(keyword: str, value: Any, document: Document, pointer: Pointer) -> str:
    """Return what to write instead of a keyword's value at `pointer` that another dialect takes."""
    if keyword == "required" and isinstance(value, bool):
        return _required_hint(document, pointer) if value else "remove it; what required does not list is optional"
    if keyword in ("exclusiveMinimum", "exclusiveMaximum") and isinstance(value, bool):
        bound = keyword.replace("exclusiveM", "m")
        number = document.at(pointer[:-1]).get(bound)
        written = f"write the number behind {keyword}" if number is None else f"write {keyword}: {number}"
        return f"{written}, without {bound}" if value else "remove it"
    return "write one schema, which every item fits" if keyword == "items" and isinstance(value, list) else ""


def _required_hint(document: Document, pointer: Pointer) -> str:
    """Return where a property is named that must be there; `pointer` leads to the `required` inside it."""
    if pointer[-3:-2] != ("properties",):
        return "remove it; required stands in the object around it, and lists the names"
    name, around = pointer[-2], document.at(pointer[:-3])
    listed = around.get("required")
    names = [name] if not isinstance(listed, list) or name in listed else [*listed, name]
    written = f"required: [{', '.join(map(str, names))}]"
    return f"remove it, and write {written} beside the properties of the object around it"


def _in_a_list(keyword: str, value: Any) -> str:
    """Return a keyword with a list of one short value."""
    written = value if isinstance(value, str) and value.isalnum() else dump_json(value)
    return f"write {keyword}: [{written}]" if len(written) <= _LONGEST else ""


def _merged(parts: Any) -> str:
    """Return short parts of an `allOf` as one schema; empty where they are long or contradict each other."""
    if not isinstance(parts, list) or not all(isinstance(part, dict) for part in parts):
        return ""
    members = [(key, value) for part in parts for key, value in part.items()]
    written = ", ".join(
        f"{key}: {value if isinstance(value, str) and value.isalnum() else dump_json(value)}" for key, value in members
    )
    alone = len({key for key, _ in members}) == len(members)
    return f"write its parts side by side: {written}" if alone and 0 < len(written) <= _LONGEST else ""


def _with_null(types: Any) -> str:
    names = [types] if isinstance(types, str) else types if isinstance(types, list) else []
    listed = ", ".join([*(str(name) for name in names if name), '"null"'])
    return (
        f"write type: [{listed}]" if names else 'write type: [string, "null"], with the type that is meant for string'
    )
