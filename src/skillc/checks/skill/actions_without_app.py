"""A skill without an app has actions.

Why: without `app` nobody knows whom to call. A skill of guidance only has no actions.

Fix: add `app`, or remove the folder actions/.

Bad:
    # skill.yaml
    # without app
Good:
    # skill.yaml
    app: {name: Shelf, url: "https://example.com", docs: "https://example.com", cli: {package: "@membranehq/cli", version: 1.2.3}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "SKL002"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield one error for all actions."""
    if project.skill is not None and "app" not in project.skill.data and project.files:
        message = f"there are actions ({len(project.files)}) but no app to run them"
        yield project.skill.error(CODE, (), message, "add app, or remove the folder actions/")
