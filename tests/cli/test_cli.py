"""The command line, run as people run it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.places import CASES, ROOT
from support.process import Run
from support.process import run as run_program
from support.shelf import LIST, MODULES, Shelf
from support.skillc_process import skillc
from typer.testing import CliRunner

from skillc.cli.app import app, main
from skillc.explain.pages import pages

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SKILLC = (str(Path(sys.executable).parent / "skillc"),)
SCREEN = 24  # lines
UNCOLOURED = {"NO_COLOR": "", "FORCE_COLOR": "", "TERM": "xterm-256color"}
SCRIPT = (sys.executable, str(ROOT / "scripts" / "build.py"))


def run(
    *arguments: str, folder: Path, program: Sequence[str] = (), environment: Mapping[str, str] | None = None
) -> Run:
    """Run the command in `folder`: with an interpreter of its own where it is named or gets variables, else forked."""
    if program or environment is not None:
        return run_program([*(program or SKILLC), *arguments], folder, {**os.environ, **(environment or {})})
    return skillc(*arguments, folder=folder)


def spoilt(shelf: Shelf, case: str) -> str:
    """Spoil the skill as a case does, and return what is expected."""
    shelf.spoil(CASES / "bad" / case)
    return (CASES / "bad" / case / "expected.txt").read_text(encoding="utf-8")


@pytest.fixture
def second(tmp_path: Path) -> Shelf:
    """Another small good skill, beside the first."""
    return Shelf.copied_to(tmp_path / "second")


def test_a_good_skill(shelf: Shelf) -> None:
    done = run("validate", folder=shelf.root, program=SKILLC)
    assert (done.code, done.out, done.err) == (0, "no problems\n", "")


@pytest.mark.parametrize(
    "case", ["YAML011-ambiguous-words", "FORM001-misspelt-keyword", "MIX-broken-skill-yaml-hides-nothing-else"]
)
def test_a_bad_skill(case: str, shelf: Shelf) -> None:
    expected = spoilt(shelf, case)
    done = run("validate", folder=shelf.root, program=SKILLC)
    assert (done.code, done.out, done.err) == (1, expected, "")


def test_a_skill_somewhere_else_is_named_as_it_was_named(shelf: Shelf) -> None:
    shelf.edit(LIST, "effect: read", "effect: raed")
    done = run("validate", "skill", folder=shelf.root.parent)
    assert done.out.startswith(f"skill/{LIST}:5:9 FORM004 ")


def test_each_of_several_skills_is_named_and_the_worst_code_counts(shelf: Shelf, second: Shelf) -> None:
    shelf.edit(LIST, "effect: read", "effect: raed")
    done = run("validate", "skill", "second", folder=shelf.root.parent)
    assert done.code == 1
    assert done.out.startswith(f"in skill:\nskill/{LIST}:5:9 FORM004 ")
    assert done.out.endswith("\n\nin second:\nno problems\n")
    built = run("build", "skill", "second", folder=shelf.root.parent)
    assert built.code == 1
    assert "\nin second:\ncreated  SKILL.md\n" in built.out
    assert (second.root / "SKILL.md").exists()
    assert not (shelf.root / "SKILL.md").exists()


def test_several_skills_for_github_leave_its_lines_alone(shelf: Shelf, second: Shelf) -> None:
    for broken in (shelf, second):
        broken.edit(LIST, "effect: read", "effect: raed")
    done = run("validate", "skill", "second", "--format", "github", folder=shelf.root.parent)
    assert [line.split(",")[0] for line in done.out.splitlines()] == [
        f"::error file=skill/{LIST}",
        f"::error file=second/{LIST}",
    ]


@pytest.mark.parametrize("command", ["validate", "build", "budget"])
def test_the_skill_is_looked_for_upwards(command: str, shelf: Shelf) -> None:
    below = shelf.root / "actions" / "book"
    assert run(command, folder=below).code == 0
    shelf.edit(LIST, "effect: read", "effect: raed")
    done = run(command, folder=below)
    assert done.code == 1
    assert f"../../{LIST}:5:9 FORM004 " in done.out
    assert command == "budget" or done.out.startswith(f"in {shelf.root.as_posix()}:\n")


@pytest.mark.parametrize("place", [["-q", "{}"], ["{}", "--quiet"]], ids=str)
def test_quiet_prints_findings_only(place: list[str], shelf: Shelf, second: Shelf) -> None:
    def quiet(command: str, *arguments: str) -> Run:
        return run(*(word.format(command) for word in place), *arguments, folder=shelf.root.parent)

    assert quiet("validate", "skill", "second") == (0, "", "")
    assert quiet("build", "skill", "second") == (0, "", "")
    assert quiet("build", "skill", "second", "--check") == (0, "", "")
    assert quiet("schemas", "skill") == (0, "", "")
    second.edit(LIST, "effect: read", "effect: raed")
    assert quiet("validate", "skill", "second").out.startswith(f"second/{LIST}:5:9 FORM004 ")
    shelf.edit(LIST, "summary: Find books", "summary: Find all books")
    stale = quiet("build", "skill", "--check")
    assert (stale.code, stale.out.splitlines()[-1].split(";")[1]) == (1, " to update, run: skillc build")


@pytest.mark.parametrize(
    ("when", "environment", "colours"),
    [
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {"FORCE_COLOR": "1"}, False),
        ("auto", {"FORCE_COLOR": "1"}, True),
        ("auto", {}, False),
    ],
)
def test_color_decides_before_the_environment(
    when: str, environment: dict[str, str], *, colours: bool, shelf: Shelf
) -> None:
    shelf.edit(LIST, "effect: read", "effect: raed")
    for words in (["--color", when, "validate"], ["validate", "--color", when]):
        assert ("\x1b[" in run(*words, folder=shelf.root, environment=UNCOLOURED | environment).out) == colours


def test_warnings_alone_are_no_failure(shelf: Shelf) -> None:
    spoilt(shelf, "ACT019-destructive-without-target")
    for command in ("validate", "build"):
        done = run(command, folder=shelf.root)
        assert done.code == 0
        assert "ACT019 warning: " in done.out


@pytest.mark.parametrize("command", ["validate", "build"])
def test_strict_takes_warnings_as_errors(command: str, shelf: Shelf) -> None:
    spoilt(shelf, "ACT019-destructive-without-target")
    before = shelf.everything()
    done = run(command, "--strict", folder=shelf.root)
    assert done.code == 1
    assert ":5:9 ACT019 the plan of this" in done.out
    assert done.out.endswith("\n1 error in 1 file\n")
    assert shelf.everything() == before


def test_strict_is_content_with_a_good_skill(shelf: Shelf) -> None:
    assert run("validate", "--strict", folder=shelf.root).code == 0
    assert run("build", "--strict", folder=shelf.root).code == 0


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
def test_a_report_for_programs_has_standard_output_for_itself(form: str, shelf: Shelf) -> None:
    spoilt(shelf, "ACT019-destructive-without-target")
    validated, built = (run(command, "--format", form, folder=shelf.root) for command in ("validate", "build"))
    assert (validated.code, built.code) == (0, 0)
    assert "ACT019" in validated.out
    assert validated.out == built.out
    assert built.err.startswith("created  SKILL.md\n")
    checked = run("build", "--check", "--format", form, folder=shelf.root)
    assert (checked.code, checked.out, checked.err) == (0, built.out, "up to date\n")


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
def test_errors_end_a_build_with_one_report(form: str, shelf: Shelf) -> None:
    spoilt(shelf, "FORM004-misspelt-effect")
    validated, built = (run(command, "--format", form, folder=shelf.root) for command in ("validate", "build"))
    assert (validated.code, built.code) == (1, 1)
    assert (built.out, built.err) == (validated.out, "")


@pytest.mark.parametrize(
    ("environment", "colours"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, True),
        ({"FORCE_COLOR": ""}, False),
    ],
    ids=str,
)
def test_colours_in_a_pipe_only_when_forced(environment: dict[str, str], *, colours: bool, shelf: Shelf) -> None:
    shelf.edit(LIST, "effect: read", "effect: raed")
    assert ("\x1b[" in run("validate", folder=shelf.root, environment=UNCOLOURED | environment).out) == colours


@pytest.mark.skipif(os.name == "nt", reason="there is no pseudo-terminal")
@pytest.mark.parametrize(
    ("environment", "colours"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
    ids=str,
)
def test_colours_on_a_terminal_unless_unwanted(environment: dict[str, str], *, colours: bool, shelf: Shelf) -> None:
    shelf.edit(LIST, "effect: read", "effect: raed")
    ours, theirs = os.openpty()
    with subprocess.Popen(
        [*SKILLC, "validate"], cwd=shelf.root, stdout=theirs, env={**os.environ, **UNCOLOURED, **environment}
    ) as process:
        os.close(theirs)
        shown = os.read(ours, 10_000)
        process.wait()
    os.close(ours)
    assert b"FORM004" in shown
    assert (b"\x1b[" in shown) == colours


def test_explain_says_why_and_how_with_a_bad_and_a_good_example(shelf: Shelf) -> None:
    done = run("explain", "act001", folder=shelf.root)
    assert done.out == (
        "ACT001: An action's key differs from the name of its file.\n\n"
        "Why: readers look for `get-book` in get-book.yaml.\n\n"
        "Fix: rename the file or the key.\n\n"
        "Bad:\n    key: list-boks\n\n"
        "Good:\n    key: list-books\n"
    )
    assert "\n```yaml\nkey: list-boks\n```\n" in run("explain", "ACT001", "--markdown", folder=shelf.root).out


def test_explain_lists_every_code_with_one_line(shelf: Shelf) -> None:
    lines = run("explain", folder=shelf.root).out.splitlines()
    assert "YAML006  A mapping contains a key twice." in lines
    assert [line.split()[0] for line in lines] == [page.code for page in pages()]
    sections = run("explain", "--markdown", folder=shelf.root).out
    assert re.findall(r"^## (\w+)$", sections, re.MULTILINE) == [page.code for page in pages()]


@pytest.mark.parametrize("command", ["validate", "build"])
def test_a_folder_without_a_skill(command: str, tmp_path: Path) -> None:
    done = run(command, folder=tmp_path)
    assert done.code == 1
    assert done.out == (
        "skill.yaml:1:1 YAML001 this file is missing\n"
        "    hint: create it, or name another folder: skillc validate PATH\n\n1 error in 1 file\n"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["validate", "nowhere"], "'nowhere' does not exist"),
        (["build", "skill.yaml"], "is a file"),
        (["validate", "--chekc"], "No such option"),
        (["biuld"], 'there is no command "biuld"; did you mean "build"?'),
        (["vlaidte"], 'there is no command "vlaidte"; did you mean "validate"?'),
        (["init"], 'there is no command "init"; to begin a skill: skillc new skill NAME'),
        (["create"], "to begin a skill: skillc new skill NAME; to begin an action: skillc new action KEY"),
        (["lint"], "to see all findings: skillc validate"),
        (["cmopile"], "to write SKILL.md and all that belongs to it: skillc build"),
        (["xyzzy"], "the commands are validate, build, budget, pack, explain, schemas, new"),
        (["new", "skil"], 'there is no command "skil"; did you mean "skill"?'),
        (["new", "list-books"], 'there is no command "list-books"; to begin an action: skillc new action KEY'),
        (["validate", ".", ".", "--format", "json"], "json is one document about one skill, and 2 are named"),
        (["validate", "--color", "red"], "is not one of 'auto', 'always', 'never'"),
        (["validate", "--format", "xml"], "is not one of 'text', 'json', 'sarif', 'github'"),
        (["explain", "AKT001"], 'there is no code "AKT001"; did you mean ACT001?'),
        (["explain", "nothing"], 'there is no code "nothing"; run skillc explain to list all codes'),
    ],
)
def test_wrong_usage(arguments: list[str], told: str, shelf: Shelf) -> None:
    done = run(*arguments, folder=shelf.root)
    assert done.code == 2
    assert done.out == ""
    assert told in done.err


def test_help_fits_on_a_screen(shelf: Shelf) -> None:
    for arguments in (["--help"], ["build", "--help"], ["validate", "--help"], ["explain", "--help"]):
        done = run(*arguments, folder=shelf.root)
        assert done.code == 0
        assert len(done.out.splitlines()) <= SCREEN


@pytest.mark.parametrize("width", ["40", "60", "80", "120"])
def test_no_summary_is_cut(width: str, shelf: Shelf) -> None:
    for arguments in ([], ["new"]):
        listed = run(*arguments, "-h", folder=shelf.root, environment={"COLUMNS": width}).out.partition("Commands:")[2]
        assert re.search(r"^  \w+ +\w.*\.$", listed, re.MULTILINE)
        assert "..." not in listed


def test_short_flags(shelf: Shelf) -> None:
    assert run("-V", folder=shelf.root).out == run("--version", folder=shelf.root).out
    assert run("build", "-h", folder=shelf.root).out == run("build", "--help", folder=shelf.root).out


def test_a_shell_completes_commands(shelf: Shelf) -> None:
    asked = {"_SKILLC_COMPLETE": "complete_bash", "COMP_WORDS": "skillc va", "COMP_CWORD": "1"}
    assert run(folder=shelf.root, environment=asked).out.split() == ["validate"]


def test_a_build_tells_what_it_did(shelf: Shelf) -> None:
    done = run("build", folder=shelf.root)
    assert done.code == 0
    lines = done.out.splitlines()
    assert lines[:8] == [
        "created  SKILL.md",
        "created  references/answers.md",
        "created  references/book.md",
        "created  scripts/bookshelf.json",
        "created  scripts/bookshelf.py",
        f"created  scripts/skill_helper/ ({len(MODULES)} files)",
        "",
        "4 actions, 2 read, 1 write, 1 destructive",
    ]
    assert lines[8].startswith("SKILL.md               about ")
    assert lines[8].endswith(" of 130 lines")
    assert " of 1,500 tokens, " in lines[9]
    assert re.fullmatch(r"in \d+\.\d\d s", lines[-1])


def test_a_build_without_changes_says_so(shelf: Shelf) -> None:
    run("build", folder=shelf.root)
    assert run("build", folder=shelf.root).out.startswith("nothing to change\n")


def test_a_build_with_errors_writes_nothing(shelf: Shelf) -> None:
    expected = spoilt(shelf, "FORM004-misspelt-effect")
    before = shelf.everything()
    done = run("build", folder=shelf.root)
    assert (done.code, done.out) == (1, expected)
    assert shelf.everything() == before


def test_a_write_that_fails_is_reported(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("skillc.write.write._create", refuse)
    result = CliRunner().invoke(app, ["build", str(shelf.root)])
    assert result.exit_code == 1
    assert (
        f"{shelf.root.as_posix()}/SKILL.md:1:1 OUT003 this file could not be created: Read-only file system"
        in result.stdout
    )


def test_check_shows_what_is_stale_and_writes_nothing(shelf: Shelf) -> None:
    run("build", folder=shelf.root)
    assert (run("build", "--check", folder=shelf.root).out) == "up to date\n"
    shelf.edit(LIST, "summary: Find books", "summary: Find all books")
    (shelf.root / "SKILL.md").unlink()
    shelf.write("references/old.md", "<!-- generated by skillc from skill.yaml -->\n")
    before = shelf.everything()
    done = run("build", "--check", folder=shelf.root)
    assert done.code == 1
    assert shelf.everything() == before
    assert done.out.endswith("4 files out of date; to update, run: skillc build\n")
    for told in (
        "--- /dev/null\n+++ b/SKILL.md\n",
        "--- a/references/book.md\n+++ b/references/book.md\n",
        "--- a/references/old.md\n+++ /dev/null\n",
    ):
        assert told in done.out
    assert "+Find all books by a word of their title." in done.out


@pytest.mark.parametrize("seed", ["0", "1"])
def test_the_same_sources_make_the_same_bytes(seed: str, shelf: Shelf, tmp_path: Path) -> None:
    run("build", folder=shelf.root)
    other = Shelf.copied_to(tmp_path / "other")
    run(
        "build",
        folder=other.root,
        environment={"PYTHONHASHSEED": seed, "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "COLUMNS": "40"},
    )
    assert {path: content for path, (content, _, _) in other.everything().items()} == {
        path: content for path, (content, _, _) in shelf.everything().items()
    }


def test_output_is_utf_8_whatever_the_terminal_claims(shelf: Shelf) -> None:
    shelf.edit("skill.yaml", "emoji: 📚", "emoji: 📚📚📚📚📚📚📚📚📚")
    done = run("validate", folder=shelf.root, environment={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
    assert done.code == 1
    assert "📚📚📚" in done.out


def test_a_reader_that_goes_away_is_no_traceback(shelf: Shelf) -> None:
    spoilt(shelf, "YAML011-ambiguous-words")
    done = run("-c", f"{SKILLC[0]} validate | true", folder=shelf.root, program=("bash",))
    assert done.err == ""


@pytest.mark.parametrize(
    ("arguments", "loaded"),
    [
        ("['--help']", set()),
        ("['validate']", {"skillc.reports.text"}),
        ("['validate', '--format', 'json']", {"skillc.reports.json"}),
        ("['build']", {"jinja2"}),
        ("['explain']", {"skillc.explain.pages"}),
    ],
)
def test_each_command_loads_only_what_it_needs(arguments: str, loaded: set[str], shelf: Shelf) -> None:
    heavy = {
        "jsonschema",
        "jinja2",
        "rich",
        "skillc.explain.pages",
        *(f"skillc.reports.{form}" for form in ("text", "json", "sarif", "github")),
    }
    code = (
        "import sys\n"
        f"from skillc.cli.app import main\ntry: main({arguments})\nexcept SystemExit: pass\n"
        f"print(sorted({heavy} & set(sys.modules)))"
    )
    done = run("-c", code, folder=shelf.root, program=(sys.executable,))
    assert done.out.splitlines()[-1] == str(sorted(loaded))


class TestTheScriptOfACheckout:
    def test_without_a_command_it_builds(self, shelf: Shelf) -> None:
        done = run(folder=shelf.root, program=SCRIPT)
        assert done.code == 0
        assert done.out.startswith("created  SKILL.md\n")

    def test_it_takes_the_same_commands(self, shelf: Shelf) -> None:
        assert run("validate", folder=shelf.root, program=SCRIPT).out == "no problems\n"
        assert run("build", "--check", folder=shelf.root, program=SCRIPT).code == 1

    def test_it_finds_its_compiler_without_an_installation(self, shelf: Shelf, tmp_path: Path) -> None:
        """Another folder of the same packages, without the one that makes `skillc` importable."""
        packages = next(Path(path) for path in sys.path if (Path(path) / "typer").is_dir())
        for entry in packages.iterdir():
            if "skillc" not in entry.name:
                (tmp_path / "packages").mkdir(exist_ok=True)
                (tmp_path / "packages" / entry.name).symlink_to(entry)
        program = (sys.executable, "-S", SCRIPT[1])
        done = run(
            "validate", folder=shelf.root, program=program, environment={"PYTHONPATH": str(tmp_path / "packages")}
        )
        assert done.out == "no problems\n"


def test_the_console_script_is_this_main(
    monkeypatch: pytest.MonkeyPatch, shelf: Shelf, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["skillc", "validate", str(shelf.root)])
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 0
    assert capsys.readouterr().out == "no problems\n"
