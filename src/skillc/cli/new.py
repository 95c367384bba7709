"""The commands `skillc new skill`, `skillc new action` and `skillc schemas`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from skillc.cli.commands import Commands
from skillc.cli.console import Console
from skillc.cli.options import Color, Quiet, Root, RootOption
from skillc.cli.roots import nearest_root

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

new = typer.Typer(
    cls=Commands, no_args_is_help=True, help="Create a skill or an action. Existing files are not overwritten."
)


@new.command("skill")
def begin_skill(
    context: typer.Context,
    folder: Annotated[
        Path, typer.Argument(metavar="NAME", help="The folder; the skill is named after it.", file_okay=False)
    ],
    *,
    quiet: Quiet = False,
    color: Color = None,
) -> None:
    """Create a skill. That is a commented skill.yaml, and the schemas for editors."""
    from skillc.scaffold.error import ScaffoldError  # noqa: PLC0415 - each command loads only what it needs
    from skillc.scaffold.skill import adding_command, new_skill  # noqa: PLC0415 - see above

    console = Console.of(context, quiet=quiet, color=color)
    try:
        files = new_skill(folder)
    except ScaffoldError as error:
        raise typer.BadParameter(str(error), param_hint="NAME") from error
    _write(console, folder, files)
    console.say(f"\nresolve each TODO in {(folder / 'skill.yaml').as_posix()}, then run: {adding_command(folder)}")


@new.command("action")
def begin_action(  # noqa: PLR0913 - one for each option
    context: typer.Context,
    keys: Annotated[
        list[str], typer.Argument(metavar="KEY", help="The commands that agents type, such as list-books.")
    ],
    *,
    root: RootOption = None,
    entity: Annotated[str | None, typer.Option(help="An entity in skill.yaml; by default guessed from KEY.")] = None,
    effect: Annotated[str | None, typer.Option(help="read, write or destructive; by default guessed from KEY.")] = None,
    like: Annotated[
        str | None, typer.Option("--from", metavar="KEY", help="Copy this action, comments included.")
    ] = None,
    quiet: Quiet = False,
    color: Color = None,
) -> None:
    """Create actions. Each is a commented descriptor that is valid except for its TODO marks."""
    from skillc.model import Effect  # noqa: PLC0415 - see above
    from skillc.scaffold.action import Wanted, new_actions  # noqa: PLC0415 - see above
    from skillc.scaffold.error import ScaffoldError  # noqa: PLC0415 - see above

    if effect not in {None, *(known.value for known in Effect)}:
        raise typer.BadParameter(f'"{effect}" is not an effect; use read, write or destructive', param_hint="--effect")
    console, root = Console.of(context, quiet=quiet, color=color), root or nearest_root()
    asked = [Wanted(key, entity, Effect(effect) if effect else None, like) for key in keys]
    try:
        files = new_actions(root, asked)
    except ScaffoldError as error:
        raise typer.BadParameter(str(error), param_hint="KEY") from error
    _write(console, root, files)
    console.say(f"\nresolve each TODO in {'it' if len(files) == 1 else 'them'}; skillc validate shows which are left")


def schemas(context: typer.Context, root: Root = None, *, quiet: Quiet = False, color: Color = None) -> None:
    """Renew the schemas for editors. They are in .skillc/; run it again after an update of skillc."""
    from skillc.scaffold.editor import is_schema_copy, schema_copies  # noqa: PLC0415 - see above

    console = Console.of(context, quiet=quiet, color=color)
    _write(console, root or nearest_root(), schema_copies(), is_schema_copy)


def _write(
    console: Console,
    root: Path,
    files: Mapping[str, bytes],
    is_ours: Callable[[str, bytes], bool] = lambda _path, _content: False,
) -> None:
    """Write all files or none, and print which; only files of ours are replaced."""
    from skillc.write.plan import Change, Plan, look  # noqa: PLC0415 - see above
    from skillc.write.write import write  # noqa: PLC0415 - see above

    looked = {path: look(root, path, is_ours) for path in files}
    changes = [Change(path, before, files[path]) for path, (_, before) in looked.items() if before != files[path]]
    plan = Plan(root, tuple(changes))
    if problems := [problem for problem, _ in looked.values() if problem] or write(plan):
        console.print_report(root, {}, problems)
        raise typer.Exit(code=1)
    console.print_changes(plan.changes)
