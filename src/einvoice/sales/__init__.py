"""Invoices as sales of one seller in Germany: what bookkeeping and VAT return have in common."""
