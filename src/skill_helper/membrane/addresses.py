# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Web addresses that Membrane names for a person to open: which of them are passed on."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

ADDRESS = r"https?://[!#-&(-;=?-~]+"  # visible ASCII without quotes and angle brackets
ENDS_A_SENTENCE = ".,;:!?)]}*_"
LONGEST = 4000
OWN_COMPUTER = ("localhost", "127.0.0.1", "::1")
OF_A_LOGIN = (
    r"[?&](?:client_id|code_challenge|response_type|user_code)=",
    r"(?i)/(?:oauth2?|authori[sz]e|device|activate)\b",
    r"(?i)log-?in|sign-?in|auth",
)


def web_address(value: Any) -> str:
    """Return a value that is an address of the web, else an empty text: a script, a file or a hidden host is none."""
    text = value if isinstance(value, str) else ""
    if len(text) > LONGEST or not re.fullmatch(ADDRESS, text):
        return ""
    try:
        parts = urlsplit(text)
        usable = bool(parts.hostname) and "@" not in parts.netloc and "\\" not in text and (parts.port or 1) > 0
    except ValueError:
        return ""
    return text if usable else ""


def login_address(printed: str) -> str:
    """Return the address in a text where a person logs in.

    Empty when there is none, or when it is not certain which it is.

    It is encrypted, unless it leads to the user's own computer. Among several, the one that looks most like an
    authorization counts.
    """
    found = dict.fromkeys(text.rstrip(ENDS_A_SENTENCE) for text in re.findall(ADDRESS, printed, re.IGNORECASE))
    safe = [text for text in found if web_address(text) and _is_private(text)]
    ranked = sorted(safe, key=_likeness, reverse=True)
    if len(ranked) > 1 and not _likeness(ranked[0]):
        return ""
    return ranked[0] if ranked else ""


def _is_private(address: str) -> bool:
    return address.startswith("https://") or urlsplit(address).hostname in OWN_COMPUTER


def _likeness(address: str) -> tuple[bool, ...]:
    """Return which marks of an authorization an address has, the surest first; an empty tuple when it has none."""
    marks = tuple(bool(re.search(mark, address)) for mark in OF_A_LOGIN)
    return marks if any(marks) else ()
