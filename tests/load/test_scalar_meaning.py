"""What a bare word means: never something else to us than to YAML 1.1 or to YAML 1.2."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from skillc.load import parse
from skillc.load.scalars import Ambiguous, resolve

PLAIN = {
    "true": True,
    "false": False,
    "null": None,
    "": None,
    "0": 0,
    "17": 17,
    "-3": -3,
    "1.50": Decimal("1.50"),
    "-0.5": Decimal("-0.5"),
    "10115": 10115,
    "12345678901234567890": 12345678901234567890,
    "DE": "DE",
    "1.2.3": "1.2.3",
    "10-20": "10-20",
    "2024-01": "2024-01",
    "17:65": "17:65",
    "e5": "e5",
    "-": "-",
    "--": "--",
    "1 2": "1 2",
    "0x": "0x",
    "None": "None",
    "nan": "nan",
}
AMBIGUOUS = [
    *("y", "Y", "n", "yes", "Yes", "NO", "on", "Off", "True", "FALSE", "~", "Null", "NULL"),
    *(
        "012",
        "08",
        "0o17",
        "0x1F",
        "0b101",
        "1_000",
        "12:30",
        "190:20:30.15",
        "+1",
        "1.",
        ".5",
        "1e3",
        "1.5E-3",
        "-0",
        "007",
    ),
    *(
        ".inf",
        "-.INF",
        ".nan",
        "2024-01-01",
        "2024-1-1",
        "2024-01-01 10:00:00",
        "2024-01-01T10:00:00Z",
        "2001-12-14t21:59:43.10-05:00",
        "=",
        "<<",
    ),
]
# YAML 1.2.2, section 10.3.2, the core schema.
CORE = re.compile(
    r"(?P<null>null|Null|NULL|~|)|(?P<bool>true|True|TRUE|false|False|FALSE)|(?P<int>[-+]?[0-9]+)|(?P<base>0o[0-7]+|0x[0-9a-fA-F]+)"
    r"|(?P<float>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)|(?P<special>[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))"
)
WORDS = st.one_of(
    st.sampled_from([*PLAIN, *AMBIGUOUS]),
    st.text(st.sampled_from("0123456789.-+_:eExobTZ "), max_size=9).map(str.strip),
    st.from_regex(r"[-+]?[0-9_.]{1,6}([eE:][-+]?[0-9]{1,3})?", fullmatch=True),
    st.from_regex(r"[ynYNtfTFoO][a-zA-Z]{0,4}", fullmatch=True),
)


@pytest.mark.parametrize(("word", "value"), PLAIN.items())
def test_a_plain_word_is_read_as_it_looks(word: str, value: Any) -> None:
    assert resolve(word) == value
    assert type(resolve(word)) is type(value)


@pytest.mark.parametrize("word", AMBIGUOUS)
def test_an_ambiguous_word_is_to_be_quoted(word: str) -> None:
    found = resolve(word)
    assert isinstance(found, Ambiguous)
    assert f'write "{word}"' in found.hint
    assert parse("x.yaml", f"a: \"{word}\"\nb: '{word}'\nc: |-\n  {word}\n")[0].data == {
        "a": word,
        "b": word,
        "c": word,
    }


@pytest.mark.parametrize("word", AMBIGUOUS)
def test_what_the_hint_offers_instead_is_taken(word: str) -> None:
    found = resolve(word)
    assert isinstance(found, Ambiguous)
    for offered in re.findall(r"(\S+) for (?:a number|the truth value|no value)", found.hint):
        assert not isinstance(resolve(offered), (Ambiguous, str))


def core(word: str) -> tuple[str, Any]:
    """Return what YAML 1.2 makes of a word."""
    match = CORE.fullmatch(word)
    kind = match.lastgroup if match else None
    readings: dict[str | None, Any] = {
        None: word,
        "null": None,
        "int": 0,
        "float": 0,
        "bool": word.lower() == "true",
        "base": word,
        "special": word,
    }
    value = Decimal(word) if kind in {"int", "float"} else readings[kind]
    return ("number" if kind in {"int", "float", "base", "special"} else str(kind)), value


@settings(max_examples=400, deadline=None)
@given(WORDS)
def test_what_is_taken_means_the_same_in_both_versions(word: str) -> None:
    ours = resolve(word)
    if isinstance(ours, Ambiguous):
        return
    try:
        old = yaml.safe_load(f"[{word}]") if word else [None]
        document, _ = parse("x.yaml", f"[{word}]")
    except yaml.YAMLError:
        return
    if not isinstance(document.data, list) or len(document.data) != 1 or isinstance(document.data[0], (dict, list)):
        return  # the word is punctuation here
    new_kind, new = core(word)
    if isinstance(ours, str):
        assert old == [word]
        assert new_kind == "None"
    elif isinstance(ours, bool) or ours is None:
        assert old == [ours]
        assert new is ours
    else:
        assert type(old[0]) in {int, float}
        assert Decimal(str(old[0])) == ours or float(str(ours)) == old[0]
        assert new == ours


def test_a_number_of_a_thousand_digits_is_no_number() -> None:
    assert isinstance(resolve("9" * 1000), Ambiguous)
    assert resolve("9" * 100) == int("9" * 100)
