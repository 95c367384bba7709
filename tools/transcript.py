"""A conversation between a person and an agent, as an SVG: who says what, which commands run, and what they print.

The colours follow the reader's light or dark mode. The letters are those of the reader's computer: the picture loads
nothing.
"""

from __future__ import annotations

import io
import re
import textwrap
from dataclasses import dataclass

from rich.color import Color
from rich.console import Console
from rich.highlighter import JSONHighlighter
from rich.terminal_theme import TerminalTheme
from rich.text import Text
from rich.theme import Theme

WIDTH = 68  # columns: letters are 19 pixels high where a page shows the picture 800 pixels wide
LABEL = 7
SPEAKERS = {"You": "bold yellow", "Agent": "bold cyan"}
COLOUR_OF = {"key": "blue", "str": "green", "bool_true": "magenta", "bool_false": "magenta", "brace": "none"}
JSON_STYLES = Theme({f"json.{part}": colour for part, colour in COLOUR_OF.items()})

# Background, foreground, then what rich calls black, red, green, yellow, blue, magenta, cyan, white.
LIGHT = ("#ffffff", "#1f2328", "#59636e", "#d1242f", "#116329", "#7d4e00", "#0550ae", "#8250df", "#1b6b78", "#59636e")
DARK = ("#0d1117", "#f0f6fc", "#9198a1", "#ff7b72", "#7ee787", "#e3b341", "#79c0ff", "#d2a8ff", "#76e3ea", "#9198a1")

PICTURE = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">
<style>
.{unique_id}-matrix {{
  font: {char_height}px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
}}
.{unique_id}-title {{ font: bold 17px system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }}
COLOURS
</style>
{chrome}
<g transform="translate({terminal_x}, 53)" class="{unique_id}-matrix">
{matrix}
</g>
</svg>
"""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is said, run or printed: `kind` is "You", "Agent", "command" or "output"."""

    kind: str
    text: str


def svg(lines: list[Line], title: str) -> str:
    """Return the picture of a conversation; the same lines give the same bytes."""
    nowhere = io.StringIO()
    console = Console(record=True, width=WIDTH, file=nowhere, theme=JSON_STYLES, color_system="truecolor")
    last = ""
    for line in lines:
        speaker = line.kind if line.kind in SPEAKERS else "Agent"
        if last and line.kind in {*SPEAKERS, "command"} and (last != speaker or line.kind == "Agent"):
            console.print()
        label = Text((speaker if speaker != last else "").ljust(LABEL), SPEAKERS[speaker])
        for row in rows(line):
            console.print(Text.assemble(label, row), no_wrap=True, crop=False, highlight=False)
            label = Text(" " * LABEL)
        last = speaker
    console.print()
    light, dark = (colours(console, palette) for palette in (LIGHT, DARK))
    picture = console.export_svg(title=title, unique_id="t", code_format=PICTURE, theme=theme(LIGHT))
    picture = picture.replace("COLOURS", f"{light}\n@media (prefers-color-scheme: dark) {{\n{dark}\n}}")
    picture = re.sub(r' clip-path="[^"]*"|<text[^>]*>\n</text>', "", picture)  # no row is longer than the window
    return "".join(f"{line.strip()}\n" for line in picture.replace("<text", "\n<text").splitlines() if line.strip())


def colours(console: Console, palette: tuple[str, ...]) -> str:
    """Return the rules that paint what the console holds, and the window around it."""
    rules = console.export_svg(unique_id="t", clear=False, code_format="{styles}", theme=theme(palette))
    return f"svg > rect {{ fill: {palette[0]}; stroke: {palette[2]} }}\n.t-title {{ fill: {palette[2]} }}\n{rules}"


def theme(palette: tuple[str, ...]) -> TerminalTheme:
    """Return a palette as rich takes it."""
    background, foreground, *eight = [Color.parse(colour).get_truecolor() for colour in palette]
    return TerminalTheme(background, foreground, list(eight))


def rows(line: Line) -> list[Text]:
    """Return what one line of a conversation looks like; a long one takes several rows."""
    width = WIDTH - LABEL
    if line.kind == "command":
        options = re.sub(" (?!--)", "\N{NO-BREAK SPACE}", line.text)
        folded = textwrap.wrap(options, width - 4, break_on_hyphens=False)
        return [Text(row) for row in ("$ " + " \\\n    ".join(folded)).split("\n")]
    if line.kind == "output":
        return [JSONHighlighter()(Text(row, "white")) for row in members(line.text, width)]
    return [Text(row, "bold") for row in textwrap.wrap(line.text, width)]


def members(text: str, width: int) -> list[str]:
    """Break JSON text between members, into rows of at most `width` columns where that is possible."""
    found = [""]
    for piece in re.split(r'(?<=,)(?=["{])', text):
        if found[-1] and len(found[-1] + piece) > width:
            found.append("  ")
        found[-1] += piece
    return found
