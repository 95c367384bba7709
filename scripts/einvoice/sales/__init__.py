# skillc copies this file into each skill; change it in src/einvoice, not there
"""Invoices as sales of one seller in Germany: what bookkeeping and VAT return have in common."""
