"""The headers and the query of a proxy request."""

from __future__ import annotations

import pytest

from skill_helper.base.outcome import Failure
from skill_helper.membrane.headers import checked_headers
from skill_helper.membrane.query import checked_query

OTHER_HEADERS = (
    "Authorization", "authorization", "Proxy-Authorization", "X-API-KEY", "X_API_KEY", "x-api-key", "Apikey", "Api-Key",
    "Token",
    "X-Auth-Token", "X-Access-Token", "Cookie", "Set-Cookie", "X-HTTP-Method-Override", "X_HTTP_Method_Override",
    "X-HTTP-Method",
    "X-Method-Override", "X-Original-Method", "X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Host",
    "X-Forwarded-Prefix", "Forwarded",
    "Host", "host ", "Content-Length", "Transfer-Encoding", "Content-Encoding", "Connection", "Upgrade", "TE", "Expect",
    "X-Account-Id",
    "Accept-Encoding", "Accept\u200b", "Accept\n", "Accept\r\nHost", "Content Type", "content_type", "If-Match:", "",
    " ", "X-Note",
    "Accept-Langu\u0430ge", "Referer", "Origin", "Range", "Prefer",
)  # fmt: skip
VALUES = ("", "a\nb", "a\r\nX-API-KEY: b", "a\x00", "a\tb", "ä", "\u200b", "a\x7f", " a", "a ", "a\x85b", "\u202e")
METHOD_NAMES = (
    "_method", "_METHOD", "__method", "-method", "method_", "_Method_", "method[]", "$method", "method_override",
    "METHOD-OVERRIDE",
    "methodOverride", "x-http-method-override", "X_HTTP_Method_Override", "xhttpmethodoverride", "http_method",
    "x-http-method",
    "_http_method", "x-method-override", "x-original-method", "http-verb", "_meth\u200bod", "\uff3fmethod",
    "_\uff4dethod", "real_method",
)  # fmt: skip


@pytest.mark.parametrize("name", OTHER_HEADERS, ids=ascii)
def test_a_header_that_is_not_on_the_list(name: str) -> None:
    with pytest.raises(Failure) as refused:
        checked_headers([(name, "x")], ())
    assert (refused.value.exit_code, refused.value.code) == (2, "header_not_allowed")
    assert "Accept, Accept-Language, Content-Type, Idempotency-Key, If-Match" in refused.value.remedy


@pytest.mark.parametrize("value", VALUES, ids=ascii)
def test_a_value_is_one_line_of_visible_characters(value: str) -> None:
    with pytest.raises(Failure) as refused:
        checked_headers([("Accept", value)], ())
    assert refused.value.code == "bad_header"


def test_headers_are_sent_by_the_names_of_the_list() -> None:
    given = [("ACCEPT", "application/pdf"), ("idempotency-key", "a b; c=d"), ("If-Match", '"x"'), ("prefer", "minimal")]
    sent = (("Accept", "application/pdf"), ("Idempotency-Key", "a b; c=d"), ("If-Match", '"x"'), ("Prefer", "minimal"))
    assert checked_headers(given, ("Prefer",)) == sent
    with pytest.raises(Failure, match="twice"):
        checked_headers([("Accept", "a"), ("accept", "b")], ())


@pytest.mark.parametrize("name", METHOD_NAMES, ids=ascii)
def test_a_query_does_not_replace_the_method(name: str) -> None:
    with pytest.raises(Failure) as refused:
        checked_query([(name, "DELETE")])
    assert (refused.value.exit_code, refused.value.code) == (2, "method_in_query")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("method", "delete"),
        ("Method", " PUT "),
        ("a", "b&_method=DELETE"),
        ("a", "b;x-http-method-override=PUT"),
        ("a", "b#&_method=x"),
    ],
)
def test_nor_does_a_value(name: str, value: str) -> None:
    with pytest.raises(Failure, match="change the method"):
        checked_query([(name, value)])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("", "a"), (" a", "b"), ("a&b", "c"), ("a#", "b"), ("%5Fmethod", "DELETE"), ("_m%65thod", "DELETE"),
        ("a?b", "c"), ("a+b", "c"),
        ("a=b", "c"), ("a", "b\nc"), ("a", "b\x00"), ("a\r", "b"), ("a", "\udcff"), ("a", "C:/Program Files/Git/x"),
    ],
    ids=ascii,
)  # fmt: skip
def test_a_query_is_plain_text(name: str, value: str) -> None:
    with pytest.raises(Failure) as refused:
        checked_query([(name, value)])
    assert refused.value.exit_code == 2


def test_other_queries_are_let_through() -> None:
    pairs = (
        ("keyword", "Müller & Söhne; 100% = 1+1?"),
        ("method", "sepa"),
        ("paymentMethod", "cash"),
        ("status[]", "a"),
        ("status[]", "b"),
    )
    assert checked_query(pairs) == pairs
