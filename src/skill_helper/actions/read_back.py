# skillc copies this file into each skill; change it in src/skill_helper, not there
"""What the app made of what was written: its file, once it is there, compared with what was sent."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from typing import Any, NamedTuple

from ..base.exits import Exit
from ..base.outcome import Failure
from ..base.records import Action, ReadBack
from ..output.answer_files import file_in
from ..output.rows import at_path
from ..session import Json, Session
from .bound import BoundAction, bind_sibling, read_bound
from .carried import Comparison, Written, compare, remember_carried, remember_written, written_of
from .completing import Completed
from .packages import call_package

PAUSES_SECONDS = (0, 0.5, 1, 2)  # a file is made in the background
SHOWN = ("invoice", "looked_up")  # of what was told, in an outcome that is not what was asked for


class _Record(NamedTuple):
    """What was made: the arguments by which it is read, and what is known of it."""

    arguments: Json
    about: Json

    @property
    def identifier(self) -> str:
        """The arguments as one text."""
        return "/".join(map(str, self.arguments.values()))

    def command(self, session: Session, key: str) -> str:
        """Return the command of an action that takes these arguments."""
        flags = [word for name, value in self.arguments.items() for word in (f"--{name}", str(value))]
        return session.command(key, *flags)


def read_back(session: Session, bound: BoundAction, back: ReadBack, completed: Completed, answer: Any) -> Json:
    """Return what is told of a record that was just written, by its file; fail when it is not what was asked for."""
    arguments = {name: at_path(answer, path) for name, path in back.arguments.items()}
    if None in arguments.values():
        return {"readBack": f"not possible: the answer has no {' or '.join(back.arguments.values())}"}
    about = {"record": answer, **{name: completed.told[name] for name in SHOWN if name in completed.told}}
    record = _Record(arguments, about)
    if session.change:
        session.change.new_id = record.identifier
    written = remember_written(session, bound.connection, record.identifier, bound.key, completed.terms)
    reader = bind_sibling(session, bound, back.action)
    try:
        file = _file(session, reader, arguments)
    except Failure as failure:
        return _unread(session, back, record, f"its file is not there yet ({failure.message})")
    try:
        terms = _terms(session, reader, file)
    except Failure as failure:
        why = "; ".join(problem["message"] for problem in failure.more.get("problems", ()))
        return _unread(session, back, record, f"its file cannot be compared ({why or failure.message})")
    return _comparison(session, reader, record, written, terms)


def compared(session: Session, reader: BoundAction, values: Json, file: Any) -> Json:
    """Return how a file compares with what is remembered of its record; fail when it is not what was asked for."""
    record = _Record({name: values[name] for name in reader.action.required}, {})
    written = written_of(session, reader.connection, record.identifier)
    if written is None:
        message = f"nothing is remembered of {record.identifier}: it was not written here, or long ago"
        raise Failure(Exit.NOT_FOUND, "nothing_remembered", message, "read its file instead")
    return _comparison(session, reader, record, written, _terms(session, reader, file))


def _terms(session: Session, reader: BoundAction, answer: Any) -> Mapping[str, Any]:
    """Return what stands in a file."""
    file = file_in(answer)
    content = {"content": file.content if file else b""}
    terms: Mapping[str, Any] = call_package(session, reader.key, reader.action.compare, content, done="compared")[
        "terms"
    ]
    return terms


def _comparison(
    session: Session, reader: BoundAction, record: _Record, written: Written, terms: Mapping[str, Any]
) -> Json:
    found = compare(written, record.identifier, terms)
    writer = session.skill.actions[written.action]
    _remember(session, reader.connection, writer, found)
    back = writer.read_back
    if back:
        _refuse_another(session, back, record, found)
    missing = sorted({_input_name(name) for name, text in found.other.items() if text is None})
    differs = {name: text for name, text in found.other.items() if text is not None}
    return {
        "readBack": f"its file has {len(found.equal)} of {len(written.terms)} fields as they were written",
        **({"notCarried": missing} if missing else {}),
        **({"differs": differs} if differs else {}),
        **({"todo": back.lacking} if found.other and back and back.lacking else {}),
    }


def _remember(session: Session, connection: str, writer: Action, found: Comparison) -> None:
    """Remember of each concluded input whether it was carried."""
    lost = {_input_name(name) for name in found.other}.intersection(writer.inferred_inputs)
    carried = {_input_name(name) for name in found.equal}.intersection(writer.inferred_inputs) - lost
    remember_carried(session, connection, carried, lost)


def _file(session: Session, reader: BoundAction, arguments: Json) -> Any:
    """Return the file, which may be made a little later. Raises the Failure of the last look."""
    for pause in PAUSES_SECONDS[:-1]:
        time.sleep(pause)
        try:
            return read_bound(session, reader, arguments)
        except Failure as failure:
            if failure.exit_code not in (Exit.NOT_FOUND, Exit.TEMPORARY):
                raise
    time.sleep(PAUSES_SECONDS[-1])
    return read_bound(session, reader, arguments)


def _unread(session: Session, back: ReadBack, record: _Record, why: str) -> Json:
    """Return what is told while there is no file to compare; fail where nothing counts as done without it."""
    command = record.command(session, back.action)
    if not back.awaited:
        return {"readBack": f"accepted, not done: {why}", "next": command}
    message = f"{record.identifier} was made, but {why}, so it is not proved"
    remedy = f"do not repeat, and nobody sends it before this says that it is right: {command}"
    raise Failure(Exit.OUTCOME_UNKNOWN, "not_read_back", message, remedy, new_id=record.identifier, **record.about)


def _refuse_another(session: Session, back: ReadBack, record: _Record, found: Comparison) -> None:
    """Fail when a file has not what it must have."""
    wrong = {name: found.other[name] for name in back.must if name in found.other}
    if wrong:
        said = ", ".join(f"{name} is {'missing' if text is None else text}" for name, text in wrong.items())
        message = f"{record.identifier} was made, but it is not what was asked for: in its file {said}"
        remedy = back.remedy + (f" To delete it: {record.command(session, back.undo)}" if back.undo else "")
        others: Mapping[str, Any] = {name: text for name, text in found.other.items() if name not in wrong}
        more = {"new_id": record.identifier, **record.about, "differs": dict(others) or None}
        raise Failure(Exit.OUTCOME_UNKNOWN, "not_carried", message, remedy, **more)


def _input_name(term: str) -> str:
    """Return the input that a term is of: items.0.description is of items.description."""
    return re.sub(r"\.\d+\.", ".", term)
