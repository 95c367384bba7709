"""What `skillc pack --target` makes for other agents is read by the programs that it is for, and by pinned judges."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from e2e.machine import Machine
from e2e.programs import AGNIX, NODE_MODULES, SKILLSAW, skillc
from e2e.trees import files_of
from support.places import ROOT
from support.process import Run

CLAUDE = NODE_MODULES / "@anthropic-ai" / "claude-code-linux-x64" / "claude"
SKILLS = {"faktoora": ROOT, **{path.name: path / "source" for path in (ROOT / "tests" / "golden").iterdir()}}


@pytest.fixture(scope="session", params=SKILLS)
def sources(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a skill, built.

    This one, or an example skill with the licence and the author that it lacks.
    """
    if SKILLS[request.param] == ROOT:
        return ROOT
    folder = shutil.copytree(SKILLS[request.param], tmp_path_factory.mktemp("sources") / request.param)
    shutil.copy(ROOT / "LICENSE", folder)
    with (folder / "skill.yaml").open("a", encoding="utf-8") as skill:
        skill.write("author: Example GmbH\n")
    skillc("build", folder)
    return Path(folder)


def packed_for(target: str, sources: Path, output: Path) -> Path:
    """Return the folder into which a skill was packed for `target`."""
    skillc("pack", sources, "--target", target, "--output", output)
    return output / target


@pytest.fixture
def plugin(sources: Path, tmp_path: Path) -> Path:
    """Return a plugin of Claude Code."""
    (folder,) = (
        path for path in packed_for("claude-plugin", sources, tmp_path).iterdir() if (path / "skills").is_dir()
    )
    return folder


@pytest.fixture
def agents_md(sources: Path, tmp_path: Path) -> Path:
    """Return a folder with an AGENTS.md."""
    return packed_for("agents-md", sources, tmp_path)


@pytest.fixture
def site(sources: Path, tmp_path: Path) -> Path:
    """Return the files of a web site."""
    return packed_for("well-known", sources, tmp_path)


@pytest.fixture
def address(site: Path) -> Iterator[str]:
    """Return where the web site is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(site)))
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()


def claude(machine: Machine, *words: str | Path) -> Run:
    """Run Claude Code, which would tell its makers of each run."""
    return machine.run(CLAUDE, *words, CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC="1")


def test_claude_code_takes_the_plugin(machine: Machine, plugin: Path) -> None:
    report = claude(machine, "plugin", "validate", "--strict", "--json", plugin).json()
    assert (report["success"], report["provides"]["skills"]) == (True, [f"{plugin.name}:{plugin.name}"])
    listed = claude(machine, "--plugin-dir", plugin, "plugin", "list")
    assert f"{plugin.name}@inline" in listed.out
    assert "Status: ✔ loaded" in listed.out


def test_claude_code_refuses_a_spoilt_plugin(machine: Machine, plugin: Path) -> None:
    manifest = plugin / ".claude-plugin" / "plugin.json"
    manifest.write_text(manifest.read_text("utf-8").replace('"name":', '"nmae":', 1), "utf-8")
    assert claude(machine, "plugin", "validate", "--strict", plugin).code == 1


def test_judges_find_nothing_in_the_plugin(machine: Machine, plugin: Path) -> None:
    machine.ok(*AGNIX, "claude-code", plugin)
    machine.ok(*SKILLSAW, plugin)


def test_judges_find_nothing_in_the_lines_for_agents_md(machine: Machine, agents_md: Path) -> None:
    machine.ok(*AGNIX, "codex", agents_md)
    machine.ok(*SKILLSAW, agents_md)


def test_the_skill_is_found_on_a_web_site(machine: Machine, sources: Path, address: str, tmp_path: Path) -> None:
    machine.ok("skills", "add", address, "--yes", "--copy", "-a", "claude-code", "-a", "codex")
    skillc("pack", sources, "--output", tmp_path / "expected")
    (expected,) = (path for path in (tmp_path / "expected").iterdir() if path.is_dir())
    for place in (".claude/skills", ".agents/skills"):
        assert files_of(machine.elsewhere / place / expected.name) == files_of(expected)


def test_what_the_digest_does_not_prove_is_not_installed(machine: Machine, site: Path, address: str) -> None:
    (archive,) = site.rglob("*.zip")
    archive.write_bytes(archive.read_bytes().replace(b"SKILL", b"skill"))
    assert machine.run("skills", "add", address, "--yes", "--copy", "-a", "claude-code").code != 0
    assert not (machine.elsewhere / ".claude").exists()
