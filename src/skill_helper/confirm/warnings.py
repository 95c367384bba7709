# skillc copies this file into each skill; change it in src/skill_helper, not there
"""What a plan warns of: which records of *this* request's body a warning of skill.yaml holds for, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ..base.jsontext import dump_json, parse_json
from ..base.records import ProxyWarning
from ..membrane.proxy import ProxyRequest
from ..session import Json, Session

NAMES = ("number", "name", "id")
MOST_IN_A_SENTENCE = 5
MOST_PLACES = 10
LONGEST_NAME = 60


class Warned(NamedTuple):
    """A warning about one request.

    `records` and `spared` name records of the body, `remarks` say what else is to be known.
    """

    says: str
    records: tuple[str, ...] = ()
    spared: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """Return the warning as the reason of a plan."""
        if not self.records:
            return self.says.rstrip(".")
        more = len(self.records) - MOST_IN_A_SENTENCE
        named = ", ".join(self.records[:MOST_IN_A_SENTENCE]) + (f" and {more} more" if more > 0 else "")
        return f"{self.says.rstrip('.')}: {named}"

    def facts(self) -> Json:
        """Return what a plan shows of the warning; members that say nothing are left out."""
        members = {"applies_to": list(self.records), "not_to": list(self.spared), "remarks": list(self.remarks)}
        return {"warning": self.says, **{name: value for name, value in members.items() if value}}


def warning_about(session: Session, request: ProxyRequest) -> Warned | None:
    """Return what the user must know before this request is confirmed; None when no warning holds for it."""
    for rule in session.skill.proxy.warnings:
        if rule.method == request.method and request.path.is_at(rule.path):
            return _warned(session.app.name, rule, request)
    return None


def _warned(app: str, rule: ProxyWarning, request: ProxyRequest) -> Warned | None:
    if not rule.each and not rule.unless_true:
        return Warned(rule.says)
    try:
        body = _json_body(request)
        records = _records(rule, body)
    except ValueError as error:
        return Warned(rule.says, remarks=(f"the body {error}; so this may hold for all that {app} reads in it",))
    sparing = [[name for name in rule.unless_true if record.get(name) is True] for record in records]
    named = [_name(rule, place, record) for place, record in enumerate(records)]
    held = tuple(name for name, why in zip(named, sparing) if not why)
    if not held:
        return None
    spared = tuple(f"{name}: {why[0]}" for name, why in zip(named, sparing) if why)
    return Warned(rule.says, held, spared, tuple(_remarks(app, rule, request, body)))


def _json_body(request: ProxyRequest) -> Any:
    """Return the body.

    Raises ValueError, whose text goes on after "the body", for one that an app may read in another way.
    """
    kind = next((value for name, value in request.headers if name == "Content-Type"), "application/json")
    media, _, parameters = (part.strip().lower() for part in kind.partition(";"))
    if media != "application/json" or parameters not in ("", "charset=utf-8", 'charset="utf-8"'):
        raise ValueError(f"is declared as {kind[:LONGEST_NAME]}")
    try:
        return parse_json(request.body or "", unique_names=True)
    except ValueError as error:
        raise ValueError(f"is no JSON that can be read in one way ({str(error)[:100]})") from None


def _records(rule: ProxyWarning, body: Any) -> Sequence[Mapping[str, Any]]:
    """Return the records of a body. Raises ValueError where it has another shape."""
    records = [body] if not rule.each else body.get(rule.each) if isinstance(body, dict) else None
    if not isinstance(records, list) or not all(isinstance(record, dict) for record in records):
        raise ValueError(f'has no list "{rule.each}" of objects' if rule.each else "is no JSON object")
    return records


def _name(rule: ProxyWarning, place: int, record: Mapping[str, Any]) -> str:
    """Return what a person knows a record by: its place in the body, and its number or name."""
    where = f"{rule.each}[{place}]" if rule.each else "the body"
    for name in (rule.each[:-1] + "Number", *NAMES) if rule.each else NAMES:
        value = record.get(name)
        if isinstance(value, (str, int)) and value != "":
            return f"{where} {str(value)[:LONGEST_NAME]}"
    return where


def _remarks(app: str, rule: ProxyWarning, request: ProxyRequest, body: Any) -> Iterator[str]:
    """Yield, as sentences, what looks like one of the members that would spare a record, and is none."""
    looks = f"{app} looks only in " + (f"each of {rule.each}" if rule.each else "the body itself")
    found = [
        *_misplaced(rule, body, ""),
        *(f"--query {name}" for name, _ in request.query if _letters(name) in _wanted(rule)),
    ]
    for remark in found[:MOST_PLACES]:
        yield f"{remark} changes nothing: {looks} for {', '.join(rule.unless_true)}, and it must be true"
    if len(found) > MOST_PLACES:
        yield f"there are {len(found) - MOST_PLACES} more such members"


def _misplaced(rule: ProxyWarning, value: Any, place: str) -> Iterator[str]:
    """Yield each member of a body that is called like one that spares a record, and does not.

    It stands at another place, is spelt in another way, or is not true.
    """
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, member in members:
        here = f"{place}/{name}"
        if (
            isinstance(name, str)
            and _letters(name) in _wanted(rule)
            and not _is_plain_switch(rule, place, name, member)
        ):
            yield f"{here} = {dump_json(member)[:LONGEST_NAME]}"
        yield from _misplaced(rule, member, here)


def _is_plain_switch(rule: ProxyWarning, place: str, name: str, member: Any) -> bool:
    """Whether a member stands where the app looks for it, and says plainly yes or no."""
    parts = place.split("/")[1:]
    own_place = parts[:1] == [rule.each] and len(parts) == 2 if rule.each else not parts  # noqa: PLR2004 - the list, and a place in it
    return own_place and name in rule.unless_true and (member is None or isinstance(member, bool))


def _wanted(rule: ProxyWarning) -> set[str]:
    return {_letters(name) for name in rule.unless_true}


def _letters(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())
