"""The inputs that a request names, and where: in its path, query, headers and body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from skillc.diagnostic import Pointer

REQUEST = ("run", "request")
PARAMETER = re.compile(r"\{([^{}]*)\}")
REST = "rest"
_SINGLE = ("$input", "$each", "$file")


class NamedInput(NamedTuple):
    """An input that a request names at `pointer`, in a part of it such as the query.

    `once`: it is named in a list of inputs, where nobody would send it twice on purpose.
    """

    name: str
    pointer: Pointer
    part: str
    once: bool = True


def named_inputs(request: Mapping[str, Any]) -> Iterator[NamedInput]:
    """Yield each input that a request names outside its path."""
    yield from _in_query(request)
    for name, value in request.get("headers", {}).items():
        if isinstance(value, dict):
            yield NamedInput(value["from"], (*REQUEST, "headers", name, "from"), "headers", once=False)
    yield from _in_body(request.get("body"))


def _in_query(request: Mapping[str, Any]) -> Iterator[NamedInput]:
    for index, part in enumerate(request.get("query", [])):
        if isinstance(part, str):
            yield NamedInput(part, (*REQUEST, "query", index), "query")
        elif "from" in part:
            yield NamedInput(part["from"], (*REQUEST, "query", index, "from"), "query")


def _in_body(body: Any) -> Iterator[NamedInput]:
    if is_list_of_names(body):
        yield from _listed(body, (*REQUEST, "body"))
        return
    for pointer, node in nodes(body, (*REQUEST, "body")):
        for word in _SINGLE:
            if isinstance(node.get(word), str):
                yield NamedInput(node[word], (*pointer, word), "body", once=False)
        if isinstance(node.get("$inputs"), list):
            yield from _listed(node["$inputs"], (*pointer, "$inputs"))


def is_list_of_names(body: Any) -> bool:
    """Whether a body is the short form: the names of inputs."""
    return isinstance(body, list) and all(isinstance(part, str) for part in body)


def nodes(template: Any, pointer: Pointer) -> Iterator[tuple[Pointer, dict[str, Any]]]:
    """Yield each object in a template with its place, outer ones first."""
    if isinstance(template, dict):
        yield pointer, template
        for name, part in template.items():
            yield from nodes(part, (*pointer, name))
    elif isinstance(template, list):
        for index, part in enumerate(template):
            yield from nodes(part, (*pointer, index))


def sends_rest(request: Mapping[str, Any]) -> bool:
    """Whether the body sends every input that the request names nowhere else."""
    return any(node.get("$inputs") == REST for _, node in nodes(request.get("body"), ()))


def has_file(request: Mapping[str, Any]) -> bool:
    """Whether the body holds a file of the user's."""
    return any("$file" in node or "$multipart" in node for _, node in nodes(request.get("body"), ()))


def _listed(names: list[Any], pointer: Pointer) -> Iterator[NamedInput]:
    yield from (NamedInput(str(name), (*pointer, index), "body") for index, name in enumerate(names))
