"""Programs from elsewhere judge what the compiler makes: the packed skill, and the small skills of tests/golden.

No error and no warning stands. Where two judges contradict each other, one rule is off or wider: by name, in that
judge's own configuration in `judges/`, and with its reason in the table of CONTRIBUTING.md.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from e2e.programs import AGNIX, CONFIGURATIONS, JUDGES, NODE_MODULES, SKILLSAW
from support.places import ROOT
from support.process import Run, run

from skillc.pipeline import compile_tree
from skillc.render import render

GOLDEN = ROOT / "tests" / "golden"
AGENTSKILLS = Path(sys.executable).with_name("agentskills")

SKILLS = ("faktoora", *sorted(path.name for path in GOLDEN.iterdir()))
SPOILT = "house-style"  # the smallest
NOBODY = "http://127.0.0.1:9"  # a proxy that does not exist: a judge that calls home fails


@dataclass(frozen=True)
class Judge:
    """A program that judges a folder.

    Attributes:
        package: What is pinned, in requirements.txt, package.json or pyproject.toml.
        version: The command that prints its version.
        command: The command that judges a folder; it exits 0 when it finds neither an error nor a warning.
        spoil: A file of the folder, a piece of its text, and what to put in its place to earn a complaint.
        complaint: A piece of that complaint.
    """

    package: str
    version: tuple[str | Path, ...]
    command: Callable[[Path], tuple[str | Path, ...]]
    spoil: tuple[str, str, str]
    complaint: str


def program(name: str) -> Path:
    """Return a program of the judges' own environment."""
    return JUDGES / name


def without_metadata(folder: Path) -> Path:
    """Return a copy of a skill whose frontmatter has no `metadata`, so that a judge who stops there reads on."""
    copy = folder.parent / "without-metadata" / folder.name
    shutil.copytree(folder, copy, dirs_exist_ok=True)
    page = copy / "SKILL.md"
    page.write_text(re.sub(r"(?m)^metadata:\n(  .*\n)+", "", page.read_text(encoding="utf-8")), encoding="utf-8")
    return copy


def strict_policy(folder: Path) -> Path:
    """Return the scanner's strict policy, with as many files as its usual one allows."""
    (preset,) = JUDGES.parent.glob("lib/python*/site-packages/skill_scanner/data/strict_policy.yaml")
    limit = settings("skill-scanner.toml")["max_file_count"]
    text, count = re.subn(
        r"(?m)^  max_file_count: \d+", f"  max_file_count: {limit}", preset.read_text(encoding="utf-8")
    )
    assert count == 1
    policy = folder.parent / "strict.yaml"
    policy.write_text(text, encoding="utf-8")
    return policy


def agnix(target: str) -> Judge:
    return Judge(
        "agnix",
        (program("agnix"), "--version"),
        lambda folder: (*AGNIX, target, folder, without_metadata(folder)),
        ("SKILL.md", "name: house-style", "name: House_Style"),
        "Name 'House_Style'",
    )


def check_jsonschema(schema: str, *files: str, spoil: tuple[str, str, str], complaint: str) -> Judge:
    command = (program("check-jsonschema"), "--builtin-schema", schema)
    return Judge(
        "check-jsonschema",
        (program("check-jsonschema"), "--version"),
        lambda folder: (*command, *(path for pattern in files for path in sorted(folder.glob(pattern)))),
        spoil,
        complaint,
    )


JUDGES_OF_SKILLS = {
    "agentskills": Judge(
        "skills-ref",
        (AGENTSKILLS, "--version"),
        lambda folder: (AGENTSKILLS, "validate", folder),
        ("SKILL.md", "license:", "licence:"),
        "Unexpected fields in frontmatter: licence",
    ),
    "agnix for Claude Code": agnix("claude-code"),
    "agnix for Codex": agnix("codex"),
    "agnix for Cursor": agnix("cursor"),
    "OpenClaw's quick_validate": Judge(
        "openclaw",
        (NODE_MODULES / ".bin" / "openclaw", "--version"),
        lambda folder: (
            sys.executable,
            NODE_MODULES / "openclaw/skills/skill-creator/scripts/quick_validate.py",
            folder,
        ),
        ("SKILL.md", "license:", "compatibility: network\nlicense:"),
        "compatibility",
    ),
    "skill-scanner": Judge(
        "cisco-ai-skill-scanner",
        (program("skill-scanner"), "--version"),
        lambda folder: (
            *(program("skill-scanner"), "scan", folder, "--use-behavioral", "--use-trigger"),
            *("--policy", strict_policy(folder), "--fail-on-severity", "info", "--format", "json"),
        ),
        ("scripts/run.py", "", "import os, sys\n\nos.system(sys.argv[1])\n"),
        "COMMAND_INJECTION",
    ),
    "skillcheck": Judge(
        "skillcheck",
        (program("skillcheck"), "--version"),
        lambda folder: (program("skillcheck"), folder, "--strict", "--config", CONFIGURATIONS / "skillcheck.toml"),
        ("SKILL.md", "Edit letters and reports", "Letters and reports"),
        "description.min-score",
    ),
    "skillsaw": Judge(
        "skillsaw",
        (program("skillsaw"), "--version"),
        lambda folder: (*SKILLSAW, folder),
        ("SKILL.md", "Begin with", "Read [this](references/missing.md). Begin with"),
        "content-broken-internal-reference",
    ),
}
JUDGES_OF_WORKFLOWS = {
    "zizmor": Judge(
        "zizmor",
        (program("zizmor"), "--version"),
        lambda folder: (program("zizmor"), "--offline", "--persona", "pedantic", folder),
        (".github/workflows/test.yml", "permissions: {}", "permissions: write-all"),
        "excessive-permissions",
    ),
    "the schema of workflows": check_jsonschema(
        "vendor.github-workflows",
        ".github/workflows/*.yml",
        spoil=(".github/workflows/test.yml", "timeout-minutes:", "timeout:"),
        complaint="'timeout' was unexpected",
    ),
    "the schema of Dependabot": check_jsonschema(
        "vendor.dependabot",
        ".github/dependabot.yml",
        spoil=(".github/dependabot.yml", "interval: monthly", "interval: sometimes"),
        complaint="'sometimes' is not one of",
    ),
}
ALL_JUDGES = JUDGES_OF_SKILLS | JUDGES_OF_WORKFLOWS


@pytest.fixture(scope="session")
def judged(packed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with each skill, as users get it, and with this repository's workflows."""
    folder = tmp_path_factory.mktemp("judged")
    shutil.copytree(packed, folder / "faktoora")
    for name in SKILLS[1:]:
        compilation = compile_tree(GOLDEN / name / "source")
        assert compilation.skill, compilation.diagnostics
        for path, content in render(compilation.skill).items():
            (folder / name / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / name / path).write_bytes(content)
    shutil.copytree(ROOT / ".github", folder / "workflows" / ".github")
    return folder


def judged_by(command: tuple[str | Path, ...], home: Path) -> Run:
    """Run a judge, cut off from the network and from the settings of whoever runs the tests."""
    (vocabulary,) = JUDGES.parent.glob("lib/python*/site-packages/litellm/litellm_core_utils/tokenizers")
    environment = {
        "PATH": os.pathsep.join(map(str, (NODE_MODULES / ".bin", os.environ["PATH"]))),
        "HOME": str(home),
        "NO_COLOR": "1",
        "COLUMNS": "200",
        "DO_NOT_TRACK": "1",
        "TIKTOKEN_CACHE_DIR": str(vocabulary),  # skillcheck would fetch the same file
        "LITELLM_LOCAL_MODEL_COST_MAP": "True",
        **dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"), NOBODY),
    }
    return run(command, home, environment)


def pinned(package: str) -> str:
    """Return the version to which a judge is pinned, wherever that is."""
    files = (CONFIGURATIONS / "requirements.txt", NODE_MODULES.parent / "package.json", ROOT / "pyproject.toml")
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    (version,) = re.findall(rf'(?m)^\s*"?{package}(?:==|": ")([\w.]+)', text)
    return str(version)


@pytest.mark.parametrize("judge", ALL_JUDGES.values(), ids=ALL_JUDGES)
def test_a_judge_is_the_pinned_one(judge: Judge, tmp_path: Path) -> None:
    done = judged_by(judge.version, tmp_path)
    assert pinned(judge.package) in done.out.replace(",", " ").split(), done.printed


@pytest.mark.parametrize("name", SKILLS)
@pytest.mark.parametrize("judge", JUDGES_OF_SKILLS.values(), ids=JUDGES_OF_SKILLS)
def test_a_judge_finds_nothing_in_a_skill(judge: Judge, name: str, judged: Path, tmp_path: Path) -> None:
    judged_by(judge.command(judged / name), tmp_path).ok()


@pytest.mark.parametrize("judge", JUDGES_OF_WORKFLOWS.values(), ids=JUDGES_OF_WORKFLOWS)
def test_a_judge_finds_nothing_in_the_workflows(judge: Judge, judged: Path, tmp_path: Path) -> None:
    judged_by(judge.command(judged / "workflows"), tmp_path).ok()


@pytest.mark.parametrize("judge", ALL_JUDGES.values(), ids=ALL_JUDGES)
def test_a_judge_complains_when_there_is_a_reason(judge: Judge, judged: Path, tmp_path: Path) -> None:
    name, old, new = judge.spoil
    source = judged / ("workflows" if judge in JUDGES_OF_WORKFLOWS.values() else SPOILT)
    folder = shutil.copytree(source, tmp_path / "spoilt" / source.name)
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    done = judged_by(judge.command(folder), tmp_path)
    assert done.code != 0
    assert judge.complaint in done.printed


def test_the_table_names_exactly_the_rules_that_are_off() -> None:
    section = (
        (ROOT / "CONTRIBUTING.md")
        .read_text(encoding="utf-8")
        .partition("\n## The programs of others\n")[2]
        .partition("\n## ")[0]
    )
    tabled = re.findall(r"(?m)^\| ([\w-]+) \| `([\w.-]+)` \|", section)
    assert settings("agnix.toml") == {"paths": ["**/SKILL.md"], "disabled_rules": rules_of("agnix", tabled)}
    assert settings("skillcheck.toml") == {"min-desc-score": 95, "ignore": rules_of("skillcheck", tabled)}
    assert settings("skill-scanner.toml") == {"max_file_count": 300}
    assert rules_of("skill-scanner", tabled) == ["EXCESSIVE_FILE_COUNT"]
    assert {judge for judge, _ in tabled} == {path.stem for path in CONFIGURATIONS.glob("*.toml")}


def rules_of(judge: str, tabled: list[tuple[str, str]]) -> list[str]:
    return [rule for name, rule in tabled if name == judge]


def settings(name: str) -> dict[str, object]:
    """Return the settings of a TOML file that holds one-line settings only; Python 3.10 has no reader for more."""
    lines = (CONFIGURATIONS / name).read_text(encoding="utf-8").splitlines()
    return {key: json.loads(value) for key, _, value in (line.partition(" = ") for line in lines if " = " in line)}
