"""What an unquoted word of YAML means.

Only `true`, `false`, `null`, nothing at all, and plain decimal numbers are more than text. Everything that YAML 1.1 or
YAML 1.2 would read as something else (yaml.org/type, yaml.org/spec/1.2.2 section 10.3) is refused, to be quoted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

_Scalar = str | int | Decimal | bool | None

_WORDS: dict[str, _Scalar] = {"true": True, "false": False, "null": None, "": None}
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+")
_LONGEST_NUMBER = 100
_LONGEST_WORD = len("false")

_TRUTH = re.compile(r"y|n|yes|no|on|off|true|false", re.IGNORECASE)
_NULL = re.compile(r"~|null", re.IGNORECASE)
_NUMBER = re.compile(
    r"""
    [-+]? (?: [0-9][0-9_]* (?:\.[0-9_]*)? | \.[0-9][0-9_]* ) (?:[eE][-+]?[0-9]+)?   # 012 1_000 1. .5 +1 1e3
    | [-+]? 0 (?: b[01_]+ | o[0-7_]+ | x[0-9a-fA-F_]+ )                             # 0b1 0o17 0x1F
    | [-+]? [0-9][0-9_]* (?: :[0-5]?[0-9] )+ (?:\.[0-9_]*)?                         # 12:30:00, read in base 60
    | [-+]? \. (?: inf | Inf | INF ) | \. (?: nan | NaN | NAN )
    """,
    re.VERBOSE,
)
_DATE = re.compile(
    r"""
    [0-9]{4}-[0-9]{1,2}-[0-9]{1,2} (?: (?:[Tt]|[ \t]+) [0-9]{1,2}:[0-9]{2}:[0-9]{2} (?:\.[0-9]*)? (?: [ \t]* (?: Z |
    [-+][0-9]{1,2}(?::?[0-9]{2})? ) )? )?
    """,
    re.VERBOSE,
)
_SPECIAL = frozenset({"=", "<<"})
_TRUE_WORDS = frozenset({"y", "yes", "on", "true"})


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """An unquoted word that programs read differently: how they may read it, and what to type instead."""

    reading: str
    hint: str


@lru_cache(maxsize=4096)
def resolve(word: str) -> _Scalar | Ambiguous:
    """Return the value of the unquoted scalar `word`."""
    if (
        len(word) > _LONGEST_WORD and word[0].isalpha()
    ):  # most words: no number or date begins with a letter, and no special word is so long
        return word
    if word in _WORDS:
        return _WORDS[word]
    if _INTEGER.fullmatch(word) and len(word) <= _LONGEST_NUMBER and word != "-0":
        return int(word)
    if _DECIMAL.fullmatch(word) and len(word) <= _LONGEST_NUMBER:
        return Decimal(word)
    return _ambiguity(word) or word


def _ambiguity(word: str) -> Ambiguous | None:
    if _TRUTH.fullmatch(word):
        truth = "true" if word.lower() in _TRUE_WORDS else "false"
        return Ambiguous(f"as {truth} or as text", f'write "{word}" for the text, {truth} for the boolean')
    if _NULL.fullmatch(word):
        return Ambiguous("as null or as text", f'write "{word}" for the text, null for null')
    if _NUMBER.fullmatch(word) and len(word) > _LONGEST_NUMBER:
        return Ambiguous(
            "as different numbers or as text", f"quote it for the text; a number has at most {_LONGEST_NUMBER} digits"
        )
    if _NUMBER.fullmatch(word):
        number = _number(word)
        return Ambiguous(
            "as different numbers or as text",
            f'write "{word}" for the text' + (f", {number} for a number" if number else ""),
        )
    if _DATE.fullmatch(word):
        return Ambiguous("as a date or as text", f'write "{word}"')
    if word in _SPECIAL:
        return Ambiguous("as a special value or as text", f'write "{word}"')
    return None


def _number(word: str) -> str:
    """Return the number that an author most likely means, as we read it; "" when that is unclear."""
    plain = re.fullmatch(r"\+?(-?)(0|[1-9][0-9]*)?(\.[0-9]*)?", word.replace("_", ""))
    if not plain:
        return ""
    sign, whole, fraction = plain[1], plain[2] or "0", (plain[3] or "").rstrip(".")
    return f"{sign}{whole}{fraction}" if fraction or whole != "0" else "0"
