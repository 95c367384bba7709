"""Nothing that comes in keeps a call busy or fills its memory; each ends in one document.

The system ends a call that takes more than ten seconds of the processor, several times what any of these needs; so
coverage, which slows it down, is not measured.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from support.attacks import ATTACKS, Attack
from support.rules import rules

if TYPE_CHECKING:
    from pathlib import Path

MOST_MEMORY = 300 * 1024  # KB
PROCESSOR_SECONDS = 10
MEASURED = """
import resource, subprocess, sys
peak, seconds, *command = sys.argv[1:]
resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
code = subprocess.call(command)
with open(peak, "w") as file:
    file.write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
sys.exit(code)
"""


@pytest.mark.skipif(os.name == "nt", reason="limits of POSIX")
@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_a_call_stays_within_its_bounds(tmp_path: Path, attack: Attack) -> None:
    stand_in = rules(tmp_path)
    content = attack.content()
    (stand_in.folder / attack.file).write_bytes(content if isinstance(content, bytes) else content.encode())
    peak = tmp_path / "peak"
    measured = [sys.executable, "-c", MEASURED, str(peak), str(PROCESSOR_SECONDS)]
    process = subprocess.Popen(
        [*measured, *stand_in.helper.command, *attack.words],
        cwd=stand_in.helper.work,
        env={name: value for name, value in stand_in.helper.environment.items() if not name.startswith("COVERAGE")},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    out, err = process.communicate(attack.stdin(), timeout=120)
    document = json.loads(out)
    assert not err
    assert process.returncode in (0, 2, 6, 7, 8, 10), document
    assert document["ok"] is (process.returncode == 0)
    assert document["ok"] or len(document["error"]["message"]) <= 500 + len(
        "; create-product may have been carried out"
    )
    assert int(peak.read_text()) < MOST_MEMORY
