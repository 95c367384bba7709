"""The command line: parse, call, print, exit."""

from __future__ import annotations

import gc
import time
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from skillc.cli.console import print_changes, print_costs, print_differences, print_report, use_utf_8
from skillc.cli.new import Root, new, schemas
from skillc.diagnostic import has_errors
from skillc.pack.target import PackTarget
from skillc.reports import Format

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from skillc.diagnostic import Diagnostic

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None)
app.add_typer(new, name="new")
app.command()(schemas)
_Form = Annotated[Format, typer.Option("--format", help="The format of the findings on standard output.")]
_Strict = Annotated[bool, typer.Option("--strict", help="Treat warnings as errors.")]


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
    *,
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_print_version, help="Print the version and exit.")
    ] = False,
) -> None:
    """Compile YAML action descriptors into an agent skill."""


@app.command()
def validate(root: Root = Path(), *, form: _Form = Format.TEXT, strict: _Strict = False) -> None:
    """Report every finding about the sources; exit with 1 if one is an error."""
    from skillc.pipeline import compile_tree  # noqa: PLC0415 - each command loads only what it needs

    compilation = compile_tree(root)
    found = _weighed(compilation.diagnostics, strict=strict)
    print_report(root, compilation.texts, found, form)
    raise typer.Exit(code=1 if has_errors(found) else 0)


@app.command()
def build(
    root: Root = Path(),
    *,
    check: Annotated[
        bool,
        typer.Option("--check", help="Write nothing; exit with 1 and show the differences if anything is out of date."),
    ] = False,
    form: _Form = Format.TEXT,
    strict: _Strict = False,
) -> None:
    """Validate the sources, then write SKILL.md, references/ and the helper script."""
    from skillc.build import prepare  # noqa: PLC0415 - see above
    from skillc.write.write import write  # noqa: PLC0415 - see above

    started, aside = time.perf_counter(), form is not Format.TEXT
    prepared = prepare(root)
    found = _weighed(prepared.diagnostics, strict=strict)
    plan = None if has_errors(found) else prepared.plan
    failures = [] if plan is None or check else write(plan)
    if found or failures or aside:
        print_report(root, prepared.compilation.texts, [*found, *failures], form)
    if plan is None or failures:
        raise typer.Exit(code=1)
    if check:
        print_differences(plan, err=aside)
        raise typer.Exit(code=1 if plan.changes else 0)
    print_changes(plan.changes, err=aside)
    print_costs(prepared, time.perf_counter() - started, err=aside)


@app.command()
def budget(
    root: Root = Path(),
    *,
    form: Annotated[_Plain, typer.Option("--format", help="The output format.")] = _Plain.TEXT,
) -> None:
    """Show the tokens of each generated page and section, and the largest sections."""
    from skillc.budget.report import as_json, as_text, budget_report  # noqa: PLC0415 - see above
    from skillc.build import prepare  # noqa: PLC0415 - see above

    prepared = prepare(root)
    if not prepared.files:
        print_report(root, prepared.compilation.texts, prepared.diagnostics)
        raise typer.Exit(code=1)
    report = budget_report(prepared.costs, prepared.files)
    typer.echo(as_json(report) if form is _Plain.JSON else as_text(report), nl=False)


@app.command()
def pack(
    root: Root = Path(),
    *,
    target: Annotated[PackTarget, typer.Option(help="For which agent or registry.")] = PackTarget.SKILL,
    output: Annotated[
        Path | None, typer.Option(help="The output folder; by default ROOT/dist.", file_okay=False)
    ] = None,
) -> None:
    """Pack the built skill for its users. Nothing is written if anything is wrong or out of date."""
    from skillc.pack.packing import Refused, prepare_pack  # noqa: PLC0415 - see above
    from skillc.write.write import write  # noqa: PLC0415 - see above

    place = (output or root / "dist") / target.folder
    packing = prepare_pack(root, target, place)
    if isinstance(packing, Refused):
        print_report(packing.place, packing.texts, packing.diagnostics)
        raise typer.Exit(code=1)
    if failures := write(packing.plan):
        print_report(place, {}, failures)
        raise typer.Exit(code=1)
    print_changes(packing.plan.changes)
    typer.echo(f"\n{packing.skill.name} {packing.skill.version} is packed in {place.as_posix()}")
    typer.echo("\n".join(["to install it:", *packing.install]))


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
    """Explain a finding: why it matters, how to fix it, with a bad and a good example."""
    from skillc.explain.formats import as_list, as_markdown, as_text, reference  # noqa: PLC0415 - see above
    from skillc.explain.pages import pages  # noqa: PLC0415 - see above

    known = {page.code: page for page in pages()}
    if code is None:
        typer.echo((reference if markdown else as_list)(known.values()), nl=False)
    elif code.upper() in known:
        typer.echo((as_markdown if markdown else as_text)(known[code.upper()]), nl=False)
    else:
        raise typer.BadParameter(_unknown_code(code, known))


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
