"""The findings that loading can make, each with the reason for it."""

from __future__ import annotations

from enum import Enum


class LoadCode(str, Enum):
    """Why a file is not taken as it is; the words after each member are its documentation."""

    UNREADABLE = "YAML001"
    """The file is missing, is not a regular file or cannot be opened."""

    ENCODING = "YAML002"
    """The file is not UTF-8. Another encoding would be guessed, and guessed differently on another machine."""

    TOO_BIG = "YAML003"
    """The file is larger than 1 MB or nested deeper than 100 levels: no descriptor is, but an attack on the reader is."""

    SYNTAX = "YAML004"
    """The text is not YAML."""

    EMPTY = "YAML005"
    """The file holds nothing but spaces and comments."""

    DUPLICATE_KEY = "YAML006"
    """A mapping says the same key twice. YAML readers keep the last one silently."""

    SHARED = "YAML007"
    """Anchors, aliases and merge keys: a descriptor states each fact where it is read; `$ref` shares schemas."""

    TAG = "YAML008"
    """A tag such as `!!str` asks the reader to build something other than plain data."""

    SECOND_DOCUMENT = "YAML009"
    """A second `---` document, which most readers drop."""

    KEY_TYPE = "YAML010"
    """A key that is not text: a number, a truth value, nothing, a list or a mapping."""

    AMBIGUOUS = "YAML011"
    """A bare word that YAML 1.1 and YAML 1.2 read differently, so that an editor and this compiler would disagree."""

    CONTROL = "YAML012"
    """An invisible character that changes or hides what a reader sees: control characters, text-direction overrides, odd line breaks."""
