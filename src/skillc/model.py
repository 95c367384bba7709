"""The lowered skill: the only thing that templates and the helper's JSON file see.

Everything is checked before it is lowered, so nothing here is optional by accident: `None` and empty tuples mean "the
descriptor says nothing". What the helper knows too are its own records; the rest is for pages alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from skillc.shared import (
    Action,
    App,
    Default,
    Effect,
    Example,
    FileData,
    Fill,
    Find,
    JsonSchema,
    KnownRead,
    Limit,
    Local,
    Lookup,
    Minus,
    Output,
    Page,
    Prepare,
    ProxyExample,
    ProxyRule,
    ProxyWarning,
    QueryPart,
    ReadBack,
    Remedy,
    Request,
    RowFiles,
    Target,
)

__all__ = [
    "Action",
    "App",
    "Budget",
    "Default",
    "Effect",
    "Entity",
    "Example",
    "FileData",
    "Fill",
    "Find",
    "KnownRead",
    "Limit",
    "Local",
    "Lookup",
    "Minus",
    "Output",
    "Page",
    "Prepare",
    "ProxyExample",
    "ProxyRule",
    "ProxyWarning",
    "QueryPart",
    "ReadBack",
    "Recipe",
    "Remedy",
    "Request",
    "RowFiles",
    "Section",
    "Skill",
    "SkillPage",
    "Target",
]


@dataclass(frozen=True, slots=True)
class Section:
    """A piece of guidance with its own heading; `text` is Markdown."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A kind of record, with its actions; each gets one page in references/."""

    key: str
    title: str
    summary: str
    actions: tuple[Action, ...]
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class SkillPage:
    """A page of guidance in references/ that belongs to no entity."""

    key: str
    title: str
    summary: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Recipe:
    """A task of users, and the lines after the script's name that do it, in order."""

    ask: str
    calls: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Budget:
    """The most that one generated file may cost a reader; None: no limit."""

    tokens: int | None = None
    lines: int | None = None


@dataclass(frozen=True, slots=True)
class Skill:
    """A whole skill, sorted and resolved."""

    name: str
    version: str
    title: str
    description: str
    license: str
    author: str
    homepage: str
    emoji: str
    intro: str
    app: App | None
    entities: tuple[Entity, ...]
    facts: tuple[str, ...]
    sections: tuple[Section, ...]
    pages: tuple[SkillPage, ...]
    recipes: tuple[Recipe, ...]
    proxy: ProxyRule
    cannot: tuple[Limit, ...]
    definitions: dict[str, JsonSchema]
    packages: Mapping[str, bytes]  # modules that it brings, by their path below scripts/
    skill_budget: Budget
    reference_budget: Budget
    recipes_budget: Budget

    @property
    def actions(self) -> tuple[Action, ...]:
        """All actions, entity by entity."""
        return tuple(action for entity in self.entities for action in entity.actions)
