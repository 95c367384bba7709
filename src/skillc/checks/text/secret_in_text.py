"""A source contains what looks like a key, a token or a password.

Why: the sources and the skill are published, and ClawHub treats a long word after `token:` as a secret. A key in the
form of a well-known service is an error; another word of 16 or more characters after such a name is a warning.

Fix: revoke it if it is real. As a placeholder, write `your-key` or `${NAME}`.

Bad:
    notes: ["Send api_key: k7Qz91Xw04Lm22Rt"]
Good:
    notes: ["Send api_key: your-key-of-the-shelf"]
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from skillc.diagnostic import Diagnostic, Severity
from skillc.load.document import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project

CODE = "TXT005"

_FORMS = {  # what every such text holds, its whole form, its name
    "PRIVATE KEY": (r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----", "a private key"),
    "eyJ": (r"\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}", "a JSON Web Token"),
    "AKIA": (r"\bAKIA[A-Z0-9]{16}\b", "a key of AWS"),
    "AIza": (r"\bAIza[\w-]{35}", "a key of Google"),
    "ghp_": (r"\bghp_[A-Za-z0-9]{36}", "a token of GitHub"),
    "github_pat_": (r"\bgithub_pat_\w{60}", "a token of GitHub"),
    "glpat-": (r"\bglpat-[\w-]{20}", "a token of GitLab"),
    "xox": (r"\bxox[abeoprs]-\d[\w-]{9}", "a token of Slack"),
    "_live_": (r"\b[rs]k_live_[A-Za-z0-9]{16}", "a key of Stripe"),
    "npm_": (r"\bnpm_[A-Za-z0-9]{36}", "a token of npm"),
    "sk-": (r"\bsk-(?=[\w-]*\d)(?=[\w-]*[A-Z])[\w-]{32}", "a key of OpenAI or Anthropic"),
}
_KNOWN = tuple((hint, re.compile(form), name) for hint, (form, name) in _FORMS.items())
_WORD = re.compile(r"[:=][ \t]*[\"'`]?(?P<secret>[\w./:+=~-]{16,})")
_NAME = re.compile(r"(?:api[ _-]?key|token|secret|passw(?:or)?d|private[ _-]?key)s?(?=[\"'`]?[ \t]*$)", re.IGNORECASE)
_NAMES = (
    "api key",
    "api-key",
    "api_key",
    "apikey",
    "token",
    "secret",
    "passw",
    "private",
)  # one of them is in each such name
_LONGEST_NAME = 20  # characters, with a quote and some space after it
_PLACEHOLDER = re.compile(r"your|example|placeholder|redacted|changeme|dummy|x{4}|\.\.\.", re.IGNORECASE)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield everything that looks secret, comments included."""
    for document in project.documents:
        for start, end, severity, message in _secrets(document.text):
            place, hint = (
                place_of(document.text, start, end),
                "write a placeholder such as your-key or ${NAME}; revoke it if it is real",
            )
            yield Diagnostic(CODE, severity, message, document.path, place, (), hint)


def _secrets(source: str) -> Iterator[tuple[int, int, Severity, str]]:
    """Yield where each secret begins and ends, what it weighs, and a sentence."""
    known: set[int] = set()
    for hint, form, name in _KNOWN:
        for found in form.finditer(source) if hint in source else ():
            if _may_be_one(found[0]):
                known.add(found.start())
                yield found.start(), found.end(), Severity.ERROR, f"this looks like {name}"
    lowered = source.lower()
    for found in _WORD.finditer(source) if any(name in lowered for name in _NAMES) else ():
        named = _NAME.search(source, max(0, found.start() - _LONGEST_NAME), found.start())
        if named and found.start("secret") not in known and _may_be_one(found["secret"]):
            yield *found.span("secret"), Severity.WARNING, f"what follows {named[0]} looks like a secret"


def _may_be_one(word: str) -> bool:
    return any(character.isalpha() for character in word) and not _PLACEHOLDER.search(word)
