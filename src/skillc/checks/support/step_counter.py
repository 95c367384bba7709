"""Count the steps of a backtracking search, without making them.

The steps from one state of a pattern at one place of a text are one more than the steps of all states that are tried
from there, so they are added up from the end of the text to its beginning, each once. This counts as `re` works while
nothing matches; how many characters a step of `re` handles at once, and what a look around costs, is left out.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from skillc.shared import Part

_MOST_STATES = 3000  # of a pattern whose counted repetitions are written out


class UncountableError(ValueError):
    """The pattern has too many states, or looks behind."""


class _State(NamedTuple):
    """A state: its test of a place, whether it reads a character, and the numbers of the states tried next."""

    accepts: Callable[[str, int], bool]
    reads: bool
    nexts: tuple[int, ...]


class StepCounter:
    """Counts the steps of one pattern; raises UncountableError."""

    def __init__(self, pattern: Part) -> None:
        """Write the pattern out as states; the first one, state 0, is the match."""
        self._states: list[_State] = [_State(lambda _text, _place: True, reads=False, nexts=())]
        self._start = self._add(pattern, 0)

    @property
    def size(self) -> int:
        """The number of states."""
        return len(self._states)

    def steps(self, text: str) -> float:
        """Return the steps of a search in `text`; 0 when there is a match, since the search then ends early."""
        steps, matches = self.tables(text)
        starts = range(len(text) + 1)
        return 0.0 if any(matches[place] for place in starts) else sum(steps[place] for place in starts)

    @lru_cache(maxsize=1)  # noqa: B019 - a look around asks for each place of the same text
    def tables(self, text: str) -> tuple[list[float], list[bool]]:
        """Return for each place of `text` the steps of a match that begins there, and whether there is one."""
        later: list[tuple[float, bool]] = []
        steps, matches = [0.0] * (len(text) + 1), [False] * (len(text) + 1)
        for place in range(len(text), -1, -1):
            here: list[tuple[float, bool]] = [(0.0, False)] * len(self._states)
            here[0] = (1.0, True)
            for number in self._order:
                state = self._states[number]
                table = later if state.reads else here
                if state.accepts(text, place):
                    tried = [table[other] for other in state.nexts]
                    here[number] = (1.0 + sum(cost for cost, _ in tried), any(found for _, found in tried))
                else:
                    here[number] = (1.0, False)
            steps[place], matches[place] = here[self._start]
            later = here
        return steps, matches

    @cached_property
    def _order(self) -> list[int]:
        """The numbers of all states but the first, each after those that it tries at the same place of the text."""
        order: list[int] = []
        seen = {0}
        for root in range(1, len(self._states)):
            waiting = [(root, iter(self._tried_here(root)))] if root not in seen else []
            seen.add(root)
            while waiting:
                number, others = waiting[-1]
                other = next((other for other in others if other not in seen), None)
                if other is None:
                    order.append(number)
                    waiting.pop()
                else:
                    seen.add(other)
                    waiting.append((other, iter(self._tried_here(other))))
        return order

    def _tried_here(self, number: int) -> tuple[int, ...]:
        state = self._states[number]
        return () if state.reads else state.nexts

    def _state(self, accepts: Callable[[str, int], bool], *nexts: int, reads: bool = False) -> int:
        if len(self._states) == _MOST_STATES:
            raise UncountableError
        self._states.append(_State(accepts, reads, nexts))
        return len(self._states) - 1

    def _add(self, part: Part, following: int) -> int:
        """Add the states of `part`, which `following` comes after; return the number of its first one."""
        if part.kind == "character":
            return self._state(
                lambda text, place: place < len(text) and text[place] in part.first, following, reads=True
            )
        if part.kind == "edge":
            return self._state(lambda text, place: _is_edge(part.text, text, place), following)
        if part.kind == "look":
            return self._state(self._looker(part), following)
        if part.kind == "choice":
            return self._state(_anywhere, *(self._add(branch, following) for branch in part.parts))
        if part.kind == "repeat":
            return self._repeat(part, following)
        for inner in reversed(part.parts):
            following = self._add(inner, following)
        return following

    def _repeat(self, part: Part, following: int) -> int:
        (inner,) = part.parts
        if part.most == float("inf"):
            again = self._state(_anywhere)
            once = self._add_reading(inner, again) if inner.can_be_empty else self._add(inner, again)
            self._states[again] = _State(_anywhere, reads=False, nexts=(once, following))
            start = again
        else:
            start = following
            for _ in range(int(part.most) - part.least):
                start = self._state(_anywhere, self._add(inner, start), following)
        for _ in range(part.least):
            start = self._add(inner, start)
        return start

    def _add_reading(self, part: Part, following: int) -> int:
        """Add `part` as it reads at least one character: `re` does not repeat what reads nothing."""
        if part.kind == "choice":
            return self._state(_anywhere, *(self._add_reading(branch, following) for branch in part.parts))
        if part.kind == "repeat":
            rest = part._replace(least=max(0, part.least - 1), most=part.most - 1)
            return (
                self._add_reading(part.parts[0], self._repeat(rest, following)) if part.most else self._state(_nowhere)
            )
        if part.kind in {"edge", "look"}:
            return self._state(_nowhere)
        if part.kind == "character":
            return self._add(part, following)
        ways: list[int] = []
        for inner in reversed(part.parts):
            ways = [*(ways if inner.can_be_empty else []), self._add_reading(inner, following)]
            following = self._add(inner, following)
        return self._state(_anywhere, *ways)

    def _looker(self, part: Part) -> Callable[[str, int], bool]:
        """Return the test of a look ahead."""
        if part.text.startswith("(?<"):
            raise UncountableError
        inside, wanted = StepCounter(part.parts[0]), part.text == "(?="
        return lambda text, place: inside.tables(text)[1][place] is wanted


def _anywhere(_text: str, _place: int) -> bool:
    return True


def _nowhere(_text: str, _place: int) -> bool:
    return False


def _is_edge(edge: str, text: str, place: int) -> bool:
    if edge == "^":
        return place == 0
    if edge == "$":
        return place == len(text)
    left, right = (_is_word(text[index : index + 1]) if index >= 0 else False for index in (place - 1, place))
    return (left != right) is (edge == r"\b")


def _is_word(character: str) -> bool:
    return character.isascii() and (character.isalnum() or character == "_")
