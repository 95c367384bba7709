# skillc copies this file into each skill; change it in src/einvoice, not there
"""The flaws of one file: each cause once, with its first place."""

from __future__ import annotations

from dataclasses import dataclass

from ..xml import Element

RULE = "XML schema"
MOST = 20
LONGEST_NAME = 60
LONGEST_TEXT = 40
STEPS_SHOWN = 2


@dataclass(frozen=True)
class Flaw:
    """Something that the schema does not allow."""

    rule: str  # the official id, where there is one
    place: str  # the end of the path, and the first element that has a number: InvoiceLine[2]/…/Price/PriceAmount
    message: str


class Flaws:
    """The first flaws of a file; those with the same sentence have the same cause."""

    def __init__(self) -> None:
        """Begin without flaws."""
        self._places: dict[tuple[str, str], str] = {}
        self._counts: dict[tuple[str, str], int] = {}

    def add(self, rule: str, message: str, path: list[Element], last: Element | str = "") -> None:
        """Note a flaw at the end of a path from the root, or at an element or a name below it."""
        key = (rule, message)
        if key in self._counts:
            self._counts[key] += 1
        elif len(self._counts) < MOST:
            self._counts[key] = 1
            self._places[key] = _place(path, last)

    def all(self) -> tuple[Flaw, ...]:
        """Return the flaws, each with the number of its places."""
        return tuple(
            Flaw(rule, self._places[rule, message], message + (f" (in {count} places)" if count > 1 else ""))
            for (rule, message), count in self._counts.items()
        )


def clipped(element: Element) -> str:
    """Return the name of an element as a person may see it."""
    return element.local_name[:LONGEST_NAME]


def quoted(text: str) -> str:
    """Return the beginning of a text, in one line."""
    return f'"{" ".join(text[:LONGEST_TEXT].split())}"'


def _place(path: list[Element], last: Element | str) -> str:
    elements = path if isinstance(last, str) else [*path, last]
    steps = [_step(parent, child) for parent, child in zip(elements, elements[1:])]
    steps = [clipped(elements[0]), *steps, *([last] if isinstance(last, str) and last else [])]
    end = max(len(steps) - STEPS_SHOWN - steps[-1].startswith("@"), 0)
    start = next((index for index, step in enumerate(steps[:end]) if step.endswith("]")), end)
    left_out = ["…"] if start + 1 < end else []
    return "/".join([*steps[start:end][:1], *left_out, *steps[end:]])


def _step(parent: Element, child: Element) -> str:
    same = [each for each in parent.children if each.name == child.name]
    number = next(index for index, each in enumerate(same, start=1) if each is child)
    return clipped(child) + (f"[{number}]" if len(same) > 1 else "")
