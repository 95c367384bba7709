# skillc copies this file into each skill; change it in src/einvoice, not there
"""The days of a draft: when it is issued and due, and when the supply was."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from .remarks import Remarks

NO_SUPPLY = "nothing says when the goods or services were supplied (§ 14 (4) UStG): ask the user for serviceDate"
IN_A_NAME = ", and write it into the name of an item, because it is not sent as a field here"


def dates_of(values: Mapping[str, Any], today: date, remarks: Remarks) -> dict[str, Any]:
    """Return the days in the terms of the model."""
    issued = values.get("issueDate") or remarks.default("issueDate", str(today), "today")
    found = {"issueDate": issued, **{name: values[name] for name in ("serviceDate", "servicePeriod") if name in values}}
    due = _due(values, issued, remarks)
    if len(found) == 1:
        remarks.warnings.append(NO_SUPPLY + (IN_A_NAME if "serviceDate" in remarks.unproved else ""))
    return {**found, **({"dueDate": due} if due else {})}


def _due(values: Mapping[str, Any], issued: str, remarks: Remarks) -> str | None:
    days, due = values.get("paymentTermsDays"), values.get("dueDate")
    if days is None:
        return due
    try:
        counted = str(date(*map(int, issued.split("-"))) + timedelta(days=int(days)))
    except (ValueError, OverflowError):  # said of the issue date
        return due
    if due not in (None, counted):
        message = f"dueDate is {due}, and paymentTermsDays counts from {issued} to {counted}"
        remarks.refuse("/dueDate", message, "give one of the two")
    return counted
