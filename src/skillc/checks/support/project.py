"""What a check is given: the documents that are sound enough to look into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from skillc.load import Document, Sources


@dataclass(frozen=True, slots=True, eq=False)
class Project:
    """The sound documents of a skill.

    `skill` is skill.yaml, None when it is broken. `actions` are the sound descriptors. `files` are the paths of all
    descriptors, broken ones included: an action is not missing because its file has a typing error. `known_keys` are
    the keys of all actions, as far as their files tell; `reads` are the sound descriptors, by key, of those that only
    read the account. `packages` are the modules that the skill brings, by their path below scripts/.
    """

    skill: Document | None
    actions: tuple[Document, ...]
    files: tuple[str, ...]
    known_keys: frozenset[str]
    reads: Mapping[str, Document]
    packages: Mapping[str, bytes]

    @classmethod
    def of(cls, sources: Sources, without: Collection[str]) -> Project:
        """Return the project of `sources`, except the broken files `without`."""
        skill = None if sources.skill.path in without else sources.skill
        actions = tuple(document for document in sources.actions if document.path not in without)
        files = tuple(document.path for document in sources.actions)
        names = {document.stem for document in sources.actions}
        known_keys = frozenset(names | {action.data["key"] for action in actions})
        return cls(
            skill,
            actions,
            files,
            known_keys,
            {
                action.data["key"]: action
                for action in actions
                if action.data["effect"] == "read" and "local" not in action.data["run"]
            },
            sources.packages,
        )

    @property
    def documents(self) -> tuple[Document, ...]:
        """All sound documents, skill.yaml first."""
        return (self.skill, *self.actions) if self.skill else self.actions

    @property
    def definitions(self) -> Mapping[str, Any]:
        """The shared schemas; empty when skill.yaml is broken."""
        return self.skill.data.get("$defs", {}) if self.skill else {}
