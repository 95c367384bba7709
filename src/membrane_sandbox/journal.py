"""The log of every call: each run of the `membrane` program, and below it each call that reached the account."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from membrane_sandbox import exactjson

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence


class Journal:
    """Writes one program run and its account calls."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Work on an open store."""
        self._db = db
        self._parent: int | None = None

    def begin(self, argv: Sequence[str]) -> None:
        """Note a run of the program. Written at once, so that a run that is killed is seen too."""
        row = self._db.execute("INSERT INTO call (kind, argv) VALUES ('membrane', ?)", (exactjson.dumps(list(argv)),))
        self._parent = row.lastrowid

    def end(self, code: int) -> None:
        """Note the run's exit code."""
        self._db.execute("UPDATE call SET exit = ? WHERE id = ?", (code, self._parent))

    def account_call(self, method: str, path: str, query: Sequence[tuple[str, str]], body: bytes, status: int) -> None:
        """Note a call that reached the account."""
        self._note(
            "account",
            method,
            path,
            exactjson.dumps([list(pair) for pair in query]),
            body.decode("utf-8", "replace"),
            status,
        )

    def foreign_call(self, method: str, url: str, body: bytes) -> None:
        """Note a proxy call to another host, which the sandbox does not carry out."""
        self._note("foreign", method, url, "[]", body.decode("utf-8", "replace"), 0)

    def _note(self, *values: str | int) -> None:
        sql = "INSERT INTO call (parent, kind, method, path, query, body, status) VALUES (?, ?, ?, ?, ?, ?, ?)"
        self._db.execute(sql, (self._parent, *values))


def calls(db: sqlite3.Connection) -> list[dict[str, Any]]:
    """Return all calls, oldest first.

    Program: {id, kind: "membrane", argv, exit (null when killed)}. Account: {id, parent, kind: "account", method, path,
    query: [[name, value]], body, status}. A proxy call to another host has the kind "foreign".
    """
    return [
        _row(row)
        for row in db.execute(
            "SELECT id, parent, kind, argv, exit, method, path, query, body, status FROM call ORDER BY id"
        )
    ]


def _row(row: tuple[Any, ...]) -> dict[str, Any]:
    number, parent, kind, argv, code, method, path, query, body, status = row
    if kind == "membrane":
        return {"id": number, "kind": kind, "argv": exactjson.loads(argv), "exit": code}
    fields = {"method": method, "path": path, "query": exactjson.loads(query), "body": body, "status": status}
    return {"id": number, "parent": parent, "kind": kind, **fields}
