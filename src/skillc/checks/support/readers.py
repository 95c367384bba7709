"""`fill`, `target` and `find`: the places where an action reads a record with another action."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Pointer
    from skillc.load import Document


@dataclass(frozen=True, slots=True)
class Reader:
    """One such place: `pointer` names the action `key`.

    `action` is its descriptor, None if it is missing, broken or not a read.
    """

    owner: Document
    block: str
    pointer: Pointer
    key: str
    action: Document | None

    @property
    def data(self) -> dict[str, Any]:
        """The block itself."""
        data: dict[str, Any] = self.owner.data[self.block]
        return data


def readers(project: Project) -> Iterator[Reader]:
    """Yield every `fill`, `target` and `find` of the project."""
    for action in project.actions:
        for block, name in (("fill", "from"), ("target", "read"), ("find", "list")):
            if block in action.data:
                key = action.data[block][name]
                yield Reader(action, block, (block, name), key, project.reads.get(key))
