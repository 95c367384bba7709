# skillc copies this file into each skill; change it in src/skill_helper, not there
"""What an answer and a plan say of an action that the app documents only in part."""

from __future__ import annotations

from collections.abc import Container

from ..base.records import Action
from ..session import Json, Session


def inferred_facts(session: Session, action: Action, given: Container[str]) -> Json:
    """Return what was concluded and is documented nowhere: the action itself, else inputs that were given."""
    names = [action.key] if action.inferred else [name for name in action.inferred_inputs if name in given]
    if not names:
        return {}
    what = f"{session.app.name} documents {', '.join(names)} only in part"
    return {"inferred": f"{what}; check that the answer is what was asked for"}
