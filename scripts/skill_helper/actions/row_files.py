# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The files of the rows of a list, saved in a folder: one for each row, and one that fails does not hide the others."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any, NamedTuple

from ..base.exits import Exit
from ..base.outcome import Failure
from ..base.records import Action, Output, RowFiles
from ..input.aliases import names_of_aliases
from ..input.command_line import CommandLine
from ..membrane.path import scalar_text
from ..output.answer_files import AnswerFile, file_in
from ..output.claims import Claim
from ..output.envelope import Shape, present_answer, present_list
from ..output.folders import check_folder, file_stem, file_there, make_folder, save_in
from ..output.rows import at_path, field_source
from ..output.saved_rows import Choice, RowFile, count, present_saved
from ..session import Json, Session
from .bound import BoundAction, bind_sibling, read_bound
from .checked import check_input
from .paging import claim_of, listing_of_all, read_whole
from .reading import Reading

MOST_SAVED = 200  # in one call
MOST_MISSING = 100
MOST_REFUSED = 5  # one after the other, before that counts as a refusal of all
OF_THIS_ROW = ("not_found", "app_refused", "file_damaged", "bad_input")
WEB_PAGE = "text/html"


class Folder(NamedTuple):
    """Where the files of rows are saved, and how each is fetched."""

    path: str
    files: RowFiles


def folder_for_files(session: Session, line: CommandLine, action: Action, shape: Shape) -> Folder | None:
    """Return the folder, if files are to be saved; fail before anything is sent where they cannot be.

    For a list that has no files, the option is none, and its name that of an input, if of any.
    """
    path = line.value("files")
    if path is None or not action.output.files:
        _refuse_other_lists(session, action)
        return None
    if shape.question and shape.question.groups:
        message = "--files saves the file of each row, and groups are asked for; nothing was sent"
        raise Failure(Exit.BAD_INPUT, "bad_option", message, "leave out --sum, --by and --count-by, or --files")
    if shape.output is not None:
        message = "--files saves a file for each row, and --output the rows as one file; nothing was sent"
        raise Failure(Exit.BAD_INPUT, "bad_option", message, "call once with each of them")
    check_folder(session, path)
    return Folder(path, action.output.files)


def _refuse_other_lists(session: Session, action: Action) -> None:
    known = {*action.input.get("properties", ()), *names_of_aliases(action.input)}
    if action.page and "files" not in known:
        able = [key for key, other in session.skill.actions.items() if other.output.files]
        message = f"nothing is known that gives the files of the rows of {action.key}; nothing was sent"
        raise Failure(Exit.BAD_INPUT, "no_files", message, f"--files is an option of: {', '.join(able) or 'no list'}")


def save_row_files(session: Session, bound: BoundAction, values: Json, shape: Shape, folder: Folder) -> Json:
    """Save the file of each row that is asked for, and return the envelope that says which rows have one."""
    saving = _Saving(session, bind_sibling(session, bound, folder.files.action), folder)
    reading = read_whole(session, bound, values, None if shape.question else shape.limit)
    rows, facts, notes = _chosen(reading, shape, bound.action.output)
    if not rows:
        return _nothing(session, bound, reading, shape)
    make_folder(folder.path)
    wanted = rows[: shape.limit]
    try:
        for row in wanted:
            saving.add(row)
    except Failure as failure:
        raise _interrupted(failure, saving.ends, len(wanted), folder.path) from None
    is_cut = len(wanted) < len(rows)
    claim = Claim(complete=False) if is_cut else claim_of(reading)
    following = session.again(without=["limit"]) if is_cut else ""
    if not (shape.asked or shape.full):
        shape = shape._replace(columns=[*dict.fromkeys([*saving.sources, folder.files.name])])
    return present_saved(session, saving.ends, folder.path, shape, Choice(claim, facts, notes, following))


def _chosen(reading: Reading, shape: Shape, output: Output) -> tuple[list[Any], Json, list[str]]:
    """Return the rows that the caller's conditions leave, with facts and remarks about them."""
    if not shape.question:
        return reading.rows, {}, []
    from ..output.answers.answer import answer_of

    return answer_of(reading.rows, shape.question, output)


def _nothing(session: Session, bound: BoundAction, reading: Reading, shape: Shape) -> Json:
    """Return the envelope of a list without rows."""
    listing, claim = listing_of_all(reading), claim_of(reading)
    if shape.question:
        return present_answer(session, listing, shape, claim, bound.action.output)
    return present_list(session, listing, shape, claim)


class _Saving:
    """The rows one after the other, each with its file or with why it has none."""

    def __init__(self, session: Session, reader: BoundAction, folder: Folder) -> None:
        self.session = session
        self.reader = reader
        self.folder, self.files = folder
        self.sources = [source for source in self.files.arguments.values() if isinstance(source, str)]
        self.ends: list[RowFile] = []
        self.saved = self.missing = self.refused = 0

    def add(self, row: Any) -> None:
        """See to the file of the next row. Raises what concerns all rows, not this one."""
        lacking = [source for source in self.sources if _text_at(row, source) == ""]
        end = RowFile(row, problem=f"the row has no {lacking[0]}") if lacking else self._end(row)
        self.ends.append(end)
        self.missing += bool(end.problem)
        self.saved += bool(end.file) and not end.was_there

    def _end(self, row: Any) -> RowFile:
        stem = file_stem(_text_at(row, self.files.name), "-".join(_text_at(row, source) for source in self.sources))
        there = file_there(self.folder, stem)
        if there:
            return RowFile(row, there, was_there=True)
        if self.saved >= MOST_SAVED or self.missing >= MOST_MISSING:
            return RowFile(row)
        try:
            file = self._fetched(row)
        except Failure as failure:
            self.refused += failure.exit_code is Exit.REFUSED
            if failure.code not in OF_THIS_ROW or self.refused >= MOST_REFUSED:
                raise
            return RowFile(row, problem=_sentence(failure))
        self.refused = 0
        if file is None or file.media_type == WEB_PAGE:
            return RowFile(row, problem=f"{self.reader.key} gave {'a web page' if file else 'a record'}, not a file")
        name = save_in(self.folder, stem, file)
        return RowFile(row, name, "" if name else f'"{stem}{file.ending}" is there with other content')

    def _fetched(self, row: Any) -> AnswerFile | None:
        """Return the file of a row; None where the answer is none."""
        given = {
            self.reader.renamed.get(name, name): source["const"] if isinstance(source, dict) else _value_at(row, source)
            for name, source in self.files.arguments.items()
        }
        check_input(self.session, self.reader, given)
        return file_in(read_bound(self.session, self.reader, given))


def _value_at(row: Any, path: str) -> Any:
    return at_path(field_source(row, path), path)


def _text_at(row: Any, path: str) -> str:
    value = _value_at(row, path)
    return "" if value is None else scalar_text(value)


def _sentence(failure: Failure) -> str:
    """Return why a row has no file; for a value that the reader refuses, what is wrong with it."""
    problems = failure.more.get("problems")
    if problems:
        return f"{problems[0]['pointer'].strip('/')}: {problems[0]['message']}"
    later = "; its file may not be made yet" if failure.exit_code is Exit.NOT_FOUND else ""
    return failure.message + later


def _interrupted(failure: Failure, ends: Sequence[RowFile], rows: int, folder: str) -> Failure:
    """Return the outcome of a call that ended before the last row: what is saved stays, and the same call goes on."""
    counts = count(ends)
    here = f"{counts.saved} of {rows} files were saved in {folder} (and {counts.there} were there)"
    goes_on = "then make the same call again: it goes on, and skips the files that are there"
    remedy = f"{failure.remedy}; {goes_on}" if failure.remedy else goes_on
    more = {**failure.more, **counts._asdict(), "folder": os.path.realpath(folder)}
    return Failure(failure.exit_code, failure.code, f"{here}, then: {failure.message}", remedy, **more)
