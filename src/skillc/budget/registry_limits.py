"""How large, and how small, the files of a skill may be for those who take them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.diagnostic import Diagnostic, Severity
from skillc.load.document import START
from skillc.write.codes import WriteCode
from skillc.write.plan import refusal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Bytes: OpenClaw does not list a skill with a larger SKILL.md, ClawHub takes no larger files.
_SKILL_LIMIT, _FILE_LIMIT, _WHOLE_LIMIT = 256_000, 10_000_000, 50_000_000
_FEWEST_WORDS, _FEWEST_CHARACTERS = 45, 260  # that ClawHub wants of a new skill below the frontmatter, blanks not counted
_SKILL = "SKILL.md"


def too_large(files: Mapping[str, bytes]) -> Iterator[Diagnostic]:
    """Yield an error for each file that is too large, and one for all of them together."""
    for path, content in files.items():
        limit = _SKILL_LIMIT if path == _SKILL else _FILE_LIMIT
        if len(content) > limit:
            message = f"this file would have {len(content):,} bytes; at most {limit:,} are allowed"
            yield _refusal(path, message)
    whole = sum(map(len, files.values()))
    if whole > _WHOLE_LIMIT:
        yield _refusal(_SKILL, f"the skill would have {whole:,} bytes; at most {_WHOLE_LIMIT:,} are allowed")


def too_little(files: Mapping[str, bytes]) -> Iterator[Diagnostic]:
    """Yield a warning when SKILL.md says less than registries ask of a new skill."""
    words = files[_SKILL].decode("utf-8").split("\n---\n", 1)[1].split()
    characters = sum(map(len, words))
    if len(words) < _FEWEST_WORDS or characters < _FEWEST_CHARACTERS:
        asked = f"ClawHub asks a new skill for {_FEWEST_WORDS} of {_FEWEST_CHARACTERS}"
        message = f"below the frontmatter stand {len(words)} words of {characters} characters; {asked}"
        hint = "say more in intro, facts or sections: when to use it, what comes back, what to mind"
        yield Diagnostic(WriteCode.TOO_LITTLE.value, Severity.WARNING, message, _SKILL, START, (), hint)


def _refusal(path: str, message: str) -> Diagnostic:
    return refusal(WriteCode.TOO_LARGE, path, message, "shorten the texts, or make two skills of one")
