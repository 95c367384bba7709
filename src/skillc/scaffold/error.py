"""Why nothing can be begun here."""

from __future__ import annotations


class ScaffoldError(ValueError):
    """What was asked for cannot be made; the message tells a user why and what to do."""
