"""Which program is called, on Windows too: npm's own batch files are written and read here."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from support.places import NODE

from skill_helper.base.effects import LOOK
from skill_helper.base.outcome import Failure
from skill_helper.base.system import on_path
from skill_helper.membrane.find import find_membrane, script_behind
from skill_helper.membrane.program import Membrane

PACKAGE = "@membranehq/cli"
TOOLS = NODE
ECHO = "#!/usr/bin/env node\nconsole.log(JSON.stringify(process.argv.slice(2)))\n"
MAKE_SHIM = "require('cmd-shim')(process.argv[1], process.argv[2])"
PNPM = '@IF EXIST "%~dp0\\node.exe" (\r\n  "%~dp0\\node.exe"  "%~dp0\\..\\cli\\dist\\index.js" %*\r\n)\r\n'


def executable(path: Path, text: str = "#!/bin/sh\nexit 0\n") -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)
    return str(path)


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("skill_helper.base.system.SYSTEM", "windows")


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A folder with a space in its name, into which npm has installed the package as it does on Windows."""
    folder = tmp_path / "Program Files"
    script = executable(folder / "node_modules" / "@membranehq" / "cli" / "dist" / "index.js", ECHO)
    subprocess.run(["node", "-e", MAKE_SHIM, script, folder / "membrane"], check=True, cwd=TOOLS)
    return folder


def test_only_absolute_folders_are_searched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = executable(tmp_path / "bin" / "membrane")
    executable(tmp_path / "membrane")
    monkeypatch.chdir(tmp_path)
    assert on_path("membrane", {"PATH": f".:{os.pathsep}:bin:{tmp_path / 'bin'}"}) == found
    assert on_path("membrane", {"PATH": ".:"}) is None


def test_a_javascript_file_is_started_by_node(tmp_path: Path) -> None:
    node = executable(tmp_path / "node")
    script = executable(tmp_path / "index.js")
    assert find_membrane(PACKAGE, "1", {"MEMBRANE_BIN": script, "PATH": str(tmp_path)}) == Membrane(
        (node, script), trusted=True
    )


@pytest.mark.usefixtures("windows")
@pytest.mark.parametrize(
    "word", ['--input={"name":"50 % & \\"GmbH\\" <x> ^ !y!"}', "two\nlines", "%PATH%", "ümläut", "", "a\\"]
)
def test_on_windows_every_word_arrives_as_it_is(installed: Path, word: str) -> None:
    for environment in ({"PATH": f'"{installed}"'}, {"MEMBRANE_BIN": str(installed / "membrane.cmd")}):
        membrane = find_membrane(PACKAGE, "1", environment)
        assert json.loads(membrane.call(["action", "run", word], LOOK).stdout) == ["action", "run", word]


@pytest.mark.usefixtures("windows")
def test_on_windows_the_node_beside_the_batch_file_is_preferred(installed: Path) -> None:
    executable(installed / "node.exe")
    assert find_membrane(PACKAGE, "1", {"PATH": str(installed)}).command[0] == str(installed / "node.exe")


@pytest.mark.usefixtures("windows")
def test_batch_files_of_other_makers(tmp_path: Path) -> None:
    script = executable(tmp_path / "cli" / "dist" / "index.js")
    assert script_behind(executable(tmp_path / "bin" / "membrane.cmd", PNPM)) == script
    own = executable(tmp_path / "own" / "membrane.cmd", "@echo off\r\ncall other.exe %*\r\n")
    assert script_behind(own) == ""
    assert script_behind(str(tmp_path / "absent.cmd")) == ""
    with pytest.raises(Failure, match="batch file"):
        find_membrane(PACKAGE, "1", {"PATH": str(tmp_path / "own")}).call(['--input={"a":1}'], LOOK)


@pytest.mark.usefixtures("windows")
def test_the_batch_file_of_npx_itself(tmp_path: Path) -> None:
    npm = Path(subprocess.run(["npm", "root", "-g"], capture_output=True, text=True, check=True).stdout.strip()) / "npm"
    shutil.copy(npm / "bin" / "npx.cmd", tmp_path)
    for name in ("npm-prefix.js", "npx-cli.js"):
        executable(tmp_path / "node_modules" / "npm" / "bin" / name)
    assert Path(script_behind(str(tmp_path / "npx.cmd"))).name == "npx-cli.js"


def test_on_windows_npx_says_where_it_keeps_the_package(
    installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    npx = executable(
        tmp_path / "bin" / "npx.exe",
        f'#!/bin/sh\nprintf "%s\\r\\n" "{installed}/membrane" "{installed}/membrane.cmd"\n',
    )
    monkeypatch.setattr("skill_helper.base.system.SYSTEM", "windows")
    membrane = find_membrane(PACKAGE, "1", {"PATH": str(Path(npx).parent)})
    assert Path(membrane.command[-1]).name == "index.js"
    assert json.loads(membrane.call(["a\nb"], LOOK).stdout) == ["a\nb"]
