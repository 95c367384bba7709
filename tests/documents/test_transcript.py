"""docs/transcript.svg is what the demo shows today, loads nothing, and can be read in light and in dark mode."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

from support.places import ROOT

PICTURE = ROOT / "docs" / "transcript.svg"
TEXT = PICTURE.read_text(encoding="utf-8")
READABLE = 4.5  # WCAG 2.2, 1.4.3: contrast of text
SPACE = "{http://www.w3.org/2000/svg}"


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb`. Source: WCAG 2.2."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_it_is_what_the_demo_draws(tmp_path: Path) -> None:
    """If not: `make transcript`, and look at it."""
    fresh = tmp_path / "fresh.svg"
    command: list[str | Path] = [sys.executable, ROOT / "tools" / "demo.py", "--svg", fresh]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert PICTURE.read_bytes() == fresh.read_bytes()


def test_it_loads_nothing() -> None:
    assert re.findall(r"\w+://[^\"]*", TEXT) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"@import|url\(|<image|<script|href", TEXT)


def test_no_row_leaves_the_window() -> None:
    picture = ET.fromstring(TEXT)  # noqa: S314 - our own file
    width = float(picture.attrib["viewBox"].split()[2])
    texts = [text for text in picture.iter(f"{SPACE}text") if "textLength" in text.attrib]
    assert max(float(text.attrib["x"]) + float(text.attrib["textLength"]) for text in texts) < width
    assert 20 * 800 / width >= 16, "the letters are too small where a page shows the picture 800 pixels wide"


def test_every_colour_stands_out_in_both_modes() -> None:
    light, dark = TEXT.split("@media (prefers-color-scheme: dark)")
    for rules in (light, dark):
        background, *colours = re.findall(r"fill: (#[0-9a-f]{6})", rules)
        assert len(colours) > 5
        assert [colour for colour in colours if contrast(colour, background) < READABLE] == []
