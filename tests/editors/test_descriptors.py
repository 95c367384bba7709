"""What an editor shows in descriptors and in skill.yaml, by the language server that VS Code and others run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.places import ROOT

from skillc.schemas import schema
from skillc.schemas.dialect import KEYWORDS

if TYPE_CHECKING:
    from support.language_server import LanguageServer

OURS = [
    ROOT / "skill.yaml",
    *sorted(ROOT.glob("actions/*/*.yaml")),
    *sorted(ROOT.glob("tests/golden/*/source/**/*.yaml")),
]
ACTION = (
    ROOT / "actions" / "customer" / "unsaved.yaml",
    "# yaml-language-server: $schema=../../src/skillc/schemas/action.schema.json\n",
)
SKILL = ROOT / "unsaved.yaml", "# yaml-language-server: $schema=src/skillc/schemas/skill.schema.json\n"
DIALECT = {*KEYWORDS, "confidence"}
CURSOR = "¦"


def written(place: tuple[Path, str], text: str) -> tuple[Path, str, int, int]:
    """Return path and content of a new file, and where in it the cursor stands: line and character from 0."""
    path, modeline = place
    before, _, after = f"{modeline}{text}".partition(CURSOR)
    lines = before.split("\n")
    return path, f"{before}{after}\n", len(lines) - 1, len(lines[-1])


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_our_own_files_have_no_diagnostics(path: Path, server: LanguageServer) -> None:
    assert "# yaml-language-server: $schema=" in path.read_text(encoding="utf-8")
    assert server.diagnostics(path) == []


@pytest.mark.parametrize(
    ("place", "text", "offered"),
    [
        (ACTION, "key: a\n¦", set(schema("action")["properties"]) - {"key"}),
        (ACTION, "effect: ¦", {"read", "write", "destructive"}),
        (ACTION, "run:\n  a¦", {"action", "request"}),
        (ACTION, "run: {request: {method: GET, p¦}}", {"path", "query", "headers", "body", "instead"}),
        (ACTION, "run:\n  request:\n    method: ¦", {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"}),
        (ACTION, "input:\n  ¦", DIALECT),
        (ACTION, "input:\n  properties:\n    id:\n      ¦", DIALECT),
        (ACTION, "input:\n  properties:\n    id: {type: string, m¦}", DIALECT - {"type"}),
        (ACTION, "input:\n  properties:\n    day:\n      format: ¦", {"date", "date-time", "email", "uri", "uuid"}),
        (ACTION, "output:\n  ¦", {"schema", "items", "total", "show", "file"}),
        (ACTION, "output:\n  schema:\n    properties:\n      rows:\n        items:\n          ¦", DIALECT),
        (SKILL, "name: a\n¦", set(schema("skill")["properties"]) - {"name"}),
        (SKILL, "app:\n  cli: {p¦}", {"package", "version"}),
        (SKILL, "entities:\n  book:\n    ¦", {"title", "summary", "sections"}),
        (SKILL, "$defs:\n  Id:\n    ¦", DIALECT),
    ],
)
def test_completion_offers_what_may_stand_there(
    place: tuple[Path, str], text: str, offered: set[str], server: LanguageServer
) -> None:
    assert server.completion(*written(place, text)) >= offered


@pytest.mark.parametrize(
    ("place", "text", "shown"),
    [
        (ACTION, "e¦ffect: read", "Destructive actions are planned and confirmed."),
        (ACTION, "run: {request: {i¦nstead: a}}", "Of a body with a file: what to do instead"),
        (ACTION, "input: {r¦equired: [id]}", "The properties that must be there."),
        (ACTION, "input:\n  properties:\n    id: {m¦inLength: 1}", "The least number of characters."),
        (
            ACTION,
            "output: {schema: {properties: {rows: {items: {f¦ormat: date}}}}}",
            "The form of the text. It is checked.",
        ),
        (ACTION, "errors:\n  - when: {s¦tatus: 404}", "The HTTP status that the app itself gave."),
        (SKILL, "app: {h¦osts: [a.example]}", "Each host that the user's data reaches"),
        (SKILL, "$defs: {Id: {c¦onfidence: inferred}}", "Pages mark what is inferred"),
    ],
)
def test_hovering_tells_what_a_key_means_with_an_example(
    place: tuple[Path, str], text: str, shown: str, server: LanguageServer
) -> None:
    told = server.hover(*written(place, text))
    assert shown in told
    assert "Example:" in told


@pytest.mark.parametrize(
    ("place", "text", "message"),
    [
        (ACTION, "¦titel: A", "Property titel is not allowed."),
        (ACTION, "effect: ¦raed", 'Value is not accepted. Valid values: "read", "write", "destructive".'),
        (ACTION, "key: ¦List Books", "must be lower-case words joined by hyphens"),
        (ACTION, "run: {request: {¦methd: GET, path: /}}", "Property methd is not allowed."),
        (
            ACTION,
            "run: {request: {method: ¦GTE, path: /}}",
            'Value is not accepted. Valid values: "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE".',
        ),
        (ACTION, "input: {type: object, ¦requird: [id]}", "Property requird is not allowed."),
        (ACTION, "input: {type: ¦array}", 'Value must be "object".'),
        (ACTION, "input:\n  properties:\n    id: {type: string, ¦minLenght: 1}", "Property minLenght is not allowed."),
        (ACTION, "input:\n  additionalProperties: {¦minimun: 1}", "Property minimun is not allowed."),
        (ACTION, "output: {¦itmes: data}", "Property itmes is not allowed."),
        (ACTION, "output: {schema: {properties: {rows: {anyOf: [{¦tpye: array}]}}}}", "Property tpye is not allowed."),
        (SKILL, "¦entites: {}", "Property entites is not allowed."),
        (SKILL, "app: {¦host: []}", "Property host is not allowed."),
        (SKILL, "homepage: ¦http://example.com", "must be an address that begins with https://"),
        (SKILL, "$defs: {Id: {¦minimun: 1}}", "Property minimun is not allowed."),
    ],
)
def test_a_typing_error_is_marked_where_it_stands(
    place: tuple[Path, str], text: str, message: str, server: LanguageServer
) -> None:
    path, content, line, character = written(place, text)
    found = {
        (d["range"]["start"]["line"], d["range"]["start"]["character"], d["message"])
        for d in server.diagnostics(path, content)
    }
    assert (line, character, message) in found
