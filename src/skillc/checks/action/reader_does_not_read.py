"""`fill` or `target` names an action that does not exist, or whose effect is not read.

Why: this action runs before the user has confirmed anything.

Fix: name an action whose effect is read; `skillc new action KEY` creates one.

Bad:
    # actions/book/delete-book.yaml
    target: {read: update-book, with: {id: id}, show: [title]}
Good:
    # actions/book/delete-book.yaml
    target: {read: get-book, with: {id: id}, show: [title]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.checks.support.action_names import near_action
from skillc.checks.support.paths import name_hint
from skillc.checks.support.readers import readers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "ACT009"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each reading action that is missing or changes something."""
    actions = {action.data["key"]: action for action in project.actions}
    for reader in readers(project):
        if reader.key not in project.known_keys:
            yield reader.owner.error(
                CODE, reader.pointer, f'there is no action "{reader.key}"', _hint(reader.key, project.reads)
            )
        elif reader.key in actions and reader.action is None:
            named = actions[reader.key]
            key = "run" if "local" in named.data["run"] else "effect"
            reason = "it asks no account" if key == "run" else f"its effect is {named.data['effect']}"
            message = f"{reader.key} is not a read; {reason}"
            hint = name_hint(reader.key, project.reads) or "create one: skillc new action KEY"
            found = reader.owner.error(CODE, reader.pointer, message, hint)
            yield found.see(named.related("what it runs" if key == "run" else "its effect", (key,)))


def _hint(key: str, reads: Iterable[str]) -> str:
    if near := near_action(key, reads):
        return f'did you mean "{near}"?'
    known = f", or name one of {', '.join(reads)}" if reads else ""
    return f"create it with: skillc new action {key}{known}"
