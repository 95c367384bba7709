# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Which `membrane` is called: the one that the user named, the one on PATH, or the package that npx has already.

On Windows, npm puts a batch file on PATH. Its shell would cut arguments at a line break and read `%`, `&`, `^` and
quotes in them, so node is started with the script that the batch file names.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import lru_cache

from ..base.effects import LOOK
from ..base.exits import Exit
from ..base.outcome import Failure
from ..base.places import expanded
from ..base.system import on_path, on_windows
from ..session import Session
from .program import Membrane, is_batch_file, program_mark, require_membrane_cli

SCRIPT_OF_BATCH_FILE = r'%(?:~dp0|dp0%)\\?([^"%\r\n]+\.[cm]?js)"'
SCRIPT_ENDINGS = (".js", ".mjs", ".cjs")


@lru_cache(maxsize=1)
def program_of(session: Session) -> Membrane:
    """Return the program of this call; whether it is the right one is asked once, and remembered."""
    found = find_membrane(session.app.cli_package, session.app.cli_version, session.environment)
    mark = program_mark(found)
    if not mark or session.store.read("program").get("checked") != mark:
        require_membrane_cli(found)
        session.store.write("program", {"checked": mark})
    return found


def find_membrane(package: str, version: str, environment: Mapping[str, str]) -> Membrane:
    """Return how the program is called. Nothing is ever downloaded."""
    named = expanded(environment.get("MEMBRANE_BIN", ""), environment)
    if named:
        return Membrane(launched(_named_program(named, environment), environment), trusted=True)
    found = on_path("membrane", environment)
    if found:
        return Membrane(launched(found, environment))
    npx = on_path("npx", environment)
    cached = cached_by_npx(Membrane(launched(npx, environment)), f"{package}@{version}") if npx else ""
    if cached:
        return Membrane(launched(cached, environment), trusted=True)
    remedy = f"ask the user whether you may install it: npm install -g {package}@{version}"
    raise Failure(Exit.PROGRAM_MISSING, "membrane_missing", "the Membrane CLI `membrane` is not installed", remedy)


def _named_program(named: str, environment: Mapping[str, str]) -> str:
    """Return the program that MEMBRANE_BIN names: an absolute path, or a name that is looked up on PATH."""
    if os.path.isabs(named):
        return named
    found = on_path(named, environment) if os.path.basename(named) == named else None
    if found:
        return found
    what = "a relative path, which would be another program in each folder"
    message = f'MEMBRANE_BIN is "{named}", {what if os.path.basename(named) != named else "which is not on PATH"}'
    remedy = "ask the user to set MEMBRANE_BIN to the absolute path of the program"
    raise Failure(Exit.PROGRAM_MISSING, "membrane_missing", message, remedy)


def cached_by_npx(npx: Membrane, package: str) -> str:
    """Return where npx keeps the program of a package; empty when it would have to download it."""
    question = "where.exe membrane" if on_windows() else "command -v membrane"
    reply = npx.call(["--offline", "--no", f"--package={package}", f"--call={question}"], LOOK)
    lines = reply.stdout.splitlines() if reply.exit_code == 0 else []
    paths = [line.strip() for line in lines if os.path.isfile(line.strip())]
    return next((path for path in paths if is_batch_file(path) == on_windows()), "")


def launched(program: str, environment: Mapping[str, str]) -> tuple[str, ...]:
    """Return how a program is started: a JavaScript file by node, and so the one behind a batch file."""
    script = script_behind(program) or program
    if not script.lower().endswith(SCRIPT_ENDINGS):
        return (program,)
    beside = os.path.join(os.path.dirname(program), "node.exe")
    return (beside if os.path.isfile(beside) else on_path("node", environment) or "node", script)


def script_behind(program: str) -> str:
    """Return the script that a batch file of npm, pnpm or yarn hands its arguments to.

    Empty when it is none of these.
    """
    if not is_batch_file(program):
        return ""
    try:
        with open(program, encoding="utf-8", errors="replace") as file:
            named = re.findall(SCRIPT_OF_BATCH_FILE, file.read())
    except OSError:
        return ""
    scripts = [os.path.normpath(os.path.join(os.path.dirname(program), name.replace("\\", os.sep))) for name in named]
    # npx.cmd names the script that finds npm's folder first, and npx itself last.
    return next((script for script in reversed(scripts) if os.path.isfile(script)), "")
