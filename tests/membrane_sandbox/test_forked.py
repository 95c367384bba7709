"""The `membrane` that most tests of the helper call is a fork; it prints and does what the program does."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from support.forked_membrane import ForkedMembrane

from membrane_sandbox.home import Sandbox

CREATE = '--input={"name":"Ä \U0001f41d","unit":"H87","tax":19}'
CALLS: tuple[list[str], ...] = (
    ["action", "run", "list-customers", "--connectionId=faktoora", '--input={"keywords":["Müller"]}', "--json"],
    ["action", "run", "create-product", "--connectionId=faktoora", CREATE, "--json"],
    ["action", "run", "get-invoice-by-number", "--connectionId=faktoora", '--input={"invoiceNumber":"none"}', "--json"],
    ["request", "faktoora", "/invoices/next-number", "--method=GET"],
    ["status"],
    ["nonsense", "--é=ü"],
    [],
)
VARIABLES = {"PATH": os.environ["PATH"], "MEMBRANE_ACCESS_TOKEN": "pat-x"}


@pytest.mark.parametrize("words", CALLS, ids=lambda words: " ".join(words[:3]) or "nothing")
def test_a_fork_is_the_program(tmp_path: Path, ready_template: Path, words: list[str]) -> None:
    found = []
    for name in ("forked", "started"):
        shutil.copytree(ready_template, tmp_path / name / "sandbox")
        sandbox = Sandbox(tmp_path / name / "sandbox")
        command = [str(sandbox.bin / "membrane"), *words]
        if name == "forked":
            process = ForkedMembrane(command, VARIABLES)
            out, err = process.stdout.read(), process.stderr.read()
            code = process.wait(20)
        else:
            done = subprocess.run(
                command, env=VARIABLES, capture_output=True, check=False, stdin=subprocess.DEVNULL, timeout=20
            )
            out, err, code = done.stdout, done.stderr, done.returncode
        found.append((out, err, code, sandbox.calls()))
    assert found[0] == found[1]
    assert found[0][0] or found[0][1]
