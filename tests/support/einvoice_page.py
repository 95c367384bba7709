"""A check sheet as a reader sees it: texts, ids, links; a tag that is not closed fails."""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any

from einvoice.checks import Report, check_invoice
from einvoice.model import Invoice
from einvoice.sheet import check_sheet
from support.einvoice_inputs import invoice_of
from support.places import ROOT

SHEETS = ROOT / "tests" / "einvoice" / "sheets"
NAMES = sorted(path.stem for path in SHEETS.glob("*.json"))
VOID = {"meta", "wbr"}


class Page(HTMLParser):
    """What stands on a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str]] = []
        self.texts: dict[str, str] = {}  # of each element that has an id
        self.classes: dict[str, str] = {}
        self.numbers: list[Decimal] = []
        self.style = self.title = ""
        self._open: list[tuple[str, str]] = []
        self.feed(html)
        self.close()
        assert self._open == []

    @property
    def text(self) -> str:
        """All that is visible."""
        return self.texts["invoice"]

    @property
    def links(self) -> list[str]:
        """Where links lead."""
        return [value for name, value in self.attributes if name == "href"]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        values = {name: value or "" for name, value in attrs}
        self.attributes += values.items()
        identity = values.get("id", "")
        if "id" in values:
            assert identity, tag
            assert identity not in self.texts, identity
            self.texts[identity] = ""
            self.classes[identity] = values.get("class", "")
        if tag == "data":
            self.numbers.append(Decimal(values["value"]))
        if tag not in VOID:
            self._open.append((tag, identity))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        for tag, identity in self._open:
            if identity:
                self.texts[identity] += data
            self.style += data if tag == "style" else ""
            self.title += data if tag == "title" else ""


def page_of(invoice: Invoice, report: Report | None = None, **options: str) -> Page:
    """Return the check sheet of an invoice."""
    return Page(check_sheet(invoice, report or check_invoice(invoice), **options))


def example(name: str) -> tuple[Invoice, Report]:
    """Return an invoice of tests/einvoice/sheets and what the checks say; `findings` is a draft without its seller."""
    value: dict[str, Any] = json.loads((SHEETS / f"{name}.json").read_text("utf-8"), parse_float=Decimal)
    invoice = invoice_of(value)
    return invoice, check_invoice(invoice, filled_by_others=["/seller", "/payment"] if name == "findings" else [])
