"""The `membrane-sandbox` command: make a sandbox, play the user in the browser, set switches, look at the calls."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Annotated

import typer

from membrane_sandbox import exactjson
from membrane_sandbox.account.ids import TODAY
from membrane_sandbox.home import Sandbox
from membrane_sandbox.protocol.login import CODE
from membrane_sandbox.switch_table import SWITCHES
from membrane_sandbox.switches import UnknownSwitchError, check

app = typer.Typer(help=__doc__, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
Folder = Annotated[Path, typer.Option("--dir", envvar="MEMBRANE_SANDBOX", help="The sandbox's folder.")]
HERE = Path()


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where to make it.")],
    *,
    fresh: Annotated[bool, typer.Option("--fresh", help="Start anew, even if there is a sandbox.")] = False,
    ready: Annotated[bool, typer.Option("--ready", help="Logged in, with a READY connection.")] = False,
) -> None:
    """Make a sandbox: a database and a `membrane` program. An existing one is kept."""
    sandbox = Sandbox.create(folder.absolute(), fresh=fresh, ready=ready)
    typer.echo(f"Sandbox in {sandbox.folder}. Put its program first on your PATH:")
    typer.echo(
        f'export PATH={shlex.quote(str(sandbox.bin))}:"$PATH" MEMBRANE_SANDBOX={shlex.quote(str(sandbox.folder))}'
    )
    if not ready:
        typer.echo(f"To log in: membrane login start, then membrane login complete {CODE}")


@app.command()
def approve(folder: Folder = HERE) -> None:
    """Authenticate in the user's place: connections that wait for it move on."""
    typer.echo(f"{_open(folder).approve()} connection(s) approved")


@app.command(name="set")
def set_switches(pairs: Annotated[list[str], typer.Argument(metavar="NAME VALUE ...")], folder: Folder = HERE) -> None:
    """Set switches, all or none."""
    names, values = pairs[::2], pairs[1::2]
    if len(names) != len(values):
        _fail(f"{names[-1]} has no value")
    sandbox = _open(folder)
    try:
        for name, value in zip(names, values, strict=True):
            check(name, value)
        for name, value in zip(names, values, strict=True):
            sandbox.set(name, value)
    except UnknownSwitchError as error:
        _fail(str(error))


@app.command()
def switches(folder: Folder = HERE) -> None:
    """Show every switch: name, value, allowed values, meaning."""
    sandbox = _open(folder)
    for switch in SWITCHES.values():
        typer.echo(f"{switch.name} = {sandbox.value(switch.name)}\n    {switch.allowed}\n    {switch.meaning}")


@app.command()
def calls(folder: Folder = HERE, *, as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False) -> None:
    """Show what was called, and what reached the account."""
    rows = _open(folder).calls()
    if as_json:
        typer.echo(exactjson.dumps(rows, 2))
        return
    for row in rows:
        if row["kind"] == "membrane":
            typer.echo(f"membrane {shlex.join(row['argv'])}  -> {row['exit']}")
        else:
            typer.echo(f"    {row['method']} {row['path']} {row['query'] or ''} {row['body']}  -> {row['status']}")


@app.command()
def today() -> None:
    """Print the account's fixed date."""
    typer.echo(TODAY)


def _open(folder: Path) -> Sandbox:
    try:
        return Sandbox(folder)
    except FileNotFoundError as error:
        _fail(f"{error}: run `membrane-sandbox init DIR`, then name it with --dir or MEMBRANE_SANDBOX")
        raise  # not reached


def _fail(message: str) -> None:
    typer.echo(message, err=True)
    raise typer.Exit(2)


def main() -> None:
    """Run the command."""
    app()
