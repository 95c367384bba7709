# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The command `doctor`: everything that a call needs, checked in order."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from ..base.effects import LOOK
from ..base.exits import Exit
from ..base.outcome import Failure
from ..input.command_line import CommandLine, refuse_words
from ..membrane.connections import chosen_connection, ready_connection
from ..membrane.find import program_of
from ..session import Json, Session

SANDBOX_MARK = "sandbox"


def doctor(session: Session, line: CommandLine) -> Json:
    """Check everything that a call needs, in order, and return what is wrong with its remedy."""
    refuse_words(line, "doctor takes no words")
    checks: list[Json] = [{"check": "python", "ok": True, "found": f"{sys.executable}, {sys.version.split()[0]}"}]
    steps: list[tuple[str, Callable[[], Any]]] = [
        ("membrane", lambda: _program_facts(session)),
        ("state folder", lambda: _state_facts(session)),
        # Asking for the connection shows whether the login holds.
        ("connection", lambda: ready_connection(session, chosen_connection(session, line.value("connection")))),
    ]
    worst: Failure | None = None
    for name, step in steps:
        try:
            checks.append({"check": name, "ok": True, "found": step()})
        except Failure as failure:  # noqa: PERF203 - every check is made
            worst = worst or failure
            checks.append({"check": name, "ok": False, "found": failure.message, "remedy": failure.remedy})
            if name == "membrane":
                break
    checks.append({"check": "mode", "ok": True, "found": "read only" if session.read_only else "reads and writes"})
    sandbox = {"sandbox": True} if any(SANDBOX_MARK in str(check.get("found")) for check in checks) else {}
    if worst:
        raise Failure(worst.exit_code, worst.code, worst.message, worst.remedy, checks=checks, **sandbox)
    return {"ok": True, **sandbox, "checks": checks}


def _program_facts(session: Session) -> str:
    """Return path and version of the program."""
    program = program_of(session)
    reply = program.call(["--version"], LOOK, seconds=30)
    printed = reply.stdout.strip().splitlines() if reply.exit_code == 0 else []
    return f"{' '.join(program.command)}, {printed[-1][:60] if printed else 'version unknown'}"


def _state_facts(session: Session) -> str:
    """Return the state folder when it can be written, with what was ignored on the way to it."""
    if not session.store.write("doctor", {}):
        message = f"{session.no_state}: reads go on, confirmations are refused"
        folder = "the absolute path of a folder that is writable and no part of the skill"
        remedy = f"set {session.variable('STATE_DIR')} to {folder}"
        raise Failure(Exit.REFUSED, "state_not_writable", message, remedy)
    session.store.forget("doctor")
    return "; ".join(filter(None, [session.store.folder, session.state_place.remark]))
