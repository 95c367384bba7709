"""How far a new invoice is: after the 202 its file is made, then validated, then delivered.

The switch `generation` says whether that happens at once or look by look; `invoice-validity` what the validation finds.
All but `validation` in the status is assumed (see ASSUMPTIONS.md).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from membrane_sandbox.store import get_state, set_state

if TYPE_CHECKING:
    from membrane_sandbox.account.api import Account

    Record = dict[str, Any]

GENERATING, MADE, VALIDATED, DELIVERED = range(4)
STAGES = (GENERATING, GENERATING, MADE, VALIDATED, DELIVERED)
"""What the first, the second, ... look at an invoice finds when generation is slow."""
NOT_SENT = ("draft", "review")


class Progress(NamedTuple):
    """What an invoice has reached, and whether its validation finds it valid."""

    stage: int
    valid: bool


def begin(account: Account, key: str, *, send: bool, validate: bool) -> bool:
    """Let a new invoice be worked on; say whether it will be sent. What is invalid is not."""
    valid = account.settings["invoice-validity"] == "valid"
    last = DELIVERED if send and valid else VALIDATED if send or validate else MADE
    looks = 0 if account.settings["generation"] == "slow" else len(STAGES) - 1
    _remember(account, key, looks, last, valid)
    return last == DELIVERED


def look(account: Account, invoice: Record) -> Progress:
    """Return how far an invoice is. Each look brings a new one on by a step."""
    remembered = get_state(account.db, _name(invoice["faktooraId"]))
    if not remembered:
        return Progress(MADE if invoice["status"] in NOT_SENT else DELIVERED, valid=True)
    if account.settings["generation"] == "never":
        return Progress(GENERATING, valid=True)
    looks, last, valid = json.loads(remembered)
    _remember(account, invoice["faktooraId"], min(looks + 1, len(STAGES) - 1), last, valid)
    return Progress(min(STAGES[looks], last), valid)


def _remember(account: Account, key: str, *progress: int) -> None:
    set_state(account.db, _name(key), json.dumps(progress))


def _name(key: str) -> str:
    return f"progress/{key}"
