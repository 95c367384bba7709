"""Compile the skill and use it as an agent would, against a sandbox in a temporary folder.

Prints each command with its real output. `make demo` runs it; `make transcript` draws the conversation in it, for
the README.
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from transcript import Line, svg

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
DIGEST = "1f6e0c52b7a94d38"  # drawn instead of the plan's digest, which is another one each time
TITLE = "faktoora in the sandbox: real commands and output, shortened"


class Demo:
    """A temporary workspace with the skill's sources, a sandbox on PATH, and a state folder of its own."""

    def __init__(self, folder: Path) -> None:
        """Copy what the compiler needs into `folder`."""
        self.folder = folder
        (folder / "faktoora").mkdir()
        for name in ("skill.yaml", "actions", "src/einvoice"):
            source, target = ROOT / name, folder / "faktoora" / name
            target.parent.mkdir(exist_ok=True)
            (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
        path = os.pathsep.join([str(folder / "sandbox" / "bin"), str(BIN), os.environ["PATH"]])
        state = {"FAKTOORA_STATE_DIR": str(folder / "state"), "MEMBRANE_SANDBOX": str(folder / "sandbox")}
        self.environment = {**os.environ, "PATH": path, **state, "NO_COLOR": "1"}
        self.conversation: list[Line] = []

    def heading(self, text: str) -> None:
        """Print a short heading."""
        print(f"\n== {text}\n", flush=True)

    def run(self, *words: str, expect: int = 0) -> str:
        """Print a command line, run it, print its output; stop the demo when the exit code is not the expected one."""
        print(f"$ {shlex.join(words)}", flush=True)
        done = subprocess.run(words, cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False)
        print(done.stdout + done.stderr, end="", flush=True)
        if done.returncode:
            print(f"(exit code {done.returncode})", flush=True)
        if done.returncode != expect:
            sys.exit(f"demo: exit code {done.returncode}, expected {expect}")
        return done.stdout

    def helper(self, *words: str, expect: int = 0, keep: tuple[str, ...] = ()) -> dict[str, Any]:
        """Run the skill's helper and return its document; its members in `keep` become part of the conversation."""
        printed = self.run("python3", "faktoora/scripts/faktoora.py", *words, expect=expect)
        document: dict[str, Any] = json.loads(printed)
        if keep:
            self.conversation.append(Line("command", shlex.join(["faktoora.py", *words])))
            self.conversation += [Line("output", member(printed, name)) for name in keep]
        return document

    def say(self, speaker: str, text: str) -> None:
        """Let a person or an agent say something."""
        print(f"{speaker}: {text}", flush=True)
        self.conversation.append(Line(speaker, text))


def member(printed: str, name: str) -> str:
    """Return one member of a printed document, character by character as it was printed, on one line."""
    start = printed.index(f'"{name}":')
    _, end = json.JSONDecoder().raw_decode(printed, start + len(f'"{name}":'))
    return printed[start:end].replace("\n", "")


def main() -> None:
    """Show the whole way: compile, connect, read, change, write an invoice, plan and confirm, request."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--svg", type=Path, metavar="FILE", help="draw the conversation in the demo into this file")
    drawing: Path | None = parser.parse_args().svg
    with tempfile.TemporaryDirectory(prefix="faktoora-demo-") as folder:
        demo = Demo(Path(folder))
        demo.heading("Compile the skill: descriptors in, SKILL.md, references and the helper out")
        demo.run("skillc", "build", "faktoora")
        demo.heading("A local Membrane with a demo account stands in for the real one")
        demo.run("membrane-sandbox", "init", "sandbox")
        show_connecting(demo)
        show_reading(demo)
        show_changing(demo)
        show_invoicing(demo)
        show_confirming(demo)
        demo.heading("What no action covers goes through Membrane's proxy")
        demo.helper("request", "/invoices/next-number")
        demo.helper("request", "/apikeys", expect=7)
        if drawing:
            drawing.write_text(svg(demo.conversation, TITLE), encoding="utf-8", newline="\n")


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
    company = ["--isCompany", "true", "--name", "Beispiel GmbH", "--extras", "{}"]
    address = ["--address", "Hauptstr. 5", "--postcode", "01067", "--city", "Dresden"]
    created = demo.helper("create-customer", *company, *address)
    demo.helper("update-customer", "--id", created["record"]["id"], "--email", "rechnung@beispiel.example")


def show_invoicing(demo: Demo) -> None:
    """Bill a customer: checked, summed, read back; what the account drops is named, a wrong total sends nothing."""
    demo.heading("Write an invoice: summed and checked first, read back afterwards; a draft is sent to nobody")
    items = json.dumps({"items": [{"name": "Beratung", "quantity": 12, "unit": "Stunde", "unitPrice": 95}]})
    bill = ["--customer", "Bäckerei Schönfeld GmbH", "--paymentTermsDays", "14", "--input", items]
    demo.helper("create-draft-invoice", *bill, "--expectedTotal", "1140", expect=2)
    draft = demo.helper("create-draft-invoice", *bill, "--expectedTotal", "1356.60", "--preview", "sheet.html")
    demo.helper("get-invoice-by-id", "--faktooraId", draft["record"]["faktooraId"], "--lines")
    demo.heading("Answers instead of rows: who is overdue, with how much")
    demo.helper("list-outgoing-invoices", "--where", "status=overdue", "--sum", "openAmount", "--by", "buyerName")


def show_confirming(demo: Demo) -> None:
    """Delete: asked, planned, agreed, done. What the two say is made up here; what the commands print is not."""
    demo.heading("Delete: first a plan that the user sees, then exactly that plan")
    demo.say("You", "Delete the customer Beispiel GmbH.")
    found = demo.helper("list-customers", "--keywords", "Beispiel GmbH", "--fields", "id,name", keep=("items",))
    words = ("delete-customer", "--id", found["items"][0]["id"])
    planned = demo.helper(*words, expect=5, keep=("code", "target", "digest"))["error"]
    target = planned["plan"]["target"]
    meant = f"{target['name']} ({target['customerId']}) in {target['city']}"
    demo.say("Agent", f"I would delete the customer {meant}. That cannot be undone. Shall I do it?")
    demo.say("You", "Yes.")
    demo.helper(*words, "--confirm", planned["digest"], keep=("record",))
    demo.say("Agent", f"Done. {target['name']} is deleted.")
    demo.helper("get-customer", *words[1:], expect=6)
    short = {words[2]: f"{words[2][:8]}…", planned["digest"]: DIGEST}
    for long, drawn in short.items():
        demo.conversation = [Line(line.kind, line.text.replace(long, drawn)) for line in demo.conversation]


if __name__ == "__main__":
    main()
