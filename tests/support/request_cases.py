"""The cases of docs/requests.md: pieces of descriptors, and what goes out for an input.

Each file of tests/cases/requests holds `title` and `says`, the `action` as the page shows it, the `readers` that it
calls, the `calls` with their input, and what the app `answers`.
"""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from skill_helper.output.rows import at_path
from skillc.pipeline import compile_tree
from skillc.render import render
from support.places import CASES
from support.stand_in import Sent, StandIn, stand_in

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = CASES / "requests"
FACTS = "scripts/example.json"
SKILL = """\
name: example
version: 1.0.0
title: Example
description: Drive an example. Use when the user asks for an example of a request.
license: MIT-0
intro: Example is an app that has everything.
app:
  name: Example
  url: https://example.com
  docs: https://example.com/docs
  cli: {package: "@membranehq/cli", version: 1.2.3}
entities:
  thing:
    title: Things
    summary: What there is.
"""
USUAL = {
    "title": "An action",
    "summary": "It does what its key says.",
    "entity": "thing",
    "effect": "write",
    "output": {"show": ["id"]},
    "source": "https://example.com/docs",
    "confidence": "documented",
}


class Case(NamedTuple):
    """One case, by the name of its file."""

    name: str
    data: dict[str, Any]

    @property
    def section(self) -> str:
        """The beginning of its section: heading, text, descriptor."""
        data = self.data
        return f"## {data['title']}\n\n{fill(data['says'].strip(), 120)}\n\n```yaml\n{data['action'].strip()}\n```\n"


def cases() -> list[Case]:
    """Return all cases, in the order of the page."""
    paths = sorted(FOLDER.glob("*.yaml"))
    return [Case(path.stem, yaml.safe_load(path.read_text(encoding="utf-8"))) for path in paths]


def prepared(case: Case, folder: Path) -> tuple[StandIn, Path]:
    """Compile the skill of a case, and make the app that it talks to."""
    source = folder / "source"
    place = source / "actions" / "thing"
    place.mkdir(parents=True)
    (source / "skill.yaml").write_text(SKILL, encoding="utf-8")
    examples = [{"ask": "Do it", "input": case.data.get("example", case.data["calls"][0]["input"])}]
    action = {"key": "act", **USUAL, "examples": examples, **yaml.safe_load(case.data["action"])}
    for data in (action, *({**USUAL, "effect": "read", **reader} for reader in case.data.get("readers", ()))):
        named = {**data, "title": data["key"], "summary": f"It is {data['key']}."}
        (place / f"{data['key']}.yaml").write_text(json.dumps(named, ensure_ascii=False), encoding="utf-8")
    compilation = compile_tree(source)
    assert compilation.skill, [str(found) for found in compilation.diagnostics]
    facts = folder / "skill" / FACTS
    facts.parent.mkdir(parents=True)
    facts.write_bytes(render(compilation.skill)[FACTS])
    app = stand_in(folder / "app", "routes")
    live = [{"id": action.key, "key": action.key, "name": action.title} for action in compilation.actions]
    (app.folder / "actions.json").write_text(json.dumps({"items": live}), encoding="utf-8")
    (app.folder / "routes.json").write_text(json.dumps(case.data.get("answers", {})), encoding="utf-8")
    return app, facts


def shown_call(call: Mapping[str, Any], sent: list[Sent], document: Mapping[str, Any]) -> str:
    """Return a call as the page shows it: the input, what goes out, and what of the answer is worth a look."""
    lines = [line for request in sent for line in _shown_request(request)]
    shown = "\n".join(f"{path}: {_json(at_path(document, path))}" for path in call.get("prints", ()))
    printed = f"\nand answers:\n\n```yaml\n{shown}\n```\n" if shown else ""
    words = f"`{' '.join(call['words'])}` " if "words" in call else ""
    body = "\n".join(lines) or "(nothing)"
    return f"\n{words}`{_json(call['input'])}` sends:\n\n```http\n{body}\n```\n{printed}"


def _shown_request(sent: Sent) -> list[str]:
    headers = [f"{name}: {value}" for name, value in sent.headers.items()]
    return [sent.line, *headers, *([_json(sent.body)] if sent.body is not None else [])]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
