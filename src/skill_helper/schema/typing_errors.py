# skillc copies this file into each skill; change it in src/skill_helper, not there
"""How many typing errors lie between two words: a letter too many, too few, another one, or two that changed places."""

from __future__ import annotations

LETTERS_FOR_ERRORS = (3, 6)  # a word needs so many letters for one error, and for two


def typing_errors(word: str, meant: str) -> int | None:
    """Return the number of typing errors that make `word` of `meant` (Damerau-Levenshtein).

    None: more than two, or so many that little of a short word is left.
    """
    allowed = sum(max(len(word), len(meant)) >= letters for letters in LETTERS_FOR_ERRORS)
    if abs(len(word) - len(meant)) > allowed:
        return None
    before: list[int] = []
    row = list(range(len(meant) + 1))
    for i, letter in enumerate(word, start=1):
        last, row, previous = row, [i], before
        for j, other in enumerate(meant, start=1):
            errors = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == meant[j - 2] and word[i - 2] == other:
                errors = min(errors, previous[j - 2] + 1)
            row.append(errors)
        before = last
        if min(row) > allowed and min(last) > allowed:
            return None
    return row[-1] if row[-1] <= allowed else None
