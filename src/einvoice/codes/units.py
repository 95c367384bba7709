# skillc copies this file into each skill; change it in src/einvoice, not there
"""Units of measure: UN/ECE Recommendation 20, and 21 for packages (codes that begin with X) (BT-130).

The table holds the units that invoices use. Another code of the recommendations may be right too.
Words are German and English, without dots.
"""

from __future__ import annotations

from decimal import Decimal
from difflib import get_close_matches

# code: words that mean it; what German invoices show has a capital: the word for one, then that for several
UNITS: dict[str, tuple[str, ...]] = {
    "H87": ("piece", "pieces", "pc", "pcs", "pce", "Stück", "stueck", "stk", "st"),
    "EA": ("Einzelstück", "Einzelstücke", "each", "ea"),
    "C62": ("one", "unit", "units", "Einheit", "Einheiten", "lizenz", "lizenzen", "license", "licence", "licenses"),
    "HUR": ("hour", "hours", "h", "hr", "hrs", "Stunde", "Stunden", "std"),
    "MIN": ("Minute", "minutes", "Minuten", "min"),
    "SEC": ("second", "seconds", "Sekunde", "Sekunden", "s"),
    "DAY": ("day", "days", "Tag", "Tage", "d"),
    "E49": ("working day", "working days", "Arbeitstag", "Arbeitstage", "personentag", "personentage", "manntag"),
    "WEE": ("week", "weeks", "Woche", "Wochen"),
    "MON": ("month", "months", "mo", "Monat", "Monate"),
    "QAN": ("quarter", "quarters", "Quartal", "Quartale"),
    "SAN": ("half year", "half years", "Halbjahr", "Halbjahre"),
    "ANN": ("year", "years", "yr", "Jahr", "Jahre", "annual"),
    "LS": ("lump sum", "flat rate", "flat", "Pauschale", "Pauschalen", "pauschal", "pau", "psch"),
    "E48": ("service unit", "service units", "Leistungseinheit", "Leistungseinheiten"),
    "E51": ("job", "jobs", "Auftrag", "Aufträge"),
    "E54": ("trip", "trips", "Fahrt", "Fahrten"),
    "IE": ("Person", "persons", "people", "Personen"),
    "MTR": ("metre", "metres", "Meter", "meters", "m"),
    "LM": ("linear metre", "linear meter", "Laufender Meter", "Laufende Meter", "laufmeter", "lfm", "lfdm"),
    "CMT": ("centimetre", "centimetres", "centimeter", "Zentimeter", "cm"),
    "MMT": ("millimetre", "millimetres", "Millimeter", "mm"),
    "KMT": ("kilometre", "kilometres", "Kilometer", "kilometers", "km"),
    "MTK": ("square metre", "square metres", "square meter", "Quadratmeter", "m²", "m2", "qm"),
    "MTQ": ("cubic metre", "cubic metres", "cubic meter", "Kubikmeter", "m³", "m3", "cbm"),
    "GRM": ("gram", "grams", "Gramm", "g"),
    "KGM": ("kilogram", "kilograms", "Kilogramm", "kilo", "kg"),
    "TNE": ("Tonne", "tonnes", "Tonnen", "t"),
    "MLT": ("millilitre", "millilitres", "Milliliter", "ml"),
    "LTR": ("litre", "litres", "Liter", "liters", "l"),
    "KWH": ("kilowatt hour", "kilowatt hours", "Kilowattstunde", "Kilowattstunden", "kwh"),
    "MWH": ("megawatt hour", "megawatt hours", "Megawattstunde", "Megawattstunden", "mwh"),
    "KWT": ("Kilowatt", "kilowatts", "kw"),
    "P1": ("percent", "per cent", "Prozent", "%"),
    "PR": ("pair", "pairs", "Paar", "paare"),
    "SET": ("set", "sets", "Satz", "Sätze"),
    "DZN": ("dozen", "dozens", "Dutzend"),
    "ZP": ("page", "pages", "Seite", "Seiten"),
    "D68": ("word", "words", "Wort", "Wörter", "worte"),
    "AD": ("Byte", "bytes"),
    "4L": ("Megabyte", "megabytes", "mb"),
    "E34": ("Gigabyte", "gigabytes", "gb"),
    "E35": ("Terabyte", "terabytes", "tb"),
    "XPK": ("package", "packages", "pack", "packs", "pk", "Paket", "Pakete", "packung", "packungen"),
    "XCT": ("carton", "cartons", "ct", "Karton", "Kartons"),
    "XBX": ("box", "boxes", "Kiste", "Kisten", "schachtel", "schachteln"),
    "XBG": ("bag", "bags", "Beutel", "tüte", "tüten"),
    "XSA": ("Sack", "sacks", "Säcke"),
    "XBO": ("bottle", "bottles", "Flasche", "Flaschen"),
    "XCA": ("can", "cans", "Dose", "Dosen"),
    "XPX": ("pallet", "pallets", "Palette", "Paletten"),
    "XRO": ("Rolle", "roll", "rolls", "Rollen"),
    "XPP": ("Warenstück", "Warenstücke", "piece of goods"),
    "XNE": ("Unverpackt", "unpacked"),
}

# Codes that are valid, and look like words for another unit: what they mean, and what to write instead.
TRAPS = {
    "STK": ("a cigarette stick", 'write H87, or "Stück", for a piece'),
    "GB": ("a gallon per day (US)", 'write E34, or "Gigabyte", for a gigabyte'),
    "KW": ("a kilogram of tungsten trioxide", 'write KWT, or "Kilowatt", for a kilowatt'),
}

_CODES_BY_WORD = {word.lower(): code for code, words in UNITS.items() for word in words}


def unit_of(word: str) -> str | None:
    """Return the code that a word for a unit means, whatever its case and dots."""
    return _CODES_BY_WORD.get(" ".join(word.lower().replace(".", " ").split()))


def german_unit(code: str, quantity: Decimal) -> str:
    """Return the German word for so many units: the code itself when the table does not hold it."""
    shown = [word for word in UNITS.get(code, ()) if word[0].isupper()]
    return (shown[0] if abs(quantity) == 1 else shown[-1]) if shown else code


def words_like(word: str) -> list[str]:
    """Return known words for units that are spelled almost like this one."""
    return get_close_matches(word.lower(), _CODES_BY_WORD, n=1)
