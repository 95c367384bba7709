"""How much time the helper takes beyond the bare interpreter and the program that it calls, on every Python here.

Three commands are measured: `--help`, `describe list-customers`, and a list from a `membrane` that answers at once,
whose own time is subtracted. Each is measured without byte code, as where the state folder cannot be used, and with it,
as on a user's second call.
All are measured in turn, round by round, so that a busy moment of the machine hits all alike.

    python benchmarks/helper.py [--json] [--rounds N] [--write]

`--json` prints the figures in milliseconds and MB, `--write` renews the section in docs/.
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

from benchmarks.figures import markdown_table, write_section  # noqa: E402

SCRIPT = ROOT / "scripts" / "faktoora.py"
COMMANDS = {"help": ("--help",), "describe": ("describe", "list-customers"), "list": ("list-products",)}
CACHED = " cached"
PEAK = "peak"
TARGETS = {"help": 60, "help cached": 30, "describe": 80, "describe cached": 45, PEAK: 18}
NO_BYTE_CODE = {"PYTHONDONTWRITEBYTECODE": "1"}
# One answer for each question of a list action: which connection, which actions, the rows.
MEMBRANE = """#!/bin/sh
case "$1 $2" in
"connection list") echo '{"items":[{"id":"c1","name":"Faktoora","key":"faktoora","state":"READY"}]}' ;;
"action list") echo '{"items":[{"id":"a1","key":"list-products","name":"List products"}]}' ;;
"action run") echo '{"output":{"data":[{"id":"1","name":"Kiste","price":129.90}],"meta":{"page":1,"totalItems":1}}}' ;;
esac
"""
# What the system counts for a new process begins with the memory of its parent; so the process is asked itself.
TELL_PEAK = """
import atexit, os

def tell():
    if os.path.exists("/proc/self/status"):
        with open("/proc/self/status") as status, open(os.environ["PEAK"], "w") as file:
            file.write(next(line.split()[1] for line in status if line.startswith("VmHWM")))

atexit.register(tell)
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
        write_section("helper", page_section(figures))
    print(json.dumps(figures, indent=1) if asked.json else table(figures))


def measured(folder: Path, rounds: int) -> dict[str, dict[str, float]]:
    """Return `{Python: {figure: median}}`: the interpreter's start and each command beyond it in ms, the peak in MB."""
    membrane = folder / "membrane"
    membrane.write_text(MEMBRANE, encoding="utf-8")
    membrane.chmod(0o755)
    kept = {
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
            for name, command, variables in runs(python, str(membrane)):
                took = seconds(command, kept | variables)
                if round_number:  # the first one fills caches and the helper's memory of connection and action
                    times.setdefault((version, name), []).append(took * 1000)
    medians = {version: {name: median(times[version, name]) for name, _, _ in runs("", "")} for version in pythons}
    return {
        version: own_times(medians[version]) | {PEAK: peak(python, folder, kept)} for version, python in pythons.items()
    }


def runs(python: str, membrane: str) -> list[tuple[str, list[str], dict[str, str]]]:
    """Return what is measured: a name, the command, and variables that are set for it."""
    commands = {name: [python, str(SCRIPT), *words] for name, words in COMMANDS.items()}
    return [
        ("start", [python, "-c", "pass"], {}),
        ("membrane", [membrane, "action", "run"], {}),
        *((name, command, NO_BYTE_CODE) for name, command in commands.items()),
        *((name + CACHED, command, {}) for name, command in commands.items()),
    ]


def seconds(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Return how long a program runs, which must succeed."""
    begin = time.perf_counter()
    subprocess.run(command, env=environment, capture_output=True, check=True)
    return time.perf_counter() - begin


def own_times(medians: Mapping[str, float]) -> dict[str, float]:
    """Return the start of the interpreter, and what each command takes beyond it and beyond `membrane`."""
    own = {"start": medians["start"]}
    for name in (*COMMANDS, *(name + CACHED for name in COMMANDS)):
        own[name] = medians[name] - medians["start"] - (medians["membrane"] if name.startswith("list") else 0)
    return {name: round(value, 1) for name, value in own.items()}


def peak(python: str, folder: Path, kept: Mapping[str, str]) -> float:
    """Return the most memory in MB that a command held, without byte code; 0 where the system does not tell."""
    (folder / "sitecustomize.py").write_text(TELL_PEAK, encoding="utf-8")
    told = folder / "peak.txt"
    most = 0
    for words in COMMANDS.values():
        told.write_text("0", encoding="utf-8")
        environment = {**kept, **NO_BYTE_CODE, "PYTHONPATH": str(folder), "PEAK": str(told)}
        subprocess.run([python, SCRIPT, *words], env=environment, capture_output=True, check=True)
        most = max(most, int(told.read_text(encoding="utf-8")))
    return round(most / 1024, 1)


def table(figures: Mapping[str, Mapping[str, float]]) -> str:
    """Return the figures as a Markdown table, with the targets in its last row."""
    names = ["start", *(name + kind for name in COMMANDS for kind in ("", CACHED)), PEAK]
    header = [
        "Python",
        "interpreter",
        *(f"{' '.join(words)}{kind}" for words in COMMANDS.values() for kind in ("", CACHED)),
        "peak MB",
    ]
    rows: list[tuple[object, ...]] = [(version, *(row[name] for name in names)) for version, row in figures.items()]
    return markdown_table(header, [*rows, ("target", *(TARGETS.get(name, "") for name in names))])


def page_section(figures: Mapping[str, Mapping[str, float]]) -> str:
    """Return what docs/benchmarks.md says."""
    within = sum(all(row[name] <= target for name, target in TARGETS.items()) for row in figures.values())
    return f"""## The helper's own time

What one call of `scripts/faktoora.py` costs beyond the bare interpreter and the program that it calls.
The figures are from `benchmarks/helper.py`: medians in milliseconds, without byte code and with it ("cached"), and the
most memory that any of the commands held without it.
{within} of {len(figures)} Pythons are within all targets.

{table(figures)}"""


if __name__ == "__main__":
    main()
