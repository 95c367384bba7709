"""The path of a proxy request: what is taken, what is refused, and what is sent."""

from __future__ import annotations

import pytest

from skill_helper.base.outcome import Failure
from skill_helper.membrane.path import ProxyPath, parse_path

TAKEN = {
    "/": "/",
    "/customers": "/customers",
    "customers": "/customers",
    "invoices/next-number": "/invoices/next-number",
    "/%63ustomers": "/customers",
    "/Customers/A-1_b.c~d": "/Customers/A-1_b.c~d",
    "/customer/a b": "/customer/a%20b",
    "/customer/ä": "/customer/%C3%A4",
    "/customer/%C3%A4": "/customer/%C3%A4",
    "/customer/a+b&c=d": "/customer/a%2Bb%26c%3Dd",
    "/things/5:close": "/things/5:close",
    "/x/https:": "/x/https:",
    "/users/jane@example.com": "/users/jane@example.com",
    "/.well-known/x": "/.well-known/x",
    "/x/..a": "/x/..a",
    "/apikeysets": "/apikeysets",
}
REFUSED = (
    # separators and marks, plain and encoded, once and twice
    *(f"/x{mark}/../apikeys" for mark in ("?", "#", ";", "%3f", "%3F", "%23", "%3b", ";%3f", "%25253f", "%253f")),
    *(f"/x{mark}/../apikeys" for mark in ("%5c", "\\", "%2f", "%25")),
    "/%3f/../apikeys", "/x%3f/../../../admin", "/x%23/../mcp/tools", "/x%3f", "/x%23a", "/x?a=b", "/x#a", "/x;v=1",
    "/x%3bv=1",
    "/x%2fy", "/x%2Fy", "/x%5cy", "/x\\y", "\\x", "/x%25", "/100%25", "/%2561pikeys", "/%252e%252e/x", "/%25252e",
    # percent-encoding that is none, and bytes that are no UTF-8
    "/x%", "/x%4", "/x%zz", "/x%u002e", "/%ff", "/%c0%af", "/%c0%ae%c0%ae/x", "/%ed%a0%80", "/x\udcff", "/%E2%80",
    # dot segments in any spelling
    "/.", "/..", "/./x", "/x/..", "/x/../y", "/x/%2e%2e/y", "/x/.%2e/y", "/x/%2E./y", "/x/%2e/y", "/x/...", "/x/..;/y",
    "/x/. ./y",
    "/x/\uff0e\uff0e/y", "/x/\u2025/y", "/x/\u2024\u2024/y", "/x/%E2%80%A5/y",
    # empty parts
    "", "//", "//x", "/x//y", "/x/", "x/", "///",
    # blanks and dots at the ends, and what cannot be seen
    "/ x", "/x ", "/x%20", "/x/%20/y", "/x%09", "/x\ty", "/x%0a", "/x%00", "/x\x7f", "/x%C2%85", "/x\xa0", "/x%C2%A0y",
    "/x\u200b",
    "/x%E2%80%AE", "/x\u2028", "/x\ufeff", "/x.", "/x%2e", "/x./y", "/x\u3000",
    # look-alikes of separators
    "/x\uff0f..\uff0fy", "/x\uff1fa", "/x\uff03a", "/x\uff05 2e", "/x\uff1ba", "/x\uff3cy", "/x\u2044y", "/x\u2215y",
    "/x\u2100",
    # addresses
    "https://api.faktoora.com/x", "HTTP:x", "https:x", "https:/x", "//api.faktoora.com/x", "javascript:x", "mailto:a@b",
    "file:///x", "a:b",
    "/https:", "/a:b", "/%68ttps:x", "/https%3ax", "/x\uff1ay",
    # placeholders of other programs
    "/x/{", "/x/}", "/x/%7Bid%7D", "/x/{}",
)  # fmt: skip
VALUES = (
    "a/b",
    "?/../../apikeys",
    "#",
    "..",
    ".",
    "%2e%2e",
    "a%2Fb",
    "a;b",
    "a\\b",
    "",
    " ",
    "a ",
    "a.",
    "a\nb",
    "{i}",
    "\uff0e\uff0e",
    "\u200b",
)


@pytest.mark.parametrize(("text", "sent"), TAKEN.items())
def test_what_is_taken_is_rebuilt(text: str, sent: str) -> None:
    path = parse_path(text, {})
    assert str(path) == sent
    assert parse_path(sent, {}) == path


@pytest.mark.parametrize("text", REFUSED, ids=ascii)
def test_what_could_be_read_in_two_ways_is_refused(text: str) -> None:
    with pytest.raises(Failure) as refused:
        parse_path(text, {})
    assert (refused.value.exit_code, refused.value.code) == (2, "bad_path")
    assert refused.value.remedy


@pytest.mark.parametrize("value", VALUES, ids=ascii)
@pytest.mark.parametrize("path", ["/x/{i}", "/{i}", "/x/{i}/y"])
def test_a_value_is_plain_text_within_its_part(path: str, value: str) -> None:
    with pytest.raises(Failure) as refused:
        parse_path(path, {"i": value})
    assert refused.value.code == "bad_path"


def test_values_are_filled_in() -> None:
    assert str(parse_path("/a/{b}/{c}", {"b": "x y&ä", "c": 5})) == "/a/x%20y%26%C3%A4/5"
    assert str(parse_path("/a/{b}.pdf", {"b": "x"})) == "/a/x.pdf"
    with pytest.raises(Failure, match="needs b"):
        parse_path("/a/{b}", {})
    for values in ({"b": ".", "c": "."}, {"b": "%", "c": "2e"}, {"b": "", "c": "x"}):
        with pytest.raises(Failure):
            parse_path("/a/{b}{c}", values)
    with pytest.raises(Failure):
        parse_path("/a/%2{b}", {"b": "e"})


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("C:/Program Files/Git/invoices/next-number", "invoices/next-number"),
        ("C:\\Program Files\\Git\\invoices\\next-number", "invoices/next-number"),
        ("D:/Users/Jane Doe/AppData/Local/Programs/Git/products", "products"),
        ("c:/msys64/customer/5", "customer/5"),
        ("C:/PortableGit/customers", "customers"),
        ("C:/somewhere/customers", "PATH"),
    ],
)
def test_a_path_that_git_bash_has_rewritten(text: str, typed: str) -> None:
    with pytest.raises(Failure, match="Git Bash has rewritten") as refused:
        parse_path(text, {})
    assert f'"{typed}"' in refused.value.remedy
    assert "MSYS_NO_PATHCONV=1" in refused.value.remedy


@pytest.mark.parametrize(
    "text",
    [
        "/apikeys", "apikeys", "/APIKEYS", "/ApiKeys/1", "/%61pikeys", "/apikeys/x/y", "/apikeys.json", "/apikeys,v=1",
        "/\uff41pikeys", "/api\u212aeys", "/ap\u0131keys", "/apikey\u017f", "/apikeys@x", "/apikeys!", "/apikeys=1",
        "/apikeys x",
    ],
    ids=ascii,
)  # fmt: skip
def test_a_place_is_recognised_however_it_is_spelt(text: str) -> None:
    assert parse_path(text, {}).lies_below("/apikeys")


@pytest.mark.parametrize(
    "text", ["/", "/customers", "/customer/apikeys", "/apikeysets", "/apikeys-old", "/apikey", "/x/apikeys"]
)
def test_another_place_is_another_place(text: str) -> None:
    assert not parse_path(text, {}).lies_below("/apikeys")


def test_a_place_below_another_is_not_that_place() -> None:
    assert parse_path("/Invoices", {}).is_at("/invoices/")
    assert not parse_path("/invoices/5", {}).is_at("/invoices")
    assert not ProxyPath(()).is_at("/invoices")
    assert parse_path("/a", {}).above == ProxyPath(())
