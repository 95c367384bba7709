# skillc copies this file into each skill; change it in src/stack, not there
"""A stack of books."""
