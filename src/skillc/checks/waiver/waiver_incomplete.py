"""A waiver names no finding, or one that does not exist, or gives no reason.

Why: who reads it later must know what was accepted, and whether the reason still holds.

Fix: write `# skillc: allow CODE because REASON` at the end of the line, or on the line before it.

Bad:
    title: List books # skillc: allow TXT010
Good:
    title: List books
    summary: Find books, as get-book cannot. # skillc: allow TXT010 because people ask for the difference
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.shared import closest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.waivers import Review
    from skillc.diagnostic import Diagnostic

CODE = "WVR001"


def check(review: Review) -> Iterator[Diagnostic]:
    """Yield each waiver that does not say what it accepts, or why."""
    for waiver in review.waivers:
        if not waiver.code:
            message, hint = "this waiver names no finding", "write # skillc: allow CODE because REASON"
        elif waiver.code not in review.codes:
            near = closest(waiver.code, sorted(review.codes))
            message = f'there is no finding "{waiver.code}"'
            hint = f"did you mean {near}?" if near else "run skillc explain to list all codes"
        elif not waiver.reason:
            message = "this waiver gives no reason"
            hint = f"write # skillc: allow {waiver.code} because REASON"
        else:
            continue
        yield waiver.document.error(CODE, waiver.pointer, message, hint, span=waiver.span)
