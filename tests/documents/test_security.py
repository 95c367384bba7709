"""SECURITY.md promises nothing without a test that holds it, and each test that it names is there."""

from __future__ import annotations

import re

from support.places import ROOT

TEXT = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
PROMISES = ("## What the helper never does", "## What changes the account")


def test_each_test_that_is_named_is_there() -> None:
    named = re.findall(r"`(tests/[^`]+\.py)`", TEXT)
    assert len(named) > 10
    assert [name for name in named if not (ROOT / name).is_file()] == []


def test_each_promise_names_its_test() -> None:
    for heading in PROMISES:
        section = TEXT.partition(heading + "\n")[2].partition("\n## ")[0]
        promises = re.findall(r"^- (.+?)(?=^- |\Z)", section, re.MULTILINE | re.DOTALL)
        assert promises
        assert [promise for promise in promises if ".py`" not in promise] == []
