"""Which requests Membrane is not asked to pass on, however they are spelt."""

from __future__ import annotations

import ast

import pytest
from support.places import ROOT
from support.sessions import a_session

from skill_helper.base.outcome import Failure
from skill_helper.membrane.path import ProxyPath
from skill_helper.membrane.proxy import Parts, ProxyRequest, body_facts, make_request

SESSION = a_session()


@pytest.mark.parametrize("path", ["/apikeys", "/mcp", "/APIKEYS/1", "/%61pikeys", "/a/b", "/A/B/c", "/mcp.json"])
def test_forbidden_paths(path: str) -> None:
    for method in ("GET", "POST"):
        with pytest.raises(Failure) as refused:
            make_request(SESSION, Parts(method, path))
        assert (refused.value.exit_code, refused.value.code) == (7, "forbidden_path")
        assert refused.value.remedy
    with pytest.raises(Failure, match="does not send"):
        make_request(SESSION, Parts("GET", "/{what}/b", {"what": "a"}))


@pytest.mark.parametrize("path", ["/", "/customers", "/customer/apikeys", "/apikeysets", "/a", "/a/bc"])
def test_other_paths_are_let_through(path: str) -> None:
    assert str(make_request(SESSION, Parts("GET", path)).path) == path


def test_a_request_is_made_of_checked_parts() -> None:
    for parts in (
        Parts("GET", "/x/.."),
        Parts("GET", "/x", query=[("_method", "x")]),
        Parts("GET", "/x", headers=[("Host", "x")]),
    ):
        with pytest.raises(Failure):
            make_request(SESSION, parts)
    constant = Parts("GET", "/x", headers=[("accept", "b")], own_headers={"X-Tenant": "a"})
    assert make_request(SESSION, constant).headers == (("X-Tenant", "a"), ("Accept", "b"))


def test_requests_are_made_in_one_place() -> None:
    sources = {path: path.read_text(encoding="utf-8") for path in (ROOT / "src" / "skill_helper").rglob("*.py")}
    calls = {
        path.name for path, text in sources.items() for node in ast.walk(ast.parse(text)) if _makes_a_request(node)
    }
    assert calls == {"proxy.py"}


def _makes_a_request(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "ProxyRequest"


def test_a_plan_shows_a_body_as_json_only_where_it_is_that_text() -> None:
    assert body_facts('{"a":1}') == {"a": 1}
    for text in ('{ "a":1}', '{"a":1,"a":2}', "x", 'y\n{"a":1}', ""):
        assert body_facts(text) == text


def test_every_part_of_a_request_is_shown_and_sent() -> None:
    call = ProxyRequest("POST", ProxyPath(("x",)), (("q", "-1"),), (("A", "b"),), "-body", raw=True)
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
    assert ProxyRequest("HEAD", ProxyPath(("x",))).facts() == {"method": "HEAD", "path": "/x"}
