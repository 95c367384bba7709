"""The command line: parse, call, print, exit."""

from __future__ import annotations

import gc
import time
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from skillc.cli.commands import Commands
from skillc.cli.console import Console, use_utf_8
from skillc.cli.new import new, schemas
from skillc.cli.options import Color, Form, Quiet, Root, Roots, Strict
from skillc.cli.roots import nearest_root, run_in_each
from skillc.diagnostic import has_errors
from skillc.pack.target import PackTarget
from skillc.reports import Format

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from skillc.diagnostic import Diagnostic

app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(new, name="new")


class _Plain(str, Enum):
    """The format of other output than findings."""

    TEXT = "text"
    JSON = "json"


def _print_version(asked: bool) -> None:  # noqa: FBT001 - as typer calls it
    if asked:
        from skillc.version import version  # noqa: PLC0415 - each command loads only what it needs

        typer.echo(f"skillc {version()}")
        raise typer.Exit


@app.callback()
def skillc(
    context: typer.Context,
    *,
    _version: Annotated[
        bool,
        typer.Option("--version", "-V", is_eager=True, callback=_print_version, help="Print the version and exit."),
    ] = False,
    quiet: Quiet = False,
    color: Color = None,
) -> None:
    """Compile YAML action descriptors into an agent skill."""
    context.obj = Console.of(context, quiet=quiet, color=color)


@app.command()
def validate(  # noqa: PLR0913 - one for each option
    context: typer.Context,
    roots: Roots = None,
    *,
    form: Form = Format.TEXT,
    strict: Strict = False,
    quiet: Quiet = False,
    color: Color = None,
) -> None:
    """Report every finding. Exit with 1 if one is an error; of several skills, with the worst code."""
    from skillc.pipeline import compile_tree  # noqa: PLC0415 - each command loads only what it needs

    console = Console.of(context, quiet=quiet, color=color)

    def validated(root: Path) -> int:
        compilation = compile_tree(root)
        found = _weighed(compilation.diagnostics, strict=strict)
        console.print_report(root, compilation.texts, found, form)
        return int(has_errors(found))

    run_in_each(roots, form, console, validated)


@app.command()
def build(  # noqa: PLR0913 - see above
    context: typer.Context,
    roots: Roots = None,
    *,
    check: Annotated[
        bool,
        typer.Option("--check", help="Write nothing; exit with 1 and show the differences if anything is out of date."),
    ] = False,
    form: Form = Format.TEXT,
    strict: Strict = False,
    quiet: Quiet = False,
    color: Color = None,
) -> None:
    """Validate and write the skill. These are SKILL.md, references/ and the helper script; with an error, none."""
    console = Console.of(context, quiet=quiet, color=color)
    run_in_each(roots, form, console, lambda root: _built(root, console, form, check=check, strict=strict))


def _built(root: Path, console: Console, form: Format, *, check: bool, strict: bool) -> int:
    """Build one skill, print what was done, and return the exit code."""
    from skillc.build import prepare  # noqa: PLC0415 - see above
    from skillc.write.write import write  # noqa: PLC0415 - see above

    started, aside = time.perf_counter(), form is not Format.TEXT
    prepared = prepare(root)
    found = _weighed(prepared.diagnostics, strict=strict)
    plan = None if has_errors(found) else prepared.plan
    failures = [] if plan is None or check else write(plan)
    if found or failures or aside:
        console.print_report(root, prepared.compilation.texts, [*found, *failures], form)
    if plan is None or failures:
        return 1
    if check:
        console.print_differences(plan, err=aside)
        return int(bool(plan.changes))
    console.print_changes(plan.changes, err=aside)
    console.print_costs(prepared, time.perf_counter() - started, err=aside)
    return 0


@app.command()
def budget(
    context: typer.Context,
    root: Root = None,
    *,
    form: Annotated[_Plain, typer.Option("--format", help="The output format.")] = _Plain.TEXT,
    color: Color = None,
) -> None:
    """Show what each page costs. This is in tokens, by page and section, and the largest sections."""
    from skillc.budget.report import as_json, as_text, budget_report  # noqa: PLC0415 - see above
    from skillc.build import prepare  # noqa: PLC0415 - see above

    console = Console.of(context, quiet=False, color=color)
    root = root or nearest_root()
    prepared = prepare(root)
    if not prepared.files:
        console.print_report(root, prepared.compilation.texts, prepared.diagnostics)
        raise typer.Exit(code=1)
    report = budget_report(prepared.costs, prepared.files)
    typer.echo(as_json(report) if form is _Plain.JSON else as_text(report), nl=False)


@app.command()
def pack(  # noqa: PLR0913 - see above
    context: typer.Context,
    root: Root = None,
    *,
    target: Annotated[PackTarget, typer.Option(help="For which agent or registry.")] = PackTarget.SKILL,
    output: Annotated[
        Path | None, typer.Option(help="The output folder; by default ROOT/dist.", file_okay=False)
    ] = None,
    quiet: Quiet = False,
    color: Color = None,
) -> None:
    """Pack the built skill. Nothing is written if anything is wrong or out of date."""
    from skillc.pack.packing import Refused, prepare_pack  # noqa: PLC0415 - see above
    from skillc.write.write import write  # noqa: PLC0415 - see above

    console = Console.of(context, quiet=quiet, color=color)
    root = root or nearest_root()
    place = (output or root / "dist") / target.folder
    packing = prepare_pack(root, target, place)
    if isinstance(packing, Refused):
        console.print_report(packing.place, packing.texts, packing.diagnostics)
        raise typer.Exit(code=1)
    if failures := write(packing.plan):
        console.print_report(place, {}, failures)
        raise typer.Exit(code=1)
    console.print_changes(packing.plan.changes)
    console.say(f"\n{packing.skill.name} {packing.skill.version} is packed in {place.as_posix()}")
    console.say("\n".join(["to install it:", *packing.install]))


@app.command()
def explain(
    code: Annotated[
        str | None, typer.Argument(help="The code of a finding, such as ACT001; without one, list all codes.")
    ] = None,
    *,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="Print Markdown: the page of this code, or of all codes.")
    ] = False,
) -> None:
    """Explain a finding. Prints why it matters and how to fix it, with a bad and a good example."""
    from skillc.explain.formats import as_list, as_markdown, as_text, reference  # noqa: PLC0415 - see above
    from skillc.explain.pages import pages  # noqa: PLC0415 - see above

    known = {page.code: page for page in pages()}
    if code is None:
        typer.echo((reference if markdown else as_list)(known.values()), nl=False)
    elif code.upper() in known:
        typer.echo((as_markdown if markdown else as_text)(known[code.upper()]), nl=False)
    else:
        raise typer.BadParameter(_unknown_code(code, known))


app.command()(schemas)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line with `arguments`, by default those of the process."""
    use_utf_8()
    gc.disable()  # a run is short and creates few cycles; looking for them takes up to a fifth of it
    app(None if arguments is None else list(arguments))


def _weighed(diagnostics: Iterable[Diagnostic], *, strict: bool) -> list[Diagnostic]:
    """Return the findings, all of them as errors when `strict`."""
    return [diagnostic.as_error() if strict else diagnostic for diagnostic in diagnostics]


def _unknown_code(code: str, known: Iterable[str]) -> str:
    from skillc.shared import closest  # noqa: PLC0415 - see above

    near = closest(code, known)
    return f'there is no code "{code}"; ' + (
        f"did you mean {near}?" if near else "run skillc explain to list all codes"
    )
