# skillc copies this file into each skill; change it in src/einvoice, not there
"""What is wrong with the form of an input, as data."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Problem:
    """One place of an input that cannot be read."""

    pointer: str
    message: str
    hint: str = ""


@dataclass
class Problems:
    """All problems of one input, in the order in which they are met."""

    found: list[Problem] = field(default_factory=list)

    def add(self, pointer: str, message: str, hint: str = "") -> None:
        """Note a problem and go on reading."""
        self.found.append(Problem(pointer, message, hint))
