# skillc copies this file into each skill; change it in src/einvoice, not there
"""Whether the text of an element is what its type says. Source: XML Schema Part 2, https://www.w3.org/TR/xmlschema-2/."""

from __future__ import annotations

import re
from datetime import date

BLANKS = " \t\r\n"
ZONE = r"(Z|[+-](0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?"
TIME = r"(([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?|24:00:00(\.0+)?)"
DATE = r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
FORMS = {
    "decimal": re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)\Z"),
    "boolean": re.compile(r"(true|false|1|0)\Z"),
    "date": re.compile(f"{DATE}{ZONE}\\Z"),
    "time": re.compile(f"{TIME}{ZONE}\\Z"),
    "dateTime": re.compile(f"{DATE}T{TIME}{ZONE}\\Z"),
    "base64Binary": re.compile(r"([A-Za-z0-9+/]{4})*([A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?\Z"),
}
MEANINGS = {
    "decimal": "a number such as 1000.00",
    "boolean": "true or false",
    "date": "a date such as 2026-11-26",
    "time": "a time such as 12:30:00",
    "dateTime": "a date and time such as 2026-11-26T12:30:00",
    "base64Binary": "a file in Base64",
}
TEXT = "text"


def is_of(kind: str, text: str) -> bool:
    """Say whether a text is a value of a kind; a text is always one."""
    if kind == TEXT:
        return True
    text = text.strip(BLANKS)
    if kind == "base64Binary":
        text = re.sub(f"[{BLANKS}]", "", text)
    found = FORMS[kind].match(text)
    if found and kind.startswith("date"):
        return _is_day(*map(int, found.groups()[:3]))
    return bool(found)


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
