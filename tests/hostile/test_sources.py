"""Sources that no honest author writes: one diagnostic, no traceback, nothing written."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest
import yaml
from support.shelf import LIST, Shelf
from support.skillc_process import skillc, start_skillc, without_privileges

if TYPE_CHECKING:
    from collections.abc import Callable

    Spoil = Callable[[Shelf], None]

DEEP = (10_000, 100_000)
# libyaml reads a line of brackets to its end before it tells of the first; since 0.2.6 it stops at 1,000 levels by
# itself.
STOPS = yaml.__version__ >= "6.0.4"
BACKUP = "actions/book/list-books.yaml~"


def content(text: str | bytes) -> Spoil:
    return lambda shelf: shelf.write(LIST, text)


def encoded(encoding: str) -> Spoil:
    return lambda shelf: shelf.write(LIST, shelf.text(LIST).encode(encoding))


def appended(text: str) -> Spoil:
    return lambda shelf: shelf.write(LIST, shelf.text(LIST) + text)


def line_ends(end: str) -> Spoil:
    return lambda shelf: shelf.write(LIST, shelf.text(LIST).replace("\n", end))


def extra(path: str) -> Spoil:
    return lambda shelf: shelf.write(path, shelf.text(LIST))


def renamed(name: str) -> Spoil:
    def spoil(shelf: Shelf) -> None:
        (shelf.root / LIST).rename(shelf.root / "actions/book" / name)

    return spoil


def link(path: str, target: str) -> Spoil:
    def spoil(shelf: Shelf) -> None:
        place = shelf.root / path
        if place.is_dir():
            shutil.copytree(place, shelf.root.parent / "outside")
            shutil.rmtree(place)
        elif place.exists():
            shutil.copy(place, shelf.root.parent / "outside.yaml")
            place.unlink()
        place.symlink_to(target)

    return spoil


def instead(path: str, make: Callable[[str], object]) -> Spoil:
    def spoil(shelf: Shelf) -> None:
        place = shelf.root / path
        if place.is_dir():
            shutil.rmtree(place)
        else:
            place.unlink(missing_ok=True)
        make(str(place))

    return spoil


def bytes_in_a_name(shelf: Shelf) -> None:
    extra(os.fsdecode(b"actions/book/list-\xff.yaml"))(shelf)


PAIRS = list(zip("abcdefghij", "bcdefghijk", strict=True))
BOMB = "a: &a [x, x]\n" + "".join(f"{name}: &{name} [*{before}, *{before}]\n" for before, name in PAIRS)
WRONG: dict[str, tuple[Spoil, str]] = {
    "binary junk": (content(bytes(range(256)) * 20), f"{LIST}:3:115 YAML002"),
    "a file of 10 MB": (content("# " + "x" * 10_000_000), f"{LIST}:1:1 YAML003"),
    "a skill.yaml of 10 MB": (lambda shelf: shelf.write("skill.yaml", "x" * 10_000_000), "skill.yaml:1:1 YAML003"),
    "a bomb of aliases": (content(BOMB), f"{LIST}:1:4 YAML007"),
    "a byte that is not UTF-8": (
        lambda shelf: shelf.write(LIST, shelf.text(LIST).encode() + b"# caf\xe9\n"),
        f"{LIST}:37:6 YAML002",
    ),
    "such a byte after a byte order mark": (content(b"\xef\xbb\xbfkey: \xe9\n"), f"{LIST}:1:6 YAML002"),
    "half a surrogate pair": (content(b"title: \xed\xa0\x80\n"), f"{LIST}:1:8 YAML002"),
    "a character cut off": (content("key: ä\ntitle: ä".encode()[:-1]), f"{LIST}:2:8 YAML002"),
    "UTF-16": (encoded("utf-16"), f"{LIST}:1:1 YAML002"),
    "UTF-16 without a mark": (encoded("utf-16-le"), f"{LIST}:1:2 YAML012"),
    "UTF-32": (encoded("utf-32"), f"{LIST}:1:1 YAML002"),
    "two byte order marks": (lambda shelf: shelf.write(LIST, "\ufeff\ufeff" + shelf.text(LIST)), f"{LIST}:1:1 YAML012"),
    "NUL": (lambda shelf: shelf.edit(LIST, "Find books", "Find\0books"), f"{LIST}:3:14 YAML012"),
    "an escaped control character in a key": (appended('"\\u202e": x\n'), f"{LIST}:37:1 YAML012"),
    "an empty file": (content(""), f"{LIST}:1:1 YAML005"),
    "only a byte order mark": (content("\ufeff"), f"{LIST}:1:1 YAML005"),
    "only white space, tabs too": (content("  \n\n\t\n"), f"{LIST}:1:1 YAML005"),
    "only comments": (content("# to be written\n  # later"), f"{LIST}:1:1 YAML005"),
    "only document marks": (content("---\n...\n"), f"{LIST}:1:1 FORM003"),
    "line separators for line ends": (line_ends("\u2028"), f"{LIST}:1:16 YAML012"),
    "NEL for line ends": (line_ends("\x85"), f"{LIST}:1:16 YAML012"),
    "a link out of the skill": (link(LIST, "../../../outside.yaml"), f"{LIST}:1:1 YAML001"),
    "a link in a circle": (link(LIST, "list-books.yaml"), f"{LIST}:1:1 YAML001"),
    "a link to a device": (link(LIST, "/dev/zero"), f"{LIST}:1:1 YAML001"),
    "a skill.yaml that is a link": (link("skill.yaml", "../outside.yaml"), "skill.yaml:1:1 YAML001"),
    "a folder that is a link": (link("actions/book", "../../outside"), "actions/book:1:1 YAML001"),
    "a folder that is a link in a circle": (link("actions/more", "more"), "actions/more:1:1 YAML001"),
    "a folder that leads back": (link("actions/more", ".."), "actions/more:1:1 YAML001"),
    "actions that are a link": (link("actions", "../outside"), "actions:1:1 YAML001"),
    "actions that are a file": (instead("actions", os.mknod), "actions:1:1 YAML001"),
    "a pipe": (instead(LIST, os.mkfifo), f"{LIST}:1:1 YAML001"),
    "a pipe for skill.yaml": (instead("skill.yaml", os.mkfifo), "skill.yaml:1:1 YAML001"),
    "a folder named like a file": (
        instead("actions/book/list-x.yaml", os.mkdir),
        "actions/book/list-x.yaml:1:1 SRC001",
    ),
    "a folder for skill.yaml": (instead("skill.yaml", os.mkdir), "skill.yaml:1:1 YAML001"),
    "a name in capitals": (renamed("LIST-BOOKS.YAML"), "actions/book/LIST-BOOKS.YAML:1:1 SRC001"),
    "a key in capitals": (renamed("List-Books.yaml"), "actions/book/List-Books.yaml:1:6 ACT001"),
    "another ending": (renamed("list-books.yml"), "actions/book/list-books.yml:1:1 SRC001"),
    "a name of other letters": (renamed("list-bücher.yaml"), "actions/book/list-bücher.yaml:1:6 ACT001"),
    "a line break in a name": (extra("actions/book/list\nbooks.yaml"), "actions/book/list\\nbooks.yaml:1:1 SRC001"),
    "a command to the terminal in a name": (
        extra("actions/bo\x1b[2Jok/list-books.yaml"),
        "actions/bo\\x1b[2Jok:1:1 SRC001",
    ),
    "a name from right to left": (extra("actions/book/\u202elmay.yaml"), "actions/book/\\u202elmay.yaml:1:1 SRC001"),
    "bytes in a name": (bytes_in_a_name, "actions/book/list-\\udcff.yaml:1:1 SRC001"),
    "a number too large": (appended("x: 1e999\n"), f"{LIST}:37:4 YAML011"),
    "a number of 5,000 digits": (appended(f"x: {'9' * 5000}\n"), f"{LIST}:37:4 YAML011"),
    "5,000 decimal places": (appended(f"x: 0.{'1' * 5000}\n"), f"{LIST}:37:4 YAML011"),
    "no number": (appended("x: .nan\n"), f"{LIST}:37:4 YAML011"),
    "a key that is a number": (appended("1: x\n"), f"{LIST}:37:1 YAML010"),
    "a key that is a list": (appended("[a, [b]]: x\n"), f"{LIST}:37:1 YAML010"),
    "a key of 200,000 characters": (appended(f"? {'k' * 200_000}\n: x\n"), f"{LIST}:37:3 YAML003"),
    "100,000 properties": (
        appended(f"x: {{{', '.join(f'p{number}' for number in range(100_000))}}}\n"),
        f"{LIST}:37:5 YAML015",
    ),
    "100,000 times the same key": (appended("x:\n" + "  p: 1\n" * 100_000), f"{LIST}:39:3 YAML006"),
    "100,000 keys that are lists": (appended(f"x: {{{'[]: 1, ' * 100_000}}}\n"), f"{LIST}:37:5 YAML010"),
    "100,000 ambiguous words": (appended(f"x: [{'y, ' * 100_000}]\n"), f"{LIST}:37:5 YAML011"),
    **{
        f"{depth:,} lists in a line": (content("[" * depth), f"{LIST}:1:{1001 if STOPS else 102} YAML003")
        for depth in DEEP
    },
    **{f"{depth:,} mappings in a line": (content("{a: " * depth), f"{LIST}:1:405 YAML003") for depth in DEEP},
    **{f"{depth:,} list items": (content("- " * depth), f"{LIST}:1:203 YAML003") for depth in DEEP},
    **{f"{depth:,} keys of keys": (content("? " * depth), f"{LIST}:1:201 YAML003") for depth in DEEP},
    "150 blocks": (content("".join(f"{' ' * level}a:\n" for level in range(150))), f"{LIST}:102:102 YAML003"),
    "10,000 lists in a key": (content("? " + "[" * 10_000), f"{LIST}:1:{1002 if STOPS else 102} YAML003"),
}
FINE: dict[str, Spoil] = {
    "a byte order mark": encoded("utf-8-sig"),
    "Windows line ends": line_ends("\r\n"),
    "old Macintosh line ends": line_ends("\r"),
    "mixed line ends": lambda shelf: shelf.write(
        LIST, shelf.text(LIST).replace("\n", "\r", 5).replace("\n", "\r\n", 5)
    ),
    "an editor's hidden file": lambda shelf: shelf.write("actions/book/.list-books.yaml.swp", b"\0"),
    "an editor's hidden lock": lambda shelf: (shelf.root / "actions/book/.#list-books.yaml").symlink_to(
        "nobody@nowhere"
    ),
    "an editor's backup": extra(BACKUP),
}


def everything(shelf: Shelf) -> dict[str, tuple[int, int, bytes]]:
    """Return how all files, folders, links and pipes are."""
    places = {os.fsencode(place.relative_to(shelf.root)): place for place in shelf.root.rglob("*")}
    return {
        repr(name): (place.lstat().st_mode, place.lstat().st_mtime_ns, place.read_bytes() if place.is_file() else b"")
        for name, place in places.items()
        if "zero" not in os.path.realpath(place)
    }


@pytest.mark.parametrize("case", WRONG)
def test_hostile_sources_are_refused_in_a_sentence(case: str, shelf: Shelf) -> None:
    spoil, expected = WRONG[case]
    spoil(shelf)
    before = everything(shelf)
    for command in ("validate", "build"):
        done = skillc(command, folder=shelf.root)
        assert (done.code, done.err) == (1, "")
        lines = done.out.splitlines()
        assert any(line.startswith(f"{expected} ") for line in lines), lines[:20]
        assert max(map(len, lines)) < 800, "a message that fits on a screen"
        assert len(lines) < 1000
        assert everything(shelf) == before


@pytest.mark.parametrize("case", FINE)
def test_what_editors_and_other_systems_leave_changes_nothing(
    case: str, shelf: Shelf, tmp_path_factory: pytest.TempPathFactory
) -> None:
    tame = Shelf.copied_to(tmp_path_factory.mktemp("tame"))
    FINE[case](shelf)
    pages = []
    for root in (tame.root, shelf.root):
        assert skillc("build", folder=root).code == 0
        pages.append(
            [(root / path).read_bytes() for path in ("SKILL.md", "references/book.md", "scripts/bookshelf.py")]
        )
    assert pages[0] == pages[1]


@pytest.mark.parametrize("path", [LIST, "skill.yaml", "actions", "actions/book"])
def test_what_may_not_be_read_is_refused(path: str, shelf: Shelf) -> None:
    (shelf.root / path).chmod(0)
    build = start_skillc("build", folder=shelf.root, under=without_privileges())
    output, _ = build.communicate()
    (shelf.root / path).chmod(0o755)
    assert build.returncode == 1
    assert f"{path}:1:1 YAML001 the {'file' if '.' in path else 'folder'} cannot be read: Permission denied\n" in output
    assert not (shelf.root / "SKILL.md").exists()
