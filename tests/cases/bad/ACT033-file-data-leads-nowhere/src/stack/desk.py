# skillc copies this file into each skill; change it in src/stack, not there
"""What the desk of a library does."""


def stack_books(values):
    return {"answer": values}
