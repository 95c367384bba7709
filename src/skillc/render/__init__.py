"""Render a skill: `{path: bytes}`, nothing else. Same skill, same bytes."""

from __future__ import annotations

from skillc.model import Skill
from skillc.render.helper import descriptors, entry, modules
from skillc.render.pages import answers_page, guidance_page, recipes_page, reference_page, skill_page

__all__ = ["helper_path", "render"]


def helper_path(skill: Skill) -> str:
    """Return where the script of a skill's helper lies."""
    return f"scripts/{skill.name}.py"


def render(skill: Skill) -> dict[str, bytes]:
    """Return every generated file of the skill by its path below the skill folder."""
    pages = {
        "SKILL.md": skill_page(skill),
        **{f"references/{entity.key}.md": reference_page(skill, entity) for entity in skill.entities},
        **{f"references/{page.key}.md": guidance_page(page) for page in skill.pages},
    }
    if skill.recipes:
        pages["references/recipes.md"] = recipes_page(skill)
    if skill.app:
        pages["references/answers.md"] = answers_page(skill)
    files = {path: text.encode("utf-8") for path, text in pages.items()}
    if skill.app:
        files |= {
            helper_path(skill): entry(skill, skill.app),
            **{f"scripts/{path}": content for path, content in {**modules(), **skill.packages}.items()},
        }
        files[f"scripts/{skill.name}.json"] = descriptors(skill, skill.app, files)
    return dict(sorted(files.items()))
