"""An input is called like a flag of the helper or like another input, or nearly so.

Why: `--limit` is then the helper's own, and who writes `--dryRun` for `--dry-run` sends what should only be shown.
It is a warning, since the app decides how its inputs are called.

Fix: choose another name where you may; else give an example that uses the input, since its page then shows how to pass it.

Bad:
    input: {type: object, properties: {word: {type: string}, Word: {type: string}, page: {type: integer}, perPage: {type: integer}}}
Good:
    input: {type: object, properties: {word: {type: string}, page: {type: integer}, perPage: {type: integer}}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.schemas.subschemas import properties_of
from skillc.shared import ACTION_OPTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic
    from skillc.load import Document

CODE = "ACT021"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each input that can be taken for a flag or for another input."""
    flags = {_plain(flag): flag for flag in ACTION_OPTIONS}
    for action in project.actions:
        first: dict[str, str] = {}
        for name in properties_of(action.data["input"], project.definitions):
            plain = _plain(name)
            if message := _message(name, flags.get(plain), first.get(plain)):
                yield from _unless_shown(action, name, message)
            first.setdefault(plain, name)


def _message(name: str, flag: str | None, other: str | None) -> str:
    if name == flag:
        return f"--{name} is a flag of the helper itself; this input can only be given through --input"
    if flag:
        return f'the input "{name}" is easily taken for --{flag}, a flag of the helper itself'
    return f'the input "{name}" is easily taken for the input "{other}"' if other else ""


def _unless_shown(action: Document, name: str, message: str) -> Iterator[Diagnostic]:
    if not any(name in example["input"] for example in action.data["examples"]):
        pointer = ("input", "properties", name)
        yield action.warning(CODE, pointer, message, f"rename it, or give an example that uses {name}")


def _plain(name: str) -> str:
    return name.replace("-", "").replace("_", "").casefold()
