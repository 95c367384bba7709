"""What the checks find in files of others, the official rules find there too, and the other way round."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.einvoice_rules import Syntax, broken_rules
from support.places import TESTS

from einvoice.checks import CHECKS
from einvoice.checks.check import RuleSet
from einvoice.desk.checking import check_files, rules_of
from einvoice.files.document import read_document

DATA = TESTS / "data"
FILES = sorted(
    path
    for folder in ("xrechnung", "en16931/ubl-examples", "zugferd-corpus")
    for path in (DATA / folder).rglob("*.xml")
)
OFFICIAL = {check.rule for check in CHECKS if check.rule_set is not RuleSet.ADVICE}
RULE_SETS = {"en16931": ("EN16931",), "xrechnung": ("EN16931", "XRechnung")}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_both_find_the_same(path: Path) -> None:
    content = path.read_bytes()
    document = read_document(content)
    syntax: Syntax = "UBL" if document.syntax == "UBL" else "CII"
    official = broken_rules(content.decode("utf-8-sig").lstrip(), syntax, rule_sets=RULE_SETS[rules_of(document)])
    found = {row["rule"] for row in check_files({"files": [str(path)]})["answer"]["items"]}
    assert OFFICIAL & set(official) == OFFICIAL & found
