# skillc copies this file into each skill; change it in src/einvoice, not there
"""What is said about the documents of a batch, as data: what stops it, and what somebody should look at."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Remark:
    """One sentence about one place."""

    file: str  # empty when it is about the settings
    pointer: str
    message: str


@dataclass
class Remarks:
    """All remarks, in the order in which they are met."""

    refusals: list[Remark] = field(default_factory=list)
    warnings: list[Remark] = field(default_factory=list)

    def refuse(self, file: str, pointer: str, message: str) -> None:
        """Note what stops the whole batch, and go on looking."""
        self.refusals.append(Remark(file, pointer, message))

    def warn(self, file: str, pointer: str, message: str) -> None:
        """Note what stops nothing."""
        self.warnings.append(Remark(file, pointer, message))
