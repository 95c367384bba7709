"""`read_back` names an action without `compare`, `proved_by` one without `read_back`, or `compare` gets no file.

Why: nothing would ever be compared, and inputs that wait for a proof would be refused for ever.

Fix: let `read_back` name an action that gets the file and has `compare`, and `proved_by` one that is read back.

Bad:
    # actions/book/update-book.yaml
    read_back: {read: get-book, with: {id: id}}
Good:
    $ mkdir shelf
    $ echo '# skillc copies this file into each skill; change it in shelf, not there' >shelf/__init__.py
    $ cp shelf/__init__.py shelf/desk.py
    $ echo 'def terms_of(values): return {"terms": {}}' >>shelf/desk.py
    $ echo 'brings: [shelf]' >>skill.yaml
    # actions/book/update-book.yaml
    read_back: {read: get-book, with: {id: id}}
    # actions/book/get-book.yaml
    compare: shelf.desk:terms_of
    output: {file: true}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.checks.support.paths import name_hint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "ACT036"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each key that leads to no comparison."""
    actions = {action.data["key"]: action.data for action in project.actions}
    for action in project.actions:
        data = action.data
        back = data.get("read_back", {}).get("read")
        if back in actions and "compare" not in actions[back]:
            known = {key: other for key, other in actions.items() if "compare" in other}
            hint = name_hint(back, known) if known else f"add compare to {back}"
            yield action.error(CODE, ("read_back", "read"), f"{back} has no compare", hint)
        proof = data.get("proved_by")
        if proof is not None and "read_back" not in actions.get(proof, {}):
            known = {key: other for key, other in actions.items() if "read_back" in other}
            message = f'there is no action "{proof}" with read_back'
            hint = name_hint(proof, known) if known else "add read_back to an action that writes"
            yield action.error(CODE, ("proved_by",), message, hint)
        if "compare" in data and not data["output"].get("file"):
            yield action.error(CODE, ("compare",), "this action gets no file", "write output: {file: true}")
