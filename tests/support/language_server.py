"""A client of npm `yaml-language-server`, as an editor is one.

The Language Server Protocol over the server's own pipes.
"""

from __future__ import annotations

import json
import os
import subprocess
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from support.places import NODE

if TYPE_CHECKING:
    from typing_extensions import Self

SERVER = NODE / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
# The settings of an editor whose server shall call nobody; where it would, there is no way out.
SETTINGS = {
    "yaml": {"schemaStore": {"enable": False}, "kubernetesCRDStore": {"enable": False}},
    "redhat": {"telemetry": {"enabled": False}},
}
OFFLINE = {"HTTP_PROXY": "http://127.0.0.1:1", "HTTPS_PROXY": "http://127.0.0.1:1"}


class LanguageServer:
    """A running server; leaving the context ends it. Lines and characters count from 0."""

    def __init__(self) -> None:
        """Start the server."""
        self._process = subprocess.Popen(
            ["node", str(SERVER), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, **OFFLINE},
        )
        self._numbers = count(1)
        self._published: dict[str, list[dict[str, Any]]] = {}
        self._ask(
            "initialize",
            {"processId": os.getpid(), "rootUri": None, "capabilities": {"workspace": {"configuration": True}}},
        )
        self._tell("initialized", {})

    def __enter__(self) -> Self:
        """Return the server."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the server."""
        self._ask("shutdown", None)
        self._tell("exit", None)
        self._process.communicate(timeout=30)

    def diagnostics(self, path: Path, text: str | None = None) -> list[dict[str, Any]]:
        """Return what the editor marks in a file, or in a new one with this text."""
        return self._published[self._opened(path, text)]

    def completion(self, path: Path, text: str, line: int, character: int) -> set[str]:
        """Return the labels that the editor offers at a place of a new file."""
        answer = self._ask("textDocument/completion", _place(self._opened(path, text), line, character))
        return {item["label"] for item in answer["items"]}

    def hover(self, path: Path, text: str, line: int, character: int) -> str:
        """Return what the editor shows about a place of a new file."""
        answer = self._ask("textDocument/hover", _place(self._opened(path, text), line, character))
        return str(answer["contents"]["value"])

    def _opened(self, path: Path, text: str | None) -> str:
        """Open a file, wait until the server has judged it, and return its address, which no other opening shares."""
        address = f"{path.with_suffix('').as_uri()}.{next(self._numbers)}.yaml"
        content = path.read_text(encoding="utf-8") if text is None else text
        self._tell(
            "textDocument/didOpen",
            {"textDocument": {"uri": address, "languageId": "yaml", "version": 1, "text": content}},
        )
        while address not in self._published:
            self._take()
        return address

    def _ask(self, method: str, params: Any) -> Any:
        number = next(self._numbers)
        self._send({"id": number, "method": method, "params": params})
        while (message := self._take()).get("id") != number or "method" in message:
            pass
        assert "error" not in message, message["error"]
        return message["result"]

    def _tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        assert self._process.stdin
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))
        self._process.stdin.flush()

    def _take(self) -> dict[str, Any]:
        """Return the next message; keep diagnostics, and answer what the server asks."""
        message = self._read()
        params = message.get("params", {})
        if message.get("method") == "textDocument/publishDiagnostics":
            self._published[params["uri"]] = params["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            self._send({"id": message["id"], "result": [SETTINGS.get(item["section"]) for item in params["items"]]})
        elif "method" in message and "id" in message:
            self._send({"id": message["id"], "result": None})
        return message

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout
        size = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            size = int(value) if name.lower() == b"content-length" else size
        assert size, "the language server has ended"
        message: dict[str, Any] = json.loads(self._process.stdout.read(size))
        return message


def _place(address: str, line: int, character: int) -> dict[str, Any]:
    return {"textDocument": {"uri": address}, "position": {"line": line, "character": character}}
