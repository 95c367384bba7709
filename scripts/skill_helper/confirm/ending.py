# skillc copies this file into each skill; change it in src/skill_helper, not there
"""How a call ends once a change was started: the one place that decides what may be said of it.

From the moment a change was started, every way out is exit 10 with what is known, unless there is proof of another end:
its result, or a refusal that proves that it did not happen.
"""

from __future__ import annotations

from ..base.effects import Change
from ..base.exits import Exit
from ..base.outcome import Failure
from ..session import Json, Session
from .journal import end, read_journal


def failed_end(session: Session, error: BaseException) -> Failure | None:
    """Return the outcome of a call that ended with `error`; None for a bug before anything was changed."""
    change = session.change
    started = change is not None and change.started
    failure = _as_failure(error, started=started)
    if change is None:
        return failure
    end(session, change)
    if not started:
        return failure
    if failure and failure.exit_code is Exit.OUTCOME_UNKNOWN:  # with its own words
        return failure
    bug = Failure(Exit.BUG, "internal", f"{type(error).__name__}: {error}"[:500], "report this message")
    return _unknown(session, change, failure or bug) if change.may_have_happened else failure


def good_end(session: Session, document: Json) -> Json:
    """Return the document of a call that succeeded, once its change is in the journal."""
    if session.change is not None:
        end(session, session.change)
    lost = 0 if session.line.command == "journal" else sum(entry.is_lost for entry in read_journal(session))
    if lost:
        changes = "an earlier change" if lost == 1 else f"{lost} earlier changes"
        document["unfinished"] = f"the end of {changes} is not known; run: {session.command('journal', '--open')}"
    return document


def _as_failure(error: BaseException, *, started: bool) -> Failure | None:
    if isinstance(error, Failure):
        return error
    if isinstance(error, KeyboardInterrupt):
        message = "stopped from outside" + ("" if started else "; nothing was changed")
        return Failure(Exit.TEMPORARY, "interrupted", message, "call again when it may run to its end")
    if isinstance(error, MemoryError):
        message, remedy = "there is not enough memory for this answer", "ask for less: --limit, --fields"
        return Failure(Exit.REFUSED, "out_of_memory", message, remedy)
    return None


def _unknown(session: Session, change: Change, failure: Failure) -> Failure:
    """Return the outcome of a change that may have happened, with what is known of it."""
    if change.answered:
        done = f"{change.facts.name} was carried out in {session.app.name}"
        message = f"{done}, but its result cannot be handed over: {failure.message}"
        remedy = f"do not repeat; look: {change.facts.look}"
    elif change.facts.repeatable:
        message = f"{failure.message}; {change.facts.name} may have been carried out"
        remedy = f"the same call may be made again; or look: {change.facts.look}"
    else:
        message = f"{failure.message}; {change.facts.name} may have been carried out"
        remedy = f"do not repeat before you have looked: {change.facts.look}"
    if failure.remedy in [entry.remedy for entry in change.facts.remedies]:
        remedy += f"; if it was not made: {failure.remedy}"
    known = {"run_id": change.run_id, "new_id": change.new_id, "target_id": change.facts.target_id}
    more = {name: value for name, value in failure.more.items() if name not in ("run_id", "plan", "digest")}
    return Failure(Exit.OUTCOME_UNKNOWN, failure.code, message, remedy, **{**more, **known})
