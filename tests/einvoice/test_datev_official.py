"""Official examples, as if a German seller had sent them in EUR, are booked and summed with what they state."""

from __future__ import annotations

import dataclasses
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from mloda.community.feature_groups.experimental.german_ledger.datev import read_batch
from support.einvoice_sales import SIMPLE_ACCOUNTS, settings_of
from support.places import TESTS

from einvoice.datev import booking_batch
from einvoice.files import read_document
from einvoice.model import Invoice, Party
from einvoice.vat_return import vat_sums

PATHS = [
    *sorted((TESTS / "data" / "xrechnung").glob("*.xml")),
    *sorted((TESTS / "data" / "en16931" / "ubl-examples").glob("*.xml")),
]
OTHER_RATES = {f"S {rate}": "4399" for rate in ("4", "6", "8", "10", "12", "15", "21", "25")}
NOTHING_TO_BOOK = "02.04a-INVOICE_ubl.xml"  # it adds up to 0.00
CREATED = datetime(2026, 1, 1)  # noqa: DTZ001 - the format knows no time zone


def read(path: Path) -> Invoice:
    invoice = read_document(path.read_bytes()).invoice
    return dataclasses.replace(invoice, seller=Party(name="Muster GmbH", vat_id="DE136695976"), currency="EUR")


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_what_is_stated_is_booked_and_summed(path: Path, tmp_path: Path) -> None:
    invoice = read(path)
    settings = settings_of(
        accounts={**SIMPLE_ACCOUNTS, **OTHER_RATES}, fiscalYearStart=f"{invoice.issue_date:%Y}-01-01"
    )
    batch, refusals = booking_batch([(path.name, invoice)], settings, created=CREATED)
    sums, _ = vat_sums([(path.name, invoice)], date.min, date.max)
    assert sums is not None
    assert invoice.totals is not None
    assert invoice.totals.gross is not None
    if path.name == NOTHING_TO_BOOK:
        assert [each.message for each in refusals] == ["there is nothing to book: all amounts are 0.00"]
        return
    assert batch is not None, refusals
    file = tmp_path / batch.name
    file.write_bytes(batch.content)
    legs = read_batch(str(file))[1]
    owed = sum(amount for leg, amount in zip(legs["Leg"], legs["Betrag"], strict=True) if leg == "K")
    sign = -1 if invoice.type_code == "381" else 1
    assert owed == sign * invoice.totals.gross
    assert sum(row.base for row in sums.rows) == sign * (invoice.totals.net or Decimal(0))
    assert sum(row.tax for row in sums.rows) == sign * (invoice.totals.tax or Decimal(0))
