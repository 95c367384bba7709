# skillc copies this file into each skill; change it in src/einvoice, not there
"""What is said of a draft while it is made: what was filled in and from where, what to look at, what stops it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Remarks:
    """All remarks on one draft, in the order in which they are met."""

    defaults: dict[str, dict[str, Any]] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    problems: list[dict[str, str]] = field(default_factory=list)
    not_sent: list[str] = field(default_factory=list)
    unproved: frozenset[str] = frozenset()  # fields that are sent only where the caller wants them

    def default(self, name: str, value: Any, source: str) -> Any:
        """Note a value that nobody gave, and return it."""
        self.defaults[name] = {"value": value, "from": source}
        return value

    def without_unproved(self, record: Mapping[str, Any], place: str, kind: str) -> dict[str, Any]:
        """Return a record without the fields that may not be sent unasked, and note which those are."""
        left = [name for name, value in record.items() if value not in (None, "") and f"{kind}.{name}" in self.unproved]
        self.not_sent += [f"{place}.{name}" for name in left]
        return {name: value for name, value in record.items() if name not in left and value not in (None, "")}

    def facts(self) -> dict[str, Any]:
        """Return what is told of the draft."""
        told = {
            "defaultsApplied": self.defaults,
            "warnings": list(dict.fromkeys(self.warnings)),
            "notSent": self.not_sent,
        }
        return {name: value for name, value in told.items() if value}

    def refuse(self, pointer: str, message: str, hint: str = "") -> None:
        """Note what stops the draft, and go on."""
        self.problems.append({"pointer": pointer, "message": message, **({"hint": hint} if hint else {})})
