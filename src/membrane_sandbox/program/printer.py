"""What the program prints: results and failures, in the dialect that the switches ask for."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from membrane_sandbox import exactjson
from membrane_sandbox.protocol.errors import GatewayError, MembraneError

if TYPE_CHECKING:
    from membrane_sandbox.account.answer import Answer
    from membrane_sandbox.switches import Switches

NOISE = {
    "banner": "\x1b[36m╭────────────────────────────╮\n│ Update available [1.19.0]  │\n"
    "╰────────────────────────────╯\x1b[39m\n",
    "deprecated": "\x1b[33mDEPRECATED\x1b[39m: `membrane action run` will be replaced by `membrane act`"
    " {see the docs}\n",
}


class Printer:
    """Prints to stdout and stderr as UTF-8, whatever the terminal says."""

    def __init__(self, switches: Switches, *, as_json: bool) -> None:
        """Print JSON, or text for people."""
        self._switches = switches
        self.as_json = as_json

    def result(self, value: object) -> int:
        """Print one JSON document (U5). Returns the exit code."""
        indent = 0 if self._switches["layout"] == "compact" else 2
        out(NOISE.get(self._switches["noise"], ""))
        out(exactjson.dumps(value, indent) + "\n")
        return 0

    def listing(self, page: dict[str, Any]) -> int:
        """Print {items, cursor?} in the envelope that the switch asks for (U4)."""
        form = self._switches["envelope"]
        forms: dict[str, object] = {"array": page["items"], "output": {"output": page}, "data": {"data": page}}
        return self.result(forms.get(form, page))

    def body(self, answer: Answer) -> int:
        """Print an answer's body as received, a text with a line end after it."""
        is_json = answer.media_type == "application/json"
        out(NOISE.get(self._switches["noise"], "") if is_json else "")
        out(answer.body)
        out("\n" if is_json else "")
        return 0

    def switch(self, name: str) -> str:
        """Return the value of a switch."""
        return self._switches[name]

    def failure(self, error: MembraneError | GatewayError) -> int:
        """Print an error (U1, U2). Returns the exit code."""
        body = error.body() if isinstance(error, MembraneError) else _gateway_body(error)
        form = self._switches["errors"] if self.as_json else "text"
        if form == "text":
            err(f"Error: {body['message']}\n")
        elif form == "stderr-json":
            err(exactjson.dumps(body, 2) + "\n")
        else:
            self.result(body if form == "bare" else {"error": body})
        return self.failed()

    def failed(self) -> int:
        """Return the exit code of a failure (U1)."""
        return 0 if self._switches["exit"] == "0always" else 1


def out(text: str | bytes) -> None:
    """Write to stdout, bytes as they are."""
    sys.stdout.flush()
    try:
        sys.stdout.buffer.write(text.encode() if isinstance(text, str) else text)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # The reader has seen enough (`| head`). Python would complain once more when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def err(text: str) -> None:
    """Write to stderr."""
    sys.stderr.flush()
    sys.stderr.buffer.write(text.encode())
    sys.stderr.buffer.flush()


def _gateway_body(error: GatewayError) -> dict[str, Any]:
    """Return what the SDK makes of an answer that is not JSON (measured on SDK 0.28.3)."""
    request = {"url": "https://api.membrane.sandbox.example", "method": "post"}
    response = {"data": error.page, "status": error.status, "headers": {"content-type": "text/html"}}
    message = f"Request failed with status code {error.status}"
    return {"type": "internal", "message": message, "data": {"request": request, "response": response}}
