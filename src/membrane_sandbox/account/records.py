"""The account's records: JSON documents by kind and id, some with a number of their own and a detail part.

Kinds: customer, product, invoice, incoming, project, webhook, apikey. The detail of an invoice (lines, parties) is kept
apart so that lists need not read it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from membrane_sandbox import exactjson

if TYPE_CHECKING:
    import sqlite3

    Record = dict[str, Any]


class Records:
    """The records in one SQLite file."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Work on an open store."""
        self._db = db

    def get(self, kind: str, key: str) -> Record | None:
        """Return one record."""
        row = self._db.execute("SELECT doc FROM record WHERE kind = ? AND id = ?", (kind, key)).fetchone()
        return exactjson.loads(row[0]) if row else None

    def detail(self, kind: str, key: str) -> Record:
        """Return a record's detail part, `{}` when it has none."""
        row = self._db.execute("SELECT detail FROM record WHERE kind = ? AND id = ?", (kind, key)).fetchone()
        return exactjson.loads(row[0]) if row and row[0] else {}

    def all(self, kind: str) -> list[Record]:
        """Return all records of a kind, oldest first."""
        rows = self._db.execute("SELECT doc FROM record WHERE kind = ? ORDER BY rowid", (kind,)).fetchall()
        # One parse for the whole list is several times faster than one per record.
        joined: list[Record] = exactjson.loads("[" + ",".join(row[0] for row in rows) + "]")
        return joined

    def id_of_number(self, kind: str, number: str) -> str | None:
        """Return the id of the record that bears a number."""
        row = self._db.execute("SELECT id FROM record WHERE kind = ? AND number = ?", (kind, number)).fetchone()
        return str(row[0]) if row else None

    def add(self, kind: str, key: str, doc: Record, *, number: str | None = None, detail: Record | None = None) -> None:
        """Add a record."""
        row = (kind, key, number, exactjson.dumps(doc), exactjson.dumps(detail) if detail else None)
        self._db.execute("INSERT INTO record VALUES (?, ?, ?, ?, ?)", row)

    def replace(self, kind: str, key: str, doc: Record, *, number: str | None = None) -> None:
        """Replace a record and keep its place and detail."""
        sql = "UPDATE record SET doc = ?, number = ? WHERE kind = ? AND id = ?"
        self._db.execute(sql, (exactjson.dumps(doc), number, kind, key))

    def delete(self, kind: str, key: str) -> bool:
        """Delete a record; say whether it was there."""
        return self._db.execute("DELETE FROM record WHERE kind = ? AND id = ?", (kind, key)).rowcount > 0
