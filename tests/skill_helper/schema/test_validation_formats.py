"""The formats: agreement with the checkers that `jsonschema` uses, disagreements, and speed on hostile text."""

from __future__ import annotations

import time

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skill_helper.schema.formats import TEXT_FORMATS

REPEATABLE = settings(max_examples=150, derandomize=True, database=None, deadline=None)
FORMAT_CHECKER = jsonschema.Draft202012Validator.FORMAT_CHECKER

# Where the validator and jsonschema's checkers part: format, text, what the validator says, why it is right.
DISAGREEMENTS = [
    ("date-time", "1998-12-31T23:59:60Z", True, "a leap second; the suite demands it, rfc3339-validator knows none"),
    ("date-time", "1998-12-31T15:59:60.123-08:00", True, "a leap second with an offset; the suite demands it"),
    ("date-time", "2024-01-01T00:00:00Z\n", False, "rfc3339-validator lets a line break follow"),
    ("email", "a@", False, "jsonschema asks for an @ and nothing else"),
    ("email", ".test@example.com", False, "the suite demands it"),
    ("email", "te..st@example.com", False, "the suite demands it"),
    ("email", "joe.bloggs@[127.0.0.300]", False, "the suite demands it"),
    ("email", "müller@example.de", False, "RFC 5321 addresses are ASCII; the others are the format idn-email"),
    ("email", "jo@example.de ", False, "a space at the end"),
    ("uuid", "2eb8_a08-aa98-11ea-b4aa-73b441d16380", False, "Python's UUID accepts what int(text, 16) accepts"),
    ("uuid", "2eb8aa08-aa98-11ea-b4aa-73b441d16380-", False, "Python's UUID drops every hyphen before it counts"),
    ("uri", "http://[::01.2.3.4]/", False, "RFC 3986 knows no leading zero in a decimal octet"),
    ("uri", "https://example.de/\n", False, "rfc3986-validator lets a line break follow"),
]


def jsonschema_accepts(name: str, text: str) -> bool:
    return bool(FORMAT_CHECKER.conforms(text, name))


@pytest.mark.parametrize(("name", "text", "accepted", "reason"), DISAGREEMENTS)
def test_disagreement(name: str, text: str, accepted: bool, reason: str) -> None:  # noqa: FBT001
    assert TEXT_FORMATS[name].accepts(text) is accepted, reason
    assert jsonschema_accepts(name, text) is not accepted, "no longer a disagreement"


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_example_of_a_format_has_it(name: str) -> None:
    assert TEXT_FORMATS[name].accepts(TEXT_FORMATS[name].example)


EDGES = [
    ("date-time", "1999-01-01T00:59:60+01:00", True),
    ("date-time", "1998-12-31T22:59:60+01:00", False),
    ("date-time", "1998-12-31T23:59:60", False),
    ("email", "jo@" + "a" * 63 + ".de", True),
    ("email", "jo@" + "a" * 64 + ".de", False),
    ("email", "jo@" + "a.b." * 62 + "example", True),
    ("email", "jo@" + "a.b." * 62 + "examples", False),
    ("email", "jo@[IPv6:::1]", True),
    ("email", "jo@[IPv6:::1%1]", False),
    ("uri", "http://[::1]/", True),
    ("uri", "http://[::1%25eth0]/", False),
    ("uri", "http://[::1%eth0]/", False),
    ("uri", "a:", True),
    ("uri", "a://b:port/", False),
]


@pytest.mark.parametrize(("name", "text", "accepted"), EDGES)
def test_edge(name: str, text: str, accepted: bool) -> None:  # noqa: FBT001 - a table of truth
    assert TEXT_FORMATS[name].accepts(text) is accepted


DATE_PARTS = st.sampled_from(
    ["2024", "1900", "0000", "0001", "9999", "02", "2", "12", "13", "00", "28", "29", "30", "31", "32", "-", "-", "٣"]
)
LOOSE_DATES = st.lists(DATE_PARTS, max_size=6).map("".join)
DATES = LOOSE_DATES | st.tuples(DATE_PARTS, st.just("-"), DATE_PARTS, st.just("-"), DATE_PARTS).map("".join)
CLOCKS = st.from_regex(r"[0-2][0-9]:[0-6][0-9]:[0-5][0-9](\.[0-9]{0,3})?", fullmatch=True)
OFFSETS = st.from_regex(r"Z|z|[+-][0-2][0-9]:[0-6][0-9]|[+-]?[0-9]{0,4}|Zz", fullmatch=True)
SEPARATORS = st.sampled_from(["T", "t", " ", ""])
REAL_DATES = st.dates().map(str)


@REPEATABLE
@given(DATES | REAL_DATES)
def test_date_agrees_with_jsonschema(text: str) -> None:
    assert TEXT_FORMATS["date"].accepts(text) == jsonschema_accepts("date", text)


@REPEATABLE
@given(st.tuples(REAL_DATES | DATES, SEPARATORS, CLOCKS, OFFSETS).map("".join))
def test_date_time_agrees_with_jsonschema(text: str) -> None:
    assert TEXT_FORMATS["date-time"].accepts(text) == jsonschema_accepts("date-time", text)


URI_PARTS = st.sampled_from(
    [
        *(
            "http",
            "https:",
            "urn:",
            "a+b.c-1:",
            "1a:",
            ":",
            "//",
            "/",
            "///",
            "@",
            "user:pw@",
            "example.de",
            "127.0.0.1",
            ":80",
        ),
        *(
            "[::1]",
            "[::ffff:1.2.3.4]",
            "[1:2:3:4:5:6:7:8]",
            "[1::8::]",
            "[",
            "]",
            "[v1.a:b]",
            "[::1%25eth0]",
            "?",
            "#",
            "%20",
        ),
        *("%2", "%zz", "é", " ", "\\", '"', "<", "{", "^", "|", "`", "~", "!", "$&'()*+,;=", "a", "0", "-", "_", "."),
    ]
)


@REPEATABLE
@given(
    st.lists(URI_PARTS, max_size=8).map("".join)
    | st.tuples(st.just("http://"), URI_PARTS, URI_PARTS, URI_PARTS).map("".join)
)
def test_uri_agrees_with_jsonschema(text: str) -> None:
    assert TEXT_FORMATS["uri"].accepts(text) == jsonschema_accepts("uri", text)


def with_one_changed(change: tuple[str, int, str]) -> str:
    text, index, character = change
    return text[:index] + character + text[index + 1 :]


@REPEATABLE
@given(
    st.uuids().map(str)
    | st.tuples(st.uuids().map(str), st.integers(0, 35), st.sampled_from(["", "-", "g", "A", "é"])).map(
        with_one_changed
    )
)
def test_uuid_agrees_with_jsonschema(text: str) -> None:
    assert TEXT_FORMATS["uuid"].accepts(text) == jsonschema_accepts("uuid", text)


@pytest.mark.parametrize("name", TEXT_FORMATS)
@pytest.mark.parametrize(
    "hostile",
    [
        "a" * 100_000,
        "a." * 50_000 + "@",
        "a@" + "a-" * 50_000,
        "a@" + "a." * 50_000,
        '"' + "\\a" * 50_000,
        "http://" + "%20" * 30_000 + " ",
        "http://" + "a@" * 50_000,
        "http://[" + ":" * 100_000 + "]",
        "a:" * 50_000 + "\n",
        "2024-01-01T00:00:00." + "1" * 100_000,
        "-" * 100_000,
    ],
    ids=lambda text: text[:12],
)
def test_long_text_is_judged_at_once(name: str, hostile: str) -> None:
    start = time.perf_counter()
    TEXT_FORMATS[name].accepts(hostile)
    assert time.perf_counter() - start < 1
