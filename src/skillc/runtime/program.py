"""The `membrane` program: which one, how it is called, what came back."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .exits import Exit
from .outcome import Failure

CALL_SECONDS = 120  # Membrane ends an action run after 50 s and a request after 60 s; see the vendor's limits.


@dataclass(frozen=True)
class Reply:
    """What one call printed; `raw` is standard output as bytes. `exit_code` is None when it was stopped because it took too long."""

    exit_code: int | None
    stdout: str
    stderr: str
    raw: bytes = b""


@dataclass(frozen=True)
class Membrane:
    """The program to call, as the beginning of an argument list. `trusted` means that the user named it (MEMBRANE_BIN)."""

    command: tuple[str, ...]
    trusted: bool = False

    def call(self, arguments: Sequence[str], seconds: float = CALL_SECONDS) -> Reply:
        """Run the program with a list of arguments (never through a shell) and no standard input."""
        try:
            done = subprocess.run(
                [*self.command, *arguments], stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds, check=False, env=quiet_environment()
            )
        except subprocess.TimeoutExpired as error:
            return Reply(None, decode_output(error.stdout), decode_output(error.stderr))
        except FileNotFoundError:
            raise Failure(Exit.PROGRAM_MISSING, "membrane_missing", f"{self.command[0]} was not found") from None
        except PermissionError:
            raise Failure(Exit.PROGRAM_MISSING, "membrane_not_executable", f"{self.command[0]} cannot be executed") from None
        except OSError as error:
            raise Failure(Exit.BAD_INPUT, "call_too_big", f"membrane could not be called: {error.strerror}", "send less input in one call") from None
        return Reply(done.returncode, decode_output(done.stdout), decode_output(done.stderr), done.stdout)


def quiet_environment() -> dict[str, str]:
    """Return the environment without colours."""
    return {**os.environ, "NO_COLOR": "1", "FORCE_COLOR": "0"}


def decode_output(data: bytes | None) -> str:
    """Return output as text; bytes that are not UTF-8 show as replacement characters."""
    return (data or b"").decode("utf-8", errors="replace")


def find_membrane(package: str, version: str, environment: Mapping[str, str]) -> Membrane:
    """Return `MEMBRANE_BIN`, else `membrane` on PATH, else the pinned package if npx has it already. Nothing is ever downloaded."""
    named = environment.get("MEMBRANE_BIN")
    if named:
        return Membrane((named,), trusted=True)
    found = shutil.which("membrane")
    if found:
        return Membrane((found,))
    npx = shutil.which("npx")
    if npx:
        cached = Membrane((npx, "--no", f"{package}@{version}"), trusted=True)
        if cached.call(["--version"]).exit_code == 0:
            return cached
    remedy = f"ask the user whether you may install it: npm install -g {package}@{version}"
    raise Failure(Exit.PROGRAM_MISSING, "membrane_missing", "the Membrane CLI `membrane` is not installed", remedy)


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
