"""A text links to a file that the skill does not have.

Why: an agent follows the link, finds nothing, and guesses.

Fix: link to SKILL.md or to a page of references/, as seen from the page that the text lands on.

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
    """Yield each such link in a sentence; what stands in code is none."""
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
                message = f'the link leads to "{target}", which the skill does not have'
                hint = f"link to SKILL.md or a page of references/, as seen from {folder or 'SKILL.md'}"
                yield text.document.warning(CODE, text.pointer, message, hint, span=text.span(target))


def _folder(text: Text, skill: Document) -> str:
    """Return the folder of the page that `text` lands on: what is said of entities and actions lands on theirs."""
    return "" if text.document is skill and text.pointer[0] not in {"entities", "$defs"} else "references/"
