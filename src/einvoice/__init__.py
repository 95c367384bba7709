# skillc copies this file into each skill; change it in src/einvoice, not there
"""Electronic invoices after EN 16931 and XRechnung as data: the terms, the sums and what can be wrong.

It uses the standard library of Python 3.9 only, and knows no service, no agent and no file format but JSON values.
"""
