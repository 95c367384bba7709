"""A function of a package, or an input or action beside it, is not there or does not fit.

Why: the action would fail whenever it is called.

Fix: correct the name, or bring the package: `brings` in skill.yaml. `words` names an array, and `like` an action with
`run.local`.

Bad:
    $ mkdir shelf
    $ echo '# skillc copies this file into each skill; change it in shelf, not there' >shelf/__init__.py
    $ cp shelf/__init__.py shelf/desk.py
    $ echo 'brings: [shelf]' >>skill.yaml
    # actions/book/list-books.yaml
    # without page
    run: {local: {call: "shelf.desk:list_books"}}
Good:
    $ echo 'def list_books(values): return {"answer": []}' >>shelf/desk.py
"""

from __future__ import annotations

import ast
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from skillc.checks.support.action_names import near_action
from skillc.schemas.subschemas import properties_of, types_of
from skillc.shared import closest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic, Pointer
    from skillc.load import Document

CODE = "ACT033"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each function and each input that is not there."""
    for action in project.actions:
        local = action.data["run"].get("local")
        if local:
            yield from _function_faults(action, ("run", "local", "call"), project.packages)
            if "words" in local:
                yield from _word_faults(action, local["words"], project.definitions)
        for pointer in (("prepare", "call"), ("compare",)):
            if pointer[0] in action.data:
                yield from _function_faults(action, pointer, project.packages)
        if "data" in action.data["output"]:
            yield from _function_faults(action, ("output", "data", "call"), project.packages)
            yield from _likeness_faults(action, project)


def _function_faults(action: Document, pointer: Pointer, packages: Mapping[str, bytes]) -> Iterator[Diagnostic]:
    module, _, name = action.at(pointer).partition(":")
    path = module.replace(".", "/")
    content = packages.get(f"{path}.py", packages.get(f"{path}/__init__.py"))
    if content is None:
        modules = [known.removesuffix(".py").replace("/", ".") for known in packages]
        near = closest(module, modules)
        hint = f'did you mean "{near}:{name}"?' if near else "add its package to `brings` in skill.yaml"
        yield action.error(CODE, pointer, f"the skill brings no module {module}", hint)
        return
    functions = _functions(content)
    if name not in functions:
        near = closest(name, functions)
        hint = f'did you mean "{module}:{near}"?' if near else f"define it in {path}.py"
        yield action.error(CODE, pointer, f"{module} has no function {name}", hint)


def _functions(content: bytes) -> list[str]:
    with suppress(SyntaxError, ValueError):  # another check says so
        return [node.name for node in ast.parse(content).body if isinstance(node, ast.FunctionDef)]
    return []


def _likeness_faults(action: Document, project: Project) -> Iterator[Diagnostic]:
    """Yield an action that is named as one that gives the same data, and that runs no function of a package."""
    runs = {other.data["key"]: other.data["run"] for other in project.actions}
    local = [key for key, run in runs.items() if "local" in run]
    like = action.data["output"]["data"]["like"]
    if like in local or (like in project.known_keys and like not in runs):  # a broken one has findings of its own
        return
    near = near_action(like, local)
    hint = f'did you mean "{near}"?' if near else f"actions with run.local: {', '.join(local) or 'none'}"
    message = f"{like} runs no function of a package" if like in runs else f'there is no action "{like}"'
    yield action.error(CODE, ("output", "data", "like"), message, hint)


def _word_faults(action: Document, name: str, definitions: Mapping[str, Any]) -> Iterator[Diagnostic]:
    inputs = properties_of(action.data["input"], definitions)
    pointer = ("run", "local", "words")
    if name not in inputs:
        near = closest(name, inputs)
        hint = f'did you mean "{near}"?' if near else "describe it in `input`"
        yield action.error(CODE, pointer, f"there is no input {name}", hint)
    elif types_of(inputs[name], definitions) != {"array"}:
        yield action.error(CODE, pointer, f"{name} is not an array", "write type: array, with items of type: string")
