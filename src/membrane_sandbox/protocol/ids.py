"""Ids in Membrane's form, 24 hex characters, the same in every sandbox."""

from __future__ import annotations

from hashlib import sha256

INTEGRATION = "integration/faktoora"
OTHER_INTEGRATION = "integration/slack"


def hex_id(name: str) -> str:
    """Return the id that belongs to a name."""
    return sha256(f"membrane/{name}".encode()).hexdigest()[:24]
