"""Put faults into the checks, one at a time, and count those that the tests notice; exit 1 below 85 in 100.

python scripts/mutants.py [PATTERN]   # '*7' tries every fault whose name ends so: one in ten

mutmut makes the faults; pyproject.toml says where, tests/checks/conftest.py which tests each of them meets.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LEAST = 85  # of 100
UNNOTICED = ("survived", "no_tests")
NOTICED = ("killed", "timeout", "segfault", "suspicious")


def main() -> None:
    """Run the faults and print those that stay unnoticed."""
    tried = mutmut("run", *sys.argv[1:])
    if tried.returncode:
        raise SystemExit(tried.stdout.replace("\r", "\n")[-4000:])
    mutmut("export-cicd-stats")
    counts = json.loads((ROOT / "mutants" / "mutmut-cicd-stats.json").read_text(encoding="utf-8"))
    noticed, unnoticed = (sum(counts[name] for name in names) for names in (NOTICED, UNNOTICED))
    print("\n".join(line for line in mutmut("results").stdout.splitlines() if line.endswith(("survived", "no tests"))))
    score = 100 * noticed / (noticed + unnoticed)
    print(
        f"{noticed:,} of {noticed + unnoticed:,} faults are noticed: {score:.1f} in 100;"
        " to see one, run: mutmut show NAME"
    )
    raise SystemExit(0 if score >= LEAST else f"at least {LEAST} in 100 must be; add cases to tests/cases/bad")


def mutmut(*words: str) -> subprocess.CompletedProcess[str]:
    """Return how a command of mutmut ended."""
    command = [sys.executable, "-m", "mutmut", *words]
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)


if __name__ == "__main__":
    main()
