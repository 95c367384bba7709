"""What is taken here is read by PyYAML's own reader too, and as the same: in every file of ours, and in any text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from support.places import CASES, ROOT

from skillc.load import parse

if TYPE_CHECKING:
    from pathlib import Path

GOOD = [ROOT, *sorted((ROOT / "tests" / "golden").glob("*/source")), *sorted((CASES / "good").iterdir())]
FILES = [file for skill in GOOD for file in (skill / "skill.yaml", *sorted(skill.glob("actions/*/*.yaml")))]
BLOCKS = [
    block
    for page in sorted((ROOT / "docs").glob("*.md"))
    if page.name != "diagnostics.md"
    for block in re.findall(r"```yaml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
]
PIECES = st.sampled_from(
    [
        *("a", "b c", "a?", "?", " ", "  ", "\t", "\n", ": ", ":", "- ", "-", ", ", ",", "[", "]", "{", "}", "#", " #"),
        *("# x", '"', "'", "|", ">", "---", "...", "x: ", "\n  ", "\n- ", "1", "é"),
    ]
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_source_is_read_by_both_readers(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert yaml.load(text, Loader=yaml.SafeLoader) == yaml.load(text, Loader=yaml.CSafeLoader)
    assert parse(path.name, text)[1] == []


@pytest.mark.parametrize("text", BLOCKS, ids=lambda text: text.partition("\n")[0])
def test_every_example_in_the_documents_is_read_by_both_readers(text: str) -> None:
    assert list(map(said, yaml.parse(text, yaml.SafeLoader))) == list(map(said, yaml.parse(text, yaml.CSafeLoader)))


@given(st.lists(PIECES, max_size=25).map("".join))
def test_what_gets_no_finding_is_read_by_both_readers(text: str) -> None:
    _, found = parse("x.yaml", text)
    if found:
        return
    ours = list(map(said, yaml.parse(text, yaml.CSafeLoader)))
    assert list(map(said, yaml.parse(text, yaml.SafeLoader))) == ours


@pytest.mark.parametrize(
    "text",
    [
        "---\n",
        "a: 1\n---\nb: 2\n",
        "a:\n---\nb\n",
        "a: b c\n---\n",
        "a: b c\n---\n  #x",
        "- \n---",
        "a: b c\n...\n#x",
        "---",
        "a?\n---\n[",
        "[b?c]",
    ],
)
def test_the_mark_of_a_document_stops_nobody(text: str) -> None:
    parse("x.yaml", text)


def said(event: yaml.Event) -> tuple[object, ...]:
    return type(event), getattr(event, "value", None), getattr(event, "anchor", None)
