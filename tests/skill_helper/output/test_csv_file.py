"""Rows as CSV: what an independent reader finds in the file, and what a spreadsheet must not take for a formula."""

from __future__ import annotations

import csv
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest

from skill_helper.output.csv_file import csv_table


def read(text: str, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True))


def test_values_come_back_as_they_were() -> None:
    rows = [
        {"a": 'Müller, "Söhne"', "b": Decimal("-7.50"), "c": "two\r\nlines"},
        {"a": None, "b": 10**20, "d": True, "e": {"x": [Decimal("1.10")]}},
    ]
    table = csv_table(rows, ["b"])
    assert (table.columns, table.guarded) == (["b", "a", "c", "d", "e"], 0)
    assert read(table.text) == [
        ["b", "a", "c", "d", "e"],
        ["-7.50", 'Müller, "Söhne"', "two\r\nlines", "", ""],
        ["1" + "0" * 20, "", "", "true", '{"x":[1.10]}'],
    ]
    assert table.text.startswith("b,a,c,d,e\r\n-7.50,")
    assert table.text.endswith("\r\n")


FORMULAS = [
    "=1+1",
    "+49 561 1",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\uff1d1",
    "Ltd;=1+1",
    "a\n=cmd|' /C calc'!A0",
    "x\t-1",
]


@pytest.mark.parametrize("text", FORMULAS)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_no_cell_begins_a_formula_whatever_separates_cells(text: str, delimiter: str) -> None:
    table = csv_table([{"id": "F1", "name": text}, {"id": text, "name": ["y"]}], ())
    assert table.guarded == 2
    for line in table.text.splitlines():
        for cell in next(csv.reader([line], delimiter=delimiter)):
            assert cell[:1] not in tuple("=+-@\uff1d"), line


@pytest.mark.parametrize("value", [Decimal(-5), -5, "a-b", "a; -b", "1=1", "", "'=1", "mail@example.com"])
def test_what_is_no_formula_stays_as_it_is(value: Any) -> None:
    table = csv_table([{"name": value}], ())
    assert table.guarded == 0
    assert read(table.text)[1:] == [[str(value)]]


def test_names_of_columns_are_guarded_too() -> None:
    table = csv_table([{"=1": 1}], ())
    assert (read(table.text)[0], table.guarded) == (["'=1"], 1)


def test_no_rows_leave_the_columns() -> None:
    assert csv_table([], ["a", "b"]).text == "a,b\r\n"


def test_what_is_no_object_is_one_cell() -> None:
    assert read(csv_table(["x", 7], ()).text) == [["value"], ["x"], ["7"]]
