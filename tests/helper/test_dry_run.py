"""`--dry-run` starts no program: it shows what is known, says what is not, and names what would be read first."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from support.agent import Helper
from support.records import CUSTOMER, DELETE, NEW_PRODUCT, PRODUCT

UPDATE = ("update-customer", "--id", CUSTOMER, "--city", "Ulm")
REMOVE = ("request", f"/product/{PRODUCT}", "-X", "DELETE")
RUN = ("run", "find-projects", "--input", '{"perPage":2}')
LIST = ("list-customers", "--perPage", "5")
CALLS = {"update": UPDATE, "delete": DELETE, "create": NEW_PRODUCT, "list": LIST, "request": REMOVE, "run": RUN}
OF_THE_DESCRIPTOR = "those of the descriptor; the account may name inputs otherwise"


def without_membrane(helper: Helper) -> None:
    helper.environment["PATH"] = "/nowhere"


def with_failing_membrane(helper: Helper) -> Path:
    """Put a `membrane` first on PATH that fails, and return the file that it leaves when it is called."""
    called, folder = helper.work / "called", helper.work / "programs"
    folder.mkdir()
    (folder / "membrane").write_text(f'#!/bin/sh\n: >"{called}"\nexit 1\n', encoding="utf-8")
    (folder / "membrane").chmod(0o755)
    helper.environment["PATH"] = os.pathsep.join([str(folder), helper.environment["PATH"]])
    return called


def commands(helper: Helper, shown: dict[str, object]) -> list[str]:
    """Return the commands that read first, without how the helper is started."""
    listed = shown.get("reads_first", [])
    assert isinstance(listed, list)
    return [line.partition(f"{helper.command[-1]} ")[2] for line in listed]


@pytest.mark.parametrize("words", CALLS.values(), ids=CALLS)
def test_it_works_where_there_is_no_membrane(helper: Helper, words: tuple[str, ...]) -> None:
    without_membrane(helper)
    shown = helper.ok(*words, "--dry-run")
    assert shown["connection"] == "none is remembered; the call itself finds it"
    assert shown["would_send"]
    assert not helper.state.exists()


@pytest.mark.parametrize("words", CALLS.values(), ids=CALLS)
def test_it_never_calls_membrane(used_helper: Helper, words: tuple[str, ...]) -> None:
    called = with_failing_membrane(used_helper)
    shown = used_helper.ok(*words, "--dry-run")
    assert shown["connection"] == json.loads(next(used_helper.state.rglob("connection.json")).read_text())["id"]
    assert shown.get("names", "remembered") == "remembered"
    assert not called.exists()
    assert used_helper(*words).code != 0
    assert called.exists(), "the program that fails is not the one that is called"


def test_what_is_read_first_is_named_and_not_read(helper: Helper) -> None:
    without_membrane(helper)
    update, delete, create, request = (
        helper.ok(*CALLS[name], "--dry-run") for name in ("update", "delete", "create", "request")
    )
    assert commands(helper, update) == [f"get-customer --id {CUSTOMER}"]
    assert commands(helper, delete) == [f"get-product --id {PRODUCT}"]
    assert commands(helper, request) == [f"request /product/{PRODUCT}"]
    assert "reads_first" not in create
    assert update["would_send"] == {"action": "update-customer", "input": {"id": CUSTOMER, "city": "Ulm"}}


def test_it_says_whose_names_the_inputs_have(used_helper: Helper) -> None:
    assert "id" in used_helper.ok(*UPDATE, "--dry-run")["would_send"]
    for kept in used_helper.state.rglob("live.json"):
        kept.unlink()
    shown = used_helper.ok(*UPDATE, "--dry-run")
    assert shown["names"] == OF_THE_DESCRIPTOR
    assert "id" not in shown["would_send"]
    assert used_helper.ok(*RUN, "--dry-run")["names"].startswith("not known: ")
    assert "names" not in used_helper.ok(*REMOVE, "--dry-run")


def test_remembered_names_decide(helper: Helper) -> None:
    helper.sandbox.set("names", "other")
    helper.ok("list-products")
    without_membrane(helper)
    assert helper("get-customer", "--id", CUSTOMER, "--dry-run").outcome == (2, "bad_input")
    shown = helper.ok("get-customer", "--customerId", CUSTOMER, "--dry-run")
    assert (shown["names"], shown["would_send"]["input"]) == ("remembered", {"customerId": CUSTOMER})


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        (("update-customer", "--city", "Ulm"), (2, "bad_input")),
        (("list-customers", "--nothing", "1"), (2, "bad_input")),
        (("run", "delete-product"), (2, "covered_action")),
        (("request", "/apikeys", "-X", "POST"), (7, "forbidden_path")),
        ((*LIST, "--connection", "-x"), (2, "bad_connection")),
    ],
)
def test_what_would_be_refused_is_refused(helper: Helper, words: tuple[str, ...], outcome: tuple[int, str]) -> None:
    without_membrane(helper)
    assert helper(*words, "--dry-run").outcome == outcome
