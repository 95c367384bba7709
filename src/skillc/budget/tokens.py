"""Estimate how many tokens of o200k_base a text costs, with nothing but `re`.

The text is cut into the same pieces as the real tokenizer cuts it (its pattern, without the rarer scripts); what a
piece costs is a straight line through measured means: of 499 Markdown, YAML and Python files, counted with npm
gpt-tokenizer.
"""

from __future__ import annotations

import re
from collections import Counter

_UPPER = "[A-ZÀ-ÖØ-Þ]"
_LOWER = r"[^\W\d_A-ZÀ-ÖØ-Þ]"
_PIECE = re.compile(
    rf"(?P<lead>[^\w\r\n]|_)?(?P<word>{_UPPER}*{_LOWER}+|{_UPPER}+)(?:'(?:s|t|re|ve|m|ll|d)\b)?"
    r"|(?P<number>\d{1,3})"
    r"|\ ?(?P<marks>(?:[^\s\w]|_)+)[\r\n/]*"
    r"|\s*[\r\n]+|\s+(?!\S)|\s+"
)
# The first word of a sentence or after a space is mostly one token; what follows `/`, `_` or another word is cut finer.
# Each line: letters that one token holds, and tokens for each letter more.
_LINES = {" ": (6.0, 0.045), "": (4.0, 0.09), "symbol": (2.0, 0.11)}
_CAPITALS = (2.0, 0.12)
_LONG_WORD, _LONG_LETTER = 12, 0.35
_FOREIGN_LETTER = 0.4
_WIDE_LETTER = 0.8
_WIDE_BEGIN = "\u2e80"  # Chinese, Japanese, Korean
_RUN = re.compile(r"(.)\1*")
_TOKENS_PER_RUN, _BACKTICK = 0.5, 0.4  # `---` is one run, `|---|` three; backticks join less often than others


def estimated_tokens(text: str) -> int:
    """Return about how many tokens `text` has: within some 8 % on pages, descriptors and programs of usual length."""
    pieces = Counter(_PIECE.findall(text))  # most stand there many times
    return round(sum(_cost(*piece) * times for piece, times in pieces.items()))


def _cost(lead: str, word: str, _number: str, marks: str) -> float:
    if word:
        return _word_cost(word, lead)
    return _marks_cost(marks) if marks else 1.0


def _marks_cost(marks: str) -> float:
    runs = len(_RUN.findall(marks))
    return max(1.0, runs * _TOKENS_PER_RUN + _BACKTICK * ("`" in marks and runs > 1))


def _word_cost(word: str, lead: str) -> float:
    if not word.isascii():
        return max(1.0, len(word) * (_WIDE_LETTER if max(word) >= _WIDE_BEGIN else _FOREIGN_LETTER))
    free, each = _LINES[lead if lead in _LINES else "symbol"]
    if not word[1:].islower() and len(word) > 1:
        free, each = _CAPITALS
    return (
        1.0
        + each * max(0.0, len(word) - free)
        + _LONG_LETTER * max(0, len(word) - _LONG_WORD) * (each > _LINES[" "][1])
    )
