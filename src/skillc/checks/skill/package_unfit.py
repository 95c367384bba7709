"""A package that the skill brings cannot ship.

Why: it runs on the user's Python 3.9 or newer, where nothing but the standard library is sure to be there; and it works
on what it is given alone: it starts no program and opens no connection. Its copy in scripts/ is overwritten by each
build, which its first line must say.

Fix: do what the finding says: add `__init__.py`, the first line or another name, or remove the import.

Bad:
    $ mkdir shelf && echo 'import requests' >shelf/__init__.py
    $ echo 'brings: [shelf]' >>skill.yaml
Good:
    $ echo '# skillc copies this file into each skill; change it in shelf, not there' >shelf/__init__.py
"""

from __future__ import annotations

import ast
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "SKL009"

_HELPER = "skill_helper"
_OLDEST = (3, 9)
_PROGRAMS = {"asyncio", "concurrent", "ctypes", "multiprocessing", "pty", "signal", "subprocess", "webbrowser"}
_CONNECTIONS = {"ftplib", "http", "imaplib", "poplib", "smtplib", "socket", "socketserver", "ssl", "urllib", "xmlrpc"}
_CODE = {"code", "imp", "importlib", "pkgutil", "runpy"}
_FIRST_LINE = "# skillc copies this file into each skill; change it in {}, not there"
_Fault = tuple[str, str]


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield what keeps a package from shipping."""
    if project.skill is None:
        return
    folders = project.skill.data.get("brings", [])
    names = [folder.rpartition("/")[2] for folder in folders]
    for index, (folder, name) in enumerate(zip(folders, names, strict=True)):
        modules = {path: content for path, content in project.packages.items() if path.startswith(f"{name}/")}
        for message, hint in _faults(folder, name, modules, names[:index]):
            yield project.skill.error(CODE, ("brings", index), message, hint)


def _faults(folder: str, name: str, modules: Mapping[str, bytes], earlier: list[str]) -> Iterator[_Fault]:
    if name in {_HELPER, *earlier, *sys.stdlib_module_names}:
        owner = "Python itself" if name in sys.stdlib_module_names else "the skill"
        yield f'{owner} has another package "{name}"', "rename the folder"
    elif f"{name}/__init__.py" not in modules:
        yield f"{folder} is not a package: it has no __init__.py", f"create {folder}/__init__.py"
    else:
        for path, content in modules.items():
            yield from _faults_of_module(f"{folder}{path[len(name) :]}", folder, name, content.decode())


def _faults_of_module(path: str, folder: str, name: str, text: str) -> Iterator[_Fault]:
    first = _FIRST_LINE.format(folder)
    if text.partition("\n")[0].rstrip("\r") != first:
        yield f"the first line of {path} does not say that its copy is overwritten", f"write: {first}"
    try:
        tree = ast.parse(text, feature_version=_OLDEST)
    except SyntaxError as error:
        yield f"{path} is not Python 3.9: line {error.lineno}: {error.msg}", "correct it"
        return
    imported = _imported(tree)
    for foreign in sorted(imported - {name, *sys.stdlib_module_names}):
        yield f"{path} imports {foreign}, which users need not have", "use the standard library"
    for reaching in sorted(imported & (_PROGRAMS | _CONNECTIONS | _CODE)):
        yield f"{path} imports {reaching}, by which it could reach beyond its input", "remove the import"


def _imported(tree: ast.Module) -> set[str]:
    """Return the names of the packages that a module imports, itself not counted."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add((node.module or "").partition(".")[0])
    return found
