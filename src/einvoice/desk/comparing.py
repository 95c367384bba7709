# skillc copies this file into each skill; change it in src/einvoice, not there
"""What stands in the file of an invoice, to be compared with what was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..drafting.terms import stated_terms
from ..files.document import read_document
from ..files.no_invoice import NoInvoice


def terms_of_file(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the terms of the invoice in `content`, the bytes of a file."""
    try:
        return {"terms": stated_terms(read_document(values["content"]).invoice)}
    except NoInvoice as error:
        return {"problems": [{"pointer": "/content", "message": error.message, "hint": error.hint}]}
