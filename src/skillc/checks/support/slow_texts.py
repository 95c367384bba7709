"""Find a text in which the search for a pattern takes too many steps.

Such a text begins with what leads to a repetition, goes on with something that can be read in several ways, again and
again, and ends with what lets no way match. Likely texts of that form are made from the pattern, and their steps
counted: a text that is returned is a proof, but that none is found proves nothing.
"""

from __future__ import annotations

from functools import cache
from itertools import islice, product
from typing import TYPE_CHECKING, NamedTuple

from skillc.checks.support.step_counter import StepCounter, UncountableError
from skillc.shared import UnknownCostError, compiled_pattern, is_harmless, parsed_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from skillc.shared import Part

_LONGEST = 1000  # characters: in longer texts, the helper searches only for patterns that are proved harmless
MOST_STEPS = 10_000_000  # about a tenth of a second or more
_LENGTHS = (30, 60, 120, 250, 500, _LONGEST)
_COMPARED_LENGTH = 120
_MOST_WORDS, _MOST_PUMPS = 12, 60
_FEWEST_TEXTS, _TRIED_STATES = 8, 10_000  # so that a large pattern does not take long


class SlowText(NamedTuple):
    """A text, told by its parts, and the steps of a search in it."""

    start: str
    repeated: str
    times: int
    end: str
    steps: float

    @property
    def text(self) -> str:
        """The text itself."""
        return self.start + self.repeated * self.times + self.end


@cache
def slow_text(pattern: str) -> SlowText | None:
    """Return a slow text for a pattern; None if none is found, or the helper cannot run the pattern at all."""
    if compiled_pattern(pattern) is None or is_harmless(pattern, _LONGEST):
        return None
    try:
        tree = parsed_pattern(pattern)
        counter = StepCounter(tree)
    except (UnknownCostError, UncountableError):
        return None
    tried = max(_FEWEST_TEXTS, _TRIED_STATES // counter.size)
    found = [_measured(counter, form, _COMPARED_LENGTH) for form in islice(_forms(tree), tried)]
    worst = max(found, key=lambda text: text.steps, default=None)
    if worst is None or not worst.steps:
        return None
    form = (worst.start, worst.repeated, worst.end)
    return next((text for length in _LENGTHS if (text := _measured(counter, form, length)).steps > MOST_STEPS), None)


def _measured(counter: StepCounter, form: tuple[str, str, str], length: int) -> SlowText:
    start, repeated, end = form
    times = max(1, (length - len(start) - len(end)) // len(repeated))
    text = SlowText(start, repeated, times, end, 0)
    return text._replace(steps=counter.steps(text.text))


def _forms(tree: Part) -> Iterator[tuple[str, str, str]]:
    """Yield start, repeated part and end of likely texts."""
    telling = _telling(tree)
    ends = ("", min(telling, key=lambda one: (sum(one in taken for taken in _taken(tree)), one)))
    forms = [
        (start, pump) for start, repetition in _repetitions(tree, "", telling) for pump in _pumps(repetition, telling)
    ]
    yield from ((start, pump, end) for start, pump in dict.fromkeys(forms) for end in ends)


def _telling(tree: Part) -> list[str]:
    """Return one character of each set that all classes of a pattern treat alike, letters and digits first."""
    taken = list(dict.fromkeys(_taken(tree)))
    known = sorted(
        frozenset(map(chr, range(0x80))).union(*taken),
        key=lambda one: (not one.isascii() or not one.isalnum(), not one.isprintable(), one),
    )
    kinds: dict[tuple[bool, ...], str] = {}
    for one in known:
        kinds.setdefault(tuple(one in characters for characters in taken), one)
    return list(kinds.values())


def _taken(part: Part) -> Iterator[frozenset[str]]:
    """Yield what each single character or class takes."""
    if part.kind == "character":
        yield part.first
    for inner in part.parts:
        yield from _taken(inner)


def _repetitions(part: Part, start: str, telling: Sequence[str]) -> Iterator[tuple[str, Part]]:
    """Yield each repetition, with a text that leads to it."""
    if part.kind == "repeat" and part.most > 1:
        yield start, part
    for inner in part.parts if part.kind != "look" else ():
        yield from _repetitions(inner, start, telling)
        if part.kind == "sequence":
            start += next(iter(_words(inner, telling)), "")


def _pumps(repetition: Part, telling: Sequence[str]) -> list[str]:
    """Return texts that a repetition may read again and again: words of its inside, and pairs of them."""
    words = [word for word in _words(repetition.parts[0], telling) if word]
    pairs = ("".join(pair) for pair in product(words, repeat=2))
    return list(dict.fromkeys(islice((*words, *pairs), _MOST_PUMPS)))


def _words(part: Part, telling: Sequence[str]) -> list[str]:
    """Return a few of the texts that a part matches, with characters out of `telling` where it can."""
    if part.kind == "character":
        known = [one for one in telling if one in part.first]
        return known or sorted(part.first)[-1:]
    if part.kind == "choice":
        return _few(word for branch in part.parts for word in _words(branch, telling))
    if part.kind == "repeat":
        (inner,) = part.parts
        words = _words(inner, telling)
        counts = [part.least, part.least + 1] if part.least < part.most else [part.least]
        return _few(word * count for count in counts for word in words)
    if part.kind == "sequence":
        return _few(map("".join, product(*(_words(inner, telling) for inner in part.parts))))
    return [""]


def _few(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(islice(words, _MOST_WORDS)))
