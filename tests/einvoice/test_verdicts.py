"""What the checks find in files of others, the official rules find there too, and the other way round."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.einvoice_rules import Syntax, broken_rules
from support.einvoice_schemas import INVOICES, NO_XML, is_judged, xml_in

from einvoice.checks import CHECKS
from einvoice.checks.check import RuleSet
from einvoice.desk.checking import check_files, rules_of
from einvoice.files.document import read_document

FILES = [path for path in INVOICES if path.name != NO_XML]
OFFICIAL = {"CII-DT-031", *(check.rule for check in CHECKS if check.rule_set is not RuleSet.ADVICE)}
RULE_SETS = {"en16931": ("EN16931",), "xrechnung": ("EN16931", "XRechnung")}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_both_find_the_same(path: Path) -> None:
    content = xml_in(path)
    if not is_judged(content):
        return
    document = read_document(content)
    syntax: Syntax = "UBL" if document.syntax == "UBL" else "CII"
    official = broken_rules(content.decode("utf-8-sig").lstrip(), syntax, rule_sets=RULE_SETS[rules_of(document)])
    found = {row["rule"] for row in check_files({"files": [str(path)]})["answer"]["items"]}
    assert OFFICIAL & set(official) == OFFICIAL & found
