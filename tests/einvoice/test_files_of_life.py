"""Files of many programs: each is read, with the figures that another library finds in it, or is refused for a reason.

The XML in the PDFs is found by pypdf, the figures by lxml.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from support.einvoice_figures import figures_in, figures_of
from support.einvoice_schemas import xml_in
from support.places import TESTS

from einvoice.files import NoInvoice, read_document

DATA = TESTS / "data"
CORPUS = [path for path in sorted((DATA / "zugferd-corpus").rglob("*")) if path.suffix in {".pdf", ".xml"}]
OFFICIAL = [*sorted((DATA / "xrechnung").glob("*.xml")), *sorted((DATA / "en16931/ubl-examples").glob("*.xml"))]

BEFORE_ZUGFERD_1 = 'the XML is "Invoice" of "urn:un:unece:uncefact:data:standard:CBFBUY:5", not an e-invoice'
REFUSED = {
    "MustangGnuaccountingBeispielRE-20140519_499.pdf": BEFORE_ZUGFERD_1,  # a draft of ZUGFeRD, which nobody writes
    "MustangGnuaccountingBeispielRE-20140522_501.pdf": BEFORE_ZUGFERD_1,
    # its encoding is "UTF-8-W/O-BOM", which is not even a name
    "factur-x-invalid-xml-encoding-attribute.pdf": "the XML is damaged in line 1: XML declaration not well-formed",
}


def test_there_are_as_many_files_as_expected() -> None:
    assert (len(CORPUS), len(OFFICIAL)) == (106, 49)


@pytest.mark.parametrize("path", [*CORPUS, *OFFICIAL], ids=lambda path: path.name)
def test_the_figures_are_those_that_another_library_reads(path: Path) -> None:
    if path.name in REFUSED:
        with pytest.raises(NoInvoice) as refused:
            read_document(path.read_bytes())
        assert refused.value.message.endswith(REFUSED[path.name])
        return
    document = read_document(path.read_bytes())
    assert document.problems == ()
    assert document.is_pdf == (path.suffix == ".pdf")
    assert figures_of(document.invoice) == figures_in(xml_in(path))
