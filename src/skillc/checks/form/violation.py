"""What jsonschema found, as data for the modules that describe it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from skillc.diagnostic import Diagnostic, Pointer
    from skillc.load import Document


@dataclass(frozen=True, slots=True)
class Violation:
    """One keyword of one of our schemas that a value breaks.

    `keyword` with its value `allowed` stands in `schema`; `value` is what was found at `pointer` of `document`.
    `is_key` says that the key at `pointer` is meant, not its value.
    """

    document: Document
    pointer: Pointer
    value: Any
    keyword: str
    allowed: Any
    schema: dict[str, Any]
    is_key: bool = False

    @property
    def name(self) -> str:
        """What to call the value in a sentence: its key, or the place in its list."""
        if not self.pointer:
            return "the file"
        last = self.pointer[-1]
        return last if isinstance(last, str) else f"{self.pointer[-2] if len(self.pointer) > 1 else 'item'}[{last}]"

    def error(self, code: str, message: str, hint: str = "") -> Diagnostic:
        """Return an error at the place of this violation."""
        span = self.document.key_span(self.pointer) if self.is_key else self.document.span(self.pointer)
        return self.document.error(code, self.pointer, message, hint, span=span)
