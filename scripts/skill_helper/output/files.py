# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Files that the helper writes for the caller: never over other content, never into the skill's folder."""

from __future__ import annotations

import os
import re

from ..base.exits import Exit
from ..base.outcome import Failure
from ..base.places import current_folder
from ..base.small_files import remove_file
from ..base.system import on_windows
from ..session import Json, Session
from .answer_files import AnswerFile

ANOTHER = "choose another --output"
DEVICE = r"(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)"  # Windows saves nothing in a file called so


def check_output_place(session: Session, output: str | None, *, file_expected: bool, changing: bool = False) -> None:
    """Fail before anything is sent when what comes back could not be saved where it should go.

    A file that is there may have the very content that comes back; before a change nobody can know that, so it is
    refused.
    """
    if output is not None:
        _check_named_place(session, output, changing=changing)
    elif file_expected:
        _check_current_folder(session)


def _check_current_folder(session: Session) -> None:
    here, remedy = current_folder(), "add --output FILE with a path elsewhere"
    if not here or session.owns(here):
        message = "nothing is saved in the current folder: it belongs to the skill"
        raise Failure(Exit.BAD_INPUT, "output_needed", message, remedy)
    if not os.access(here, os.W_OK):
        raise Failure(Exit.BAD_INPUT, "output_needed", "the current folder is not writable", remedy)


def _check_named_place(session: Session, output: str, *, changing: bool) -> None:
    if session.owns(output):
        raise Failure(
            Exit.BAD_INPUT,
            "output_in_skill",
            f'--output "{output}" lies in the skill folder, where nothing is saved',
            ANOTHER,
        )
    folder, name = os.path.split(output)
    if name in ("", os.curdir, os.pardir):
        raise Failure(
            Exit.BAD_INPUT, "not_a_file", f'--output "{output}" names a folder', "name a file that does not exist yet"
        )
    if not os.path.isdir(folder or os.curdir):
        raise Failure(Exit.BAD_INPUT, "no_such_folder", f'--output "{output}": its folder does not exist', ANOTHER)
    if _is_there(output):
        if not os.path.isfile(output):
            raise Failure(
                Exit.BAD_INPUT, "not_a_file", f'--output "{output}" is no file', "name a file that does not exist yet"
            )
        if changing:
            raise Failure(Exit.BAD_INPUT, "file_exists", f'--output "{output}" exists; nothing was sent', ANOTHER)
    if not os.access(folder or os.curdir, os.W_OK):
        raise Failure(Exit.BAD_INPUT, "not_saved", f'--output "{output}": its folder is not writable', ANOTHER)
    if changing:
        _try_to_write(output)


def _is_there(path: str) -> bool:
    """Whether something has this name; fail when nothing can have it, because it is too long for instance."""
    try:
        os.lstat(path)
    except FileNotFoundError:
        return False
    except (OSError, ValueError) as error:
        raise _not_saved(path, error) from None
    return True


def _try_to_write(output: str) -> None:
    """Fail when no file of such a name can be written, by writing an empty one whose name has other first letters."""
    folder, name = os.path.split(output)
    attempt = os.path.join(folder, os.urandom(8).hex()[: len(name)] + name[16:])
    try:
        os.close(os.open(attempt, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        return
    except OSError as error:
        raise _not_saved(output, error) from None
    remove_file(attempt)


def _not_saved(target: str, error: Exception) -> Failure:
    reason = getattr(error, "strerror", None) or error
    return Failure(Exit.BAD_INPUT, "not_saved", f'"{target}" cannot be written: {reason}', ANOTHER)


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
            raise _not_saved(target, error) from None
    raise Failure(Exit.BAD_INPUT, "file_exists", f'"{target}" exists with other content', ANOTHER)


def default_names(stem: str, ending: str) -> list[str]:
    """Return the names to try in the current folder, in order."""
    name = safe_name(stem)[:80] or "answer"
    return [f"{name}{ending}", *(f"{name}-{number}{ending}" for number in range(1, 100))]


def safe_name(text: str) -> str:
    """Return a text as the beginning of a file's name on every system: in no other folder, and no name of a device."""
    name = re.sub(r"[^A-Za-z0-9._]+", "-", text).strip("-.")
    return f"_{name}" if re.match(DEVICE, name) else name


def create(target: str, content: bytes) -> bool:
    """Write a file that does not exist yet, whole or not at all: under a name beside it first, then under its own.

    Return whether it has this content now. Raises OSError when it cannot be written.
    """
    if os.path.lexists(target):
        return holds(target, content)
    temporary = os.path.join(os.path.dirname(target), f".{os.urandom(6).hex()}.part")
    try:
        with open(temporary, "xb") as file:
            file.write(content)
        give_name(temporary, target)
    except FileExistsError:
        return holds(target, content)
    finally:
        remove_file(temporary)
    return True


def give_name(temporary: str, target: str) -> None:
    """Give a file its name, which no other file has. Raises FileExistsError, and OSError.

    A second name for the same file replaces none. Where the file system has no second names, the name is taken first.
    """
    if on_windows():
        return os.rename(temporary, target)  # which replaces nothing there
    try:
        return os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError:
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        return os.replace(temporary, target)
    except OSError:
        remove_file(target)
        raise


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
