# skillc copies this file into each skill; change it in src/einvoice, not there
"""What is wrong with the elements in another one: unknown, too often, in a wrong order, or missing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator

from ..xml import Element
from .flaws import clipped
from .schema import Child, Parent

# the element, or its name when there is none, and the sentence about it
Found = Iterator["tuple[Element | str, str]"]


def misplaced(parent: Element, allowed: Parent) -> Found:
    """Yield what the type of a parent does not allow, each cause once."""
    places = [allowed.place_of(child) for child in parent.children]
    strangers = [child for child, place in zip(parent.children, places) if place is None]
    known = [(place, child) for place, child in zip(places, parent.children) if place is not None]
    by_name = {child.name: child for child in allowed.children}
    for child in strangers:
        yield child, _stranger(child, parent, by_name.get(child.local_name))
    if allowed.is_choice:
        yield from _not_one(parent, allowed, known, strangers)
        return
    yield from _too_often_or_out_of_order(parent, allowed, known)
    if all(child.local_name in by_name for child in strangers):
        present = {child.local_name for child in parent.children}
        for needed in allowed.children:
            if needed.is_needed and needed.name not in present:
                yield needed.name, f"{needed.name} is missing in {clipped(parent)}"


def _stranger(child: Element, parent: Element, meant: Child | None) -> str:
    if meant is None:
        return f"{clipped(child)} is not known in {clipped(parent)}"
    found = f'the namespace "{child.namespace[:80]}"' if child.namespace else "no namespace"
    return f'{meant.name} is in {found}; it belongs in "{meant.namespace}", usually as {meant.prefix}:{meant.name}'


def _not_one(parent: Element, allowed: Parent, known: list[tuple[int, Element]], strangers: list[Element]) -> Found:
    names = " or ".join(child.name for child in allowed.children)
    if len(known) > 1:
        yield known[1][1], f"{clipped(parent)} holds {len(known)} elements; it may hold one: {names}"
    elif not known and not strangers:
        yield allowed.children[0].name, f"{names} is missing in {clipped(parent)}"


def _too_often_or_out_of_order(parent: Element, allowed: Parent, known: list[tuple[int, Element]]) -> Found:
    counts = Counter(place for place, _ in known)
    too_often = {place for place, count in counts.items() if count > 1 and not allowed.children[place].is_repeatable}
    for place in sorted(too_often):
        second = [child for at, child in known if at == place][1]
        times = "twice" if counts[place] == 2 else f"{counts[place]} times"  # noqa: PLR2004
        yield second, f"{second.local_name} is there {times} in {clipped(parent)}; it may be there once"
    others = [(place, child) for place, child in known if place not in too_often]
    yield from _out_of_order(others)


def _out_of_order(known: list[tuple[int, Element]]) -> Found:
    kept = _longest_in_order([place for place, _ in known])
    kept_places = [known[index][0] for index in kept]
    is_kept = set(kept)
    for index, (place, child) in enumerate(known):
        if index in is_kept:
            continue
        after = bisect_right(kept_places, place)
        if after < len(kept) and kept[after] < index:
            other = known[kept[after]][1].local_name
            yield child, f"{child.local_name} comes too late: it belongs before {other}"
        else:
            other = known[kept[bisect_left(kept_places, place) - 1]][1].local_name
            yield child, f"{child.local_name} comes too early: it belongs after {other}"


def _longest_in_order(places: list[int]) -> list[int]:
    """Return the indexes of as many places as possible that never go back."""
    ends: list[int] = []  # of the best chain of each length: the place, and the index of it
    end_indexes: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        length = bisect_right(ends, place)
        before.append(end_indexes[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        end_indexes[length : length + 1] = [index]
    chain = []
    at = end_indexes[-1] if end_indexes else -1
    while at >= 0:
        chain.append(at)
        at = before[at]
    return chain[::-1]
