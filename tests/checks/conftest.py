"""Lets a deliberate fault in a check (see `make mutants`) meet the cases of that check alone."""

from __future__ import annotations

import os
import re
from importlib import import_module

import pytest

CASE_OF_A_CODE = re.compile(r"\[(?=[A-Z]{3}\d{3})")


def pytest_configure(config: pytest.Config) -> None:
    """Choose and order the tests of one fault; if what has it is no check, all of them are run."""
    module = os.environ.get("MUTANT_UNDER_TEST", "").rpartition(".")[0]
    code = getattr(import_module(module), "CODE", None) if module else None
    if code:
        chosen = [name for name in config.args if f"[{code}" in name or not CASE_OF_A_CODE.search(name)]
        config.args = sorted(chosen, key=lambda name: f"[{code}" not in name)
