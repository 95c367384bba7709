"""Every text that authors write, and which of them are sentences for people and agents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from skillc.checks.support.schemas import all_schemas

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Pointer, Span
    from skillc.load import Document

_PROSE = frozenset(
    {"ask", "description", "facts", "intro", "notes", "remedy", "says", "summary", "text", "title", "warning"}
)
_TELLING = ("title", "summary")


class Text(NamedTuple):
    """A text at `pointer` of `document`: a value, or the key that `pointer` ends in."""

    document: Document
    pointer: Pointer
    text: str
    is_key: bool

    @property
    def is_prose(self) -> bool:
        """Whether people read it as a sentence.

        A name, a path, a pattern, an address or a value for the app is not one.
        """
        in_example = self.pointer[0] == "examples" and self.pointer[2:3] == ("input",)
        of_recipe = self.pointer[0] == "recipes" and self.pointer[2:] == ("note",)
        return not self.is_key and (_named(self.pointer) in _PROSE or of_recipe) and not in_example

    def span(self, needle: str) -> Span:
        """Return the place of `needle` in it."""
        return self.document.key_span(self.pointer) if self.is_key else self.document.find(self.pointer, needle)


def texts(project: Project, worth_reading: Callable[[str], object]) -> Iterator[Text]:
    """Yield every text, keys included, of each document whose source passes the quick test `worth_reading`."""
    for document in project.documents:
        if worth_reading(document.text):
            yield from _texts(document, document.data, ())


def descriptions(project: Project) -> Iterator[tuple[Document, Pointer, str]]:
    """Yield every text that describes the skill, an entity or action (title and summary), or a schema."""
    if project.skill:
        yield project.skill, ("description",), project.skill.data["description"]
        for key, entity in project.skill.data.get("entities", {}).items():
            yield from ((project.skill, ("entities", key, name), entity[name]) for name in _TELLING)
    for action in project.actions:
        yield from ((action, (name,), action.data[name]) for name in _TELLING)
    for document, pointer, schema in all_schemas(project):
        if "description" in schema:
            yield document, (*pointer, "description"), schema["description"]


def _texts(document: Document, value: Any, pointer: Pointer) -> Iterator[Text]:
    if isinstance(value, str):
        yield Text(document, pointer, value, is_key=False)
    elif isinstance(value, dict):
        for key, child in value.items():
            yield Text(document, (*pointer, key), key, is_key=True)
            yield from _texts(document, child, (*pointer, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from _texts(document, child, (*pointer, index))


def _named(pointer: Pointer) -> str:
    """Return the key that a value stands under, in a list or by itself."""
    return next(step for step in reversed(pointer) if isinstance(step, str))
