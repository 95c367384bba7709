"""Public code lists, as far as invoices use them; each module names its source."""
