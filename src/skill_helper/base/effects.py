# skillc copies this file into each skill; change it in src/skill_helper, not there
"""What a call of `membrane` may do. No process starts without one of these, and each is made in one place.

A `Read` is made here, from the effect that a descriptor, a method or a live type declares. A `Setup` (log in, find or
create the connection) and a `Change` of the account are made in confirm/gate.py, behind what it asks; a change is spent
by its one use.
"""

from __future__ import annotations

from typing import Any, NamedTuple, Union

from .records import Remedy


class Read(NamedTuple):
    """A call that changes nothing. `reaches_app`: it goes on to the app, whose answers `remedies` are about."""

    reaches_app: bool = False
    remedies: tuple[Remedy, ...] = ()


class Setup(NamedTuple):
    """A call that logs in, or finds, makes or renews the connection."""

    reaches_app: bool = False
    remedies: tuple[Remedy, ...] = ()


class ChangeFacts(NamedTuple):
    """What is known of a change before it is made.

    `one_request`: it is one request to the app, so that the app's refusal says that nothing happened; `look` is the
    command that shows whether it happened; `repeatable`: making it twice does no more than making it once; `record` is
    the dotted path to the record in the answer; `content` is the same for changes that ask for the same thing.
    """

    name: str
    connection: str
    look: str
    target_id: str = ""
    one_request: bool = True
    repeatable: bool = False
    remedies: tuple[Remedy, ...] = ()
    record: str = ""
    content: str = ""


class Change:
    """One change of the account, from the moment it may be made until it is known how it ended."""

    reaches_app = True

    def __init__(self, facts: ChangeFacts) -> None:
        """Hold what is to be done; nothing is started yet."""
        self.facts = facts
        self.one_request = facts.one_request
        self.remedies = facts.remedies
        self.started = False
        self.refused = False
        self.answered = False
        self.run_id = ""
        self.new_id = ""
        self.entry = ""

    @property
    def may_have_happened(self) -> bool:
        """Whether it was started, and nothing proves that it did not happen."""
        return self.started and not self.refused

    def start(self) -> None:
        """Spend the change. Raises RuntimeError at a second use, which would do it twice."""
        if self.started:
            raise RuntimeError(f"{self.facts.name} was started twice")
        self.started = True

    def refuse(self) -> None:
        """Note that there is proof that it did not happen."""
        self.refused = True

    def answer(self, run_id: str, value: object) -> None:
        """Note that its result has come, with the id of what it made, if there is one."""
        self.answered = True
        self.run_id = run_id or self.run_id
        record: Any = value
        for name in (self.facts.record or "data").split("."):
            inner = record.get(name) if isinstance(record, dict) else None
            record = inner if isinstance(inner, dict) else record
        identifier = record.get("id") if isinstance(record, dict) else None
        self.new_id = str(identifier) if isinstance(identifier, (str, int)) else ""


Permit = Union[Read, Setup, Change]
LOOK = Read()


def reading(*, reads_only: bool, remedies: tuple[Remedy, ...] = ()) -> Read:
    """Return the permit of a call whose declared effect is to read. Raises ValueError for any other effect."""
    if not reads_only:
        raise ValueError("only a read is made without the gate")
    return Read(reaches_app=True, remedies=remedies)
