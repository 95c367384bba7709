"""For whom a skill can be packed."""

from __future__ import annotations

from enum import Enum


class PackTarget(str, Enum):
    """A form in which a skill reaches its users; the words after each member are its documentation."""

    SKILL = "skill"
    """The skill's folder, as agents and registries take it, and two archives of it."""

    CLAUDE_AI = "claude-ai"
    """The archive that claude.ai takes: it holds the skill's folder, not only what is in it."""

    CLAUDE_PLUGIN = "claude-plugin"
    """A plugin of Claude Code that holds the skill, in a marketplace from which it is installed."""

    AGENTS_MD = "agents-md"
    """A piece of AGENTS.md, for Codex and others, beside the folder that it points to."""

    WELL_KNOWN = "well-known"
    """What a web site serves below `/.well-known/agent-skills/` so that agents find the skill there."""

    @property
    def folder(self) -> str:
        """Where it is written below the output folder.

        The skill's own folder and archives lie in the output folder itself.
        """
        return "" if self is PackTarget.SKILL else self.value
