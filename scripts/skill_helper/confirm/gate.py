# skillc copies this file into each skill; change it in src/skill_helper, not there
"""What stands between a change and the account: the read-only mode, a confirmed plan.

Nothing else makes a change.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from ..base.effects import Change, ChangeFacts, Setup
from ..base.exits import Exit
from ..base.outcome import Failure
from ..membrane.connections import ready_connection
from ..membrane.find import program_of
from ..session import Json, Session
from .journal import begin
from .plans import confirm_or_plan, forget_expired_plans


class Proposal(NamedTuple):
    """A change that is asked for.

    `plan` is what is shown of it (what it does, its target as it stands now, what will be sent), `bound` is what must
    stay as it is until the change is made: the whole target. `reason` says why it is planned first; empty: it is not.
    `words` are those with which `membrane` will be called.
    """

    facts: ChangeFacts
    plan: Json
    bound: Any
    reason: str
    words: Sequence[str]


def allow(session: Session, proposal: Proposal) -> Change:
    """Return the change, which may be made once, now; fail in read-only mode, and raise the plan where one is due."""
    refuse_when_read_only(session, proposal.facts.name)
    program_of(session).refuse_impossible(proposal.words)
    digest = ""
    if proposal.reason:
        forget_expired_plans(session)
        skill = f"{session.skill.name} {session.skill.version}"
        plan = {"account": ready_connection(session, proposal.facts.connection), **proposal.plan, "skill": skill}
        digest = session.line.value("confirm") or ""
        confirm_or_plan(session, plan, proposal.bound, digest or None, f"{proposal.reason}; nothing was sent yet")
    session.change = Change(proposal.facts)
    begin(session, session.change, digest)
    return session.change


def setting_up(session: Session) -> Setup:
    """Return the permit to log in, or to find or make a connection; fail in read-only mode."""
    if session.read_only:
        raise _read_only(session, "connect would change the login or the connection")
    return Setup()


def refuse_when_read_only(session: Session, name: str) -> None:
    """Fail when the user forbade everything but reads."""
    if session.read_only:
        raise _read_only(session, f"{name} changes data")


def _read_only(session: Session, what: str) -> Failure:
    message = f"{what}, and the user has set {session.variable('READ_ONLY')}; nothing was sent"
    return Failure(Exit.REFUSED, "read_only", message, "tell the user; do not change that variable yourself")
