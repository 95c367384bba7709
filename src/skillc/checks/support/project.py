"""What a check is given: the documents that are sound enough to look into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from skillc.load import Document, Sources


@dataclass(frozen=True, slots=True)
class Project:
    """The sound documents of a skill.

    `skill` is skill.yaml, None when it is broken. `actions` are the sound descriptors. `files` are the paths of all
    descriptors, broken ones included: an action is not missing because its file has a typing error.
    """

    skill: Document | None
    actions: tuple[Document, ...]
    files: tuple[str, ...]

    @classmethod
    def of(cls, sources: Sources, without: Collection[str]) -> Project:
        """Return the project of `sources`, except the broken files `without`."""
        files = tuple(document.path for document in sources.actions)
        skill = None if sources.skill.path in without else sources.skill
        return cls(skill, tuple(document for document in sources.actions if document.path not in without), files)

    @property
    def definitions(self) -> Mapping[str, Any]:
        """The shared schemas; empty when skill.yaml is broken."""
        return self.skill.data.get("$defs", {}) if self.skill else {}

    @property
    def known_keys(self) -> frozenset[str]:
        """The keys of all actions, as far as their files tell."""
        names = {path.rsplit("/", 1)[-1].removesuffix(".yaml") for path in self.files}
        return frozenset(names | {action.data["key"] for action in self.actions})

    def action(self, key: str) -> Document | None:
        """Return the sound descriptor of the action `key`."""
        return next((action for action in self.actions if action.data["key"] == key), None)
