"""One language server for all tests of a process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.language_server import LanguageServer

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def server() -> Iterator[LanguageServer]:
    """Return a language server as an editor starts it."""
    with LanguageServer() as running:
        yield running
