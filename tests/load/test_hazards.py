"""Files that no honest author writes: each is refused in a sentence."""

from __future__ import annotations

import os

import pytest
from support.shelf import LIST, Shelf

from skillc.load import parse


def codes(text: str) -> list[str]:
    return [diagnostic.code for diagnostic in parse("x.yaml", text)[1]]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "a:\n "])
def test_a_hundred_thousand_levels_are_refused_at_once(opening: str) -> None:
    found = codes(opening * 100_000)
    assert found
    assert set(found) <= {"YAML003", "YAML004", "YAML006", "YAML010"}


def test_a_hundred_levels_are_taken_and_one_more_is_not() -> None:
    assert codes("[" * 101 + "]" * 101) == []
    assert codes("[" * 102 + "]" * 102) == ["YAML003"]


def test_aliases_cannot_multiply() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    document, diagnostics = parse("x.yaml", "\n".join(lines))
    assert {diagnostic.code for diagnostic in diagnostics[:100]} == {"YAML007"}
    assert [diagnostic.message for diagnostic in diagnostics[100:]] == ["the file has more than 100 findings"]
    assert document.data is None


def test_a_file_of_more_than_a_megabyte_is_not_read(shelf: Shelf) -> None:
    shelf.write(LIST, "key: list-books\n" + "# padding\n" * 100_000)
    assert shelf.codes() == {"YAML003"}


def test_a_file_that_never_ends_is_not_read(shelf: Shelf) -> None:
    (shelf.root / LIST).unlink()
    os.mkfifo(shelf.root / LIST)
    assert "YAML001 this is not a regular file" in shelf.findings()


def test_a_folder_in_the_place_of_skill_yaml_is_reported(shelf: Shelf) -> None:
    (shelf.root / "skill.yaml").unlink()
    (shelf.root / "skill.yaml").mkdir()
    assert "YAML001 this is not a regular file" in shelf.findings()


def test_a_link_is_reported(shelf: Shelf) -> None:
    (shelf.root / "actions/book/lost.yaml").symlink_to("nowhere.yaml")
    assert "YAML001 this is a symbolic link, which is not followed" in shelf.findings()


def test_a_folder_of_actions_that_cannot_be_listed_is_no_traceback(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    assert "YAML001 the file cannot be read: Permission denied" in shelf.findings()


def test_a_byte_order_mark_is_taken(shelf: Shelf) -> None:
    shelf.write(LIST, b"\xef\xbb\xbf" + shelf.text(LIST).encode())
    assert shelf.findings() == []


def test_utf_16_is_refused(shelf: Shelf) -> None:
    shelf.write(LIST, shelf.text(LIST).encode("utf-16"))
    assert shelf.codes() == {"YAML002"}


@pytest.mark.parametrize(
    "character", ["\x00", "\x1b", "\x7f", "\x85", "\u200f", "\u2028", "\u202e", "\u2066", "\ufeff"]
)
def test_hidden_characters_are_refused(character: str) -> None:
    assert codes(f"a: 1\nb: x{character}y\n") == ["YAML012"]


def test_hidden_characters_are_found_in_windows_files_too_but_not_without_end() -> None:
    found = parse("x.yaml", "a: 1\r\n" * 30 + "b: \u202e\r\n" * 30)[1]
    assert [diagnostic.span.line for diagnostic in found] == list(range(31, 51))


@pytest.mark.parametrize("text", ["a: é\n", "a: 你好\n", "a: 👩\u200d🚀\n", "a: 'x\ty'\n"])
def test_characters_of_all_languages_are_taken(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "%YAML 3.0\n---\na: 1\n",
        "a: !x!y 1\n",
        'a: "\\ud800"\n',
        'a: "\\uZZZZ"\n',
        "a: 'x\n---\ny'\n",
        "]\n",
        "a: |9x\n",
        "- a\n b\n- c: d: e\n",
        "@\n",
        "a: &\n",
        "{a: b}}",
    ],
)
def test_what_is_not_yaml_is_one_sentence(text: str) -> None:
    diagnostics = parse("x.yaml", text)[1]
    assert diagnostics
    assert diagnostics[-1].code == "YAML004"
    assert diagnostics[-1].hint
    assert "yaml" not in diagnostics[-1].message.replace("YAML", "")


def test_a_syntax_error_does_not_hide_what_was_found_before_it() -> None:
    assert codes("a: yes\nb: &x 1\nc: [\n") == ["YAML011", "YAML007", "YAML004"]
