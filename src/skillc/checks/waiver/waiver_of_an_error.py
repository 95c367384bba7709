"""A waiver names an error; only warnings can be waived.

Why: an error stops the build because the skill would do something wrong, or could not be read.

Fix: mend what the error is about, and remove the waiver.

Bad:
    entity: shelf # skillc: allow ACT003 because shelves come later
Good:
    entity: book
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.diagnostic import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.waivers import Review
    from skillc.diagnostic import Diagnostic

CODE = "WVR003"


def check(review: Review) -> Iterator[Diagnostic]:
    """Yield each waiver of something that is an error."""
    for waiver in review.waivers:
        if any(found.severity is Severity.ERROR for found in review.named_by(waiver)):
            message = f"{waiver.code} is an error here; only warnings can be waived"
            hint = "mend what the error is about, and remove the waiver"
            yield waiver.document.error(CODE, waiver.pointer, message, hint, span=waiver.span)
