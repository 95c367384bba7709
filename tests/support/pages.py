"""A stand-in for `membrane` whose list actions answer, call by call, what a test says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from support.rules import PROGRAM, Rules, rules

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

LISTS = """\
  "action run") n=$(($(cat "$RULES/calls") + 1)); echo $n >"$RULES/calls"; echo "$*" >>"$RULES/asked"
    file="$RULES/reply-$n"; [ -f "$file" ] || file="$RULES/reply-last"; sed "s/@N@/$n/g" "$file" ;;
"""


class Pages:
    """The helper beside a stand-in that gives `replies` one after the other, the last one again and again.

    @N@ in a reply is the number of the call.
    """

    def __init__(self, folder: Path, replies: Sequence[Any]) -> None:
        self.rules: Rules = rules(folder)
        place = self.rules.folder
        line = next(line for line in PROGRAM.splitlines(keepends=True) if '"action run")' in line)
        (place / "membrane").write_text(PROGRAM.replace(line, LISTS), encoding="utf-8")
        (place / "calls").write_text("0", encoding="utf-8")
        for number, reply in enumerate(replies, start=1):
            text = json.dumps({"output": reply})
            (place / f"reply-{number}").write_text(text.replace("@N@", str(number)), encoding="utf-8")
            (place / "reply-last").write_text(text, encoding="utf-8")

    def __call__(self, *words: str) -> dict[str, Any]:
        """Return the document of `list-products` with more words."""
        document: dict[str, Any] = self.rules.helper.ok("list-products", *words)
        return document

    @property
    def calls(self) -> int:
        """How many pages were asked for."""
        return int((self.rules.folder / "calls").read_text(encoding="utf-8"))


def rows(*numbers: int) -> list[dict[str, Any]]:
    """Return products with these ids."""
    return [{"id": str(number), "name": f"N{number}", "code": "c"} for number in numbers]


def page(found: list[dict[str, Any]], **meta: Any) -> dict[str, Any]:
    """Return a page as Faktoora answers it."""
    return {"data": found, "meta": meta}
