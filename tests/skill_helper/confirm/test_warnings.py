"""A warning says what this request does: which records of its body it holds for."""

from __future__ import annotations

import pytest
from support.sessions import APP

from skill_helper.base.records import ProxyRule, ProxyWarning, ShippedSkill
from skill_helper.confirm.warnings import Warned, warning_about
from skill_helper.membrane.proxy import Parts, make_request
from skill_helper.session import Session

SAYS = "An invoice without draftOnly or reviewMode is sent to its buyer."
RULES = (
    ProxyWarning("POST", "/invoices", SAYS, "invoices", ("draftOnly", "reviewMode")),
    ProxyWarning("PUT", "/letter", "A letter is mailed.", "", ("test",)),
    ProxyWarning("DELETE", "/customers", "All customers go."),
)
SESSION = Session(
    ShippedSkill("faktoora", "Faktoora", "1.0.0", APP, ProxyRule(warnings=RULES), {}, {}), "faktoora.py", {}
)
JSON = ("Content-Type", "application/json")


def warned(
    body: str | None, *, method: str = "POST", path: str = "/invoices", header: tuple[str, str] = JSON, query: str = ""
) -> Warned | None:
    pairs = [(query, "true")] if query else []
    return warning_about(SESSION, make_request(SESSION, Parts(method, path, query=pairs, headers=[header], body=body)))


@pytest.mark.parametrize(
    "body",
    [
        '{"invoices":[{"draftOnly":true}]}',
        '{"invoices":[{"reviewMode":true,"draftOnly":false},{"draftOnly":true,"buyer":{}}]}',
        '{"invoices":[]}',
        ' {"invoices" : [ {"draftOnly" : true} ] }',
    ],
)
def test_drafts_need_no_warning(body: str) -> None:
    assert warned(body) is None


def test_the_records_that_will_be_sent_are_named() -> None:
    body = (
        '{"invoices":[{"invoiceNumber":"A-1"},{"number":7,"draftOnly":true},{"name":"Neu"},'
        '{"draftOnly":false,"reviewMode":null}]}'
    )
    found = warned(body)
    assert found is not None
    assert found.records == ("invoices[0] A-1", "invoices[2] Neu", "invoices[3]")
    assert found.spared == ("invoices[1] 7: draftOnly",)
    assert found.remarks == ()
    assert found.sentence == f"{SAYS.rstrip('.')}: invoices[0] A-1, invoices[2] Neu, invoices[3]"
    assert found.facts()["applies_to"] == ["invoices[0] A-1", "invoices[2] Neu", "invoices[3]"]


@pytest.mark.parametrize(
    ("body", "remark"),
    [
        ('{"draftOnly":true,"invoices":[{}]}', "/draftOnly = true"),
        ('{"invoices":[{"buyer":{"draftOnly":true}}]}', "/invoices/0/buyer/draftOnly = true"),
        ('{"invoices":[{"options":[{"reviewMode":true}]}]}', "/invoices/0/options/0/reviewMode = true"),
        ('{"invoices":[{"DraftOnly":true}]}', "/invoices/0/DraftOnly = true"),
        ('{"invoices":[{"draft_only":true}]}', "/invoices/0/draft_only = true"),
        ('{"invoices":[{"draftOnly":"true"}]}', '/invoices/0/draftOnly = "true"'),
        ('{"invoices":[{"draftOnly":1}]}', "/invoices/0/draftOnly = 1"),
        ('{"Invoices":[{"draftOnly":true}],"invoices":[{}]}', "/Invoices/0/draftOnly = true"),
    ],
)
def test_a_switch_at_the_wrong_place_spares_nothing(body: str, remark: str) -> None:
    found = warned(body)
    assert found is not None
    assert found.records == ("invoices[0]",)
    assert [text.partition(" changes nothing")[0] for text in found.remarks] == [remark]
    assert "Faktoora looks only in each of invoices for draftOnly, reviewMode" in found.remarks[0]


def test_a_switch_in_the_query_spares_nothing() -> None:
    found = warned('{"invoices":[{}]}', query="draftOnly")
    assert found is not None
    assert found.remarks[0].startswith("--query draftOnly changes nothing")


@pytest.mark.parametrize(
    "body",
    [
        None, "", "{}", "[]", "null", '"x"', '[{"draftOnly":true}]', '{"draftOnly":true}',
        '{"invoices":{"draftOnly":true}}',
        '{"invoices":[[{"draftOnly":true}]]}', '{"invoices":["draftOnly"]}', '{"invoices":null}',
        '{"Invoices":[{"draftOnly":true}]}',
        "draftOnly=true", "<invoice/>", '{"invoices":[{"draftOnly":true,"draftOnly":false}]}',
        '{"invoices":[],"invoices":[{}]}',
        '\ufeff{"invoices":[{"draftOnly":true}]}', '{"invoices":[{"draftOnly":true}]} x',
        '{"invoices":[{"draftOnly":true},]}',
    ],
    ids=ascii,
)  # fmt: skip
def test_a_body_of_another_shape_gets_the_warning(body: str | None) -> None:
    found = warned(body)
    assert found is not None
    assert (found.says, found.records) == (SAYS, ())
    assert found.sentence == SAYS.rstrip(".")
    assert found.remarks[0].startswith("the body ")


@pytest.mark.parametrize(
    "kind",
    [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "application/json; charset=utf-16",
        "application/xml",
    ],
)
def test_a_body_that_is_not_declared_as_json_gets_the_warning(kind: str) -> None:
    found = warned('{"invoices":[{"draftOnly":true}]}', header=("content-type", kind))
    assert found is not None
    assert kind in found.remarks[0]


@pytest.mark.parametrize(
    "kind",
    ["application/json", "Application/JSON", "application/json; charset=utf-8", "application/json;charset=UTF-8"],
)
def test_json_is_json_however_it_is_declared(kind: str) -> None:
    assert warned('{"invoices":[{"draftOnly":true}]}', header=("Content-Type", kind)) is None


@pytest.mark.parametrize(
    "path", ["/invoices", "invoices", "/Invoices", "/%69nvoices", "/\uff49nvoices", "/invoices.json"], ids=ascii
)
def test_the_path_is_recognised_however_it_is_spelt(path: str) -> None:
    assert warned('{"invoices":[{}]}', path=path) is not None


def test_other_requests_are_not_warned_of() -> None:
    assert warned("{}", path="/invoices/5") is None
    assert warned("{}", method="PATCH") is None


def test_a_rule_may_be_about_the_body_or_about_the_request() -> None:
    assert warned('{"test":true}', method="PUT", path="/letter") is None
    letter = warned('{"number":"L-1"}', method="PUT", path="/letter")
    assert letter is not None
    assert letter.records == ("the body L-1",)
    assert warned('{"a":{"test":true}}', method="PUT", path="/letter").remarks[0].startswith("/a/test = true changes")  # type: ignore[union-attr]
    assert warned("[]", method="PUT", path="/letter").remarks[0].startswith("the body is no JSON object")  # type: ignore[union-attr]
    assert warned(None, method="DELETE", path="/customers").facts() == {"warning": "All customers go."}  # type: ignore[union-attr]


def test_many_records_are_all_in_the_plan_and_some_in_the_sentence() -> None:
    found = warned('{"invoices":[' + ",".join(["{}"] * 40) + "]}")
    assert found is not None
    assert len(found.facts()["applies_to"]) == 40
    assert found.sentence.endswith("invoices[4] and 35 more")


def test_many_members_at_the_wrong_place_are_counted() -> None:
    found = warned('{"invoices":[' + ",".join(['{"Draftonly":true}'] * 40) + "]}")
    assert found is not None
    assert found.remarks[-1] == "there are 30 more such members"
