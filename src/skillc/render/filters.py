"""One filter for each context of a text. Every interpolation in a template uses one of them."""

from __future__ import annotations

import re

from skillc.shared import json_string

_PLAIN_YAML = re.compile(r"[A-Za-z][A-Za-z0-9 ,.()\-]*[A-Za-z0-9.)]")
_YAML_WORDS = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}
_LINE_BREAKS = re.compile(r"[\r\n\u0085\u2028\u2029\t ]+")
# What begins another block than a paragraph in CommonMark: its first character, or the mark after a number, is escaped.
_BLOCK_START = re.compile(
    r"^([#>]|~~~|```|<(?=[A-Za-z/!?])|[-+*](?= |$)|\[(?=[^\]]*\]:)|(?P<rule>[-*_])(?=(?: *(?P=rule)){2,} *$))"
    r"|^(?P<number>\d{1,9})(?P<mark>[.)])(?= |$)"
)
_ODD_CHARACTERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")


def one_line(text: str) -> str:
    """Return text on one line, without control characters and characters that cannot be seen."""
    return _LINE_BREAKS.sub(" ", _ODD_CHARACTERS.sub("", text)).strip()


def md_text(text: str) -> str:
    """Return a maintainer's Markdown as one paragraph.

    It may contain code spans and emphasis, but not begin a block.
    """
    return _BLOCK_START.sub(lambda match: f"{match['number'] or ''}\\{match['mark'] or match[1]}", one_line(text))


def md_block(text: str) -> str:
    """Return a maintainer's Markdown, which may contain several paragraphs and lists."""
    lines = [_ODD_CHARACTERS.sub("", line.replace("\t", "    ")).rstrip() for line in text.splitlines()]
    return "\n".join(lines).strip()


def md_cell(text: str) -> str:
    """Return Markdown for a table cell: one line, with every bar escaped, in code spans too."""
    return re.sub(r"(?<!\\)((?:\\\\)*)\|", r"\1\\|", one_line(text))


def md_code(text: str) -> str:
    """Return a code span that shows exactly this text, even with backticks."""
    line = one_line(text)
    longest = max((len(run) for run in re.findall(r"`+", line)), default=0)
    fence = "`" * (longest + 1)
    padding = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{padding}{line}{padding}{fence}"


def yaml_scalar(text: str) -> str:
    """Return a YAML scalar that every parser reads as this text: unquoted if that is safe, else double-quoted."""
    line = one_line(text)
    if _PLAIN_YAML.fullmatch(line) and line.lower() not in _YAML_WORDS:
        return line
    return json_string(line)


def python_comment(text: str) -> str:
    """Return text that stays inside a Python comment or a docstring."""
    return one_line(text).replace("\\", "/").replace('"""', "'''")
