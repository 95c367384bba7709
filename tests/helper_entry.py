"""Run the helper from its source modules, with the table of the shipped script: what coverage measures in the helper's own process."""

from __future__ import annotations

import sys
from pathlib import Path

from skillc.runtime.main import main

SCRIPT = Path(__file__).resolve().parent.parent / "scripts" / "faktoora.py"


def compiled_table(script: Path = SCRIPT) -> str:
    """Return the table that a linked helper carries."""
    return script.read_text(encoding="utf-8").rpartition("TABLE = r'''\n")[2].partition("\n'''")[0]


if __name__ == "__main__":
    sys.exit(main([str(SCRIPT), *sys.argv[1:]], compiled_table()))
