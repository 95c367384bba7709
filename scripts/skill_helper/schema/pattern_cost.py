# skillc copies this file into each skill; change it in src/skill_helper, not there
r"""How long Python's `re` may search a text for a pattern: an upper bound, read off the pattern alone.

`re` tries one way through a pattern after the other. Where the next character of the text decides which way can go on,
only one way is ever followed to its end, as in `^[0-9]+(,[0-9]+)*$`. Where it does not, as in `^\S+@\S+$` or `(a+)+`,
ways multiply. `worst_steps` counts the ways that can go on, and multiplies them with the places where a search begins,
with the characters that a way reads, and with the parts of the pattern that may be tried and given up at each of them.
The true number is mostly far smaller. `docs/diagnostics.md` (SCH009) says what follows for authors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from .patterns import compiled_pattern, is_quantifier, pattern_pieces

HARMLESS_STEPS = 50_000_000  # at most some tenths of a second
USUAL_LENGTH = 1000  # of texts
LONGEST_PATTERN = 2000
DEEPEST_GROUP = 50
NOTHING = ""  # beside characters: the pattern may go on without reading any
WRITTEN_CHARACTER = r"\\x[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|[^\x00-\x7f]"
FIRST_BEYOND_ASCII, LAST_CHARACTER = 0x80, 0x10FFFF
WIDE = float("inf")


class UnknownCostError(ValueError):
    """Nothing can be said of a pattern: it has a back-reference or too many nested groups."""


class Part(NamedTuple):
    """A part of a pattern.

    `kind` is "character", "edge" (such as ^), "look" (around), "sequence", "choice" or "repeat" (at least `least`, at
    most `most` times). `first` holds the characters by which the part can begin, `width` the most that it reads; `size`
    counts the parts in it. `text` is an edge, or the beginning of a look around, as it is written.
    """

    kind: str
    first: frozenset[str] = frozenset()
    can_be_empty: bool = False
    width: float = 0
    size: int = 1
    parts: tuple[Part, ...] = ()
    least: int = 1
    most: float = 1
    text: str = ""


def is_harmless(pattern: str, length: int = USUAL_LENGTH) -> bool:
    """Tell whether a search in a text of `length` characters, or of the usual length, is always short."""
    return worst_steps(pattern, max(length, USUAL_LENGTH)) <= HARMLESS_STEPS


@lru_cache(maxsize=256)
def worst_steps(pattern: str, length: int) -> float:
    """Return a number of steps that no search in a text of `length` characters exceeds; infinity when none is known."""
    if len(pattern) > LONGEST_PATTERN or compiled_pattern(pattern) is None:
        return WIDE
    try:
        whole = parsed_pattern(pattern)
    except UnknownCostError:
        return WIDE
    starts = 1 if begins_at_start(whole) else length + 1
    reads = min(whole.width, length) + 1
    leading, others = looks_around(whole)
    looks = sum(ways_through(look.parts[0], frozenset([NOTHING]), length) for look in leading)
    steps = starts * (looks * (length + 1) + ways_through(whole, frozenset([NOTHING]), length) * reads) * whole.size
    for look in others:  # tried at any place of any way
        inside = look.parts[0]
        steps *= ways_through(inside, frozenset([NOTHING]), length) * (min(inside.width, length) + 1) * look.size
    return steps + length * whole.size


def ways_through(part: Part, follow: frozenset[str], length: int) -> float:
    """Return how many ways through `part`, from one place of the text, can go on with a character of `follow`."""
    if part.kind == "sequence":
        ways = 1.0
        for inner in reversed(part.parts):
            ways *= ways_through(inner, follow, length)
            follow = opening(inner, follow)
        return ways
    if part.kind == "choice":
        branches = [(opening(branch, follow), ways_through(branch, follow, length)) for branch in part.parts]
        characters = frozenset().union(*(begin for begin, _ in branches))
        return max((sum(ways for begin, ways in branches if one in begin) for one in characters), default=1.0)
    if part.kind == "repeat":
        return ways_to_repeat(part, follow, length)
    return 1.0


def ways_to_repeat(part: Part, follow: frozenset[str], length: int) -> float:
    """Return how many ways a repetition can go on with a character of `follow`."""
    (inner,) = part.parts
    may_stop_early = part.least < part.most and (inner.can_be_empty or bool(inner.first & follow))
    once = ways_through(inner, follow | inner.first if part.most > 1 else follow, length)
    if once == 1 and not inner.can_be_empty:
        return min(part.most - part.least, length) + 1 if may_stop_early else 1.0
    if part.most <= 1:
        return once + may_stop_early
    if part.most > length:
        return WIDE
    return power(once + 1, int(part.most))


def power(base: float, exponent: int) -> float:
    """Return the power, or infinity when it is far too large to matter."""
    return base**exponent if exponent <= 64 and base <= HARMLESS_STEPS ** (1 / exponent) else WIDE  # noqa: PLR2004 - 2 ** 64 is too large


def opening(part: Part, follow: frozenset[str]) -> frozenset[str]:
    """Return the characters by which `part` and what follows it can begin."""
    return part.first | follow | {NOTHING} if part.can_be_empty else part.first


def begins_at_start(part: Part) -> bool:
    """Tell whether a match can begin only where the text begins."""
    if part.kind == "edge":
        return part.text == "^"
    if part.kind == "sequence":
        return bool(part.parts) and begins_at_start(part.parts[0])
    return part.kind == "choice" and all(map(begins_at_start, part.parts))


def looks_around(whole: Part) -> tuple[list[Part], list[Part]]:
    """Return the looks around before anything is read, which are tried once at each start, and all the others."""
    top = whole.parts if whole.kind == "sequence" else ()
    count = next((index for index, part in enumerate(top) if part.kind not in {"edge", "look"}), len(top))
    leading = [part for part in top[:count] if part.kind == "look"]
    inside = [look for part in leading for look in looks_inside(part.parts[0])]
    behind = [look for part in top[count:] for look in looks_inside(part)] if top else list(looks_inside(whole))
    return leading, inside + behind


def looks_inside(part: Part) -> Iterator[Part]:
    """Yield every look around in `part`, itself included."""
    if part.kind == "look":
        yield part
    for inner in part.parts:
        yield from looks_inside(inner)


def parsed_pattern(pattern: str) -> Part:
    """Return a pattern that Python can run as a tree. Raises UnknownCostError."""
    pieces = list(pattern_pieces(pattern))
    characters = telling_characters("".join(python for _, python in pieces))
    branches: list[list[list[Part]]] = [[[]]]  # of each open group, its choices so far, each a list of parts
    openers: list[str] = []
    for text, python in pieces:
        parts = branches[-1][-1]
        if is_quantifier(text):
            parts.append(repeated(parts.pop(), *limits_of(text)))
        elif text.startswith("("):
            if len(openers) == DEEPEST_GROUP:
                raise UnknownCostError(text)
            openers.append(text)
            branches.append([[]])
        elif text == ")":
            inside = choice(branches.pop())
            opener = openers.pop()
            is_look = opener in {"(?=", "(?!", "(?<=", "(?<!"}
            look = Part("look", can_be_empty=True, size=inside.size + 1, parts=(inside,), text=opener)
            branches[-1][-1].append(look if is_look else inside)
        elif text == "|":
            branches[-1].append([])
        elif text in {"^", "$", r"\b", r"\B"}:
            parts.append(Part("edge", can_be_empty=True, text=text))
        elif re.match(r"\\[1-9k]", text):
            raise UnknownCostError(text)
        else:
            parts.append(Part("character", characters_of(python, characters), width=1))
    return choice(branches.pop())


def telling_characters(pattern: str) -> str:
    """Return all of ASCII and each end of a range in `pattern`.

    Each class that matches anything matches one of them.
    """
    written = [match[0] for match in re.finditer(WRITTEN_CHARACTER, pattern)]
    codes = {ord(text) if len(text) == 1 else int(text.lstrip("\\xuU"), 16) for text in written}
    ends = codes | {code + 1 for code in codes} | {FIRST_BEYOND_ASCII}
    return "".join(map(chr, sorted({*range(FIRST_BEYOND_ASCII), *ends} - {LAST_CHARACTER + 1})))


@lru_cache(maxsize=256)
def characters_of(expression: str, among: str) -> frozenset[str]:
    """Return the characters that a class or a single character takes."""
    return frozenset(re.findall(f"(?:{expression})", among, re.ASCII))


def limits_of(quantifier: str) -> tuple[int, float]:
    """Return the least and the most times that a quantifier repeats."""
    if quantifier[0] != "{":
        return {"*": (0, WIDE), "+": (1, WIDE), "?": (0, 1)}[quantifier[0]]
    least, comma, most = quantifier.rstrip("?")[1:-1].partition(",")
    return int(least), float(most) if most else WIDE if comma else float(least)


def repeated(part: Part, least: int, most: float) -> Part:
    """Return a repetition."""
    width = part.width * most if part.width and most else 0
    return Part(
        "repeat",
        part.first if most else frozenset(),
        part.can_be_empty or not least,
        width,
        part.size + 1,
        (part,),
        least,
        most,
    )


def choice(branches: list[list[Part]]) -> Part:
    """Return the tree of a group's choices."""
    parts = tuple(map(sequence, branches))
    if len(parts) == 1:
        return parts[0]
    first = frozenset().union(*(part.first for part in parts))
    return Part(
        "choice",
        first,
        any(part.can_be_empty for part in parts),
        max(part.width for part in parts),
        size_of(parts),
        parts,
    )


def sequence(parts: list[Part]) -> Part:
    """Return the tree of parts that follow each other."""
    first: frozenset[str] = frozenset()
    for part in reversed(parts):
        first = part.first | first if part.can_be_empty else part.first
    width = sum(part.width for part in parts)
    return Part("sequence", first, all(part.can_be_empty for part in parts), width, size_of(tuple(parts)), tuple(parts))


def size_of(parts: tuple[Part, ...]) -> int:
    """Return the number of parts in a group."""
    return 1 + sum(part.size for part in parts)
