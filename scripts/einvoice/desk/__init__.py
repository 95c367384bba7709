# skillc copies this file into each skill; change it in src/einvoice, not there
"""What a caller can ask for, as functions from one JSON object to another: the door of this package.

A function returns a mapping: `problems` (each with `pointer`, `message`, perhaps `hint`) when there is no answer; else
an `answer`, or a `file` (`name`, `content`, `media_type`). `facts` are about the whole; `columns` are worth showing.
"""
