"""API keys: reading only. Keys can be made and revoked by the real API; a sandbox has one and keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from membrane_sandbox.account.answer import Answer, Request, json_answer

if TYPE_CHECKING:
    from membrane_sandbox.account.api import Account


def listing(account: Account, _request: Request) -> Answer:
    """Answer GET /apikeys: a bare array, never the keys themselves (the envelope is not documented)."""
    return json_answer(account.records.all("apikey"))
