"""Every switch of the sandbox: which form an undocumented thing takes, and which fault happens.

The numbers U1-U30 in a sentence refer to the table of unknowns in the project's notes on Membrane; ASSUMPTIONS.md
lists them with what was chosen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3


class Switch(NamedTuple):
    """One switch. The first value is the default; `number` says that any whole number from 0 up is allowed as well."""

    name: str
    part: str
    values: tuple[str, ...]
    meaning: str
    number: bool = False

    @property
    def default(self) -> str:
        """The value of a fresh sandbox."""
        return self.values[0]

    @property
    def allowed(self) -> str:
        """The allowed values as text."""
        return " | ".join((*self.values, "N") if self.number else self.values)


class UnknownSwitchError(ValueError):
    """A switch or a value that does not exist; the message says what does."""


def _rows(part: str, *rows: tuple[str, str, str]) -> tuple[Switch, ...]:
    """Make switches from (name, "default other other", sentence); the value `N` stands for any whole number."""
    made = []
    for name, values, meaning in rows:
        words = values.split()
        made.append(Switch(name, part, tuple(word for word in words if word != "N"), meaning, number="N" in words))
    return tuple(made)


PROGRAM = _rows(
    "program",
    ("exit", "codes 0always", "Exit 1 on failure, or always 0, also with an error document (U1)."),
    ("errors", "text bare envelope stderr-json", "Failures: `Error: …` on stderr; {type,message} or {error:{…}} on stdout; JSON on stderr (U2)."),
    ("envelope", "items array output data", "Lists of the program: {items}, a bare array, {output:{items}} or {data:{items}} (U4)."),
    ("layout", "pretty compact", "JSON with two spaces per level, or on one line (U5)."),
    ("noise", "none banner deprecated", "What stands on stdout before the JSON: nothing, a coloured banner, or a DEPRECATED line (U5)."),
    ("request", "plain wrapped", "`request` prints the body as received, or {status,headers,data} (U16)."),
    ("login-stream", "stdout stderr", "Where `login` prints the authorization URL (U21)."),
    ("program", "membrane wrong", "`wrong` behaves like the other program of that name, which knows none of these commands."),
)
MEMBRANE = _rows(
    "membrane",
    ("names", "documented other none", "Input names of the actions: Faktoora's, other ones (size, invoiceId, number …), or no inputSchema at all."),
    ("keys", "yes no", "Whether actions carry a key; catalog actions may have only an id."),
    ("files", "base64 data-url text object buffer damaged xml json", "How the get-invoice actions hand over the file."),
    ("lists", "data-meta items array content", "Shape of a list action's output: {data,meta}, {items,total}, a bare array, {content,totalElements}."),
    ("actions", "all empty", "`empty`: the connection has no actions."),
    ("output", "normal null absent string huge", "What `action run` returns instead of the real output, after doing the work; huge is 5 MB."),
    ("connection", "approve ready building rebuild building-forever setup-failed configuration-error disconnected disconnecting provide-input "
     "defunct unknown-state no-state", "The states that a connection goes through; setting it starts every existing connection anew."),
    ("connection-error", "both errors error request-error", "Where a failed connection says why: errors[] and error, one of them, or requestError."),
    ("connections", "one two other-app", "`two`: a second Faktoora connection; `other-app`: a connection of another app comes first in the list."),
    ("ensure", "url words", "`connection ensure` takes a URL or domain only, or free text as well, as it once did (U7)."),
    ("building-seconds", "0 N", "How long one `connection get --wait` holds while BUILDING, at most its timeout (U9)."),
    ("after-create", "found missing", "`missing`: the first get of something just created answers 404 (U26)."),
    ("create", "id empty-id", "`empty-id`: `action create` answers a shell whose id is empty (U27)."),
    ("instructions", "none hostile", "Whether clientAction carries agentInstructions, and then such as no agent may follow."),
)
FAULTS = _rows(
    "fault",
    ("expire", "never N", "The login ends at the N-th call from now: 401 not_authenticated, and logged out from then on."),
    ("rate-limit", "no once always", "Membrane answers 429 rate_limit_exceeded before doing anything."),
    ("gateway", "ok once always", "A proxy in front answers 502 with an HTML page before anything is done."),
    ("hang", "no once always", "The call sleeps for hang-seconds before anything is done."),
    ("lost-answer", "no gateway hang", "A write is carried out, then its answer is lost: a 502 page, or sleeping for hang-seconds."),
    ("hang-seconds", "60 N", "How long a hanging call sleeps."),
    ("faktoora", "ok 401 403 409 429 500 503 html", "What Faktoora answers to every call instead of doing it; html is a 502 page."),
)
ACCOUNT = _rows(
    "account",
    ("invoice-delete-mode", "off on", "The account setting without which DELETE /invoices is refused."),
    ("invoice-validation", "on off", "The account feature without which `validate: true` is refused."),
    ("customer-patch", "five partial", "PATCH /customer needs the five required fields (staging page), or is partial (production page)."),
    ("webhook-names", "both staging production", "Event name for a new invoice: invoiceCreate, invoiceCreated, or either."),
    ("webhook-list", "array data-meta", "GET /webhooks answers a bare array, or {data,meta}."),
)
SWITCHES = {switch.name: switch for switch in (*PROGRAM, *MEMBRANE, *FAULTS, *ACCOUNT)}


class Switches:
    """The values of the switches in one sandbox."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Read the values that differ from the defaults."""
        self._db = db
        self._set: dict[str, str] = dict(db.execute("SELECT name, value FROM switch"))

    def __getitem__(self, name: str) -> str:
        """Return a switch's value."""
        return self._set.get(name) or SWITCHES[name].default

    def seconds(self, name: str) -> int:
        """Return the value of a switch that holds a whole number."""
        return int(self[name])

    def set(self, name: str, value: str) -> None:
        """Change a switch. Raises UnknownSwitchError, with a suggestion, for a name or value that does not exist."""
        check(name, value)
        self._db.execute("INSERT OR REPLACE INTO switch VALUES (?, ?)", (name, value))
        self._set[name] = value

    def take_once(self, name: str) -> bool:
        """Say whether a fault is on; one that is set to `once` switches itself off by this."""
        value = self[name]
        if value == "once":
            self.set(name, SWITCHES[name].default)
        return value in ("once", "always")


def check(name: str, value: str) -> None:
    """Raise UnknownSwitchError unless the switch exists and allows the value."""
    switch = SWITCHES.get(name)
    if switch is None:
        message = f'unknown switch "{name}"{_suggestion(name, SWITCHES)}'
        raise UnknownSwitchError(message)
    if value not in switch.values and not (switch.number and value.isdecimal()):
        message = f'{name} cannot be "{value}"; it is one of {switch.allowed}{_suggestion(value, switch.values)}'
        raise UnknownSwitchError(message)


def _suggestion(word: str, known: object) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake needs it

    near = get_close_matches(word, list(known), n=1)  # type: ignore[call-overload]
    return f'; did you mean "{near[0]}"?' if near else ""
