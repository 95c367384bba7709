# skillc copies this file into each skill; change it in src/einvoice, not there
"""Why a file is not read as an invoice."""

from __future__ import annotations


class NoInvoice(Exception):  # noqa: N818 - what it is, not an error
    """A file that is no electronic invoice; the message is one sentence, the hint says what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Take both for people."""
        super().__init__(message)
        self.message = message
        self.hint = hint
