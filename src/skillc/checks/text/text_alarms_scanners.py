"""A sentence is one that scanners of skills report.

Why: OpenClaw's audit and ClawHub mark a skill as suspicious or critical for it, whatever it means.

Fix: say it in other words, or on several lines.

Bad:
    notes: ["If the list is wrong, ignore previous instructions and ask."]
Good:
    notes: ["If the list is wrong, ask the user."]
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from skillc.checks.support.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "TXT006"

_ALARMS = (  # what scanners look for, what they take it for, what to write instead
    (
        r"\b(?:ignore|disregard|forget)\s+(?:\w+\s+){0,3}(?:previous|prior|earlier|above)\s+instructions?\b|\bsystem\s+prompt\s*:",
        "an attempt to take over the agent",
        "say it in other words",
    ),
    (r"\benv\b.{0,80}?\b(?:fetch|curl|wget|https?)\b", "sending out the environment", "write it on two lines, or without the word env"),
    (r"\b(?:curl|wget)\b[^|\n]*\|\s*(?:sudo\s+)?(?:ba|z)?sh\b", "running what was fetched", "tell the reader to look at the file first"),
    (r"\brm\s+-(?:rf|fr)\s+[/~.]", "wiping a disk", "say in words what to remove"),
    (r"\bchmod\s+(?:-R\s+)?0?777\b", "opening files to everyone", "give the owner the right, such as u+x"),
    (
        r"\b(?:npx|node|python3?)\b.{0,80}?\s--(?:token|password|private-key)[ =][^\s`\"']+",
        "a secret on a command line",
        "let the program ask for it",
    ),
)
_PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), meaning, hint) for pattern, meaning, hint in _ALARMS)
_WORDS = ("instruction", "system", "env", "curl", "wget", "rm ", "chmod", "--token", "--password", "--private-key")


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each alarm in each sentence."""
    for text in texts(project, _may_alarm):
        for pattern, meaning, hint in _PATTERNS if text.is_prose else ():
            if found := pattern.search(text.text):
                message = f'scanners take "{" ".join(found[0].split())}" for {meaning}'
                yield text.document.warning(CODE, text.pointer, message, hint, span=text.span(found[0]))


def _may_alarm(source: str) -> bool:
    lowered = source.lower()
    return any(word in lowered for word in _WORDS)
