# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The headers of a proxy request.

A short list, because any other one may change what the request does or who sends it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..base.exits import Exit
from ..base.outcome import Failure

SENT = ("Accept", "Accept-Language", "Content-Type", "Idempotency-Key", "If-Match")
VISIBLE = r"[!-~]+(?: +[!-~]+)*"


def checked_headers(pairs: Sequence[tuple[str, str]], added: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return headers as they are sent, by the names of the list; `added` are the names that skill.yaml adds to it."""
    allowed = {name.lower(): name for name in (*SENT, *added)}
    checked: dict[str, str] = {}
    for name, value in pairs:
        known = allowed.get(name.lower())
        if known is None:
            message = (
                f'the header "{name[:60]}" is not sent; credentials, host and method are not for a header to change'
            )
            raise Failure(
                Exit.BAD_INPUT,
                "header_not_allowed",
                message,
                f"leave it out; headers that are sent: {', '.join(allowed.values())}",
            )
        if known in checked:
            raise Failure(Exit.BAD_INPUT, "bad_header", f"the header {known} was given twice", "give it once")
        if not re.fullmatch(VISIBLE, value):
            message = f"the value of the header {known} is not one line of visible ASCII characters"
            raise Failure(Exit.BAD_INPUT, "bad_header", message, f'write -H "{known}: value"')
        checked[known] = value
    return tuple(checked.items())
