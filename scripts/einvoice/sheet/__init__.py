# skillc copies this file into each skill; change it in src/einvoice, not there
"""The check sheet: one page on which an owner sees an invoice before it is sent, or before it is paid."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from ..checks import Report
from ..model import Invoice
from .adjustments import adjustments
from .details import dates_and_references, notes, payment
from .fields import Fields
from .findings import boxes
from .items import items
from .markup import Element, both, foreign, html_of, text_of
from .parties import parties
from .style import STYLE
from .sums import payable, sums
from .vat import breakdown
from .words import payable_words, type_words

POLICY = (
    f"default-src 'none'; style-src 'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'; "
    "base-uri 'none'; form-action 'none'"
)
HEAD = f"""<!DOCTYPE html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
"""


def check_sheet(invoice: Invoice, report: Report, *, source: str = "", outcome: str = "") -> str:
    """Return an HTML page that loads nothing and runs nothing.

    `report` is what `check_invoice` says of the same invoice; `source` is where the invoice comes from, such as the
    name of a file; `outcome` is an English sentence such as "Draft: nothing is sent".
    """
    fields = Fields(invoice, report)
    parts = (parties, dates_and_references, items, adjustments, breakdown, sums, payment, notes)
    sheet = [part for part in (show(fields) for show in parts) if part is not None]
    found = boxes(report, sheet)
    main = Element("main", _header(fields, source, outcome), *found, *sheet, _footer(), id="invoice")
    title = html_of(f"{type_words(invoice.type_code)[0]} {text_of(foreign(invoice.number or ''))} · Prüfblatt")
    body = html_of(Element("body", main))
    return f"{HEAD}<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n{body}\n</html>\n"


def _header(fields: Fields, source: str, outcome: str) -> Element:
    german, english = type_words(fields.invoice.type_code)
    origin = (" · ", foreign(source)) if source else ()
    amount = Element("p", *both(*payable_words(fields.invoice.type_code)), " ", payable(fields), class_="payable")
    header = Element(
        "header",
        Element("p", *both("Prüfblatt", "Check sheet"), *origin, class_="source"),
        Element("p", foreign(outcome), class_="outcome", lang="en") if outcome else None,
        Element("h1", german, " ", fields.always("/number"), " ", Element("small", english, lang="en")),
        Element("p", fields.always("/seller/name"), " → ", fields.always("/buyer/name")),
        amount,
    )
    for element in header.walk():
        element.attributes.pop("id", None)  # the places of these fields are below
    return header


def _footer() -> Element:
    german = "Dieses Prüfblatt zeigt eine Rechnung; es ist selbst keine."
    return Element("footer", Element("p", *both(german, "This sheet shows an invoice; it is not one.")))
