"""Whether the file of a new invoice is there: it is made after the 202, as the switch `generation` shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from membrane_sandbox.store import get_state, set_state

if TYPE_CHECKING:
    from membrane_sandbox.account.api import Account

LOOKS = 2
"""So often an invoice is looked at before its file is there."""


def begin(account: Account, key: str) -> None:
    """Let the file of an invoice wait."""
    set_state(account.db, f"generating/{key}", str(LOOKS))


def is_going_on(account: Account, key: str) -> bool:
    """Say whether the file of an invoice is still missing. Each question brings it nearer."""
    left = int(get_state(account.db, f"generating/{key}", "0"))
    if left:
        set_state(account.db, f"generating/{key}", str(left - 1))
    return left > 0
