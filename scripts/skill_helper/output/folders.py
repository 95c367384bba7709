# skillc copies this file into each skill; change it in src/skill_helper, not there
"""A folder of files that one call saves: where it may be, how its files are called, and what is there already."""

from __future__ import annotations

import os
import re

from ..base.exits import Exit
from ..base.outcome import Failure
from ..session import Session
from .answer_files import ENDINGS, AnswerFile
from .files import create, safe_name

LONGEST_NAME = 80
LONGEST_ID = 60
PLAIN_ID = r"[A-Z0-9_]+|[a-z0-9_]+"  # such ids stay apart after a hyphen, and on a disk that ignores case
ANOTHER = "choose another --files"


def check_folder(session: Session, folder: str) -> None:
    """Fail before anything is sent when files could not be saved in a folder, or it could not be made."""
    named = f'--files "{folder}"'
    if session.owns(folder):
        raise _refused("output_in_skill", f"{named} lies in the skill folder, where nothing is saved")
    if os.path.isdir(folder):
        writable = folder
    elif not folder or os.path.lexists(folder):
        raise _refused("not_a_folder", f"{named} is no folder")
    else:
        writable = os.path.dirname(os.path.normpath(folder)) or os.curdir
        if not os.path.isdir(writable):
            raise _refused(
                "no_such_folder", f"{named}: the folder around it does not exist", f"make it first, or {ANOTHER}"
            )
    if not os.access(writable, os.W_OK):
        raise _refused(
            "not_saved", f"{named}: {'it' if writable == folder else 'the folder around it'} is not writable"
        )


def make_folder(folder: str) -> None:
    """Make the folder where it is not there."""
    try:
        os.mkdir(folder)
    except (OSError, ValueError) as error:
        if not os.path.isdir(folder):
            reason = getattr(error, "strerror", None) or error
            raise _refused("not_saved", f'--files "{folder}" cannot be made: {reason}') from None


def _refused(code: str, message: str, remedy: str = ANOTHER) -> Failure:
    return Failure(Exit.BAD_INPUT, code, message, remedy)


def file_stem(name: str, identity: str) -> str:
    """Return what the file of a record is called, without its ending: its name for people, then what tells it apart.

    Two records have two names, on every disk: what changes in an id on its way to a name is told by a digest.
    """
    told = safe_name(identity)[:LONGEST_ID]
    if told != identity or not re.fullmatch(PLAIN_ID, identity):
        import hashlib

        told = f"{told[: LONGEST_ID - 13]}-{hashlib.sha256(identity.encode('utf-8', 'replace')).hexdigest()[:12]}"
    return safe_name(f"{safe_name(name)[:LONGEST_NAME]}-{told}" if name not in ("", identity) else told)


def file_there(folder: str, stem: str) -> str:
    """Return the name of the file that an earlier call saved for a record; empty when there is none."""
    names = (stem + ending for ending in (*ENDINGS.values(), ".bin"))
    return next((name for name in names if _has_content(os.path.join(folder, name))), "")


def _has_content(path: str) -> bool:
    try:
        return os.path.isfile(path) and os.path.getsize(path) > 0
    except OSError:
        return False


def save_in(folder: str, stem: str, file: AnswerFile) -> str:
    """Save a file and return its name; empty when another file has that name. Fail when the disk refuses it."""
    name = stem + file.ending
    try:
        return name if create(os.path.join(folder, name), file.content) else ""
    except OSError as error:
        raise _refused("not_saved", f'"{os.path.join(folder, name)}" cannot be written: {error.strerror}') from None
