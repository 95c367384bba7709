# skillc copies this file into each skill; change it in src/einvoice, not there
"""From what a person wants to bill to an invoice: defaults that are told, sums, and all that is wrong with it."""

from .draft import Draft, draft_of

__all__ = ["Draft", "draft_of"]
