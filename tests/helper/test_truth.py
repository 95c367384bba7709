"""Whatever goes wrong: exit code and account agree, nothing happens without a plan where one is due, and nothing twice.

The account is the list of effects of a `membrane` that makes faults. TRUTH_EXAMPLES sets how many cases are tried.
"""

from __future__ import annotations

import io
import json
import os
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from support.fault_injector import LOGS, NONE, OF_CHANGES, OF_READS, RESULTS, UNKNOWN, Fault, Injector
from support.places import DESCRIPTORS, SCRIPT

from skill_helper import main as entry
from skill_helper.base.exits import Exit
from skill_helper.base.records import skill_from
from skill_helper.membrane import calls, find, program

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLES = int(os.environ.get("TRUTH_EXAMPLES", "150"))
SKILL = skill_from(json.loads(DESCRIPTORS.read_text(encoding="utf-8")))
BODY = ("--json", '{"name":"Kiste"}')
CREATE = ("create-product", "--name", "Kiste", "--unit", "H87", "--tax", "19")
UNPLANNED = (CREATE, ("update-product", "--id", "5", "--price", "1"))
PLANNED = (
    ("delete-product", "--id", "5"),
    ("create-webhook", "--action", "invoiceSent", "--target", "https://example.com/x"),
    ("run", "delete-all", "--input", "{}"),
    ("run", "sync", "--input", "{}"),
    ("request", "/things", "-X", "POST", *BODY),
    ("request", "/things/5", "-X", "PUT", *BODY),
    ("request", "/things/5", "-X", "PATCH", *BODY, "--query", "a=b"),
    ("request", "/things/5", "-X", "DELETE"),
)
READING = (
    ("get-product", "--id", "5"),
    ("list-products",),
    ("request", "/things/5"),
    ("run", "list-things", "--input", "{}"),
    ("describe", "l1"),
    ("doctor",),
    ("journal", "--open"),
)
KINDS = ("action --help", "connection list", "connection get", "action list", "action run", "request")


class Step(NamedTuple):
    """One call: its words, with what it is confirmed, what goes wrong, and whether its document can be printed."""

    words: tuple[str, ...]
    confirm: str
    fault: Fault
    faults_of_reads: dict[str, Fault]
    log: str
    more: tuple[str, ...]
    printed: bool
    read_only: bool


usually_none = st.sampled_from([NONE, NONE, NONE])
steps = st.builds(
    Step,
    words=st.sampled_from([*UNPLANNED, *PLANNED, *PLANNED, *READING]),
    confirm=st.sampled_from(["", "plan", "plan", "plan", "used", "forged"]),
    fault=st.sampled_from(OF_CHANGES),
    faults_of_reads=st.one_of(
        st.just({}), st.just({}), st.dictionaries(st.sampled_from(KINDS), st.sampled_from(OF_READS), max_size=2)
    ),
    log=st.sampled_from(LOGS),
    more=st.sampled_from([(), (), (), ("--dry-run",), ("--fields", "id,nothing"), ("--output", "answer.json")]),
    printed=st.sampled_from([True, True, True, False]),
    read_only=st.sampled_from([False, False, False, False, True]),
)


class Account:
    """A user's account, and the helper that is called for it in this process."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let every start of a program go to the injector."""
        self.injector = Injector()
        self.monkeypatch = monkeypatch
        monkeypatch.setattr(program, "_started", self.injector.start)
        monkeypatch.setattr(program, "_reply", self.injector.reply)
        monkeypatch.setattr(program, "_end", lambda _: None)
        monkeypatch.setattr(calls, "PAUSE_SECONDS", 0)
        monkeypatch.setattr(entry, "ignore_signals", lambda: None)
        monkeypatch.setattr(entry, "_read_facts", lambda _: None)
        monkeypatch.setattr(entry, "skill_from", lambda _: SKILL)
        self.digests: dict[tuple[str, ...], str] = {}
        self.unspent: dict[str, tuple[str, ...]] = {}
        self.used = ""

    def call(self, step: Step) -> tuple[int, list[str], bool]:
        """Make the call.

        Return its exit code, the effects it had, and whether an unspent plan of these words was confirmed.
        """
        find.program_of.cache_clear()
        wanted = {"plan": self.digests.pop(step.words, ""), "used": self.used, "forged": "0" * 16}.get(step.confirm, "")
        words = [*step.words, *step.more, *(("--confirm", wanted) if wanted else ())]
        self.injector.fault, self.injector.fault_of_read = step.fault, step.faults_of_reads
        self.injector.log = step.log
        before = len(self.injector.effects)
        code, document = self.run(words, step)
        effects = self.injector.effects[before:]
        confirmed = self.unspent.get(wanted) == step.words
        if wanted and effects:
            self.unspent.pop(wanted, None)
        self.used = wanted or self.used
        if document.get("error", {}).get("digest"):
            self.digests[step.words] = digest = document["error"]["digest"]
            self.unspent[digest] = step.words
        return code, effects, confirmed

    def run(self, words: list[str], step: Step) -> tuple[int, dict[str, Any]]:
        """Run the helper's `main`; a bug is what the entry makes of it."""
        out = io.BytesIO()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "stdout", SimpleNamespace(buffer=out, encoding="utf-8"))
            patch.setenv("FAKTOORA_READ_ONLY", "1" if step.read_only else "")
            if not step.printed:
                patch.setattr(entry, "_written", lambda _: False)
            try:
                code = entry.main([str(SCRIPT), *words], str(DESCRIPTORS))
            except Exception:  # noqa: BLE001 - as the entry does
                code = int(Exit.BUG)
        return code, json.loads(out.getvalue() or b"{}")


@pytest.fixture
def account(monkeypatch: pytest.MonkeyPatch) -> Iterator[Account]:
    with tempfile.TemporaryDirectory() as folder:
        monkeypatch.setenv("XDG_STATE_HOME", folder)
        monkeypatch.setenv("MEMBRANE_BIN", sys.executable)
        monkeypatch.delenv("FAKTOORA_STATE_DIR", raising=False)
        monkeypatch.chdir(folder)
        yield Account(monkeypatch)


def fresh(account: Account) -> None:
    """Begin a case: no state, no file, nothing happened."""
    for path in sorted(Path().rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    account.injector.effects.clear()
    account.digests.clear()
    account.unspent.clear()
    account.used = ""


def agree(account: Account, step: Step) -> int:
    """Make one call, and compare what it says with the account; return its exit code."""
    code, effects, confirmed = account.call(step)
    changing = step.words not in READING and "--dry-run" not in step.more
    assert len(effects) <= 1, "twice"
    assert not (effects and step.words in PLANNED and not confirmed), "without a plan"
    assert not (effects and (step.read_only or not changing)), "what is not to change anything did"
    if code == Exit.OK:
        assert len(effects) == changing, "done, and not in the account"
    elif code != Exit.OUTCOME_UNKNOWN:
        assert not effects, f"exit {code}, and it is in the account"
    else:
        assert changing, "a read that may have changed something"
    return code


@pytest.mark.parametrize("fault", OF_CHANGES, ids=lambda fault: f"{fault.name} {fault.worked}")
def test_each_fault_of_a_change(account: Account, fault: Fault) -> None:
    for words in (*UNPLANNED, *PLANNED):
        fresh(account)
        planned = Step(words, "", NONE, {}, LOGS[0], (), printed=True, read_only=False)
        if words in PLANNED:
            assert agree(account, planned) == Exit.CONFIRMATION_NEEDED
        code = agree(account, planned._replace(confirm="plan", fault=fault))
        if words[0] not in ("request", "run"):
            assert (code == Exit.OK) is (fault in RESULTS)
            assert (code == Exit.OUTCOME_UNKNOWN) is (fault in UNKNOWN)


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=EXAMPLES < 1000,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(case=st.lists(steps, min_size=1, max_size=4))
def test_exit_code_and_account_agree(account: Account, case: list[Step]) -> None:
    fresh(account)
    for step in case:
        event(f"exit {agree(account, step)}")
