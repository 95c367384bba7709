"""A new skill: its files before the first action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.checks.form.wrong_form import slug
from skillc.render.environment import template
from skillc.scaffold.editor import SKILL_SCHEMA, schema_copies
from skillc.scaffold.error import ScaffoldError
from skillc.scaffold.guesses import guessed_title

if TYPE_CHECKING:
    from pathlib import Path

_IGNORED = ".gitignore"


def new_skill(folder: Path) -> dict[str, bytes]:
    """Return the files of a skill named after its folder. Raises ScaffoldError."""
    name = slug(folder.resolve().name)
    if not name[:1].isalpha():
        raise ScaffoldError(
            f'"{folder}" cannot be the name of a skill, which is named after its folder: lower-case words with hyphens'
        )
    text = template("new_skill.yaml.jinja").render(name=name, title=guessed_title(name), schema=SKILL_SCHEMA)
    ignored = {} if (folder / _IGNORED).exists() else {_IGNORED: b"dist/\n"}
    return {"skill.yaml": text.encode(), **schema_copies(), **ignored}
