"""The Bad and Good of a check's docstring, tried out on the small good skill."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING

import pytest
from shelf import LIST, Shelf

from skillc.checks.discovery import modules_in
from skillc.load import parse

if TYPE_CHECKING:
    from types import ModuleType

CHECKS = [module for package in ("skillc.checks", "skillc.checks.form") for module in modules_in(package)]
FILE = re.compile(r"# (\S+\.yaml)\n")


def snippet(module: ModuleType, heading: str) -> tuple[str, dict[str, object]]:
    """Return the file that the snippet under `heading` belongs to (list-books.yaml unless it says so), and its keys."""
    page = inspect.cleandoc(module.__doc__ or "")
    text = inspect.cleandoc(page.split(f"\n{heading}:\n", 1)[1].split("\nGood:\n", 1)[0])
    file = FILE.match(text)
    return file[1] if file else LIST, parse(LIST, text)[0].data


@pytest.mark.parametrize("module", CHECKS, ids=lambda module: str(module.CODE))
def test_the_bad_example_is_found(module: ModuleType, shelf: Shelf) -> None:
    shelf.overlay(*snippet(module, "Bad"))
    assert module.CODE in shelf.codes()


@pytest.mark.parametrize("module", CHECKS, ids=lambda module: str(module.CODE))
def test_the_good_example_is_not_found(module: ModuleType, shelf: Shelf) -> None:
    shelf.overlay(*snippet(module, "Good"))
    assert module.CODE not in shelf.codes()


@pytest.mark.parametrize("module", CHECKS, ids=lambda module: str(module.CODE))
def test_the_page_of_a_check_says_what_why_and_how(module: ModuleType) -> None:
    page = inspect.cleandoc(module.__doc__ or "")
    assert [page.count(f"\n{heading}:") for heading in ("Why", "Bad", "Good")] == [1, 1, 1]
    assert re.match(r"[^\n]+\.\n\nWhy: ", page)
