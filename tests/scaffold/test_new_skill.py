"""`skillc new skill` and `skillc schemas`: an empty folder becomes a skill that editors understand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from support.language_server import LanguageServer
from support.skillc_process import skillc

from skillc.pipeline import compile_tree

if TYPE_CHECKING:
    from pathlib import Path

USAGE = 2
ENTITIES = re.compile(r"^entities: .*\n(  # .*\n)*", re.MULTILINE)


@pytest.fixture
def brewery(tmp_path: Path) -> Path:
    """Return the folder of a new skill."""
    done = skillc("new", "skill", "my-brewery", folder=tmp_path)
    assert done.code == 0, done.err
    return tmp_path / "my-brewery"


def add_entity(root: Path) -> None:
    source = root / "skill.yaml"
    text = ENTITIES.sub(
        "entities:\n  beer:\n    title: Beers\n    summary: What is on tap.\n", source.read_text(encoding="utf-8")
    )
    source.write_text(text, encoding="utf-8")


def codes(root: Path) -> set[str]:
    return {diagnostic.code for diagnostic in compile_tree(root).diagnostics}


def test_nothing_but_todos_is_wrong_with_a_new_skill(brewery: Path) -> None:
    text = (brewery / "skill.yaml").read_text(encoding="utf-8")
    assert "\nname: my-brewery\n" in text
    assert "\ntitle: My brewery\n" in text
    assert codes(brewery) == {"TXT002"}
    (brewery / "skill.yaml").write_text(text.replace("TODO: ", ""), encoding="utf-8")
    assert codes(brewery) == set()
    assert skillc("build", folder=brewery).code == 0


def test_an_action_wants_an_entity_first(brewery: Path) -> None:
    done = skillc("new", "action", "list-beers", folder=brewery)
    assert done.code == USAGE
    assert "add one there, such as entities: book: title: Books summary: " in " ".join(done.err.split())


def test_an_editor_helps_wherever_the_skill_lies(brewery: Path) -> None:
    add_entity(brewery)
    assert skillc("new", "action", "list-beers", folder=brewery).code == 0
    with LanguageServer() as server:
        for source in (brewery / "skill.yaml", brewery / "actions" / "beer" / "list-beers.yaml"):
            text = source.read_text(encoding="utf-8")
            assert server.diagnostics(source) == []
            (found,) = server.diagnostics(source, text.replace("\n\n", "\nidempotnet: true\n\n", 1))
            assert found["message"] == "Property idempotnet is not allowed."


def test_the_modeline_of_an_action_follows_that_of_the_skill(brewery: Path) -> None:
    add_entity(brewery)
    source = brewery / "skill.yaml"
    text = source.read_text(encoding="utf-8")
    for index, (place, seen) in enumerate(
        [("https://example.com/1/", "https://example.com/1/"), ("", "../../"), ("a/b/", "../../a/b/")]
    ):
        source.write_text(text.replace(".skillc/skill.schema.json", f"{place}skill.schema.json"), encoding="utf-8")
        assert skillc("new", "action", f"list-beers-{index}", folder=brewery).code == 0
        begun = (brewery / "actions" / "beer" / f"list-beers-{index}.yaml").read_text(encoding="utf-8")
        assert begun.startswith(f"# yaml-language-server: $schema={seen}action.schema.json\n")


def test_a_skill_that_exists_is_named_with_what_adds_to_it(brewery: Path) -> None:
    before = {path: path.read_bytes() for path in brewery.rglob("*") if path.is_file()}
    for name, folder, option in ((".", brewery, ""), ("my-brewery", brewery.parent, " --root my-brewery")):
        done = skillc("new", "skill", name, folder=folder)
        assert done.code == USAGE
        assert "skill.yaml exists already (actions beside it: 0)" in done.err
        assert done.err.endswith(f"to add one: skillc new action KEY{option}\n")
    assert {path: path.read_bytes() for path in brewery.rglob("*") if path.is_file()} == before


def test_nothing_is_overwritten(brewery: Path) -> None:
    (brewery / "skill.yaml").unlink()
    before = {path: path.read_bytes() for path in brewery.rglob("*") if path.is_file()}
    done = skillc("new", "skill", ".", folder=brewery)
    assert done.code == 1
    assert "OUT001" in done.out
    assert {path: path.read_bytes() for path in brewery.rglob("*") if path.is_file()} == before


def test_a_folder_of_git_keeps_what_it_ignores(tmp_path: Path) -> None:
    folder = tmp_path / "shop"
    folder.mkdir()
    (folder / ".gitignore").write_text("mine\n", encoding="utf-8")
    assert skillc("new", "skill", ".", folder=folder).code == 0
    assert (folder / ".gitignore").read_text(encoding="utf-8") == "mine\n"


@pytest.mark.parametrize(
    ("name", "proposed"),
    [
        ("My Shop!", "my-shop"),
        ("myShop", "my-shop"),
        ("Bücher/Çağ", "Bücher/cag"),
        ("2026-shop", "shop"),
        ("2026", "NAME"),
        ("x" * 65, "x" * 64),
    ],
)
def test_a_bad_name_is_refused_with_a_good_one(name: str, proposed: str, tmp_path: Path) -> None:
    done = skillc("new", "skill", name, folder=tmp_path)
    assert done.code == USAGE
    assert "must be lower-case words joined by hyphens, at most 64 characters; run: skillc new skill" in done.err
    assert proposed in done.err.split("skillc new skill ")[-1]
    assert list(tmp_path.iterdir()) == []


def test_the_schemas_are_renewed_and_those_of_others_left_alone(brewery: Path) -> None:
    mine, theirs = brewery / ".skillc" / "skill.schema.json", brewery / ".skillc" / "action.schema.json"
    now = mine.read_bytes()
    mine.write_bytes(now.replace(b"Action", b"Older"))
    assert skillc("schemas", folder=brewery).code == 0
    assert mine.read_bytes() == now
    theirs.write_text("{}", encoding="utf-8")
    assert skillc("schemas", folder=brewery).code == 1
    assert theirs.read_text(encoding="utf-8") == "{}"
