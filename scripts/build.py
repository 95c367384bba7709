#!/usr/bin/env python3
# /// script
# requires-python = ">=3.10"
# dependencies = ["pyyaml>=6.0", "jsonschema>=4.23", "jinja2>=3.1", "typer>=0.15"]
# ///
"""Build the skill from a checkout without installing anything: `uv run scripts/build.py`, the same as `skillc`.

Takes the same commands as `skillc`; without one, it builds.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from skillc.cli.app import main

if __name__ == "__main__":
    main(sys.argv[1:] or ["build"])
