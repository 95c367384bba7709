"""Skills of any size to measure with: valid, varied, always the same for the same size; a descriptor has 67 lines."""

from __future__ import annotations

from pathlib import Path

LINES = 67
ACTIONS_PER_ENTITY = 20
VERBS = {"list": "read", "get": "read", "create": "write", "update": "write", "delete": "destructive"}
COLOURS = ("red", "green", "blue", "grey", "amber", "ivory", "coral")
THINGS = (
    "crate",
    "pallet",
    "label",
    "parcel",
    "receipt",
    "contract",
    "tariff",
    "voucher",
    "shelf",
    "scanner",
    "forklift",
)

# What properties may be, in one line or in several, as dense as those of real descriptors.
PROPERTIES = (
    ("{{type: string, minLength: 1, description: Printed {name}.}}",),
    ("type: string", "minLength: 2", "maxLength: {number}", "description: The {name} as it is printed on the label."),
    ('{{type: integer, minimum: 1, description: "Number of {name}s."}}',),
    ('{{type: [string, "null"], description: Words on {name}., confidence: inferred}}',),
    (
        "type: array",
        "minItems: 1",
        "items: {{type: string, minLength: 1}}",
        "description: Words to search for in {name} (repeat the flag).",
    ),
    ("{{type: boolean, description: Whether {name} was seen.}}",),
    ("type: string", "enum:", "  - open", "  - paid", "  - late", "  - void", "description: State of {name}."),
    ('{{$ref: "#/$defs/Code", description: Code of {name}.}}',),
    (
        "type: string",
        'pattern: "^[A-Z]{{2}}[0-9]{{4}}$"',
        'description: "Number of {name}, such as DE20{number}."',
        "examples: [DE1234]",
    ),
    ("{{type: string, format: date, description: Day of {name}.}}",),
    (
        "type: object",
        "properties:",
        "  id: {{type: string, description: Id of {name}.}}",
        "description: Who is asked about {name}.",
    ),
)

SKILL = """name: warehouse
version: 1.0.0
title: Warehouse
description: Keep a warehouse. Use when the user asks what is in stock, or wants to change it.
license: MIT-0
intro: The warehouse is a service that was made up to measure with.
app:
  name: Warehouse
  url: https://example.com
  docs: https://example.com/docs
  cli: {package: "@membranehq/cli", version: 1.2.3}
$defs:
  Code: {type: string, minLength: 2, maxLength: 12, description: A code of the warehouse.}
  Page: {type: integer, minimum: 1, description: "The page, from 1."}
entities:
"""


def write_skill(root: Path, actions: int) -> None:
    """Write the sources of a skill with so many actions; 20 of them share an entity."""
    entities: list[str] = []
    for number in range(actions):
        entity = f"hall-{number // ACTIONS_PER_ENTITY + 1}"
        if entity not in entities:
            entities.append(entity)
            (root / "actions" / entity).mkdir(parents=True)
        key = action_key(number)
        (root / "actions" / entity / f"{key}.yaml").write_text(descriptor(number, key, entity), encoding="utf-8")
    lines = [
        f"  {entity}: {{title: {entity.capitalize()}, summary: What stands in {entity}.}}\n" for entity in entities
    ]
    (root / "skill.yaml").write_text(SKILL + "".join(lines), encoding="utf-8")


def action_key(number: int) -> str:
    """Return the key of an action; five in a row are about the same thing."""
    return f"{list(VERBS)[number % len(VERBS)]}-{thing(number)}"


def thing(number: int) -> str:
    """Return what an action is about."""
    group = number // len(VERBS)
    return f"{COLOURS[group % len(COLOURS)]}-{THINGS[group % len(THINGS)]}-{group}"


def descriptor(number: int, key: str, entity: str) -> str:
    """Return the text of one descriptor."""
    verb, about = key.split("-", maxsplit=1)[0], thing(number)
    head = [
        "# yaml-language-server: $schema=../../action.schema.json",
        f"key: {key}",
        f"title: {key.replace('-', ' ').capitalize()}",
        f"summary: What happens to {about} when its day is {verb}.",
        f"entity: {entity}",
        f"effect: {VERBS[verb]}",
        f"run: {{action: {key}}}",
        *links(verb, about),
        "input:",
        "  type: object",
    ]
    end = [
        "errors:",
        "  - when: {status: 404}",
        f"    remedy: Look it up with `list-{about}`.",
        "examples:",
        f'  - ask: "What about {about}?"',
        f"    input: {{{'page: 1' if verb == 'list' else 'id: DE1234'}}}",
        "notes:",
        f"  - The {about} is counted at night, so that a number is up to a day old.",
        "source: https://example.com/docs",
        "confidence: documented",
    ]
    own = (
        ["    page: {$ref: '#/$defs/Page'}"]
        if verb == "list"
        else ["    id: {type: string, minLength: 1, description: Its id.}"]
    )
    inputs = ["  properties:", *own] if verb == "list" else ["  required: [id]", "  properties:", *own]
    answer = ["output:", "  show: [id, price]", "  schema:", "    type: object", "    properties:"]
    if verb == "list":
        rows = [
            "      data:",
            "        type: array",
            "        items:",
            "          type: object",
            "          properties:",
        ]
        answer = ["output:", "  items: data", *answer[1:], *rows]
    indent = " " * (12 if verb == "list" else 6)
    answer += [
        f"{indent}id: {{type: string, description: Its id.}}",
        f"{indent}price: {{type: number, description: Its price.}}",
    ]
    room = LINES - len(head) - len(inputs) - len(answer) - len(end)
    inputs += properties(number, room // 2, " " * 4)
    answer += properties(number + 1, room - room // 2, indent)
    return "\n".join([*head, *inputs, *answer, *end]) + "\n"


def links(verb: str, about: str) -> list[str]:
    """Return how an action depends on others."""
    reader = f"{{read: get-{about}, with: {{id: id}}, show: [id, price]}}"
    return {"list": ["page: {number: page}"], "update": [f"target: {reader}"], "delete": [f"target: {reader}"]}.get(
        verb, []
    )


def properties(number: int, lines: int, indent: str) -> list[str]:
    """Return properties that fill so many lines, no two actions with the same."""
    found: list[str] = []
    while len(found) < lines:
        place = number * 7 + len(found)
        name, words = f"{THINGS[place % len(THINGS)]}{number % 97}x{len(found)}", {"number": 20 + place % 80}
        kind = [line.format(name=name, **words) for line in PROPERTIES[place % len(PROPERTIES)]]
        if len(kind) > lines - len(found) - 1:
            kind = [f"{{type: string, description: Name of {name}.}}"]
        found += [f"{name}: {kind[0]}"] if len(kind) == 1 else [f"{name}:", *(f"  {line}" for line in kind)]
    return [indent + line for line in found]
