# skillc copies this file into each skill; change it in src/einvoice, not there
"""The file: two rows of heads, and a row of 125 columns for each booking.

Source: developer.datev.de, "Header" and "Buchungsstapel", format version 13. Texts stand in quotes, empty ones too;
numbers and dates do not. The encoding is Windows-1252, lines end with CR and LF.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from .bookings import Booking
from .fields import ENCODING
from .settings import Settings

MOST_ROWS = 99_999
LABEL = "Ausgangsrechnungen"
ORIGIN = "RE"
PAIRS = ("Art", "Inhalt")

COLUMNS = (
    *("Umsatz (ohne Soll/Haben-Kz)", "Soll/Haben-Kennzeichen", "WKZ Umsatz", "Kurs", "Basis-Umsatz"),
    *("WKZ Basis-Umsatz", "Konto", "Gegenkonto (ohne BU-Schlüssel)", "BU-Schlüssel", "Belegdatum"),
    *("Belegfeld 1", "Belegfeld 2", "Skonto", "Buchungstext", "Postensperre", "Diverse Adressnummer"),
    *("Geschäftspartnerbank", "Sachverhalt", "Zinssperre", "Beleglink"),
    *(f"Beleginfo - {part} {number}" for number in range(1, 9) for part in PAIRS),
    *("KOST1 - Kostenstelle", "KOST2 - Kostenstelle", "Kost-Menge"),
    *("EU-Land u. UStID (Bestimmung)", "EU-Steuersatz (Bestimmung)", "Abw. Versteuerungsart", "Sachverhalt L+L"),
    *("Funktionsergänzung L+L", "BU 49 Hauptfunktionstyp", "BU 49 Hauptfunktionsnummer", "BU 49 Funktionsergänzung"),
    *(f"Zusatzinformation - {part} {number}" for number in range(1, 21) for part in PAIRS),
    *("Stück", "Gewicht", "Zahlweise", "Forderungsart", "Veranlagungsjahr", "Zugeordnete Fälligkeit", "Skontotyp"),
    *("Auftragsnummer", "Buchungstyp", "USt-Schlüssel (Anzahlungen)", "EU-Land (Anzahlungen)"),
    *("Sachverhalt L+L (Anzahlungen)", "EU-Steuersatz (Anzahlungen)", "Erlöskonto (Anzahlungen)", "Herkunft-Kz"),
    *("Buchungs GUID", "KOST-Datum", "SEPA-Mandatsreferenz", "Skontosperre", "Gesellschaftername"),
    *("Beteiligtennummer", "Identifikationsnummer", "Zeichnernummer", "Postensperre bis"),
    *("Bezeichnung SoBil-Sachverhalt", "Kennzeichen SoBil-Buchung", "Festschreibung", "Leistungsdatum"),
    *("Datum Zuord. Steuerperiode", "Fälligkeit", "Generalumkehr (GU)", "Steuersatz", "Land"),
    *("Abrechnungsreferenz", "BVV-Position", "EU-Land u. UStID (Ursprung)", "EU-Steuersatz (Ursprung)"),
    "Abw. Skontokonto",
)
TEXTS = {
    *(2, 3, 6, 9, 11, 12, 14, 16, *range(20, 39), 40, 42, *range(48, 88), 91, 95, 96, 98, 102, 103, 105, 107),
    *(109, 110, 112, 118, 120, 121, 123),
}


def batch_file(bookings: Sequence[Booking], settings: Settings, first: date, last: date, created: datetime) -> bytes:
    """Return the content of the file for the bookings of a period."""
    lines = [_header(settings, first, last, created), list(COLUMNS), *map(_row, bookings)]
    return "".join(f"{';'.join(line)}\r\n" for line in lines).encode(ENCODING)


def file_name(first: date, last: date) -> str:
    """Return a name as DATEV looks for it."""
    return f"EXTF_{LABEL}_{_day(first)}_{_day(last)}.csv"


def _header(settings: Settings, first: date, last: date, created: datetime) -> list[str]:
    start = settings.fiscal_year_start
    return [
        *('"EXTF"', "700", "21", '"Buchungsstapel"', "13"),
        *(f"{created:%Y%m%d%H%M%S}{created.microsecond // 1000:03}", "", _quoted(ORIGIN), '""', '""'),
        *(str(settings.adviser_number), str(settings.client_number), _day(start) if start else ""),
        *(str(settings.account_length), _day(first), _day(last), _quoted(LABEL), '""'),
        *("1", "0", "0"),  # bookkeeping, for any purpose, not locked: an empty field would lock the batch
        *('"EUR"', "", '""', "", "", _quoted(settings.chart), "", "", '""', '""'),
    ]


def _row(booking: Booking) -> list[str]:
    filled = {
        1: _amount(booking.amount),
        2: booking.side,
        3: "EUR",
        7: booking.account,
        8: booking.contra_account,
        9: booking.tax_key and booking.tax_key.zfill(4),
        10: f"{booking.day:%d%m}",
        11: booking.document,
        12: booking.other_document,
        14: booking.text,
        40: booking.vat_id,
        114: "0",
        115: _german(booking.supplied),
        116: _german(booking.supplied),  # the tax period, without which DATEV takes no date of supply
        117: _german(booking.due),
    }
    fields = ((number, filled.get(number, "")) for number in range(1, len(COLUMNS) + 1))
    return [_quoted(text) if number in TEXTS else text for number, text in fields]


def _quoted(text: str) -> str:
    return '"{}"'.format(re.sub('"', '""', text))


def _amount(amount: Decimal) -> str:
    return f"{amount:.2f}".replace(".", ",")


def _day(day: date) -> str:
    return f"{day:%Y%m%d}"


def _german(day: date | None) -> str:
    return f"{day:%d%m%Y}" if day else ""
