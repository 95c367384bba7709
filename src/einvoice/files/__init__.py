"""Files that hold an invoice: UBL, CII and ZUGFeRD, as XML or in a PDF, and JSON."""

from .document import Document, read_document
from .no_invoice import NoInvoice

__all__ = ["Document", "NoInvoice", "read_document"]
