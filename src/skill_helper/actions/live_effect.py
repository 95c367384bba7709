# skillc copies this file into each skill; change it in src/skill_helper, not there
"""What a live action does, by the words of its type and of its names: nothing else tells, and each may lie.

So the gravest of them counts. "delete-data-record", "SendsAllInvoices" and "Rechnung stornieren" delete, send or pay.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

READING_TYPES = ("list-data-records", "find-data-record-by-id", "match-data-record", "search-data-record")
# Word lists are written as texts, which read better than so many quotes.
# ruff: noqa: SIM905
READING = frozenset(
    "browse check count describe download export fetch find get list look lookup match preview query read retrieve "
    "search show view abrufen anzeigen auflisten finden laden lesen liste suche suchen zeige zeigen".split()
)
GRAVE = frozenset(
    "abort approve archive authorize bill cancel capture charge clear close deactivate del delete deliver destroy "
    "disable discard dispatch drop email erase execute expire fax finalize forward invite issue kill mail merge "
    "notify pay payout prune publish purge refund reimburse reject release remind remove resend reset revoke rm "
    "send settle share sign submit terminate transfer transmit trash truncate unpublish unsubscribe void wipe "
    "withdraw".split()
)
NOUNS_TOO = frozenset(
    "archive bill capture charge email fax forward invite issue mail match refund release reset share sign storno "
    "transfer zahlen".split()
)
WRITING = frozenset(
    "add append assign attach book change copy create edit enable import insert link make mark modify move patch "
    "post put register rename replace restore save set start store sync trigger update upload upsert write "
    "aktualisieren anlegen erstellen importieren markieren schreiben setzen speichern ändern".split()
)
JOINING = frozenset("and or then und oder".split())
# German verbs, by stems that stand alone, behind a prefix or behind a noun; participles ("stornierte") tell of the
# past.
GERMAN = (
    r"(?<!ge)(?:lösch|loesch)(?!er)|(?:stornier|annullier|archivier|genehmig|entfern|bezahl)(?!t)|storno|^kündig|^kuendig|^freigeb"
    r"|^veröffentlich(?!t)|^veroeffentlich(?!t)|erstatten?$|überweis|ueberweis|^begleich|^mahnen?$|^vernicht|^widerruf|^übermitt(?!elt)"
    r"|(?:^|ver|ab|zu|ein|über|ueber|aus|weiter|zurück)(?:senden?|schicken?|zahlen?|reichen?|leiten?|buchen?|stellen?)$"
)
DERIVED = r"(?:ung|ungen|ion|ation|al|ment)$|storno"


def only_reads(kind: str, names: Iterable[str]) -> bool:
    """Whether a type is documented as one that only reads, and no name says anything else."""
    return kind in READING_TYPES and not changes_by_name(names)


def changes_by_name(names: Iterable[str]) -> bool:
    """Whether a name says that its action changes something."""
    return any(grave_word(name) or _writes(list(_words(name))) for name in names)


def changes_by_type(kind: str) -> bool:
    """Whether a type says that its actions change something: those of unknown effect do not."""
    return bool(grave_word(kind)) or any(word in ("create", "update") for word in _words(kind))


def grave_word(text: str) -> str:
    """Return the word of a type or a name that says that its action deletes, sends or pays; empty where there is none.

    Beside a verb that reads, a word that can be a noun is one: "list refunds", "Überweisungen abrufen".
    """
    words = list(_words(text))
    reads = bool(words) and (words[0] in READING or words[-1] in READING)
    for before, word in zip(["", *words], words):
        first = _first_form(word)
        noun = reads and before not in JOINING and (first in NOUNS_TOO or bool(re.search(DERIVED, word)))
        if (first in GRAVE or re.search(GERMAN, word)) and not noun:
            return word
    return ""


def _writes(words: list[str]) -> bool:
    """Whether a name begins with a verb that writes, or goes on with one: "get or create"."""
    return any(_first_form(word) in WRITING for before, word in zip(["and", *words], words) if before in JOINING)


def _words(text: str) -> Iterator[str]:
    """Yield the words of a name in small letters: "DeleteAll_customers" has three."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKC", text) if unicodedata.category(letter) != "Cf")
    apart = re.sub(r"(?<=[a-zäöüß0-9])(?=[A-ZÄÖÜ])|(?<=[A-ZÄÖÜ])(?=[A-ZÄÖÜ][a-zäöüß])", " ", plain)
    yield from re.findall(r"[^\W_]+", re.sub(r"[&+]", " and ", apart).lower())


def _first_form(word: str) -> str:
    """Return the first form of an English verb: of "deletes", "deleting" and "deletion", it is "delete"."""
    for ending in ("", "s", "es", "ing", "ion", "ation", "al", "ment"):
        if word.endswith(ending):
            stem = word[: len(word) - len(ending)]
            undoubled = stem[:-1] if stem[-2:-1] == stem[-1:] else stem
            found = next((form for form in (stem, stem + "e", undoubled) if form in GRAVE or form in WRITING), "")
            if found:
                return found
    return word
