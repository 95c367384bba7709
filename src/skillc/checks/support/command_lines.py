"""The command lines of the helper in a page: in its `bash` blocks, and code spans that begin with a command."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_BLOCK = re.compile(r"^```bash\n(?P<lines>.*?)^```", re.MULTILINE | re.DOTALL)
_ANY_BLOCK = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"(?<!`)(?P<marks>`+)(?!`)(?P<text>.+?)(?<!`)(?P=marks)(?!`)")


class CommandText(NamedTuple):
    """A command line, the words after the script's name, and whether it is shown as a whole.

    A code span may show a part.
    """

    line: str
    words: tuple[str, ...]
    whole: bool


def command_lines(page: str, script: str, commands: Collection[str]) -> Iterator[CommandText]:
    """Yield the command lines of a page that begin with `script` or with one of the helper's `commands`."""
    blocks = [line for block in _BLOCK.finditer(page) for line in block["lines"].splitlines()]
    spans = [span["text"] for span in _SPAN.finditer(_ANY_BLOCK.sub("", page))]
    for line, whole in (*((line, True) for line in blocks), *((span, False) for span in spans)):
        words = _after_script(line, script)
        if words and words[0] in commands and (whole or len(words) > 1):
            yield CommandText(line.strip(), words, whole)


def _after_script(line: str, script: str) -> tuple[str, ...]:
    """Return the words of a line, without what starts the script; none when they are no shell words."""
    try:
        words = shlex.split(line, comments=True)
    except ValueError:
        return ()
    start = next((place + 1 for place, word in enumerate(words) if word.endswith(f"/{script}")), 0)
    return tuple(words[start:])
