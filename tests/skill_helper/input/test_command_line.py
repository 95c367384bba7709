"""How a command line is read, and written again."""

from __future__ import annotations

import pytest

from skill_helper.base.outcome import Failure
from skill_helper.commands.table import COMMANDS
from skill_helper.input.as_flags import flags_of
from skill_helper.input.command_line import ACTION_OPTIONS, CommandLine, one_word, parse_command_line


def parsed(*words: str) -> CommandLine:
    return parse_command_line(["act", *words], options=ACTION_OPTIONS, open_inputs=True)


def test_flags_and_values() -> None:
    line = parsed("--name", "-x", "--n=--full", "--a", "-5", "--b", "--full", "w", "--limit=3")
    assert line.inputs == [("name", "-x"), ("n", "--full"), ("a", "-5"), ("b", None)]
    assert (line.words, line.has("full"), line.number("limit"), line.value("output")) == (["w"], True, 3, None)


def test_what_follows_two_dashes_is_a_word() -> None:
    assert parsed("--full", "--", "--all", "-h").words == ["--all", "-h"]


def test_short_forms_count_only_where_the_command_has_them() -> None:
    assert parsed("--name", "-X", "--b", "-h").inputs == [("name", "-X"), ("b", None)]
    line = parse_command_line(
        ["request", "/x", "-X", "PUT", "-H", "a: b", "-H", "c: d", "-d", "-1"],
        options=COMMANDS["request"].options,
        open_inputs=False,
    )
    assert line.options == {"method": ["PUT"], "header": ["a: b", "c: d"], "data": ["-1"]}


@pytest.mark.parametrize(
    ("words", "added", "without", "again"),
    [
        (["--dry-run", "--id", "5"], [], ["dry-run"], ["--id", "5"]),
        (["--confirm", "abc", "--id", "5"], ["--confirm", "def"], ["confirm"], ["--id", "5", "--confirm", "def"]),
        (["--confirm=abc", "--name", "--", "x"], [], ["confirm"], ["--name", "--", "x"]),
        (["--note", "--confirm", "x"], [], [], ["--note", "--confirm", "x"]),
        (["--page=1", "--", "-w"], ["--page", "2"], ["page"], ["--page", "2", "--", "-w"]),
        (["--page", "1", "confirm"], [], ["page", "confirm"], ["confirm"]),
    ],
)
def test_the_same_call_again(words: list[str], added: list[str], without: list[str], again: list[str]) -> None:
    assert parsed(*words).again(added, without) == ["act", *again]


def test_one_word() -> None:
    assert one_word(parsed("w"), "id") == "w"
    for words in ((), ("a", "b")):
        with pytest.raises(Failure, match="takes one id"):
            one_word(parsed(*words), "id")


SCHEMAS = {
    "name": {"type": "string"},
    "n": {"type": "integer"},
    "b": {"const": True},
    "list": {"type": "array", "items": {"type": "string"}},
    "object": {"type": "object"},
    "none": {"type": ["string", "null"]},
    "limit": {"type": "integer"},
    "empty": {"type": "array"},
}


def test_an_input_as_flags_reads_back() -> None:
    values = {
        "name": "-x",
        "n": 5,
        "b": True,
        "list": ["a", "b"],
        "object": {"a": 1},
        "none": None,
        "limit": 5,
        "empty": [],
    }
    assert flags_of(values, {"type": "object", "properties": SCHEMAS}, {}) == [
        "--name=-x", "--n", "5", "--b", "true", "--list", "a", "--list", "b",
        "--input", '{"object":{"a":1},"none":null,"limit":5,"empty":[]}',
    ]  # fmt: skip
