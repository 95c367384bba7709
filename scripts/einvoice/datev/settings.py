# skillc copies this file into each skill; change it in src/einvoice, not there
"""What the tax adviser's books ask for: numbers that nobody can guess, and accounts that anybody may change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ..kinds import Code, Day, Kind, described
from ..problems import Problem, Problems
from ..records import Record, escaped, term
from ..sales.cases import NAMES, RATED_NAME
from ..sales.remarks import Remarks
from .accounts import CHARTS, Account, collective_debtor, default_accounts

ADVISERS = range(1001, 10_000_000)
CLIENTS = range(1, 100_000)
LENGTHS = range(4, 9)
YEARS = range(2000, 2100)  # that dates of DATEV can have
TAX_KEY = re.compile(r"\d{1,4}\Z")


class Whole(Kind):
    """A whole number."""

    def read(self, value: Any, at: str, problems: Problems) -> int | None:
        """Refuse texts, fractions, and true and false."""
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        problems.add(at, f"expected a whole number, got {described(value)}")
        return None


class Table(Kind):
    """An object with values of one kind, whose names anybody may choose."""

    def __init__(self, one: Kind) -> None:
        """Take the kind of the values."""
        self._one = one

    def read(self, value: Any, at: str, problems: Problems) -> dict[str, Any] | None:
        """Read each value at its own pointer."""
        if not isinstance(value, dict):
            problems.add(at, f"expected an object, got {described(value)}")
            return None
        return {name: self._one.read(each, f"{at}/{escaped(name)}", problems) for name, each in value.items()}


@dataclass(frozen=True)
class Settings:
    """The books that a batch is for. All but the first three have defaults."""

    adviser_number: int | None = term(Whole())  # "Berater"
    client_number: int | None = term(Whole())  # "Mandant"
    fiscal_year_start: date | None = term(Day())
    account_length: int = term(Whole(), default=4)  # of general accounts; debtors have one digit more
    chart: str = term(Code(), default="04")
    period_start: date | None = term(Day())  # default: the first day of the month of the first document
    period_end: date | None = term(Day())  # default: the last day of the month of the last one
    accounts: Mapping[str, Account] | None = term(Table(Record(Account, alone="account")))  # by case, over the chart's
    debtors: Mapping[str, str] | None = term(Table(Code()))  # by the buyer's id, VAT id or name
    collective_debtor: str | None = term(Code())  # of all other buyers; default: 10000

    @property
    def fiscal_year(self) -> tuple[date, date]:
        """The first and the last day of the fiscal year, all of time while its start is unknown."""
        start = self.fiscal_year_start
        if start is None:
            return date.min, date.max
        return start, date(start.year + 1, start.month, 1) + timedelta(days=start.day - 2)

    @property
    def all_accounts(self) -> dict[str, Account]:
        """The chart's accounts, and what stands in their place."""
        return {**default_accounts(self.chart, self.account_length), **(self.accounts or {})}

    @property
    def other_debtor(self) -> str:
        """The account of buyers without one of their own."""
        return self.collective_debtor or collective_debtor(self.account_length)


SETTINGS = Record(Settings)


def read_settings(value: Any) -> tuple[Settings | None, list[Problem]]:
    """Return the settings of a JSON object, or None and every problem of its form."""
    problems = Problems()
    settings = SETTINGS.read(value, "", problems)
    return (None if problems.found else settings), problems.found


def check_settings(settings: Settings, remarks: Remarks) -> None:
    """Refuse what DATEV would refuse, and ask for what is missing."""
    numbers = (
        ("/adviserNumber", settings.adviser_number, ADVISERS, 'the adviser number ("Beraternummer")'),
        ("/clientNumber", settings.client_number, CLIENTS, 'the client number ("Mandantennummer")'),
        ("/accountLength", settings.account_length, LENGTHS, "the length of accounts"),
    )
    for pointer, number, allowed, name in numbers:
        if number not in allowed:
            found = "is missing" if number is None else f"is {number}"
            message = f"{name} {found}; it is a number from {allowed[0]} to {allowed[-1]}: ask the tax adviser"
            remarks.refuse("", pointer, message)
    start = settings.fiscal_year_start
    if start is None or start.year not in YEARS:
        found = f"is {start}" if start else "is missing"
        message = f"the first day of the fiscal year {found}; it is a date from 2000 on such as 2026-01-01"
        remarks.refuse("", "/fiscalYearStart", message)
    if settings.period_start and settings.period_end and settings.period_start > settings.period_end:
        remarks.refuse("", "/periodStart", f"the period ends on {settings.period_end}, before it starts")
    for pointer, day in (("/periodStart", settings.period_start), ("/periodEnd", settings.period_end)):
        if start and start.year in YEARS and day and not settings.fiscal_year[0] <= day <= settings.fiscal_year[1]:
            remarks.refuse("", pointer, f"{day} is not in the fiscal year that starts on {start}")
    if settings.chart not in CHARTS:
        remarks.refuse("", "/chart", f'the chart of accounts is "{settings.chart}"; it is one of {", ".join(CHARTS)}')
    if settings.account_length in LENGTHS:
        for pointer, message in (*_account_faults(settings), *_debtor_faults(settings)):
            remarks.refuse("", pointer, message)


def _account_faults(settings: Settings) -> Iterator[tuple[str, str]]:
    length = settings.account_length
    for case, entry in (settings.accounts or {}).items():
        at = f"/accounts/{escaped(case)}"
        if case not in NAMES and not RATED_NAME.match(case):
            yield at, f'"{case}" is no kind of supply; it is one of S 19, S 7 (or another rate), {", ".join(NAMES)}'
        if not _is_account(entry.account or "", length):
            yield f"{at}/account", f'"{entry.account or ""}" is no account; a revenue account has {length} digits here'
        if entry.tax_key and not TAX_KEY.match(entry.tax_key):
            yield f"{at}/taxKey", f'"{entry.tax_key}" is no tax key; a tax key has up to 4 digits'


def _debtor_faults(settings: Settings) -> Iterator[tuple[str, str]]:
    length = settings.account_length
    named = {f"/debtors/{escaped(buyer)}": account for buyer, account in (settings.debtors or {}).items()}
    for at, account in {**named, "/collectiveDebtor": settings.other_debtor}.items():
        if not _is_account(account, length) and not (_is_account(account, length + 1) and "1" <= account[0] <= "6"):
            first, last = "1".ljust(length + 1, "0"), "6".ljust(length + 1, "9")
            yield at, f'"{account}" is no account of a debtor; debtors have numbers from {first} to {last} here'


def _is_account(account: str, length: int) -> bool:
    return account.isascii() and account.isdigit() and len(account) == length and account.strip("0") != ""
