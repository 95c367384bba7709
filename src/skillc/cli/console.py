"""How the command line prints."""

from __future__ import annotations

import os
import sys
from collections import Counter
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import typer

from skillc.reports import Format, Report, rendered
from skillc.reports.counting import counted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from skillc.build import Build
    from skillc.diagnostic import Diagnostic
    from skillc.write.plan import Change, Plan

MANY = 5  # files in one folder, of which one line tells


def use_utf_8() -> None:
    """Print UTF-8 whatever the terminal claims to be."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


class When(str, Enum):
    """When to print in colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def _wants_colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Tell whether `stream` shows colours. Sources, in the order of Python: https://no-color.org, https://force-color.org."""
    if environment.get("NO_COLOR"):
        return False
    return bool(environment.get("FORCE_COLOR")) or (environment.get("TERM") != "dumb" and stream.isatty())


@dataclass(frozen=True, slots=True)
class Console:
    """What a command prints on: with `quiet`, findings alone."""

    quiet: bool = False
    colour: When = When.AUTO

    @classmethod
    def of(cls, context: typer.Context, *, quiet: bool, color: When | None) -> Console:
        """Return the console that a command's options ask for, and those before the command."""
        outer = context.obj or cls()
        return cls(quiet or outer.quiet, color or outer.colour)

    def say(self, text: str, *, err: bool = False) -> None:
        """Print what went well."""
        if not self.quiet:
            typer.echo(text, err=err)

    def print_heading(self, place: Path, *, first: bool, err: bool = False) -> None:
        """Print which skill the following lines are about."""
        blank = "" if first else "\n"
        self.say(f"{blank}in {place.as_posix()}:", err=err)

    def print_report(
        self, root: Path, texts: Mapping[str, str], diagnostics: Sequence[Diagnostic], form: Format = Format.TEXT
    ) -> None:
        """Print what was found in the skill in `root`, with the lines of `texts`."""
        if self.quiet and form is Format.TEXT and not diagnostics:
            return
        colour = form is Format.TEXT and self._in_colour()
        typer.echo(rendered(Report(root, diagnostics, texts, colour), form), nl=False, color=colour)

    def _in_colour(self) -> bool:
        return self.colour is When.ALWAYS or (self.colour is When.AUTO and _wants_colour(sys.stdout, os.environ))

    def print_changes(self, changes: Sequence[Change], *, err: bool = False) -> None:
        """Print which files were written, in one line where the same happened to many in one folder."""
        counts = Counter((change.verb, _folder(change)) for change in changes)
        for line in dict.fromkeys(_change_line(change, counts[change.verb, _folder(change)]) for change in changes):
            self.say(line, err=err)
        if not changes:
            self.say("nothing to change", err=err)

    def print_differences(self, plan: Plan, *, err: bool = False) -> None:
        """Print what is out of date."""
        if not plan.changes:
            self.say("up to date", err=err)
            return
        for change in plan.changes:
            typer.echo("\n".join(change.diff()), err=err)
        typer.echo(f"{counted(len(plan.changes), 'file')} out of date; to update, run: skillc build", err=err)

    def print_costs(self, build: Build, seconds: float, *, err: bool = False) -> None:
        """Print how many actions there are, what each page costs its reader, and how long the build took."""
        from skillc.model import Effect  # noqa: PLC0415 - loaded by now, and not needed before

        effects = Counter(action.effect for action in build.compilation.actions)
        counts = [f"{effects[effect]} {effect.value}" for effect in Effect if effects[effect]]
        lines = [", ".join([counted(effects.total(), "action"), *counts])]
        width = max(len(cost.path) for cost in build.costs)
        for cost in build.costs:
            tokens, limit = (f" of {limit:,}" if limit else "" for limit in (cost.limit.tokens, cost.limit.lines))
            lines.append(f"{cost.path:{width}}  about {cost.tokens:,}{tokens} tokens, {cost.lines:,}{limit} lines")
        self.say("\n".join(["", *lines, f"in {seconds:.2f} s"]), err=err)


def _folder(change: Change) -> str:
    """Return the folder at the second level, such as scripts/skill_helper, in which a file lies; empty above that."""
    parts = change.path.split("/")
    return "/".join(parts[:2]) if len(parts) > 2 else ""  # noqa: PLR2004 - the second level


def _change_line(change: Change, count: int) -> str:
    folder = _folder(change)
    many = folder and count >= MANY
    return f"{change.verb}  {folder}/ ({counted(count, 'file')})" if many else f"{change.verb}  {change.path}"
