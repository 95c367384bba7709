"""Ids and times that are the same everywhere, because they derive from a kind and a counter only."""

from __future__ import annotations

from hashlib import sha256

TODAY = "2026-09-30"
"""The account's fixed date."""

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


def uuid_of(kind: str, number: int) -> str:
    """Return a version-4-shaped uuid."""
    return _uuid(f"{kind}/{number}")


def record_id(key: str) -> str:
    """Return the uuid by which projects know a document that has a faktooraId."""
    return _uuid(f"record/{key}")


def _uuid(seed: str) -> str:
    text = sha256(seed.encode()).hexdigest()
    return f"{text[:8]}-{text[8:12]}-4{text[13:16]}-a{text[17:20]}-{text[20:32]}"


def faktoora_id(kind: str, number: int) -> str:
    """Return `F` and six characters of A-Z0-9, the form in old code of Faktoora's."""
    value = int(sha256(f"faktoora/{kind}/{number}".encode()).hexdigest()[:12], 16)
    text = ""
    for _ in range(6):
        value, digit = divmod(value, len(_LETTERS))
        text += _LETTERS[digit]
    return f"F{text}"


def moment(number: int) -> str:
    """Return the time of the account's n-th write: noon of its fixed day plus n seconds."""
    hours, rest = divmod(12 * 3600 + number % 43200, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{TODAY}T{hours:02}:{minutes:02}:{seconds:02}.000Z"
