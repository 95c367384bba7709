"""Sums are exact, and rounded once."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from support.einvoice_inputs import good_input, invoice_of

from einvoice.totals import Totals, totals


def totals_of(*items: dict[str, Any], **others: Any) -> Totals:
    computed = totals(invoice_of({"items": list(items), **others}))
    assert computed is not None
    return computed


def test_a_good_input_adds_up() -> None:
    computed = totals(invoice_of(good_input()))
    assert computed is not None
    assert (computed.net, computed.tax, computed.gross, computed.payable) == tuple(
        map(Decimal, ("325.00", "56.95", "381.95", "381.95"))
    )


def test_vat_is_rounded_once_for_each_rate_and_never_for_each_item() -> None:
    item = {"quantity": 1, "unitPrice": Decimal("0.13"), "taxRate": 19}
    assert totals_of(*[item] * 10).tax == Decimal("0.25")  # 10 x 0.02 would be 0.20


def test_halves_are_rounded_up_away_from_zero() -> None:
    for quantity, net in ((1, "0.13"), (-1, "-0.13")):
        assert totals_of({"quantity": quantity, "unitPrice": Decimal("0.125"), "taxRate": 19}).net == Decimal(net)


def test_unit_prices_keep_their_decimals() -> None:
    assert totals_of({"quantity": 1000, "unitPrice": Decimal("0.0333"), "taxRate": 19}).net == Decimal("33.30")


def test_a_price_may_be_for_several_units() -> None:
    assert totals_of({"quantity": 50, "unitPrice": 7, "priceQuantity": 100, "taxRate": 19}).net == Decimal("3.50")


def test_a_discount_is_taken_from_quantity_times_price() -> None:
    item = {"quantity": 3, "unitPrice": Decimal("9.99"), "discountPercent": 10, "taxRate": 19}
    assert totals_of(item).items[0].net == Decimal("26.97")


def test_a_percentage_of_the_invoice_is_of_the_items_with_its_rate() -> None:
    computed = totals_of(
        {"quantity": 1, "unitPrice": 100, "taxRate": 19},
        {"quantity": 1, "unitPrice": 50, "taxRate": 7},
        allowances=[{"percent": 10, "taxRate": 19, "reason": "Rabatt"}],
        charges=[{"amount": 5, "taxRate": 7, "reason": "Versand"}],
    )
    assert [str(group.base) for group in computed.vat] == ["90.00", "55.00"]
    sums = (computed.lines, computed.allowances, computed.charges, computed.net)
    assert list(map(str, sums)) == ["150.00", "10.00", "5.00", "145.00"]


def test_the_same_rate_written_in_two_ways_is_one_row() -> None:
    items = [{"quantity": 1, "unitPrice": 1, "taxRate": rate} for rate in (19, Decimal("19.00"))]
    assert len(totals_of(*items).vat) == 1


def test_what_is_paid_already_is_not_payable() -> None:
    item = {"quantity": 1, "unitPrice": 100, "taxRate": 19}
    computed = totals_of(item, prepaidAmount=100, roundingAmount=Decimal("0.01"))
    assert (computed.gross, computed.payable) == (Decimal("119.00"), Decimal("19.01"))


def test_zero_is_never_negative() -> None:
    computed = totals_of({"quantity": -1, "unitPrice": Decimal("0.001"), "taxRate": 19})
    assert [str(amount) for amount in (computed.net, computed.tax, computed.gross)] == ["0.00", "0.00", "0.00"]


def test_large_numbers_stay_exact() -> None:
    computed = totals_of(
        {"quantity": Decimal("999999999999.999999"), "unitPrice": Decimal(999999999999), "taxRate": 19}
    )
    assert computed.net == Decimal("999999999998999999000000.00")


@pytest.mark.parametrize("missing", ["quantity", "unitPrice", "taxRate"])
def test_nothing_is_summed_while_a_term_is_missing(missing: str) -> None:
    item = {"quantity": 1, "unitPrice": 1, "taxRate": 19}
    del item[missing]
    assert totals(invoice_of({"items": [item]})) is None
