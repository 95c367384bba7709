"""A call is ended from outside, at any moment: what it says, or what the next call says of it, is true.

KILLED_CALLS sets how many calls are ended.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import threading
from typing import TYPE_CHECKING

import pytest
from support.rules import Rules, rules

if TYPE_CHECKING:
    from pathlib import Path

CALLS = int(os.environ.get("KILLED_CALLS", "24"))
PAUSE = threading.Event()  # nothing shortens its pauses
CREATE = ("create-product", "--name", "A", "--unit", "H87", "--tax", "19")
UPDATE = ("update-product", "--id", "5", "--price", "1")
DELETE = ("delete-product", "--id", "5")
SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGKILL)


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("seed", range(CALLS))
def test_a_call_that_is_ended_tells_the_truth(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    stand_in = rules(tmp_path)
    number = SIGNALS[seed % len(SIGNALS)]
    words = confirmed(stand_in, chance.choice([CREATE, UPDATE, DELETE]))
    before, after = (round(chance.uniform(0, 0.2), 3) for _ in range(2))
    stand_in.helper.environment.update(BEFORE=str(before), AFTER=str(after))
    process = subprocess.Popen(
        [*stand_in.helper.command, *words],
        cwd=stand_in.helper.work,
        env=stand_in.helper.environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    PAUSE.wait(chance.uniform(0, 0.5))
    process.send_signal(number)
    out, err = process.communicate(timeout=60)
    made = stand_in.done
    PAUSE.wait(before + after)
    if process.returncode == -signal.SIGKILL:
        assert not stand_in.done or is_open(stand_in) or '"ok":true' in out.decode()
        return
    assert stand_in.done == made, "what the call had started went on"
    if not out:  # before the helper ran: Python ends by the signal, or with a traceback of its own start
        assert (made, process.returncode in (1, -number), b"in run" in err) == (0, True, False)
        return
    assert b"Traceback" not in err or b"Exception ignored" in err, err.decode()  # by Python, in the midst of an import
    document = json.loads(out)
    assert (process.returncode == 0) is document["ok"]
    assert process.returncode in (0, 8, 10), document
    assert made == 1 if process.returncode == 0 else made in ((0, 1) if process.returncode == 10 else (0,))


def confirmed(stand_in: Rules, words: tuple[str, ...]) -> tuple[str, ...]:
    """Return a command with the digest of its plan, where it needs one."""
    return (*words, "--confirm", stand_in(*words).error["digest"]) if words is DELETE else words


def is_open(stand_in: Rules) -> bool:
    """Whether the journal names a change whose end nobody knows."""
    return bool(stand_in("journal", "--open").document["count"])


def test_an_interrupted_read_does_not_claim_that_something_changed(tmp_path: Path) -> None:
    stand_in = rules(tmp_path)
    slow = stand_in.folder / "membrane"
    slow.write_text(slow.read_text(encoding="utf-8").replace('cat "$RULES/get"', "sleep 60"), encoding="utf-8")
    process = subprocess.Popen(
        [*stand_in.helper.command, "request", "/things"], env=stand_in.helper.environment, stdout=subprocess.PIPE
    )
    PAUSE.wait(1)
    process.send_signal(signal.SIGTERM)
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 8, out
    assert json.loads(out)["error"]["message"] == "stopped from outside; nothing was changed"
