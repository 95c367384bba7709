# skillc copies this file into each skill; change it in src/skill_helper, not there
"""What an answer and a plan say of an action that the app documents only in part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..base.records import Action
from ..session import Json, Session
from .named import named_in


def inferred_facts(session: Session, action: Action, inputs: Iterable[str]) -> Json:
    """Return what was concluded and is documented nowhere: the action itself, else these inputs of it."""
    names = [action.key] if action.inferred else list(inputs)
    if not names:
        return {}
    what = f"{session.app.name} documents {', '.join(names)} only in part"
    return {"inferred": f"{what}; check that the answer is what was asked for"}


def inferred_in(action: Action, sent: Mapping[str, Any]) -> list[str]:
    """Return the concluded inputs that have a value, those in objects and lists too."""
    return [name for name in action.inferred_inputs if any(named_in(dict(sent), tuple(name.split("."))))]
