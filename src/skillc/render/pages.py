"""The pages that agents read: SKILL.md and one reference page for each entity.

Decisions are made here, layout in the templates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any

from skillc.model import Action, Effect, Entity, Skill, SkillPage
from skillc.render.environment import template
from skillc.render.fields import answer_fields
from skillc.schemas.subschemas import without_annotations
from skillc.shared import (
    EXIT_MEANINGS,
    SchemaRow,
    example_words,
    options_of,
    page_line,
    reading_rules,
    schema_rows,
    schema_rules,
    variable_name,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SHOWN_OPTIONAL_INPUTS = 3
_LONG_RULE = 30


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
    usual = [action for action in skill.actions if not action.rare]
    reading = [_action_row(action, common) for action in usual if action.effect is Effect.READ]
    changing = [_action_row(action, common) for action in usual if action.effect is not Effect.READ]
    exits = [(int(code), meaning, todo) for code, (meaning, todo) in sorted(EXIT_MEANINGS.items()) if int(code)]
    paged = [entity.title.lower() for entity in skill.entities if any(action.page for action in entity.actions)]
    example = next((action for action in skill.actions if action.examples and action.effect is Effect.READ), None)
    return template("skill.md.jinja").render(
        skill=skill,
        reading=reading,
        changing=changing,
        rare=[(entity.title, groups) for entity in skill.entities if (groups := _rare_groups(entity))],
        exits=exits,
        common=common,
        paged=paged,
        example=_example_line(skill, example),
        own=partial(variable_name, skill.name),
        details=[
            f"references/{key}.md"
            for key in (*(entity.key for entity in skill.entities), *(page.key for page in skill.pages))
        ],
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


def _rare_groups(entity: Entity) -> list[tuple[str, list[str]]]:
    """Return the keys of the rare actions of an entity, after what they do: read, write, or with a confirmation."""
    rare = [action for action in entity.actions if action.rare]
    groups = {
        "read": [action.key for action in rare if action.effect is Effect.READ],
        "write": [action.key for action in rare if action.effect is not Effect.READ and not action.needs_plan],
        "confirm": [action.key for action in rare if action.needs_plan],
    }
    return [(effect, keys) for effect, keys in groups.items() if keys]


def _example_line(skill: Skill, action: Action | None) -> str:
    """Return the first example of an action as a command line; without one, the command that lists them."""
    words = example_words(action, action.examples[0].input, skill.definitions) if action else ["actions"]
    return f'python3 "{{baseDir}}/scripts/{skill.name}.py" {page_line(words)}'


def answers_page(skill: Skill) -> str:
    """Return the page about questions that lists answer."""
    lists = [action.key for action in skill.actions if action.page or action.output.fields]
    minus = [action for action in skill.actions if action.output.minus]
    files = [action for action in skill.actions if action.output.data]
    folders = [action.key for action in skill.actions if action.output.files]
    return template("answers.md.jinja").render(lists=lists, minus=minus, files=files, folders=folders)


def recipes_page(skill: Skill) -> str:
    """Return the page of tasks with the calls that do them."""
    return template("recipes.md.jinja").render(skill=skill)


def guidance_page(page: SkillPage) -> str:
    """Return a page that belongs to no entity."""
    return template("guidance.md.jinja").render(page=page)


def reference_page(skill: Skill, entity: Entity) -> str:
    """Return the reference page of an entity."""
    told = _Told()
    views = [_reference_view(skill, entity, action, told) for action in entity.actions]
    return template("reference.md.jinja").render(skill=skill, entity=entity, views=views)


@dataclass(frozen=True, slots=True)
class _Told:
    """What a page has told already: each field, and each input with the action that told it."""

    fields: set[tuple[str, str]] = field(default_factory=set)
    inputs: dict[tuple[SchemaRow, ...], str] = field(default_factory=dict)

    def new_fields(self, rows: Iterable[SchemaRow]) -> list[SchemaRow]:
        """Return the fields that were not told, and note them."""
        new = [row for row in rows if (row.name, row.about) not in self.fields]
        self.fields.update((row.name, row.about) for row in new)
        return new

    def input_lines(self, action: Action, rows: Iterable[SchemaRow]) -> Iterator[_InputLine]:
        """Yield the lines of one input with all that lies inside it; one line for what an earlier action told alike."""
        own = list(rows)
        teller = self.inputs.setdefault(tuple(row._replace(required=False, inferred=False) for row in own), action.key)
        if teller == action.key or (len(own) == 1 and len(own[0].rule) < _LONG_RULE):
            yield from (_input_line(action, row) for row in own)
        else:
            yield _input_line(action, own[0]._replace(rule="", about=f"As in {teller}."))


def _reference_view(skill: Skill, entity: Entity, action: Action, told: _Told) -> dict[str, Any]:
    """Return what the page shows of one action.

    Inputs and fields that an earlier action of the page has alike are not repeated.
    """
    twin = _input_twin(entity, action)
    own = {
        name: schema for name, schema in _properties(action).items() if twin is None or name not in _properties(twin)
    }
    rows = schema_rows({**action.asked, "properties": own}, skill.definitions)
    fields = told.new_fields(answer_fields(skill, action)) if action.output.show else []
    return {
        "action": action,
        "inputs": [line for _, group in groupby(rows, _first_name) for line in told.input_lines(action, group)],
        "rules": schema_rules(action.input, skill.definitions),
        "readings": [rule for rule in reading_rules(action) if not twin or rule not in reading_rules(twin)],
        "twin": twin.key if twin else "",
        "examples": [
            (example.ask, page_line(example_words(action, example.input, skill.definitions)))
            for example in action.examples
        ],
        "output": _output_line(action),
        "fields": fields,
        "all_inferred": bool(fields) and all(row.inferred for row in fields),
    }


def _first_name(row: SchemaRow) -> str:
    """Return the name of the input that a row belongs to."""
    return re.split(r"[.\[]| \(", row.name, maxsplit=1)[0]


def _input_twin(entity: Entity, action: Action) -> Action | None:
    """Return an earlier action of the page with at least four inputs that this one takes alike."""
    mine = without_annotations(action.input).get("properties", {})
    for other in entity.actions:
        if other is action:
            return None
        theirs = without_annotations(other.input).get("properties", {})
        alike = [name for name, schema in theirs.items() if mine.get(name) == schema]
        if len(alike) >= 4 and len(alike) == len(theirs):  # noqa: PLR2004 - fewer are quicker read than looked up
            return other
    return None


def _input_line(action: Action, row: SchemaRow) -> _InputLine:
    """Return one input, or one value inside an input."""
    hidden = row.name in options_of(action)
    remarks = (row.about, "(inferred)" * row.inferred, "Only through `--input`." * hidden)
    return _InputLine(row.name + ("*" if row.required else ""), row.rule, " ".join(filter(None, remarks)))


def _output_line(action: Action) -> str:
    """Return in one line what the action returns."""
    output = action.output
    if action.compare:
        return "readBack, notCarried, differs"
    if output.file:
        return f"a file, saved and described{', or its data' if output.data else ''}"
    columns = ", ".join(output.show)
    if action.page or output.items:
        return f"rows of {columns}"
    return columns
