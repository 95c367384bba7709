"""Every command line in every document runs, inline ones too, with the result that the text promises."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.documented import (
    ACTIONS,
    DOCUMENTS,
    Documented,
    commands_in,
    documented_commands,
    documented_flags,
    json_block,
)
from support.places import TESTS
from support.process import run

from skill_helper.commands.table import COMMANDS
from skill_helper.input.command_line import ACTION_OPTIONS, OUTPUT_OPTIONS, PREPARED_OPTIONS, SHORT_OPTIONS

if TYPE_CHECKING:
    from collections.abc import Callable

DOCUMENTED = documented_commands()
DISTINCT = list({(command.script, json_block(command.document)): command for command in reversed(DOCUMENTED)}.values())
CORPUS = TESTS / "data" / "zugferd-corpus" / "XML-Rechnung"
INVOICES = {
    "invoice.pdf": CORPUS / "FX" / "EN16931_Einfach.pdf",
    "invoice.xml": CORPUS / "UBL" / "XRECHNUNG_Einfach.ubl.xml",
}
CONFIRMATION_NEEDED, REFUSED = 5, 7
NEED_WHAT_IS_NOT_HERE = {  # an invoice that was written before, and an account that carries what is documented nowhere
    "compare-invoice": {6: "nothing_remembered"},
    "cancel-invoice": {10: "not_carried"},
}


def live_id(folder: Path, environment: dict[str, str]) -> str:
    """Return the id of a live action that no descriptor covers."""
    words = ["python3", "scripts/faktoora.py", "actions", "list projects", "--limit", "9"]
    return next(str(row["id"]) for row in run(words, folder, environment).json()["actions"] if "id" in row)


@pytest.mark.parametrize("command", DISTINCT, ids=[f"{command.document}:{command.line}" for command in DISTINCT])
def test_a_documented_command_runs(command: Documented, workspace: Callable[[], tuple[Path, dict[str, str]]]) -> None:
    folder, environment = workspace()
    if "$LIVE_ID" in command.script:
        environment["LIVE_ID"] = live_id(folder, environment)
    # Agents work in a folder of their own; a maintainer works in the repository.
    place = folder.parent if "$SKILL" in command.script else folder
    environment |= {"SKILL": str(folder), "JSON_FILE": str(folder.parent / "body.json")}
    Path(environment["JSON_FILE"]).write_text(json_block(command.document), encoding="utf-8")
    for name, source in INVOICES.items():
        shutil.copy(source, place / name)
    done = run(["bash", "-euc", command.script], place, environment)
    allowed = {0: "", **NEED_WHAT_IS_NOT_HERE.get(command.text.split()[0], {})}
    if command.needs_confirmation:
        allowed[CONFIRMATION_NEEDED] = "confirmation_needed"
    if command.sends_a_file:
        allowed = {REFUSED: "file_not_sendable"}
    assert done.code in allowed, f"{command.script}\n{done.printed}"
    if done.code:
        assert done.json()["error"]["code"] == allowed[done.code]


def test_every_document_with_commands_is_read() -> None:
    silent = [document.name for document in DOCUMENTS if not commands_in(document)]
    assert set(silent) <= {"CHANGELOG.md", "answers.md"}


def test_each_action_has_an_executed_example() -> None:
    shown = {command.text.split()[0] for command in DOCUMENTED if command.document.startswith("references/")}
    assert shown >= set(ACTIONS)


def test_each_flag_that_the_skill_names_exists() -> None:
    own = (PREPARED_OPTIONS, *OUTPUT_OPTIONS.values())
    tables = (ACTION_OPTIONS, *own, *(command.options for command in COMMANDS.values()))
    known = {f"--{name}" for options in tables for name in options} | set(SHORT_OPTIONS) | {"--name"}
    assert documented_flags() - known == set()
    assert documented_flags() >= {
        "--fields",
        "--full",
        "--limit",
        "--all",
        "--output",
        "--input",
        "--dry-run",
        "--connection",
        "--confirm",
    }
