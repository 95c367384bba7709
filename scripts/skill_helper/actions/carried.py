# skillc copies this file into each skill; change it in src/skill_helper, not there
"""What was written, remembered until its file is there, and which concluded inputs a connection was seen to carry.

Of what was written only fingerprints are remembered.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from ..base.state import fingerprint_of
from ..session import Session

WRITTEN = "written"
CARRIED = "carried"
MOST_WRITTEN = 100


class Written(NamedTuple):
    """What was written: by which action, and the fingerprints of its terms by their names."""

    action: str
    terms: Mapping[str, str]


class Comparison(NamedTuple):
    """Which of the terms that were written a file has too, and what it says in place of the others."""

    equal: list[str]
    other: Mapping[str, Any]


def remember_written(
    session: Session, connection: str, identifier: str, action: str, texts: Mapping[str, Any]
) -> Written:
    """Return the fingerprints of what was written, remembered where anything can be."""
    terms = {name: _mark(identifier, name, text) for name, text in texts.items()}
    entry = {"at": int(time.time()), "action": action, "terms": terms}
    known = {**session.store.read(WRITTEN), f"{connection}/{identifier}": entry}
    session.store.write(WRITTEN, dict(list(known.items())[-MOST_WRITTEN:]))
    return Written(action, terms)


def written_of(session: Session, connection: str, identifier: str) -> Written | None:
    """Return what is remembered of a record."""
    entry = session.store.read(WRITTEN).get(f"{connection}/{identifier}")
    if not isinstance(entry, dict) or not isinstance(entry.get("terms"), dict):
        return None
    return Written(str(entry.get("action", "")), entry["terms"])


def compare(written: Written, identifier: str, file: Mapping[str, Any]) -> Comparison:
    """Return how the terms of a file compare with what was written; a term may have several texts there."""
    equal, other = [], {}
    for name, mark in written.terms.items():
        texts = file.get(name)
        texts = texts if isinstance(texts, list) else [] if texts is None else [texts]
        if mark in [_mark(identifier, name, text) for text in texts]:
            equal.append(name)
        else:
            other[name] = texts[0] if len(texts) == 1 else texts or None
    return Comparison(equal, other)


class Seen(NamedTuple):
    """Which concluded inputs the files of a connection were seen to carry, and which not."""

    carried: Collection[str]
    lost: Collection[str]


def seen_inputs(session: Session, connection: str) -> Seen:
    """Return what the files of a connection have shown."""
    known = session.store.read(CARRIED).get(connection)
    known = known if isinstance(known, dict) else {}
    return Seen(*([str(name) for name in known.get(kind) or ()] for kind in Seen._fields))


def remember_carried(session: Session, connection: str, carried: Collection[str], lost: Collection[str]) -> None:
    """Remember which inputs were carried and which were not, in place of what was seen of them before."""
    before = seen_inputs(session, connection)
    kept = Seen(*([name for name in names if name not in {*carried, *lost}] for names in before))
    now = Seen(sorted({*kept.carried, *carried}), sorted({*kept.lost, *lost}))
    session.store.write(CARRIED, {**session.store.read(CARRIED), connection: now._asdict()})


def _mark(identifier: str, name: str, text: Any) -> str:
    return fingerprint_of([identifier, name, text])[:16]
