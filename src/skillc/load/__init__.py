"""YAML text to data that remembers the place of every key and value."""

from skillc.load.document import Document
from skillc.load.parsing import parse
from skillc.load.tree import Sources, load

__all__ = ["Document", "Sources", "load", "parse"]
