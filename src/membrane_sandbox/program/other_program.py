"""The other program called `membrane`: an ads plugin's launcher of the same vendor. It knows none of our commands.

Its house style: {"error": slug, "message": text} on stdout, a line on stderr, exit 2 for wrong usage.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from membrane_sandbox import exactjson
from membrane_sandbox.program.printer import err, out

if TYPE_CHECKING:
    from collections.abc import Sequence

VERBS = ("connect", "credentials", "catalog")
USAGE = "Usage: membrane <connect|credentials|catalog> [options]\n"


def main(argv: Sequence[str]) -> int:
    """Carry out one command line, which is: refuse it."""
    words = [word for word in argv if not word.startswith("-")]
    if not words and "--help" in argv:
        out(USAGE)
        return 0
    if not words and "--version" in argv:
        out("0.1.13289\n")
        return 0
    verb = words[0] if words else ""
    if verb in VERBS:
        out(exactjson.dumps({"error": "not_connected", "message": "No Amazon Ads account is connected."}) + "\n")
        err("not connected\n")
        return 3
    out(exactjson.dumps({"error": "unknown_command", "message": f"Unknown command: {verb}"}) + "\n")
    err(USAGE)
    return 2
