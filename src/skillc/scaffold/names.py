"""What a good name is, of a skill or of an action."""

from __future__ import annotations

import re
import unicodedata

from skillc.checks.form.wrong_form import slug
from skillc.schemas import schema


def name_problem(name: str) -> str:
    """Return what is wrong with a name; empty when it is a good one."""
    rule = schema("action")["$defs"]["key"]
    good = re.search(rule["pattern"], name) and len(name) <= rule["maxLength"]
    return "" if good else f"{rule['patternErrorMessage']}, at most {rule['maxLength']} characters"


def good_name(text: str) -> str:
    """Return the good name that is nearest to a text; empty when there is none."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    name = slug(letters).lstrip("0123456789-")[: schema("action")["$defs"]["key"]["maxLength"]].rstrip("-")
    return "" if name_problem(name) else name
