# skillc copies this file into each skill; change it in src/einvoice, not there
"""What is said of a draft while it is made: what was filled in and from where, what to look at, what stops it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Remarks:
    """All remarks on one draft, in the order in which they are met."""

    defaults: dict[str, dict[str, Any]] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    problems: list[dict[str, str]] = field(default_factory=list)

    def default(self, name: str, value: Any, source: str) -> Any:
        """Note a value that nobody gave, and return it."""
        self.defaults[name] = {"value": value, "from": source}
        return value

    def refuse(self, pointer: str, message: str, hint: str = "") -> None:
        """Note what stops the draft, and go on."""
        self.problems.append({"pointer": pointer, "message": message, **({"hint": hint} if hint else {})})
