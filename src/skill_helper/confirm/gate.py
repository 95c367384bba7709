# skillc copies this file into each skill; change it in src/skill_helper, not there
"""What stands between a change and the account: the read-only mode, a dry run, a confirmed plan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..base.exits import Exit
from ..base.outcome import Failure
from ..membrane.connections import ready_connection
from ..session import Json, Session
from .plans import confirm_or_plan, forget_expired_plans


def require_confirmation(session: Session, connection: str, facts: Mapping[str, Any], target: Any, why: str) -> None:
    """Return when `--confirm` names a plan made of exactly these facts and the account; else raise the plan."""
    forget_expired_plans(session)
    shown = {name: value for name, value in facts.items() if value is not None}
    plan = {
        "account": ready_connection(session, connection),
        **shown,
        "skill": f"{session.skill.name} {session.skill.version}",
    }
    confirm_or_plan(session, plan, target, session.line.value("confirm"), why)


def dry_run(session: Session, call: Json, target: Any) -> Json:
    """Return what would be sent, with the record that is meant as it stands now."""
    shown = {} if target is None else {"target": target}
    return {"ok": True, "dry_run": True, "would_send": call, **shown, "next": session.again(without=["dry-run"])}


def refuse_when_read_only(session: Session, what: str, *, reads_only: bool) -> None:
    """Fail when the user forbade everything but reads."""
    if session.read_only and not reads_only and not session.line.has("dry-run"):
        name = session.variable("READ_ONLY")
        message = f"{what} changes data, and the user has set {name}; nothing was sent"
        raise Failure(Exit.REFUSED, "read_only", message, "tell the user; do not change that variable yourself")
