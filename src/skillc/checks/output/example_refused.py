"""A command line on a generated page is one that the helper refuses, or reads otherwise than it was meant.

Why: agents copy what a page shows. Each example of a descriptor, each call of a recipe, and each command in a text (a
remedy's too) is given to the helper's own parser and held to the action's input, or to the rules for requests. A word
in capital letters stands for a value and is not looked at.

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
import shlex
from typing import TYPE_CHECKING, Any, Protocol

from skillc.checks.support.command_lines import command_lines
from skillc.checks.support.rendering import file_finding
from skillc.diagnostic import Severity
from skillc.shared import (
    COMMANDS,
    Failure,
    Session,
    canonical_json,
    collect_input,
    example_words,
    option_json,
    options_of,
    parse_command_line,
    parse_json,
    problems_of,
    request_of_line,
    skill_from,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from skillc.checks.support.rendering import Rendering
    from skillc.diagnostic import Diagnostic
    from skillc.model import Action, Skill

CODE = "OUT012"

_PLACEHOLDER = re.compile(r"[A-Z][A-Z_]*")
_FROM_ELSEWHERE = ("@", "-")
_BODIES = ("json", "data")
_RECIPES = "references/recipes.md"


class _Judgement(Protocol):
    """Why the helper refuses some words; empty when it takes them. A command that is not `whole` is shown in part."""

    def __call__(self, words: Sequence[str], *, whole: bool = True) -> str: ...


def check(rendering: Rendering) -> Iterator[Diagnostic]:
    """Yield an error for each command line that the helper would not carry out as it is meant."""
    skill = rendering.skill
    if skill is None:
        return
    refusal_of = _judgement(rendering, skill)
    yield from _of_recipes(rendering, skill, refusal_of)
    if skill.app is None:
        return
    for path, text in _texts(rendering, skill).items():
        for command in command_lines(text, f"{skill.name}.py", {*(action.key for action in skill.actions), *COMMANDS}):
            if refusal := refusal_of(command.words, whole=command.whole):
                yield _finding(path, command.line, refusal)
    for example in skill.proxy.examples:
        if not example.request.startswith("request "):
            yield _finding("SKILL.md", example.request, "it does not begin with the command `request`")
    for action in skill.actions:
        for shown in action.examples:
            yield from _misread(skill, action, dict(shown.input))


def _judgement(rendering: Rendering, skill: Skill) -> _Judgement:
    """Return what the helper that is rendered says to the words of a command."""
    if skill.app is None:
        return lambda words, *, whole=True: "a skill without an app has no commands"  # noqa: ARG005
    session, actions = _session(rendering, skill), {action.key: action for action in skill.actions}

    def refusal_of(words: Sequence[str], *, whole: bool = True) -> str:
        if words and words[0] in actions:
            return _refusal(skill, actions[words[0]], words, whole=whole)
        return _refusal_of_command(session, words) if words and words[0] in COMMANDS else "it begins with no command"

    return refusal_of


def _texts(rendering: Rendering, skill: Skill) -> dict[str, str]:
    """Return the texts that commands stand in: each page, of the recipes the notes, and what the helper alone says."""
    pages = {path: content.decode("utf-8") for path, content in rendering.files.items() if path.endswith(".md")}
    if skill.recipes:
        pages[_RECIPES] = "\n".join(recipe.note for recipe in skill.recipes)
    return {**pages, f"scripts/{skill.name}.json": "\n".join(_said_by_the_helper(skill))}


def _of_recipes(rendering: Rendering, skill: Skill, refusal_of: _Judgement) -> Iterator[Diagnostic]:
    """Yield an error, where it stands in skill.yaml, for each call of a recipe that is refused."""
    for number, recipe in enumerate(skill.recipes):
        for place, call in enumerate(recipe.calls):
            try:
                refusal = refusal_of(shlex.split(call))
            except ValueError as error:
                refusal = str(error).lower()
            if refusal:
                message = f"the helper refuses `{call}`: {refusal}"
                yield rendering.source.error(CODE, ("recipes", number, "calls", place), message, "correct the call")


def _finding(path: str, line: str, refusal: str) -> Diagnostic:
    return file_finding(CODE, Severity.ERROR, path, f"the helper refuses `{line}`: {refusal}", "correct the command")


def _misread(skill: Skill, action: Action, meant: dict[str, Any]) -> Iterator[Diagnostic]:
    """Yield an error when the words of an example are read as another input."""
    words = example_words(action, meant, skill.definitions)
    try:
        line = parse_command_line(words, options=options_of(action), open_inputs=True)
        flags = line.inputs_with(_words_input(action))
        read = collect_input(option_json(line, "input", {}), flags, action.input, skill.definitions)
    except Failure as failure:
        yield _finding(f"references/{action.entity}.md", " ".join(words), str(failure))
        return
    if canonical_json(read) != canonical_json(meant):
        message = f"an example of {action.key} is read as {canonical_json(read)}, not as {canonical_json(meant)}"
        yield file_finding(
            CODE, Severity.ERROR, f"references/{action.entity}.md", message, "give the input in the types of its schema"
        )


def _session(rendering: Rendering, skill: Skill) -> Session:
    """Return a call of the helper as it is rendered."""
    shipped = skill_from(parse_json(rendering.files[f"scripts/{skill.name}.json"].decode("utf-8")))
    return Session(shipped, f"scripts/{skill.name}.py", {})


def _said_by_the_helper(skill: Skill) -> Iterator[str]:
    """Yield the texts that no page has and that the helper says."""
    yield from (limit.says for limit in skill.cannot)
    yield from (warning.says for warning in skill.proxy.warnings)
    yield from (error.remedy for action in skill.actions for error in action.errors)


def _refusal_of_command(session: Session, words: Sequence[str]) -> str:
    """Return why the helper would refuse the words of a command that is no action; empty when it takes them."""
    try:
        line = parse_command_line(list(words), options=COMMANDS[words[0]].options, open_inputs=False)
        if words[0] == "request" and line.words != ["PATH"]:
            for name in _BODIES:
                if name in line.options and _stands_for_more(line.value(name) or ""):
                    line.options[name] = ["{}"]
            if line.value("method") == "METHOD":
                line.options["method"] = ["POST"]
            request_of_line(session, line)
    except Failure as failure:
        return str(failure)
    return ""


def _refusal(skill: Skill, action: Action, words: Sequence[str], *, whole: bool) -> str:
    """Return why the helper would refuse the words of an action; empty when it takes them."""
    try:
        line = parse_command_line(list(words), options=options_of(action), open_inputs=True)
        given = line.value("input")
        if given is not None and _stands_for_more(given):
            return ""
        words_input = _words_input(action)
        if line.words and not words_input:
            return f'"{line.words[0]}" is not expected there'
        flags = line.inputs_with(words_input)
        values = collect_input(option_json(line, "input", {}), flags, action.input, skill.definitions)
    except Failure as failure:
        return str(failure)
    open_places = [
        f"/{name}" for name, value in values.items() if isinstance(value, str) and _PLACEHOLDER.fullmatch(value)
    ]
    problems = problems_of(values, _schema(action, whole=whole), skill.definitions)
    return "; ".join(
        f"{problem.pointer} {problem.message}".strip() for problem in problems if problem.pointer not in open_places
    )


def _words_input(action: Action) -> str:
    """Return the input that the words of the command line fill; empty when there is none."""
    return action.local.words if action.local else ""


def _stands_for_more(text: str) -> bool:
    """Whether a value is a placeholder, or comes from elsewhere."""
    return text.startswith(_FROM_ELSEWHERE) or _PLACEHOLDER.fullmatch(text) is not None


def _schema(action: Action, *, whole: bool) -> dict[str, Any]:
    """Return what the values must satisfy. A command that is shown in part need not have all of them."""
    if not whole:
        return {
            name: value
            for name, value in action.input.items()
            if name not in ("required", "minProperties", "oneOf", "anyOf")
        }
    required = [name for name in action.required if name not in action.filled]
    return {**action.input, "required": required}
