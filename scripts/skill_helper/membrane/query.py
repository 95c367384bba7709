# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The query of a proxy request: plain text, and no name by which an app would take the request for another one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from ..base.exits import Exit
from ..base.outcome import Failure
from .path import GIT_BASH, rewritten_path

NAME_ENDS = "&=#?%;+"
OVERRIDES = (
    "methodoverride",
    "overridemethod",
    "httpmethod",
    "httpverb",
    "verboverride",
    "originalmethod",
    "requestmethod",
    "realmethod",
)
HTTP_METHODS = ("get", "head", "post", "put", "patch", "delete", "options", "trace", "connect")


def checked_query(pairs: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return query pairs as they are sent: unencoded, which Membrane's CLI does."""
    for name, value in pairs:
        if not _is_plain(name + value):
            message = f'the query "{name[:60]}" holds a line break, a control character or what is no text'
            raise Failure(Exit.BAD_INPUT, "bad_query", message, "leave it out")
        if not name or name != name.strip() or any(letter in name for letter in NAME_ENDS):
            message = f'"{name[:60]}" is not the plain name of a query parameter'
            raise Failure(
                Exit.BAD_INPUT, "bad_query", message, "write --query name=value, without & = # ? % ; + in the name"
            )
        if re.fullmatch(GIT_BASH, value):
            raise rewritten_path(value)
        # A program that does not encode the value would send what follows a separator as pairs of their own.
        inner = [piece.partition("=")[::2] for piece in re.split(r"[&;?#]", value)[1:]]
        for other, said in [(name, value), *inner]:
            _refuse_method(other, said)
    return tuple(pairs)


def _is_plain(text: str) -> bool:
    return not any(unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") for letter in text)


def _refuse_method(name: str, value: str) -> None:
    """Fail for a parameter by which some frameworks replace the method."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    letters = "".join(letter for letter in folded if letter.isalnum())
    decorated = letters == "method" and folded != "method"
    named = letters == "method" and value.strip().casefold() in HTTP_METHODS
    if decorated or named or any(word in letters for word in OVERRIDES):
        message = f'the query parameter "{name[:60]}" would change the method unseen'
        raise Failure(Exit.BAD_INPUT, "method_in_query", message, "name the method with -X")
