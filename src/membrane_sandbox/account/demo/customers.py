"""Some sixty customers: companies, public bodies, persons; most in Germany, some in Austria and Switzerland."""

from __future__ import annotations

from typing import Any

from membrane_sandbox.account.customers import FIRST_NUMBER, TYPES
from membrane_sandbox.account.demo.calendar import stamp, workday
from membrane_sandbox.account.demo.chance import Chance
from membrane_sandbox.account.demo.hostile import ODD_CUSTOMERS
from membrane_sandbox.account.demo.people import ABROAD, COMPANIES, PERSONS, PUBLIC, STREETS, TOWNS
from membrane_sandbox.account.ids import faktoora_id, uuid_of

Record = dict[str, Any]

PHONES = ("+49 30 23125", "+49 40 66969", "+49 69 90009", "+49 89 99998", "+49 221 4710")
"""Ranges that the German regulator keeps free for fiction; three digits follow."""


def customers() -> list[Record]:
    """Return the customers, oldest first."""
    chance = Chance("customers")
    plain = [*_companies(chance), *_public(chance), *_abroad(chance), *_persons(chance), *ODD_CUSTOMERS]
    return [_complete(fields, index, chance) for index, fields in enumerate(plain)]


def _companies(chance: Chance) -> list[Record]:
    return [
        {**_in_town(town, chance), **_company(name, domain, signatory, category), "vatId": vat_id(chance.digits(8))}
        for name, domain, signatory, category, town in COMPANIES
    ]


def _public(chance: Chance) -> list[Record]:
    rows = []
    for name, domain, signatory, town in PUBLIC:
        route = f"{chance.digits(8)}-{chance.digits(10)}-{10 + chance.below(88)}"
        routing = {"invoiceProfile": "xrechnung", "routeId": route, "peppolId": f"0204:{route}"}
        rows.append({**_in_town(town, chance), **_company(name, domain, signatory, "Öffentliche Hand"), **routing})
    return rows


def _abroad(chance: Chance) -> list[Record]:
    rows = []
    for name, domain, signatory, category, country, postcode, city, street in ABROAD:
        tax = (
            f"ATU{chance.digits(8)}"
            if country == "AT"
            else f"CHE-{chance.digits(3)}.{chance.digits(3)}.{chance.digits(3)}"
        )
        place = {"address": street, "postcode": postcode, "city": city, "country": country}
        rows.append({**place, **_company(name, domain, signatory, category), "vatId": tax})
    return rows


def _persons(chance: Chance) -> list[Record]:
    return [
        {
            **_in_town(town, chance),
            "isCompany": False,
            "name": f"{first} {last}",
            "firstName": first,
            "lastName": last,
            "category": "Privat",
            "email": f"kunde{number:02}@post.example",
            "extras": {},
        }
        for number, (first, last, town) in enumerate(PERSONS, 1)
    ]


def _company(name: str, domain: str, signatory: str, category: str) -> Record:
    return {
        "isCompany": True,
        "name": name,
        "nameAuthorisedSignatory": signatory,
        "category": category,
        "email": f"buchhaltung@{domain}.example",
        "invoiceProfile": "zf:2",
        "extras": {},
    }


def _in_town(index: int, chance: Chance) -> Record:
    postcode, city = TOWNS[index]
    return {
        "address": f"{chance.pick(STREETS)} {1 + chance.below(120)}",
        "postcode": postcode,
        "city": city,
        "country": "DE",
    }


def _complete(fields: Record, index: int, chance: Chance) -> Record:
    """Add what every customer has. Some have `extras` of their own: an update that sends `{}` would erase them."""
    created = stamp(workday(index * 8), chance.below(480))
    if fields.get("extras") == {} and index % 3 == 0:
        fields["extras"] = {"kostenstelle": f"{4000 + chance.below(90) * 10}", "zahlungsziel": chance.pick((14, 30))}
    supplier = f"L-{chance.digits(5)}" if fields["isCompany"] and chance.percent(30) else None
    return {
        "id": uuid_of("demo-customer", index),
        "faktooraId": faktoora_id("customer", index),
        **dict.fromkeys(TYPES),
        "phoneNo": f"{chance.pick(PHONES)} {chance.digits(3)}" if fields["country"] == "DE" else None,
        "supplierNumber": supplier,
        **fields,
        "customerId": f"K-{FIRST_NUMBER + index}",
        "createdAt": created,
        "updatedAt": created,
    }


def vat_id(digits: str) -> str:
    """Return a German VAT id whose check digit (ISO 7064 MOD 11,10) is wrong on purpose, so that it is nobody's."""
    product = 10
    for digit in digits:
        total = (int(digit) + product) % 10 or 10
        product = 2 * total % 11
    right = (11 - product) % 10
    return f"DE{digits}{(right + 1) % 10}"
