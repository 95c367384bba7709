"""What is printed runs as printed, wherever the skill lies; what a shell has done to the words is recognised."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from support.agent import Answer, Helper
from support.records import CUSTOMER, NEW_PRODUCT, PRODUCT

PATCH = ("request", f"/product/{PRODUCT}", "-X", "PATCH")
NAMED = json.dumps({"name": "Neu"}).encode()
GIT = "C:/Program Files/Git"


@pytest.fixture
def installed(helper: Helper, skill: Path) -> Helper:
    """Return the helper of a skill in a folder with a space, an apostrophe and an umlaut."""
    helper.command = (*helper.command[:1], str(skill / "scripts" / "faktoora.py"))
    return helper


def typed(helper: Helper, command: str, stdin: bytes = b"") -> Answer:
    """Type a printed command into a shell as it is; by default there is no standard input any more."""
    return helper.run(["sh", "-c", command], stdin)


def command_in(remedy: str) -> str:
    return remedy[remedy.index("python3 ") :]


def test_printed_commands_run_from_a_folder_with_a_difficult_name(installed: Helper) -> None:
    page = installed.ok("list-customers", "--keywords", "GmbH", "--keywords", "it's", "--perPage", "1")
    assert page["complete"] is True or typed(installed, page["next"]).document["page"] == 2
    page = installed.ok("list-outgoing-invoices", "--perPage", "2")
    assert typed(installed, page["next"]).document["page"] == 2
    examples = installed.ok("describe", "update-customer")["examples"]
    assert {typed(installed, example).code for example in examples} <= {0, 6, 10}
    plan = installed("delete-product", "--id", PRODUCT).error
    assert typed(installed, command_in(plan["remedy"])).code == 0


def test_the_way_it_was_started_is_the_way_that_is_printed(helper: Helper, tmp_path: Path) -> None:
    other = tmp_path / "other python"
    other.mkdir()
    (other / "python3").write_text("#!/bin/sh\nexit 3\n")
    (other / "python3").chmod(0o755)
    helper.environment["PATH"] = os.pathsep.join([str(other), helper.environment["PATH"]])
    command = helper.ok("list-outgoing-invoices", "--perPage", "2")["next"]
    assert not command.startswith("python3 ")
    assert typed(helper, command).document["page"] == 2


def sources(helper: Helper, text: bytes) -> dict[str, tuple[list[str], bytes]]:
    """Return each way to give a text that is gone after it was read, for a shell: the words, and standard input."""
    (helper.work / "kept.json").write_bytes(text)
    return {
        "standard input": (["sh", "-c", '"$@" --input -', "x"], text),
        "the device": (["sh", "-c", '"$@" --input @/dev/stdin', "x"], text),
        "a redirected file": (["sh", "-c", '"$@" --input @/dev/stdin <kept.json', "x"], b""),
        "a substituted process": (["bash", "-c", '"$@" --input @<(cat kept.json)', "x"], b""),
    }


def test_next_never_needs_an_input_that_is_gone(helper: Helper) -> None:
    for name, (shell, stdin) in sources(helper, b'{"perPage":\n 2}').items():
        page = helper.run([*shell, *helper.command, "list-outgoing-invoices"], stdin).document
        assert typed(helper, page["next"]).document["page"] == 2, name
        dry = helper.run([*shell, *helper.command, "list-outgoing-invoices", "--dry-run"], stdin).document
        assert typed(helper, dry["next"]).document["count"] == 2, name


def test_a_long_input_that_is_gone_is_to_be_piped_again(helper: Helper) -> None:
    long = json.dumps({"keywords": ["GmbH"] * 100, "perPage": 1}).encode()
    dry = helper("list-customers", "--input", "-", "--dry-run", stdin=long).document
    assert dry["next"].startswith('pipe the same input again, or put it into a file and write --input "@FILE"')
    assert typed(helper, command_in(dry["next"]), long).document["count"] == 1


@pytest.mark.parametrize("option", [["--json", "-"], ["--json=-"], ["-d", "-"], ["--data", "@/dev/stdin"]])
def test_a_change_whose_input_is_gone_is_confirmed_as_it_was(helper: Helper, option: list[str]) -> None:
    remedy = helper(*PATCH, *option, stdin=NAMED).error["remedy"]
    assert typed(helper, command_in(remedy)).code in (0, 7)
    long = json.dumps({"name": "N" * 600}).encode()
    error = helper(*PATCH, *option, stdin=long).error
    assert "the same input" in error["remedy"]
    assert '"@FILE"' in error["remedy"]
    assert helper(*PATCH, *option, "--confirm", error["digest"]).code != 0
    error = helper(*PATCH, *option, stdin=long).error
    assert helper(*PATCH, *option, "--confirm", error["digest"], stdin=long).code in (0, 7)


def test_what_begins_like_a_file_s_name_is_not_written_out(helper: Helper) -> None:
    answer = helper(*PATCH, "-d", "-", "--dry-run", stdin=b"@x").document
    assert answer["next"].startswith("pipe the same input again")
    assert answer["next"].endswith("--data -")


REWRITTEN = {
    "an input": ("list-customers", "--keywords", f"{GIT}/Müller"),
    "an input after =": ("list-customers", f"--keywords={GIT}/Müller"),
    "an own folder": ("list-customers", "--keywords", "C:/Users/jd/AppData/Local/Programs/Git/x"),
    "msys2": ("list-customers", "--keywords", "D:/msys64/x"),
    "scoop": ("list-customers", "--keywords", "C:/Users/jd/scoop/apps/git/2.47.0/x"),
    "a query": ("request", "/invoices", "--query", f"path={GIT}/x"),
    "a parameter": ("request", "/invoices/{id}", "--pathParam", f"id={GIT}/x"),
}


@pytest.mark.parametrize("words", REWRITTEN.values(), ids=REWRITTEN)
def test_what_git_bash_has_rewritten_is_told(helper: Helper, words: tuple[str, ...]) -> None:
    answer = helper(*words)
    assert answer.outcome == (2, "rewritten_by_shell")
    assert "MSYS_NO_PATHCONV=1" in answer.error["remedy"]
    assert helper.account_calls() == []


UNQUOTED = {
    "an object": ("--input", "{perPage:2}"),
    "an object with blanks": ("--input", "{keywords:Müller", "GmbH}"),
    "objects in a list": ("--input", "[{id:1}]"),
    "hyphens": ("--input", "{per-page:2}"),
    "cmd.exe": ("--input", "'{perPage:2}'"),
    "cmd.exe, quotes kept": ("--input", "'{\"perPage\":2}'"),
}


@pytest.mark.parametrize("words", UNQUOTED.values(), ids=UNQUOTED)
def test_quotes_that_a_shell_has_removed_are_told(helper: Helper, words: tuple[str, ...]) -> None:
    answer = helper("list-customers", *words)
    assert answer.code == 2
    assert '"@FILE"' in answer.error["remedy"]
    assert "quotes" in answer.error["message"] + answer.error["remedy"]


def test_quotes_that_a_shell_has_removed_are_told_of_every_json(helper: Helper) -> None:
    assert helper("update-customer", "--id", CUSTOMER, "--extras", "{a:b}").outcome == (2, "quotes_removed")
    assert helper(*PATCH, "--json", "{name:Neu}").outcome == (2, "quotes_removed")
    assert helper(*PATCH, "-d", "{name:Neu}").outcome == (2, "quotes_removed")
    assert '"@FILE"' in helper(*PATCH, "--json", "{name:Neue", "Kiste}").error["remedy"]
    (helper.work / "query.graphql").write_text("{ invoices { id } }")
    assert helper(*PATCH, "-d", "@query.graphql").code == 5
    assert helper.changes() == []


SPLATTED = {
    "gone, at the end": (*NEW_PRODUCT[:1], "--input"),
    "gone, before a flag": (*NEW_PRODUCT[:1], "--input", "--dry-run"),
    "its ending": (*NEW_PRODUCT[:1], "--input", ".json"),
    "without the mark": (*NEW_PRODUCT[:1], "--input", "body.json"),
    "a folder": (*NEW_PRODUCT[:1], "--input", "C:\\my files\\body.json"),
    "a body gone": (*PATCH, "--json"),
    "a body before a flag": (*PATCH, "--data", "--rawData"),
    "a body's ending": (*PATCH, "-d", ".xml"),
    "a body without the mark": (*PATCH, "-d", "invoice.xml"),
}


@pytest.mark.parametrize("words", SPLATTED.values(), ids=SPLATTED)
def test_a_file_that_powershell_has_taken_away_is_told(helper: Helper, words: tuple[str, ...]) -> None:
    answer = helper(*words)
    assert answer.code == 2
    assert '"@' in answer.error["remedy"]
    assert "PowerShell" in answer.error["remedy"]
    assert helper.changes() == []


def test_columns_that_powershell_has_cut_are_told(helper: Helper) -> None:
    answer = helper("list-customers", "--fields", "id", "name", "city")
    assert answer.error["remedy"] == 'put the columns in quotes: --fields "id,name,city"'


def test_single_quotes_of_cmd_are_told(helper: Helper) -> None:
    answer = helper("list-customers", "--keywords", "'Müller", "GmbH'")
    assert "double quotes" in answer.error["remedy"]


def test_an_empty_text_can_be_given_where_powershell_drops_it(helper: Helper) -> None:
    assert "an empty one --email=" in helper("update-customer", "--id", CUSTOMER, "--email").error["remedy"]


def test_the_home_folder_may_be_written_as_a_tilde(helper: Helper) -> None:
    home = Path(helper.environment["HOME"])
    (home / "input.json").write_text('{"perPage":2}')
    saved = helper.ok("list-customers", "--input", "@~/input.json", "--output=~/rows.json")
    assert saved["file"]["path"] == str((home / "rows.json").resolve())
    assert not (helper.work / "~").exists()
    (home / "membrane").symlink_to(helper.sandbox.bin / "membrane")
    helper.environment["MEMBRANE_BIN"] = "~/membrane"
    assert helper.ok("list-customers", "--perPage", "1")["count"] == 1


@pytest.mark.parametrize("named", ["./membrane", "bin/membrane", "../membrane", "no-such-program"])
def test_a_relative_program_is_refused(helper: Helper, named: str) -> None:
    helper.environment["MEMBRANE_BIN"] = named
    answer = helper("list-customers")
    assert answer.outcome == (9, "membrane_missing")
    assert f'MEMBRANE_BIN is "{named}"' in answer.error["message"]


def test_a_program_may_be_named_as_it_stands_on_path(helper: Helper) -> None:
    helper.environment["MEMBRANE_BIN"] = "membrane"
    assert helper.ok("list-customers", "--perPage", "1")["count"] == 1


def test_usage_is_told_in_words_that_can_be_typed(helper: Helper) -> None:
    assert helper("describe").error["remedy"] == "write describe and one action in quotes"


@pytest.mark.parametrize(("encoding", "escaped"), [("cp850", True), ("cp1252", True), ("utf-8", False)])
def test_what_is_printed_in_another_code_page_comes_back_as_it_was(
    helper: Helper,
    encoding: str,
    escaped: bool,  # noqa: FBT001 - a row of a table
) -> None:
    helper.environment["PYTHONIOENCODING"] = encoding
    answer = helper.process("list-customers", "--keywords", "Bäckerei", "--dry-run")
    assert answer.out.isascii() is escaped
    assert answer.document["would_send"]["input"] == {"keywords": ["Bäckerei"]}
    printed = json.loads(answer.out.encode(encoding).decode(encoding))
    assert printed["would_send"]["input"] == {"keywords": ["Bäckerei"]}
