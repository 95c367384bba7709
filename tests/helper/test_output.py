"""Answers are small, say whether they are all there is, and name the command for more.

Files are saved and described.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from support.agent import Helper
from support.places import ROOT
from support.records import CUSTOMER, INVOICE, PRODUCT

FILE = ("get-invoice-by-id", "--faktooraId", INVOICE)


@pytest.mark.parametrize("form", ["data-meta", "items", "array", "content"])
def test_the_next_command_leads_through_all_pages(helper: Helper, form: str) -> None:
    helper.sandbox.set("lists", form)
    document = helper.ok("list-customers", "--perPage", "25", "--fields", "id")
    seen = [row["id"] for row in document["items"]]
    while "next" in document:
        assert document.get("complete") is not True
        answer = helper.shell(document["next"])
        assert answer.code == 0
        document = answer.document
        seen += [row["id"] for row in document["items"]]
    assert (len(seen), len(set(seen))) == (60, 60)


def test_a_list_says_how_much_there_is(helper: Helper) -> None:
    page = helper.ok("list-customers", "--perPage", "2")
    assert (page["count"], page["total"], page["complete"], page["page"], page["pages"]) == (2, 60, False, 1, 30)
    assert list(page["items"][0]) == ["id", "customerId", "name", "city", "email"]
    assert "vatId" in page["hidden"]
    last = helper.ok("list-customers", "--perPage", "2", "--page", "30")
    assert (last["complete"], "next" in last) == (False, False)
    whole = helper.ok("list-customers", "--perPage", "100")
    assert (whole["count"], whole["complete"], "next" in whole) == (60, True, False)


@pytest.mark.parametrize("form", ["data-meta", "items", "array", "content"])
def test_all_reads_every_page(helper: Helper, form: str) -> None:
    helper.sandbox.set("lists", form)
    answer = helper.ok("list-outgoing-invoices", "--all", "--fields", "faktooraId")
    proved = None if form == "array" else True  # a bare array names neither a total nor a size
    assert (answer["count"], answer.get("complete"), len({row["faktooraId"] for row in answer["items"]})) == (
        400,
        proved,
        400,
    )


def test_a_limit_cuts_and_says_so(helper: Helper) -> None:
    cut = helper.ok("list-customers", "--limit", "3", "--perPage", "10")
    assert (cut["count"], cut["complete"]) == (3, False)
    assert helper.shell(cut["next"]).document["count"] == 10
    assert helper.ok("list-outgoing-invoices", "--all", "--limit", "5")["count"] == 5
    assert len([run for run in helper.runs() if run[:2] == ["action", "run"]]) == 3, (
        "a limit below a page's size needs one page"
    )


def test_a_silently_cut_page_is_told(helper: Helper) -> None:
    page = helper.ok("list-outgoing-invoices", "--perPage", "500", "--fields", "faktooraId")
    assert page["complete"] is False
    assert page["note"] == f"the app cuts pages to {page['count']} rows"
    assert helper.shell(page["next"]).document["page"] == 2


def test_an_empty_list_is_explicit(helper: Helper) -> None:
    empty = helper.ok("list-customers", "--keywords", "gibtesnicht")
    assert (empty["items"], empty["count"], empty["complete"], empty["note"]) == (
        [],
        0,
        True,
        'nothing matches keywords "gibtesnicht"',
    )
    assert helper.ok("list-customers", "--page", "99")["note"] == "nothing on this page"


def test_columns_can_be_chosen_and_wrong_ones_are_told(helper: Helper) -> None:
    chosen = helper.ok("list-customers", "--perPage", "1", "--fields", "name,extras.kostenstelle,emial")
    assert chosen["items"] == [{"name": "Bäckerei Schönfeld GmbH", "extras.kostenstelle": "4500"}]
    assert chosen["note"] == "no record here has emial"
    none = helper.ok("get-customer", "--id", CUSTOMER, "--fields", "a,b")
    assert none["note"] == "no record here has a, b; their own fields are shown"
    assert none["record"]["name"] == "Bäckerei Schönfeld GmbH"
    full = helper.ok("get-customer", "--id", CUSTOMER, "--full")
    assert "vatId" in full["record"]
    assert "hidden" not in full


def test_long_text_is_clipped_unless_all_is_wanted(helper: Helper) -> None:
    text = "Wir prüfen Ihre Abläufe. " * 40
    helper.ok("update-product", "--id", PRODUCT, "--description", text.strip())
    short = helper.ok("get-product", "--id", PRODUCT, "--fields", "description")["record"]["description"]
    assert short.endswith("characters, --full shows all)")
    assert len(short) < 400
    assert helper.ok("get-product", "--id", PRODUCT, "--full")["record"]["description"] == text.strip()


def test_an_answer_can_be_saved_and_nothing_else_is_overwritten(helper: Helper) -> None:
    saved = helper.ok("list-customers", "--all", "--output", "kunden.json")
    rows = json.loads((helper.work / "kunden.json").read_text(encoding="utf-8"))
    assert (len(rows), saved["count"], saved["complete"], saved["file"]["type"]) == (60, 60, True, "application/json")
    assert helper("list-customers", "--all", "--output", "kunden.json").code == 0, (
        "the same content again is no conflict"
    )
    assert helper("list-products", "--output", "kunden.json").outcome == (2, "file_exists")
    assert json.loads((helper.work / "kunden.json").read_text(encoding="utf-8")) == rows
    assert helper.ok("get-customer", "--id", CUSTOMER, "--output", "k.json")["file"]["size"] > 100


def skill_place(name: str) -> str:
    return str(ROOT / "references" / name)


@pytest.mark.parametrize(
    ("output", "code"),
    [
        ("no/such/folder.json", "no_such_folder"),
        (".", "not_a_file"),
        ("", "not_a_file"),
        ("/dev/null", "not_a_file"),
        (skill_place("x.json"), "output_in_skill"),
        ("link/x.json", "output_in_skill"),
    ],
)
def test_an_output_that_cannot_be_is_refused_before_anything_is_sent(helper: Helper, output: str, code: str) -> None:
    (helper.work / "link").symlink_to(ROOT / "references")
    for words in (FILE, ("request", "/customers")):
        assert helper(*words, f"--output={output}").outcome == (2, code)
    assert helper.sandbox.calls() == []


@pytest.mark.parametrize("form", ["base64", "data-url", "text", "object", "buffer", "xml", "json"])
def test_a_file_is_saved_and_described(helper: Helper, form: str) -> None:
    helper.sandbox.set("files", form)
    answer = helper.ok(*FILE)
    if form == "json":
        assert "file" not in answer
        return
    file, content = answer["file"], Path(answer["file"]["path"]).read_bytes()
    assert (file["size"], file["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())
    assert file["type"] == ("application/xml" if form == "xml" else "application/pdf")
    assert content.startswith(b"<?xml" if form == "xml" else b"%PDF-")
    assert Path(file["path"]).name == f"invoice-{INVOICE}.{file['type'][-3:]}"


def test_a_file_never_replaces_another(helper: Helper) -> None:
    (helper.work / f"invoice-{INVOICE}.pdf").write_text("mine")
    assert helper.ok(*FILE)["file"]["path"].endswith(f"invoice-{INVOICE}-1.pdf")
    assert helper.ok(*FILE)["file"]["path"].endswith(f"invoice-{INVOICE}-1.pdf"), "the same file is not saved twice"
    assert (helper.work / f"invoice-{INVOICE}.pdf").read_text() == "mine"


def test_a_request_that_answers_with_a_file_saves_it(helper: Helper) -> None:
    file = helper.ok("request", f"/invoices/{INVOICE}", "-H", "Accept: application/pdf")["file"]
    assert Path(file["path"]).read_bytes().startswith(b"%PDF-")
    assert Path(file["path"]).name == f"invoices-{INVOICE}.pdf"


def test_in_the_skill_folder_a_file_needs_an_output(helper: Helper) -> None:
    helper.work = ROOT / "references"
    assert helper(*FILE).outcome == (2, "output_needed")
    assert helper.sandbox.calls() == []


def test_a_state_folder_inside_the_skill_is_not_used(helper: Helper) -> None:
    helper.environment["FAKTOORA_STATE_DIR"] = str(ROOT / "state")
    assert helper("list-customers", "--perPage", "1").code == 0
    assert not (ROOT / "state").exists()


def test_hidden_webhooks_and_totals_of_other_lists(helper: Helper) -> None:
    hooks = helper.ok("list-webhooks")
    assert "complete" not in hooks, "a bare array proves nothing"
    assert {"id", "action", "target"} <= set(hooks["items"][0])


def test_a_change_whose_answer_could_not_be_saved_is_not_made(helper: Helper) -> None:
    words = (
        "request",
        "/product",
        "-X",
        "POST",
        "--json",
        '{"name":"Kiste","unit":"H87","tax":19}',
        "--output",
        "x.json",
    )
    plan = helper(*words)
    (helper.work / "x.json").write_text("mine")
    answer = helper(*words, "--confirm", plan.error["digest"])
    assert answer.outcome == (2, "file_exists")
    assert helper.changes() == []


def test_a_file_holds_the_columns_that_were_asked_for(helper: Helper, tmp_path: Path) -> None:
    target = tmp_path / "names.json"
    helper.ok("list-customers", "--perPage", "2", "--fields", "id,city", "--output", str(target))
    assert [list(row) for row in json.loads(target.read_text(encoding="utf-8"))] == [["id", "city"], ["id", "city"]]


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "ascii", "utf-16"])
def test_the_document_is_utf8_whatever_the_code_page_of_the_console(helper: Helper, encoding: str) -> None:
    helper.environment["PYTHONIOENCODING"] = encoding
    answer = helper.process("list-customers", "--keywords", "Müller", "--dry-run")
    assert answer.document["would_send"]["input"] == {"keywords": ["Müller"]}
    assert answer.out.endswith("}\n")
    assert "\r" not in answer.out
