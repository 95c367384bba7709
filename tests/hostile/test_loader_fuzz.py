"""Descriptors spoilt at random: nothing raises, findings have places, and what is taken means the same to others.

`make fuzz` looks longer.
"""

from __future__ import annotations

import io
import os
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from support.places import CASES
from support.shelf import GOOD, LIST, Shelf

from skillc.diagnostic import Diagnostic, Severity
from skillc.load.document import LINE_BREAK
from skillc.load.reading import read_text
from skillc.pipeline import compile_tree

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "150"))
SEEDS = sorted({path.read_bytes() for folder in (GOOD, CASES / "bad") for path in folder.rglob("*.yaml")})
PIECES = [
    *(
        b"- ",
        b": ",
        b"? ",
        b"|\n",
        b">-\n",
        b"\r\n",
        b"\r",
        b"\t",
        b"#",
        b"{",
        b"}",
        b"[",
        b"]",
        b",",
        b"'",
        b'"',
        b"\\",
        b"%",
    ),
    *(
        b"&a ",
        b"*a",
        b"!!str ",
        b"!<x> ",
        b"<<: ",
        b"<<",
        b"---\n",
        b"...\n",
        b"%YAML 1.2\n",
        b"\\u0000",
        b"\\u202e",
        b"\\ud800",
    ),
    *(
        b"012",
        b"1e3",
        b".5",
        b"-0",
        b"~",
        b"yes",
        b"=",
        b"2024-01-01",
        b"0.10",
        b"9" * 101,
        b"$ref: '#/$defs/x'",
        b"type: object",
    ),
    *(
        b"\x00",
        b"\x85",
        b"\xff",
        b"\xef\xbb\xbf",
        b"\xed\xa0\x80",
        "\x85".encode(),
        "\u2028".encode(),
        "\u202e".encode(),
        "🧾".encode(),
    ),
]


@st.composite
def spoilt(draw: Callable[..., Any]) -> bytes:
    """Return a descriptor in which some slices were left out, doubled or replaced."""
    text: bytes = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.sampled_from([0, 0, 1, 2, 5, 20, 200])))
        piece = draw(
            st.one_of(st.sampled_from(PIECES), st.just(b""), st.just(text[start:end] * 2), st.binary(max_size=3))
        )
        text = text[:start] + piece + text[end:]
    return text


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=spoilt(), path=st.sampled_from([LIST, "skill.yaml"]))
def test_any_text_is_taken_or_reported(shelf: Shelf, text: bytes, path: str) -> None:
    before = shelf.text(path)
    shelf.write(path, text)
    try:
        compilation = compile_tree(shelf.root)
        read = read_text(shelf.root, path)
    finally:
        shelf.write(path, before)
    for diagnostic in compilation.diagnostics:
        lies_within(diagnostic, compilation.texts[diagnostic.file] if not isinstance(read, Diagnostic) else "")
    found = [
        diagnostic
        for diagnostic in compilation.diagnostics
        if diagnostic.file == path and diagnostic.code.startswith("YAML")
    ]
    assert (compilation.skill is None) == any(
        diagnostic.severity is Severity.ERROR for diagnostic in compilation.diagnostics
    )
    data = next(document.data for document in compilation.sources.documents if document.path == path)
    if not found and isinstance(read, str) and isinstance(data, dict):
        assert_others_agree(data, read)


def lies_within(diagnostic: Diagnostic, text: str) -> None:
    """A place is a character of its line, or the end of it."""
    if not text:
        return
    span, lines = diagnostic.span, LINE_BREAK.split(text)
    assert 1 <= span.line <= len(lines), diagnostic
    assert 1 <= span.column <= span.end_column <= len(lines[span.line - 1]) + 2, diagnostic
    assert span.column <= len(lines[span.line - 1]) + 1, diagnostic


def assert_others_agree(data: object, text: str) -> None:
    """PyYAML reads YAML 1.1, ruamel.yaml reads YAML 1.2."""
    assert as_floats(data) == as_floats(yaml.load(text, Loader=yaml.CSafeLoader))
    try:
        other = YAML(typ="safe", pure=True).load(io.StringIO(text))
    except YAMLError:
        return  # it refuses some texts that libyaml takes, and reads none of them otherwise
    assert as_floats(data) == as_floats(other)


def as_floats(value: Any) -> Any:
    """Return `value` with each number that is not whole as the others have it."""
    if isinstance(value, dict):
        return {key: as_floats(member) for key, member in value.items()}
    if isinstance(value, list):
        return [as_floats(item) for item in value]
    return float(value) if isinstance(value, (Decimal, float)) else (type(value), value)
