"""The programs that several end-to-end tests run, and with which settings."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from support.places import ROOT

NODE_MODULES = Path(__file__).parent / "node" / "node_modules"
CONFIGURATIONS = Path(__file__).parent / "judges"
JUDGES = ROOT / ".venv-judges" / "bin"
AGNIX = (JUDGES / "agnix", "--strict", "--config", CONFIGURATIONS / "agnix.toml", "--target")
SKILLSAW = (JUDGES / "skillsaw", "lint", "--strict", "--no-custom-rules", "--no-plugins")


def skillc(*words: str | Path) -> None:
    """Run the compiler, which must succeed."""
    subprocess.run([Path(sys.executable).with_name("skillc"), *words], check=True, capture_output=True)
