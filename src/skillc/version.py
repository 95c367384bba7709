"""The version of skillc."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed_version


def version() -> str:
    """Return the version that is installed."""
    try:
        return installed_version("skillc")
    except PackageNotFoundError:
        return "(a checkout that is not installed)"
