"""Reading without places takes only what reading with places finds nothing wrong with, and reads the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from support.places import CASES

from skillc.load import parse
from skillc.load.builder import INVISIBLE, Builder
from skillc.load.comments import MAY_CUT
from skillc.load.document import LINE_BREAK
from skillc.load.plain import DoubtError, plain_data
from skillc.load.quoting import may_be_typographic
from skillc.load.readers import may_differ

if TYPE_CHECKING:
    from collections.abc import Callable

FILES = sorted(CASES.rglob("*.yaml"))
# What descriptors are made of, and what they must not hold.
PIECES = st.sampled_from(
    [
        *"abx:-?,[]{}#&*!|>'\"%@~ \n",
        *("\n\n", "\n  ", "- ", ": ", "a: ", "b: 1\n", "<<: ", "&a ", "*a", "!!str ", "---\n", "...\n", "'it''s'", "é"),
        *("null", "true", "yes", "012", "1.5", "2024-01-01", '"\\u200e"', '"\\x07"', "k" * 1100, "[" * 60, "]" * 60),
    ]
)


def agree(text: str) -> None:
    """Fail when the short way takes what the long way does not.

    Neither is asked about a text with hidden characters, comments behind texts, typographic quotes, or what only some
    readers take.
    """
    if any(unusual.search(text) for unusual in (INVISIBLE, MAY_CUT)):
        return
    if may_be_typographic(text) or may_differ(text):
        return
    try:
        data = plain_data(yaml.CSafeLoader(text).get_event)
    except (DoubtError, yaml.YAMLError):
        return
    next_event: Callable[[], Any] = yaml.CSafeLoader(text).get_event
    next_event()
    next_event()
    builder = Builder("x.yaml", LINE_BREAK.split(text), next_event)
    assert builder.build() == data
    assert builder.diagnostics == []
    assert not builder.broken


@settings(deadline=None, max_examples=200)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_it_takes_nothing_that_the_long_way_refuses(text: str) -> None:
    agree(text)


@pytest.mark.parametrize("wrap", ["[{}]", "{{a: {}}}"])
def test_it_counts_levels_alike(wrap: str) -> None:
    text = "x"
    for _ in range(104):
        text = wrap.format(text)
        agree(text)


def test_every_case_is_read_alike() -> None:
    for file in FILES:
        agree(file.read_text(encoding="utf-8", errors="replace"))


def test_sound_files_are_read_the_short_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(Builder, "build")
    for file in (CASES / "good").rglob("*.yaml"):
        document, found = parse(file.name, file.read_text(encoding="utf-8"))
        assert not found
        with pytest.raises(AttributeError):
            document.span(())
