"""Render a skill: `{path: bytes}`, nothing else. Same skill, same bytes."""

from __future__ import annotations

from skillc.model import Skill
from skillc.render.helper import helper_source
from skillc.render.pages import reference_page, skill_page

__all__ = ["helper_path", "render"]


def helper_path(skill: Skill) -> str:
    """Return where the helper script of a skill lies."""
    return f"scripts/{skill.name}.py"


def render(skill: Skill) -> dict[str, bytes]:
    """Return every generated file of the skill by its path below the skill folder."""
    pages = {"SKILL.md": skill_page(skill)}
    pages |= {f"references/{entity.key}.md": reference_page(skill, entity) for entity in skill.entities}
    if skill.app:
        pages[helper_path(skill)] = helper_source(skill, skill.app)
    return {path: text.encode("utf-8") for path, text in sorted(pages.items())}
