"""How long the compiler takes for skills of many actions, where the time goes, and how check-jsonschema compares.

Each command is measured as a whole process, in turn with the others, round by round; the least of the rounds counts,
since all that a busy machine does is to add. The skills are made up by `benchmarks/skills.py`: 67 lines a descriptor,
all valid, no two alike.

    python benchmarks/compile.py [--json] [--rounds N] [--sizes 250,1000,4000] [--write]

`--json` prints the figures, `--write` renews the section in docs/. check-jsonschema comes with the extra `bench`.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path += [str(ROOT), str(ROOT / "src")]

from benchmarks.figures import markdown_table, write_section  # noqa: E402 - after the path
from benchmarks.skills import write_skill  # noqa: E402

SIZES = (250, 1000, 4000)
SKILLC = [sys.executable, "-m", "skillc"]
TARGETS = {"build": 2.5, "own: validate": 0.35, "own: build": 0.5}


class Cost(NamedTuple):
    """What one run takes: seconds on the clock, seconds of the processors, MB of memory at the peak."""

    seconds: float
    cpu: float
    peak: float


def main() -> None:
    """Measure, and print or write the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--sizes", type=lambda text: [int(size) for size in text.split(",")], default=list(SIZES))
    parser.add_argument("--compared", type=int, default=1000, help="the size of which the table speaks")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = measured(Path(folder), asked.sizes, asked.compared, asked.rounds)
    if asked.write:
        write_section("compile", page_section(figures))
    print(json.dumps(figures, indent=1) if asked.json else page_section(figures))


def measured(folder: Path, sizes: list[int], compared: int, rounds: int) -> dict[str, Any]:
    """Return the figures: of each command, of each size, and of each step."""
    roots = {size: folder / str(size) for size in {*sizes, compared}}
    for size, root in roots.items():
        write_skill(root, size)
    kept = {
        name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
    }  # an installed program has byte code
    environment = {**kept, "PYTHONPATH": str(ROOT / "src")}
    # In a process of its own, because what this one holds would count as the memory of those that it starts.
    steps = json.loads(
        subprocess.check_output(
            [sys.executable, "benchmarks/steps.py", str(roots[compared])], cwd=ROOT, env=environment
        )
    )
    big, own = str(roots[compared]), str(ROOT)
    runs = {
        "validate": lambda: cost([*SKILLC, "validate", big], environment),
        "build": lambda: cost([*SKILLC, "build", big], environment, roots[compared]),
        "own: validate": lambda: cost([*SKILLC, "validate", own], environment),
        "own: build": lambda: cost([*SKILLC, "build", "--check", own], environment),
        **{f"{size} actions": sized(root, environment) for size, root in sorted(roots.items())},
    }
    found = least(runs, rounds)
    files = [str(file) for file in sorted((roots[compared] / "actions").glob("*/*.yaml"))]
    schema = ROOT / "src" / "skillc" / "schemas" / "action.schema.json"
    rival = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), *files]
    found |= least({"check-jsonschema": lambda: cost(rival, environment)}, min(rounds, 2))
    return {"actions": compared, "commands": {name: best._asdict() for name, best in found.items()}, "steps": steps}


def sized(root: Path, environment: Mapping[str, str]) -> Callable[[], Cost]:
    """Return the run of `build` on a skill of another size."""
    return lambda: cost([*SKILLC, "build", str(root)], environment, root)


def least(runs: Mapping[str, Callable[[], Cost]], rounds: int) -> dict[str, Cost]:
    """Return the least that each run took; a round before the first one, if there is one, fills caches."""
    done = [{name: run() for name, run in runs.items()} for _ in range(rounds + 1)][min(1, rounds) :]
    return {
        name: Cost(*(min(values) for values in zip(*(costs[name] for costs in done), strict=True))) for name in runs
    }


def cost(command: list[str], environment: Mapping[str, str], built: Path | None = None) -> Cost:
    """Return what a program takes, which must succeed; it builds `built` from nothing, if that is given."""
    for folder in (built / "references", built / "scripts") if built else ():
        shutil.rmtree(folder, ignore_errors=True)
    begin = time.perf_counter()
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[-3:]} fails with {process.returncode}")
    return Cost(round(seconds, 3), round(usage.ru_utime + usage.ru_stime, 3), round(usage.ru_maxrss / 1024, 1))


def page_section(figures: Mapping[str, Any]) -> str:
    """Return what docs/benchmarks.md says."""
    commands, steps = figures["commands"], figures["steps"]
    rival = commands["check-jsonschema"]["cpu"]
    times = rival / commands["validate"]["cpu"]
    header = ("command", "seconds", "of them processor", "target", "peak MB")
    rows = [(name, row["seconds"], row["cpu"], TARGETS.get(name, ""), row["peak"]) for name, row in commands.items()]
    sizes = {int(name.split()[0]): row for name, row in commands.items() if name.endswith(" actions")}
    start = min(sizes)
    each = [
        (
            f"{size:,}",
            f"{1000 * row['cpu'] / size:.2f}",
            f"{1000 * (row['cpu'] - sizes[start]['cpu']) / (size - start):.2f}" if size > start else "",
        )
        for size, row in sorted(sizes.items())
    ]
    listed = [(name, seconds, f"{seconds / steps['floor']:.1f}") for name, seconds in steps.items()]
    return f"""## The compiler

A made-up skill of {figures["actions"]:,} actions with descriptors of 67 lines, and this project's own skill.
The figures are from `benchmarks/compile.py`.
The seconds are the least of one run on two cores, and say little about any other machine; the ratios hold.
For the same files and the same schema, check-jsonschema takes {times:.1f} times as much of the processor as
`validate` does, which makes its other checks as well.

{markdown_table(header, rows)}

Milliseconds of the processor for each action, all told and without the start, show that the cost stays in line:

{markdown_table(("actions", "all told", f"beyond the first {start}"), each)}

Where the time of a build goes, in seconds and in floors.
The floor is to read and parse the sources and to write the results, and nothing else.

{markdown_table(("step", "seconds", "floors"), listed)}"""


if __name__ == "__main__":
    main()
