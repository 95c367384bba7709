# skillc copies this file into each skill; change it in src/einvoice, not there
"""Records: frozen dataclasses whose fields say which term they are and how they are read.

A field `unitPrice` of a JSON object is the attribute `unit_price`.
"""

from __future__ import annotations

import dataclasses
from difflib import get_close_matches
from typing import Any

from .kinds import Kind, described
from .problems import Problems

# Names that people use, by the name that is meant.
MEANT = {
    "address": ("postalAddress",),
    "bic": ("swift",),
    "buyer": ("customer", "recipient", "client", "debtor", "kunde"),
    "buyerReference": ("leitwegId", "leitwegID", "leitweg"),
    "contractReference": ("contract", "contractNumber"),
    "country": ("countryCode", "land"),
    "currency": ("currencyCode", "waehrung"),
    "dueDate": ("due", "paymentDueDate", "faelligkeit"),
    "electronicAddress": ("endpoint", "endpointId", "eAddress"),
    "email": ("mail", "eMail", "emailAddress"),
    "issueDate": ("date", "invoiceDate", "datum"),
    "items": ("lines", "invoiceLines", "lineItems", "positions", "positionen"),
    "name": ("title", "companyName", "company"),
    "notes": ("note", "comment", "comments", "text"),
    "number": ("invoiceNumber", "id", "invoiceId", "rechnungsnummer", "invoiceNo"),
    "orderReference": ("order", "orderNumber", "purchaseOrder", "poNumber"),
    "payment": ("paymentMeans", "bank", "bankAccount"),
    "phone": ("telephone", "tel"),
    "postcode": ("zip", "zipCode", "postalCode", "plz"),
    "precedingInvoice": ("originalInvoice", "invoiceReference", "precedingInvoices"),
    "quantity": ("qty", "amount", "menge"),
    "seller": ("supplier", "sender", "vendor", "issuer", "creditor"),
    "serviceDate": ("deliveryDate", "supplyDate", "dateOfSupply", "leistungsdatum"),
    "servicePeriod": ("period", "invoicePeriod", "billingPeriod", "deliveryPeriod"),
    "street": ("line1", "addressLine1", "strasse"),
    "taxCategory": ("vatCategory", "taxCategoryCode", "category"),
    "taxNumber": ("steuernummer", "taxId"),
    "taxRate": ("vatRate", "vat", "tax", "vatPercent", "taxPercent"),
    "typeCode": ("type", "invoiceType", "invoiceTypeCode", "documentType"),
    "unit": ("unitCode", "uom", "einheit"),
    "unitPrice": ("price", "netPrice", "unitNetPrice", "preis"),
    "vatId": ("vatNumber", "vatID", "ustId", "ustIdNr"),
}


def term(kind: Kind, *ids: str, default: Any = None) -> Any:
    """Return the field of a record: `ids` are the business terms (BT-…) or groups (BG-…) that it holds."""
    return dataclasses.field(default=default, metadata={"kind": kind, "ids": ids})


def json_name(attribute: str) -> str:
    """Return the name of an attribute in JSON: camelCase."""
    first, *others = attribute.split("_")
    return first + "".join(part.capitalize() for part in others)


def terms_of(record: type) -> dict[str, tuple[str, ...]]:
    """Return the business terms of each field of a record, by its name in JSON."""
    return {json_name(each.name): each.metadata["ids"] for each in dataclasses.fields(record)}


class Record(Kind):
    """An object that is read into a frozen dataclass."""

    def __init__(self, record: type, *, alone: str = "") -> None:
        """Take the dataclass; a bare text instead of an object is read as the field `alone`."""
        self.record = record
        self._fields = {json_name(each.name): each for each in dataclasses.fields(record)}
        self._alone = alone

    def read(self, value: Any, at: str, problems: Problems) -> Any:
        """Read each field, and note each name that is unknown."""
        if self._alone and isinstance(value, str):
            value = {self._alone: value}
        if not isinstance(value, dict):
            problems.add(at, f"expected an object, got {described(value)}")
            return None
        values = {}
        for name, given in value.items():
            pointer = f"{at}/{escaped(name)}"
            known = self._fields.get(name)
            if known is None:
                problems.add(pointer, f'unknown name "{name[:60]}"', self._meant(name))
            elif given is None:
                values[known.name] = () if known.default == () else None
            else:
                values[known.name] = known.metadata["kind"].read(given, pointer, problems)
        return self.record(**values)

    def write(self, value: Any) -> dict[str, Any]:
        """Return the fields that differ from what their absence means."""
        values = ((name, each, getattr(value, each.name)) for name, each in self._fields.items())
        return {
            name: None if given is None else each.metadata["kind"].write(given)
            for name, each, given in values
            if given != each.default
        }

    def _meant(self, name: str) -> str:
        synonyms = [known for known in self._fields if name.lower() in map(str.lower, MEANT.get(known, ()))]
        names = {known.lower(): known for known in self._fields}
        close = [names[near] for near in get_close_matches(name.lower(), names, n=1)]
        likely = synonyms + close
        return f'did you mean "{likely[0]}"?' if likely else f"it is one of {', '.join(self._fields)}"


def escaped(name: str) -> str:
    """Return a name as a step of a JSON pointer."""
    return name.replace("~", "~0").replace("/", "~1")
