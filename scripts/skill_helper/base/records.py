# skillc copies this file into each skill; change it in src/skill_helper, not there
"""What the descriptors say, as typed records: written as JSON by the compiler, read once by each call of the helper.

`arguments` say how another action is called: its input -> this action's input by name, or `{"const": value}`. `None`,
empty tuples and empty texts mean "the descriptor says nothing". JSON Schemas are plain `dict`s of the closed dialect,
with numbers as `int` or `Decimal`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from enum import Enum
from typing import Any, NamedTuple, TypeVar

JsonSchema = dict[str, Any]
Record = TypeVar("Record")


class Effect(str, Enum):
    """What an action does to the account."""

    READ = "read"
    WRITE = "write"
    DESTRUCTIVE = "destructive"


class QueryPart(NamedTuple):
    """One name of a query: the value of the input `source` in a style, or else a constant."""

    name: str
    source: str = ""
    style: str = "repeat"
    const: Any = None


class Request(NamedTuple):
    """A call through Membrane's proxy.

    `path` holds `{parameters}`; a header is its text, or `{"from": input}`; `body` is a template, of which `wire/body`
    tells. `instead` is what to do where the request holds a file, which Membrane's CLI does not send.
    """

    method: str
    path: str
    query: tuple[QueryPart, ...] = ()
    headers: Mapping[str, Any] = {}
    body: Any = None
    instead: str = ""


class Local(NamedTuple):
    """A function of a package that the skill brings, as "package.module:function".

    `words` is the input that the words of the command line fill.
    """

    call: str
    words: str = ""


class Fill(NamedTuple):
    """Fields that are read first and sent along: `fields` are `{input: path into the record}`."""

    action: str
    arguments: Mapping[str, Any]
    fields: Mapping[str, str]


class KnownRead(NamedTuple):
    """What a package is told before it prepares an input: the answer of `action`.

    An argument is a constant, or the first of its dotted paths into the input that leads to a value.
    """

    action: str
    arguments: Mapping[str, Any]


class Prepare(NamedTuple):
    """The function of a package that makes of the input what is sent, told what the `reads` answer by their names.

    `makes` are the schemas of what it gives besides inputs.
    """

    call: str
    reads: Mapping[str, KnownRead] = {}
    makes: JsonSchema = {}  # noqa: RUF012


class ReadBack(NamedTuple):
    """How what was written is compared with what the app made of it.

    `action` gets the file; `arguments` are `{its input: field of the answer}`. A file without the terms `must` is not
    what was asked for; `remedy` says what to do then, and the action `undo`, with the same arguments, takes it back.
    Where it is `awaited`, nothing counts as done before there is a file. `lacking` says what to do about other terms.
    """

    action: str
    arguments: Mapping[str, str]
    must: tuple[str, ...] = ()
    remedy: str = ""
    undo: str = ""
    awaited: bool = False
    lacking: str = ""


class Find(NamedTuple):
    """How a record that may have been made is looked for: `action` lists it."""

    action: str
    arguments: Mapping[str, Any] = {}


class Lookup(NamedTuple):
    """How an input names a record: a row of the list `action` of which one of the fields `by` is its text.

    `take` is sent in its place: a field of the row, or an object of `{member: field}`.
    """

    action: str
    by: tuple[str, ...]
    take: Any
    arguments: Mapping[str, Any] = {}


class Default(NamedTuple):
    """What an input is when nobody gives it: the field `take` of what `action` answers."""

    action: str
    take: str
    arguments: Mapping[str, Any] = {}


class Target(NamedTuple):
    """The record that a plan shows: `action` reads it with `arguments`.

    `match` finds it in a list by `{field: this action's input}`. `each` is the input that lists several records; as an
    argument, or in `match`, its name then stands for one of them.
    """

    action: str
    arguments: Mapping[str, Any] = {}
    match: Mapping[str, str] = {}
    show: tuple[str, ...] = ()
    each: str = ""


class Page(NamedTuple):
    """The inputs that page through a list, and the most that one page holds (None: not known).

    One of three is set: `number` counts pages from `first`, `offset` counts rows from 0, `cursor` takes a mark that the
    answer gives: at the path `next`, or as the field `last` of its last row. `more` is where it says that a page
    follows.
    """

    number: str = ""
    size: str | None = None
    maximum: int | None = None
    first: int = 1
    offset: str = ""
    cursor: str = ""
    next: str = ""
    last: str = ""
    more: str = ""

    @property
    def place(self) -> str:
        """The input that says which page."""
        return self.number or self.offset or self.cursor


class Remedy(NamedTuple):
    """What to do when the app answers with `status`, or with a message that contains `contains`."""

    remedy: str
    status: int | None = None
    contains: str = ""


class Minus(NamedTuple):
    """Rows that count minus where their fields `of` are added up: those whose `field` has one of the `values`."""

    field: str
    values: tuple[str, ...]
    of: tuple[str, ...]


class FileData(NamedTuple):
    """How the file that an action answers with is read as data: by the function `call` of a package.

    What it gives is described by the output of the local action `like`.
    """

    call: str
    like: str


class RowFiles(NamedTuple):
    """How the file of a row of a list is fetched: `action` gives it; its input -> a field of the row, as `arguments`.

    The file is named by the row's field `name`, and by what it was asked with.
    """

    action: str
    arguments: Mapping[str, Any]
    name: str


class Output(NamedTuple):
    """An advisory picture of the answer.

    `items`, `total` and `record` are dotted paths into it, `id` one into a row that tells rows apart; `show` are the
    default columns. `fields` are all that its schema describes of a row, as dotted paths; `currency` is the one whose
    value keeps sums apart. `types` are the media types of a file, where they are known. `wire` is the part of the
    schema that names codecs; of the rest the helper knows nothing.
    """

    schema: JsonSchema = {}  # noqa: RUF012 - never changed
    items: str | None = None
    total: str | None = None
    show: tuple[str, ...] = ()
    file: bool = False
    id: str | None = None
    record: str = ""
    types: tuple[str, ...] = ()
    wire: JsonSchema = {}  # noqa: RUF012
    fields: tuple[str, ...] = ()
    currency: str = ""
    minus: Minus | None = None
    data: FileData | None = None
    files: RowFiles | None = None


class Example(NamedTuple):
    """What a user would say, and the input that does it."""

    ask: str
    input: Mapping[str, Any]


class Action(NamedTuple):
    """One action. Exactly one of `membrane_action`, `request` and `local` is set.

    `input` is closed (`additionalProperties` is false, or a schema). Pages see in its schemas what their author
    concluded (`confidence: inferred`); the helper's file is without it, and has the names of such inputs of a request
    instead. `confirm` may say why. `compare` is the function of a package that says what stands in a file that is read
    back. Where an action has `proved_by`, concluded inputs are sent only once that action has shown that they arrive.
    `rare` is for SKILL.md.
    """

    key: str
    title: str
    summary: str
    entity: str
    effect: Effect
    idempotent: bool
    input: JsonSchema
    output: Output
    confirm: bool | str = False
    reversible: bool = False
    membrane_action: str | None = None
    request: Request | None = None
    local: Local | None = None
    fill: Fill | None = None
    target: Target | None = None
    find: Find | None = None
    prepare: Prepare | None = None
    read_back: ReadBack | None = None
    compare: str = ""
    proved_by: str = ""
    lookup: Mapping[str, Lookup] = {}
    defaults: Mapping[str, Default] = {}
    page: Page | None = None
    errors: tuple[Remedy, ...] = ()
    examples: tuple[Example, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    inferred: bool = False
    inferred_inputs: tuple[str, ...] = ()
    rare: bool = False

    @property
    def reads_only(self) -> bool:
        """Whether the action changes nothing."""
        return self.effect is Effect.READ

    @property
    def required(self) -> tuple[str, ...]:
        """The inputs that must be given."""
        return tuple(name for name in self.input.get("required", ()) if name not in self.filled)

    @property
    def asked(self) -> JsonSchema:
        """The input as callers are asked for it: what is read where it is left out is not required."""
        return {**self.input, "required": list(self.required)}

    @property
    def filled(self) -> tuple[str, ...]:
        """The inputs that are read first where they are not given."""
        return (*(self.fill.fields if self.fill else ()), *self.defaults)

    @property
    def needs_plan(self) -> bool:
        """Whether it runs only as a confirmed plan."""
        return bool(self.confirm) or self.effect is Effect.DESTRUCTIVE


class App(NamedTuple):
    """The app behind the skill, the hosts that its users' data reach, and the pinned Membrane CLI that calls them."""

    name: str
    url: str
    cli_package: str
    cli_version: str
    docs: str = ""
    hosts: tuple[str, ...] = ()


class ProxyExample(NamedTuple):
    """What a user would say, and the words of the proxy request that does it."""

    ask: str
    request: str


class ProxyWarning(NamedTuple):
    """What the user must know before a proxy request to `path` is confirmed.

    It holds of each record in the body's list `each` (empty: of the body) in which none of the members `unless_true` is
    true.
    """

    method: str
    path: str
    says: str
    each: str = ""
    unless_true: tuple[str, ...] = ()


class ProxyRule(NamedTuple):
    """Paths that proxy requests may not touch, requests worth showing, and warnings.

    `headers` may be sent besides the usual ones.
    """

    forbid: tuple[str, ...] = ()
    examples: tuple[ProxyExample, ...] = ()
    warnings: tuple[ProxyWarning, ...] = ()
    headers: tuple[str, ...] = ()


class Limit(NamedTuple):
    """A task that no action does: `words` begin the words by which it is known."""

    words: tuple[str, ...]
    says: str


class ShippedSkill(NamedTuple):
    """All that the helper knows of its skill. `definitions` is what "#/$defs/Name" in an input refers to."""

    name: str
    title: str
    version: str
    app: App
    proxy: ProxyRule
    definitions: Mapping[str, JsonSchema]
    actions: Mapping[str, Action]
    cannot: tuple[Limit, ...] = ()


_KINDS: dict[str, Any] = {
    "app": App,
    "cannot": Limit,
    "data": FileData,
    "errors": Remedy,
    "examples": Example,
    "fill": Fill,
    "files": RowFiles,
    "find": Find,
    "local": Local,
    "minus": Minus,
    "output": Output,
    "page": Page,
    "prepare": Prepare,
    "proxy": ProxyRule,
    "query": QueryPart,
    "read_back": ReadBack,
    "request": Request,
    "target": Target,
    "warnings": ProxyWarning,
}
_KINDS_BY_NAME: dict[str, Any] = {"defaults": Default, "lookup": Lookup, "reads": KnownRead}


def members_of(record: Any, *, without: Collection[str] = ()) -> Any:
    """Return a record as JSON members; those named in `without`, and those that say nothing, are left out."""
    fields = getattr(record, "_fields", ())
    if fields:
        defaults = record._field_defaults
        members = zip(fields, record)
        return {
            name: members_of(value, without=without)
            for name, value in members
            if name not in without and (name not in defaults or value != defaults[name])
        }
    if isinstance(record, dict) and any(hasattr(value, "_fields") for value in record.values()):
        return {name: members_of(value, without=without) for name, value in record.items()}
    if isinstance(record, tuple):
        return [members_of(value, without=without) for value in record]
    return record.value if isinstance(record, Effect) else record


def skill_from(members: Mapping[str, Any]) -> ShippedSkill:
    """Return the skill that the members of its JSON file describe.

    Raises TypeError, ValueError or KeyError for any other object.
    """
    given = [name for name in ShippedSkill._fields if name in members or name not in ShippedSkill._field_defaults]
    known = {name: _part(name, members[name]) for name in given if name != "actions"}
    return ShippedSkill(**known, actions=_Actions(members["actions"]))


class _Actions(Mapping[str, Action]):
    """The actions of a JSON file by their keys. Most calls need one of them, so each is made when it is asked for."""

    def __init__(self, members: Mapping[str, Any]) -> None:
        self._members = members
        self._made: dict[str, Action] = {}

    def __getitem__(self, key: str) -> Action:
        if key not in self._made:
            members = self._members[key]
            self._made[key] = _record(Action, {"key": key, **members, "effect": Effect(members["effect"])})
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._members)

    def __len__(self) -> int:
        return len(self._members)


def _record(kind: Any, members: Mapping[str, Any]) -> Any:
    return kind(**{name: _part(name, value) for name, value in members.items()})


def _part(name: str, value: Any) -> Any:
    kind = _KINDS.get(name)
    if name in _KINDS_BY_NAME:
        return {key: _record(_KINDS_BY_NAME[name], members) for key, members in value.items()}
    if isinstance(value, list) and name != "body":
        return tuple(_record(kind, item) if kind else item for item in value)
    return _record(kind, value) if kind and isinstance(value, dict) else value
