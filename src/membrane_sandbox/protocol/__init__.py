"""Membrane's objects and calls over the account, whichever way they are spoken: by the program, later by HTTP."""
