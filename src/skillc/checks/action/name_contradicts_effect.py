"""An action's key suggests another effect than the declared one.

Why: agents and users rely on the name, and call a `get-…` without hesitation even if it changes something. It is a
warning, because words have several meanings. Only the first word counts, and only if no other word names the effect.

Fix: correct the effect, or begin the key with a verb that matches it.

Bad:
    # actions/book/delete-book.yaml
    effect: read
    # without target
Good:
    # actions/book/delete-book.yaml
    effect: destructive
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "ACT020"

_VERBS = {
    "read": frozenset({"count", "describe", "find", "get", "list", "read", "search", "show", "view"}),
    "write": frozenset(
        {
            "add",
            "approve",
            "cancel",
            "create",
            "edit",
            "insert",
            "pay",
            "publish",
            "remove",
            "rename",
            "send",
            "set",
            "update",
        }
    ),
    "destructive": frozenset({"delete", "destroy", "erase", "purge", "wipe"}),
}
_BEGINNINGS = {"read": "get or list", "write": "create or update", "destructive": "delete"}


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each contradiction; a change such as `cancel` or `send` may well be destructive."""
    for action in project.actions:
        effect, (verb, *others) = action.data["effect"], action.data["key"].split("-")
        said = next((said for said, verbs in _VERBS.items() if verb in verbs), effect)
        if said != effect and (said, effect) != ("write", "destructive") and _VERBS[effect].isdisjoint(others):
            message = f'"{verb}" suggests effect: {said}, but effect is {effect}'
            found = action.warning(
                CODE, ("key",), message, f"write effect: {said}, or begin the key with {_BEGINNINGS[effect]}"
            )
            yield found.see(action.related("the effect", ("effect",)))
