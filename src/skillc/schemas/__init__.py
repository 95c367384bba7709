"""The JSON Schemas of skill.yaml and of action descriptors, which editors use too.

`python -m skillc.schemas` writes the closed dialect of `skillc.schemas.dialect` into both files as `$defs/schema`.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
NAMES = ("skill", "action")


def schema_path(name: str) -> Path:
    """Return the file of the schema called `name`, one of `NAMES`."""
    return FOLDER / f"{name}.schema.json"


@cache
def schema(name: str) -> dict[str, Any]:
    """Return the schema called `name`, one of `NAMES`."""
    loaded: dict[str, Any] = json.loads(schema_path(name).read_text(encoding="utf-8"))
    return loaded


def schema_text(whole: dict[str, Any]) -> str:
    """Return a schema as the text of its file."""
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"
