# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The file that an action answers with, read as data in the place of being saved: one record, or its lines."""

from __future__ import annotations

from typing import Any

from ..base.exits import Exit
from ..base.outcome import Failure
from ..base.records import Action, FileData
from ..input.command_line import ANSWERING, CommandLine
from ..output.answer_files import file_in
from ..output.envelope import Shape, present, present_record
from ..session import Json, Session
from .packages import function_of

LINES = "lines"
READING = (LINES, "fields", "full")  # the options that ask for data


def wants_data(line: CommandLine, action: Action) -> bool:
    """Whether the data in the file is asked for, not the file."""
    return action.output.data is not None and any(line.has(name) for name in READING)


def refuse_question_without_lines(line: CommandLine, shape: Shape, action: Action) -> None:
    """Fail when something is asked of rows, and the file is one record; nothing was sent."""
    if shape.question and not line.has(LINES):
        message = f"{action.key} gives one file; nothing was sent"
        raise Failure(Exit.BAD_INPUT, "no_list", message, f"add --{LINES}: its lines are a list")


def present_data(session: Session, answer: Any, shape: Shape, action: Action, data: FileData) -> Json:
    """Return the envelope of what the file in an answer says; without a file in it, of the answer."""
    lines = session.line.has(LINES)
    file = file_in(answer)
    if file is None:
        if lines:
            message = f"{action.key} got a record and no file, so there are no lines to read"
            raise Failure(
                Exit.REFUSED, "no_file", message, f"see the record: {session.again(without=(LINES, *ANSWERING))}"
            )
        return present(session, answer, shape, action.output)
    result = function_of(data.call)({"name": shape.stem + file.ending, "content": file.content, "lines": lines})
    problems = result.get("problems")
    if problems:
        raise _no_data(session, problems[0])
    if not shape.asked:
        shape = shape._replace(columns=result["columns"])
    if not lines:
        return present_record(session, result["answer"], shape)
    return present(session, result["answer"], shape, session.skill.actions[data.like].output)


def _no_data(session: Session, problem: Json) -> Failure:
    """Return the outcome of a file that holds no data; the call that saves it is the way on."""
    message = f"the file cannot be read as data: {problem['message']}"
    save = session.again(without=(*READING, *ANSWERING, "limit", "output"))
    return Failure(Exit.REFUSED, "no_data", message, f"save it as it is: {save}")
