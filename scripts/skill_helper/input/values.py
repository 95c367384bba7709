# skillc copies this file into each skill; change it in src/skill_helper, not there
"""An action's input, from `--input` and `--field value` flags, typed by the schema."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from ..base.exits import Exit
from ..base.jsontext import DoubledNameError, dump_json, parse_json, pointer_token
from ..base.outcome import Failure
from ..schema.json_values import is_integer_number, kind_of
from ..schema.reading import described_properties, referred_schema, schema_parts
from .shells import file_remedy, quotes_removed
from .texts import as_meant, doubled_name, text_as_meant

NUMBER = r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?"
MOST_BYTES = 2_000_000  # no system passes more to a program
LONGEST_CHAIN = 20  # of references to references
DECIMAL_COMMA = r"-?[0-9]{1,3}(\.?[0-9]{3})*,[0-9]+|-?[0-9]+,[0-9]+"


def read_text_argument(value: str, option: str) -> str:
    """Return the text of an argument, of a file (`@path`) or of standard input (`-`), without a byte order mark.

    UTF-8, or UTF-16 where a byte order mark says so: that is what PowerShell writes.
    """
    if value != "-" and not value.startswith("@"):
        return value
    source = "standard input" if value == "-" else f'the file "{value[1:]}"'
    try:
        content = source_bytes(value)
        return content.decode("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        remedy = 'put it into a file that is UTF-8 and pass "@FILE"' if value == "-" else "save it as UTF-8"
        raise Failure(
            Exit.BAD_INPUT, "unreadable_file", f"{option} names {source}, which is not UTF-8 text", remedy
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise Failure(
            Exit.BAD_INPUT,
            "unreadable_file",
            f"{option} names {source}, which cannot be read: {reason}",
            f'{option} takes "@FILE" for a file',
        ) from None


def source_bytes(value: str) -> bytes:
    """Return the bytes of standard input (`-`) or of a file (`@path`).

    Raises OSError; fails for more than a program can take.
    """
    if value == "-":
        content = sys.stdin.buffer.read(MOST_BYTES + 1) if sys.stdin is not None else b""
    else:
        with open(os.path.expanduser(value[1:]), "rb") as file:
            content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise too_big(len(content))
    return content


def too_big(size: int) -> Failure:
    """Return the outcome of an input of `size` characters or more, which the system does not pass on to a program."""
    message = f"the input is too big for one call: {size:,} characters; Windows passes on 32,000, other systems 128,000"
    remedy = "send less in one call: fewer items, shorter texts; or do it in the app"
    return Failure(Exit.BAD_INPUT, "input_too_big", message, remedy)


def json_in(text: str, option: str, *, given: str = "") -> Any:
    """Return the JSON value of a text that was `given` so on the command line.

    The failure says what a shell may have done to it.
    """
    try:
        return parse_json(text, unique_names=True)
    except DoubledNameError as error:
        raise doubled_name(error.name, error.pointer, option) from None
    except ValueError as error:
        if quotes_removed(text):
            message = f"{option} is not JSON: the shell has removed its quotes: {text[:80]}"
            remedy = f'put the JSON into a file and pass {option} "@FILE", or use --name value flags'
            raise Failure(Exit.BAD_INPUT, "quotes_removed", message, remedy) from None
        usual = f'{option} takes a JSON text, "@FILE" or - (standard input)'
        remedy = file_remedy(option, given) if given == text else ""
        raise Failure(Exit.BAD_INPUT, "not_json", f"{option} is not JSON: {error}", remedy or usual) from None


def collect_input(
    given: Any, flags: Sequence[tuple[str, str | None]], schema: Mapping[str, Any], defs: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the input object: the members of `given`, which is the value of `--input`, then the flags, which win.

    A repeated flag makes an array.
    """
    value = decode_text(given, {"type": "object"}, {})
    if not isinstance(value, dict):
        raise Failure(Exit.BAD_INPUT, "not_an_object", '--input is not a JSON object, e.g. {"page": 2}')
    from .aliases import called_by_name, given_twice, names_of_aliases

    names = names_of_aliases(schema)
    collected: dict[str, Any] = {}
    for name, member in called_by_name(as_meant(value), schema, defs).items():
        collected[name] = decode_text(member, property_schema(name, schema, defs), defs, name)
    texts: dict[str, list[str | None]] = {}
    spelt: dict[str, str] = {}
    for flag, text in flags:
        spelling = text_as_meant(flag)
        name = names.get(spelling, spelling)
        if spelt.setdefault(name, spelling) != spelling:
            raise given_twice(name, [spelt[name], spelling])
        texts.setdefault(name, []).append(None if text is None else text_as_meant(text))
    for name, values in texts.items():
        collected[name] = typed_flag(name, values, property_schema(name, schema, defs), defs)
    meant: dict[str, Any] = as_meant(called_by_name(collected, schema, defs))
    return meant


def property_schema(name: str, schema: Mapping[str, Any], defs: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the schema of one input, wherever the alternatives of the whole speak of it; `{}` when none does."""
    found = [part["properties"][name] for part in schema_parts(schema, defs) if name in described_properties(part)]
    if len(found) < 2:  # noqa: PLR2004 - one says it all
        return follow_references(found[0] if found else schema.get("additionalProperties"), defs)
    return {"anyOf": found}


def follow_references(schema: Any, defs: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the schema behind a chain of `$ref`, with what is said beside them; `{}` for what is no schema."""
    followed: set[Any] = set()
    while isinstance(schema, dict) and isinstance(schema.get("$ref"), str) and schema["$ref"] not in followed:
        if len(followed) >= LONGEST_CHAIN:
            break
        followed.add(schema["$ref"])
        target = referred_schema(schema["$ref"], defs)
        if not isinstance(target, dict):
            break
        beside = {keyword: value for keyword, value in schema.items() if keyword != "$ref"}
        schema = {**target, **beside}
    return schema if isinstance(schema, dict) else {}


def allowed_types(schema: Mapping[str, Any], defs: Mapping[str, Any]) -> set[str]:
    """Return the JSON types that a schema allows; empty: any.

    They are found by its `type`, else by its values, its alternatives or its other keywords.
    """
    types = schema.get("type")
    if isinstance(types, (str, list)):
        return {name for name in ([types] if isinstance(types, str) else types) if isinstance(name, str)}
    values = listed_values(schema)
    if values is not None:
        return {type_of(value) for value in values}
    parts = [part for part in schema_parts(schema, defs)[1:] if "type" in part or listed_values(part) is not None]
    if parts:
        return {name for part in parts for name in allowed_types(part, {})}
    return {"object"} if "properties" in schema else {"array"} if "items" in schema else set()


def listed_values(schema: Mapping[str, Any]) -> list[Any] | None:
    """Return the values that `const` or `enum` lists; None when there is neither."""
    if "const" in schema:
        return [schema["const"]]
    return schema["enum"] if isinstance(schema.get("enum"), list) else None


def type_of(value: Any) -> str:
    """Return the JSON Schema type of a value."""
    return "integer" if is_integer_number(value) else kind_of(value)


def typed_flag(name: str, values: Sequence[str | None], schema: Mapping[str, Any], defs: Mapping[str, Any]) -> Any:
    """Return the value of a flag given once or more."""
    types = allowed_types(schema, defs)
    if types & {"array", "object"} and "string" not in types and any(quotes_removed(value or "") for value in values):
        message, remedy = (
            f"--{name} is JSON whose quotes the shell has removed",
            f'put {{"{name}":…}} into a file and pass --input "@FILE"',
        )
        raise Failure(Exit.BAD_INPUT, "quotes_removed", message, remedy)
    if "array" in types:
        return typed_array(name, values, schema, defs)
    if len(values) > 1:
        raise Failure(Exit.BAD_INPUT, "repeated_flag", f"--{name} was given {len(values)} times; it takes one value")
    text = values[0]
    if text is None:
        if types and "boolean" not in types:
            remedy = f"a value that begins with a dash is written --{name}=-VALUE, an empty one --{name}="
            raise Failure(Exit.BAD_INPUT, "missing_value", f"--{name} needs a value", remedy)
        return True
    return typed_text(name, text, schema, defs)


def typed_array(
    name: str, values: Sequence[str | None], schema: Mapping[str, Any], defs: Mapping[str, Any]
) -> list[Any]:
    """Return an array from repeated flags, or from one flag that holds a JSON array."""
    texts = [value for value in values if value is not None]
    if len(texts) == 1 and texts[0].lstrip().startswith("["):
        decoded = decode_text(texts[0], {"type": "array"}, {}, name)
        if isinstance(decoded, list):
            return decoded
    shapes = (part["items"] for part in schema_parts(schema, defs) if isinstance(part.get("items"), dict))
    items = follow_references(next(shapes, {}), defs)
    return [typed_text(name, text, items, defs) for text in texts]


def typed_text(name: str, text: str, schema: Mapping[str, Any], defs: Mapping[str, Any]) -> Any:
    """Return `text` as a value that the schema lists, else as the first type it can be.

    Text that fits none stays text, and the validator says so.
    """
    listed = [value for part in schema_parts(schema, defs) for value in listed_values(part) or ()]
    if text not in listed:
        spelt = [value for value in listed if not isinstance(value, str) and dump_json(value) == text]
        if spelt:
            return spelt[0]
    types = allowed_types(schema, defs)
    if "string" in types or not types:
        return text
    if types & {"integer", "number"} and re.fullmatch(NUMBER, text):
        return number_argument(name, text)
    if "boolean" in types and text in ("true", "false"):
        return text == "true"
    if "null" in types and text == "null":
        return None
    return decode_text(text, {"type": sorted(types)}, {}, name)


def number_argument(name: str, text: str) -> Any:
    """Return the number that a flag gives."""
    try:
        return parse_json(text)
    except ValueError as error:
        problem = {"pointer": f"/{pointer_token(name)}", "message": str(error)}
        raise Failure(
            Exit.BAD_INPUT, "bad_number", f"--{name}: {error}", "write a number of usual size", problems=[problem]
        ) from None


def decode_text(value: Any, schema: Mapping[str, Any], defs: Mapping[str, Any], name: str = "") -> Any:
    """Return the object or array that a text spells, where the schema wants one and no text.

    Models often send such text.
    """
    types = allowed_types(schema, defs)
    if not isinstance(value, str) or "string" in types or not types & {"object", "array"}:
        return value
    try:
        decoded = parse_json(value, unique_names=True)
    except DoubledNameError as error:
        raise doubled_name(error.name, (f"/{pointer_token(name)}" if name else "") + error.pointer) from None
    except ValueError:
        return value
    wanted = "object" if isinstance(decoded, dict) else "array" if isinstance(decoded, list) else ""
    return decoded if wanted in types else value


def number_hint(value: Any) -> str:
    """Return how to write a number that came with a decimal comma, or nothing."""
    if isinstance(value, str) and re.fullmatch(DECIMAL_COMMA, value):
        return f"write {Decimal(value.replace('.', '').replace(',', '.'))}"
    return ""
