"""A user's machine: the real programs, a home folder, a sandbox's `membrane`, and no settings of the developer."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from e2e.programs import NODE_MODULES
from e2e.registry.server import Registry
from support.process import Run, run

NODE_PROGRAMS = NODE_MODULES / ".bin"


class Machine:
    """A folder with a home and with the programs that PATH names; `npx` is none of them."""

    def __init__(self, folder: Path, registry: Registry, sandbox: Path) -> None:
        """Set the machine up in `folder`, with a copy of a sandbox; `openclaw` and `clawhub` talk to `registry`."""
        self.home = folder / "home"
        self.elsewhere = self.home / "elsewhere"
        self.elsewhere.mkdir(parents=True)
        self.workspace = self.home / ".openclaw" / "workspace"
        self.skill = self.workspace / "skills" / "faktoora"
        self.bin = folder / "bin"
        self.bin.mkdir()
        for name in ("node", "openclaw", "clawhub", "skills"):
            self.provide(name, NODE_PROGRAMS / name)
        self.provide("git", Path(shutil.which("git") or "git"))
        self.provide("python3", Path(sys.executable))
        shutil.copytree(sandbox, folder / "sandbox")
        self.provide("membrane", folder / "sandbox" / "bin" / "membrane")
        self.environment = self._environment(registry.url)

    def _environment(self, registry: str) -> dict[str, str]:
        """Return all that programs see. The registry is their proxy too, so that its log names every request."""
        proxy = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"), registry)
        return {
            **proxy,
            "NO_PROXY": "127.0.0.1",
            "NODE_USE_ENV_PROXY": "1",
            "HOME": str(self.home),
            "PATH": str(self.bin),
            "TMPDIR": str(self.home),
            "LANG": "C.UTF-8",
            "OPENCLAW_CLAWHUB_URL": registry,
            "OPENCLAW_GATEWAY_PORT": "9",  # nobody listens there: a developer's own gateway is left alone
            "OPENCLAW_PATH_BOOTSTRAPPED": "1",  # openclaw would put /usr/bin, with an `npx` perhaps, in front of PATH
            "CLAWHUB_REGISTRY": registry,
            "CLAWHUB_SITE": registry,
            "CLAWHUB_DISABLE_TELEMETRY": "1",
            "DISABLE_TELEMETRY": "1",  # of `skills`
        }

    def provide(self, name: str, program: Path) -> None:
        """Put a program on PATH."""
        (self.bin / name).symlink_to(program)

    def path_without(self, name: str) -> str:
        """Return a PATH that lacks a program."""
        rest = self.bin.with_name(f"bin-without-{name}")
        shutil.copytree(self.bin, rest, symlinks=True, ignore=shutil.ignore_patterns(name))
        return str(rest)

    def run(self, *words: str | Path, cwd: Path | None = None, **variables: str) -> Run:
        """Run a program, elsewhere unless `cwd` tells where."""
        program = shutil.which(words[0], path=str(self.bin)) or words[0]
        return run([program, *words[1:]], cwd or self.elsewhere, self.environment | variables)

    def ok(self, *words: str | Path, cwd: Path | None = None, **variables: str) -> Run:
        """Run a program that must succeed."""
        return self.run(*words, cwd=cwd, **variables).ok()
