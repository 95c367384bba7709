# skillc copies this file into each skill; change it in src/skill_helper, not there
r"""Characters that a reader does not see, or that make a reader see something else than what is there.

Input refuses them, because nobody means them; output writes them as `\uXXXX`. What a script or an emoji needs is none
of them where it is needed: a joiner behind a letter of such a script, a selector behind a symbol.
"""

from __future__ import annotations

import re

CONTROLS = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # C0 and C1, without tab and line breaks
DIRECTIONS = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"
INVISIBLE = (
    r"\u00ad\u034f\u115f\u1160\u17b4\u17b5\u200b\u2028\u2029\u2060-\u2065\u2800\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    r"\U00013430-\U0001345f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)
SURROGATES = r"\ud800-\udfff"
JOINERS = r"\u180b-\u180f\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef"
# Behind these a joiner or selector has a meaning: letters of scripts other than Latin, Greek and Cyrillic, and symbols.
BEARERS = (
    r"\u00a9\u00ae\u0590-\u10ff\u1200-\u1cff\u203c\u2049\u20d0-\u2bff\u2e80-\u2fff\u3001-\ua63f\ua800-\uab2f\uabc0-\ud7ff"
    r"\uf900-\ufaff\ufb1d-\ufdff\ufe0f\ufe70-\ufefc\U00010000-\U0003fffd"
)
UNSEEN = rf"[{CONTROLS}{DIRECTIONS}{INVISIBLE}{SURROGATES}]|(?<![{BEARERS}])(?!\ufe0f\u20e3)[{JOINERS}]"
BEYOND_ASCII = r"[^\x00-\x7e]"
UNICODE_PLANE = 0x10000
# Characters without a name of their own; Python keeps a byte that is no UTF-8 as one of the first.
NAMELESS = ((0xDC80, 0xDCFF, "BYTE THAT IS NOT UTF-8"), (0xD800, 0xDFFF, "HALF A CHARACTER"))


def first_unseen(text: str) -> str:
    """Return the first character of a text that cannot be seen where it stands; empty when there is none."""
    found = re.search(UNSEEN, text)
    return found[0] if found else ""


def named(character: str) -> str:
    """Return what a character is called: `U+00AD SOFT HYPHEN`."""
    import unicodedata

    code = ord(character)
    kind = next((kind for first, last, kind in NAMELESS if first <= code <= last), "CONTROL CHARACTER")
    return f"U+{code:04X} {unicodedata.name(character, kind)}"


def with_escapes(text: str, *, ascii_only: bool = False) -> str:
    r"""Return a text for standard output: what cannot be seen as `\uXXXX`, as JSON writes it.

    With `ascii_only` all beyond ASCII too.
    """
    if text.isascii() and "\x7f" not in text:
        return text
    return re.sub(BEYOND_ASCII if ascii_only else UNSEEN, _escaped, text)


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < UNICODE_PLANE:
        return f"\\u{code:04x}"
    high, low = divmod(code - UNICODE_PLANE, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
