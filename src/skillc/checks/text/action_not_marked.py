"""A text names an action without code marks.

Why: an agent cannot tell where the command begins and ends, and a name that is not marked is not checked: when the
action is renamed, the text goes on to name what is not there.

Fix: put the name in backticks.

Bad:
    notes: [Look it up with get-book first.]
Good:
    notes: [Look it up with `get-book` first.]
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from skillc.checks.support.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "TXT012"

_CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)
_TYPED_BY_USERS = "ask"
_OF_ITS_OWN_ACTION = {("title",), ("summary",)}  # TXT010 says what is wrong there


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each name of an action that stands in a sentence as a word."""
    keys = sorted((key for key in project.known_keys if "-" in key), key=len, reverse=True)
    if not keys:
        return
    names = re.compile(rf"(?<![\w/.@#:-])(?:{'|'.join(map(re.escape, keys))})(?![\w/-]|\.\w)")
    for text in texts(project, names.search):
        if not text.is_prose or text.pointer[-1] == _TYPED_BY_USERS or text.pointer in _OF_ITS_OWN_ACTION:
            continue
        for name in sorted(set(names.findall(_CODE.sub("``", text.text)))):
            message = f"{name} is an action; it stands here without code marks"
            yield text.document.warning(CODE, text.pointer, message, f"write `{name}`", span=text.span(name))
