# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The texts of an input, as they were meant.

Composed letters, no white space around them, and nothing that cannot be seen.

This is for what was typed. Raw bodies, files, replies and what is read from a record pass as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..base.characters import first_unseen, named
from ..base.exits import Exit
from ..base.jsontext import pointer_token
from ..base.outcome import Failure
from ..schema.json_values import shown_value
from ..schema.validation import Problem

OUTER_SPACE = (
    " \t\n\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
LOST = "\ufffd"
INSTEAD = {
    "\x85": "write a line break instead",
    "\u2028": "write a line break instead",
    "\u2029": "write a line break instead",
}


def as_meant(value: Any, pointer: str = "") -> Any:
    """Return a value whose texts and names are in Unicode's composed form (NFC), without outer white space."""
    if isinstance(value, str):
        return text_as_meant(value)
    if isinstance(value, list):
        return [as_meant(item, f"{pointer}/{index}") for index, item in enumerate(value)]
    if not isinstance(value, dict):
        return value
    members: dict[str, Any] = {}
    for written, item in value.items():
        name = text_as_meant(written)
        place = f"{pointer}/{pointer_token(name)}"
        if name in members:
            raise doubled_name(name, place)
        members[name] = as_meant(item, place)
    return members


def text_as_meant(text: str) -> str:
    """Return a text in Unicode's composed form (NFC) and without outer white space."""
    text = text.strip(OUTER_SPACE)
    if text.isascii():
        return text
    import unicodedata

    return unicodedata.normalize("NFC", text)


def doubled_name(name: str, pointer: str, option: str = "the input") -> Failure:
    """Return the outcome of an object that has a name twice: readers differ in which of the two they take."""
    message = f"{option} has the name {shown_value(name)} twice in one object"
    problem = Problem(pointer, "", f"{shown_value(name)} is given twice", "keep the one that is meant")
    return Failure(
        Exit.BAD_INPUT,
        "doubled_name",
        f"{message}; nothing was sent",
        "keep the one that is meant",
        problems=[problem.to_json()],
    )


def unseen_characters(value: Any, pointer: str = "") -> Iterator[Problem]:
    """Yield a problem for each text that holds a character which cannot be seen, or the mark of a lost letter."""
    if isinstance(value, str):
        yield from _problem_of(value, pointer)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from unseen_characters(item, f"{pointer}/{index}")
    elif isinstance(value, dict):
        for name, item in value.items():
            place = f"{pointer}/{pointer_token(name)}"
            yield from _problem_of(name, place)
            yield from unseen_characters(item, place)


def _problem_of(text: str, pointer: str) -> Iterator[Problem]:
    character = first_unseen(text)
    if character:
        message = f"{shown_value(text)} holds {named(character)}, which cannot be seen"
        yield Problem(pointer, "characters", message, INSTEAD.get(character, "leave it out"))
    elif LOST in text:
        message = f"{shown_value(text)} holds {named(LOST)}: a letter was lost on the way here"
        yield Problem(pointer, "characters", message, "write the letter that is meant")


def checked_text(text: str, option: str) -> str:
    """Return a text of a command line as it was meant; fail when it holds what cannot be seen."""
    text = text_as_meant(text)
    for problem in unseen_characters(text):
        raise Failure(Exit.BAD_INPUT, "bad_character", f"{option}: {problem.message}", problem.hint)
    return text
