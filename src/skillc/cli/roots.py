"""Which skills a command is about."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from skillc.reports import Format

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from skillc.cli.console import Console

_ONE_DOCUMENT = {Format.JSON, Format.SARIF}


def nearest_root() -> Path:
    """Return the path to the nearest folder with a skill.yaml, from the current folder upwards; else that folder."""
    here = Path.cwd()
    for steps, folder in enumerate((here, *here.parents)):
        if (folder / "skill.yaml").exists():
            return Path(*[".."] * steps)
    return Path()


def run_in_each(roots: Sequence[Path] | None, form: Format, console: Console, run: Callable[[Path], int]) -> NoReturn:
    """Call `run` with each skill's folder, and exit with the worst of the codes that it returns."""
    places = roots or [nearest_root()]
    if len(places) > 1 and form in _ONE_DOCUMENT:
        others = " or ".join(other.value for other in Format if other not in _ONE_DOCUMENT)
        raise typer.BadParameter(
            f"{form.value} is one document about one skill, and {len(places)} are named;"
            f" name one, or use --format {others}",
            param_hint="--format",
        )
    codes = []
    for number, place in enumerate(places):
        if len(places) > 1 or (".." in place.parts and not roots):
            console.print_heading(place if roots else place.resolve(), first=not number, err=form is not Format.TEXT)
        codes.append(run(place))
    raise typer.Exit(code=max(codes))
