"""Checks are data: every module of a package that has a `CODE` is one."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType


@cache
def modules_in(package: str) -> tuple[ModuleType, ...]:
    """Return the modules of `package` that have a `CODE`, sorted by it."""
    names = [info.name for info in pkgutil.iter_modules(import_module(package).__path__) if not info.ispkg]
    modules = [import_module(f"{package}.{name}") for name in names]
    return tuple(sorted((module for module in modules if hasattr(module, "CODE")), key=lambda module: str(module.CODE)))
