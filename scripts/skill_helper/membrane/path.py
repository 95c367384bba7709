# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The path of a proxy request.

Parsed once into segments of plain text, judged by them, and sent as it is rebuilt from them.

Between us and the app stand programs that decode, clean and join paths, each in its own way. So nothing is sent that
two of them could read differently, and what is allowed, what is warned of and what is sent are the same segments.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import quote, unquote_to_bytes

from ..base.exits import Exit
from ..base.jsontext import dump_json
from ..base.outcome import Failure

PLACEHOLDER = r"\{([^{}]+)\}"
BAD_PERCENT = r"%(?![0-9A-Fa-f]{2})"
DRIVE = r"[A-Za-z]:[/\\]"
GIT_BASH = r"(?i)[a-z]:[/\\](?:.*[/\\])?(?:git|portablegit|msys(?:32|64)?|cygwin(?:64)?)[/\\](.*)"
# Separators, and the signs that some programs take for them; braces, which Membrane's CLI takes for a placeholder.
SEPARATORS = "/\\?#;%{}\u2044\u2215\u2216\u29f8\u29f9"
SENT_PLAIN = "(),:@"
CHARACTER = {"/": "a slash", "\\": "a backslash", "%": "a percent sign, or is encoded twice"}


class ProxyPath(NamedTuple):
    """A path below the app's address; `segments` are plain text, none of them empty.

    No segments: the address itself.
    """

    segments: tuple[str, ...]

    def __str__(self) -> str:
        """Return the path as it is sent."""
        return "/" + "/".join(quote(segment, safe=SENT_PLAIN) for segment in self.segments)

    @property
    def above(self) -> ProxyPath:
        """The path without its last segment."""
        return ProxyPath(self.segments[:-1])

    def is_at(self, place: str) -> bool:
        """Whether a lenient server would take this for the path `place`, which skill.yaml names."""
        return len(self.segments) == len(_parts(place)) and self.lies_below(place)

    def lies_below(self, place: str) -> bool:
        """Whether a lenient server would take this for the path `place` of skill.yaml, or for one below it."""
        parts = _parts(place)
        return len(self.segments) >= len(parts) and all(map(_is_taken_for, self.segments, parts))


def parse_path(text: str, values: Mapping[str, Any]) -> ProxyPath:
    """Return the path that a text spells, each `{name}` in it replaced by its value.

    Fail for all that could mean something else.

    A value is plain text, and stays within its segment.
    """
    if re.match(DRIVE, text):
        raise rewritten_path(text)
    if re.match(r"(?i)[a-z][a-z0-9+.-]*:", text) or text.startswith("//"):
        raise bad_path(
            text,
            "is an address, or begins like one",
            'write the path alone, e.g. "/invoices"; the address is Membrane\'s part',
        )
    if text == "/":
        return ProxyPath(())
    _refuse_missing(text, values)
    segments = tuple(_segment(text, part, values) for part in text.removeprefix("/").split("/"))
    if ":" in unicodedata.normalize(
        "NFKC", segments[0]
    ):  # a program that drops the first slash takes it for an address
        raise bad_path(text, 'has ":" in its first part, as addresses have', 'write the path alone, e.g. "/invoices"')
    return ProxyPath(segments)


def rewritten_path(text: str) -> Failure:
    """Return the outcome of a path that Git Bash has made a path of Windows."""
    found = re.fullmatch(GIT_BASH, text)
    typed = found.group(1).replace("\\", "/") if found else "PATH"
    remedy = f'write the path without its first slash, e.g. "{typed}", or set MSYS_NO_PATHCONV=1 for this call'
    return bad_path(text, "begins with a drive: Git Bash has rewritten a path that began with a slash", remedy)


def scalar_text(value: Any) -> str:
    """Return a value as it stands in a path or a query."""
    return value if isinstance(value, str) else dump_json(value)


def bad_path(path: str, what: str, remedy: str) -> Failure:
    """Return the outcome of a path that is not sent."""
    return Failure(Exit.BAD_INPUT, "bad_path", f'the path "{path[:300]}" {what}; nothing was sent', remedy)


def _refuse_missing(text: str, values: Mapping[str, Any]) -> None:
    names = re.findall(PLACEHOLDER, text)
    missing = [name for name in names if name not in values]
    if missing:
        message, remedy = f"the path needs {', '.join(missing)}", f"add --pathParam {missing[0]}=VALUE"
        raise Failure(Exit.BAD_INPUT, "missing_path_parameter", message, remedy)


def _segment(path: str, part: str, values: Mapping[str, Any]) -> str:
    """Return one segment as plain text.

    What stands between placeholders is decoded once, what they stand for is taken as it is.
    """
    pieces = re.split(PLACEHOLDER, part)
    texts = [scalar_text(values[piece]) if place % 2 else _decoded(path, piece) for place, piece in enumerate(pieces)]
    if any(text == "" for text in texts[1::2]):
        raise bad_path(path, "has an empty parameter", "give each --pathParam a value")
    segment = "".join(texts)
    # Some programs fold look-alikes such as full-width signs into what they look like: neither form may mean something
    # else.
    for form in (segment, unicodedata.normalize("NFKC", segment)):
        _refuse_segment(path, form)
    return segment


def _decoded(path: str, text: str) -> str:
    """Return a text with its percent-encoding taken off once."""
    if re.search(BAD_PERCENT, text):
        raise bad_path(path, 'holds "%" without two hexadecimal digits', "leave it out")
    try:
        return unquote_to_bytes(text.encode("utf-8")).decode("utf-8")
    except UnicodeError:
        raise bad_path(path, "is not UTF-8", "write it plainly") from None


def _refuse_segment(path: str, segment: str) -> None:
    """Fail for a segment that some program would cut, drop or rewrite."""
    if not segment:
        raise bad_path(path, "has an empty part", "write one slash between parts, and none at the end")
    separator = next((letter for letter in segment if letter in SEPARATORS), "")
    if separator in ("?", "#"):
        raise bad_path(path, f'holds "{separator}", plain or encoded', "pass a query as --query name=value")
    if separator:
        what = CHARACTER.get(separator, f'"{separator}"')
        plain = "a part of a path, or a --pathParam, is plain text without / \\ ? # ; % { }"
        remedy = f"{plain}; look for an action or a query that takes the value"
        raise bad_path(path, f"holds {what} within a part", remedy)
    if any(letter != " " and unicodedata.category(letter)[0] in "CZ" for letter in segment):
        raise bad_path(path, "holds a line break, a control character or one that cannot be seen", "leave it out")
    if segment != segment.strip(" "):
        raise bad_path(path, "has a part that begins or ends with a blank", "leave the blank out")
    if segment.endswith("."):
        raise bad_path(path, "has a part that ends with a dot", "write the path without it")


def _parts(place: str) -> list[str]:
    return [_folded(part) for part in place.split("/") if part]


def _is_taken_for(segment: str, part: str) -> bool:
    """Whether a lenient server may take a segment for a part of its route.

    In any case, and with a suffix such as `.json`.
    """
    folded = _folded(segment)
    return folded.startswith(part) and not re.match(r"[\w-]", folded[len(part) :])


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).upper().casefold())
