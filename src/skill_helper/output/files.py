# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Files that the helper writes for the caller: never over other content, never into the skill's folder."""

from __future__ import annotations

import os
import re

from ..base.exits import Exit
from ..base.outcome import Failure
from ..base.small_files import current_folder
from ..session import Json, Session
from .answer_files import AnswerFile

ANOTHER = "choose another --output"


def check_output_place(session: Session, output: str | None, *, file_expected: bool) -> None:
    """Fail before anything is sent when what comes back could not be saved where it should go."""
    if output is None:
        here = current_folder()
        if file_expected and (not here or session.owns(here)):
            raise Failure(
                Exit.BAD_INPUT,
                "output_needed",
                "nothing is saved in the current folder: it belongs to the skill",
                "add --output FILE with a path elsewhere",
            )
        if file_expected and not os.access(here, os.W_OK):
            raise Failure(
                Exit.BAD_INPUT,
                "output_needed",
                "the current folder is not writable",
                "add --output FILE with a path elsewhere",
            )
        return
    if session.owns(output):
        raise Failure(
            Exit.BAD_INPUT,
            "output_in_skill",
            f'--output "{output}" lies in the skill folder, where nothing is saved',
            ANOTHER,
        )
    folder = os.path.dirname(os.path.abspath(output))
    if not os.path.isdir(folder):
        raise Failure(Exit.BAD_INPUT, "no_such_folder", f'--output "{output}": its folder does not exist', ANOTHER)
    if not output or (os.path.lexists(output) and not os.path.isfile(output)):
        raise Failure(
            Exit.BAD_INPUT, "not_a_file", f'--output "{output}" is no file', "name a file that does not exist yet"
        )
    if not os.access(folder, os.W_OK):
        raise Failure(Exit.BAD_INPUT, "not_saved", f'--output "{output}": its folder is not writable', ANOTHER)


def save_file(session: Session, file: AnswerFile, output: str | None, stem: str) -> Json:
    """Save a file and return path, type, size in bytes and sha256.

    A file that is there with other content is never overwritten.
    """
    check_output_place(session, output, file_expected=True)
    for target in [output] if output is not None else default_names(stem, file.ending):
        try:
            if create(target, file.content):
                return file_facts(target, file)
        except OSError as error:  # noqa: PERF203 - the first name will do
            raise Failure(
                Exit.BAD_INPUT, "not_saved", f'"{target}" cannot be written: {error.strerror}', ANOTHER
            ) from None
    raise Failure(Exit.BAD_INPUT, "file_exists", f'"{target}" exists with other content', ANOTHER)


def default_names(stem: str, ending: str) -> list[str]:
    """Return the names to try in the current folder, in order."""
    name = re.sub(r"[^A-Za-z0-9.]+", "-", stem).strip("-.")[:80] or "answer"
    return [f"{name}{ending}", *(f"{name}-{number}{ending}" for number in range(1, 100))]


def create(target: str, content: bytes) -> bool:
    """Write a file that does not exist yet.

    Return whether it has this content now; raise OSError when it cannot be written.
    """
    try:
        with open(target, "xb") as file:
            file.write(content)
    except FileExistsError:
        return holds(target, content)
    except OSError:
        if os.path.exists(target) and os.path.getsize(target) < len(content):
            os.unlink(target)  # the disk was full: half a file is none
        raise
    return True


def holds(target: str, content: bytes) -> bool:
    """Whether a file is there and has exactly this content."""
    try:
        with open(target, "rb") as file:
            return os.path.isfile(target) and file.read(len(content) + 1) == content
    except OSError:
        return False


def file_facts(target: str, file: AnswerFile) -> Json:
    """Return what the caller is told instead of the content."""
    import hashlib

    digest = hashlib.sha256(file.content).hexdigest()
    return {"path": os.path.realpath(target), "type": file.media_type, "size": len(file.content), "sha256": digest}
