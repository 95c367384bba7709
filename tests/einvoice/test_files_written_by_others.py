"""What another library writes of an invoice is read as that invoice."""

from __future__ import annotations

import os

import pytest
from support.einvoice_inputs import invoice_of
from support.einvoice_random import random_input
from support.einvoice_rules import Syntax
from support.einvoice_written import as_written
from support.einvoice_xml import xml_of

from einvoice.files import read_document
from einvoice.json_form import write_invoice

EINVOICES = int(os.environ.get("EINVOICES", "60"))


@pytest.mark.parametrize("syntax", ["UBL", "CII"])
def test_an_invoice_is_read_as_it_was_written(syntax: Syntax) -> None:
    for seed in range(EINVOICES):
        invoice = invoice_of(random_input(seed))
        document = read_document(xml_of(invoice, syntax).encode())
        assert (seed, write_invoice(document.invoice)) == (seed, write_invoice(as_written(invoice)))
        assert (document.syntax, document.is_pdf) == (syntax, False)
        assert (seed, document.problems, document.not_read) == (seed, (), ())
