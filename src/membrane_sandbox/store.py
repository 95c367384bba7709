"""The one SQLite file that holds everything: the account's records, Membrane's objects, switches and the call log."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TABLES = """
CREATE TABLE record (kind TEXT NOT NULL, id TEXT NOT NULL, number TEXT, doc TEXT NOT NULL, detail TEXT,
                     PRIMARY KEY (kind, id));
CREATE INDEX record_number ON record (kind, number);
CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
CREATE TABLE connection (id TEXT PRIMARY KEY, seq INTEGER NOT NULL, domain TEXT NOT NULL, name TEXT NOT NULL,
                         script TEXT NOT NULL, step INTEGER NOT NULL, fresh INTEGER NOT NULL);
CREATE TABLE built_action (id TEXT PRIMARY KEY, connection TEXT NOT NULL, name TEXT NOT NULL, fresh INTEGER NOT NULL);
CREATE TABLE run_log (id TEXT PRIMARY KEY, doc TEXT NOT NULL);
CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE switch (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE call (id INTEGER PRIMARY KEY, parent INTEGER, kind TEXT NOT NULL, argv TEXT, exit INTEGER,
                   method TEXT, path TEXT, query TEXT, body TEXT, status INTEGER);
"""


def open_store(path: Path) -> sqlite3.Connection:
    """Open the sandbox's file. Raises FileNotFoundError when there is none (SQLite would create an empty one)."""
    if not path.is_file():
        message = f"no sandbox at {path}"
        raise FileNotFoundError(message)
    return _connect(path)


def create_store(path: Path) -> sqlite3.Connection:
    """Create the file with empty tables."""
    db = _connect(path)
    db.executescript(TABLES)
    return db


def _connect(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=20, isolation_level=None)
    # A demo account need not survive a power cut; a killed process it does survive.
    db.execute("PRAGMA synchronous = OFF")
    return db


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """Do all of the block or none of it; other processes wait meanwhile. May be nested: the outermost decides."""
    if db.in_transaction:
        yield
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def count(db: sqlite3.Connection, name: str) -> int:
    """Advance the named counter and return its new value (1 the first time)."""
    with transaction(db):
        db.execute("INSERT OR IGNORE INTO counter VALUES (?, 0)", (name,))
        db.execute("UPDATE counter SET value = value + 1 WHERE name = ?", (name,))
        return int(db.execute("SELECT value FROM counter WHERE name = ?", (name,)).fetchone()[0])


def get_state(db: sqlite3.Connection, name: str, default: str = "") -> str:
    """Return a remembered value such as the login state."""
    row = db.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
    return str(row[0]) if row else default


def set_state(db: sqlite3.Connection, name: str, value: str) -> None:
    """Remember a value."""
    db.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (name, value))
