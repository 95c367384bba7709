"""The version stands in skill.yaml; where CHANGELOG.md and pyproject.toml name one as well, it is the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from skillc.diagnostic import Diagnostic, Severity, Span
from skillc.write.codes import WriteCode

CHANGELOG = "CHANGELOG.md"
PYPROJECT = "pyproject.toml"
_RELEASE = re.compile(r"(?m)^## +\[?v?(?P<version>\d[^\s\]]*)")
_PROJECT_VERSION = re.compile(r"(?m)^\[project\] *(?:#.*)?\n(?:(?!\[).*\n)*?version *= *[\"'](?P<version>[^\"'\n]*)")


def version_texts(root: Path) -> dict[str, str]:
    """Return the text of each file below `root` that may name a version."""
    return {
        name: (root / name).read_text("utf-8", "replace") for name in (CHANGELOG, PYPROJECT) if (root / name).is_file()
    }


def other_versions(version: str, texts: dict[str, str]) -> Iterator[Diagnostic]:
    """Yield an error for each of `texts` that names another version than skill.yaml's `version`."""
    if CHANGELOG in texts:
        hint = f'put "## [{version}] - YYYY-MM-DD" above it, or set the version in skill.yaml'
        found = _RELEASE.search(texts[CHANGELOG])
        if found is None:
            message = f"no release stands here; skill.yaml has version {version}"
            yield _error(CHANGELOG, Span(1, 1, 1), message, f'add the heading "## [{version}] - YYYY-MM-DD"')
        elif found["version"] != version:
            message = f"the newest release is {found['version']}; skill.yaml has version {version}"
            yield _error(CHANGELOG, _span(found), message, hint)
    found = _PROJECT_VERSION.search(texts.get(PYPROJECT, ""))
    if found and found["version"] != version:
        message = f"the version is {found['version']}; skill.yaml has version {version}"
        yield _error(PYPROJECT, _span(found), message, f'write version = "{version}"')


def _span(found: re.Match[str]) -> Span:
    start, end = found.span("version")
    line_start = found.string.rfind("\n", 0, start) + 1
    return Span(found.string.count("\n", 0, start) + 1, start - line_start + 1, end - line_start + 1)


def _error(file: str, span: Span, message: str, hint: str) -> Diagnostic:
    return Diagnostic(WriteCode.VERSION.value, Severity.ERROR, message, file, span, (), hint)
