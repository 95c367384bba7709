# skillc copies this file into each skill; change it in src/einvoice, not there
"""Public code lists, as far as invoices use them; each module names its source."""
