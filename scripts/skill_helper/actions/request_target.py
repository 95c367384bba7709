# skillc copies this file into each skill; change it in src/skill_helper, not there
"""What a proxy request is about to change, as a plan shows it: read at its path, else found in the list above."""

from __future__ import annotations

from typing import Any

from ..base.effects import reading
from ..base.outcome import Failure
from ..membrane.calls import send_request
from ..membrane.proxy import ProxyRequest
from ..output.answer_files import file_in
from ..output.rows import listing_in, record_in, show_columns
from ..session import Session
from .target import TargetView

NOT_READABLE = ("not_found", "app_refused", "file_damaged", "answer_too_big")
NOTHING = (None, "")


def read_request_target(session: Session, connection: str, request: ProxyRequest) -> TargetView:
    """Return what stands where the request goes, as it is now; where nothing can be shown, why not."""
    if request.method == "POST":
        return TargetView("none: a POST makes a record, or starts something; no record is read for it")
    answers = [_readable(session, connection, read) for read in request.reads_of_target]
    record = next((answer for answer in answers if _is_record(answer)), None)
    if record is not None:
        return TargetView(show_columns(record_in(record), ()), record, str(request.path))
    row = _row_above(session, connection, request)
    if row is not None:
        return TargetView(show_columns(row, ()), row, str(request.path))
    return _view(request, next((answer for answer in answers if answer not in NOTHING), None))


def _readable(session: Session, connection: str, request: ProxyRequest) -> Any:
    """Return what a read answers; None when there is nothing to read."""
    try:
        return send_request(session, connection, request, reading(reads_only=True))
    except Failure as failure:
        if failure.code in NOT_READABLE:
            return None
        raise


def _is_record(answer: Any) -> bool:
    """Whether an answer is one record, with fields of its own that can be shown."""
    return isinstance(answer, dict) and not _is_file(answer) and show_columns(record_in(answer), ()) != {}


def _is_file(answer: Any) -> bool:
    return file_in(answer) is not None


def _row_above(session: Session, connection: str, request: ProxyRequest) -> Any:
    """Return the one row of the list above that bears the last part of the path as its id.

    None when there is not one.
    """
    if not request.path.above.segments:
        return None
    listing = listing_in(_readable(session, connection, request.read_of_list), None, None)
    identifier = request.path.segments[-1]
    rows = [row for row in listing.rows if isinstance(row, dict)] if listing else []
    named = [row for row in rows if _text(row.get("id")) == identifier] or [
        row for row in rows if _bears(row, identifier)
    ]
    return named[0] if len(named) == 1 else None


def _bears(row: dict[str, Any], identifier: str) -> bool:
    return any(name.lower().endswith("id") and _text(value) == identifier for name, value in row.items())


def _text(value: Any) -> str | None:
    return str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else None


def _view(request: ProxyRequest, answer: Any) -> TargetView:
    """Return what is shown of an answer that is no record."""
    listing = listing_in(answer, None, None)
    if listing is not None:
        rows = len(listing.rows) if listing.total is None else listing.total
        return TargetView(f"a list of {rows} rows at {request.path}", answer, str(request.path))
    if answer is None or _is_file(answer):
        what = "a file stands there" if answer is not None else "nothing can be read there"
        return TargetView(f"none: {what}, and no list above {request.path} names the record")
    return TargetView(show_columns(answer, ()), answer, str(request.path))
