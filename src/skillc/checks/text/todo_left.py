"""A text or a comment contains `TODO:`.

Why: something is not decided yet, and would be published like that.

Fix: resolve it and remove `TODO:`. A comment that may stay begins with another word.

Bad:
    title: "TODO: name it"
Good:
    title: List books
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from skillc.diagnostic import Diagnostic, Severity, Span
from skillc.load.document import LINE_BREAK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project

CODE = "TXT002"
MARK = "TODO:"

_TODO = re.compile(rf"\b{MARK}\s*(?P<what>.*)")


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each mark."""
    for document in project.documents:
        if MARK not in document.text:
            continue
        for number, line in enumerate(LINE_BREAK.split(document.text), start=1):
            for found in _TODO.finditer(line):
                span = Span(number, found.start() + 1, found.start() + 1 + len(MARK))
                what = found["what"].strip(" .\"'") or "something"
                yield Diagnostic(
                    CODE,
                    Severity.ERROR,
                    f"still to do: {what}",
                    document.path,
                    span,
                    (),
                    'resolve it and remove "TODO:"',
                )
