# skillc copies this file into each skill; change it in src/skill_helper, not there
"""What is asked of the rows of a list: which ones, and what is worked out of them."""

from __future__ import annotations

from typing import NamedTuple

from ...base.exits import Exit
from ...base.outcome import Failure
from ...input.command_line import CommandLine
from .fields import Field, fields_in
from .where import Condition, conditions_in

OWN_MEMBERS = ("rows", "subtracted")  # of a group, besides its fields


class Question(NamedTuple):
    """Conditions that all must hold, the fields to add up, and the fields by which rows are grouped."""

    where: tuple[Condition, ...] = ()
    sums: tuple[Field, ...] = ()
    by: tuple[Field, ...] = ()
    counts: bool = False

    @property
    def groups(self) -> bool:
        """Whether groups are asked for, not rows."""
        return bool(self.sums) or self.counts

    @property
    def named(self) -> list[tuple[str, Field]]:
        """Each option with a field that it names."""
        return [
            *(("where", condition.field) for condition in self.where),
            *(("sum", field) for field in self.sums),
            *(("count-by" if self.counts else "by", field) for field in self.by),
        ]


def question_of(line: CommandLine) -> Question:
    """Return the question that a command line asks; fail where its options contradict each other."""
    where = conditions_in(line.options.get("where", ()))
    sums = fields_in(line.options.get("sum", ()), "sum")
    by = fields_in(line.options.get("by", ()), "by")
    counted = fields_in(line.options.get("count-by", ()), "count-by")
    if counted and (sums or by):
        raise _bad("--count-by stands alone", "--sum FIELD --by FIELD tells the number of rows of each group too")
    if by and not sums:
        raise _bad("--by groups a sum, and no --sum is given", f"add --sum FIELD, or write --count-by {by[0].name}")
    question = Question(where, sums, counted or by, counts=bool(counted))
    if question.groups and line.has("fields"):
        raise _bad("--fields shows columns of rows, and groups are asked for", "leave out --fields")
    for field in sums:
        if field.part or field in by:
            reason = f"the {field.part} of a date" if field.part else "a field that groups too (--by)"
            raise _bad(f"--sum {field.name} would add up {reason}", "name a field with numbers")
    for field in (*sums, *question.by):
        if field.name in OWN_MEMBERS:
            raise _bad(f'"{field.name}" is a member of the groups themselves', "take the rows with --output FILE")
    return question


def _bad(message: str, remedy: str) -> Failure:
    return Failure(Exit.BAD_INPUT, "bad_option", message, remedy)
