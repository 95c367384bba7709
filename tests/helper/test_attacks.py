"""Attacks on what the helper keeps, repeats and prints.

Those on requests, replies and bounds have files of their own.
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.places import ROOT
from support.rules import rules

if TYPE_CHECKING:
    from support.agent import Helper

CREATE = ("create-product", "--name", "A", "--unit", "H87", "--tax", "19")
DELETE = ("delete-product", "--id", "5")
UNSEEN = "\u202e\u2066\u009b\u200b"


@pytest.fixture
def homeless(tmp_path: Path, helper: Helper) -> Helper:
    """Return the helper of a copied skill whose state folder would lie in the skill itself, so that there is none."""
    shutil.copytree(ROOT / "scripts", tmp_path / "skill" / "scripts")
    helper.command = (helper.command[0], str(tmp_path / "skill" / "scripts" / "faktoora.py"))
    helper.environment["FAKTOORA_STATE_DIR"] = str(tmp_path / "skill" / "state")
    return helper


def test_without_a_state_folder_no_other_place_is_read_or_written(homeless: Helper) -> None:
    for name in ("connection", "live", "program", "plan-forged"):
        (homeless.work / f"{name}.json").write_text('{"bound":"x","at":0}', encoding="utf-8")
    before = {path.name: path.read_bytes() for path in homeless.work.iterdir()}
    homeless("connect", "--code", "SANDBOX-1234")
    homeless("doctor")
    assert homeless(*DELETE, "--confirm", "forged").code != 0
    refused = homeless("delete-product", "--id", "39887")
    assert refused.outcome == (7, "state_not_writable"), refused.out
    assert homeless.changes() == []
    assert {path.name: path.read_bytes() for path in homeless.work.iterdir()} == before


@pytest.mark.parametrize(
    "second",
    [{"rate-limit": "always"}, {"expire": "2"}, {"connection": "defunct"}],
    ids=lambda fault: next(iter(fault)),
)
def test_no_repetition_hides_that_the_first_try_may_have_worked(used_helper: Helper, second: dict[str, str]) -> None:
    used_helper.sandbox.set("lost-answer", "gateway")
    assert used_helper("update-product", "--id", "39887", "--price", "55.55").code == 10
    assert len(used_helper.changes()) == 1
    used_helper.sandbox.set(*next(iter(second.items())))
    used_helper("update-product", "--id", "39887", "--price", "55.55")
    assert len(used_helper.changes()) <= 2


def test_a_confirmed_plan_sends_one_request(used_helper: Helper) -> None:
    used_helper.sandbox.set("lost-answer", "gateway")
    words = ("request", "/product/39887", "-X", "PATCH", "--json", '{"name":"B"}')
    digest = used_helper(*words).error["digest"]
    assert used_helper(*words, "--confirm", digest).code == 10
    assert used_helper(*words, "--confirm", digest).code == 5
    assert len(used_helper.changes()) == 1


@pytest.mark.parametrize(
    "body", ['notes\n{"id":1}', "Dear all,\n[1,2]", '{"a":1}\n{"b":2}', '{"a":1} trailing', "[1,2"], ids=range(5)
)
def test_a_text_that_holds_json_stays_the_text_that_it_is(tmp_path: Path, body: str) -> None:
    answer = rules(tmp_path, {"get": body})("request", "/things")
    assert answer.code == 0
    assert body in json.dumps(answer.document, ensure_ascii=False).replace("\\n", "\n").replace('\\"', '"')
    assert "complete" not in answer.document


def live_file(helper: Helper) -> Path:
    helper.ok("list-products", "--perPage", "1")
    (kept,) = helper.state.rglob("live.json")
    return kept


def test_a_remembered_action_without_an_id_is_asked_for_anew(helper: Helper) -> None:
    kept = live_file(helper)
    memory = json.loads(kept.read_text(encoding="utf-8"))
    for action in memory["actions"]:
        del action["id"]
    kept.write_text(json.dumps(memory), encoding="utf-8")
    assert helper("list-products", "--perPage", "1").code == 0


@pytest.mark.skipif(os.name == "nt", reason="files of POSIX")
@pytest.mark.parametrize("kind", ["a pipe", "a link", "a folder", "a socket's place", "a file of another user"])
def test_what_is_no_file_of_the_users_is_no_state(helper: Helper, kind: str) -> None:
    kept = live_file(helper)
    content = kept.read_bytes()
    kept.unlink()
    if kind == "a pipe":
        os.mkfifo(kept)
    elif kind == "a link":
        kept.symlink_to("/dev/zero")
    elif kind == "a folder":
        kept.mkdir()
    elif kind == "a file of another user":
        if os.geteuid() != 0:
            pytest.skip("only root gives files away")
        kept.write_bytes(content.replace(b'"at":', b'"at":9'))
        os.chown(kept, 12345, 12345)
    assert helper("list-products", "--perPage", "1").code == 0


def test_what_cannot_be_seen_is_printed_as_an_escape(tmp_path: Path) -> None:
    stand_in = rules(tmp_path, {"get": json.dumps({"id": 5, "name": UNSEEN}, ensure_ascii=False)})
    for words in (("request", "/things/5"), ("request", "/things/5", "-X", "DELETE")):
        answer = stand_in(*words)
        assert not any(character in answer.out for character in UNSEEN)
        assert "\\u202e\\u2066\\u009b\\u200b" in answer.out


@pytest.mark.parametrize(
    "schema", [{"required": 5}, {"anyOf": 5}, {"properties": 5}, {"properties": {"a": 5}}, 5, [], "x"]
)
def test_a_live_schema_that_is_none_is_described_all_the_same(tmp_path: Path, schema: object) -> None:
    live = {"items": [{"id": "x1", "key": "x", "name": "X", "inputSchema": schema}]}
    stand_in = rules(tmp_path, {"actions": json.dumps(live)})
    assert stand_in("describe", "x1").code == 0
    assert stand_in("run", "x1", "--input", "{}").code == 5


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_result_that_nobody_could_read_is_no_success(tmp_path: Path) -> None:
    stand_in = rules(tmp_path)
    full = stand_in.helper.run(["sh", "-c", '"$@" >/dev/full', "sh", *stand_in.helper.command, *CREATE])
    assert (full.code, stand_in.done) == (10, 1)


@pytest.mark.parametrize("place", ["here.json", "new/", "n" * 300, "no/such/folder.json", "."])
def test_a_place_that_takes_no_file_is_refused_before_the_change(tmp_path: Path, place: str) -> None:
    stand_in = rules(tmp_path)
    (stand_in.helper.work / "here.json").write_text("mine", encoding="utf-8")
    assert stand_in(*CREATE, "--output", place).code == 2
    assert stand_in.done == 0
    assert [path.name for path in stand_in.helper.work.iterdir()] == ["here.json"]
