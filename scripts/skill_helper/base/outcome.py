# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The one document that the helper prints.

`{"ok":true,…}` or `{"ok":false,"error":{code,message,problems?,remedy,…}}`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .exits import Exit
from .jsontext import dump_json

LONGEST_MESSAGE = 500  # characters, wherever it comes from
ROW_MEMBERS = ("items", "actions", "checks", "inputs")


class Failure(Exception):  # noqa: N818 - an outcome, not a fault of the program
    """An outcome that is not success. Raised anywhere, printed once."""

    def __init__(self, exit_code: Exit, code: str, message: str, remedy: str = "", **more: Any) -> None:
        """Hold the exit code, a stable `code`, one sentence, what to do next, and further members of `error`."""
        super().__init__(message)
        self.exit_code = exit_code
        self.code = code
        self.message = message
        self.remedy = remedy
        self.more = more

    def document(self) -> dict[str, Any]:
        """Return the envelope of this failure; empty members are left out."""
        members = {"code": self.code, "message": shortened(self.message), "remedy": self.remedy, **self.more}
        if isinstance(members.get("problems"), list):
            members["problems"] = [
                {name: shortened(text) for name, text in problem.items()} for problem in members["problems"]
            ]
        return {"ok": False, "error": {name: value for name, value in members.items() if value not in ("", None, [])}}


def shortened(text: str, length: int = LONGEST_MESSAGE) -> str:
    """Return a sentence whose words came from somewhere else, cut to so many characters."""
    return text if len(text) <= length else text[: length - 1] + "…"


def envelope_text(document: Mapping[str, Any]) -> str:
    """Return one JSON document: compact, with one line for each row of a list."""
    members = []
    for name, value in document.items():
        if name in ROW_MEMBERS and isinstance(value, list) and value:
            rows = ",\n".join(dump_json(row) for row in value)
            members.append(dump_json(name) + ":[\n" + rows + "]")
        else:
            members.append(dump_json(name) + ":" + dump_json(value))
    return "{" + ",".join(members) + "}"
