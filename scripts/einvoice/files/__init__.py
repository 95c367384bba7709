# skillc copies this file into each skill; change it in src/einvoice, not there
"""Files that hold an invoice: UBL, CII and ZUGFeRD, as XML or in a PDF, and JSON."""

from .document import Document, read_document
from .no_invoice import NoInvoice

__all__ = ["Document", "NoInvoice", "read_document"]
