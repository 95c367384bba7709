# skillc copies this file into each skill; change it in src/einvoice, not there
"""VAT categories: their rates, the ids and reasons that they need, and what stands beside them.

The rules of the categories share their numbers: BR-S-05, BR-AE-05 and so on. Each becomes a check of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..codes.vat_categories import INTRA_COMMUNITY, OUTSIDE_SCOPE, STANDARD, VAT_CATEGORIES, VatCategory
from ..model import Adjustment, Invoice, Item, Party, Period, StatedVat
from ..totals import ZERO, VatGroup, percentage, rounded, taxed_parts, totals, vat_key
from .check import Check, Place, Search, core, missing, wrong
from .stated import stated_key, stated_totals, taxed_amounts

# The rules about ids and about rates exist once for each place where a category is used.
ID_RULES = {"items": "02", "allowances": "03", "charges": "04"}
RATE_RULES = {"items": "05", "allowances": "06", "charges": "07"}
ALONE_RULES = {"items": "12", "allowances": "13", "charges": "14"}
SELLER_VAT_ID_ONLY = {"K", "G"}  # a tax number does not do


def _checks_of(category: VatCategory) -> Iterator[Check]:
    name, rules = f"vat-{category.code.lower()}", category.rules
    for kind, number in ID_RULES.items():
        yield core(f"{name}-ids-{kind}", f"{rules}-{number}")(_ids(category, kind))
    for kind, number in RATE_RULES.items():
        yield core(f"{name}-rate-{kind}", f"{rules}-{number}")(_rates(category, kind))
    yield core(f"{name}-row", f"{rules}-01")(_row(category))
    yield core(f"{name}-base", f"{rules}-08")(_base(category))
    yield core(f"{name}-tax", f"{rules}-09")(_tax(category))
    yield core(f"{name}-reason", f"{rules}-10")(_reason(category))


def _ids(category: VatCategory, kind: str) -> Search:
    def search(invoice: Invoice) -> Iterator[Place]:
        if any(True for _ in _used(invoice, kind, category.code)):
            wanted = _unwanted_ids if category.code == OUTSIDE_SCOPE else _wanted_ids
            yield from wanted(invoice, category)

    return search


def _wanted_ids(invoice: Invoice, category: VatCategory) -> Iterator[Place]:
    seller, buyer = invoice.seller or Party(), invoice.buyer or Party()
    representative = invoice.tax_representative.vat_id if invoice.tax_representative else None
    pointers = ["/seller/vatId", "/taxRepresentative/vatId"]
    if category.code in SELLER_VAT_ID_ONLY:
        if not (seller.vat_id or representative):
            yield missing(f"{_named(category)} needs the seller's VAT id", *pointers)
    elif not (seller.vat_id or seller.tax_number or representative):
        message = f"{_named(category)} needs the seller's VAT id or tax number"
        yield missing(message, *pointers, "/seller/taxNumber")
    if category.code == "AE" and not (buyer.vat_id or buyer.registration_id):
        message = f"{_named(category)} needs the buyer's VAT id or registration id"
        yield missing(message, "/buyer/vatId", "/buyer/registrationId")
    if category.code == INTRA_COMMUNITY and not buyer.vat_id:
        yield missing(f"{_named(category)} needs the buyer's VAT id", "/buyer/vatId")


def _unwanted_ids(invoice: Invoice, category: VatCategory) -> Iterator[Place]:
    parties = {"seller": invoice.seller, "buyer": invoice.buyer, "taxRepresentative": invoice.tax_representative}
    for role, party in parties.items():
        if party and party.vat_id:
            yield wrong(f"{_named(category)} goes without VAT ids", f"/{role}/vatId")


def _rates(category: VatCategory, kind: str) -> Search:
    def search(invoice: Invoice) -> Iterator[Place]:
        for index, part in _used(invoice, kind, category.code):
            fault = _rate_fault(category, part)
            if fault:
                yield wrong(f"{_named(category)} {fault}", f"/{kind}/{index}/taxRate")

    return search


def _rate_fault(category: VatCategory, part: Item | Adjustment) -> str:
    rate = part.tax_rate
    if category.code == OUTSIDE_SCOPE:
        return "" if rate is None else f"has no rate; leave out {rate}"
    if category.code == STANDARD:
        return "" if rate is not None and rate > 0 else "needs a rate above zero, such as 19 or 7"
    if category.taxed:
        return "" if rate is not None and rate >= 0 else "needs a rate of zero or above"
    return "" if not rate else f"has the rate 0, not {rate}"


def _row(category: VatCategory) -> Search:
    def search(invoice: Invoice) -> Iterator[Place]:
        rows = [row.tax_category for row in stated_totals(invoice).vat]
        if not rows:
            return
        if category.code not in rows and _taxes(invoice, category.code):
            yield missing(f"the stated VAT breakdown has no row for {_named(category)}", "/totals/vat")
        if category.code in rows and not _taxes(invoice, category.code):
            message = f"the stated VAT breakdown has a row for {_named(category)}, which nothing is taxed as"
            yield wrong(message, f"/totals/vat/{rows.index(category.code)}")

    return search


def _base(category: VatCategory) -> Search:
    def search(invoice: Invoice) -> Iterator[Place]:
        rows = list(_rows(invoice, category))
        amounts = taxed_amounts(invoice) if rows else None
        for index, row in rows if amounts is not None else ():
            expected = rounded(sum((amount for key, amount in amounts or () if key == stated_key(row)), ZERO))
            if row.base is not None and row.base != expected:
                message = f"what is taxed as {_named(category)} adds up to {expected}, not {row.base}"
                yield wrong(message, f"/totals/vat/{index}/base")

    return search


def _tax(category: VatCategory) -> Search:
    def search(invoice: Invoice) -> Iterator[Place]:
        for index, row in _rows(invoice, category):
            rate = (row.tax_rate or ZERO) if category.taxed else ZERO
            expected = row.tax if row.base is None and rate else percentage(rate, row.base or ZERO)
            if row.tax is not None and row.tax != expected:
                message = f"the VAT of {_named(category)} is {expected}, not {row.tax}"
                yield wrong(message, f"/totals/vat/{index}/tax")

    return search


def _reason(category: VatCategory) -> Search:
    def search(invoice: Invoice) -> Iterator[Place]:
        if category.needs_reason:
            for group in _groups(invoice, category):
                if not (group.reason or group.reason_code):
                    yield _without_reason(invoice, category)
        else:
            for kind in ID_RULES:
                for index, part in _used(invoice, kind, category.code):
                    if part.tax_exemption_reason or part.tax_exemption_reason_code:
                        name = "taxExemptionReason" if part.tax_exemption_reason else "taxExemptionReasonCode"
                        message = f"{_named(category)} goes without a reason for exemption"
                        yield wrong(message, f"/{kind}/{index}/{name}")

    return search


def _without_reason(invoice: Invoice, category: VatCategory) -> Place:
    kind, index = next((kind, index) for kind in ID_RULES for index, _ in _used(invoice, kind, category.code))
    message = f"{_named(category)} needs a reason for charging no VAT"
    return missing(message, f"/{kind}/{index}/taxExemptionReason", f"/{kind}/{index}/taxExemptionReasonCode")


@core("vat-k-delivery-date", "BR-IC-11")
def _intra_community_date(invoice: Invoice) -> Iterator[Place]:
    period = invoice.service_period or Period()
    if _uses(invoice, INTRA_COMMUNITY) and not (invoice.service_date or period.start or period.end):
        message = "an intra-community supply needs the date or the period of the delivery"
        yield missing(message, "/serviceDate", "/servicePeriod")


@core("vat-k-delivery-country", "BR-IC-12")
def _intra_community_country(invoice: Invoice) -> Iterator[Place]:
    address = invoice.deliver_to and invoice.deliver_to.address
    if _uses(invoice, INTRA_COMMUNITY) and not (address and address.country):
        yield missing("an intra-community supply needs the country of the delivery", "/deliverTo/address/country")


def _alone(kind: str, number: str) -> Check:
    @core(f"vat-o-alone-{kind}", f"BR-O-{number}")
    def is_alone(invoice: Invoice) -> Iterator[Place]:
        if _uses(invoice, OUTSIDE_SCOPE):
            for index, part in enumerate(getattr(invoice, kind)):
                category, _ = vat_key(part)
                if category not in {"", OUTSIDE_SCOPE}:
                    message = f"VAT category {category} cannot stand beside O; write two invoices"
                    yield wrong(message, f"/{kind}/{index}/taxCategory")

    return is_alone


def _used(invoice: Invoice, kind: str, code: str) -> Iterator[tuple[int, Item | Adjustment]]:
    return ((index, part) for index, part in enumerate(getattr(invoice, kind)) if vat_key(part)[0] == code)


def _taxes(invoice: Invoice, code: str) -> bool:
    return any(vat_key(part)[0] == code for part in taxed_parts(invoice))


def _uses(invoice: Invoice, code: str) -> bool:
    return _taxes(invoice, code) or any(row.tax_category == code for row in stated_totals(invoice).vat)


def _rows(invoice: Invoice, category: VatCategory) -> Iterator[tuple[int, StatedVat]]:
    rows = enumerate(stated_totals(invoice).vat)
    return ((index, row) for index, row in rows if row.tax_category == category.code)


def _groups(invoice: Invoice, category: VatCategory) -> list[VatGroup]:
    computed = totals(invoice) if _taxes(invoice, category.code) else None
    return [group for group in computed.vat if group.category == category.code] if computed else []


def _named(category: VatCategory) -> str:
    return f"VAT category {category.code} ({category.name})"


CHECKS = (
    *(check for category in VAT_CATEGORIES.values() for check in _checks_of(category)),
    _intra_community_date,
    _intra_community_country,
    *(_alone(kind, number) for kind, number in ALONE_RULES.items()),
)
