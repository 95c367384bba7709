"""Which requests Membrane is not asked to pass on, however they are spelt."""

from __future__ import annotations

import pytest
from support.sessions import a_session

from skill_helper.base.outcome import Failure
from skill_helper.membrane.proxy import ProxyRequest, body_facts, check_path, checked_headers, filled_path, query_pairs

SESSION = a_session()
HIDDEN_PATHS = (
    "/apikeys", "/mcp", "/APIKEYS", "/apikeys/", "/apikeys/1",
    "/%61pikeys", "/%2561pikeys", "/%2525252525252561pikeys", "//apikeys",
    "/./apikeys", "/x/../apikeys", "/x/..;/apikeys",
    "/x/%2e%2e/apikeys", "/apikeys;v=1", "/apikeys%3bv=1", "/apikeys%2f",
    "/%2fapikeys", "/%5capikeys", "\\apikeys", "/x\\..\\apikeys",
    "https://api.faktoora.com/apikeys", "//api.faktoora.com/apikeys",
    "apikeys", "/apikeys%20", "/apikeys.", "/apikeys%00", "/apikeys%0a", "/apikeys?a=b", "/apikeys%3fa=b", "/apikeys#a",
)  # fmt: skip
REFUSED_HEADERS = (
    "Authorization: Bearer x", "X-API-KEY: x", "x-api-key: x",
    "Cookie: a=b", "Proxy-Authorization: x", "X-HTTP-Method-Override: DELETE",
    "X-Method-Override: DELETE", "A: b\nX-API-KEY: c",
    "A: b\rX-API-KEY: c", "A\nX-API-KEY: c", "Bad Name: x", ": x", "no colon",
)  # fmt: skip


@pytest.mark.parametrize("path", [*HIDDEN_PATHS, "/a/b", "/A/./b/c", "/a//b"])
def test_forbidden_paths(path: str) -> None:
    with pytest.raises(Failure) as refused:
        check_path(SESSION, path)
    assert refused.value.code in ("forbidden_path", "bad_path")
    assert refused.value.remedy


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/customers",
        "/customer/apikeys",
        "/apikeysets",
        "/a",
        "/a/bc",
        "/invoices/2026%2F09%2F00400",
        "/x/100%25",
        "/ä",
        "/v1;p=1/x",
    ],
)
def test_other_paths_are_let_through(path: str) -> None:
    check_path(SESSION, path)


@pytest.mark.parametrize("header", REFUSED_HEADERS)
def test_headers_that_are_not_the_caller_s(header: str) -> None:
    name, _, value = header.partition(":")
    with pytest.raises(Failure) as refused:
        checked_headers([(name.strip(), value.strip())] if ":" in header else [("", "")])
    assert refused.value.exit_code == 2


def test_other_headers_are_let_through() -> None:
    assert checked_headers([("Accept", "application/pdf"), ("X-Note", "ä; b=c")])


def test_a_value_stays_one_part_of_the_path() -> None:
    assert filled_path("/a/{b}/{c}", {"b": "x/y?z#%ä", "c": 5}) == "/a/x%2Fy%3Fz%23%25%C3%A4/5"
    with pytest.raises(Failure, match="needs b"):
        filled_path("/a/{b}", {})


def test_an_array_repeats_its_query_name() -> None:
    assert query_pairs(["k", "n", "absent"], {"k": ["a", "b"], "n": 2}) == (("k", "a"), ("k", "b"), ("n", "2"))


def test_a_plan_shows_a_body_as_json_only_where_it_is_that_text() -> None:
    assert body_facts('{"a":1}') == {"a": 1}
    for text in ('{ "a":1}', '{"a":1,"a":2}', "x", 'y\n{"a":1}', ""):
        assert body_facts(text) == text


def test_every_part_of_a_request_is_shown_and_sent() -> None:
    call = ProxyRequest("POST", "/x", (("q", "-1"),), (("A", "b"),), "-body", raw=True)
    assert call.facts() == {
        "method": "POST",
        "path": "/x",
        "query": ["q=-1"],
        "headers": ["A: b"],
        "body": "-body",
        "raw": True,
    }
    assert call.arguments("C") == [
        "request",
        "C",
        "/x",
        "--method=POST",
        "--header=A: b",
        "--query=q=-1",
        "--data=-body",
        "--rawData",
    ]
    assert not call.reads_only
    assert ProxyRequest("HEAD", "/x").facts() == {"method": "HEAD", "path": "/x"}
