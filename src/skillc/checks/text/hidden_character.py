r"""A text contains an invisible character.

Why: a name with such a character looks right and matches nothing, and instructions to an agent can be hidden in this
way. Joiners inside an emoji, or in a script that needs them, are allowed.

Fix: remove it. The surest way is to type the text again.

Bad:
    notes: ["Look it up with list\u00ADbooks."]
Good:
    notes: [Look it up with `list-books`.]
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from skillc.checks.support.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "TXT003"

_BREAKS_AND_JOINERS = "\u200b-\u200d"  # which Indic, Arabic and South-East Asian scripts, and emoji, are written with
_FILLERS = "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u2060-\u2064\u206a-\u206f\u3164\uffa0\ufff9-\ufffb"
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"  # one may follow a character; more of them carry a message
_TAGS = "\U000e0000-\U000e007f"
_FLAG = "\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f"  # such as that of Scotland

_HIDDEN = re.compile(
    f"{_FLAG}|(?P<hidden>(?<![^\0-\u02ff])[{_BREAKS_AND_JOINERS}]|[{_FILLERS}{_TAGS}]|(?<=[{_SELECTORS}])[{_SELECTORS}])"
)
_MAY_BE_HIDDEN = re.compile(rf"[{_BREAKS_AND_JOINERS}{_FILLERS}{_TAGS}]|[{_SELECTORS}]{{2}}")
_ESCAPE = re.compile(r"\\[uUx]")


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield the first such character of each text."""
    for text in texts(project, _may_hide_one):
        if hidden := next((match["hidden"] for match in _HIDDEN.finditer(text.text) if match["hidden"]), None):
            kind = "key" if text.is_key else "text"
            message = f"the {kind} contains the invisible character U+{ord(hidden):04X}"
            yield text.document.error(CODE, text.pointer, message, "remove it", span=text.span(hidden))


def _may_hide_one(source: str) -> bool:
    return bool(_ESCAPE.search(source) or (not source.isascii() and _MAY_BE_HIDDEN.search(source)))
