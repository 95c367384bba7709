# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Plan and confirm: what destroys, or reaches third parties, is shown first and runs only as it was shown."""

from __future__ import annotations

import os
import time
from typing import Any

from ..base.exits import Exit
from ..base.outcome import Failure
from ..base.state import fingerprint_of
from ..session import Json, Session

LIFETIME_SECONDS = 15 * 60
LONGEST_DIGEST = 64
LONGEST_COMMAND = 250  # a long body stands in the plan already


def confirm_or_plan(session: Session, plan: Json, bound: Any, digest: str | None, why: str) -> None:
    """Return when `digest` releases exactly this plan, and spend it; otherwise offer the plan and raise it.

    `plan` is what is shown: account, version, action or request, input or headers and body. `bound` is what must stay
    the same besides: the whole target as read now. A digest lives 15 minutes and works once.
    """
    fingerprint = fingerprint_of([plan, bound])
    if digest is not None:
        offered = session.store.take(plan_name(digest))
        if not is_alive(offered):
            why = "this digest is unknown, used or older than 15 minutes; here is the plan as things stand now"
        elif offered.get("fingerprint") != fingerprint:
            why = "the target or the call has changed since the plan was made; here is the plan as things stand now"
        else:
            return
    raise offer(session, plan, fingerprint, why)


def offer(session: Session, plan: Json, fingerprint: str, why: str) -> Failure:
    """Remember the plan and return the outcome that shows it.

    Where nothing can be remembered, nothing can be confirmed.
    """
    digest = os.urandom(8).hex()
    if not session.store.write(
        plan_name(digest), {"fingerprint": fingerprint, "until": int(time.time()) + LIFETIME_SECONDS}
    ):
        message = f"the plan cannot be remembered, so it cannot be confirmed: {session.no_state}"
        return Failure(
            Exit.REFUSED,
            "state_not_writable",
            message,
            f"set {session.variable('STATE_DIR')} to the absolute path of a writable folder outside the skill",
            plan=plan,
        )
    command = session.again("--confirm", digest, without=["confirm"])
    if len(command) > LONGEST_COMMAND:
        piped = session.line.piped
        same = f', with the same input piped, or with --{piped} "@FILE"' if piped else ""
        command = f"the same call with --confirm {digest}{same}"
    remedy = f"show the plan to the user; only when they agree, run within 15 minutes: {command}"
    return Failure(Exit.CONFIRMATION_NEEDED, "confirmation_needed", why, remedy, plan=plan, digest=digest)


def plan_name(digest: str) -> str:
    """Return the name under which a plan is remembered; a digest is hexadecimal, anything else names no plan."""
    return "plan-" + (digest if digest.isalnum() and digest.isascii() and len(digest) <= LONGEST_DIGEST else "invalid")


def is_alive(offered: Json) -> bool:
    """Whether a remembered plan may still be confirmed."""
    until = offered.get("until")
    return isinstance(until, int) and time.time() <= until <= time.time() + LIFETIME_SECONDS


def forget_expired_plans(session: Session) -> None:
    """Drop plans that can no longer be confirmed, and what killed calls have left."""
    session.store.sweep()
    for name in session.store.names("plan-"):
        if not is_alive(session.store.read(name)):
            session.store.forget(name)
