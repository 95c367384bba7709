# skillc copies this file into each skill; change it in src/skill_helper, not there
"""What the app made of what was written: its file, once it is there, compared with what was sent."""

from __future__ import annotations

import re
import time
from typing import Any

from ..base.exits import Exit
from ..base.outcome import Failure
from ..base.records import ReadBack
from ..output.answer_files import AnswerFile, file_in
from ..output.rows import at_path
from ..session import Json, Session
from .bound import BoundAction, bind_sibling, read_bound
from .carried import Comparison, Written, compare, remember_carried, remember_written, written_of
from .completing import Completed
from .packages import call_package

PAUSES_SECONDS = (0, 0.5, 1, 2)  # a file is made in the background


def read_back(session: Session, bound: BoundAction, back: ReadBack, completed: Completed, answer: Any) -> Json:
    """Return what is told of a record that was just written, by its file; fail when it lacks what it must have."""
    arguments = {name: at_path(answer, path) for name, path in back.arguments.items()}
    identifier = "/".join(map(str, arguments.values()))
    if None in arguments.values():
        return {"readBack": f"not possible: the answer has no {' or '.join(back.arguments.values())}"}
    if session.change:
        session.change.new_id = identifier
    remember_written(session, bound.connection, identifier, Written(bound.key, completed.terms))
    reader = bind_sibling(session, bound, back.action)
    try:
        file = _file(session, reader, arguments)
    except Failure as failure:
        return _not_yet(session, reader, arguments, back, failure)
    return compared(session, reader, arguments, file)


def compared(session: Session, reader: BoundAction, arguments: Json, file: Any) -> Json:
    """Return how a file compares with what is remembered of its record; fail when it lacks what it must have."""
    identifier = "/".join(str(arguments[name]) for name in reader.action.required)
    written = written_of(session, reader.connection, identifier)
    if written is None:
        message = f"nothing is remembered of {identifier}: it was not written here, or more than a hundred others later"
        raise Failure(Exit.NOT_FOUND, "nothing_remembered", message, "read its file instead")
    file = file if isinstance(file, AnswerFile) else file_in(file)
    content = file.content if file else b""
    result = call_package(session, reader.key, reader.action.compare, {"content": content}, done="compared")
    found = compare(written, identifier, result["terms"])
    writer = session.skill.actions[written.action]
    lost = sorted({_input_name(name) for name in found.other} & set(writer.inferred_inputs))
    remember_carried(
        session,
        reader.connection,
        {_input_name(name) for name in found.equal} & set(writer.inferred_inputs),
        lost,
    )
    if writer.read_back:
        _refuse_without(writer.read_back, identifier, found)
    differs = {name: text for name, text in found.other.items() if _input_name(name) not in lost}
    return {
        "readBack": f"its file has {len(found.equal)} of {len(written.terms)} fields as they were written",
        **({"notCarried": lost} if lost else {}),
        **({"differs": differs} if differs else {}),
    }


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


def _not_yet(session: Session, reader: BoundAction, arguments: Json, back: ReadBack, failure: Failure) -> Json:
    """Return what is told while there is no file; fail where nothing counts as done without it."""
    words = [word for name, value in arguments.items() for word in (f"--{name}", str(value))]
    command = session.command(reader.key, *words)
    if not back.must:
        return {"readBack": f"accepted, not done: its file is not there yet ({failure.message})", "next": command}
    identifier = "/".join(map(str, arguments.values()))
    message = f"the draft {identifier} was made, but its file is not there yet ({failure.message}), so it is not proved"
    raise Failure(
        Exit.OUTCOME_UNKNOWN,
        "not_read_back",
        message,
        f"do not repeat, and nobody sends it before this says that it is right: {command}",
        new_id=identifier,
    )


def _refuse_without(back: ReadBack, identifier: str, found: Comparison) -> None:
    lacking = [name for name in back.must if name not in found.equal]
    if lacking:
        said = ", ".join(f"{name} is {found.other[name] or 'missing'}" for name in lacking if name in found.other)
        raise Failure(
            Exit.OUTCOME_UNKNOWN,
            "not_carried",
            f"the draft {identifier} was made, but it is not what was asked for: in its file {said}",
            back.remedy,
            new_id=identifier,
        )


def _input_name(term: str) -> str:
    """Return the input that a term is of: items.0.description is of items.description."""
    return re.sub(r"\.\d+\.", ".", term)
