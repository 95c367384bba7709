"""Customers from a CSV file, in two steps: hand the file in, start the import. Source: staging docs page "customers".

The columns are not documented: here they have the names of the fields. A file is imported whole or not at all.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

from membrane_sandbox.account.answer import Answer, RefusalError, Request, json_answer
from membrane_sandbox.account.checks import require
from membrane_sandbox.account.customers import TYPES, add
from membrane_sandbox.account.ids import uuid_of
from membrane_sandbox.account.uploads import uploaded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from membrane_sandbox.account.api import Account

    Record = dict[str, Any]

YES, NO = ("true", "1", "ja", "yes", ""), ("false", "0", "nein", "no")
"""What `isCompany` may be; a row that says nothing is a company."""


def upload(account: Account, request: Request) -> Answer:
    """Answer POST /customers/import/upload with {id}."""
    file = uploaded(request)
    try:
        text = file.content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RefusalError(400, "The file is not UTF-8 text") from None
    key = uuid_of("upload", account.next_number("csv-upload"))
    account.records.add("upload", key, {"id": key, "fileName": file.name, "text": text})
    return json_answer({"id": key}, 201)


def start(account: Account, request: Request) -> Answer:
    """Answer POST /customers/import with the customers that were made; a file serves once."""
    body = request.fields()
    require(body, ("fileId",))
    file = account.records.get("upload", str(body["fileId"]))
    if file is None:
        raise RefusalError(404, "File not found")
    made = [_add(account, line, row) for line, row in _rows(file["text"])]
    if not made:
        raise RefusalError(400, "The file has no rows")
    account.records.delete("upload", file["id"])
    return json_answer(made, 201)


def _rows(text: str) -> Iterator[tuple[int, Record]]:
    """Yield each row with the number of its line; columns are parted by semicolons where the head has one."""
    head = text.partition("\n")[0]
    reader = csv.DictReader(text.splitlines(), delimiter=";" if ";" in head else ",")
    for row in reader:
        yield reader.line_num, row


def _add(account: Account, line: int, row: Record) -> Record:
    try:
        return add(account, _fields(row))
    except RefusalError as refusal:
        raise RefusalError(refusal.status, f"Line {line}: {refusal.message}; nothing was imported") from None


def _fields(row: Record) -> Record:
    """Return the body of a new customer; unknown columns and empty cells are left out."""
    given = {name: value.strip() for name, value in row.items() if name in TYPES and value and value.strip()}
    word = given.pop("isCompany", "").lower()
    if word not in (*YES, *NO):
        raise RefusalError(400, f'isCompany is "{word}", not true or false')
    return {**given, "isCompany": word in YES, "extras": {}}
