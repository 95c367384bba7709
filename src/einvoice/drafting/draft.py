# skillc copies this file into each skill; change it in src/einvoice, not there
"""A draft as a whole: an invoice that is checked and summed, or every problem with it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from ..checks import Report, check_invoice
from ..checks.check import Finding, RuleSet
from ..json_form import read_invoice
from ..model import Invoice
from ..totals import Totals, totals
from .buyer import buyer_of, country_of
from .dates import dates_of
from .lines import items_of
from .remarks import Remarks

SAME = (
    "number", "typeCode", "currency", "buyerReference", "orderReference", "contractReference", "projectReference",
    "paymentTerms", "allowances", "charges", "prepaidAmount",
)  # fmt: skip

SUPPLY = "date-of-supply"  # which has its own words here
LISTED = {"note": "notes", "precedingInvoice": "precedingInvoice"}


@dataclass(frozen=True)
class Draft:
    """An invoice that nothing stops, with what is to be told of it."""

    invoice: Invoice
    report: Report


def draft_of(
    values: Mapping[str, Any],
    today: date,
    remarks: Remarks,
    *,
    rule_sets: Collection[RuleSet],
    filled_by_others: Collection[str],
) -> Draft | None:
    """Return the draft of what a caller gives, or None; the `remarks` then have every problem.

    `customer` and the `product` of an item are their records, or still names. `filled_by_others` are JSON pointers of
    what somebody else adds, such as /seller.
    """
    buyer = buyer_of(values, remarks)
    items = items_of(values, country_of(buyer), remarks)
    form = {name: values[name] for name in SAME if name in values}
    form.update({theirs: [values[name]] for name, theirs in LISTED.items() if name in values})
    form.update({**dates_of(values, today, remarks), "items": items, **({"buyer": buyer} if buyer else {})})
    invoice, faults = read_invoice(form)
    for each in faults:
        remarks.refuse(each.pointer, each.message, each.hint)
    if invoice is None or remarks.problems:
        return None
    sums = totals(invoice)
    unknown = [*filled_by_others, *([] if buyer else ["/buyer"]), *_unknown_items(values)]
    report = check_invoice(invoice, filled_by_others=unknown, rule_sets=rule_sets)
    remarks.problems += [_problem(finding) for finding in report.errors]
    if sums and values.get("expectedTotal") is not None:
        _compare(values["expectedTotal"], sums, remarks)
    remarks.warnings += [
        _told(finding) for finding in report.findings if finding not in report.errors and finding.check != SUPPLY
    ]
    return None if remarks.problems else Draft(invoice, report)


def _unknown_items(values: Mapping[str, Any]) -> list[str]:
    """Return the places of items whose product is still a name."""
    items = enumerate(values.get("items", []))
    return [f"/items/{index}" for index, item in items if isinstance(item.get("product"), str)]


def _compare(expected: Decimal, sums: Totals, remarks: Remarks) -> None:
    if expected != sums.gross:
        message = f"the invoice adds up to {sums.gross} ({sums.net} net and {sums.tax} VAT), not to {expected}"
        remarks.refuse("/expectedTotal", message, "find out which is right before anything is sent")


def _problem(finding: Finding) -> dict[str, str]:
    return {"pointer": finding.pointer, "message": f"{finding.message} ({finding.rule})"}


def _told(finding: Finding) -> str:
    return f"{finding.message} ({finding.rule}, {finding.pointer})"
