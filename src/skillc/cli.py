"""The command line: parse, call, print, exit."""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from skillc.model import Effect
from skillc.report import counted, report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from skillc.build import Build
    from skillc.diagnostic import Diagnostic
    from skillc.pipeline import Compilation
    from skillc.plan import Plan

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None)
Root = Annotated[Path, typer.Argument(help="The folder that holds skill.yaml.", exists=True, file_okay=False)]


@app.callback()
def skillc() -> None:
    """Compile YAML action descriptors into an agent skill."""


@app.command()
def validate(root: Root = Path()) -> None:
    """Report every problem in the sources; exit 1 if one is an error."""
    from skillc.pipeline import compile_tree  # noqa: PLC0415 - each command loads only what it needs

    compilation = compile_tree(root)
    _print_report(root, compilation, compilation.diagnostics)
    raise typer.Exit(code=0 if compilation.skill else 1)


@app.command()
def build(
    root: Root = Path(),
    *,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 and show the difference if anything is stale.")] = False,
) -> None:
    """Validate the sources, then write SKILL.md, references/ and the helper script."""
    from skillc.build import prepare  # noqa: PLC0415 - see above

    started = time.perf_counter()
    prepared = prepare(root)
    if prepared.plan is None:
        _fail(root, prepared.compilation, prepared.diagnostics)
    if prepared.diagnostics:
        _print_report(root, prepared.compilation, prepared.diagnostics)
    if check:
        _check(prepared.plan)
    else:
        _write(root, prepared.compilation, prepared.plan)
        _print_summary(prepared, time.perf_counter() - started)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line with `arguments`, by default those of the process."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    app(None if arguments is None else list(arguments))


def _check(plan: Plan) -> None:
    stale = plan.changes
    for change in stale:
        typer.echo("\n".join(change.diff()))
    if stale:
        typer.echo(f"{counted(len(stale), 'file')} stale; to bring up to date, run: skillc build")
        raise typer.Exit(code=1)
    typer.echo("up to date")


def _write(root: Path, compilation: Compilation, plan: Plan) -> None:
    from skillc.write import write  # noqa: PLC0415 - see above

    failures = write(plan)
    if failures:
        _fail(root, compilation, failures)
    for change in plan.changes:
        typer.echo(f"{change.verb}  {change.path}")
    if not plan.changes:
        typer.echo("nothing to change")


def _print_summary(prepared: Build, seconds: float) -> None:
    effects = Counter(action.effect for action in prepared.compilation.actions)
    listed = [f"{effects[effect]} {effect.value}" for effect in Effect if effects[effect]]
    typer.echo(f"\n{', '.join([counted(effects.total(), 'action'), *listed])}")
    width = max(len(cost.path) for cost in prepared.costs)
    for cost in prepared.costs:
        tokens, lines = (f" of {limit:,}" if limit else "" for limit in (cost.limit.tokens, cost.limit.lines))
        typer.echo(f"{cost.path:{width}}  about {cost.tokens:,}{tokens} tokens, {cost.lines:,}{lines} lines")
    typer.echo(f"in {seconds:.2f} s")


def _print_report(root: Path, compilation: Compilation, diagnostics: Sequence[Diagnostic]) -> None:
    prefix = "" if root == Path() else f"{root.as_posix()}/"
    typer.echo(report(diagnostics, compilation.texts, prefix), nl=False)


def _fail(root: Path, compilation: Compilation, diagnostics: Sequence[Diagnostic]) -> NoReturn:
    _print_report(root, compilation, diagnostics)
    raise typer.Exit(code=1)
