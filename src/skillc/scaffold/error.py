"""Why a skill or an action cannot be created."""

from __future__ import annotations


class ScaffoldError(ValueError):
    """The files cannot be created; the message says why, and what to do."""
