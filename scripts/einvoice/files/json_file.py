# skillc copies this file into each skill; change it in src/einvoice, not there
"""JSON files: the form of `einvoice.json_form`, read exactly and within bounds."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from ..json_form import INVOICE
from ..model import Invoice
from ..problems import Problems
from .no_invoice import NoInvoice
from .quoting import shown

LONGEST_NUMBER = 60


def read_json(content: bytes, problems: Problems) -> Invoice:
    """Return the invoice of a JSON object, or raise NoInvoice for what is no such object."""
    try:
        value = json.loads(
            content.decode("utf-8-sig"),
            object_pairs_hook=_object,
            parse_float=lambda text: Decimal(_bounded(text)),
            parse_int=lambda text: int(_bounded(text)),
            parse_constant=_refuse_constant,
        )
    except UnicodeDecodeError:
        raise NoInvoice("the JSON is not written in UTF-8") from None
    except json.JSONDecodeError as error:
        raise NoInvoice(f"the JSON is damaged in line {error.lineno}: {error.msg}") from None
    except RecursionError:
        raise NoInvoice("the JSON is nested too deep for an invoice") from None
    except ArithmeticError:
        raise NoInvoice("the JSON has a number that is beyond all bounds") from None
    invoice: Invoice = INVOICE.read(value, "", problems)
    if invoice == Invoice():
        raise NoInvoice("the JSON object has no term of an invoice, such as number, seller or items")
    return invoice


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value: dict[str, Any] = {}
    for name, each in pairs:
        if name in value:
            raise NoInvoice(f"the JSON has the name {shown(name)} twice in one object")
        value[name] = each
    return value


def _bounded(text: str) -> str:
    if len(text) > LONGEST_NUMBER:
        raise NoInvoice(f"the JSON has a number of {len(text):,} characters")
    return text


def _refuse_constant(text: str) -> None:
    raise NoInvoice(f"the JSON has {text}, which is not a number")
