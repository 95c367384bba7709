"""The `membrane` program: which one, how it is called, what came back."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .exits import Exit
from .outcome import Failure

CALL_SECONDS = 90  # Membrane ends an action run after 50 s and a request after 60 s; see the vendor's limits.


class Reply(NamedTuple):
    """What one call printed; `raw` is standard output as bytes. `exit_code` is None when it was stopped because it took too long."""

    exit_code: int | None
    stdout: str
    stderr: str
    raw: bytes = b""


class Membrane(NamedTuple):
    """The program to call, as the beginning of an argument list. `trusted` means that the user named it (MEMBRANE_BIN)."""

    command: tuple[str, ...]
    trusted: bool = False

    def call(self, arguments: Sequence[str], seconds: float | None = None) -> Reply:
        """Run the program with a list of arguments (never through a shell) and no standard input."""
        import subprocess  # noqa: PLC0415 - slow to load, and not every command calls the program

        refuse_batch_words(self.command[0], arguments)
        words = [*self.command, *arguments]
        quiet = {**os.environ, "NO_COLOR": "1", "FORCE_COLOR": "0"}
        try:
            done = subprocess.run(  # noqa: S603 - a list of arguments, and no shell
                words, stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds or CALL_SECONDS, check=False, env=quiet
            )
        except subprocess.TimeoutExpired as error:
            return Reply(None, decode_output(error.stdout), decode_output(error.stderr))
        except FileNotFoundError:
            raise Failure(
                Exit.PROGRAM_MISSING, "membrane_missing", f"{self.command[0]} was not found", "correct MEMBRANE_BIN or PATH"
            ) from None
        except PermissionError:
            raise Failure(
                Exit.PROGRAM_MISSING, "membrane_not_executable", f"{self.command[0]} cannot be executed", "correct MEMBRANE_BIN or PATH"
            ) from None
        except (OSError, ValueError) as error:
            raise Failure(
                Exit.BAD_INPUT,
                "call_impossible",
                f"membrane could not be called: {error}",
                "send less input in one call, and no NUL character",
            ) from None
        return Reply(done.returncode, decode_output(done.stdout), decode_output(done.stderr), done.stdout)


def decode_output(data: bytes | None) -> str:
    """Return output as text; bytes that are not UTF-8 show as replacement characters."""
    return (data or b"").decode("utf-8", errors="replace")


def refuse_batch_words(program: str, arguments: Sequence[str]) -> None:
    """Fail when a Windows batch file would get words that its shell reads as commands."""
    if program.lower().endswith((".cmd", ".bat")) and any(letter in word for word in arguments for letter in '"&|<>^%!\r\n'):
        message = f"{program} is a batch file, through which this input cannot be passed safely"
        raise Failure(Exit.PROGRAM_MISSING, "membrane_is_a_batch_file", message, "set MEMBRANE_BIN to dist\\index.js of @membranehq/cli")


def find_membrane(package: str, version: str, environment: Mapping[str, str]) -> Membrane:
    """Return `MEMBRANE_BIN`, else `membrane` on PATH, else the pinned package if npx has it already. Nothing is ever downloaded."""
    named = environment.get("MEMBRANE_BIN")
    if named:
        return Membrane(launched(named, environment), trusted=True)
    found = on_path("membrane", environment)
    if found:
        script = os.path.join(os.path.dirname(found), "node_modules", *package.split("/"), "dist", "index.js")
        return Membrane(launched(script if found.lower().endswith(".cmd") and os.path.isfile(script) else found, environment))
    npx = on_path("npx", environment)
    if npx:
        cached = Membrane((npx, "--no", f"{package}@{version}"), trusted=True)
        if cached.call(["--version"]).exit_code == 0:
            return cached
    remedy = f"ask the user whether you may install it: npm install -g {package}@{version}"
    raise Failure(Exit.PROGRAM_MISSING, "membrane_missing", "the Membrane CLI `membrane` is not installed", remedy)


def launched(program: str, environment: Mapping[str, str]) -> tuple[str, ...]:
    """Return how a program is started: a JavaScript file by node."""
    return (on_path("node", environment) or "node", program) if program.endswith((".js", ".mjs")) else (program,)


def on_path(name: str, environment: Mapping[str, str]) -> str | None:
    """Return the program of this name; never one that happens to lie in the current folder, as Windows would."""
    endings = (".exe", ".cmd", ".bat") if os.name == "nt" else ("",)
    for folder in environment.get("PATH", os.defpath).split(os.pathsep):
        for ending in endings:
            path = os.path.join(folder, name + ending)
            if os.path.isabs(folder) and os.path.isfile(path) and os.access(path, os.X_OK):
                return path
    return None


def require_membrane_cli(membrane: Membrane) -> None:
    """Fail unless the program is Membrane's CLI: another vendor program has the same name but no `action` command."""
    if membrane.trusted:
        return
    reply = membrane.call(["action", "--help"], seconds=30)
    text = (reply.stdout + reply.stderr).lower()
    if reply.exit_code != 0 or "action" not in text or not ("run" in text or "connection" in text):
        message = f"{membrane.command[0]} is another program called membrane: it does not know `membrane action`"
        remedy = "set MEMBRANE_BIN to the path of Membrane's CLI (its npm package is @membranehq/cli)"
        raise Failure(Exit.PROGRAM_MISSING, "wrong_program", message, remedy)


def program_mark(membrane: Membrane) -> str:
    """Return what changes when the program is replaced."""
    try:
        facts = os.stat(membrane.command[-1])
    except OSError:
        return ""
    return f"{membrane.command[-1]} {facts.st_size} {facts.st_mtime_ns}"
