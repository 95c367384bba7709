"""The arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from skillc.cli.console import When
from skillc.reports import Format

_FOUND = "by default the nearest one, from the current folder upwards, that holds skill.yaml."

Root = Annotated[
    Path | None,
    typer.Argument(metavar="ROOT", help=f"The skill's folder; {_FOUND}", exists=True, file_okay=False),
]
Roots = Annotated[
    list[Path] | None,
    typer.Argument(metavar="ROOT", help=f"The skills' folders; {_FOUND}", exists=True, file_okay=False),
]
RootOption = Annotated[
    Path | None,
    typer.Option("--root", metavar="ROOT", help=f"The skill's folder; {_FOUND}", exists=True, file_okay=False),
]
Form = Annotated[Format, typer.Option("--format", help="The format of the findings on standard output.")]
Strict = Annotated[bool, typer.Option("--strict", help="Treat warnings as errors.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print findings only.")]
Color = Annotated[
    When | None,
    typer.Option("--color", help="When to print in colour; auto by default."),
]
