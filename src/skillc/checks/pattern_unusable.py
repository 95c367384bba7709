"""A `pattern` is not an ECMAScript expression that the helper can run.

Why: the helper ignores a pattern that it cannot run, so the author's rule would never hold.

Fix: correct the pattern, and anchor it with ^ and $.

Bad:
    output: {schema: {type: object, properties: {isbn: {type: string, pattern: "[0-9"}}}}
Good:
    output: {schema: {type: object, properties: {isbn: {type: string, pattern: "^[0-9]+$"}}}}
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from skillc.checks.support.schemas import all_schemas
from skillc.runtime.patterns import compiled_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "SCH003"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each pattern that does not compile."""
    for document, pointer, schema in all_schemas(project):
        pattern = schema.get("pattern")
        if pattern is not None and compiled_pattern(pattern) is None:
            yield document.error(CODE, (*pointer, "pattern"), f"this pattern cannot be used: {_reason(pattern)}", _hint(pattern))


def _reason(pattern: str) -> str:
    """Return why; Python's own words where it has any."""
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        return f"{error}"
    return "it means something else in ECMAScript than in Python"


def _hint(pattern: str) -> str:
    if "\\p{" in pattern or "\\P{" in pattern:
        return r"write the letters out, such as [A-Za-zÀ-ÿ]; \p{…} is not supported"
    if re.search(r"\\[AZz]", pattern):
        return r"write ^ for the beginning and $ for the end"
    if re.search(r"\(\?[aiLmsux-]+[:)]", pattern):
        return "write both cases out, such as [Aa]; flags such as (?i) are not supported"
    return "write it in plain ECMAScript: classes, groups, and the quantifiers * + ? {n,m}"
