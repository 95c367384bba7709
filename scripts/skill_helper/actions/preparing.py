# skillc copies this file into each skill; change it in src/skill_helper, not there
"""An input as a package prepares it: told what the app answers first, and kept from what nothing has proved."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from ..base.exits import Exit
from ..base.outcome import Failure
from ..base.records import KnownRead, Prepare
from ..output.answer_files import AnswerFile
from ..output.rows import listing_in
from ..session import Json, Session
from .bound import BoundAction, bind_sibling, read_bound
from .carried import seen_inputs
from .completing import Completed, in_lists, known_arguments
from .concluded import inferred_in
from .packages import call_package

ANSWERS = (Exit.BAD_INPUT, Exit.NOT_FOUND, Exit.REFUSED)  # of the app to one question; anything else ends the call


def prepare_by(prepare: Prepare, session: Session, bound: BoundAction, completed: Completed, *, ask: bool) -> Completed:
    """Return the input with what a package makes of it; without `ask` it is told nothing of the app's."""
    usual = {
        name: schema["default"]
        for name, schema in bound.schema["properties"].items()
        if "default" in schema and name not in completed.sent
    }
    values = {**usual, **completed.sent}
    seen = seen_inputs(session, bound.connection)
    unproved = [name for name in bound.action.inferred_inputs if bound.action.proved_by and name not in seen.carried]
    known: Json = {"unproved": unproved, "usual": list(usual)}
    known.update(_answers(session, bound, prepare.reads, values) if ask else {})
    result = call_package(session, bound.key, prepare.call, values, known, done="sent")
    names = [name for name in inferred_in(bound.action, result["values"]) if name in unproved]
    if names:
        raise _not_proved(session, bound, names, seen.lost)
    return completed._replace(
        sent=result["values"],
        told=_merged(completed.told, result.get("facts", {})),
        terms=result.get("terms", {}),
        same=result.get("same"),
        page=result.get("page"),
    )


def _answers(session: Session, bound: BoundAction, reads: Mapping[str, KnownRead], values: Json) -> Json:
    """Return what each read answers: a record, the rows of a list, the bytes of a file.

    One without an argument is not asked; what the app refuses to answer is under `unanswered`.
    """
    known: Json = {"unanswered": {}}
    for name, read in reads.items():
        reader = bind_sibling(session, bound, read.action)
        arguments = known_arguments(read, values)
        if len(arguments) < len(read.arguments):
            continue
        try:
            answer = read_bound(session, reader, in_lists(reader, arguments))
        except Failure as failure:
            if failure.exit_code not in ANSWERS:
                raise
            known["unanswered"][name] = failure.message
            continue
        known[name] = _plain(reader, answer)
    return known


def _plain(reader: BoundAction, answer: Any) -> Any:
    if isinstance(answer, AnswerFile):
        return answer.content
    output = reader.action.output
    listing = listing_in(answer, output.items, output.total) if reader.action.page else None
    return listing.rows if listing else answer


def _not_proved(session: Session, bound: BoundAction, names: list[str], lost: Collection[str]) -> Failure:
    """Return the outcome of concluded inputs of which nothing has shown that the app carries them."""
    app, proof = session.app.name, bound.action.proved_by
    message = f"{bound.key}: {app} documents no {' or '.join(names)}, and nothing has shown that it is carried"
    others = [name for name in names if name not in lost]
    way = (
        f"write a draft with {proof}, and leave {' and '.join(others)} out if it is not carried"
        if others
        else "leave it out, or write a draft, which the user completes before they send it"
    )
    problems = [
        {
            "pointer": "/" + name.replace(".", "/"),
            "message": "not carried by the last draft with it" if name in lost else f"not proved by {proof} yet",
        }
        for name in names
    ]
    return Failure(Exit.BAD_INPUT, "not_proved", f"{message}; nothing was sent", way, problems=problems)


def _merged(told: Json, facts: Json) -> Json:
    """Return what is told with further facts; of one that is told already, the members of both."""
    shared = [name for name in facts if isinstance(told.get(name), dict) and isinstance(facts[name], dict)]
    both = {name: {**told[name], **facts[name]} for name in shared}
    return {**told, **facts, **both}
