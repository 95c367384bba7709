"""The helper script: the runtime modules, linked, with the compiled table at the end."""

from __future__ import annotations

from json import JSONEncoder
from typing import Any

from skillc.link import link, runtime_sources
from skillc.model import App, Skill
from skillc.render.environment import template
from skillc.render.table import skill_table
from skillc.runtime.jsontext import dump_json

ENTRY = "main"
ENCODER = JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def helper_source(skill: Skill, app: App) -> str:
    """Return the text of the helper of a skill with an app."""
    imports, code = link(runtime_sources(), ENTRY)
    return template("helper.py.jinja").render(skill=skill, imports=imports, code=code, table=table_text(skill_table(skill, app)))


def compact(value: Any) -> str:
    """Return what `dump_json` does, by the encoder in C where no Decimal is in the way."""
    try:
        return ENCODER.encode(value)
    except TypeError:
        return dump_json(value)


def table_text(table: dict[str, Any]) -> str:
    """Return the table as JSON with one line per action, fit for a raw Python string: it holds no quote that could end one."""
    head = dump_json({name: value for name, value in table.items() if name != "actions"})
    rows = ",\n".join(f"{dump_json(key)}:{compact(action)}" for key, action in table["actions"].items())
    return f'{head[:-1]},\n"actions":{{\n{rows}\n}}}}'.replace("'", "\\u0027")
