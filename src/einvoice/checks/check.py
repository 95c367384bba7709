# skillc copies this file into each skill; change it in src/einvoice, not there
"""A check and what it finds, as data."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from ..model import Invoice


class Severity(Enum):
    """How much a finding weighs."""

    ERROR = "error"  # a receiver may refuse the invoice
    WARNING = "warning"
    INFORMATION = "information"


class RuleSet(Enum):
    """Whose rule it is."""

    EN16931 = "EN 16931"
    XRECHNUNG = "XRechnung"
    ADVICE = "advice"  # law and practice, which no official rule set covers


# The rule sets that an invoice goes by, under the names that callers give.
RULE_SETS = {
    "en16931": (RuleSet.EN16931, RuleSet.ADVICE),
    "xrechnung": (RuleSet.EN16931, RuleSet.XRECHNUNG, RuleSet.ADVICE),
}
PLAIN, STRICT = RULE_SETS


@dataclass(frozen=True)
class Place:
    """Where something is wrong, and what, in a sentence."""

    pointers: tuple[str, ...]  # the first names the field; any of them would do when it is missing
    message: str
    is_missing: bool = False


Search = Callable[[Invoice], Iterable[Place]]


@dataclass(frozen=True)
class Check:
    """One rule, and the search for what breaks it."""

    id: str
    rule: str  # the official id, or the paragraph
    rule_set: RuleSet
    severity: Severity
    search: Search


@dataclass(frozen=True)
class Finding:
    """One place where an invoice breaks a rule."""

    check: str
    rule: str
    severity: Severity
    pointer: str
    message: str


def core(check_id: str, rule: str, severity: Severity = Severity.ERROR) -> Callable[[Search], Check]:
    """Make a check of a search, for a rule of EN 16931."""
    return lambda search: Check(check_id, rule, RuleSet.EN16931, severity, search)


def xrechnung(check_id: str, rule: str, severity: Severity = Severity.ERROR) -> Callable[[Search], Check]:
    """Make a check of a search, for a rule of XRechnung."""
    return lambda search: Check(check_id, rule, RuleSet.XRECHNUNG, severity, search)


def advice(check_id: str, rule: str, severity: Severity = Severity.WARNING) -> Callable[[Search], Check]:
    """Make a check of a search, for what law and practice ask."""
    return lambda search: Check(check_id, rule, RuleSet.ADVICE, severity, search)


def missing(message: str, *pointers: str) -> Place:
    """Return the place of a term that is not there; any of the pointers could hold it."""
    return Place(pointers, message, is_missing=True)


def wrong(message: str, pointer: str) -> Place:
    """Return the place of a value that cannot stay as it is."""
    return Place((pointer,), message)
