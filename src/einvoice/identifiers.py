# skillc copies this file into each skill; change it in src/einvoice, not there
"""Check digits and forms of identifiers.

Sources: ISO 13616 (IBAN), ISO 7064 (MOD 97-10 and MOD 11,10), the KoSIT's "Formatspezifikation Leitweg-ID" 2.0.2, the
European Commission's VIES page on the structure of VAT ids. Official examples break these, so checks only warn.
"""

from __future__ import annotations

import re
from collections.abc import Callable

IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}\Z")
LEITWEG_ID = re.compile(r"(\d{2,12})(?:-([A-Z0-9]{1,30}))?-(\d{2})\Z")

GERMAN_AUTHORITIES = {*(f"{state:02}" for state in range(1, 17)), "99"}  # the states, and the federation

# Lengths of IBANs of the countries that German invoices meet most.
IBAN_LENGTHS = {
    "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "EE": 20, "ES": 24, "FI": 18,
    "FR": 27, "GB": 22, "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IT": 27, "LI": 21, "LT": 20, "LU": 20, "LV": 21,
    "MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24, "SE": 24, "SI": 19, "SK": 24,
}  # fmt: skip

# How VAT ids of each member state look after the two letters.
VAT_ID_FORMS = {
    "AT": r"U\d{8}", "BE": r"[01]\d{9}", "BG": r"\d{9,10}", "CY": r"\d{8}[A-Z]", "CZ": r"\d{8,10}", "DE": r"\d{9}",
    "DK": r"\d{8}", "EE": r"\d{9}", "EL": r"\d{9}", "ES": r"[A-Z0-9]\d{7}[A-Z0-9]", "FI": r"\d{8}",
    "FR": r"[A-HJ-NP-Z0-9]{2}\d{9}", "HR": r"\d{11}", "HU": r"\d{8}", "IE": r"\d[A-Z0-9+*]\d{5}[A-Z]{1,2}",
    "IT": r"\d{11}", "LT": r"\d{9}|\d{12}", "LU": r"\d{8}", "LV": r"\d{11}", "MT": r"\d{8}", "NL": r"\d{9}B\d{2}",
    "PL": r"\d{10}", "PT": r"\d{9}", "RO": r"\d{2,10}", "SE": r"\d{12}", "SI": r"\d{8}", "SK": r"\d{10}",
    "XI": r"\d{9}|\d{12}|GD\d{3}|HA\d{3}",
}  # fmt: skip


def is_iban(text: str) -> bool:
    """Say whether a text is an IBAN with right check digits; spaces do not matter."""
    iban = without_spaces(text)
    if not IBAN.match(iban) or len(iban) != IBAN_LENGTHS.get(iban[:2], len(iban)):
        return False
    return _as_number(iban[4:] + iban[:4]) % 97 == 1


def is_leitweg_id(text: str) -> bool:
    """Say whether a text is a Leitweg-ID of a German authority, with right check digits."""
    found = LEITWEG_ID.match(text)
    if found is None or found[1][:2] not in GERMAN_AUTHORITIES:
        return False
    return _as_number("".join(found.groups(""))) % 97 == 1


def looks_like_leitweg_id(text: str) -> bool:
    """Say whether a text has the form of a Leitweg-ID, whatever its check digits."""
    return bool(LEITWEG_ID.match(text))


def is_vat_id(text: str) -> bool:
    """Say whether a text has the form of a VAT id of a member state, with right check digits where they are known.

    Ids of other countries are accepted.
    """
    vat_id = without_spaces(text)
    check = _VAT_CHECKS.get(vat_id[:2])
    return has_form_of_vat_id(text) and (check is None or check(vat_id[2:]))


def has_form_of_vat_id(text: str) -> bool:
    """Say whether a text has the form of a VAT id of its country, whatever its check digits."""
    vat_id = without_spaces(text)
    form = VAT_ID_FORMS.get(vat_id[:2])
    return form is None or bool(re.fullmatch(form, vat_id[2:]))


def without_spaces(text: str) -> str:
    """Return a text as identifiers are compared."""
    return "".join(text.split())


def _as_number(text: str) -> int:
    return int("".join(str(int(letter, 36)) for letter in text))


def _german(digits: str) -> bool:
    if digits[0] == "0":
        return False
    product = 10
    for digit in digits[:-1]:
        product = ((int(digit) + product) % 10 or 10) * 2 % 11
    return (11 - product) % 10 == int(digits[-1])


def _austrian(digits: str) -> bool:
    doubled = [sum(divmod(int(digit) * (1 + index % 2), 10)) for index, digit in enumerate(digits[1:-1])]
    return (6 - sum(doubled)) % 10 == int(digits[-1])


def _french(digits: str) -> bool:
    if not digits[:2].isdigit():
        return True
    siren = int(digits[2:])
    return int(digits[:2]) == (12 + 3 * (siren % 97)) % 97


def _dutch(digits: str) -> bool:
    weighted = sum(int(digit) * weight for digit, weight in zip(digits[:8], range(9, 1, -1)))
    return weighted % 11 == int(digits[8]) or _as_number(f"NL{digits}") % 97 == 1


_VAT_CHECKS: dict[str, Callable[[str], bool]] = {"AT": _austrian, "DE": _german, "FR": _french, "NL": _dutch}
