# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Validation of JSON values against the closed dialect of JSON Schema 2020-12, and against wider schemas.

`problems_of` never raises and never stops at the first problem. Unknown keywords, types and formats, references that
lead nowhere and patterns that Python cannot run are ignored, so that schemas of a wider dialect can be used as they
are. It takes a bounded number of steps, beyond which nothing more is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any, NamedTuple

from ..base.jsontext import count_values
from .json_values import nests_too_deeply, shown_value
from .visits import TOO_DEEP, Budget, SchemaVisit, UnsortedProblem, problems_here

LONGEST_NAME = 60  # longer ones are not compared letter by letter
MOST_VALUES = 10_000  # more than any system passes to a program, unless they are single digits
MOST_SUGGESTIONS = 10
MOST_CANDIDATES = 1000
LETTERS_FOR_ERRORS = (3, 6)  # a word needs so many letters for one error, and for two


class Problem(NamedTuple):
    """What is wrong at one place of a value.

    `pointer` is the RFC 6901 pointer to the place, `keyword` the schema keyword that it breaks, `message` a sentence
    that says what was received and what is allowed, `hint` something to type instead.
    """

    pointer: str
    keyword: str
    message: str
    hint: str = ""

    def to_json(self) -> dict[str, str]:
        """Return the members that are not empty, for a JSON document."""
        members = {"pointer": self.pointer, "keyword": self.keyword, "message": self.message, "hint": self.hint}
        return {name: text for name, text in members.items() if text}


def problems_of(
    value: Any, schema: Any, defs: Mapping[str, Any], *, closed: bool = False, trusted: bool = True
) -> list[Problem]:
    """Return everything in `value` that `schema` forbids, in document order.

    `defs` is the table that "#/$defs/Name" refers to. With `closed`, a name that the schema does not describe is a
    problem wherever the schema lists properties and says nothing of additional ones. Without `trusted`, a pattern that
    is not proved harmless is not run: `unchecked_patterns` names them.
    """
    if nests_too_deeply(value):
        return [Problem("", "nesting", TOO_DEEP)]
    if count_values(value, MOST_VALUES) > MOST_VALUES:
        return [Problem("", "size", f"more than {MOST_VALUES:,} values; at most so many can be sent in one call")]
    visit = SchemaVisit(value, schema, defs, closed, Budget(), trusted=trusted)
    problems = sorted(problems_here(visit), key=lambda problem: problem.position)
    finished = (finished_problem(problem, suggest=place < MOST_SUGGESTIONS) for place, problem in enumerate(problems))
    return list(dict.fromkeys(finished))


def finished_problem(problem: UnsortedProblem, *, suggest: bool) -> Problem:
    """Return what is wrong as callers see it.

    Its hint is the spelling that was probably meant, where that is looked for.
    """
    near = closest(problem.word, problem.candidates) if problem.word and suggest else None
    hint = problem.hint if near is None else f"did you mean {shown_value(near)}?"
    return Problem(problem.pointer, problem.keyword, problem.message, hint)


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that `word` was probably meant to be.

    Alike but for case, `_` and `-`, or for at most two typing errors.
    """
    by_letters: dict[str, str] = {}
    for candidate in islice(candidates, MOST_CANDIDATES):
        by_letters.setdefault(letters_of(candidate), candidate)
    letters = letters_of(word)
    if letters in by_letters:
        return by_letters[letters]
    if len(letters) > LONGEST_NAME:
        return None
    near = [
        (errors, other)
        for other, errors in ((other, typing_errors(letters, other)) for other in by_letters)
        if errors is not None
    ]
    return by_letters[min(near, key=lambda pair: pair[0])[1]] if near else None


def letters_of(word: str) -> str:
    """Return a name without what is often got wrong: case, underscores, hyphens and spaces."""
    return re.sub(r"[_\s-]", "", word).casefold() or word


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
