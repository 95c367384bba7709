"""What cannot be undone, or reaches third parties, runs only as a confirmed plan, and only as it was shown."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from support.agent import Helper
from support.places import DESCRIPTORS, SCRIPT
from support.records import CUSTOMER, DELETE, INVOICE, NEW_PRODUCT, PRODUCT

POST = ("request", "/product", "-X", "POST", "--json", '{"name":"Kiste","unit":"H87","tax":19}')
PLANNED = {
    "delete": DELETE,
    "delete an invoice": ("delete-invoice", "--faktooraId", INVOICE),
    "webhook": ("create-webhook", "--action", "invoiceSent", "--target", "https://example.com/hook"),
    "post": POST,
    "delete request": ("request", f"/product/{PRODUCT}", "-X", "DELETE"),
}


def digest(helper: Helper, *words: str) -> str:
    plan = helper(*words)
    assert plan.outcome == (5, "confirmation_needed"), plan.out
    return str(plan.error["digest"])


@pytest.mark.parametrize("words", PLANNED.values(), ids=PLANNED)
def test_without_confirmation_nothing_changes(helper: Helper, words: tuple[str, ...]) -> None:
    plan = helper(*words)
    assert plan.outcome == (5, "confirmation_needed")
    assert {"account", "do", "send", "skill"} <= set(plan.error["plan"])
    assert helper(*words, "--confirm", "0123456789abcdef").outcome == (5, "confirmation_needed")
    assert helper(*words, "--confirm", "../connection").outcome == (5, "confirmation_needed")
    assert helper.changes() == []


def test_a_live_action_of_unknown_effect_is_planned(helper: Helper) -> None:
    found = helper.ok("actions", "create draft invoice")["actions"]
    draft = next(action["id"] for action in found if action["name"] == "Create Draft Invoice")
    invoice = '{"issueDate":"20261001","buyer":{"name":"Neu GmbH"},"invoiceItems":[]}'
    assert helper("run", draft, "--input", invoice).outcome == (5, "confirmation_needed")
    assert helper.changes() == []


def test_the_plan_shows_the_record_and_the_remedy_is_the_command_to_run(helper: Helper) -> None:
    plan = helper(*DELETE).error
    assert plan["plan"]["target"]["name"] == "Laserdrucker LD 400"
    assert plan["plan"]["account"]["name"] == "Faktoora"
    done = helper.shell(plan["remedy"].partition("run within 15 minutes: ")[2])
    assert done.document["record"] == {"succeed": True}
    assert helper.changes() == [("DELETE", f"/product/{PRODUCT}")]


def test_a_digest_works_once(helper: Helper) -> None:
    released = digest(helper, *POST)
    assert helper(*POST, "--confirm", released).code == 0
    assert helper(*POST, "--confirm", released).outcome == (5, "confirmation_needed")
    assert len(helper.changes()) == 1


OTHER_CALLS = {
    "method": ("request", "/product", "-X", "PUT", *POST[4:]),
    "path": ("request", "/products", *POST[2:]),
    "body": (*POST[:-1], '{"name":"Kiste","unit":"H87","tax":7}'),
    "header": (*POST, "-H", "If-Match: a"),
    "query": (*POST, "--query", "a=b"),
    "raw data": (*POST, "--rawData"),
    "connection": (*POST, "--connection", "cb8af0582cdfb58a84d16902"),
}


@pytest.mark.parametrize("words", OTHER_CALLS.values(), ids=OTHER_CALLS)
def test_a_digest_releases_only_the_call_it_was_made_for(helper: Helper, words: tuple[str, ...]) -> None:
    released = digest(helper, *POST)
    helper.sandbox.set("connections", "two")
    other = helper(*words, "--confirm", released)
    assert other.outcome == (5, "confirmation_needed")
    assert "changed since the plan was made" in other.error["message"]
    assert helper.changes() == []


def test_a_digest_of_one_record_does_not_release_another(helper: Helper) -> None:
    released = digest(helper, *DELETE)
    assert helper("delete-product", "--id", "39888", "--confirm", released).outcome == (5, "confirmation_needed")
    assert helper.changes() == []


def test_a_file_that_changes_after_the_plan_is_not_sent(helper: Helper) -> None:
    body = helper.work / "product.json"
    body.write_text('{"name":"Kiste","unit":"H87","tax":19}')
    words = ("request", "/product", "-X", "POST", "--json", "@product.json")
    released = digest(helper, *words)
    body.write_text('{"name":"Kiste","unit":"H87","tax":0}')
    assert helper(*words, "--confirm", released).outcome == (5, "confirmation_needed")
    assert helper.changes() == []


def test_a_record_that_changes_after_the_plan_is_left_alone(helper: Helper) -> None:
    released = digest(helper, *DELETE)
    helper.ok("update-product", "--id", PRODUCT, "--price", "1")
    helper.sandbox.forget_calls()
    second = helper(*DELETE, "--confirm", released)
    assert second.outcome == (5, "confirmation_needed")
    assert "target or the call has changed" in second.error["message"]
    assert helper.changes() == []


def test_another_version_of_the_skill_plans_anew(helper: Helper, tmp_path: Path) -> None:
    released = digest(helper, *DELETE)
    newer = shutil.copytree(SCRIPT.parent, tmp_path / "newer" / "scripts")
    facts = json.loads(DESCRIPTORS.read_text(encoding="utf-8"))
    (newer / DESCRIPTORS.name).write_text(json.dumps({**facts, "version": "99.0.0"}), encoding="utf-8")
    helper.command = (helper.command[0], str(newer / SCRIPT.name))
    assert helper(*DELETE, "--confirm", released).outcome == (5, "confirmation_needed")
    assert helper.changes() == []


def test_a_digest_expires(helper: Helper) -> None:
    released = digest(helper, *DELETE)
    (kept,) = helper.state.rglob(f"plan-{released}.json")
    plan = json.loads(kept.read_text())
    for until in (plan["until"] - 901, plan["until"] + 3600):  # over, and forged into the future
        kept.write_text(json.dumps({**plan, "until": until}))
        assert helper(*DELETE, "--confirm", released).outcome == (5, "confirmation_needed")
    assert helper.changes() == []


def test_of_two_confirmations_at_once_one_runs(helper: Helper) -> None:
    released = digest(helper, *POST)
    words = [*helper.command, *POST, "--confirm", released]
    both = [subprocess.Popen(words, stdout=subprocess.PIPE, env=helper.environment, cwd=helper.work) for _ in range(2)]
    for process in both:
        process.communicate()
    assert sorted(process.returncode for process in both) == [0, 5]
    assert len(helper.changes()) == 1


def test_where_nothing_can_be_remembered_reads_go_on_and_confirmations_are_refused(helper: Helper) -> None:
    blocked = helper.work / "no-folder"
    blocked.write_text("a file where the state folder would be")
    helper.environment["FAKTOORA_STATE_DIR"] = str(blocked)
    assert helper("list-customers", "--perPage", "1").code == 0
    refused = helper(*DELETE)
    assert refused.outcome == (7, "state_not_writable")
    assert refused.error["plan"]["target"]["name"] == "Laserdrucker LD 400"
    assert "FAKTOORA_STATE_DIR" in refused.error["remedy"]
    assert helper.changes() == []


def test_read_only_refuses_every_change(helper: Helper) -> None:
    helper.environment["FAKTOORA_READ_ONLY"] = "1"
    changing = (*PLANNED.values(), NEW_PRODUCT, ("update-customer", "--id", CUSTOMER, "--city", "Ulm"))
    for words in changing:
        refused = helper(*words)
        assert refused.outcome == (7, "read_only")
        assert "FAKTOORA_READ_ONLY" in refused.error["message"]
    assert helper(*NEW_PRODUCT, "--dry-run").code == 0
    assert helper("list-products", "--perPage", "1").code == 0
    assert helper("request", "/products", "--query", "perPage=1").code == 0
    assert helper.changes() == []


def test_read_only_changes_no_login_and_no_connection(new_helper: Callable[..., Helper]) -> None:
    helper = new_helper(connection="ready")
    helper.environment["FAKTOORA_READ_ONLY"] = "1"
    for words in (("connect",), ("connect", "--code", "SANDBOX-1234")):
        assert helper(*words).outcome == (7, "read_only")
    assert not any(words[0] in ("login", "connect") for words in helper.runs())


@pytest.mark.parametrize("words", [*PLANNED.values(), NEW_PRODUCT], ids=[*PLANNED, "create"])
def test_a_dry_run_sends_nothing_and_names_the_command_without_it(helper: Helper, words: tuple[str, ...]) -> None:
    command, *rest = words
    shown = helper.ok(command, "--dry-run", *rest)
    assert shown["would_send"]
    assert shown["next"].endswith(" ".join(rest[-1:]) if "{" not in rest[-1] else "'")
    assert "--dry-run" not in shown["next"]
    assert all(word in shown["next"] for word in rest)
    assert helper.changes() == []


def test_a_covered_live_action_runs_only_as_the_skill_s_own(used_helper: Helper) -> None:
    helper = used_helper
    identifier = helper.ok("delete-product", "--id", PRODUCT, "--dry-run")["would_send"]["id"]
    for name in (identifier, "delete-product"):
        refused = helper("run", name, "--input", json.dumps({"id": PRODUCT}))
        assert refused.outcome == (2, "covered_action")
        assert "delete-product --help" in refused.error["remedy"]
    helper.sandbox.set("keys", "no")
    for kept in helper.state.rglob("live.json"):
        kept.unlink()
    assert helper("run", identifier, "--input", json.dumps({"id": PRODUCT})).outcome == (2, "covered_action")
    assert helper.changes() == []


def test_a_plan_shows_the_text_that_is_sent_and_not_what_it_resembles(helper: Helper) -> None:
    for body in ('note\n{"name":"Kiste"}', '{"tax":19,"tax":0}', "{ }"):
        plan = helper("request", "/product", "-X", "POST", "-d", body).error["plan"]
        assert plan["send"]["body"] == body


def test_a_record_without_a_reader_of_its_own_is_found_in_its_list(helper: Helper) -> None:
    hook = helper.ok("list-webhooks")["items"][0]
    words = ("update-webhook", "--id", hook["id"], "--target", "https://example.com/new")
    plan = helper(*words)
    assert plan.error["plan"]["target"] == {"action": hook["action"], "target": hook["target"]}
    assert helper("update-webhook", "--id", "6f1c3b1e-0d52-5f0a-9f43-2b7d6f0c1a10", *words[3:]).outcome == (
        6,
        "target_not_found",
    )
    assert helper("delete-invoice", "--faktooraId", "FXXXXXX").outcome == (6, "target_not_found")
    assert helper.changes() == []
    assert helper(*words, "--confirm", plan.error["digest"]).code == 0


def test_a_request_that_sends_an_invoice_says_so_however_its_path_is_spelt(helper: Helper) -> None:
    for path in ("/invoices", "invoices", "/Invoices", "/%69nvoices"):
        planned = helper("request", path, "-X", "POST", "--json", "{}")
        assert planned.outcome == (5, "confirmation_needed")
        assert "sent to its buyer" in planned.error["message"]
        assert "sent to its buyer" in planned.error["plan"]["warning"]


def test_the_plan_of_a_request_shows_what_stands_at_its_path(helper: Helper) -> None:
    planned = helper("request", f"/customer/{CUSTOMER}", "-X", "DELETE")
    assert planned.error["plan"]["target"]["customerId"] == "K-10001"
    helper.ok("update-customer", "--id", CUSTOMER, "--email", "other@example.com")
    changed = helper("request", f"/customer/{CUSTOMER}", "-X", "DELETE", "--confirm", planned.error["digest"])
    assert changed.outcome == (5, "confirmation_needed")


def test_a_request_whose_path_cannot_be_read_is_planned_without_a_record(helper: Helper) -> None:
    planned = helper("request", "/webhooks/nobody-knows", "-X", "DELETE")
    assert planned.outcome == (5, "confirmation_needed")
    assert planned.error["plan"]["target"].startswith("none: nothing can be read there")


def test_the_plan_of_a_request_shows_the_record_from_the_list_above_where_its_own_path_cannot_be_read(
    helper: Helper,
) -> None:
    webhook = helper.ok("list-webhooks")["items"][0]
    planned = helper("request", f"/webhooks/{webhook['id']}", "-X", "DELETE")
    assert planned.error["plan"]["target"]["target"] == webhook["target"]
    assert (
        helper("request", f"/webhooks/{webhook['id']}", "-X", "DELETE", "--confirm", planned.error["digest"]).code == 0
    )
    assert helper.changes() == [("DELETE", f"/webhooks/{webhook['id']}")]
