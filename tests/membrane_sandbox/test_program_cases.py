"""Command lines of `membrane` and what they print, one file each in cases/program.

A case: {why, switches?, login?: false, env?, argv, exit, stdout?, stdout_has?, stderr_has?, reached?}. `stdout` is
JSON that stdout must be (more members may be there); the others are pieces of text. `reached` lists [method, path] of
each call
that reached the account. `{connection}` and `{run:KEY}` stand for ids.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from support.process import Run
from support.sandbox_user import cases, differences

from membrane_sandbox.program.main import main
from membrane_sandbox.protocol.ids import hex_id

if TYPE_CHECKING:
    from membrane_sandbox.home import Sandbox

CONNECTION = hex_id("connection/faktoora.com")


def filled(text: str) -> str:
    text = text.replace("{connection}", CONNECTION)
    before, found, rest = text.partition("{run:")
    key, _, after = rest.partition("}")
    return f"{before}{hex_id(f'action/{CONNECTION}/{key}')}{after}" if found else text


@pytest.mark.parametrize("case", cases("program"))
def test_the_program_prints_what_its_switches_say(
    case: dict[str, Any],
    logged_out: Sandbox,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    if case.get("login", True):
        logged_out.make_ready()
    for name, value in case.get("switches", {}).items():
        logged_out.set(name, value)
    monkeypatch.delenv("MEMBRANE_ACCESS_TOKEN", raising=False)
    for name, value in case.get("env", {}).items():
        monkeypatch.setenv(name, value)
    # In this process, since there are so many; the other tests run the launcher.
    code = main(logged_out.folder, [filled(word) for word in case["argv"]])
    printed = capfdbinary.readouterr()
    run = Run(code, printed.out.decode(), printed.err.decode())
    assert (run.code, run.err) == (case["exit"], run.err)
    if "stdout" in case:
        assert differences(case["stdout"], run.json()) == []
    for stream, wanted in (("out", case.get("stdout_has")), ("err", case.get("stderr_has"))):
        text = getattr(run, stream)
        assert text == "" if wanted == "" else wanted is None or wanted in text
    if "reached" in case:
        reached = [[call["method"], call["path"]] for call in logged_out.calls() if call["kind"] == "account"]
        assert reached == [json.loads(filled(json.dumps(pair))) for pair in case["reached"]]
