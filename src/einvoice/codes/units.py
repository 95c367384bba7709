# skillc copies this file into each skill; change it in src/einvoice, not there
"""Units of measure: UN/ECE Recommendation 20, and 21 for packages (codes that begin with X) (BT-130).

The table holds the units that invoices use. Another code of the recommendations may be right too.
Words are German and English, in lower case, without dots.
"""

from __future__ import annotations

from difflib import get_close_matches

# code: its name, then words that mean it
UNITS: dict[str, tuple[str, ...]] = {
    "H87": ("piece", "pieces", "pc", "pcs", "pce", "stück", "stueck", "stk", "st"),
    "EA": ("each", "ea"),
    "C62": ("one", "unit", "units", "einheit", "einheiten", "lizenz", "lizenzen", "license", "licence", "licenses"),
    "HUR": ("hour", "hours", "h", "hr", "hrs", "stunde", "stunden", "std"),
    "MIN": ("minute", "minutes", "minuten", "min"),
    "SEC": ("second", "seconds", "sekunde", "sekunden", "s"),
    "DAY": ("day", "days", "tag", "tage", "d"),
    "E49": ("working day", "working days", "arbeitstag", "arbeitstage", "personentag", "personentage", "manntag"),
    "WEE": ("week", "weeks", "woche", "wochen"),
    "MON": ("month", "months", "mo", "monat", "monate"),
    "QAN": ("quarter", "quarters", "quartal", "quartale"),
    "SAN": ("half year", "half years", "halbjahr", "halbjahre"),
    "ANN": ("year", "years", "yr", "jahr", "jahre", "annual"),
    "LS": ("lump sum", "flat rate", "flat", "pauschale", "pauschal", "pau", "psch"),
    "E48": ("service unit", "service units", "leistungseinheit", "leistungseinheiten"),
    "E51": ("job", "jobs", "auftrag", "aufträge"),
    "E54": ("trip", "trips", "fahrt", "fahrten"),
    "IE": ("person", "persons", "people", "personen"),
    "MTR": ("metre", "metres", "meter", "meters", "m"),
    "LM": ("linear metre", "linear metres", "linear meter", "laufender meter", "laufmeter", "lfm", "lfdm"),
    "CMT": ("centimetre", "centimetres", "centimeter", "zentimeter", "cm"),
    "MMT": ("millimetre", "millimetres", "millimeter", "mm"),
    "KMT": ("kilometre", "kilometres", "kilometer", "kilometers", "km"),
    "MTK": ("square metre", "square metres", "square meter", "quadratmeter", "m²", "m2", "qm"),
    "MTQ": ("cubic metre", "cubic metres", "cubic meter", "kubikmeter", "m³", "m3", "cbm"),
    "GRM": ("gram", "grams", "gramm", "g"),
    "KGM": ("kilogram", "kilograms", "kilogramm", "kilo", "kg"),
    "TNE": ("tonne", "tonnes", "tonnen", "t"),
    "MLT": ("millilitre", "millilitres", "milliliter", "ml"),
    "LTR": ("litre", "litres", "liter", "liters", "l"),
    "KWH": ("kilowatt hour", "kilowatt hours", "kilowattstunde", "kilowattstunden", "kwh"),
    "MWH": ("megawatt hour", "megawatt hours", "megawattstunde", "megawattstunden", "mwh"),
    "KWT": ("kilowatt", "kilowatts", "kw"),
    "P1": ("percent", "per cent", "prozent", "%"),
    "PR": ("pair", "pairs", "paar", "paare"),
    "SET": ("set", "sets", "satz", "sätze"),
    "DZN": ("dozen", "dozens", "dutzend"),
    "ZP": ("page", "pages", "seite", "seiten"),
    "D68": ("word", "words", "wort", "wörter", "worte"),
    "AD": ("byte", "bytes"),
    "4L": ("megabyte", "megabytes", "mb"),
    "E34": ("gigabyte", "gigabytes", "gb"),
    "E35": ("terabyte", "terabytes", "tb"),
    "XPK": ("package", "packages", "pack", "packs", "pk", "paket", "pakete", "packung", "packungen"),
    "XCT": ("carton", "cartons", "ct", "karton", "kartons"),
    "XBX": ("box", "boxes", "kiste", "kisten", "schachtel", "schachteln"),
    "XBG": ("bag", "bags", "beutel", "tüte", "tüten"),
    "XSA": ("sack", "sacks", "säcke"),
    "XBO": ("bottle", "bottles", "flasche", "flaschen"),
    "XCA": ("can", "cans", "dose", "dosen"),
    "XPX": ("pallet", "pallets", "palette", "paletten"),
    "XRO": ("roll", "rolls", "rolle", "rollen"),
    "XPP": ("piece of goods",),
    "XNE": ("unpacked", "unverpackt"),
}

# Codes that are valid, and look like words for another unit: what they mean, and what to write instead.
TRAPS = {
    "STK": ("a cigarette stick", 'write H87, or "Stück", for a piece'),
    "GB": ("a gallon per day (US)", 'write E34, or "Gigabyte", for a gigabyte'),
    "KW": ("a kilogram of tungsten trioxide", 'write KWT, or "Kilowatt", for a kilowatt'),
}

_CODES_BY_WORD = {word: code for code, words in UNITS.items() for word in words}


def unit_of(word: str) -> str | None:
    """Return the code that a word for a unit means, whatever its case and dots."""
    return _CODES_BY_WORD.get(" ".join(word.lower().replace(".", " ").split()))


def words_like(word: str) -> list[str]:
    """Return known words for units that are spelled almost like this one."""
    return get_close_matches(word.lower(), _CODES_BY_WORD, n=1)
