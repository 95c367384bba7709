# skillc copies this file into each skill; change it in src/einvoice, not there
"""What is wrong with the attributes of an element."""

from __future__ import annotations

from collections.abc import Iterator

from ..xml import Element
from . import cii_table
from .flaws import RULE, clipped
from .schema import Parent, Value

_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance "
FOR_PROGRAMS = frozenset(f"{_INSTANCE}{name}" for name in ("schemaLocation", "noNamespaceSchemaLocation", "type"))
CURRENCY = "currencyID"


def wrong_attributes(element: Element, allowed: Parent | Value) -> Iterator[tuple[str, str, str]]:
    """Yield the rule, the attribute and the sentence about it."""
    known = allowed.attributes if isinstance(allowed, Value) else {}
    for name in element.attributes:
        local_name = name.rpartition(" ")[2][:60]
        if name not in known and name not in FOR_PROGRAMS:
            yield RULE, local_name, f"the attribute {local_name} is not known at {clipped(element)}"
        elif name == CURRENCY and _is_amount_without_currency(element):
            yield "CII-DT-031", name, "the attribute currencyID belongs to TaxTotalAmount only"
    for name, is_needed in known.items():
        if is_needed and name not in element.attributes:
            yield RULE, name, f"the attribute {name} is missing at {clipped(element)}"


def _is_amount_without_currency(element: Element) -> bool:
    """EN 16931 takes the currency of CII amounts from the invoice as a whole."""
    is_amount = element.namespace == cii_table.NAMESPACES["ram"] and element.local_name.endswith("Amount")
    return is_amount and element.local_name != "TaxTotalAmount"
