# skillc copies this file into each skill; change it in src/skill_helper, not there
"""What an exit code means, once: SKILL.md, `--help` and the documentation are rendered from here."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """The class of an outcome."""

    OK = 0
    BUG = 1
    BAD_INPUT = 2
    LOGIN_NEEDED = 3
    USER_MUST_ACT = 4
    CONFIRMATION_NEEDED = 5
    NOT_FOUND = 6
    REFUSED = 7
    TEMPORARY = 8
    PROGRAM_MISSING = 9
    OUTCOME_UNKNOWN = 10


EXIT_MEANINGS: dict[Exit, tuple[str, str]] = {
    Exit.OK: ("done", ""),
    Exit.BAD_INPUT: ("bad input, nothing sent", "correct all `problems`, call again"),
    Exit.LOGIN_NEEDED: ("not logged in", "`connect`"),
    Exit.USER_MUST_ACT: ("the user must act", "tell them what `remedy` says, wait"),
    Exit.CONFIRMATION_NEEDED: ("confirmation needed, nothing changed", "see Confirm"),
    Exit.NOT_FOUND: ("not found", "look the id up in a list; never guess"),
    Exit.REFUSED: ("refused for good", "do not repeat; tell the user `message`"),
    Exit.TEMPORARY: ("temporary, nothing happened", "wait, repeat; after three times tell the user"),
    Exit.PROGRAM_MISSING: ("`membrane` missing or wrong", "do what `remedy` says"),
    Exit.OUTCOME_UNKNOWN: ("it may have happened", "look first; never just repeat"),
    Exit.BUG: ("bug of the helper", "report `message`"),
}
