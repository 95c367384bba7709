"""Calls to the account and its answers, one file each in cases/account.

A case: {why, settings?, method, path, query?, headers?, body?, status, answer?}. `{customer}` and the like in path and body
stand for records of the demo data.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from membrane_sandbox.account.api import API_KEY, Account
from membrane_sandbox.store import open_store
from membrane_sandbox.switches import Switches
from sandbox_user import cases, differences

if TYPE_CHECKING:
    from membrane_sandbox.home import Sandbox


def placeholders(account: Account) -> dict[str, str]:
    records = account.records
    incoming = records.all("incoming")
    return {
        "{customer}": records.all("customer")[0]["id"],
        "{austrian}": next(row["id"] for row in records.all("customer") if row["country"] == "AT"),
        "{product}": records.all("product")[0]["id"],
        "{invoice}": next(row["faktooraId"] for row in records.all("invoice") if row["status"] == "archived"),
        "{draft}": next(row["faktooraId"] for row in records.all("invoice") if row["status"] == "draft"),
        "{webhook}": records.all("webhook")[0]["id"],
        "{project}": records.all("project")[0]["id"],
        "{import}": incoming[0]["importId"],
        "{processing}": incoming[-1]["importId"],
        "{rejected}": next(row["importId"] for row in incoming if row["status"] == "rejected"),
    }


@pytest.mark.parametrize("case", cases("account"))
def test_the_account_answers_as_documented(case: dict[str, Any], logged_out: Sandbox) -> None:
    for name, value in case.get("settings", {}).items():
        logged_out.set(name, value)
    db = open_store(logged_out.folder / "sandbox.sqlite")
    account = Account(db, Switches(db))
    text = json.dumps(case)
    for name, value in placeholders(account).items():
        text = text.replace(name, value)
    case = json.loads(text)
    body = case.get("body")
    headers = {"X-API-KEY": API_KEY, "Content-Type": "application/json", **case.get("headers", {})}
    query = [(name, value) for name, value in case.get("query", [])]
    sent = b"" if body is None else body.encode() if isinstance(body, str) else json.dumps(body).encode()
    answer = account.call(case["method"], case["path"], query, headers, sent)
    assert (answer.status, answer.body[:300]) == (case["status"], answer.body[:300])
    if "type" in case:
        assert answer.media_type == case["type"]
    if "answer" in case:
        assert differences(case["answer"], json.loads(answer.body)) == []
    if not answer.ok:
        error = answer.json()
        assert (set(error), error["statusCode"]) == ({"code", "statusCode", "message"}, answer.status)
