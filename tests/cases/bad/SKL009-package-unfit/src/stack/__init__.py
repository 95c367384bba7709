"""A stack of books, without the first line."""
