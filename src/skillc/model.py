"""The lowered skill: the only thing that templates and the runtime table see.

Everything is checked before it is lowered, so nothing here is optional by accident: `None` and empty tuples mean "the
descriptor says nothing". JSON Schemas are plain `dict`s of the closed dialect, with numbers as `int` or `Decimal`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Any

JsonSchema = dict[str, Any]


class Effect(str, Enum):
    """What an action does to the account."""

    READ = "read"
    WRITE = "write"
    DESTRUCTIVE = "destructive"


@dataclass(frozen=True, slots=True)
class Request:
    """A call through Membrane's proxy.

    `path` holds `{parameters}`; `query` and `body` name inputs; `envelope` wraps the body as `{envelope: [body]}`.
    """

    method: str
    path: str
    query: tuple[str, ...] = ()
    headers: dict[str, str] = field(default_factory=dict)
    body: tuple[str, ...] = ()
    envelope: str | None = None


@dataclass(frozen=True, slots=True)
class Fill:
    """Fields that are read first and sent along: `action` is called with `arguments` (its input -> this action's input)."""

    action: str
    arguments: dict[str, str]
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """The record that a plan shows: `action` reads it with `arguments`; `match` finds it in a list by `{field: this action's input}`."""

    action: str
    arguments: dict[str, str]
    match: dict[str, str]
    show: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The inputs that page through a list, and the most that one page holds (None: not known)."""

    number: str
    size: str | None = None
    maximum: int | None = None


@dataclass(frozen=True, slots=True)
class Remedy:
    """What to do when the app answers with `status`, or with a message that contains `contains`."""

    remedy: str
    status: int | None = None
    contains: str | None = None


@dataclass(frozen=True, slots=True)
class Output:
    """An advisory picture of the answer. `items` and `total` are dotted paths into it; `show` are the default columns."""

    schema: JsonSchema
    items: str | None = None
    total: str | None = None
    show: tuple[str, ...] = ()
    file: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """What a user would say, and the input that does it."""

    ask: str
    input: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Action:
    """One action. Exactly one of `membrane_action` and `request` is set; `input` is closed (`additionalProperties: false`)."""

    key: str
    title: str
    summary: str
    entity: str
    effect: Effect
    idempotent: bool
    confirm: bool
    input: JsonSchema
    output: Output
    membrane_action: str | None = None
    request: Request | None = None
    fill: Fill | None = None
    target: Target | None = None
    page: Page | None = None
    errors: tuple[Remedy, ...] = ()
    examples: tuple[Example, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    inferred: bool = False
    inferred_inputs: tuple[str, ...] = ()

    @property
    def required(self) -> tuple[str, ...]:
        """The inputs that must be given."""
        return tuple(self.input.get("required", ()))

    @property
    def needs_plan(self) -> bool:
        """Whether the helper shows a plan first and runs only the confirmed plan."""
        return self.confirm or self.effect is Effect.DESTRUCTIVE


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
class App:
    """The app behind the skill, the hosts that its users' data reach, and the pinned Membrane CLI that calls them."""

    name: str
    url: str
    docs: str
    hosts: tuple[str, ...]
    cli_package: str
    cli_version: str


@dataclass(frozen=True, slots=True)
class ProxyRule:
    """Paths that proxy requests may not touch, requests worth showing, and what the user must know before one is confirmed."""

    forbid: tuple[str, ...] = ()
    examples: tuple[tuple[str, str], ...] = ()
    warnings: tuple[tuple[str, str, str], ...] = ()  # method, path, sentence


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
    proxy: ProxyRule
    definitions: dict[str, JsonSchema]
    skill_budget: Budget
    reference_budget: Budget

    @property
    def actions(self) -> tuple[Action, ...]:
        """All actions, entity by entity."""
        return tuple(action for entity in self.entities for action in entity.actions)
