"""Where things stand: every key and value has its line and columns."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from skillc.diagnostic import Span
from skillc.load import parse

if TYPE_CHECKING:
    from skillc.diagnostic import Pointer
    from skillc.load import Document

TEXT = """\
title: "Bücher 📚" # a comment
rows:
  - {id: 1, "name": 'x'}
  - id: 2
    note: |
      two
      lines
empty:
long: one
  two
"""


def document(text: str = TEXT) -> Document:
    found, diagnostics = parse("x.yaml", text)
    assert diagnostics == []
    return found


def test_scalars_and_keys_have_their_own_places() -> None:
    found = document()
    assert found.span(("title",)) == Span(1, 8, 18)
    assert found.key_span(("title",)) == Span(1, 1, 6)
    assert found.span(("rows", 0, "name")) == Span(3, 21, 24)
    assert found.key_span(("rows", 0, "name")) == Span(3, 13, 19)
    assert found.span(("rows", 1, "id")) == Span(4, 9, 10)


def test_a_mapping_a_list_and_an_empty_value_are_shown_at_their_key() -> None:
    found = document()
    assert found.span(("rows",)) == found.key_span(("rows",)) == Span(2, 1, 5)
    assert found.span(("empty",)) == Span(8, 1, 6)


def test_an_item_without_a_key_is_shown_where_it_begins() -> None:
    assert document().span(("rows", 1)) == Span(4, 5, 5)


def test_a_text_over_several_lines_is_shown_in_its_first() -> None:
    found = document()
    assert found.span(("rows", 1, "note")) == Span(5, 11, 12)
    assert found.span(("long",)) == Span(9, 7, 10)


def test_what_is_not_there_is_shown_at_what_is_around_it() -> None:
    found = document()
    assert found.span(("rows", 0, "price")) == found.span(("rows", 0))
    assert found.span(("missing",)) == Span(1, 1, 1)
    assert found.span(()) == Span(1, 1, 1)


def test_a_word_is_found_in_its_text() -> None:
    found = document()
    assert found.find(("rows", 1, "note"), "lines") == Span(7, 7, 12)
    assert found.find(("rows", 1, "note"), "absent") == found.span(("rows", 1, "note"))


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    windows = document(TEXT.replace("\n", "\r\n"))
    assert windows.data == document().data
    assert windows.places.values == document().places.values


def pointers(value: Any, here: Pointer = ()) -> set[Pointer]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return {here}.union(*(pointers(child, (*here, step)) for step, child in inner))


JSON = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(10**30), 10**30),
        st.text(st.characters(min_codepoint=32, max_codepoint=126)),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text("abcé: #-", max_size=6), inner, max_size=4)
    ),
    max_leaves=15,
)


@settings(deadline=None)
@given(JSON, st.sampled_from([None, 2]))
def test_json_is_read_as_json_and_every_value_has_a_place(data: Any, indent: int | None) -> None:
    found = document(json.dumps(data, ensure_ascii=False, indent=indent))
    assert found.data == data
    assert set(found.places.values) == pointers(data)
    assert set(found.places.keys) == {pointer for pointer in pointers(data) if pointer and isinstance(pointer[-1], str)}
    lines = found.text.split("\n")
    for pointer, span in found.places.values.items():
        value = found.at(pointer)
        if not isinstance(value, (dict, list)):
            written = lines[span.line - 1][span.column - 1 : span.end_column - 1]
            assert json.loads(written) == value


def test_decimals_stay_as_they_are_written() -> None:
    data = document("price: 19.90\nrate: 0.10\n").data
    assert data == {"price": Decimal("19.90"), "rate": Decimal("0.10")}
    assert [str(value) for value in data.values()] == ["19.90", "0.10"]
