# skillc copies this file into each skill; change it in src/einvoice, not there
"""The table of items."""

from __future__ import annotations

from ..codes.units import german_unit
from ..model import Item
from ..totals import ZERO, Line
from .adjustments import item_adjustments
from .fields import Fields, Look, row, section, table
from .markup import Element, foreign
from .vat import vat_cell

COLUMNS = (
    ("Pos.", "No."),
    ("Leistung", "Item"),
    ("Menge", "Quantity"),
    ("Einzelpreis", "Unit price"),
    ("USt.", "VAT"),
    ("Netto", "Net"),
)


DETAILS = (
    ("lineId", "Zeilennummer", "Line number"),
    ("sellerItemId", "Artikelnummer", "Item number"),
    ("buyerItemId", "Artikelnummer des Käufers", "Buyer's item number"),
    ("standardItemId", "Standardnummer", "Standard item number"),
    ("standardItemScheme", "Art der Standardnummer", "Its scheme"),
    ("originCountry", "Ursprungsland", "Country of origin"),
    ("orderLineReference", "Bestellposition", "Order line"),
    ("accountingReference", "Buchungsreferenz", "Accounting reference"),
)


def items(fields: Fields) -> Element:
    """Return all items; without any, the words for what is missing."""
    rows = [_row(index, item, fields) for index, item in enumerate(fields.invoice.items)]
    content = table("items", COLUMNS, rows) if rows else Element("p", fields.missing("/items"))
    return section("/items", ("Positionen", "Items"), content)


def _row(index: int, item: Item, fields: Fields) -> Element:
    at = f"/items/{index}"
    line = fields.computed.items[index] if fields.computed else None
    per = None if item.price_quantity == 1 else fields.part(f"{at}/priceQuantity")
    return row(
        at,
        COLUMNS,
        str(index + 1),
        _described(at, item, line, fields),
        Element("span", fields.always(f"{at}/quantity"), " ", fields.always(f"{at}/unit", _unit(item))),
        Element("span", fields.always(f"{at}/unitPrice", fields.money), " je " if per else None, per),
        vat_cell(at, fields),
        fields.amount(f"{at}/netAmount", line.net if line else None),
    )


def _described(at: str, item: Item, line: Line | None, fields: Fields) -> Element:
    return Element(
        "div",
        Element("strong", fields.always(f"{at}/name")),
        fields.part(f"{at}/description", tag="p"),
        *(fields.detail(f"{at}/{name}", german, english) for name, german, english in DETAILS),
        *_properties(at, item, fields),
        fields.detail(f"{at}/grossPrice", "Bruttopreis", "Price before discount", fields.money),
        fields.detail(f"{at}/priceDiscount", "Preisnachlass", "Price discount", fields.money),
        fields.detail(f"{at}/servicePeriod", "Zeitraum", "Period", lambda _: fields.period(f"{at}/servicePeriod")),
        fields.detail(f"{at}/note", "Hinweis", "Note"),
        *item_adjustments(at, item, line, fields),
    )


def _properties(at: str, item: Item, fields: Fields) -> list[Element | None]:
    """Return a line for each class that an item belongs to, and for each of its attributes."""
    classes = [
        _joined(f"{at}/classifications/{index}", ("scheme", "version", "code"), ("Klasse", "Class"), fields)
        for index, _ in enumerate(item.classifications)
    ]
    attributes = [
        _joined(f"{at}/attributes/{index}", ("name", "value"), ("Eigenschaft", "Attribute"), fields)
        for index, _ in enumerate(item.attributes)
    ]
    return [*classes, *attributes]


def _joined(at: str, names: tuple[str, ...], words: tuple[str, str], fields: Fields) -> Element | None:
    def look(_: object) -> Element:
        parts = [part for part in (fields.part(f"{at}/{name}") for name in names) if part]
        return Element("span", *(node for part in parts for node in (part, " ")))

    return fields.detail(at, *words, look)


def _unit(item: Item) -> Look:
    return lambda code: foreign(german_unit(code, item.quantity or ZERO))
