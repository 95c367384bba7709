"""A skill without an app has actions.

Why: actions need an app to run in. A skill that only gives guidance has no actions.

Fix: add `app`, or remove the folder actions/.

Bad:
    # skill.yaml
    # without app
Good:
    # skill.yaml
    app:
      name: Shelf
      url: https://example.com
      docs: https://example.com
      cli: {package: "@membranehq/cli", version: 1.2.3}
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
        message = f"there are {len(project.files)} actions, but no app to run them in"
        yield project.skill.error(CODE, (), message, "add app, or remove the folder actions/")
