"""Compile the skill and use it as an agent would, against a sandbox in a temporary folder.

Prints each command with its real output. `make demo` runs it.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent


class Demo:
    """A temporary workspace with the skill's sources, a sandbox on PATH, and a state folder of its own."""

    def __init__(self, folder: Path) -> None:
        """Copy what the compiler needs into `folder`."""
        self.folder = folder
        (folder / "faktoora").mkdir()
        for name in ("skill.yaml", "actions"):
            source = ROOT / name
            (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / "faktoora" / name)
        path = os.pathsep.join([str(folder / "sandbox" / "bin"), str(BIN), os.environ["PATH"]])
        state = {"FAKTOORA_STATE_DIR": str(folder / "state"), "MEMBRANE_SANDBOX": str(folder / "sandbox")}
        self.environment = {**os.environ, "PATH": path, **state, "NO_COLOR": "1"}

    def heading(self, text: str) -> None:
        """Print a short heading."""
        print(f"\n== {text}\n", flush=True)

    def run(self, *words: str, expect: int = 0) -> str:
        """Print a command line, run it, print what it printed.

        Stop the demo when its exit code is not the expected one.
        """
        print(f"$ {shlex.join(words)}", flush=True)
        done = subprocess.run(words, cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False)
        print(done.stdout + done.stderr, end="", flush=True)
        if done.returncode:
            print(f"(exit code {done.returncode})", flush=True)
        if done.returncode != expect:
            sys.exit(f"demo: exit code {done.returncode}, expected {expect}")
        return done.stdout

    def helper(self, *words: str, expect: int = 0) -> dict[str, Any]:
        """Run the skill's helper and return its document."""
        document: dict[str, Any] = json.loads(
            self.run("python3", "faktoora/scripts/faktoora.py", *words, expect=expect)
        )
        return document


def main() -> None:
    """Show the whole way: compile, connect, read, change, plan and confirm, request."""
    with tempfile.TemporaryDirectory(prefix="faktoora-demo-") as folder:
        demo = Demo(Path(folder))
        demo.heading("Compile the skill: descriptors in, SKILL.md, references and the helper out")
        demo.run("skillc", "build", "faktoora")
        demo.heading("A local Membrane with a demo account stands in for the real one")
        demo.run("membrane-sandbox", "init", "sandbox")
        show_connecting(demo)
        show_reading(demo)
        show_changing(demo)
        show_confirming(demo)
        demo.heading("What no action covers goes through Membrane's proxy")
        demo.helper("request", "/invoices/next-number")
        demo.helper("request", "/apikeys", expect=7)


def show_connecting(demo: Demo) -> None:
    """Log in and connect; the user's part is played by the sandbox."""
    demo.heading("Connect: the agent passes on what the user must do")
    demo.helper("connect", "--agent", "openclaw", expect=3)
    demo.helper("connect", "--code", "SANDBOX-1234", expect=4)
    demo.run("membrane-sandbox", "approve")
    demo.helper("connect")


def show_reading(demo: Demo) -> None:
    """List and fetch."""
    demo.heading("Read: a page with its total and the next command, one record, an invoice as a file")
    demo.helper("list-customers", "--keywords", "Müller", "--perPage", "3")
    demo.helper("list-outgoing-invoices", "--perPage", "2", "--fields", "faktooraId,invoiceNumber,status,grossAmount")
    demo.helper("get-invoice-by-number", "--invoiceNumber", "2026/03/00252")


def show_changing(demo: Demo) -> None:
    """Create and update; a mistake is told before anything is sent."""
    demo.heading("Change: a mistake is told before anything is sent, missing fields are read first and sent along")
    demo.helper("create-customer", "--isCompany", "true", "--adress", "Hauptstr. 5", "--postcode", "01067", expect=2)
    words = [
        "--name",
        "Beispiel GmbH",
        "--address",
        "Hauptstr. 5",
        "--postcode",
        "01067",
        "--city",
        "Dresden",
        "--extras",
        "{}",
    ]
    created = demo.helper("create-customer", "--isCompany", "true", *words)
    demo.helper("update-customer", "--id", created["record"]["id"], "--email", "rechnung@beispiel.example")


def show_confirming(demo: Demo) -> None:
    """Delete: first planned, then confirmed; a digest works once."""
    demo.heading("Delete: first a plan that the user sees, then exactly that plan")
    found = demo.helper("list-customers", "--keywords", "Beispiel GmbH", "--fields", "id,name")
    identifier = found["items"][0]["id"]
    planned = demo.helper("delete-customer", "--id", identifier, expect=5)
    demo.helper("delete-customer", "--id", identifier, "--confirm", planned["error"]["digest"])
    demo.helper("get-customer", "--id", identifier, expect=6)


if __name__ == "__main__":
    main()
