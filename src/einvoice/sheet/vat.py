# skillc copies this file into each skill; change it in src/einvoice, not there
"""VAT: of one amount, and the breakdown by category and rate."""

from __future__ import annotations

from ..checks.stated import stated_key, stated_totals
from ..codes.vat_categories import VAT_CATEGORIES
from ..totals import VatGroup, VatKey, vat_key
from .fields import Fields, row, section, table
from .markup import Element, both, foreign
from .values import percent
from .words import category_words

COLUMNS = (("Kategorie", "Category"), ("Satz", "Rate"), ("Netto", "Net"), ("Steuer", "VAT"))


def vat_cell(at: str, fields: Fields) -> Element:
    """Return rate and category of an amount; its reason too when the breakdown does not tell it."""
    groups = fields.computed.vat if fields.computed else ()
    told = {text for group in groups for text in (group.reason, group.reason_code) if text}
    return Element(
        "span",
        _rate(at, fields),
        " ",
        fields.part(f"{at}/taxCategory") if vat_key(fields.value(at))[0] else fields.always(f"{at}/taxCategory"),
        *(fields.part(pointer, tag="p") for pointer in _reasons_at(at) if fields.value(pointer) not in told),
    )


def breakdown(fields: Fields) -> Element:
    """Return the rows of all categories and rates, each beside what is stated of it."""
    groups = {(group.category, group.rate): group for group in (fields.computed.vat if fields.computed else ())}
    rows = []
    for index, stated in enumerate(stated_totals(fields.invoice).vat):
        key = stated_key(stated)
        rows.append(_row(key, groups.pop(key, None), f"/totals/vat/{index}", fields))
    rows += [_row(key, group, f"/vat/{index}", fields) for index, (key, group) in enumerate(groups.items())]
    content = table("vat", COLUMNS, rows) if rows else Element("p", fields.missing("/totals/vat"))
    return section("/totals/vat", ("Umsatzsteuer", "VAT"), content)


def _rate(at: str, fields: Fields) -> Element | None:
    """Return the rate of an amount: a category that is not taxed means 0 %, or none."""
    code, rate = vat_key(fields.value(at))
    category = VAT_CATEGORIES.get(code)
    if fields.value(f"{at}/taxRate") is None and category and not category.taxed:
        return Element("span", percent(rate), id=f"{at}/taxRate") if rate is not None else None
    return fields.always(f"{at}/taxRate", percent) if code else fields.part(f"{at}/taxRate", percent)


def _reasons_at(pointer: str) -> tuple[str, str]:
    return f"{pointer}/taxExemptionReason", f"{pointer}/taxExemptionReasonCode"


def _row(key: VatKey, group: VatGroup | None, pointer: str, fields: Fields) -> Element:
    code, rate = key
    category = (foreign(code), " ", *both(*category_words(code))) if code else (fields.missing(pointer),)
    reasons = (group.reason, group.reason_code) if group else ()
    base, tax = (group.base, group.tax) if group else (None, None)
    return row(
        pointer,
        COLUMNS,
        Element(
            "span",
            *category,
            *(Element("p", foreign(reason)) for reason in reasons if reason),
            *(fields.part(at, tag="p") for at in _reasons_at(pointer) if fields.value(at) not in reasons),
        ),
        "—" if rate is None else percent(rate),
        fields.amount(f"{pointer}/base", base),
        fields.amount(f"{pointer}/tax", tax),
    )
