"""Problems that the helper's validator finds in a value, with their place in the document and the rule."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from skillc.checks.support.schemas import all_schemas
from skillc.checks.support.slow_texts import slow_text
from skillc.schemas.subschemas import REFERENCE
from skillc.shared import problems_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic, Pointer, Related
    from skillc.load import Document
    from skillc.shared import Problem


class Judged(NamedTuple):
    """A value at `at` of `document`, and the `schema` that it should fit.

    `schema_at` is the place of that schema, or near it.
    """

    document: Document
    at: Pointer
    schema: Mapping[str, Any]
    schema_at: Pointer


def refusals(project: Project, judged: Judged, code: str, introduction: str) -> Iterator[Diagnostic]:
    """Yield an error for each reason why the helper would refuse a value; the message begins with `introduction`."""
    document, value = judged.document, judged.document.at(judged.at)
    for problem in problems_of(value, judged.schema, project.definitions, trusted=not _has_slow_pattern(project)):
        steps = _steps(problem.pointer, value)
        pointer = (*judged.at, *steps)
        span = document.key_span(pointer) if problem.keyword == "additionalProperties" else document.span(pointer)
        found = document.error(code, pointer, f"{introduction}: {problem.message}", problem.hint, span=span)
        yield found.see(_rule(project, judged, steps, problem))


@lru_cache(maxsize=1)
def _has_slow_pattern(project: Project) -> bool:
    """Tell whether a pattern is refused as too slow, so that it must not be run on examples."""
    return any(slow_text(schema["pattern"]) for _, _, schema in all_schemas(project) if "pattern" in schema)


def _rule(project: Project, judged: Judged, steps: Pointer, problem: Problem) -> Related:
    """Return where the schema says what `problem` breaks, or the nearest place: alternatives are not looked into."""
    document, pointer = _followed(project, judged.document, judged.schema_at)
    for step in steps:
        inner = (*pointer, "properties", step) if isinstance(step, str) else (*pointer, "items")
        if inner not in document.places.values:
            break
        document, pointer = _followed(project, document, inner)
    keyword = "properties" if problem.keyword == "additionalProperties" else problem.keyword
    return document.related("what the schema says", (*pointer, keyword))


def _followed(project: Project, document: Document, pointer: Pointer) -> tuple[Document, Pointer]:
    """Return the place of the shared schema that the schema at `pointer` only refers to, or the place itself."""
    schema = document.at(pointer)
    name = str(schema.get("$ref", "")).removeprefix(REFERENCE)
    if project.skill and list(schema) == ["$ref"] and name in project.definitions:
        return project.skill, ("$defs", name)
    return document, pointer


def _steps(pointer: str, value: Any) -> Pointer:
    """Return the steps of an RFC 6901 pointer into `value`."""
    steps: list[str | int] = []
    for token in pointer.split("/")[1:]:
        step: Any = int(token) if isinstance(value, list) else token.replace("~1", "/").replace("~0", "~")
        steps.append(step)
        value = value[step]
    return tuple(steps)
