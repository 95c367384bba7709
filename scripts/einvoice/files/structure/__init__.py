# skillc copies this file into each skill; change it in src/einvoice, not there
"""What is wrong with an invoice as XML, before any question of business: what its schema does not allow.

The tables of the schemas are written by a tool. Not judged are the inside of what EN 16931 does not use (`any` in the
tables), codes (the checks of invoices know their lists), and the texts of attributes.
"""

from .flaws import Flaw
from .walk import flaws_of

__all__ = ["Flaw", "flaws_of"]
