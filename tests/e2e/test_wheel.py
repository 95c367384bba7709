"""The compiler's wheel, installed as docs/skillc.md says, works where no checkout is."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from email.parser import BytesParser
from pathlib import Path

import pytest
from e2e.programs import JUDGES
from support.places import CASES, ROOT

PAGE = (ROOT / "docs" / "skillc.md").read_text(encoding="utf-8")
BLOCKS = [block.strip() for block in re.findall(r"^```bash\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)]
INSTALLING = [block for block in BLOCKS if block.endswith(" install skillc")]
BEGINNING = next(block for block in BLOCKS if block.startswith("skillc new skill"))
SOURCES = ["pyproject.toml", "LICENSE", "docs/skillc.md", "src"]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel, built from the sources that it names alone."""
    folder = tmp_path_factory.mktemp("wheel")
    for name in SOURCES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--wheel-dir",
        folder / "dist",
        folder,
    ]
    subprocess.run(command, check=True)
    (built,) = (folder / "dist").glob("*.whl")
    return built


def machine(folder: Path) -> dict[str, str]:
    """Return the environment of a user with an empty home: a Python of their own, pipx and uv.

    Nothing of the checkout.
    """
    home, programs = folder / "home", folder / "programs"
    programs.mkdir(parents=True)
    subprocess.run([sys.executable, "-m", "venv", home / "own"], check=True)
    for name in ("pipx", "uv"):
        (programs / name).symlink_to(JUDGES / name)
    path = [home / "own" / "bin", home / ".local" / "bin", programs, "/usr/bin", "/bin"]
    kept = {
        name: value
        for name, value in os.environ.items()
        if name.startswith(("PIP_", "UV_", "SSL_")) or name.endswith("_proxy")
    }
    return {**kept, "HOME": str(home), "PATH": os.pathsep.join(map(str, path)), "LANG": "C.UTF-8"}


def test_it_holds_what_it_needs_and_the_page_for_readers(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        (about,) = (name for name in names if name.endswith(".dist-info/METADATA"))
        metadata = BytesParser().parsebytes(archive.read(about))
    packages = {name.split("/")[0] for name in names if ".dist-info/" not in name}
    assert packages == {"skillc", "skill_helper", "membrane_sandbox"}
    assert not [name for name in names if name.endswith(".pyc")]
    assert metadata.get_payload(decode=True) == PAGE.encode()
    assert metadata.get_all("Project-URL")


@pytest.mark.parametrize("install", INSTALLING, ids=[block.split()[0] for block in INSTALLING])
def test_whoever_installs_it_builds_a_skill(install: str, wheel: Path, tmp_path: Path) -> None:
    environment = machine(tmp_path)

    def run(script: str, expected: int = 0) -> str:
        command = ["bash", "-euc", script]
        place = environment["HOME"]
        done = subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == expected, done.stdout + done.stderr
        return done.stdout

    run(install.removesuffix("skillc") + f"'{wheel}'")
    assert run("command -v skillc").startswith(environment["HOME"])
    assert run("skillc --version").strip() == f"skillc {wheel.name.split('-')[1]}"
    run(BEGINNING)
    assert "TODO" in run("skillc validate tapboard", expected=1)
    shutil.copytree(CASES / "good" / "minimal", Path(environment["HOME"]) / "shelf")
    run("skillc validate shelf")
    run("skillc build shelf")
    assert '"ok":true' in run("python3 shelf/scripts/*.py describe list-books")
    run("membrane-sandbox init sandbox --ready")


def test_the_page_says_three_ways() -> None:
    assert [block.split()[0] for block in INSTALLING] == ["pip", "pipx", "uv"]
