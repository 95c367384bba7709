"""The official rules of e-invoices, run: CEN's for EN 16931 and KoSIT's for XRechnung."""

from __future__ import annotations

from functools import cache
from typing import Literal
from xml.etree import ElementTree as ET

from saxonche import PySaxonProcessor, PyXsltExecutable

from support.places import TESTS

Syntax = Literal["UBL", "CII"]
RULES = TESTS / "einvoice" / "rules"
FAILED = "{http://purl.oclc.org/dsdl/svrl}failed-assert"


def broken_rules(xml: str, syntax: Syntax, *, rule_sets: tuple[str, ...] = ("EN16931", "XRechnung")) -> dict[str, str]:
    """Return the ids of the rules that an invoice breaks, each with its flag: fatal, warning or information."""
    document = _processor().parse_xml(xml_text=xml)
    broken = {}
    for name in rule_sets:
        report = _stylesheet(f"{name}-{syntax}").transform_to_string(xdm_node=document)
        for failed in ET.fromstring(report).iter(FAILED):  # noqa: S314 - our own XML
            broken[failed.get("id", "")] = failed.get("flag") or "fatal"
    return broken


@cache
def _processor() -> PySaxonProcessor:
    return PySaxonProcessor(license=False)


@cache
def _stylesheet(name: str) -> PyXsltExecutable:
    return _processor().new_xslt30_processor().compile_stylesheet(stylesheet_file=str(RULES / f"{name}.xsl"))
