"""Calls to the account and its answers, one file each in cases/account.

A case: {why, settings?, method, path, query?, headers?, body?, status, answer?}. `{customer}` and the like in path
and body stand for records of the demo data.
"""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Any

import pytest
from support.sandbox_user import cases, differences

from membrane_sandbox.account.api import API_KEY, Account
from membrane_sandbox.account.ids import record_id
from membrane_sandbox.store import open_store
from membrane_sandbox.switches import Switches

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def placeholders(template: Path) -> dict[str, str]:
    db = open_store(template / "sandbox.sqlite")
    records = Account(db, Switches(db)).records
    customers, invoices, incoming = (records.all(kind) for kind in ("customer", "invoice", "incoming"))
    return {
        "{customer}": customers[0]["id"],
        "{austrian}": next(row["id"] for row in customers if row["country"] == "AT"),
        "{product}": records.all("product")[0]["id"],
        "{invoice}": next(row["faktooraId"] for row in invoices if row["status"] == "archived"),
        "{document}": record_id(invoices[0]["faktooraId"]),
        "{draft}": next(row["faktooraId"] for row in invoices if row["status"] == "draft"),
        "{webhook}": records.all("webhook")[0]["id"],
        "{project}": records.all("project")[0]["id"],
        "{import}": incoming[0]["importId"],
        "{processing}": incoming[-1]["importId"],
        "{rejected}": next(row["importId"] for row in incoming if row["status"] == "rejected"),
    }


@pytest.fixture
def db(template: Path) -> sqlite3.Connection:
    """Return a copy of the fresh sandbox in memory."""
    copy = sqlite3.connect(":memory:", isolation_level=None)
    open_store(template / "sandbox.sqlite").backup(copy)
    return copy


@pytest.mark.parametrize("case", cases("account"))
def test_the_account_answers_as_documented(
    case: dict[str, Any], db: sqlite3.Connection, placeholders: dict[str, str]
) -> None:
    text = json.dumps(case)
    for name, value in placeholders.items():
        text = text.replace(name, value)
    case = json.loads(text)
    settings = Switches(db)
    for name, value in case.get("settings", {}).items():
        settings.set(name, value)
    body = case.get("body")
    headers = {"X-API-KEY": API_KEY, "Content-Type": "application/json", **case.get("headers", {})}
    query = [(name, value) for name, value in case.get("query", [])]
    sent = b"" if body is None else body.encode() if isinstance(body, str) else json.dumps(body).encode()
    answer = Account(db, settings).call(case["method"], case["path"], query, headers, sent)
    assert (answer.status, answer.body[:300]) == (case["status"], answer.body[:300])
    if "type" in case:
        assert answer.media_type == case["type"]
    if "answer" in case:
        assert differences(case["answer"], json.loads(answer.body)) == []
    if not answer.ok:
        error = answer.json()
        assert (set(error), error["statusCode"]) == ({"code", "statusCode", "message"}, answer.status)
