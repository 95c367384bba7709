"""`skillc new action`: descriptors that validate but for their TODOs, and nothing overwritten."""

from __future__ import annotations

import re

import pytest
from support.shelf import GET, LIST, Shelf
from support.skillc_process import skillc

from skillc.load import parse

USAGE = 2


def new_action(shelf: Shelf, *arguments: str) -> None:
    done = skillc("new", "action", *arguments, folder=shelf.root)
    assert done.code == 0, done.err


def answered(text: str) -> str:
    """Return a new descriptor with an answer in place of each TODO."""
    return re.sub(r"TODO: ?", "", text)


@pytest.mark.parametrize("key", ["find-books", "get-a-book", "add-book", "remove-books"])
def test_nothing_but_todos_is_wrong_with_a_new_descriptor(key: str, shelf: Shelf) -> None:
    new_action(shelf, key)
    assert shelf.codes() - {"ACT019"} == {
        "TXT002"
    }  # a destructive one is also warned of having no target, which is one of its TODOs
    path = f"actions/book/{key}.yaml"
    shelf.write(path, answered(shelf.text(path)))
    assert shelf.codes() <= {"ACT019"}


@pytest.mark.parametrize(
    ("key", "effect"),
    [
        ("list-shelves", "read"),
        ("get-room", "read"),
        ("delete-room", "destructive"),
        ("remove-room", "destructive"),
        ("lend-book", "write"),
    ],
)
def test_the_effect_is_guessed_and_marked_as_a_guess(key: str, effect: str, shelf: Shelf) -> None:
    new_action(shelf, key)
    assert f"effect: {effect} # TODO: guessed" in shelf.text(f"actions/book/{key}.yaml")


def test_what_is_said_is_not_guessed(shelf: Shelf) -> None:
    shelf.edit("skill.yaml", "entities:\n", "entities:\n  author: {title: Authors, summary: Who wrote it.}\n")
    new_action(shelf, "list-books-by", "--entity", "author", "--effect", "write")
    text = shelf.text("actions/author/list-books-by.yaml")
    assert "entity: author\neffect: write\n" in text
    assert "guessed" not in text


@pytest.mark.parametrize(
    ("key", "entity"),
    [("get-author", "author"), ("list-book-entries", "book-entry"), ("list-books", "book"), ("list-boxes", "box")],
)
def test_the_entity_is_the_one_that_the_key_names(key: str, entity: str, shelf: Shelf) -> None:
    described = "{title: T, summary: S.}"
    shelf.edit(
        "skill.yaml",
        "entities:\n",
        "".join(["entities:\n", *(f"  {name}: {described}\n" for name in ("author", "book-entry", "box"))]),
    )
    (shelf.root / LIST).unlink()
    new_action(shelf, key)
    assert f"entity: {entity} # guessed" in shelf.text(f"actions/{entity}/{key}.yaml")


def test_a_copy_keeps_all_but_its_names(shelf: Shelf) -> None:
    shelf.edit(LIST, "summary:", "# Why it is so.\nsummary:")
    new_action(shelf, "find-books", "--from", "list-books")
    original, copy = shelf.text(LIST), shelf.text("actions/book/find-books.yaml")
    changed = [line for line in copy.splitlines() if line not in original.splitlines()]
    summary = 'summary: "TODO: say how this differs from list-books"'
    assert changed == ["key: find-books", "title: Find books", summary, "run: {action: find-books}"]
    assert "# Why it is so.\n" in copy
    assert shelf.codes() == {"TXT002"}


def test_a_copy_can_be_of_another_entity_and_effect(shelf: Shelf) -> None:
    shelf.edit("skill.yaml", "entities:\n", "entities:\n  author: {title: Authors, summary: Who wrote it.}\n")
    new_action(shelf, "list-authors", "--from", "list-books", "--entity", "author", "--effect", "write")
    copy = parse("", shelf.text("actions/author/list-authors.yaml"))[0].data
    assert (copy["entity"], copy["effect"]) == ("author", "write")


def test_a_copy_understands_every_way_to_write_a_text(shelf: Shelf) -> None:
    text = re.sub("^summary: .*", "summary: >-\n  One book,\n  folded 📚.", shelf.text(GET), flags=re.MULTILINE)
    shelf.write(GET, re.sub("^title: .*", "title: 'A title: quoted'", text, flags=re.MULTILINE))
    new_action(shelf, "fetch-book", "--from", "get-book")
    copy = parse("", shelf.text("actions/book/fetch-book.yaml"))[0].data
    original = parse("", shelf.text(GET))[0].data
    assert {key for key in copy if copy[key] != original[key]} <= {"key", "title", "summary", "run"}
    assert copy["title"] == "Fetch book"
    assert copy["summary"].startswith("TODO: ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["Find Books"], "must be lower-case words joined by hyphens, at most 64 characters; write find-books"),
        (["x" * 65], "at most 64 characters"),
        (["list-books"], 'the action "list-books" exists already in actions/book/list-books.yaml'),
        (["find-books", "--from", "list-boks"], 'there is no action "list-boks" to copy; did you mean "list-books"?'),
        (["find-books", "--entity", "author"], 'skill.yaml has no entity "author"; name one with --entity: book'),
        (["find-books", "--effect", "delete"], '"delete" is not an effect; use read, write or destructive'),
    ],
)
def test_what_cannot_be_is_refused_with_a_hint(arguments: list[str], said: str, shelf: Shelf) -> None:
    before = shelf.everything()
    done = skillc("new", "action", *arguments, folder=shelf.root)
    assert done.code == USAGE
    assert said in " ".join(done.err.split())
    assert shelf.everything() == before


def test_an_entity_is_asked_for_where_none_can_be_guessed(shelf: Shelf) -> None:
    shelf.edit("skill.yaml", "entities:\n", "entities:\n  author: {title: Authors, summary: Who wrote it.}\n")
    assert (
        'the key "do-it" names no entity; name one with --entity: author, book'
        in skillc("new", "action", "do-it", folder=shelf.root).err
    )


def test_without_a_skill_there_is_no_action(shelf: Shelf) -> None:
    (shelf.root / "skill.yaml").unlink()
    done = skillc("new", "action", "find-books", folder=shelf.root)
    assert done.code == USAGE
    assert "name the skill's folder with --root, or run: skillc new skill NAME" in done.err


def test_several_actions_are_begun_at_once(shelf: Shelf) -> None:
    done = skillc("new", "action", "find-books", "lend-book", folder=shelf.root)
    assert done.out.splitlines() == [
        "created  actions/book/find-books.yaml",
        "created  actions/book/lend-book.yaml",
        "",
        "resolve each TODO in them; skillc validate shows which are left",
    ]


def test_nothing_is_written_when_one_of_several_is_refused(shelf: Shelf) -> None:
    before = shelf.everything()
    done = skillc("new", "action", "find-books", "list-books", "Lend Book", folder=shelf.root)
    assert done.code == USAGE
    assert 'the action "list-books" exists already' in done.err
    assert "write lend-book" in done.err
    assert shelf.everything() == before


def test_the_skill_is_named_or_found_upwards(shelf: Shelf) -> None:
    assert skillc("new", "action", "find-books", "--root", "skill", folder=shelf.root.parent).code == 0
    new_action(Shelf(shelf.root / "actions"), "lend-book")
    assert (shelf.root / "actions" / "book" / "lend-book.yaml").exists()


def test_a_folder_that_is_typed_as_a_key_is_told_from_one(shelf: Shelf) -> None:
    for folder, place in ((shelf.root, "."), (shelf.root.parent, "skill")):
        done = skillc("new", "action", "find-books", place, folder=folder)
        assert done.code == USAGE
        assert f'"{place}" is the folder of a skill; to name it: --root {place}' in done.err


def test_a_copy_for_another_entity_asks_which(shelf: Shelf) -> None:
    shelf.edit("skill.yaml", "entities:\n", "entities:\n  author: {title: Authors, summary: Who wrote it.}\n")
    before = shelf.everything()
    done = skillc("new", "action", "list-authors", "--from", "list-books", folder=shelf.root)
    assert done.code == USAGE
    assert 'is about book, and the key "list-authors" names author; name one with --entity: author, book' in done.err
    assert shelf.everything() == before
    new_action(shelf, "list-authors", "--from", "list-books", "--entity", "book")
    new_action(shelf, "look-around", "--from", "list-books")


@pytest.mark.parametrize("key", ["find-books", "get-a-book", "add-book", "remove-books"])
def test_no_text_is_inside_braces(key: str, shelf: Shelf) -> None:
    new_action(shelf, key)
    assert re.findall(r"\{[^}\n]*(?:description|summary|remedy|ask):", shelf.text(f"actions/book/{key}.yaml")) == []


def test_a_broken_descriptor_is_not_copied(shelf: Shelf) -> None:
    shelf.write(GET, "key: [\n")
    done = skillc("new", "action", "fetch-book", "--from", "get-book", folder=shelf.root)
    assert done.code == USAGE
    assert "actions/book/get-book.yaml has errors and cannot be copied" in " ".join(done.err.split())


def test_a_file_that_stands_in_the_way_is_left_alone(shelf: Shelf) -> None:
    shelf.write("actions/book/find-books.yaml/mine.txt", "mine")
    done = skillc("new", "action", "find-books", folder=shelf.root)
    assert done.code == 1
    assert "OUT003" in done.out
    assert shelf.text("actions/book/find-books.yaml/mine.txt") == "mine"
