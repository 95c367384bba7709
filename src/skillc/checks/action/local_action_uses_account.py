"""An action with `run.local` claims to read or change something in the account.

Why: a function of a package asks no account, so these keys would have no effect.

Fix: write effect: read, and remove the keys that the finding names.

Bad:
    $ mkdir shelf
    $ echo '# skillc copies this file into each skill; change it in shelf, not there' >shelf/__init__.py
    $ echo 'def list_books(values): return {"answer": []}' >>shelf/__init__.py
    $ echo 'brings: [shelf]' >>skill.yaml
    # actions/book/list-books.yaml
    run: {local: {call: "shelf:list_books"}}
Good:
    $ sed -i.bak '/^page:/d' actions/book/list-books.yaml && rm actions/book/list-books.yaml.bak
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "ACT034"

_OF_ACCOUNTS = (
    *((name,) for name in ("confirm", "fill", "target", "find", "lookup", "defaults", "prepare", "page", "errors")),
    *((name,) for name in ("read_back", "compare", "proved_by")),
    ("output", "data"),
    ("output", "files"),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each key that needs an account."""
    for action in project.actions:
        if "local" not in action.data["run"]:
            continue
        if action.data["effect"] != "read":
            message = f"effect is {action.data['effect']}, but a local function changes nothing in an account"
            yield action.error(CODE, ("effect",), message, "write effect: read")
        for pointer in _OF_ACCOUNTS:
            if pointer[-1] in action.at(pointer[:-1]):
                name = ".".join(pointer)
                message = f"{name} has no effect: a local function asks no account"
                yield action.error(CODE, pointer, message, f"remove {name}")
