"""An independent, strict reader of DATEV's format reads from random batches what the invoices say.

EINVOICES=2000 is the full run; `make test` takes a sample.
"""

from __future__ import annotations

import os
from collections import Counter
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from mloda.community.feature_groups.experimental.german_ledger.datev import DatevRefusal, read_batch
from support.einvoice_sales import BY_CATEGORY, BY_RATE, SIMPLE_ACCOUNTS, random_sales, settings_of

from einvoice.datev import Batch, booking_batch
from einvoice.model import Invoice
from einvoice.totals import totals

EINVOICES = int(os.environ.get("EINVOICES", "60"))
IN_A_BATCH = 12
CREATED = datetime(2027, 1, 5, 9, 30)  # noqa: DTZ001 - the format knows no time zone


def batch_of(seed: int, **settings: Any) -> tuple[list[tuple[str, Invoice]], Batch]:
    documents = list(random_sales(seed, IN_A_BATCH))
    batch, refusals = booking_batch(documents, settings_of(accounts=SIMPLE_ACCOUNTS, **settings), created=CREATED)
    assert batch is not None, (seed, refusals)
    return documents, batch


def read(folder: Path, batch: Batch) -> dict[str, list[Any]]:
    path = folder / batch.name
    path.write_bytes(batch.content)
    header, legs = read_batch(str(path))
    assert (header.berater, header.mandant, header.skr, header.festschreibung) == ("29098", "55003", "04", False)
    return legs


def expected(invoice: Invoice) -> Counter[tuple[str, Decimal, date]]:
    """Return what is booked on revenue accounts, from the sums of the invoice: credits are negative."""
    computed = totals(invoice)
    assert computed is not None
    legs: Counter[tuple[str, Decimal, date]] = Counter()
    for row in computed.vat:
        account = BY_RATE[format(row.rate.normalize(), "f")] if row.category == "S" and row.rate else ""
        gross = (row.base + row.tax) * (1 if invoice.type_code == "381" else -1)
        if gross and invoice.issue_date:
            legs[account or BY_CATEGORY[row.category], gross, invoice.issue_date] += 1
    return legs


@pytest.mark.parametrize("seed", range(max(1, EINVOICES // IN_A_BATCH)))
def test_what_is_read_back_is_what_the_invoices_say(seed: int, tmp_path: Path) -> None:
    documents, batch = batch_of(seed)
    legs = read(tmp_path, batch)
    rows = list(zip(legs["Leg"], legs["Konto"], legs["Betrag"], legs["Buchungsdatum"], strict=True))
    wanted: Counter[tuple[str, Decimal, date]] = sum((expected(invoice) for _, invoice in documents), Counter())
    assert Counter(row[1:] for row in rows if row[0] == "G") == wanted
    assert {row[1] for row in rows if row[0] == "K"} == {"10000"}
    assert sum(legs["Betrag"]) == 0
    debtor = next(each for each in batch.sums if each.account == "10000")
    assert debtor.debit - debtor.credit == -sum(amount * count for (_, amount, _), count in wanted.items())
    assert {len(line.split(";")) for line in batch.content.decode("cp1252").splitlines()[1:2]} == {125}


def test_longer_accounts_are_read_too(tmp_path: Path) -> None:
    documents = list(random_sales(0, IN_A_BATCH))
    longer = {case: f"{account}00" for case, account in SIMPLE_ACCOUNTS.items()}
    batch, refusals = booking_batch(documents, settings_of(accountLength=6, accounts=longer), created=CREATED)
    assert (batch is not None, refusals) == (True, ())
    assert batch is not None
    assert set(read(tmp_path, batch)["Kontoart"]) == {"Personenkonto", "Sachkonto"}


def test_the_reader_would_notice(tmp_path: Path) -> None:
    _, batch = batch_of(1)
    path = tmp_path / batch.name
    for good, bad in (
        (b";13;", b";99;"),
        (b"Belegdatum", b"Datum"),
        (b";10000;", b";1000000;"),
        (b',00;"S"', b'.00;"S"'),
    ):
        if good in batch.content:
            path.write_bytes(batch.content.replace(good, bad))
            with pytest.raises(DatevRefusal):
                read_batch(str(path))
