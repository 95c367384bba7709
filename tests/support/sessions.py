"""A session of the helper, for tests that call its modules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skill_helper.base.records import App, ProxyRule, ShippedSkill
from skill_helper.session import Session

if TYPE_CHECKING:
    from collections.abc import Mapping

APP = App("Faktoora", "https://faktoora.com/", "@membranehq/cli", "1.0.0")
PROXY = ProxyRule(forbid=("/apikeys", "/mcp", "/admin", "/a/b"))


def a_session(script: str = "faktoora.py", environment: Mapping[str, str] | None = None) -> Session:
    """Return a session of a skill without actions."""
    return Session(ShippedSkill("faktoora", "Faktoora", "1.0.0", APP, PROXY, {}, {}), script, environment or {})
