"""A command line on a generated page is one that the helper refuses, or reads otherwise than it was meant.

Why: agents copy what a page shows. Each example of a descriptor, and each command in a text, is given to the helper's
own parser and held to the action's input. A word in capital letters stands for a value and is not looked at.

Fix: correct the command; if it is the example of an action, correct its `input` or the schema.

Bad:
    # skill.yaml
    facts: ["Look at the second page with `list-books --pgae 2`."]
Good:
    # skill.yaml
    facts: ["Look at the second page with `list-books --page 2`."]
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from skillc.checks.support.command_lines import command_lines
from skillc.checks.support.rendering import file_finding
from skillc.diagnostic import Severity
from skillc.shared import (
    ACTION_OPTIONS,
    COMMANDS,
    Failure,
    canonical_json,
    collect_input,
    flags_of,
    option_json,
    parse_command_line,
    problems_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from skillc.checks.support.rendering import Rendering
    from skillc.diagnostic import Diagnostic
    from skillc.model import Action, Skill

CODE = "OUT012"

_PLACEHOLDER = re.compile(r"[A-Z][A-Z_]*")
_FROM_ELSEWHERE = ("@", "-")


def check(rendering: Rendering) -> Iterator[Diagnostic]:
    """Yield an error for each command line that the helper would not carry out as it is meant."""
    skill = rendering.skill
    if skill is None or skill.app is None:
        return
    actions = {action.key: action for action in skill.actions}
    for path, content in rendering.files.items():
        if path.endswith(".md"):
            for command in command_lines(content.decode("utf-8"), f"{skill.name}.py", {*actions, *COMMANDS}):
                refusal = _refusal(skill, actions.get(command.words[0]), command.words, whole=command.whole)
                if refusal:
                    yield _finding(path, command.line, refusal)
    for example in skill.proxy.examples:
        if not example.request.startswith("request "):
            yield _finding("SKILL.md", example.request, "it does not begin with the command `request`")
    for action in skill.actions:
        for shown in action.examples:
            yield from _misread(skill, action, dict(shown.input))


def _finding(path: str, line: str, refusal: str) -> Diagnostic:
    return file_finding(
        CODE, Severity.ERROR, path, f"the helper refuses `{line}`: {refusal}", "correct the command where it is written"
    )


def _misread(skill: Skill, action: Action, meant: dict[str, Any]) -> Iterator[Diagnostic]:
    """Yield an error when the words of an example are read as another input."""
    words = [action.key, *flags_of(meant, action.input, skill.definitions)]
    try:
        line = parse_command_line(words, options=ACTION_OPTIONS, open_inputs=True)
        read = collect_input(option_json(line, "input", {}), line.inputs, action.input, skill.definitions)
    except Failure as failure:
        yield _finding(f"references/{action.entity}.md", " ".join(words), str(failure))
        return
    if canonical_json(read) != canonical_json(meant):
        message = f"an example of {action.key} is read as {canonical_json(read)}, not as {canonical_json(meant)}"
        yield file_finding(
            CODE, Severity.ERROR, f"references/{action.entity}.md", message, "give the input in the types of its schema"
        )


def _refusal(skill: Skill, action: Action | None, words: Sequence[str], *, whole: bool) -> str:
    """Return why the helper would refuse the words; empty when it takes them."""
    options = ACTION_OPTIONS if action else COMMANDS[words[0]].options
    try:
        line = parse_command_line(list(words), options=options, open_inputs=action is not None)
        given = line.value("input")
        if action is None or (
            given is not None and (given.startswith(_FROM_ELSEWHERE) or _PLACEHOLDER.fullmatch(given))
        ):
            return ""
        if line.words:
            return f'"{line.words[0]}" is not expected there'
        values = collect_input(option_json(line, "input", {}), line.inputs, action.input, skill.definitions)
    except Failure as failure:
        return str(failure)
    shown = {name for name, value in values.items() if isinstance(value, str) and _PLACEHOLDER.fullmatch(value)}
    known = {name: value for name, value in values.items() if name not in shown}
    problems = problems_of(known, _schema(action, shown, whole=whole), skill.definitions)
    return "; ".join(f"{problem.pointer} {problem.message}".strip() for problem in problems)


def _schema(action: Action, given: set[str], *, whole: bool) -> dict[str, Any]:
    """Return what the values must satisfy; `given` are there.

    A command that is shown in part need not have all of them.
    """
    if not whole:
        return {
            name: value
            for name, value in action.input.items()
            if name not in ("required", "minProperties", "oneOf", "anyOf")
        }
    required = [name for name in action.required if name not in (*action.filled, *given)]
    return {**action.input, "required": required}
