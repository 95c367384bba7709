"""A new descriptor, from the template or from another descriptor."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from skillc.load import load
from skillc.render.environment import template
from skillc.render.filters import yaml_scalar
from skillc.scaffold.editor import action_schema
from skillc.scaffold.error import ScaffoldError
from skillc.scaffold.guesses import guessed_effect, guessed_entity, guessed_title
from skillc.scaffold.names import good_name, name_problem
from skillc.shared import closest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from skillc.load import Document, Sources
    from skillc.model import Effect


_ENTITY = """entities:
  book:
    title: Books
    summary: The books on the shelf."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user asked for; None is guessed, or taken from the copied action."""

    key: str
    entity: str | None = None
    effect: Effect | None = None
    like: str | None = None


def new_actions(root: Path, asked: Sequence[Wanted]) -> dict[str, bytes]:
    """Return the new descriptors by their paths in the skill's folder `root`. Raises ScaffoldError with all reasons."""
    for key in (wanted.key for wanted in asked if (Path(wanted.key) / "skill.yaml").exists()):
        raise ScaffoldError(f'"{key}" is the folder of a skill; to name it: {shlex.join(["--root", key])}')
    sources, _ = load(root)
    if not (root / "skill.yaml").exists():
        raise ScaffoldError(
            "there is no skill.yaml; name the skill's folder with --root, or run: skillc new skill NAME"
        )
    if not isinstance(sources.skill.data, dict):
        raise ScaffoldError("skill.yaml has errors; to see them: skillc validate")
    files: dict[str, bytes] = {}
    refused: list[str] = []
    for wanted in asked:
        try:
            path, text = _new_action(sources, wanted)
        except ScaffoldError as error:  # noqa: PERF203 - the reasons of all are wanted
            refused.append(str(error))
        else:
            files[path] = text.encode()
    if refused:
        raise ScaffoldError("\n".join(dict.fromkeys(refused)))
    return files


def _new_action(sources: Sources, wanted: Wanted) -> tuple[str, str]:
    """Return the path and the text of one descriptor."""
    _refuse_bad_key(wanted.key, sources)
    entities = list(sources.skill.data.get("entities") or ())
    if wanted.entity and wanted.entity not in entities:
        raise ScaffoldError(f'skill.yaml has no entity "{wanted.entity}"; {_entities(entities)}')
    text, entity = _copied(sources, wanted, entities) if wanted.like else _begun(sources, wanted, entities)
    return f"actions/{entity}/{wanted.key}.yaml", text


def _refuse_bad_key(key: str, sources: Sources) -> None:
    if problem := name_problem(key):
        better = good_name(key)
        raise ScaffoldError(f'the key "{key}" {problem}' + (f"; write {better}" if better else ""))
    for document in sources.actions:
        if document.stem == key:
            raise ScaffoldError(f'the action "{key}" exists already in {document.path}')


def _begun(sources: Sources, wanted: Wanted, entities: list[str]) -> tuple[str, str]:
    """Return the text and the entity of a descriptor made from the template."""
    entity = wanted.entity or guessed_entity(wanted.key, entities) or (entities[0] if len(entities) == 1 else None)
    if entity is None:
        raise ScaffoldError(f'the key "{wanted.key}" names no entity; {_entities(entities)}')
    text = template("new_action.yaml.jinja").render(
        key=wanted.key,
        title=guessed_title(wanted.key),
        entity=entity,
        entity_guessed=wanted.entity is None,
        effect=(wanted.effect or guessed_effect(wanted.key)).value,
        effect_guessed=wanted.effect is None,
        schema=action_schema(sources.skill.text),
    )
    return text, entity


def _entities(entities: list[str]) -> str:
    if not entities:
        return f"add one there, such as\n{_ENTITY}"
    return f"name one with --entity: {', '.join(entities)}"


def _copied(sources: Sources, wanted: Wanted, entities: list[str]) -> tuple[str, str]:
    """Return the text and the entity of a copied descriptor with new names; comments stay."""
    known = {document.stem: document for document in sources.actions}
    if wanted.like not in known:
        near = closest(str(wanted.like), known)
        raise ScaffoldError(
            f'there is no action "{wanted.like}" to copy' + (f'; did you mean "{near}"?' if near else "")
        )
    original = known[wanted.like]
    if not isinstance(original.data, dict):
        raise ScaffoldError(f"{original.path} has errors and cannot be copied; see skillc validate")
    entity = wanted.entity or _entity_of_copy(wanted.key, original, entities)
    values = {
        "key": wanted.key,
        "title": guessed_title(wanted.key),
        "summary": f"TODO: say how this differs from {wanted.like}",
        "entity": entity,
        "effect": wanted.effect.value if wanted.effect else original.data.get("effect"),
    }
    if original.data.get("run") == {"action": wanted.like}:
        values["action"] = wanted.key
    text = original.text
    for start, end, value in sorted(_replacements(original, values), reverse=True):
        text = f"{text[:start]}{value}{text[end:]}"
    return text, entity


def _entity_of_copy(key: str, original: Document, entities: list[str]) -> str:
    """Return the entity of the copied action, unless the key names another one."""
    entity = original.path.split("/")[1]
    named = guessed_entity(key, entities) or entity
    if named == entity:
        return entity
    raise ScaffoldError(f'{original.path} is about {entity}, and the key "{key}" names {named}; {_entities(entities)}')


def _replacements(document: Document, values: Mapping[str, Any]) -> Iterator[tuple[int, int, str]]:
    """Yield the start, the end and the new text of each scalar that changes."""
    top = yaml.compose(document.text, Loader=yaml.SafeLoader)
    pairs = list(top.value) if isinstance(top, yaml.MappingNode) else []
    for name, node in [*pairs, *(pair for name, run in pairs if name.value == "run" for pair in run.value)]:
        if (
            isinstance(values.get(name.value), str)
            and isinstance(node, yaml.ScalarNode)
            and node.value != values[name.value]
        ):
            start, end = node.start_mark.index, node.end_mark.index
            yield start, end, yaml_scalar(values[name.value]) + "\n" * document.text[start:end].endswith("\n")
