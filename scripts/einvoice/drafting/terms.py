# skillc copies this file into each skill; change it in src/einvoice, not there
"""What an invoice says, as named texts: by these, one that was asked for is compared with the file made of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Union

from ..model import Address, Invoice, Item, Party, Period
from ..totals import CENT, gross_price, totals, vat_key

Terms = Mapping[str, Union[str, "list[str]"]]


def asked_terms(invoice: Invoice) -> dict[str, str]:
    """Return the terms of an invoice that is asked for, each with one text; sums are the computed ones."""
    sums = totals(invoice)
    nets = [line.net for line in sums.items] if sums else []
    found = dict(_terms(invoice, nets))
    for index, item in enumerate(invoice.items):  # a discount has the name that was used
        for name, value in (("discountPercent", item.discount_percent), ("discountAmount", item.discount_amount)):
            if value is None:
                found.pop(f"items.{index}.{name}", None)
    found.update({name: text(getattr(sums, name)) for name in ("net", "tax", "gross")} if sums else {})
    return {name: texts[0] if isinstance(texts, list) else texts for name, texts in found.items()}


def stated_terms(invoice: Invoice) -> dict[str, str | list[str]]:
    """Return the terms of an invoice that was read, with its sums as it states them; several texts where it has them.

    Somebody else may have added notes.
    """
    found = dict(_terms(invoice, [item.net_amount for item in invoice.items]))
    stated = invoice.totals
    sums = {name: getattr(stated, name) for name in ("net", "tax", "gross")} if stated else {}
    found.update({name: text(amount) for name, amount in sums.items() if amount is not None})
    return found


def text(value: Any) -> str:
    """Return a value as a text, the same for equal values: 12.00 and 12 are both 12."""
    if isinstance(value, Period):
        return f"{value.start or ''}/{value.end or ''}"
    if isinstance(value, Decimal):
        return f"{value.normalize() + 0:f}"
    return " ".join(str(value).split())


def snake(name: str) -> str:
    """Return the name of a term in the model: due_date for dueDate."""
    return "".join("_" + letter.lower() if letter.isupper() else letter for letter in name)


def _terms(invoice: Invoice, nets: Iterable[Decimal | None]) -> Iterator[tuple[str, str | list[str]]]:
    buyer = invoice.buyer or Party()
    address = buyer.address or Address()
    yield from _present(invoice, "number", "typeCode", "issueDate", "dueDate", "currency", "paymentTerms")
    yield from _present(invoice, "buyerReference", "orderReference", "contractReference", "projectReference")
    yield from _present(invoice, "serviceDate", "servicePeriod")
    preceding = [text(each.number) for each in invoice.preceding_invoice if each.number]
    yield from (("precedingInvoice", preceding),) if preceding else ()
    notes = [text(note) for note in invoice.notes]
    yield from (("note", notes),) if notes else ()
    yield from _present(buyer, "name", "vatId", prefix="buyer.")
    email = buyer.electronic_address.value if buyer.electronic_address else None
    yield from (("buyer.email", text(email)),) if email else ()
    yield from _present(address, "street", "postcode", "city", "country", prefix="buyer.")
    for index, (item, net) in enumerate(zip(invoice.items, [*nets, *[None] * len(invoice.items)])):
        yield from _item_terms(item, net, f"items.{index}.")


def _item_terms(item: Item, net: Decimal | None, prefix: str) -> Iterator[tuple[str, str]]:
    yield from _present(item, "name", "description", "quantity", "unit", "unitPrice", prefix=prefix)
    yield from _present(item, "taxExemptionReason", "taxExemptionReasonCode", prefix=prefix)
    category, rate = vat_key(item)
    yield from ((prefix + name, text(value)) for name, value in (("taxCategory", category), ("taxRate", rate)) if value)
    if net is None:
        return
    yield prefix + "netAmount", text(net)
    discount = gross_price(item) - net
    if discount >= CENT:
        yield from ((prefix + name, text(discount)) for name in ("discountPercent", "discountAmount"))


def _present(record: Any, *names: str, prefix: str = "") -> Iterator[tuple[str, str]]:
    for name in names:
        value = getattr(record, snake(name))
        if value is not None:
            yield prefix + name, text(value)
