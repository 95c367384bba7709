"""Checks of body fields that several kinds of record share."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

from membrane_sandbox.account.answer import RefusalError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,), "boolean": (bool,), "number": (int, Decimal), "object": (dict,), "array": (list,),
}  # fmt: skip

PICTOGRAPHS = (range(0x2600, 0x27C0), range(0xFE0F, 0xFE10), range(0x1F000, 0x20000))
"""Blocks of Unicode: symbols and dingbats, the sign that makes a character an emoji, all the emoji planes."""
CENT = Decimal("0.01")
CENT_DIGITS = -2
LARGEST = Decimal("1e12")


def require(fields: Mapping[str, Any], names: Iterable[str]) -> None:
    """Refuse a body that lacks a required field. Only the first missing one is named, as Fastify does."""
    for name in names:
        if fields.get(name) is None:
            raise RefusalError(400, f"body must have required property '{name}'")


def typed(fields: Mapping[str, Any], types: Mapping[str, str]) -> dict[str, Any]:
    """Return the known fields of a body, checked for their type; unknown ones are ignored, null is kept."""
    known = {}
    for name, word in types.items():
        if name not in fields:
            continue
        value = fields[name]
        if value is not None and not _fits(value, word):
            raise RefusalError(400, f"body/{name} must be {word}")
        known[name] = value
    return known


def _fits(value: object, word: str) -> bool:
    # bool is an int to Python, not to JSON.
    return isinstance(value, TYPES[word]) and (word == "boolean" or not isinstance(value, bool))


def money(value: object) -> Decimal:
    """Return an amount with two decimals, half a cent rounded up. Refuses what no ledger holds."""
    amount = Decimal(str(value))
    if abs(amount) > LARGEST:
        raise RefusalError(400, "amount is out of range")
    return amount.quantize(CENT, ROUND_HALF_UP)


def unit_price(value: object) -> Decimal:
    """Return a price with all its decimals, at least two: an invoice rounds the cost of a line, not that of a piece."""
    amount = Decimal(str(value))
    digits = amount.as_tuple().exponent
    return amount if isinstance(digits, int) and digits <= CENT_DIGITS and abs(amount) <= LARGEST else money(amount)


def has_emoji(text: str) -> bool:
    """Say whether a text holds an emoji or another pictograph."""
    return any(ord(char) in block for char in text for block in PICTOGRAPHS)
