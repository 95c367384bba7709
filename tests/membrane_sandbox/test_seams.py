"""The parts stay apart, and what is written about them is true."""

from __future__ import annotations

import re
from pathlib import Path

import membrane_sandbox
from membrane_sandbox.protocol.states import SCRIPTS
from membrane_sandbox.switch_table import SWITCHES

SOURCE = Path(membrane_sandbox.__file__).parent
ABOVE = {"account": ("protocol", "program", "home", "admin", "switches"), "protocol": ("program", "home", "admin")}


def test_arrows_go_one_way() -> None:
    for part, forbidden in ABOVE.items():
        for path in (SOURCE / part).rglob("*.py"):
            # What only a type checker reads is no arrow.
            running = re.sub(r"(?m)^if TYPE_CHECKING:\n(?:(?:    .*)?\n)+", "", path.read_text("utf-8"))
            used = re.findall(r"membrane_sandbox\.(\w+)", running)
            assert not set(forbidden) & set(used), path


def test_only_the_command_needs_more_than_the_standard_library() -> None:
    others = re.compile(r"(?m)^\s*(?:import|from) (?:typer|yaml|jsonschema|jinja2)")
    assert [path.name for path in SOURCE.rglob("*.py") if others.search(path.read_text("utf-8"))] == ["admin.py"]


def test_nothing_asks_the_clock_or_the_network() -> None:
    asking = re.compile(r"datetime\.now|date\.today|utcnow|time\.time|socket|urlopen|getaddrinfo|http\.client")
    assert [path.name for path in SOURCE.rglob("*.py") if asking.search(path.read_text("utf-8"))] == []


def test_the_assumptions_name_switches_that_exist() -> None:
    text = (SOURCE / "ASSUMPTIONS.md").read_text("utf-8")
    rows = [line.split(" | ") for line in text.splitlines() if line.startswith("| ")]
    named = {name for cells in rows for name in re.findall(r"`([a-z-]+)`", cells[-1])}
    assert named <= set(SWITCHES)
    assert re.findall(r"(?m)^\| (U\d+) \|", text) == [f"U{number}" for number in range(1, 31)]


def test_every_state_script_can_be_chosen() -> None:
    assert set(SWITCHES["connection"].values) == set(SCRIPTS) - {"unknown-app"}


def test_modules_stay_small() -> None:
    lengths = sorted(len(path.read_text("utf-8").splitlines()) for path in SOURCE.rglob("*.py"))
    assert lengths[len(lengths) // 2] < 100
    assert lengths[-1] < 250
