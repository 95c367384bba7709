"""How much time the helper takes for itself, around the program that it calls, on every Python of this machine.

A call of the helper is measured with a `membrane` that answers at once; what that program takes alone is subtracted.
Beside it stand the interpreter's own start, and reading and compiling the script, which Python does anew at each call
of a script: together they are the floor. All are measured in turn, round by round, so that a busy moment of the machine
hits all alike.

    python benchmarks/helper.py [--json] [--rounds N] [--write]

`--json` prints the figures in milliseconds, `--write` renews the section and the chart in docs/.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path += [str(ROOT), str(ROOT / "tests")]

from support.interpreters import interpreters  # noqa: E402 - lies with the tests

from benchmarks.figures import markdown_table, stacked_bars, write_section  # noqa: E402

SCRIPT = ROOT / "scripts" / "faktoora.py"
TARGET_MS = 60
COMPILE = "import sys; compile(open(sys.argv[1], encoding='utf-8').read(), 'helper', 'exec')"
# One answer for each question of a list action: which connection, which actions, the rows.
MEMBRANE = """#!/bin/sh
case "$1 $2" in
"connection list") echo '{"items":[{"id":"c1","name":"Faktoora","key":"faktoora","state":"READY"}]}' ;;
"action list") echo '{"items":[{"id":"a1","key":"list-products","name":"List products"}]}' ;;
"action run") echo '{"output":{"data":[{"id":"1","name":"Kiste","price":129.90}],"meta":{"page":1,"totalItems":1}}}' ;;
esac
"""


def main() -> None:
    """Measure, and print or write the figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=25)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = measured(Path(folder), asked.rounds)
    if asked.write:
        write_section("helper", page_section(figures), chart(figures))
    print(json.dumps(figures, indent=1) if asked.json else table(figures))


def measured(folder: Path, rounds: int) -> dict[str, dict[str, float]]:
    """Return `{Python: {part: median milliseconds}}`."""
    membrane = folder / "membrane"
    membrane.write_text(MEMBRANE, encoding="utf-8")
    membrane.chmod(0o755)
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "XDG_STATE_HOME": str(folder),
        "MEMBRANE_BIN": str(membrane),
    }
    found = {**interpreters(), sys.version_info[:2]: sys.executable}
    pythons = {".".join(map(str, version)): found[version] for version in sorted(found)}
    times: dict[tuple[str, str], list[float]] = {}
    for round_number in range(rounds + 1):
        for version, python in pythons.items():
            for name, command in commands(python, str(membrane)).items():
                took = seconds(command, environment)
                if round_number:  # the first one fills caches and the helper's memory of connection and action
                    times.setdefault((version, name), []).append(took * 1000)
    return {version: shares({name: median(times[version, name]) for name in commands("", "")}) for version in pythons}


def commands(python: str, membrane: str) -> dict[str, list[str]]:
    """Return what is measured."""
    return {
        "start": [python, "-c", "pass"],
        "compile": [python, "-c", COMPILE, str(SCRIPT)],
        "call": [python, str(SCRIPT), "list-products"],
        "child": [membrane, "action", "run"],
    }


def seconds(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Return how long a program runs, which must succeed."""
    begin = time.perf_counter()
    subprocess.run(command, env=environment, capture_output=True, check=True)
    return time.perf_counter() - begin


def shares(medians: Mapping[str, float]) -> dict[str, float]:
    """Return the helper's own time, its parts, and how many starts of the interpreter it is worth."""
    own = medians["call"] - medians["child"]
    parts = {
        "start": medians["start"],
        "compile": medians["compile"] - medians["start"],
        "rest": own - medians["compile"],
    }
    return {
        **{name: round(value, 1) for name, value in parts.items()},
        "own": round(own, 1),
        "starts": round(own / medians["start"], 1),
    }


def table(figures: Mapping[str, Mapping[str, float]]) -> str:
    """Return the figures as a Markdown table."""
    header = ("Python", "interpreter starts", "script is compiled", "everything else", "own time", "own time / start")
    names = ("start", "compile", "rest", "own", "starts")
    return markdown_table(header, [(version, *(row[name] for name in names)) for version, row in figures.items()])


def page_section(figures: Mapping[str, Mapping[str, float]]) -> str:
    """Return what docs/benchmarks.md says."""
    return f"""## The helper's own time

What one call of `scripts/faktoora.py` costs besides the program that it calls: medians in milliseconds, from
`benchmarks/helper.py`. {sum(row["own"] <= TARGET_MS for row in figures.values())} of {len(figures)} Pythons are within
the target of {TARGET_MS} ms. The first two columns are the floor, because Python compiles a script anew at each call.
Only byte code would avoid that, and there is none: inside the skill's folder it would look like a change to whoever
updates the skill, outside of it, what runs would no longer be the one file that a reviewer reads. "Everything else" is
what the helper imports, its own work, and starting another program.

{table(figures)}"""


def chart(figures: Mapping[str, Mapping[str, float]]) -> str:
    """Return the figures as an SVG chart."""
    names = {"start": "interpreter starts", "compile": "script is compiled", "rest": "everything else"}
    bars = {
        f"Python {version}": {label: row[name] for name, label in names.items()} for version, row in figures.items()
    }
    return stacked_bars("Own time of one call of the helper", "ms", bars, TARGET_MS)


if __name__ == "__main__":
    main()
