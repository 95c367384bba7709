"""A skill of many actions: time grows with their number, not with its square."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from shelf import DELETE, GET, UPDATE

if TYPE_CHECKING:
    from shelf import Shelf


def seconds(shelf: Shelf, number: int) -> float:
    """Return how long it takes to compile `number` times three more actions; the best of two tries."""
    for index in range(number):
        for path in (GET, UPDATE, DELETE):
            text = shelf.text(path)
            for key in ("get-book", "update-book", "delete-book"):
                text = text.replace(key, f"{key}-{index}")
            text = text.replace("summary: ", f"summary: {index} ")
            shelf.write(path.replace(".yaml", f"-{index}.yaml"), text)
    times = []
    for _ in range(2):
        started = time.perf_counter()
        assert shelf.findings() == []
        times.append(time.perf_counter() - started)
    return min(times)


def test_four_times_the_actions_take_four_times_as_long(shelf: Shelf) -> None:
    few = seconds(shelf, 40)
    many = seconds(shelf, 160)
    assert many < 8 * few
