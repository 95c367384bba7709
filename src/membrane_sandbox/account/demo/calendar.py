"""Dates of the demo data. All lie within the two years before the account's fixed today."""

from __future__ import annotations

from datetime import date, timedelta

from membrane_sandbox.account.ids import TODAY

TODAY_DATE = date.fromisoformat(TODAY)
FIRST_DAY = date(2024, 10, 1)
DAYS = (TODAY_DATE - FIRST_DAY).days


def compact(day: date) -> str:
    """Return YYYYMMDD, the form of invoice dates."""
    return day.strftime("%Y%m%d")


def workday(offset: int) -> date:
    """Return the day `offset` days after the first, or the Friday before it when that is a weekend."""
    day = FIRST_DAY + timedelta(days=offset)
    return day - timedelta(days=max(0, day.weekday() - 4))


def growing(index: int, last: int) -> int:
    """Return the day (0 to DAYS) of the index-th of `last` events, twice as frequent at the end as on average."""
    return DAYS * index * (3 * last - index) // (2 * last * last)


def stamp(day: date, minute: int) -> str:
    """Return an ISO time on that day, `minute` minutes after eight."""
    return f"{day.isoformat()}T{8 + minute // 60:02}:{minute % 60:02}:00.000Z"
