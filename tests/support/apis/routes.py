"""An app that answers by a table: `routes.json` in its folder is `{"METHOD path?query": answer}`, else by the path."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from support.stand_in import Sent


def answer(folder: Path, sent: Sent) -> tuple[int, Any]:
    """Return the status and the answer of a request; what the table does not name is an empty object."""
    routes = json.loads((folder / "routes.json").read_text(encoding="utf-8"))
    return 200, routes.get(sent.line, routes.get(f"{sent.method} {sent.path}", {}))
