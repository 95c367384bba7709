"""Where the time of a build goes: the processor's seconds of each step, as JSON for `benchmarks/compile.py`.

python benchmarks/steps.py ROOT
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

from skillc.budget.costs import page_costs
from skillc.checks import check
from skillc.checks.form import form_findings
from skillc.load import load
from skillc.lower import lower
from skillc.render import render
from skillc.write.plan import plan


def profile(root: Path) -> dict[str, float]:
    """Return the seconds of each step of a build, and of the floor: to read, parse and write the same bytes."""
    took: dict[str, float] = {}

    def step(name: str, work: Callable[[], Any]) -> Any:
        begin = time.process_time()
        result = work()
        took[name] = round(time.process_time() - begin, 3)
        return result

    sources, found = step("load", lambda: load(root))
    step("form", lambda: [form_findings(document, "action") for document in sources.actions])
    step("checks and form", lambda: check(sources, found))
    skill = step("lower", lambda: lower(sources))
    files = step("render", lambda: render(skill))
    step("tokens", lambda: page_costs(skill, files))
    step("compare", lambda: plan(root, files))
    took["checks"] = round(took.pop("checks and form") - took["form"], 3)
    with tempfile.TemporaryDirectory() as target:
        step("floor", lambda: floor(root, files, Path(target)))
    return took


def floor(root: Path, files: Mapping[str, bytes], target: Path) -> None:
    """Do what no compiler can leave out."""
    for file in [root / "skill.yaml", *root.glob("actions/*/*.yaml")]:
        for _event in yaml.parse(file.read_bytes(), Loader=yaml.CSafeLoader):
            pass
    for path, content in files.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(content)


if __name__ == "__main__":
    print(json.dumps(profile(Path(sys.argv[1]))))
