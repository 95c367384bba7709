"""The command line: parse, call, print, exit."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from skillc.report import report
from skillc.pipeline import compile_tree

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None)
Root = Annotated[Path, typer.Argument(help="The folder that holds skill.yaml.", exists=True, file_okay=False)]


@app.callback()
def skillc() -> None:
    """Compile YAML action descriptors into an agent skill."""


@app.command()
def validate(root: Root = Path()) -> None:
    """Report every problem in the sources."""
    compilation = compile_tree(root)
    prefix = "" if root == Path() else f"{root.as_posix()}/"
    typer.echo(report(compilation.diagnostics, compilation.texts, prefix), nl=False)
    raise typer.Exit(code=0 if compilation.skill else 1)


def main() -> None:
    """Run the command line."""
    app()
