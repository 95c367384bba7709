# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The keywords of the dialect that look at one value alone: its size, its text, its number.

Each function takes the value and the limit from the schema and returns what is wrong as a sentence, or "" when nothing
is.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from .formats import TEXT_FORMATS
from .json_values import equality_key, is_multiple_of, kind_of, number_as_written, shown_value
from .patterns import compiled_pattern
from .wording import counted_noun

LETTERS_PER_STEP = 8
LONGEST_UNPROVED = 1000  # in a longer text, only a pattern that is proved harmless is searched


class Assertion(NamedTuple):
    """A keyword's function with the JSON types that it judges and that its limit must have.

    Anything else is ignored.
    """

    values: str
    limits: str
    sentence: Callable[[Any, Any], str]


def assertion_sentence(keyword: str, value: Any, limit: Any) -> str:
    """Return what `keyword` finds wrong with `value`, or ""."""
    rule = ASSERTIONS[keyword]
    if kind_of(value) != rule.values or kind_of(limit) != rule.limits:
        return ""
    return rule.sentence(value, limit)


def too_few_sentence(subject: str, count: int, limit: Any) -> str:
    """Return the complaint that `subject` is below the least count."""
    return (
        f"{subject}; at least {shown_value(limit)} {'is' if limit == 1 else 'are'} needed"
        if count < number_as_written(limit)
        else ""
    )


def too_many_sentence(subject: str, count: int, limit: Any) -> str:
    """Return the complaint that `subject` is above the greatest count."""
    return (
        f"{subject}; at most {shown_value(limit)} {'is' if limit == 1 else 'are'} allowed"
        if count > number_as_written(limit)
        else ""
    )


def keyword_min_length(value: str, limit: Any) -> str:
    """Count characters as code points."""
    return too_few_sentence(f"{shown_value(value)} is {counted_noun(len(value), 'character')} long", len(value), limit)


def keyword_max_length(value: str, limit: Any) -> str:
    """Count characters as code points."""
    return too_many_sentence(f"{shown_value(value)} is {counted_noun(len(value), 'character')} long", len(value), limit)


def keyword_pattern(value: str, limit: str) -> str:
    """Search anywhere in the text, as ECMAScript would. A pattern that Python cannot run is not checked."""
    pattern = compiled_pattern(limit)
    if pattern is None:
        return ""
    if len(value) > LONGEST_UNPROVED and not is_harmless_in(value, limit):
        most = f"at most {LONGEST_UNPROVED} can be checked against the pattern {limit}"
        return f"the text has {len(value)} characters; {most}"
    return "" if pattern.search(value) else f"{shown_value(value)} does not match the pattern {limit}"


def is_harmless_in(text: str, pattern: str) -> bool:
    """Tell whether a search for `pattern` in `text` surely ends soon."""
    from .pattern_cost import is_harmless

    return is_harmless(pattern, len(text))


def keyword_format(value: str, limit: str) -> str:
    """Assert the formats of the dialect and ignore all others."""
    text_format = TEXT_FORMATS.get(limit)
    if not text_format or text_format.accepts(value):
        return ""
    if text_format.plain and not value.isascii():
        return f"{shown_value(value)} is not {text_format.name} in plain letters (ASCII)"
    return f"{shown_value(value)} is not {text_format.name}; write it like {text_format.example}"


def assertion_steps(keyword: str, value: Any, limit: Any) -> int:
    """Return about how much work an assertion is: nothing to speak of, but for a pattern, which is read first."""
    if keyword != "pattern" or not isinstance(value, str) or not isinstance(limit, str):
        return 0
    return (len(limit) + len(value)) // LETTERS_PER_STEP


def assertion_hint(keyword: str, value: Any, limit: Any) -> str:
    """Return something to type instead of a value that a format refuses, or ""."""
    text_format = TEXT_FORMATS.get(limit) if keyword == "format" and isinstance(limit, str) else None
    return text_format.hint(value) if text_format else ""


def keyword_minimum(value: Any, limit: Any) -> str:
    """Allow the limit itself."""
    wrong = number_as_written(value) < number_as_written(limit)
    return f"{shown_value(value)} is too small; the least allowed is {shown_value(limit)}" if wrong else ""


def keyword_maximum(value: Any, limit: Any) -> str:
    """Allow the limit itself."""
    wrong = number_as_written(value) > number_as_written(limit)
    return f"{shown_value(value)} is too large; the most allowed is {shown_value(limit)}" if wrong else ""


def keyword_exclusive_minimum(value: Any, limit: Any) -> str:
    """Refuse the limit itself."""
    wrong = number_as_written(value) <= number_as_written(limit)
    return f"{shown_value(value)} is too small; it must be more than {shown_value(limit)}" if wrong else ""


def keyword_exclusive_maximum(value: Any, limit: Any) -> str:
    """Refuse the limit itself."""
    wrong = number_as_written(value) >= number_as_written(limit)
    return f"{shown_value(value)} is too large; it must be less than {shown_value(limit)}" if wrong else ""


def keyword_multiple_of(value: Any, limit: Any) -> str:
    """Divide exactly: 19.99 is a multiple of 0.01. A factor that is not above zero is ignored."""
    if number_as_written(limit) <= 0 or is_multiple_of(number_as_written(value), number_as_written(limit)):
        return ""
    return f"{shown_value(value)} is not a multiple of {shown_value(limit)}"


def keyword_min_items(value: list[Any], limit: Any) -> str:
    """Count the items."""
    return too_few_sentence(f"the array has {counted_noun(len(value), 'item')}", len(value), limit)


def keyword_max_items(value: list[Any], limit: Any) -> str:
    """Count the items."""
    return too_many_sentence(f"the array has {counted_noun(len(value), 'item')}", len(value), limit)


def keyword_unique_items(value: list[Any], limit: bool) -> str:  # noqa: FBT001 - the limit of every keyword is its second argument
    """Name the first item that repeats an earlier one."""
    first: dict[Any, int] = {}
    for index, item in enumerate(value if limit else []):
        earlier = first.setdefault(equality_key(item), index)
        if earlier != index:
            return f"item {index} repeats item {earlier}, {shown_value(item)}; no two items may be equal"
    return ""


def keyword_min_properties(value: dict[str, Any], limit: Any) -> str:
    """Count the properties."""
    return too_few_sentence(f"the object has {counted_noun(len(value), 'property')}", len(value), limit)


def keyword_max_properties(value: dict[str, Any], limit: Any) -> str:
    """Count the properties."""
    return too_many_sentence(f"the object has {counted_noun(len(value), 'property')}", len(value), limit)


ASSERTIONS = {
    "minLength": Assertion("string", "number", keyword_min_length),
    "maxLength": Assertion("string", "number", keyword_max_length),
    "pattern": Assertion("string", "string", keyword_pattern),
    "format": Assertion("string", "string", keyword_format),
    "minimum": Assertion("number", "number", keyword_minimum),
    "maximum": Assertion("number", "number", keyword_maximum),
    "exclusiveMinimum": Assertion("number", "number", keyword_exclusive_minimum),
    "exclusiveMaximum": Assertion("number", "number", keyword_exclusive_maximum),
    "multipleOf": Assertion("number", "number", keyword_multiple_of),
    "minItems": Assertion("array", "number", keyword_min_items),
    "maxItems": Assertion("array", "number", keyword_max_items),
    "uniqueItems": Assertion("array", "boolean", keyword_unique_items),
    "minProperties": Assertion("object", "number", keyword_min_properties),
    "maxProperties": Assertion("object", "number", keyword_max_properties),
}
