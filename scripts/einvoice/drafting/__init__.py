# skillc copies this file into each skill; change it in src/einvoice, not there
"""From what a person wants to bill to an invoice: defaults that are told, sums, and all that is wrong with it."""

from .draft import Draft, draft_of
from .remarks import Remarks

__all__ = ["Draft", "Remarks", "draft_of"]
