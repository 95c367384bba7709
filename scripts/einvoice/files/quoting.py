# skillc copies this file into each skill; change it in src/einvoice, not there
"""Texts of a file in a message: short, in one line, and without anything that a terminal would obey."""

from __future__ import annotations


def shown(text: str, most: int = 40) -> str:
    """Return a text in quotes, of which only the beginning is shown when it is long."""
    start = text[:most]
    printable = "".join(letter if letter.isprintable() else " " for letter in start)
    return f'"{printable}"' if len(start) == len(text) else f'"{printable}…"'
