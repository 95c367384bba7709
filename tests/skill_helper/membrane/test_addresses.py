"""Which addresses of Membrane are shown to a person."""

from __future__ import annotations

import pytest

from skill_helper.membrane.addresses import login_address, web_address

LOGIN = "https://api.getmembrane.com/oauth/authorize?client_id=membrane-cli&response_type=code&state=a.b"
NO_ADDRESSES: tuple[object, ...] = (
    "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x", "ftp://x.example/",
    "//x.example/",
    "x.example", "", "https://", "https:///x", "https://a b.example/", "https://x.example/\n",
    "https://x.example/\u202e", "https://x.exa\u200bmple",
    "https://api.getmembrane.com@evil.example/", "https://user:pass@x.example/", "https://x.example\\@evil.example", "https://x:99999/",
    "https://[::1", 'https://x.example/"onclick', "https://x.example/<script>", "https://x.example/" + "a" * 5000, None,
    5, {}, ["https://x.example"],
)  # fmt: skip


@pytest.mark.parametrize("value", NO_ADDRESSES, ids=lambda value: ascii(value)[:50])
def test_what_is_no_web_address(value: object) -> None:
    assert web_address(value) == ""


@pytest.mark.parametrize("value", ["https://x.example/a?b=c#d", "http://x.example:8080/", "HTTPS://x.example"])
def test_web_addresses(value: str) -> None:
    assert web_address(value) == (value if value[0] == "h" else "")


@pytest.mark.parametrize(
    ("printed", "address"),
    [
        (f"Open this:\n{LOGIN}\n", LOGIN),
        (f"Update: https://npmjs.com/package/x\nOpen {LOGIN}.", LOGIN),
        (f"{LOGIN}\nDocs: https://docs.getmembrane.com/login", LOGIN),
        (f"see https://docs.example/authentication, then ({LOGIN})", LOGIN),
        ("go to https://x.example/start", "https://x.example/start"),
        ("http://localhost:4000/oauth/authorize?client_id=x", "http://localhost:4000/oauth/authorize?client_id=x"),
        ("http://127.0.0.1/login", "http://127.0.0.1/login"),
        (f"http://evil.example/oauth/authorize?client_id=x {LOGIN}", LOGIN),
        ("http://api.getmembrane.com/oauth/authorize?client_id=x", ""),
        ("http://localhost.evil.example/oauth/authorize?client_id=x", ""),
        ("https://api.getmembrane.com@evil.example/oauth/authorize?client_id=x", ""),
        ("javascript:alert(1)//https", ""),
        ("https://a.example/x https://b.example/y", ""),
        ("nothing", ""),
        ("", ""),
    ],
)
def test_the_address_of_a_login(printed: str, address: str) -> None:
    assert login_address(printed) == address
