"""The commands `skillc new skill`, `skillc new action` and `skillc schemas`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

new = typer.Typer(no_args_is_help=True, help="Create a skill or an action. Existing files are not overwritten.")
Root = Annotated[Path, typer.Argument(help="The folder that holds skill.yaml.", exists=True, file_okay=False)]


@new.command("skill")
def begin_skill(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="The folder; the skill is named after it.", file_okay=False)
    ],
) -> None:
    """Create a skill: a commented skill.yaml, and the schemas for editors."""
    from skillc.scaffold.error import ScaffoldError  # noqa: PLC0415 - each command loads only what it needs
    from skillc.scaffold.skill import new_skill  # noqa: PLC0415 - see above

    try:
        files = new_skill(folder)
    except ScaffoldError as error:
        raise typer.BadParameter(str(error)) from error
    _write(folder, files)
    typer.echo(
        f"\nresolve each TODO in {(folder / 'skill.yaml').as_posix()},"
        f" then run: skillc new action KEY {folder.as_posix()}"
    )


@new.command("action")
def begin_action(
    key: Annotated[str, typer.Argument(help="The command that agents type, such as list-books.")],
    root: Root = Path(),
    *,
    entity: Annotated[str | None, typer.Option(help="An entity in skill.yaml; by default guessed from KEY.")] = None,
    effect: Annotated[str | None, typer.Option(help="read, write or destructive; by default guessed from KEY.")] = None,
    like: Annotated[
        str | None, typer.Option("--from", metavar="KEY", help="Copy this action, comments included.")
    ] = None,
) -> None:
    """Create an action: a commented descriptor that is valid except for its TODO marks."""
    from skillc.model import Effect  # noqa: PLC0415 - see above
    from skillc.scaffold.action import Wanted, new_action  # noqa: PLC0415 - see above
    from skillc.scaffold.error import ScaffoldError  # noqa: PLC0415 - see above

    if effect not in {None, *(known.value for known in Effect)}:
        raise typer.BadParameter(f'"{effect}" is not an effect; use read, write or destructive', param_hint="--effect")
    try:
        files = new_action(root, Wanted(key, entity, Effect(effect) if effect else None, like))
    except ScaffoldError as error:
        raise typer.BadParameter(str(error)) from error
    _write(root, files)
    typer.echo("\nresolve each TODO in it; skillc validate shows which are left")


def schemas(root: Root = Path()) -> None:
    """Write the schemas for editors into .skillc/. Run it again after an update of skillc."""
    from skillc.scaffold.editor import is_schema_copy, schema_copies  # noqa: PLC0415 - see above

    _write(root, schema_copies(), is_schema_copy)


def _write(
    root: Path, files: Mapping[str, bytes], is_ours: Callable[[str, bytes], bool] = lambda _path, _content: False
) -> None:
    """Write all files or none, and print which; only files of ours are replaced."""
    from skillc.cli.console import print_changes, print_report  # noqa: PLC0415 - see above
    from skillc.write.plan import Change, Plan, look  # noqa: PLC0415 - see above
    from skillc.write.write import write  # noqa: PLC0415 - see above

    looked = {path: look(root, path, is_ours) for path in files}
    changes = [Change(path, before, files[path]) for path, (_, before) in looked.items() if before != files[path]]
    plan = Plan(root, tuple(changes))
    if problems := [problem for problem, _ in looked.values() if problem] or write(plan):
        print_report(root, {}, problems)
        raise typer.Exit(code=1)
    print_changes(plan.changes)
