"""Link the helper's modules into one readable file.

The linker takes a subset of Python: siblings are imported as `from .module import name`, nothing is imported under another name, no two
modules define the same top-level name, and no module needs itself. Anything else is a `LinkError`, which stops the build.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from importlib.resources import files

SIBLING_IMPORT = re.compile(r"\bfrom\s*\.")


class LinkError(Exception):
    """A runtime module steps outside the subset."""


@dataclass(frozen=True, slots=True)
class Module:
    """One parsed module: what it imports, what it defines, and its body without imports and docstring."""

    name: str
    summary: str
    siblings: frozenset[str]
    imports: tuple[tuple[str, str], ...]  # ("import", "os") or ("json", "dumps"): from json import dumps
    defined: tuple[str, ...]
    body: str


def runtime_sources() -> dict[str, str]:
    """Return the source text of each runtime module by name."""
    folder = files("skillc.runtime")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".py") and entry.name != "__init__.py")
    return {name.removesuffix(".py"): (folder / name).read_text(encoding="utf-8") for name in names}


def link(sources: dict[str, str], entry: str) -> tuple[str, str]:
    """Return the import lines and the joined bodies of `entry` and all that it needs, each name before its use."""
    modules = {name: parse_module(name, text) for name, text in sources.items()}
    order = ordered(modules, entry)
    refuse_collisions(order)
    imports = import_lines([statement for module in order for statement in module.imports])
    return imports, "\n\n".join(f"# {'-' * 10} {module.name}: {module.summary}\n\n{module.body}" for module in order)


def parse_module(name: str, text: str) -> Module:
    """Return one module of the subset."""
    tree = ast.parse(text)
    siblings: set[str] = set()
    imports: list[tuple[str, str]] = []
    defined: list[str] = []
    lines = text.splitlines()
    for node in tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            siblings |= read_import(name, node, imports)
            blank(lines, node)
        else:
            defined += names_bound(node)
    at_top = sum(isinstance(node, ast.ImportFrom) and node.level > 0 for node in tree.body)
    # Looking through the whole tree takes as long as parsing it, and is needed only where the words stand elsewhere than at the top.
    for inner in ast.walk(tree) if len(SIBLING_IMPORT.findall(text)) > at_top else ():
        if isinstance(inner, ast.ImportFrom) and inner.level and inner not in tree.body:
            raise LinkError(f"{name}.py:{inner.lineno}: siblings are imported at the top of a module")
    docstring = ast.get_docstring(tree) or ""
    if docstring:
        blank(lines, tree.body[0])
    return Module(name, docstring.partition("\n")[0], frozenset(siblings), tuple(imports), tuple(defined), "\n".join(lines).strip() + "\n")


def read_import(name: str, node: ast.Import | ast.ImportFrom, imports: list[tuple[str, str]]) -> set[str]:
    """File one import statement; return the sibling that it names, if any."""
    if any(alias.asname for alias in node.names) or any(alias.name == "*" for alias in node.names):
        raise LinkError(f"{name}.py:{node.lineno}: nothing is imported under another name, or as *")
    if isinstance(node, ast.Import):
        imports += [("import", alias.name) for alias in node.names]
        return set()
    if node.level == 0:
        imports += [(node.module or "", alias.name) for alias in node.names if node.module != "__future__"]
        return set()
    if node.level != 1 or not node.module or "." in node.module:
        raise LinkError(f"{name}.py:{node.lineno}: siblings are imported as `from .module import name`")
    return {node.module}


def names_bound(node: ast.AST) -> Iterator[str]:
    """Yield the names that a top-level statement binds: by definition, assignment, loop, `with`, `except`, `match` or `:=`."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield node.name
        return
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        yield node.id
    if isinstance(node, ast.ExceptHandler | ast.MatchAs | ast.MatchStar) and node.name:
        yield node.name
    inside = (node.iter, *node.ifs) if isinstance(node, ast.comprehension) else ast.iter_child_nodes(node)
    for child in inside:
        if not isinstance(child, ast.Lambda):
            yield from names_bound(child)


def blank(lines: list[str], node: ast.stmt) -> None:
    """Empty the lines of a statement."""
    for number in range(node.lineno - 1, node.end_lineno or node.lineno):
        lines[number] = ""


def ordered(modules: dict[str, Module], entry: str) -> list[Module]:
    """Return `entry` and what it needs, dependencies first; alphabetical where the order is free."""
    needed: dict[str, frozenset[str]] = {}
    waiting = [entry]
    while waiting:
        name = waiting.pop()
        if name not in modules:
            raise LinkError(f"there is no runtime module {name}.py")
        if name not in needed:
            needed[name] = modules[name].siblings
            waiting += modules[name].siblings
    sorter = TopologicalSorter({name: sorted(needed[name]) for name in sorted(needed)})
    try:
        return [modules[name] for name in sorter.static_order()]
    except CycleError as error:
        raise LinkError(f"runtime modules need each other: {' -> '.join(error.args[1])}") from None


def refuse_collisions(modules: list[Module]) -> None:
    """Fail when a name is defined twice, or hides something that is imported."""
    owners: dict[str, str] = {
        bound.partition(".")[0] if kind == "import" else bound: "an import" for module in modules for kind, bound in module.imports
    }
    for module in modules:
        for name in module.defined:
            if name in owners:
                raise LinkError(f"{module.name}.py defines {name}, which {owners[name]} also binds")
            owners[name] = f"{module.name}.py"


def import_lines(imports: list[tuple[str, str]]) -> str:
    """Return the merged import statements, `import x` first, sorted."""
    plain = sorted({bound for kind, bound in imports if kind == "import"})
    grouped: dict[str, set[str]] = {}
    for kind, bound in imports:
        if kind != "import":
            grouped.setdefault(kind, set()).add(bound)
    return "\n".join(
        [
            *(f"import {name}" for name in plain),
            *(f"from {source} import {', '.join(sorted(grouped[source]))}" for source in sorted(grouped)),
        ]
    )
