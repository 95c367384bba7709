"""The packed skill, as a user has it, on the Pythons that the helper supports and this machine has."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.agent import Helper
from support.interpreters import interpreters
from support.process import run
from support.records import CUSTOMER, DELETE, INVOICE, NEW_PRODUCT

from membrane_sandbox.home import Sandbox

VERSIONS = list(interpreters())
OLD = [
    program for minor in (6, 7, 8) for program in sorted(Path.home().glob(f".pyenv/versions/3.{minor}.*/bin/python"))
]


def files_in(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"))


def helper_on(version: tuple[int, int], skill: Path, sandbox: Sandbox, folder: Path) -> Helper:
    return Helper(sandbox, folder / "user", (interpreters()[version], str(skill / "scripts" / "faktoora.py")))


@pytest.mark.parametrize("version", {VERSIONS[0], VERSIONS[-1]}, ids=lambda version: ".".join(map(str, version)))
def test_main_flow(version: tuple[int, int], skill: Path, sandbox: Sandbox, tmp_path: Path) -> None:
    helper = helper_on(version, skill, sandbox, tmp_path)
    before = files_in(skill)
    assert helper.ok("connect")["connection"]["state"] == "READY"
    assert helper.ok("list-customers", "--perPage", "2")["total"] == 60
    assert helper.ok("get-customer", "--id", CUSTOMER)["record"]["customerId"] == "K-10001"
    assert helper.ok(*NEW_PRODUCT, "--price", "129.90")["record"]["name"] == "Kiste"
    assert '"price":129.90' in str(helper.sandbox.calls()[-1]["body"])
    assert helper.ok("update-customer", "--id", CUSTOMER, "--postcode", "01067")["record"]["postcode"] == "01067"
    assert helper.confirmed(*DELETE).document["record"] == {"succeed": True}
    assert helper.ok("request", "/invoices/next-number")["ok"]
    saved = helper.ok("get-invoice-by-id", "--faktooraId", INVOICE)["file"]
    assert Path(saved["path"]).parent == helper.work.resolve()
    assert Path(saved["path"]).read_bytes().startswith(b"%PDF-")
    assert helper("list-customers", "--perPage", "x").outcome == (2, "bad_input")
    assert files_in(skill) == before


@pytest.mark.parametrize("version", VERSIONS[1:-1], ids=lambda version: ".".join(map(str, version)))
def test_a_list_on_the_pythons_between(version: tuple[int, int], skill: Path, sandbox: Sandbox, tmp_path: Path) -> None:
    before = files_in(skill)
    assert helper_on(version, skill, sandbox, tmp_path).ok("list-customers", "--perPage", "2")["total"] == 60
    assert files_in(skill) == before


@pytest.mark.skipif(not OLD, reason="this machine has no Python older than 3.9")
@pytest.mark.parametrize("program", OLD, ids=lambda program: program.parts[-3])
def test_an_old_python_says_so(program: Path, skill: Path) -> None:
    done = run([program, skill / "scripts" / "faktoora.py", "actions"], skill)
    assert (done.code, done.err) == (9, "")
    assert done.json()["error"]["code"] == "python_too_old"
