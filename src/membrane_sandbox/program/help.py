"""The help texts. Callers look at `membrane action --help` to see which program of that name they found."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

GROUPS = {
    "login": "login [start | complete <code>] --tenant [--clientName T] [--non-interactive] [--apiUri U]\n",
    "logout": "logout\n",
    "status": "status [--json]\n",
    "connection": (
        "connection ensure <url> [--name N] [--json]\n"
        "connection get <id> [--wait] [--timeout seconds] [--json]\n"
        "connection list [--search S] [--integrationKey K] [--limit n] [--json]\n"
    ),
    "action": (
        "action list [--connectionId ID] [--intent Q] [--limit n] [--cursor C] [--json]\n"
        "action get <id> [--connectionId ID] [--json]\n"
        "action create <intent> --connectionId ID [--json]\n"
        "action run <actionId> --connectionId ID [--input JSON] [--json]\n"
    ),
    "action-run-log": "action-run-log get <runId> [--json]\n",
    "request": (
        "request <connectionId> <path> [-X METHOD] [-H 'Name: value'] [-d body] [--json] [--rawData]\n"
        "        [--query name=value] [--pathParam name=value]\n"
    ),
}


def usage(words: Sequence[str]) -> tuple[bool, str]:
    """Return whether the command is known, and the text to print: of the group, or of everything."""
    if not words:
        return True, _page(GROUPS)
    group = words[0]
    page = _page({group: GROUPS[group]} if group in GROUPS else GROUPS)
    if group in GROUPS and (len(words) == 1 or words[1] in _subcommands(group)):
        return True, page
    return False, f"Error: unknown command '{' '.join(words[:2])}'\n\n{page}"


def _subcommands(group: str) -> list[str]:
    """Return the words that may follow a group's name, if it has commands of its own."""
    return ["start", "complete"] if group == "login" else [line.split()[1] for line in GROUPS[group].splitlines()]


def _page(groups: dict[str, str]) -> str:
    lines = "".join(groups.values()).splitlines()
    usages = "\n".join(f"  membrane {line}" if not line.startswith(" ") else f"  {line}" for line in lines)
    return f"Usage:\n{usages}\n\nMembrane CLI 1.18.3 (sandbox)\n"
