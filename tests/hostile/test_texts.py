"""A skill full of texts that try to break out of where they stand: it builds, and its pages keep their shape."""

from __future__ import annotations

import ast
import json
import shlex
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
import strictyaml
import yaml
from markdown_it import MarkdownIt
from support.shelf import LIST, UPDATE, Shelf
from support.skillc_process import skillc

from skillc.load import parse

if TYPE_CHECKING:
    from pathlib import Path

MARKDOWN = MarkdownIt("commonmark").enable("table")
SHAPE = {
    "heading_open",
    "table_open",
    "tr_open",
    "td_open",
    "th_open",
    "fence",
    "bullet_list_open",
    "list_item_open",
    "html_block",
    "hr",
}
TEXTS = {
    "bars": "a | b || c \\| d |",
    "backticks": "`a ``b`` ```c ` d",
    "rules": "--- a ---",
    "quotes": "a \"\"\" b ''' c \" d '",
    "templates": "{{ 7 * 7 }} {% for x in y %} {# z #}",
    "markup": "</script> <!-- a --> ]]> <b> &amp;",
    "backslashes": "a \\ b \\\\ c \\",
    "headings": "# a ## b",
    "YAML": "a: b # c - d & e * f",
    "shell": "a; $(b) `c` > d && e !f",
    "emphasis": "*a **b _c [d](e) ![f](g)",
}
LINES = {
    "a fence": "a\n```\n# b\n```",
    "a heading": "a\n# b\n\n| c |\n|---|",
    "frontmatter": "---\nname: other\n---",
    "Python": "'''\nimport os\n'''",
}


def described(text: str) -> str:
    """Return a description that a skill may have: registries take no markup in it."""
    return f"Use when {text}".translate(str.maketrans("<>", "()"))


def planted(shelf: Shelf, text: str, typed: str) -> None:
    """Put `text` wherever a skill has words of its own, and `typed` where it has input."""
    skill = parse("skill.yaml", shelf.text("skill.yaml"))[0].data
    skill["entities"]["book"].update(title=text, summary=text)
    skill["app"]["name"] = text
    skill["proxy"]["examples"][0]["ask"] = text
    skill["recipes"] = [{"ask": text, "calls": ["list-books"], "note": text}]
    skill["pages"] = {"lending": {"title": text, "summary": text, "sections": [{"title": "T", "text": "Weeks."}]}}
    shelf.overlay(
        "skill.yaml",
        {**skill, "title": text, "description": described(text), "intro": text, "facts": [text], "budgets": None},
    )
    for number, path in enumerate((LIST, UPDATE)):
        action = parse(path, shelf.text(path))[0].data
        properties: dict[str, Any] = action["input"]["properties"]
        properties["title"] = {"type": "string", "description": text, "enum": [typed, "x"]}
        example = {"ask": text, "input": {**action["examples"][0]["input"], "title": typed}}
        errors = [{"when": {"status": 404}, "remedy": text}]
        keys = {
            "title": text,
            "summary": f"{number} {text}",
            "notes": [text, text],
            "examples": [example],
            "errors": errors,
        }
        run = (
            {"request": {"method": "GET", "path": "/books", "query": [*properties]}} if path == LIST else action["run"]
        )
        shelf.overlay(path, {**keys, "input": action["input"], "run": run})


def built(shelf: Shelf, text: str, typed: str) -> tuple[str, str, str]:
    planted(shelf, text, typed)
    done = skillc("build", folder=shelf.root)
    assert done.code == 0, done.out
    assert isinstance(ast.parse(shelf.text("scripts/bookshelf.py")).body[0], ast.Expr)
    skill, reference, facts = (
        shelf.text(path) for path in ("SKILL.md", "references/book.md", "scripts/bookshelf.json")
    )
    return skill, reference, facts


def shape(page: str) -> Counter[str]:
    body = page.split("\n---\n", 1)[1] if page.startswith("---\n") else page
    return Counter(token.type for token in MARKDOWN.parse(body) if token.type in SHAPE)


PLANTS = {
    **{name: (text, text) for name, text in TEXTS.items()},
    **{name: ("plain", typed) for name, typed in LINES.items()},
}


@pytest.mark.parametrize(("text", "typed"), PLANTS.values(), ids=PLANTS)
def test_pages_keep_their_shape_and_values(text: str, typed: str, shelf: Shelf, tmp_path: Path) -> None:
    tame = built(Shelf.copied_to(tmp_path / "tame"), "plain", "plain")
    skill, reference, facts = built(shelf, text, typed)
    assert shape(skill) == shape(tame[0])
    assert shape(reference) == shape(tame[1])
    frontmatter = skill.split("---\n")[1]
    assert yaml.safe_load(frontmatter)["description"] == described(text)
    assert strictyaml.load(frontmatter).data["description"] == described(text)
    table = json.loads(facts)
    action = table["actions"]["list-books"]
    assert (table["title"], action["title"], action["notes"]) == (text, text, [text, text])
    assert action["examples"][0]["input"]["title"] == typed
    fences = [token.content for token in MARKDOWN.parse(reference) if token.type == "fence"]
    commands = [shlex.split(line, comments=True) for fence in fences for line in fence.splitlines()]
    assert [words[0] for words in commands] == ["list-books", "get-book", "update-book", "delete-book"]
