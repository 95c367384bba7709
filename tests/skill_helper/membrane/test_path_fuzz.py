"""Whatever path is sent stays below the app's address and outside of what is forbidden, for Python's parser and Node's.

It is looked at as it is sent, and as a program would see it that decodes it, or folds look-alikes, before it parses it.
"""

from __future__ import annotations

import json
import posixpath
import random
import subprocess
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from support.places import TESTS
from support.sessions import a_session

from skill_helper.base.outcome import Failure
from skill_helper.membrane.proxy import Parts, make_request

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skill_helper.session import Session

HOST, BASE = "api.example.com", "/api/v1"
FORBIDDEN = ("apikeys", "mcp", "admin")
PIECES = (
    "/", "/", "/", "//", "\\", ".", "..", "...", "%2e", "%2E%2e", "%252e", ";", "?", "#", "%", "%3f", "%23", "%2f",
    "%5c", "%00",
    "%0a", "%20",
    " ", "\t", "apikeys", "APIKEYS", "%61pikeys", "mcp", "admin", "x", "customers", "{i}", "{j}", "{", "}", ":", "@",
    "https:", "&",
    "=", "+",
    ",", "~", "!", "*", "'", "(", ")", "ä", "%C3%A4", "%c0%ae", "\uff0e", "\uff0f", "\u2024", "\u2025", "\u2044",
    "\u200b", "\u202e",
    "\uff41",
    "|", "^", "<", ">", '"', "`", "[", "]", "$", "-", "_", "0",
)  # fmt: skip
EXAMPLES = 40_000


def texts() -> Iterator[tuple[str, dict[str, str]]]:
    chance = random.Random(12)  # noqa: S311 - the same examples at each run
    for _ in range(EXAMPLES):
        text, i, j = ("".join(chance.choices(PIECES, k=chance.randrange(1, most))) for most in (8, 4, 3))
        yield chance.choice(("/", "/x/", "")) + text, {"i": i, "j": j}


def sent_paths() -> list[str]:
    """Return what is sent of all those that are not refused."""
    session = a_session()
    return sorted({sent(session, text, values) for text, values in texts()} - {""})


def sent(session: Session, text: str, values: dict[str, str]) -> str:
    try:
        return str(make_request(session, Parts("GET", text, values)).path)
    except Failure:
        return ""


@pytest.fixture(scope="module")
def addresses() -> list[str]:
    """Return the addresses that some program may ask for, made of the paths that are sent."""
    made = []
    for path in sent_paths():
        for seen in (path, unquote(path), unicodedata.normalize("NFKC", unquote(path)), unquote(unquote(path))):
            made += [f"https://{HOST}{BASE}{seen}", urljoin(f"https://{HOST}{BASE}/", seen.lstrip("/"))]
    assert len(made) > EXAMPLES / 4
    return made


def check(address: str, scheme: str, host: str, path: str, rest: str) -> None:
    assert (scheme, host, rest) == ("https", HOST, ""), address
    clean = posixpath.normpath(unquote(path))
    assert clean.startswith(BASE), address
    first = clean.removeprefix(BASE).strip("/").partition("/")[0].casefold()
    assert first not in FORBIDDEN, address


def test_python_stays_below_the_address(addresses: list[str]) -> None:
    for address in addresses:
        parts = urlsplit(address)
        check(address, parts.scheme, parts.netloc, parts.path, parts.query + parts.fragment)


def test_node_stays_below_the_address(addresses: list[str]) -> None:
    program = ["node", str(TESTS / "node" / "urls.mjs")]
    done = subprocess.run(program, input=json.dumps(addresses), capture_output=True, check=True, encoding="utf-8")
    parsed = json.loads(done.stdout)
    assert len(parsed) == len(addresses)
    for address, (scheme, host, path, rest) in zip(addresses, parsed, strict=True):
        check(address, scheme.rstrip(":"), host, path, rest)
