"""A browser shows the check sheet: on screens of all widths, in the dark, on paper, and to a keyboard."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from support.einvoice_page import NAMES, example

from einvoice.sheet import check_sheet

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDTHS = (320, 390, 800, 1280)

# Every text with its colour and the nearest background that is not transparent, and what CSS writes before a cell.
FAINT_TEXTS = """() => {
  const rgb = text => text.match(/[\\d.]+/g).map(Number);
  const light = text => {
    const [r, g, b] = rgb(text).map(each => each / 255)
      .map(each => each <= .04045 ? each / 12.92 : ((each + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const behind = element => {
    for (; element; element = element.parentElement) {
      const colour = getComputedStyle(element).backgroundColor;
      if (rgb(colour)[3] !== 0) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const contrast = (colour, back) => {
    const [dark, bright] = [light(colour), light(back)].sort((a, b) => a - b);
    return (bright + .05) / (dark + .05);
  };
  const found = [];
  let seen = 0;
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].some(each => each.nodeType === 3 && each.data.trim());
    for (const part of [own && null, element.dataset.label && '::before']) {
      if (part === false || part === undefined) continue;
      seen += 1;
      const ratio = contrast(getComputedStyle(element, part).color, behind(element));
      if (ratio < 4.5) found.push([element.outerHTML.slice(0, 80), ratio]);
    }
  }
  return [seen, found];
}"""

# What is wider than the window, or than its own cell, where it would be cut.
OVERFLOWING = """() => [...document.querySelectorAll('body *')]
  .filter(each => !each.closest('thead'))
  .filter(each => each.getBoundingClientRect().right > innerWidth + .5 || each.getBoundingClientRect().left < -.5
    || (/^(TD|TH|DD|LI|P)$/.test(each.tagName) && each.scrollWidth > each.clientWidth + 1))
  .map(each => each.outerHTML.slice(0, 100))"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.fail("Chromium is not on PATH; install it with: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(params=NAMES)
def page(request: pytest.FixtureRequest, browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """Return a page on which a check sheet is open; afterwards nothing was said and nothing else was fetched."""
    invoice, report = example(request.param)
    file = tmp_path / "sheet.html"
    file.write_text(check_sheet(invoice, report, source=file.name, outcome="Draft: nothing is sent"), "utf-8")
    page = browser.new_page()
    said: list[Any] = []
    fetched: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(file.as_uri())
    yield page
    page.close()
    assert said == []
    assert fetched == [file.as_uri()]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_screen_shows_all_of_it(page: Page, scheme: Literal["light", "dark"]) -> None:
    page.emulate_media(color_scheme=scheme)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(OVERFLOWING) == [], width
        seen, faint = page.evaluate(FAINT_TEXTS)
        assert seen > 100
        assert faint == [], width
    is_dark = page.evaluate("getComputedStyle(document.body).color") != "rgb(28, 36, 48)"
    assert is_dark == (scheme == "dark")


def test_paper_is_a4_and_white(page: Page) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size({"width": 660, "height": 900})  # what A4 leaves between the margins
    assert page.evaluate(OVERFLOWING) == []
    assert (
        page.evaluate(
            "[...document.querySelectorAll('html, body, main')].map(e => getComputedStyle(e).backgroundColor)"
        )
        == ["rgba(0, 0, 0, 0)"] * 3
    )
    assert page.evaluate(FAINT_TEXTS)[1] == []
    assert page.evaluate("getComputedStyle(document.querySelector('.items thead')).display") == "table-header-group"
    assert page.evaluate("getComputedStyle(document.querySelector('.items tbody tr')).breakInside") == "avoid"
    pdf = page.pdf(prefer_css_page_size=True)
    sizes = [
        tuple(round(float(each)) for each in size) for size in re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    ]
    assert set(sizes) == {(595, 842)}
    items = page.evaluate("document.querySelectorAll('.items tbody tr').length")
    assert items / 15 <= len(sizes) <= 5 + items / 10


def test_a_keyboard_walks_from_finding_to_field_and_back(page: Page) -> None:
    numbers = page.evaluate("document.querySelectorAll('ol > li').length")
    for number in range(1, numbers + 1):
        link = page.locator(f"#finding-{number} a")
        link.focus()
        page.keyboard.press("Enter")
        assert page.evaluate("document.querySelector(':target') !== null")
        mark = page.locator(f".mark[href='#finding-{number}']")
        mark.focus()
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        page.keyboard.press("Enter")
        assert page.evaluate("document.querySelector(':target').id") == f"finding-{number}"
