"""An input has the name of a flag of the helper or of another input, or almost that name.

Why: `--limit` is then the helper's own flag, and a caller who writes `--dryRun` instead of `--dry-run` sends what
should only be shown. It is a warning, because the app decides on the names of its inputs.

Fix: choose another name if you can. Otherwise add an example that uses the input, so that the page shows how to pass
it.

Bad:
    input:
      type: object
      properties: {word: {type: string}, Word: {type: string}, page: {type: integer}, perPage: {type: integer}}
Good:
    input: {type: object, properties: {word: {type: string}, page: {type: integer}, perPage: {type: integer}}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.checks.support.flags import flags_of
from skillc.schemas.subschemas import properties_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic
    from skillc.load import Document

CODE = "ACT021"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each input that can be confused with a flag or with another input."""
    for action in project.actions:
        flags = {_plain(flag): flag for flag in flags_of(action)}
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
        return f'the input "{name}" is easily confused with --{flag}, a flag of the helper itself'
    return f'the input "{name}" is easily confused with the input "{other}"' if other else ""


def _unless_shown(action: Document, name: str, message: str) -> Iterator[Diagnostic]:
    if not any(name in example["input"] for example in action.data["examples"]):
        pointer = ("input", "properties", name)
        yield action.warning(CODE, pointer, message, f"rename it, or add an example that uses {name}")


def _plain(name: str) -> str:
    return name.replace("-", "").replace("_", "").casefold()
