"""A waiver is not needed: nothing is found at its place.

Why: it would hide the finding if it came back, and its reason misleads who reads it.

Fix: remove it, or move it to the line, or correct the place, of the finding.

Bad:
    title: List books # skillc: allow TXT010 because people ask for the difference
Good:
    title: List books
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.diagnostic import has_errors

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.waivers import Review, Waiver
    from skillc.diagnostic import Diagnostic

CODE = "WVR002"


def check(review: Review) -> Iterator[Diagnostic]:
    """Yield each unused waiver; while there are errors, nobody knows what will be found."""
    if has_errors(review.found):
        return
    for waiver in review.waivers:
        if waiver.reason and waiver.code in review.codes and not review.named_by(waiver):
            message = f"{waiver.code} is not found {_place(waiver)}, so this waiver is not needed"
            hint = ", ".join(["remove it", *(_correction(waiver, found) for found in review.alike(waiver)[:1])])
            yield waiver.document.warning(CODE, waiver.pointer, message, hint, span=waiver.span)


def _correction(waiver: Waiver, found: Diagnostic) -> str:
    """Return how to make the waiver be about a finding elsewhere in its file."""
    path = ".".join(map(str, found.pointer))
    return f"or move it to line {found.span.line}" if waiver.is_comment else f"or write at: {path}"


def _place(waiver: Waiver) -> str:
    if waiver.is_comment:
        return f"in line {waiver.line}"
    return f"at {waiver.at} of {waiver.file}" if waiver.at else f"in {waiver.file}"
