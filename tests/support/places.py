"""Where things lie in the checkout."""

from __future__ import annotations

from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
ROOT = TESTS.parent
CASES = TESTS / "cases"
NODE = TESTS / "node"
SCRIPT = ROOT / "scripts" / "faktoora.py"
DESCRIPTORS = ROOT / "scripts" / "faktoora.json"
