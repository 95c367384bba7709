# skillc copies this file into each skill; change it in src/einvoice, not there
"""Small businesses, § 19 UStG: their invoices show no VAT, and say why."""

from __future__ import annotations

from collections.abc import Iterator

from ..codes.vat_categories import EXEMPT
from ..model import Invoice, Party
from ..totals import vat_key
from .check import Place, Severity, advice, wrong


@advice("small-business-vat", "§ 19 UStG", Severity.ERROR)
def _no_vat(invoice: Invoice) -> Iterator[Place]:
    if _is_small_business(invoice):
        for kind in ("items", "allowances", "charges"):
            for index, part in enumerate(getattr(invoice, kind)):
                category, _ = vat_key(part)
                if category not in {"", EXEMPT}:
                    message = f"a small business charges no VAT: category E with the rate 0, not {category}"
                    yield wrong(message, f"/{kind}/{index}/taxCategory")


@advice("small-business-reason", "§ 34a UStDV")
def _reason_in_words(invoice: Invoice) -> Iterator[Place]:
    """The law wants words; there is no VATEX code for § 19 UStG."""
    if _is_small_business(invoice):
        for index, item in enumerate(invoice.items):
            if item.tax_exemption_reason_code:
                message = "there is no VATEX code for § 19 UStG; say it in taxExemptionReason"
                yield wrong(message, f"/items/{index}/taxExemptionReasonCode")


def _is_small_business(invoice: Invoice) -> bool:
    return bool((invoice.seller or Party()).small_business)


CHECKS = (_no_vat, _reason_in_words)
