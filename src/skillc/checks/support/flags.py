"""The flags of the helper itself, as one action has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.shared import ACTION_OPTIONS, OUTPUT_OPTIONS, PREPARED_OPTIONS

if TYPE_CHECKING:
    from skillc.load import Document


def flags_of(action: Document) -> list[str]:
    """Return the flags that are no inputs of an action."""
    own = [options for member, options in OUTPUT_OPTIONS.items() if member in action.data["output"]]
    own += [PREPARED_OPTIONS] if "prepare" in action.data else []
    return [*ACTION_OPTIONS, *(name for options in own for name in options)]
