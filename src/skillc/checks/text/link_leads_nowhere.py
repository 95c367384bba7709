"""A text links to a file that the skill does not have.

Why: an agent that follows the link finds nothing, and guesses.

Fix: link to SKILL.md or to a page in references/, relative to the page on which the text is printed.

Bad:
    # skill.yaml
    sections: [{title: More, text: "See [the books](books.md)."}]
Good:
    # skill.yaml
    sections: [{title: More, text: "See [the books](references/book.md)."}]
"""

from __future__ import annotations

import re
from posixpath import normpath
from typing import TYPE_CHECKING

from skillc.checks.support.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.checks.support.texts import Text
    from skillc.diagnostic import Diagnostic
    from skillc.load import Document

CODE = "TXT011"

_START = "]("
_LINK = re.compile(r"\]\(<?(?P<target>[^\s)>]+)")
_CODE = re.compile(r"^(```+|~~~+).*?^\1|`[^`\n]*`", re.MULTILINE | re.DOTALL)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|#|//", re.IGNORECASE)  # another scheme, this very page, another host


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each such link in a sentence, outside of code."""
    skill = project.skill
    if skill is None:
        return
    pages = {f"references/{entity}.md" for entity in skill.data.get("entities", {})}
    files = {"SKILL.md", "LICENSE", f"scripts/{skill.data['name']}.py", *pages}
    for text in texts(project, lambda source: _START in source):
        folder = _folder(text, skill)
        for link in _LINK.finditer(_CODE.sub("", text.text)) if text.is_prose else ():
            target = link["target"]
            if not _ELSEWHERE.match(target) and normpath(folder + target.split("#")[0]) not in files:
                message = f'the skill has no file "{target}" to link to'
                hint = f"link to SKILL.md or a page in references/, relative to {folder or 'SKILL.md'}"
                yield text.document.warning(CODE, text.pointer, message, hint, span=text.span(target))


def _folder(text: Text, skill: Document) -> str:
    """Return the folder of the page on which `text` is printed: each entity has a page for itself and its actions."""
    return "" if text.document is skill and text.pointer[0] not in {"entities", "$defs"} else "references/"
