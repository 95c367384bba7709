# skillc copies this file into each skill; change it in src/skill_helper, not there
"""A schema as rows to read: every value with its members, items and alternatives, and what it may be, in words.

`describe`, the help pages and the reference pages show the same rows. A row's name is the path to the value:
`lines[].price` is the price in each item of `lines`, `note.*` any other member of `note`, `payment.iban (2)` one of the
second alternative.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from ..base.records import Action
from ..schema.reading import described_properties
from .rules import SchemaWords

MOST_ROWS = 300
DEEPEST = 12
LONGEST_ABOUT = 300


class SchemaRow(NamedTuple):
    """One value: the path to it, what it may be, what it is. `inferred`: the descriptor's author concluded it."""

    name: str
    rule: str
    about: str
    required: bool = False
    inferred: bool = False

    def members(self) -> dict[str, Any]:
        """Return the row for a JSON document."""
        wanted = {"required": True} if self.required else {}
        return {"name": self.name, "type": self.rule, **wanted, **({"about": self.about} if self.about else {})}


def schema_rows(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> list[SchemaRow]:
    """Return one row for each value inside the value that a schema describes, in its order.

    There are at most 300, and a last one that says so.
    """
    words = SchemaWords(definitions)
    rows = list(islice(_inner_rows(words, schema, "", ()), MOST_ROWS + 1))
    if len(rows) <= MOST_ROWS and not words.spent:
        return rows
    return [*rows[:MOST_ROWS], SchemaRow("…", "more than can be shown", "")]


def schema_rules(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> list[str]:
    """Return in words what an input must satisfy as a whole: which members go together, how many there are."""
    words = SchemaWords(definitions)
    return [choice.replace("its members", "the inputs") for choice in words.choices(words.resolved(schema))]


def reading_rules(action: Action) -> list[str]:
    """Return in words what is asked before an action runs, of the app and of the user, and whether it runs at all."""
    rules = [
        f"{name} is exactly the {' or '.join(lookup.by)} of one row of {lookup.action}"
        for name, lookup in action.lookup.items()
    ]
    rules += [f"{name} is read with {default.action} when it is left out" for name, default in action.defaults.items()]
    if action.output.data:
        like = action.output.data.like
        rules.append(f"--fields, --full and --lines read the file as data, as {like} does, and save none")
    if action.output.files:
        rules.append(f"--files FOLDER saves the file of each row there, as {action.output.files.action} gives it")
    if isinstance(action.confirm, str):
        rules.append(f"it needs a yes: {action.confirm.rstrip('.')}")
    if action.reversible:
        rules.append("what it removes can be brought back in the app")
    if action.request and action.request.instead:
        rules.append(f"it never runs, because Membrane's CLI sends no files; instead: {action.request.instead}")
    return rules


def _inner_rows(words: SchemaWords, schema: Any, path: str, entered: Sequence[str]) -> Iterator[SchemaRow]:
    """Yield the rows of what lies inside the value at `path`: members, items, and what the alternatives add."""
    if words.spent:
        return
    shape = words.resolved(schema)
    required = _required(words, shape)
    for name, member in described_properties(shape).items():
        yield from _rows_of(words, member, f"{path}.{name}" if path else name, entered, required=name in required)
    others = shape.get("additionalProperties")
    if isinstance(others, dict) and others:
        yield from _rows_of(words, others, f"{path}.*" if path else "*", entered)
    if isinstance(shape.get("items"), dict):
        yield from _inside_of(words, shape["items"], f"{path}[]", entered)
    for part in shape["allOf"] if isinstance(shape.get("allOf"), list) else ():
        yield from _inside_of(words, part, path, entered)
    for keyword in ("oneOf", "anyOf"):
        yield from _alternative_rows(words, shape.get(keyword), path, entered)


def _required(words: SchemaWords, shape: Mapping[str, Any]) -> set[str]:
    """Return the members that an object must have, by its own word and by that of the parts that all hold."""
    parts = shape["allOf"] if isinstance(shape.get("allOf"), list) else ()
    listed = (part.get("required") for part in (shape, *map(words.resolved, parts)))
    return {name for names in listed if isinstance(names, list) for name in names if isinstance(name, str)}


def _alternative_rows(words: SchemaWords, parts: Any, path: str, entered: Sequence[str]) -> Iterator[SchemaRow]:
    """Yield the rows of the alternatives of a value, each with the number of its alternative, if there are several."""
    shapes = [words.resolved(part) for part in parts] if isinstance(parts, list) else []
    several = sum(shape.get("type") != "null" for shape in shapes) > 1
    for number, part in enumerate(parts if shapes else (), start=1):
        about = shapes[number - 1].get("description")
        mark = f" ({number})" if several else ""
        if about and several:
            yield SchemaRow(path + mark, words.rule(part), str(about)[:LONGEST_ABOUT])
        for row in _inside_of(words, part, path, entered):
            yield row._replace(name=row.name + mark)


def _rows_of(
    words: SchemaWords, schema: Any, path: str, entered: Sequence[str], *, required: bool = False
) -> Iterator[SchemaRow]:
    """Yield the row of one value, then those of what lies inside it."""
    shape = words.resolved(schema)
    rule = "; ".join([words.rule(schema), *words.choices(shape)])
    about = str(shape.get("description") or ("" if "pattern" in shape else shape.get("title")) or "")[:LONGEST_ABOUT]
    yield SchemaRow(path, rule, about, required, shape.get("confidence") == "inferred")
    yield from _inside_of(words, schema, path, entered)


def _inside_of(words: SchemaWords, schema: Any, path: str, entered: Sequence[str]) -> Iterator[SchemaRow]:
    """Yield the rows inside a value; a shared schema that lies inside itself is only named."""
    name = str(schema.get("$ref", "")) if isinstance(schema, dict) else ""
    if (name and name in entered) or len(entered) >= DEEPEST:
        yield SchemaRow(f"{path}.…", f"as in the {name.rpartition('/')[2]} around it" if name else "nested deeper", "")
    else:
        yield from _inner_rows(words, schema, path, (*entered, name))
