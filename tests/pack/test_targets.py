"""What other agents get, made of the same model. The programs that read it judge it in tests/e2e/test_targets.py."""

from __future__ import annotations

import hashlib
import io
import json
import re
import shlex
import zipfile

import pytest
from pack.project import Project, tree
from support.process import run

from skillc.pack.target import PackTarget

TARGETS = [target.value for target in PackTarget]


@pytest.fixture
def packed_files(project: Project) -> dict[str, bytes]:
    project.pack()
    return tree(project.dist / "bookshelf")


def test_a_plugin_of_claude_code(project: Project, packed_files: dict[str, bytes]) -> None:
    with (project.root / "skill.yaml").open("a", encoding="utf-8") as skill:
        skill.write("author: Example GmbH\n")
    project.pack("--target", "claude-plugin")
    plugin = project.dist / "claude-plugin" / "bookshelf"
    assert tree(plugin / "skills" / "bookshelf") == packed_files
    assert {path.name for path in plugin.iterdir()} == {".claude-plugin", "README.md", "skills"}
    assert "claude plugin install bookshelf@bookshelf" in (plugin / "README.md").read_text("utf-8")
    assert json.loads((plugin / ".claude-plugin" / "plugin.json").read_text("utf-8")) == {
        "name": "bookshelf",
        "version": "1.0.0",
        "description": "Keep a shelf of books. Use when the user asks for a book, or wants to add or remove one.",
        "license": "MIT-0",
        "author": {"name": "Example GmbH"},
        "homepage": "https://example.com/bookshelf",
    }


def test_a_plugin_is_installed_from_its_marketplace(project: Project) -> None:
    said = project.pack("--target", "claude-plugin")
    folder = project.dist / "claude-plugin"
    marketplace = json.loads((folder / ".claude-plugin" / "marketplace.json").read_text("utf-8"))
    assert (marketplace["name"], marketplace["owner"]) == ("bookshelf", {"name": "Bookshelf"})
    (entry,) = marketplace["plugins"]
    manifest = json.loads((folder / entry["source"] / ".claude-plugin" / "plugin.json").read_text("utf-8"))
    assert {name: entry[name] for name in ("name", "version", "description")} == {
        name: manifest[name] for name in ("name", "version", "description")
    }
    first, second = said.splitlines()[-2:]
    assert shlex.split(first)[:4] == ["claude", "plugin", "marketplace", "add"]
    assert (project.root / shlex.split(first)[4] / ".claude-plugin" / "marketplace.json").is_file()
    assert second == "claude plugin install bookshelf@bookshelf"


def test_claude_ai_gets_the_named_folder_in_a_zip(project: Project, packed_files: dict[str, bytes]) -> None:
    said = project.pack("--target", "claude-ai")
    folder = project.dist / "claude-ai"
    (archive,) = folder.glob("*.zip")
    assert f"upload dist/claude-ai/{archive.name}" in said
    with zipfile.ZipFile(archive) as files:
        assert {name: files.read(name) for name in files.namelist()} == {
            f"bookshelf/{name}": content for name, content in packed_files.items()
        }


def test_eight_lines_for_agents_md_tell_what_runs(project: Project, packed_files: dict[str, bytes]) -> None:
    project.pack("--target", "agents-md")
    folder = project.dist / "agents-md"
    assert tree(folder / ".agents" / "skills" / "bookshelf") == packed_files
    text = (folder / "AGENTS.md").read_text("utf-8")
    assert len(text.splitlines()) == 8
    (command,) = re.findall(r"`(python3 [^`]*) ACTION`", text)
    assert command.endswith('/bookshelf.py"')
    assert run([*shlex.split(command), "actions"], folder).json()["ok"]


def test_a_well_known_index_proves_what_it_points_to(project: Project, packed_files: dict[str, bytes]) -> None:
    project.pack("--target", "well-known")
    folder = project.dist / "well-known" / ".well-known" / "agent-skills"
    (skill,) = json.loads((folder / "index.json").read_text("utf-8"))["skills"]
    archive = (folder / skill["url"]).read_bytes()
    assert skill["digest"] == f"sha256:{hashlib.sha256(archive).hexdigest()}"
    with zipfile.ZipFile(io.BytesIO(archive)) as files:
        assert {name: files.read(name) for name in files.namelist()} == packed_files


def test_targets_lie_beside_each_other(project: Project) -> None:
    targets = tuple(TARGETS)
    for target in targets:
        project.pack("--target", target)
    for target in targets:
        assert project.pack("--target", target).startswith("nothing to change\n")


def test_an_unknown_target_is_named_with_the_known_ones(project: Project) -> None:
    done = project.run("pack", "--target", "cursor")
    assert done.exit_code == 2
    assert all(target in done.stderr for target in TARGETS)
