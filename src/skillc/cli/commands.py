"""The names of commands, and what is meant by others."""

from __future__ import annotations

from typing import Any

from typer.core import TyperGroup

_SKILL = "to begin a skill: skillc new skill NAME"
_ACTION = "to begin an action: skillc new action KEY"
_FINDINGS = "to see all findings: skillc validate"
_BUILD = "to write SKILL.md and all that belongs to it: skillc build"
_PACK = "to write what users install: skillc pack"
_LIST = "to list the pages of the skill: skillc budget; the codes of findings: skillc explain"
_MEANT = {
    **dict.fromkeys(("init", "skill", "start"), _SKILL),
    **dict.fromkeys(("action", "add", "copy"), _ACTION),
    "create": f"{_SKILL}; {_ACTION}",
    **dict.fromkeys(("check", "lint", "test", "verify"), _FINDINGS),
    **dict.fromkeys(("compile", "generate", "make", "render", "update"), _BUILD),
    "diff": "to see what is out of date: skillc build --check",
    **dict.fromkeys(("package", "publish", "release", "zip"), _PACK),
    **dict.fromkeys(("list", "ls", "show"), _LIST),
    **dict.fromkeys(("count", "cost", "tokens"), "to see what each page costs: skillc budget"),
    **dict.fromkeys(("doc", "docs", "rules"), "to explain a finding: skillc explain CODE"),
    "help": "to list the commands: skillc --help",
    "version": "to print the version: skillc --version",
}


class Commands(TyperGroup):
    """Commands that name the right one when another word is typed."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that the first word names; fail with the one that was probably meant."""
        if self.get_command(ctx, args[0]) is None:
            ctx.fail(f'there is no command "{args[0]}"; {self._meant(ctx, args[0])}')
        return super().resolve_command(ctx, args)

    def _meant(self, ctx: Any, word: str) -> str:
        from skillc.shared import closest  # noqa: PLC0415 - slow to load, and needed for a wrong word only

        if ctx.parent is not None:
            near = closest(word, self.commands)
            return f'did you mean "{near}"?' if near else f"{_ACTION}; {_SKILL}"
        near = closest(word, [*self.commands, *_MEANT])
        if near in _MEANT:
            return _MEANT[near]
        return f'did you mean "{near}"?' if near else f"the commands are {', '.join(self.commands)}"
