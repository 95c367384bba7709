r"""A name holds a space that is none, or an accent apart from its letter.

Why: it looks like a name that can be typed, and whoever types that one meets another.
It is a warning, since the app itself may call something so.

Fix: write an ordinary space, and each letter with its accent as one character (Unicode's form NFC).

Bad:
    output: {schema: {type: object, properties: {"shelf\u00A0room": {type: string}}}}
Good:
    output: {schema: {type: object, properties: {"shelf room": {type: string}}}}
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import is_normalized, normalize

from skillc.checks.support.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "TXT004"

_ODD_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_ESCAPE = re.compile(r"\\[uUxNLP_]")


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each key, and each value that is no prose, with such a character."""
    for text in texts(project, _may_have_one):
        if text.is_prose:
            continue
        kind = "key" if text.is_key else "value"
        if space := _ODD_SPACE.search(text.text):
            message = f"the {kind} holds the space U+{ord(space[0]):04X}"
            yield text.document.warning(CODE, text.pointer, message, "write an ordinary space", span=text.span(space[0]))
        elif not is_normalized("NFC", text.text):
            hint = f'write "{normalize("NFC", text.text)}"'
            yield text.document.warning(CODE, text.pointer, f"the {kind} is not in Unicode's form NFC", hint, span=text.span(text.text))


def _may_have_one(source: str) -> bool:
    if source.isascii():
        return bool(_ESCAPE.search(source))
    return bool(_ODD_SPACE.search(source) or _ESCAPE.search(source)) or not is_normalized("NFC", source)
