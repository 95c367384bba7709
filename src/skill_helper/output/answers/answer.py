# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The answer to a question about the rows of a list: its rows or groups, the facts before them, and remarks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from ...base.records import Output
from ...schema.validation import closest
from ...schema.wording import listed_phrases
from ...session import Json
from .fields import is_empty
from .groups import Groups, groups_of
from .question import Question
from .unfit import refuse_unfit, refuse_unknown
from .where import Condition, match, refuse_incomparable

FEW_VALUES = 12
LONG_VALUE = 60
NO_RULE = "added up as it stands: no descriptor says whether some rows count minus, as credit notes do"


class Answer(NamedTuple):
    """What is shown in the place of the rows."""

    items: list[Any]
    facts: Json
    notes: list[str]


def answer_of(rows: Sequence[Any], question: Question, output: Output) -> Answer:
    """Return what a question about rows has for an answer; fail for fields and values that do not fit the rows."""
    refuse_unknown(rows, question.named, output.fields)
    for option, field in question.named:
        if not (option == "where" and any(field == asked.field and not asked.wanted for asked in question.where)):
            refuse_unfit(rows, option, field)
    for condition in question.where:
        refuse_incomparable(rows, condition)
    without: Counter[str] = Counter()
    matching = [row for row in rows if _fits(row, question, without)]
    notes = [] if matching else [note for condition in question.where for note in _meant(rows, condition)]
    items, more = matching, {}
    if question.groups:
        found = groups_of(matching, question, output)
        items, more = found.items, _whole(matching, question, output)
        more["subtracted"] = sum(found.minus.values()) or None
        without.update(found.without)
        notes += _remarks(found, question, output)
    of = {"of": len(rows)} if question.where else {}
    return Answer(items, {"rows": len(matching), **of, **more, "without": dict(without) or None}, notes)


def _whole(rows: Sequence[Any], question: Question, output: Output) -> Json:
    """Return the sums over all groups, where there are any."""
    if not (question.sums and question.by and rows):
        return {}
    sums = groups_of(rows, question._replace(by=()), output).items
    return {"all": sums[0] if len(sums) == 1 else sums}


def _fits(row: Any, question: Question, without: Counter[str]) -> bool:
    """Whether a row fulfils all conditions.

    Note where it has nothing that can be compared, unless another condition leaves it out, or its group notes it.
    """
    matches = [match(row, condition) for condition in question.where]
    fits = all(found.fulfilled for found in matches)
    noted = {field.name for field in (*question.sums, *question.by)} if fits else set()
    if all(found.fulfilled or not found.compared for found in matches):
        lacking = {condition.field.name for condition, found in zip(question.where, matches) if not found.compared}
        without.update(lacking - noted)
    return fits


def _meant(rows: Sequence[Any], condition: Condition) -> Iterator[str]:
    """Yield the values that a text may have been meant for, when no row has it."""
    values = [value for value in map(condition.field.read, rows) if isinstance(value, str) and not is_empty(value)]
    if condition.operator != "=" or not condition.wanted or not values or condition.wanted in values:
        return
    near = closest(condition.wanted, dict.fromkeys(values))
    known = sorted(set(values))
    if near and near != condition.wanted:
        yield f'no row has {condition.text}; did you mean "{near[:LONG_VALUE]}"?'
    elif len(known) <= FEW_VALUES and all(len(value) <= LONG_VALUE for value in known):
        yield f"no row has {condition.text}; its values: {listed_phrases(known)}"


def _remarks(found: Groups, question: Question, output: Output) -> Iterator[str]:
    """Yield what must be known of sums."""
    if found.minus and output.minus:
        count = sum(found.minus.values())
        some = f"{count} rows are" if count > 1 else "1 row is"
        yield f"{some} subtracted: {output.minus.field} {' or '.join(found.minus)}"
    if found.negative:
        yield f"{found.negative} of these have an amount below zero, which is added so: look whether that is meant"
    if question.sums and not output.fields:
        yield NO_RULE
