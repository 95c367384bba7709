# skillc copies this file into each skill; change it in src/einvoice, not there
"""What prepares an invoice: the input of a caller becomes the values for a service, with what is to be told of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from ..checks.check import PLAIN, RULE_SETS
from ..drafting import Draft, Remarks, draft_of
from ..drafting.terms import asked_terms
from .earlier import likely_doubles, refuse_used_number
from .outgoing import ADDED, page_of, shown, values_of

FORMATS = ("zf:1", "zf:2", "xrechnung")
NOT_CONTENT = ("number", "issueDate", "dueDate")


def prepare_draft(values: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of a draft, with sums, defaults, warnings and what was not checked; or every problem."""
    return _prepared(values, known, "Draft in Faktoora: nothing is sent to the buyer")


def prepare_issue(values: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of an invoice that is sent to its buyer by itself, with the same facts."""
    record = values.get("customer")
    buyer = {**(record if isinstance(record, dict) else {}), **(values.get("buyer") or {})}
    address = f" ({buyer['email']})" if buyer.get("email") else ""
    return _prepared(values, known, f"Faktoora makes it and SENDS it to {buyer.get('name', 'the buyer')}{address}")


def _prepared(given: Mapping[str, Any], known: Mapping[str, Any], happens: str) -> dict[str, Any]:
    remarks = Remarks(unproved=frozenset(known.get("unproved", ())))
    values = _with_usual(given, known, remarks)
    refuse_used_number(values, known, remarks)
    rule_sets = RULE_SETS.get(values.get("format", ""), RULE_SETS[PLAIN])
    draft = draft_of(values, date.today(), remarks, rule_sets=rule_sets, filled_by_others=ADDED)  # noqa: DTZ011 - the user's
    if draft is None:
        return {"problems": remarks.problems}
    remarks.warnings += likely_doubles(draft.invoice, known.get("similar") or ())
    terms = asked_terms(draft.invoice)
    return {
        "values": values_of(draft.invoice, values),
        "facts": {"happens": happens, "invoice": shown(draft.invoice), **remarks.facts(), **_unchecked(draft)},
        "terms": terms,
        "same": {name: text for name, text in terms.items() if name not in NOT_CONTENT},
        "page": lambda: page_of(draft.invoice, draft.report, happens),
    }


def _with_usual(given: Mapping[str, Any], known: Mapping[str, Any], remarks: Remarks) -> dict[str, Any]:
    """Return the values with the customer's own format in place of the usual one; say what nobody gave."""
    values = dict(given)
    record = values.get("customer")
    profile = record.get("format") if isinstance(record, dict) else None
    for name in known.get("usual", ()):
        if name == "format" and profile in FORMATS:
            values[name] = remarks.default(name, profile, "the customer's invoiceProfile")
            continue
        remarks.default(name, values[name], "what is usual here")
        if name == "format" and profile:
            remarks.warnings.append(f'the customer\'s invoiceProfile is "{profile}", which is no known format')
    return values


def _unchecked(draft: Draft) -> dict[str, Any]:
    """Return the fields that were not checked: somebody else fills them in."""
    missing = dict.fromkeys(finding.pointer for finding in draft.report.not_checked)
    return {"notChecked": list(missing)} if missing else {}
