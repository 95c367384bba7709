r"""A generated file, or the whole skill, is larger than registries and agents accept.

Why: OpenClaw does not list a skill whose SKILL.md is larger than 256,000 bytes, and gives no message. ClawHub refuses a
file larger than 10 MB and a skill larger than 50 MB.

Fix: shorten the texts, or split the skill into two.

Bad:
    $ sed '/^budgets:/,/reference:/d' skill.yaml >longer.yaml && mv longer.yaml skill.yaml
    $ printf 'sections: [{title: Zeros, text: "%0300000d"}]\n' 0 >>skill.yaml
Good:
    $ sed '/^sections:/d' skill.yaml >shorter.yaml && mv shorter.yaml skill.yaml
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.checks.support.rendering import SKILL_PAGE, file_finding
from skillc.diagnostic import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.rendering import Rendering
    from skillc.diagnostic import Diagnostic

CODE = "OUT009"

_SKILL_PAGE_LIMIT, _FILE_LIMIT, _SKILL_LIMIT = 256_000, 10_000_000, 50_000_000  # bytes


def check(rendering: Rendering) -> Iterator[Diagnostic]:
    """Yield an error for each file that is too large, and one for the whole skill."""
    for path, content in rendering.files.items():
        limit = _SKILL_PAGE_LIMIT if path == SKILL_PAGE else _FILE_LIMIT
        if len(content) > limit:
            yield _error(path, f"this file would have {len(content):,} bytes; at most {limit:,} are allowed")
    whole = sum(map(len, rendering.files.values()))
    if whole > _SKILL_LIMIT:
        yield _error(SKILL_PAGE, f"the skill would have {whole:,} bytes; at most {_SKILL_LIMIT:,} are allowed")


def _error(path: str, message: str) -> Diagnostic:
    return file_finding(CODE, Severity.ERROR, path, message, "shorten the texts, or split the skill into two")
