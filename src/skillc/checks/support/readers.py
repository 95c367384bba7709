"""The places where an action reads with another action, such as `fill`, `target`, `lookup` and `read_back`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Pointer
    from skillc.load import Document

_BLOCKS = (("fill", "from"), ("target", "read"), ("find", "list"), ("read_back", "read"))
_TABLES = (("lookup", "list"), ("defaults", "read"))


@dataclass(frozen=True, slots=True)
class Reader:
    """One such place: the block at `place` names the action `key`, at `pointer`.

    `action` is its descriptor, None if it is missing, broken or not a read.
    """

    owner: Document
    place: Pointer
    pointer: Pointer
    key: str
    action: Document | None

    @property
    def block(self) -> str:
        """The name of the block, or of the table that it is in."""
        return str(self.place[0])

    @property
    def data(self) -> dict[str, Any]:
        """The block itself."""
        data: dict[str, Any] = self.owner.at(self.place)
        return data


def readers(project: Project) -> Iterator[Reader]:
    """Yield every such place of the project."""
    for action in project.actions:
        for place, name in _places(action):
            key = action.at(place)[name]
            yield Reader(action, place, (*place, name), key, project.reads.get(key))


def _places(action: Document) -> Iterator[tuple[Pointer, str]]:
    """Yield the place of each block, and the member of it that names the action."""
    yield from (((block,), name) for block, name in _BLOCKS if block in action.data)
    if "files" in action.data["output"]:
        yield ("output", "files"), "read"
    for table, name in _TABLES:
        yield from (((table, key), name) for key in action.data.get(table, {}))
    for key in action.data.get("prepare", {}).get("reads", {}):
        yield ("prepare", "reads", key), "read"
