"""The command lines in the documents: blocks, and code spans that begin with a program or a command of the helper."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from skill_helper.commands.table import COMMANDS
from support.places import ROOT

DOCUMENTS = [
    *(
        ROOT / name
        for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "SKILL.md", "docs/skillc.md")
    ),
    *sorted({*(ROOT / "references").glob("*.md")} - {ROOT / "references" / "recipes.md"}),  # those run in their order
    *sorted((ROOT / ".github").rglob("*.md")),
]
PROGRAMS = {
    "make",
    "npm",
    "npx",
    "openclaw",
    "pip",
    "pipx",
    "membrane",
    "membrane-sandbox",
    "skillc",
    "python3",
    "uv",
    ".venv/bin/skillc",
    ".venv/bin/membrane-sandbox",
}
ACTIONS = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in (ROOT / "actions").glob("*/*.yaml")}
HELPER_COMMANDS = {*ACTIONS, *COMMANDS}
HELPER = 'python3 "{baseDir}/scripts/faktoora.py"'
PLACEHOLDERS = {
    "{baseDir}": "$SKILL",
    "/tmp/sandbox": "$HOME/new-sandbox",  # noqa: S108 - as the README has it
    "ACTION": "list-customers",
    "CODE": "SANDBOX-1234",
    "@FILE": "@$JSON_FILE",
    "DIR": "$HOME/another-sandbox",
    "FILE…": "invoice.pdf",
    "ID": "$LIVE_ID",
    "JSON": "'{}'",
    "NAME": "claude",
    "NEW": "new-skill",
    "OTHER": ".",
    "PATH": "/invoices/next-number",
}
BEFORE = {"SANDBOX-1234": "membrane login start >/dev/null"}


@dataclass(frozen=True, slots=True)
class Documented:
    """One thing to run: a whole block, or one line."""

    document: str
    line: int
    text: str

    @property
    def script(self) -> str:
        """The text with every placeholder filled, the helper before its own commands, and what must come first."""
        text = "\n".join(self.filled(line) for line in self.text.splitlines())
        return "\n".join([*(script for word, script in BEFORE.items() if word in text), text])

    @property
    def needs_confirmation(self) -> bool:
        """Whether a plan is what the command gives."""
        action = ACTIONS.get(self.text.split()[0], {})
        planned = action.get("effect") == "destructive" or "confirm" in action
        return planned or re.search("-X (POST|DELETE)", self.text) is not None

    @property
    def sends_a_file(self) -> bool:
        """Whether the command is one that says what to do instead."""
        action = ACTIONS.get(self.text.split()[0], {})
        return "instead" in action.get("run", {}).get("request", {})

    @staticmethod
    def filled(line: str) -> str:
        """Return a line that a shell can run."""
        if line.split(maxsplit=1)[0] in HELPER_COMMANDS:
            line = f"{HELPER} {line}"
        for placeholder, value in PLACEHOLDERS.items():
            line = re.sub(rf"(?<![\w$/-]){re.escape(placeholder)}(?![\w=:-])", value, line)
        return line


def documented_commands() -> list[Documented]:
    """Return every command of every document, in order."""
    return [found for document in DOCUMENTS for found in commands_in(document)]


def commands_in(document: Path) -> list[Documented]:
    """Return the commands of one document. In a reference page each line of a block stands alone."""
    text = document.read_text(encoding="utf-8")
    name = document.relative_to(ROOT).as_posix()
    found: list[Documented] = []
    for block in re.finditer(r"^```bash\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        start = text[: block.start(1)].count("\n") + 1
        if name.startswith("references/"):
            found += [Documented(name, start + number, line) for number, line in enumerate(block[1].splitlines())]
        else:
            found.append(Documented(name, start, block[1].strip()))
    plain = re.sub(r"^```.*?^```", lambda block: re.sub(r"[^\n]", "", block[0]), text, flags=re.MULTILINE | re.DOTALL)
    for span in re.finditer(r"(?<!`)`([^`\n]+)`(?!`)", plain):
        first, _, rest = span[1].partition(" ")
        if (first in PROGRAMS and rest) or (first in HELPER_COMMANDS and (rest or first == "doctor")):
            found.append(Documented(name, plain[: span.start()].count("\n") + 1, span[1]))
    return found


def json_block(document: str) -> str:
    """Return the first JSON block of a document, the body that its commands send; `{}` when it has none."""
    block = re.search(r"^```json\n(.*?)^```", (ROOT / document).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return block[1] if block else "{}"


def documented_flags() -> set[str]:
    """Return every `--flag` that SKILL.md names in a code span of its own."""
    text = (ROOT / "SKILL.md").read_text(encoding="utf-8")
    return {
        flag
        for span in re.findall(r"`(--?[A-Za-z][^`\n]*)`", text)
        for flag in re.findall(r"(?<!\S)(--?[A-Za-z-]+)", span)
    }
