"""What a page shows is what the helper takes, and all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from support.shelf import LIST, UPDATE

from skillc.build import prepare
from skillc.checks.support.command_lines import command_lines

if TYPE_CHECKING:
    from support.shelf import Shelf


def findings(shelf: Shelf) -> list[str]:
    return [f"{found.code} {found.message}" for found in prepare(shelf.root).diagnostics]


def refused(shelf: Shelf) -> list[str]:
    return [found for found in findings(shelf) if found.startswith("OUT012")]


def page(shelf: Shelf) -> str:
    return prepare(shelf.root).files["references/book.md"].decode("utf-8")


@pytest.mark.parametrize(
    ("fact", "found"),
    [
        ("`list-books --page 2`", False),
        ("`list-books --page N`", False),
        ("`list-books --input @FILE`", False),
        ("`list-books --input JSON`", False),
        ("`update-book --id ID`", False),
        ("`list-books`", False),
        ("`request PATH` and `run ID --input JSON`", False),
        ("`connect --agent NAME`", False),
        ("`list-books --pgae 2`", True),
        ("`list-books --page two`", True),
        ("`list-books --perPage 51`", True),
        ("`list-books bees`", True),
        ("`list-books --limit`", True),
        ("`connect --agnet NAME`", True),
        ("`request /books --qery a=b`", True),
        ("`request /books/ID -X DELETE`", False),
        ("`request /books -X POST --json @FILE`", False),
        ("`request /books -X METHOD --data TEXT`", False),
        ("`request /keys/7`", True),
        ("`request /books?page=2`", True),
        ("`request /books -X SEND`", True),
        ("`request /books --json '{}'`", True),
        ("`request /books -H 'Cookie: a'`", True),
        ("`request`", False),
    ],
)
def test_a_command_in_a_text_is_tried(shelf: Shelf, fact: str, found: bool) -> None:  # noqa: FBT001
    shelf.overlay("skill.yaml", {"facts": [f"Try {fact}."]})
    assert bool(refused(shelf)) is found


def test_a_command_in_a_block_is_tried_as_a_whole(shelf: Shelf) -> None:
    block = "```bash\nlist-books --word bees  # a comment\nupdate-book --title T\n```"
    shelf.overlay("skill.yaml", {"sections": [{"title": "Commands", "text": block}]})
    (found,) = refused(shelf)
    assert "update-book" in found
    assert '"id" is missing' in found


@pytest.mark.parametrize(("remedy", "found"), [("Try `list-books --page 1`.", 0), ("Try `list-books --page 0`.", 1)])
def test_a_command_in_a_remedy_is_tried(shelf: Shelf, remedy: str, found: int) -> None:
    shelf.overlay(UPDATE, {"errors": [{"when": {"status": 409}, "remedy": remedy}]})
    assert len(refused(shelf)) == found
    shelf.overlay("skill.yaml", {"cannot": [{"words": ["lend"], "says": remedy}]})
    assert len(refused(shelf)) == 2 * found


def test_a_request_that_is_no_command_is_refused(shelf: Shelf) -> None:
    shelf.overlay("skill.yaml", {"proxy": {"examples": [{"ask": "Who lent it?", "request": "GET /books/17/loans"}]}})
    assert len(refused(shelf)) == 1


@pytest.mark.parametrize("value", [True, False, 5, "5", None, [], ["[1]"], {"a": 1}, "--x", "a\nb"])
@pytest.mark.parametrize("typed", [False, True])
def test_every_example_that_fits_its_schema_is_read_as_itself(shelf: Shelf, value: Any, typed: bool) -> None:  # noqa: FBT001
    schema = {"const": value} if not typed else {"enum": [value, "other"]}
    inputs = {"type": "object", "properties": {"force": {**schema, "description": "A word."}}}
    shelf.overlay(LIST, {"input": inputs, "page": None, "examples": [{"ask": "Do it", "input": {"force": value}}]})
    assert findings(shelf) == []


def test_the_page_shows_nested_inputs_and_alternatives(shelf: Shelf) -> None:
    line = {"type": "object", "required": ["price"], "properties": {"price": {"type": "number", "description": "Net."}}}
    inputs = {
        "type": "object",
        "required": ["id"],
        "anyOf": [{"required": ["title"]}, {"required": ["lines"]}],
        "properties": {
            "id": {"$ref": "#/$defs/BookId"},
            "title": {"type": "string", "title": "no digits", "pattern": "^[^0-9]+$", "description": "Its title."},
            "lines": {"type": "array", "items": line, "description": "What it costs."},
            "pay": {
                "oneOf": [{"type": "string", "description": "A word."}, {**line, "description": "A price."}],
                "description": "How.",
            },
        },
    }
    shelf.overlay(UPDATE, {"input": inputs, "fill": None, "run": {"action": "update-book"}})
    text = page(shelf)
    for shown in (
        "- `title` string, no digits. Its title.",
        "- `lines` list, each object. What it costs.",
        "- `lines[].price*` number. Net.",
        "- `pay` string or object. How.",
        "- `pay.price (2)*` number. Net.",
        "- Together: give at least one of: title | lines.",
    ):
        assert shown in text


def test_the_page_shows_what_the_fields_mean(shelf: Shelf) -> None:
    row = {
        "type": "object",
        "properties": {
            "title": {"type": "string", "description": "The title."},
            "state": {"enum": ["new", "old"], "description": "Its state.", "confidence": "inferred"},
            "shelf": {"type": "object", "properties": {"room": {"type": "string", "description": "The room."}}},
        },
    }
    schema = {"type": "object", "properties": {"data": {"type": "array", "items": row}, "total": {"type": "integer"}}}
    shelf.overlay(LIST, {"output": {"schema": schema, "items": "data", "total": "total", "show": ["title"]}})
    text = page(shelf)
    assert "Answer: rows of title. Fields: `title` The title. `state` (inferred) one of new, old. Its state." in text
    assert "`shelf.room` The room." in text


@pytest.mark.parametrize(
    ("schema", "show", "code"),
    [
        ({"data": {"type": "object", "properties": {"id": {"type": "string"}}}}, ["data.id"], None),
        ({"data": {"type": "object", "properties": {"id": {"type": "string"}}}}, ["id"], None),
        ({"data": {"type": "object", "properties": {"id": {"type": "string"}}}}, ["name"], "ACT007"),
        ({"other": {"type": "object", "properties": {"id": {"type": "string"}}}}, ["id"], "ACT007"),
    ],
)
def test_the_record_is_the_same_for_the_check_and_the_helper(
    shelf: Shelf, schema: Any, show: list[str], code: str | None
) -> None:
    shelf.overlay(
        "actions/book/get-book.yaml", {"output": {"schema": {"type": "object", "properties": schema}, "show": show}}
    )
    shelf.overlay("actions/book/delete-book.yaml", {"target": {"read": "get-book", "with": {"id": "id"}, "show": show}})
    shelf.overlay(UPDATE, {"fill": None})
    assert ("ACT007" in shelf.codes()) is (code is not None)
    assert ("ACT011" in shelf.codes()) is (code is not None)


def test_command_lines_are_found_where_they_are() -> None:
    spans = '`a`\n``b`c`` `python3 "{baseDir}/scripts/x.py" go --now`\n'
    text = f"{spans}```bash\npython3 /y/scripts/x.py go\nls\n```\n```json\n`go 1`\n```\n"
    found = list(command_lines(text, "x.py", {"go"}))
    assert [(command.words, command.whole) for command in found] == [(("go",), True), (("go", "--now"), False)]


@pytest.mark.parametrize(
    "said", ["Page number, from 1.", "The page to read.", "Which page, starting at 1.", "At most 10 pages."]
)
def test_a_page_that_counts_from_one_is_fine(shelf: Shelf, said: str) -> None:
    shelf.overlay(
        LIST,
        {
            "input": {"type": "object", "properties": {"page": {"type": "integer", "description": said}}},
            "page": {"number": "page"},
            "examples": [{"ask": "All", "input": {}}],
        },
    )
    assert "ACT026" not in shelf.codes()


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        ("page", {"minimum": 0}),
        ("page", {"exclusiveMinimum": -1}),
        ("page", {"default": 0}),
        ("page", {"enum": [0, 1, 2]}),
        ("page", {"examples": [0]}),
        ("page", {"$ref": "#/$defs/Page"}),
        ("page", {"description": "The page, counted from 0."}),
        ("page", {"description": "Zero-based number of the page."}),
        ("page", {"description": "The first page is 0."}),
        ("page", {"description": "Number of rows to skip."}),
        ("page", {"description": "The row to start with."}),
        ("page", {"title": "Offset"}),
        ("offset", {"minimum": 1}),
        ("pageOffset", {"minimum": 1}),
        ("start_index", {"minimum": 1}),
        ("skip", {}),
    ],
)
def test_a_page_that_begins_at_zero_or_counts_rows_is_found(shelf: Shelf, name: str, schema: dict[str, Any]) -> None:
    definitions = {
        "BookId": {"type": "string", "minLength": 1, "description": "An id."},
        "Page": {"type": "integer", "minimum": 0},
    }
    shelf.overlay("skill.yaml", {"$defs": definitions})
    typed = schema if "$ref" in schema else {"type": "integer", **schema}
    shelf.overlay(
        LIST,
        {
            "input": {"type": "object", "properties": {name: typed}},
            "page": {"number": name},
            "examples": [{"ask": "All", "input": {}}],
        },
    )
    assert "ACT026" in shelf.codes()


@pytest.mark.parametrize(
    ("call", "refusal"),
    [
        ("list-books --page 2", ""),
        ("update-book --id ID --title T", ""),
        ("update-book --id ID --title TITLE --confirm DIGEST", ""),
        ("doctor", ""),
        ("list-boks", "it begins with no command"),
        ("sh -c true", "it begins with no command"),
        ('list-books --word "bees', "no closing quotation"),
        ("list-books --page two", "/page"),
        ("list-books --pages 2", "/pages"),
        ("update-book --title T", '"id" is missing'),
        ("request /keys/7", "keys"),
    ],
)
def test_each_call_of_a_recipe_is_tried_where_it_stands(shelf: Shelf, call: str, refusal: str) -> None:
    shelf.overlay("skill.yaml", {"recipes": [{"ask": "Do it", "calls": ["list-books", call]}]})
    found = [finding for finding in prepare(shelf.root).diagnostics if finding.code == "OUT012"]
    assert [finding.pointer for finding in found] == ([("recipes", 0, "calls", 1)] if refusal else [])
    assert all(refusal in finding.message for finding in found)


def test_a_command_in_the_note_of_a_recipe_is_tried(shelf: Shelf) -> None:
    recipe = {"ask": "Do it", "calls": ["list-books"], "note": "Then `list-books --pgae 2`."}
    shelf.overlay("skill.yaml", {"recipes": [recipe]})
    assert len(refused(shelf)) == 1


def test_a_skill_without_an_app_has_no_recipes(shelf: Shelf) -> None:
    for path in ("get-book", "list-books", "update-book", "delete-book"):
        (shelf.root / f"actions/book/{path}.yaml").unlink()
    recipes = [{"ask": "Do it", "calls": ["list-books"]}]
    nothing = {"app": None, "entities": None, "$defs": None, "proxy": None}
    shelf.overlay("skill.yaml", {**nothing, "recipes": recipes})
    assert any("a skill without an app has no commands" in found for found in refused(shelf))


def test_the_skill_page_names_recipes_and_further_pages(shelf: Shelf) -> None:
    lending = {"title": "Lending", "summary": "How long.", "sections": [{"title": "Time", "text": "Four weeks."}]}
    recipes = [{"ask": "Which books?", "calls": ["list-books"], "note": "All of them."}]
    shelf.overlay("skill.yaml", {"pages": {"lending": lending}, "recipes": recipes})
    files = prepare(shelf.root).files
    assert "Recipes: references/recipes.md.\nDetails: references/book.md, references/lending.md.\n" in files[
        "SKILL.md"
    ].decode("utf-8")
    assert "## Which books?\n\n```bash\nlist-books\n```\n\nAll of them.\n" in files["references/recipes.md"].decode()
    assert files["references/lending.md"].decode().endswith("# Lending\n\nHow long.\n\n## Time\n\nFour weeks.\n")


def test_recipes_have_a_budget_of_their_own(shelf: Shelf) -> None:
    recipes = [{"ask": "Which books?", "calls": ["list-books"]}]
    limits = {"skill": {"tokens": 1500}, "reference": {"tokens": 1500}, "recipes": {"tokens": 20}}
    shelf.overlay("skill.yaml", {"recipes": recipes, "budgets": limits})
    (over,) = [finding for finding in prepare(shelf.root).diagnostics if finding.code == "OUT004"]
    assert over.message.startswith("references/recipes.md has about ")
    assert over.pointer == ("budgets", "recipes", "tokens")
    shelf.overlay("skill.yaml", {"recipes": recipes, "budgets": {"reference": {"tokens": 20}}})
    paths = [finding.message.split()[0] for finding in prepare(shelf.root).diagnostics if finding.code == "OUT004"]
    assert "references/recipes.md" in paths
