"""The inputs that a request names, and where: in its path, query, headers and body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from skillc.schemas.subschemas import properties_of
from skillc.shared import closest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from skillc.diagnostic import Pointer
    from skillc.load import Document

REQUEST = ("run", "request")
PARAMETER = re.compile(r"\{([^{}]*)\}")
OTHERWISE = re.compile(r"\$\{([^{}]+)\}|(?<=/):([A-Za-z_]\w*)|<([A-Za-z_]\w*)>")
"""How other notations write a parameter of a path."""
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


def sent_schema(action: Document, definitions: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schema of what a request may name: the inputs, records in place of their names, what is prepared."""
    named = {
        name: {"type": "object", "properties": {member: {} for member in lookup["take"]}}
        for name, lookup in action.data.get("lookup", {}).items()
        if isinstance(lookup["take"], dict) and "." not in name
    }
    made = action.data.get("prepare", {}).get("makes", {})
    return {"properties": {**properties_of(action.data["input"], definitions), **named, **made}}


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
        elif "const" not in part:
            member = "from" if "from" in part else "name"
            yield NamedInput(part[member], (*REQUEST, "query", index, member), "query")


def _in_body(body: Any) -> Iterator[NamedInput]:
    if is_list_of_names(body):
        yield from _listed(body, (*REQUEST, "body"))
        return
    for pointer, node in nodes(body, (*REQUEST, "body")):
        for word in _SINGLE:
            if isinstance(node.get(word), str):
                yield NamedInput(node[word].partition(".")[0], (*pointer, word), "body", once=False)
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


def unsent_inputs(action: Document) -> list[str]:
    """Return the inputs that the request of an action sends under no name."""
    request = action.data["run"]["request"]
    if sends_rest(request):
        return []
    sent = set(PARAMETER.findall(request["path"]))
    sent.update(word for named in named_inputs(request) for word in (named.name, *named.name.split()))
    return [name for name in action.data["input"].get("properties", {}) if name not in sent]


def meant_input(action: Document, parameter: str) -> str:
    """Return the unsent input that a parameter of the path is meant for; empty when none is likely."""
    unsent, required = unsent_inputs(action), action.data["input"].get("required", [])
    letters = _letters(parameter)
    alike = [name for name in unsent if letters.endswith(_letters(name)) or _letters(name).endswith(letters)]
    likely = alike or [name for name in unsent if name in required]
    return closest(parameter, unsent) or (likely[0] if len(likely) == 1 else "")


def _letters(name: str) -> str:
    return name.replace("-", "").replace("_", "").lower()


def _listed(names: list[Any], pointer: Pointer) -> Iterator[NamedInput]:
    yield from (NamedInput(str(name), (*pointer, index), "body") for index, name in enumerate(names))
