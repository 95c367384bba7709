"""A text names, in a code span, an action that does not exist.

Why: the agent would type a command that does not exist.

Fix: correct the name, or remove the backticks if it is not an action.

Bad:
    notes: [Look it up with `list-boks`.]
Good:
    notes: [Look it up with `list-books`.]
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from skillc.checks.support.texts import texts
from skillc.shared import closest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "TXT001"

_CODE_SPAN = re.compile(r"`([^`\n]+)`")
_MAY_HAVE_CODE = re.compile(r"[`\\]")  # a backtick, or an escape that may be one
_KEY = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+")
_ALIKE = 0.85


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each word in a code span that looks like an action but is not one."""
    known = project.known_keys
    for text in texts(project, _MAY_HAVE_CODE.search):
        for word in () if text.is_key else _words_in_code(text.text):
            if word not in known and _looks_like_an_action(word, known):
                near = closest(word, known)
                hint = f'did you mean "{near}"?' if near else "remove the backticks if it is not an action"
                yield text.document.error(
                    CODE, text.pointer, f'there is no action "{word}"', hint, span=text.span(word)
                )


def _words_in_code(text: str) -> Iterator[str]:
    for span in _CODE_SPAN.findall(text):
        yield from (word for word in span.split() if _KEY.fullmatch(word))


def _looks_like_an_action(word: str, known: frozenset[str]) -> bool:
    """Tell whether `word` begins like an action (`list-…`), or is written almost like one of as many words."""
    verbs = {key.split("-", 1)[0] for key in known if "-" in key}
    same_length = [key for key in known if key.count("-") == word.count("-")]
    return word.split("-", 1)[0] in verbs or bool(get_close_matches(word, same_length, n=1, cutoff=_ALIKE))
