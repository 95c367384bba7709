"""Each filter against an independent parser of its context: what goes in comes out as text, and nothing breaks out."""

from __future__ import annotations

import ast

import strictyaml
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from skillc.render.filters import md_cell, md_code, md_text, one_line, python_comment, yaml_scalar

MARKDOWN = MarkdownIt("commonmark").enable("table")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
PIECES = [
    *"ab `|\\#-+*>~_[]()<&:'\"\n\r\t{}!%@0123456789.\u2028\u200b\x00ä🧾",
    "---",
    "```",
    ": ",
    " #",
    "no",
    "'''",
    '"""',
    "<div>",
    "<!--",
    "[a]",
    "[a](b)",
    "===",
]
NASTY = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
TEXT = st.one_of(NASTY, st.text())


def inline(tokens: list[Token], kind: str) -> list[Token]:
    return [child for token in tokens for child in token.children or () if child.type == kind]


@given(TEXT)
def test_a_code_span_shows_exactly_the_text(text: str) -> None:
    if not one_line(text):
        return
    tokens = MARKDOWN.parse(f"x {md_code(text)} y")
    assert [token.content for token in inline(tokens, "code_inline")] == [one_line(text)]


@given(TEXT, TEXT)
def test_a_cell_never_makes_another_cell_or_row(first: str, second: str) -> None:
    tokens = MARKDOWN.parse(f"| a | b |\n|---|---|\n| {md_cell(first)} | {md_cell(second)} |\n")
    assert [token.type for token in tokens if token.type in {"tr_open", "td_open"}] == [
        "tr_open",
        "tr_open",
        "td_open",
        "td_open",
    ]


@given(TEXT)
def test_a_paragraph_stays_a_paragraph(text: str) -> None:
    tokens = MARKDOWN.parse(f"before\n\n{md_text(text)}\n\nafter")
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"] * (
        3 if one_line(text) else 2
    )


@given(TEXT)
def test_every_yaml_parser_reads_the_same_scalar(text: str) -> None:
    line = f"value: {yaml_scalar(text)}\n"
    assert yaml.load(line, Loader=LOADER) == {"value": one_line(text)}  # noqa: S506 - a safe loader
    if line.isascii():
        assert strictyaml.load(line).data == {"value": one_line(text)}


@given(TEXT)
def test_a_docstring_holds_any_text(text: str) -> None:
    source = f'"""{python_comment(text)}: the helper."""\n'
    assert isinstance(ast.parse(source).body[0], ast.Expr)
    assert len(ast.parse(source).body) == 1
