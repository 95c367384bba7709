# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Rows as a CSV file for people: RFC 4180 in UTF-8, and no spreadsheet takes a text in it for a formula."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from io import StringIO
from typing import Any, NamedTuple

from ..base.jsontext import dump_json

FORM = "RFC 4180: commas, CRLF, a header row; UTF-8 with byte order mark, decimal points"
GUARDED = "texts with ' before what a spreadsheet would take for a formula"
# A formula begins a cell. Where lists are separated by semicolons, as in Germany, a spreadsheet that is not told of the
# commas begins a cell after each semicolon, tab and line break too.
_FORMULA = re.compile(r"^(?=[\t\r\n])|(?:^|(?<=[;\t\r\n]))(?=[=+\-@\uff0b\uff0d\uff1d\uff20])")


class Table(NamedTuple):
    """The text of a CSV file, its columns, and how many of its texts were kept from being formulas."""

    text: str
    columns: list[str]
    guarded: int


def csv_table(records: Sequence[Any], columns: Sequence[str]) -> Table:
    """Return records as a table: first `columns`, then what else they have; what is no object is one cell."""
    rows = [record if isinstance(record, Mapping) else {"value": record} for record in records]
    names = list(dict.fromkeys([*columns, *(name for row in rows for name in row)]))
    lines = [list(map(_cell, names)), *([_cell(row.get(name)) for name in names] for row in rows)]
    safe = [[_FORMULA.sub("'", cell) if is_text else cell for cell, is_text in line] for line in lines]
    guarded = sum(new != cell for line, new_line in zip(lines, safe) for (cell, _), new in zip(line, new_line))
    text = StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(safe)
    return Table(text.getvalue(), names, guarded)


def _cell(value: Any) -> tuple[str, bool]:
    """Return what stands in the cell of a value, and whether it is a text; lists and objects are JSON."""
    if value is None:
        return "", False
    return (value, True) if isinstance(value, str) else (dump_json(value), isinstance(value, (list, dict)))
