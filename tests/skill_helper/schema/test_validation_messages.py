"""What the validator says, case by case, on this Python and on all others here: `tests/cases/validation/*.json`.

A case holds `schema`, `value`, `problems`, and where needed `defs` and `closed`.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from support.interpreters import HELPER_VERSIONS, interpreters
from support.places import ROOT

from skill_helper.base.jsontext import parse_json
from skill_helper.schema.validation import problems_of

CASES = sorted((ROOT / "tests" / "cases" / "validation").glob("*.json"))
ALL_CASES_AT_ONCE = """
import json, pathlib, sys
from skill_helper.base.jsontext import parse_json
from skill_helper.schema.unchecked import unchecked_patterns
from skill_helper.schema.validation import problems_of
assert unchecked_patterns({"items": {"pattern": "(a+)+$"}}, {}) == {"[]": "(a+)+$"}
for path in sys.argv[1:]:
    case = parse_json(pathlib.Path(path).read_text("utf-8"))
    problems = problems_of(case["value"], case["schema"], case.get("defs", {}), closed=case.get("closed", False))
    print(json.dumps([problem.to_json() for problem in problems]))
"""


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    case = parse_json(path.read_text("utf-8"))
    problems = problems_of(case["value"], case["schema"], case.get("defs", {}), closed=case.get("closed", False))
    assert [problem.to_json() for problem in problems] == case["problems"]


@pytest.mark.parametrize("version", HELPER_VERSIONS, ids=lambda version: f"python{version[0]}.{version[1]}")
def test_all_cases_on(version: tuple[int, int]) -> None:
    program = interpreters().get(version)
    if program is None:
        pytest.skip("this machine has no such Python")
    command = [program, "-B", "-W", "error", "-c", ALL_CASES_AT_ONCE, *map(str, CASES)]
    environment = {"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}
    run = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=environment, timeout=60, check=False
    )
    assert not run.stderr
    assert [json.loads(line) for line in run.stdout.splitlines()] == [
        parse_json(path.read_text("utf-8"))["problems"] for path in CASES
    ]
