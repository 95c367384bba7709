"""A text names an action that does not exist: in a code span, or by a name that is almost that of an action.

Why: the agent would type a command that does not exist. It is a warning outside a code span, where the word may be
meant as it is.

Fix: correct the name and put it in backticks, or remove the backticks if it is not an action.

Bad:
    notes: [Look it up with `list-boks`.]
Good:
    notes: [Look it up with `list-books`.]
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING

from skillc.checks.support.action_names import is_alike, near_action
from skillc.checks.support.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "TXT001"

_CODE_SPAN = re.compile(r"`([^`\n]+)`")
_MAY_HAVE_CODE = re.compile(r"[`\\]")  # a backtick, or an escape that may be one
_KEY = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+")
_NAME = re.compile(r"(?<![\w/.@#:$-])[a-z][a-z0-9]*(?:-[a-z0-9]+)+(?![\w/-]|\.\w)")
_CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)
_ALIKE = 0.85


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each word in a code span that looks like an action but is not one."""
    known = project.known_keys
    for text in texts(project, _MAY_HAVE_CODE.search):
        for word in () if text.is_key else _words_in_code(text.text):
            if word not in known and _looks_like_an_action(word, known):
                near = near_action(word, sorted(known))
                hint = (
                    f'did you mean "{near}"?'
                    if near
                    else f"create it with: skillc new action {word}; or remove the backticks if it is not an action"
                )
                yield text.document.error(
                    CODE, text.pointer, f'there is no action "{word}"', hint, span=text.span(word)
                )
    yield from _misspelt(project)


def _misspelt(project: Project) -> Iterator[Diagnostic]:
    """Yield each word outside a code span that is almost the name of an action."""
    by_verb: dict[str, list[str]] = {}
    for key in sorted(project.known_keys):
        by_verb.setdefault(key.split("-", 1)[0], []).append(key)

    @cache
    def meant(word: str) -> str | None:
        if word in project.known_keys:
            return None
        verbs = [verb for verb in by_verb if is_alike(word.split("-", 1)[0], verb)]
        return near_action(word, [key for verb in verbs for key in by_verb[verb]])

    for text in texts(project, lambda source: any(map(meant, _NAME.findall(source)))):
        for word in _NAME.findall(_CODE.sub("", text.text)) if text.is_prose else ():
            if near := meant(word):
                message = f'there is no action "{word}"'
                yield text.document.warning(
                    CODE, text.pointer, message, f"did you mean `{near}`?", span=text.span(word)
                )


def _words_in_code(text: str) -> Iterator[str]:
    for span in _CODE_SPAN.findall(text):
        yield from (word for word in span.split() if _KEY.fullmatch(word))


def _looks_like_an_action(word: str, known: frozenset[str]) -> bool:
    """Tell whether `word` begins like an action (`list-…`), or is written almost like one of as many words."""
    verbs = {key.split("-", 1)[0] for key in known if "-" in key}
    same_length = [key for key in known if key.count("-") == word.count("-")]
    return word.split("-", 1)[0] in verbs or bool(get_close_matches(word, same_length, n=1, cutoff=_ALIKE))
