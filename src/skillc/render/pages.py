"""The pages that agents read: SKILL.md and one reference page for each entity.

Decisions are made here, layout in the templates.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from skillc.model import Action, Effect, Entity, Skill
from skillc.render.environment import template
from skillc.shared import (
    ACTION_OPTIONS,
    EXIT_MEANINGS,
    allowed_types,
    dump_json,
    flags_of,
    follow_reference,
    page_line,
    variable_name,
)

_SHOWN_OPTIONAL_INPUTS = 3
_BOUNDS = (
    ("minimum", "from"),
    ("exclusiveMinimum", "above"),
    ("maximum", "to"),
    ("exclusiveMaximum", "below"),
    ("multipleOf", "in steps of"),
)


@dataclass(frozen=True, slots=True)
class _ActionRow:
    """One line of an action table."""

    key: str
    effect: str
    inputs: str


@dataclass(frozen=True, slots=True)
class _InputLine:
    """One input on a reference page: its name, what it accepts, what it means."""

    name: str
    rule: str
    about: str


def skill_page(skill: Skill) -> str:
    """Return SKILL.md."""
    common = _common_list_inputs(skill)
    rows = [_action_row(action, common) for action in skill.actions]
    reading = [row for row, action in zip(rows, skill.actions, strict=True) if action.effect is Effect.READ]
    changing = [row for row, action in zip(rows, skill.actions, strict=True) if action.effect is not Effect.READ]
    exits = [(int(code), meaning, todo) for code, (meaning, todo) in sorted(EXIT_MEANINGS.items()) if int(code)]
    paged = [entity.title.lower() for entity in skill.entities if any(action.page for action in entity.actions)]
    example = next((action for action in skill.actions if action.examples and action.effect is Effect.READ), None)
    return template("skill.md.jinja").render(
        skill=skill,
        reading=reading,
        changing=changing,
        exits=exits,
        common=common,
        paged=paged,
        example=_example_line(skill, example),
        own=partial(variable_name, skill.name),
    )


def _common_list_inputs(skill: Skill) -> tuple[str, ...]:
    """Return the inputs that every paged list accepts, so that the page names them once."""
    lists = [action for action in skill.actions if action.page]
    if len(lists) < 2:  # noqa: PLR2004 - one list names its own inputs
        return ()
    return tuple(name for name in _properties(lists[0]) if all(name in _properties(action) for action in lists))


def _properties(action: Action) -> dict[str, Any]:
    """Return the inputs of an action."""
    found: dict[str, Any] = action.input.get("properties", {})
    return found


def _action_row(action: Action, common: tuple[str, ...]) -> _ActionRow:
    """Return the table line of an action: required inputs with a star, some optional ones, the number of others."""
    required = [f"{name}*" for name in action.required]
    optional = [
        name for name in _properties(action) if name not in action.required and not (action.page and name in common)
    ]
    shown = optional if len(optional) <= _SHOWN_OPTIONAL_INPUTS else []
    rest = [f"+{len(optional)}"] if len(optional) > len(shown) else []
    effect = action.effect.value + (", confirm" if action.needs_plan else "")
    return _ActionRow(action.key, effect, " ".join([*required, *shown, *rest]))


def _example_line(skill: Skill, action: Action | None) -> str:
    """Return the first example of an action as a command line; without one, the command that lists them."""
    words = [action.key, *flags_of(action.examples[0].input)] if action else ["actions"]
    return f'python3 "{{baseDir}}/scripts/{skill.name}.py" {page_line(words)}'


def reference_page(skill: Skill, entity: Entity) -> str:
    """Return the reference page of an entity."""
    views = [_reference_view(skill, entity, action) for action in entity.actions]
    return template("reference.md.jinja").render(skill=skill, entity=entity, views=views)


def _reference_view(skill: Skill, entity: Entity, action: Action) -> dict[str, Any]:
    """Return what the page shows of one action. Inputs of an earlier action of the page are not repeated."""
    twin = _input_twin(entity, action)
    own = {
        name: schema for name, schema in _properties(action).items() if twin is None or name not in _properties(twin)
    }
    return {
        "action": action,
        "inputs": [_input_line(skill, action, name, schema) for name, schema in own.items()],
        "twin": twin.key if twin else "",
        "examples": [(example.ask, page_line([action.key, *flags_of(example.input)])) for example in action.examples],
        "output": _output_line(action),
    }


def _input_twin(entity: Entity, action: Action) -> Action | None:
    """Return an earlier action of the page whose inputs, at least four, this one accepts too."""
    for other in entity.actions:
        if other is action:
            return None
        alike = [name for name, schema in _properties(other).items() if _properties(action).get(name) == schema]
        if len(alike) >= 4 and len(alike) == len(_properties(other)):  # noqa: PLR2004 - fewer are read more quickly than looked up
            return other
    return None


def _input_line(skill: Skill, action: Action, name: str, schema: dict[str, Any]) -> _InputLine:
    """Return one input."""
    resolved = dict(follow_reference(schema, skill.definitions))
    mark = "*" if name in action.required else ""
    unsure = " (inferred)" if name in action.inferred_inputs else ""
    way = " Only through `--input`." if name in ACTION_OPTIONS else ""
    return _InputLine(name + mark, _input_rule(resolved, skill), str(resolved.get("description", "")) + unsure + way)


def _input_rule(schema: dict[str, Any], skill: Skill) -> str:
    """Return type and values of an input in few words."""
    if "enum" in schema:
        return "one of " + ", ".join(value if isinstance(value, str) else dump_json(value) for value in schema["enum"])
    kind = " or ".join(sorted(allowed_types(schema))) or "any"
    items = schema.get("items")
    if isinstance(items, dict) and items:
        return f"list, each {_input_rule(dict(follow_reference(items, skill.definitions)), skill)}"
    bounds = [f"{word} {dump_json(schema[name])}" for name, word in _BOUNDS if name in schema]
    return " ".join([kind, *([schema["format"]] if "format" in schema else []), *bounds])


def _output_line(action: Action) -> str:
    """Return in one line what the action returns."""
    output = action.output
    if output.file:
        return "a file, saved and described"
    columns = ", ".join(output.show)
    if action.page or output.items:
        return f"rows of {columns}"
    return columns
