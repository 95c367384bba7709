"""What the documents name is there: files, folders, links to pages and to headings."""

from __future__ import annotations

import re

import pytest
from support.places import ROOT

NAMES = ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "docs/skillc.md", "docs/tutorial.md")
DOCUMENTS = [ROOT / name for name in NAMES] + sorted((ROOT / ".github").rglob("*.md"))
HERE = ("src", "tests", "docs", "tools", "scripts", "actions", "references", "benchmarks", ".github")
MADE_UP = {
    "scripts/tapboard.py",
    "actions/beer/list-beers.yaml",
    "actions/beer/add-beer.yaml",
    "actions/beer/remove-beer.yaml",
}


@pytest.mark.parametrize("name", [str(document.relative_to(ROOT)) for document in DOCUMENTS])
def test_every_place_is_there(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    spans = {span for span in re.findall(r"`([\w./-]+)`", text) if "/" in span and span.split("/")[0] in HERE} - MADE_UP
    links = {
        link
        for link in re.findall(r"\]\(([^)#:]+)\)|^\[[^\]]+\]: ([^:\s]+)$", text, re.MULTILINE)
        for link in link
        if link
    }
    missing = [span for span in spans if not (ROOT / span).exists()]
    missing += [link for link in links if not (ROOT / name).parent.joinpath(link).exists()]
    assert missing == []


def test_the_changelog_s_links_all_have_an_address() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    addresses = set(re.findall(r"^\[([^\]]+)\]: ", text, re.MULTILINE))
    used = set(re.findall(r"(?<!## )\[([^\]]+)\](?![(:])", text))
    assert used == addresses


def test_the_templates_tell_to_leave_secrets_out() -> None:
    for name in ("ISSUE_TEMPLATE/helper.md", "pull_request_template.md"):
        assert "key" in (ROOT / ".github" / name).read_text(encoding="utf-8").lower()
