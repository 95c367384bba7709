# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The input of a bound action, checked as a whole."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from ..base.exits import Exit
from ..base.outcome import Failure
from ..input.texts import unseen_characters
from ..input.values import number_hint
from ..input.wishes import limits_on
from ..output.rows import at_path
from ..schema.validation import Problem, problems_of
from ..session import Json, Session
from .bound import BoundAction

MOST_PROBLEMS = 50
LONGEST_WISH = 200


def check_given(session: Session, bound: BoundAction, values: Json) -> None:
    """Fail with every problem of what the caller gave, characters that cannot be seen too.

    What is filled in may still be missing.
    """
    check_input(session, bound, values, optional=bound.action.filled, found=list(unseen_characters(values)))


def check_input(
    session: Session,
    bound: BoundAction,
    values: Mapping[str, Any],
    *,
    optional: Collection[str] = (),
    found: Sequence[Problem] = (),
) -> None:
    """Fail with every problem of the input at once, with those already `found`; `optional` may be missing for now."""
    required = [name for name in bound.schema.get("required") or () if name not in optional]
    closed = bound.live is not None and bool(bound.live.names)
    schema = {**bound.schema, "required": required}
    all_found = [*found, *problems_of(values, schema, bound.definitions, closed=closed, trusted=bound.trusted)]
    if all_found:
        problems = [_with_number_hint(problem, values) for problem in all_found]
        limits = _limits_on(session, problems[:MOST_PROBLEMS], values)
        raise bad_input(bound.key, problems, session.command("describe", bound.key), limits)


def _limits_on(session: Session, problems: list[Problem], values: Mapping[str, Any]) -> list[str]:
    """Return what the skill says of tasks that the refused names and values ask for and no action does."""
    words = []
    for problem in problems:
        value = at_path(dict(values), problem.pointer.strip("/").replace("/", "."))
        words.append(f"{problem.pointer} {value if isinstance(value, str) else ''}"[:LONGEST_WISH])
    return limits_on(session.skill.cannot, " / ".join(words))


def bad_input(name: str, problems: list[Problem], describe: str, limits: Iterable[str] = ()) -> Failure:
    """Return the outcome of an input that breaks its schema; `limits` says what cannot be done at all."""
    message = f"{name}: {len(problems)} problem{'s' if len(problems) > 1 else ''} with the input; nothing was sent"
    remedy = " ".join([*limits, f"correct and call again; all inputs: {describe}"])
    shown = _each_hint_once([problem.to_json() for problem in problems[:MOST_PROBLEMS]])
    if len(problems) > MOST_PROBLEMS:
        shown.append({"message": f"and {len(problems) - MOST_PROBLEMS} more"})
    return Failure(Exit.BAD_INPUT, "bad_input", message, remedy, problems=shown)


def _each_hint_once(problems: list[dict[str, str]]) -> list[dict[str, str]]:
    """Return problems without the hints that an earlier one gave already."""
    hints: set[str] = set()
    for problem in problems:
        hint = problem.get("hint", "")
        if hint in hints:
            del problem["hint"]
        elif hint:
            hints.add(hint)
    return problems


def _with_number_hint(problem: Problem, values: Mapping[str, Any]) -> Problem:
    """Return the problem with a hint about a decimal comma, where that is what is wrong."""
    if problem.keyword != "type":
        return problem
    hint = number_hint(at_path(dict(values), problem.pointer.strip("/").replace("/", ".")))
    return problem._replace(hint=hint) if hint else problem
