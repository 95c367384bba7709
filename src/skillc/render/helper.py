"""The helper of a skill: an entry, the modules that ship as they are, and a JSON file of facts and digests."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from json import JSONEncoder
from typing import TYPE_CHECKING, Any

from skillc.model import App, Skill
from skillc.render.environment import template
from skillc.schemas.subschemas import without_annotations
from skillc.shared import ShippedSkill, dump_json, members_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PACKAGE = "skill_helper"
_FOR_PAGES = ("schema", "sources", "rare", "docs", "hosts")
_ENCODER = JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def entry(skill: Skill, app: App) -> bytes:
    """Return the script that starts the helper of a skill with an app."""
    return template("entry.py.jinja").render(skill=skill, app=app).encode("utf-8")


@cache
def modules() -> Mapping[str, bytes]:
    """Return the helper's modules, byte for byte, by their path below scripts/."""
    return dict(_sources(files(PACKAGE), PACKAGE))


def descriptors(skill: Skill, app: App, shipped: Mapping[str, bytes]) -> bytes:
    """Return what the helper knows of the skill as JSON, one line per action, with a digest of each shipped file."""
    whole = _shipped(skill, app)
    known = members_of(whole._replace(actions={}), without=_FOR_PAGES)
    head = {"generated": "by skillc from skill.yaml and actions; do not edit", "files": _digests(shipped)}
    actions = {key: members_of(action, without=(*_FOR_PAGES, "key")) for key, action in whole.actions.items()}
    lines = [f"{dump_json(name)}:{_compact(value)}" for name, value in {**head, **known}.items() if name != "actions"]
    rows = ",\n".join(f"{dump_json(key)}:{_compact(action)}" for key, action in actions.items())
    return ("{" + ",\n".join(lines) + f',\n"actions":{{\n{rows}\n}}}}\n').encode("utf-8")


def _shipped(skill: Skill, app: App) -> ShippedSkill:
    actions = {action.key: action._replace(input=without_annotations(action.input)) for action in skill.actions}
    definitions = {name: without_annotations(schema) for name, schema in skill.definitions.items()}
    proxy = skill.proxy._replace(examples=())
    return ShippedSkill(skill.name, skill.title, skill.version, app, proxy, definitions, actions, skill.cannot)


def _sources(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            yield from _sources(item, f"{path}/{item.name}")
        elif item.name.endswith(".py"):
            yield f"{path}/{item.name}", item.read_bytes()


def _digests(shipped: Mapping[str, bytes]) -> dict[str, str]:
    return {path: hashlib.sha256(content).hexdigest() for path, content in sorted(shipped.items())}


def _compact(value: Any) -> str:
    """Return what `dump_json` does, by the encoder in C where no Decimal is in the way."""
    try:
        return _ENCODER.encode(value)
    except TypeError:
        return dump_json(value)
