# skillc copies this file into each skill; change it in src/skill_helper, not there
"""One value meets one schema: how the keywords that look at names, parts and alternatives judge it.

A keyword is one row of KEYWORD_RULES and one function named after it; `assertions` holds those that look at a value
alone. What a schema says beyond the dialect is ignored, and so is a keyword whose limit has a wrong type: a value is
refused only for what is understood.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from .assertions import ASSERTIONS, assertion_hint, assertion_sentence, assertion_steps, is_harmless_in
from .json_values import NESTING_LIMIT, equality_key, kind_of, shown_value
from .reading import allowed_phrases, described_properties, has_type, listed_types, names_described, referred_schema
from .wording import TYPE_PHRASES, described_value, listed_phrases, quoting_hint, shown_options

TOO_DEEP = f"nested too deeply; at most {NESTING_LIMIT} levels are allowed"
MISSING = " is missing"
MOST_STEPS = 30_000  # a second of work
ENTRIES_PER_STEP = 8
REFUSING_KEYWORDS = {"type", "const", "enum", "anyOf", "oneOf", "false"}
NO_NAMES: Mapping[str, str] = {}


class UnsortedProblem(NamedTuple):
    """What is wrong at one place, before it is put in order: `position` sorts by document order.

    `word` is the text that may have been misspelt, `candidates` what it may have been meant to be.
    """

    position: tuple[int, ...]
    pointer: str
    keyword: str
    message: str
    hint: str = ""
    word: str = ""
    candidates: tuple[str, ...] = ()


class Budget:
    """What is left of the steps that one validation may take, whatever the schema.

    Beyond them nothing more is found.
    """

    def __init__(self) -> None:
        """Begin with all of them."""
        self.left = MOST_STEPS
        self.names: dict[int, dict[str, Any]] = {}  # what a schema, by its identity, describes: looked for once

    def affords(self, steps: int) -> bool:
        """Take so many steps; return whether they were left."""
        self.left -= steps
        return self.left >= 0


class SchemaVisit(NamedTuple):
    """One value that meets one schema: all that the function of a keyword needs to know."""

    value: Any
    schema: Any
    defs: Mapping[str, Any]
    closed: bool
    budget: Budget
    pointer: str = ""
    position: tuple[int, ...] = ()
    depth: int = 0  # schemas entered on the way here
    partial: bool = False  # the schema is only a part of what is said about this value
    references: frozenset[str] = frozenset()  # followed without going deeper into the value
    trusted: bool = True  # a pattern that is not proved harmless may be run

    def problem(self, keyword: str, message: str, hint: str = "", among: Iterable[Any] = ()) -> UnsortedProblem:
        """Return a problem of the value as a whole. It may be a misspelling of one of the texts in `among`."""
        candidates = tuple(candidate for candidate in among if isinstance(candidate, str))
        return UnsortedProblem(
            self.position,
            self.pointer,
            keyword,
            message,
            hint,
            self.value if isinstance(self.value, str) else "",
            candidates,
        )

    def member(self, index: int, token: str | int, schema: Any) -> SchemaVisit:
        """Return the visit of the value's member number `index`, called `token`."""
        escaped = str(token).replace("~", "~0").replace("/", "~1")
        pointer, position = f"{self.pointer}/{escaped}", (*self.position, index)
        return SchemaVisit(
            self.value[token],
            schema,
            self.defs,
            self.closed,
            self.budget,
            pointer,
            position,
            self.depth + 1,
            trusted=self.trusted,
        )

    def branch(self, schema: Any, reference: str = "") -> SchemaVisit:
        """Return the visit of the same value with a part of its schema, or with what a reference leads to."""
        return self._replace(
            schema=schema, depth=self.depth + 1, partial=True, references=self.references | {reference}
        )


def problems_here(visit: SchemaVisit) -> list[UnsortedProblem]:
    """Return what is wrong at one place.

    A wrong type or a value outside enum or const makes other problems pointless.
    """
    if visit.schema is False:
        return [visit.problem("false", f"{shown_value(visit.value)} is given; nothing is allowed here")]
    if not isinstance(visit.schema, dict) or not visit.budget.affords(steps_of(visit.schema)):
        return []
    if visit.depth > NESTING_LIMIT:
        return [visit.problem("nesting", TOO_DEEP)]
    problems: list[UnsortedProblem] = []
    for keyword, rule in KEYWORD_RULES.items():
        limit = visit.schema.get(keyword)
        if keyword in visit.schema and (rule.limits == "any" or kind_of(limit) in rule.limits.split()):
            problems.extend(rule.problems(visit, limit))
            if problems and rule.decisive:
                return problems
    problems.extend(undescribed_names(visit))
    for keyword in ASSERTIONS:
        if keyword not in visit.schema or (keyword == "pattern" and not may_be_searched(visit)):
            continue
        value, limit = visit.value, visit.schema[keyword]
        if visit.budget.affords(assertion_steps(keyword, value, limit)):
            sentence = assertion_sentence(keyword, value, limit)
            hint = assertion_hint(keyword, value, limit) if sentence else ""
            problems.extend([visit.problem(keyword, sentence, hint)] if sentence else [])
    return problems


def may_be_searched(visit: SchemaVisit) -> bool:
    """Tell whether the pattern of the schema may be run on the value."""
    value, pattern = visit.value, visit.schema["pattern"]
    return visit.trusted or (isinstance(value, str) and isinstance(pattern, str) and is_harmless_in(value, pattern))


def steps_of(schema: dict[str, Any]) -> int:
    """Return about how much work one look at a schema is: its lists are gone through."""
    return 1 + sum(len(limit) for limit in schema.values() if isinstance(limit, list)) // ENTRIES_PER_STEP


def keyword_const(visit: SchemaVisit, limit: Any) -> Iterator[UnsortedProblem]:
    """Allow one value."""
    if equality_key(visit.value) != equality_key(limit):
        yield visit.problem("const", f"{shown_value(visit.value)} is not {shown_value(limit)}, the only value allowed")


def keyword_enum(visit: SchemaVisit, options: list[Any]) -> Iterator[UnsortedProblem]:
    """Allow listed values.

    A live schema may write numbers as text: then 10 stands for "10" where no text is allowed.
    """
    if not options or equality_key(visit.value) in map(equality_key, options):
        return
    if shown_value(visit.value) in options and "string" not in (listed_types(visit.schema) or ["string"]):
        return
    several, one = (
        f"one of {listed_phrases(shown_options(options))}",
        f"{shown_value(options[0])}, the only value allowed",
    )
    yield visit.problem(
        "enum", f"{shown_value(visit.value)} is not {several if len(options) > 1 else one}", among=options
    )


def keyword_type(visit: SchemaVisit, _limit: Any) -> Iterator[UnsortedProblem]:
    """Allow one type or several; a type that is not of JSON Schema may mean anything."""
    names = listed_types(visit.schema)
    if names and not any(has_type(visit.value, name) for name in names):
        needed = " or ".join(TYPE_PHRASES[name] for name in names)
        yield visit.problem(
            "type", f"{described_value(visit.value)}; {needed} is needed", quoting_hint(visit.value, names)
        )


def keyword_ref(visit: SchemaVisit, limit: str) -> Iterator[UnsortedProblem]:
    """Follow "#/$defs/Name"; a reference that leads nowhere, or around in a circle, is ignored."""
    if limit not in visit.references:
        yield from problems_here(visit.branch(referred_schema(limit, visit.defs), limit))


def keyword_required(visit: SchemaVisit, names: list[Any]) -> Iterator[UnsortedProblem]:
    """Name each property that is missing."""
    if isinstance(visit.value, dict):
        for name in names:
            if isinstance(name, str) and name not in visit.value and visit.budget.affords(1):
                yield visit.problem("required", shown_value(name) + MISSING)


def keyword_properties(visit: SchemaVisit, schemas: dict[str, Any]) -> Iterator[UnsortedProblem]:
    """Validate the properties that are described."""
    if isinstance(visit.value, dict):
        for index, name in enumerate(visit.value):
            if name in schemas:
                yield from problems_here(visit.member(index, name, schemas[name]))


def keyword_additional_properties(visit: SchemaVisit, limit: Any) -> Iterator[UnsortedProblem]:
    """Refuse or validate the properties that are not described beside this keyword."""
    if isinstance(visit.value, dict) and "patternProperties" not in visit.schema:
        known = described_properties(visit.schema)
        for index, name in enumerate(visit.value):
            if name not in known and visit.budget.affords(1 + len(known) // ENTRIES_PER_STEP):
                member = visit.member(index, name, limit)
                refused = visit.schema.get("refused", {})
                yield from [unknown_name(member, name, known, refused)] if limit is False else problems_here(member)


def undescribed_names(visit: SchemaVisit) -> Iterator[UnsortedProblem]:
    """Refuse, in closed validation, the names that no part of the schema describes."""
    if visit.closed and not visit.partial and isinstance(visit.value, dict) and visit.value:
        known = visit.budget.names.get(id(visit.schema))
        if known is None:
            known = visit.budget.names[id(visit.schema)] = names_described(visit.schema, visit.defs)
        for index, name in enumerate(visit.value if known else ()):
            if name not in known and visit.budget.affords(1 + len(known) // ENTRIES_PER_STEP):
                yield unknown_name(visit.member(index, name, schema=False), name, known)


def keyword_items(visit: SchemaVisit, limit: Any) -> Iterator[UnsortedProblem]:
    """Validate each item of an array."""
    if isinstance(visit.value, list) and "prefixItems" not in visit.schema:
        for index in range(len(visit.value)):
            yield from problems_here(visit.member(index, index, limit))


def keyword_any_of(visit: SchemaVisit, schemas: list[Any]) -> Iterator[UnsortedProblem]:
    """Allow what fits one alternative or more."""
    failures = [problems_here(visit.branch(schema)) for schema in schemas]
    if failures and all(failures):
        yield from problems_of_the_meant(visit, "anyOf", failures)


def keyword_one_of(visit: SchemaVisit, schemas: list[Any]) -> Iterator[UnsortedProblem]:
    """Allow what fits exactly one alternative."""
    failures = [problems_here(visit.branch(schema)) for schema in schemas]
    fitting = [str(number) for number, problems in enumerate(failures, start=1) if not problems]
    if len(fitting) > 1:
        several = f"alternatives {' and '.join(fitting)} of {len(failures)}"
        message = f"{shown_value(visit.value)} fits {several}; it must fit exactly one"
        yield visit.problem("oneOf", message)
    elif failures and not fitting:
        yield from problems_of_the_meant(visit, "oneOf", failures)


def keyword_not(visit: SchemaVisit, limit: dict[str, Any]) -> Iterator[UnsortedProblem]:
    """Refuse reserved words. `not` of anything but an enum is ignored, because it may hold a keyword that is."""
    words = limit.get("enum")
    if len(limit) == 1 and isinstance(words, list) and equality_key(visit.value) in map(equality_key, words):
        yield visit.problem(
            "not", f"{shown_value(visit.value)} is not allowed; reserved: {listed_phrases(shown_options(words))}"
        )


class KeywordRule(NamedTuple):
    """A keyword's function and the JSON types that its limit must have.

    After a decisive one fails, the others are not asked.
    """

    limits: str
    problems: Callable[[SchemaVisit, Any], Iterator[UnsortedProblem]]
    decisive: bool = False


KEYWORD_RULES = {
    "const": KeywordRule("any", keyword_const, decisive=True),
    "enum": KeywordRule("array", keyword_enum, decisive=True),
    "type": KeywordRule("string array", keyword_type, decisive=True),
    "$ref": KeywordRule("string", keyword_ref),
    "not": KeywordRule("object", keyword_not),
    "anyOf": KeywordRule("array", keyword_any_of),
    "oneOf": KeywordRule("array", keyword_one_of),
    "required": KeywordRule("array", keyword_required),
    "properties": KeywordRule("object", keyword_properties),
    "additionalProperties": KeywordRule("boolean object", keyword_additional_properties),
    "items": KeywordRule("boolean object", keyword_items),
}


def problems_of_the_meant(
    visit: SchemaVisit, keyword: str, failures: list[list[UnsortedProblem]]
) -> list[UnsortedProblem]:
    """Return what is wrong with the value as the alternative that was meant: the one that it comes nearest to.

    An alternative that refuses the value as a whole, by type, const or enum, was not meant.
    """
    entered = [problems for problems in failures if not refuse_outright(visit, problems)]
    if not entered:
        return [problem_of_all_alternatives(visit, keyword)] if len(failures) > 1 else failures[0]
    if len(entered) > 1 and all(
        problem[1:3] == (visit.pointer, "required") for problems in entered for problem in problems
    ):
        missing = dict.fromkeys(
            " and ".join(problem.message[: -len(MISSING)] for problem in problems) for problems in entered
        )
        return [visit.problem("required", " or ".join(missing) + MISSING)]
    return min(entered, key=distance_from_fitting)


def refuse_outright(visit: SchemaVisit, problems: list[UnsortedProblem]) -> bool:
    """Tell whether `problems` complain about the type or the identity of the whole value."""
    return any(problem.pointer == visit.pointer and problem.keyword in REFUSING_KEYWORDS for problem in problems)


def distance_from_fitting(problems: list[UnsortedProblem]) -> tuple[int, int, int]:
    """Order alternatives by wrong marks such as a kind, then by the number of problems, then by their depth."""
    marks = sum(problem.keyword in {"const", "enum"} for problem in problems)
    return marks, len(problems), -max(len(problem.position) for problem in problems)


def problem_of_all_alternatives(visit: SchemaVisit, keyword: str) -> UnsortedProblem:
    """Return the one problem that no alternative allows such a value, with what they allow."""
    phrases = allowed_phrases(visit.schema[keyword], visit.defs)
    if all(phrase in TYPE_PHRASES.values() for phrase in phrases):
        return visit.problem(
            keyword, f"{described_value(visit.value)}; {' or '.join(phrases) or 'something else'} is needed"
        )
    return visit.problem(keyword, f"{shown_value(visit.value)} is not one of {listed_phrases(phrases)}", among=phrases)


def unknown_name(
    member: SchemaVisit, name: str, known: Iterable[str], refused: Mapping[str, str] = NO_NAMES
) -> UnsortedProblem:
    """Return the problem that a name is not described, with the name that was meant or all that there are.

    For one that is `refused` on purpose, it says why.
    """
    if name in refused:
        return member.problem("additionalProperties", f"{shown_value(name)} is not taken here", refused[name])
    noun = "input" if len(member.position) == 1 else "property"
    names = listed_phrases(shown_options(known))
    problem = member.problem(
        "additionalProperties", f"unknown {noun} {shown_value(name)}", f"known: {names}" if names else "", among=known
    )
    return problem._replace(word=str(name))
