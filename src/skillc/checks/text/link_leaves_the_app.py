"""A text links to a host that skill.yaml does not name.

Why: agents follow links, and reviewers want to know where they lead. Scanners report bare IP addresses and link
shorteners, because they hide it. Domains for examples, such as `example.com`, are allowed.

Fix: link to the app itself, or add the host to `app.hosts`.

Bad:
    notes: ["See https://bit.ly/shelves for the rooms."]
Good:
    notes: ["See https://example.com/shelves for the rooms."]
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from skillc.checks.support.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic
    from skillc.load import Document

CODE = "TXT007"

_HOST = re.compile(r"https?://(?:[^\s/@\"'`<>)]*@)?(\[[0-9a-fA-F:.]+\]|[^\s/:?#\"'`<>(){}\[\]|,;\\…*]+)")
_ADDRESS = re.compile(r"[\d.]+|\[.*|0x[0-9a-f]+", re.IGNORECASE)
_NOBODYS = (
    "example",
    "example.com",
    "example.net",
    "example.org",
    "invalid",
    "localhost",
    "test",
    "127.0.0.1",
    "[::1]",
)
_SHORTENERS = re.compile(
    r"(?:www\.)?(?:bit\.ly|buff\.ly|cutt\.ly|goo\.gl|is\.gd|ow\.ly|rb\.gy|rebrand\.ly|t\.co|tiny\.cc|tinyurl\.com)",
    re.IGNORECASE,
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each such link in a sentence."""
    if project.skill is None:
        return
    known = tuple(f".{host}" for host in (*_NOBODYS, *_declared(project.skill)))
    for text in texts(project, lambda source: any(_outside(source, known))):
        for host in _outside(text.text, known) if text.is_prose else ():
            message, hint = _objection(host)
            yield text.document.warning(CODE, text.pointer, message, hint, span=text.span(host))


def _declared(skill: Document) -> Iterator[str]:
    app = skill.data.get("app", {})
    yield from app.get("hosts", [])
    for address in (app.get("url", ""), app.get("docs", ""), skill.data.get("homepage", "")):
        yield from (host.lower().removeprefix("www.") for host in _hosts_in(address))


def _hosts_in(text: str) -> Iterator[str]:
    """Yield the host of each address; a single word, as in `https://HOST`, stands for one."""
    for host in _HOST.findall(text):
        if "." in host or _ADDRESS.fullmatch(host):
            yield host.rstrip(".")


def _outside(text: str, known: tuple[str, ...]) -> Iterator[str]:
    """Yield the hosts in `text` that do not end in a `known` one."""
    return (host for host in _hosts_in(text) if not f".{host.lower()}".endswith(known))


def _objection(host: str) -> tuple[str, str]:
    if _ADDRESS.fullmatch(host):
        return f"the link leads to {host}, an address without a name", "use the name of the host"
    if _SHORTENERS.fullmatch(host):
        return f"{host} hides where the link leads", "use the address to which it leads"
    return f"the link leads to {host}, which skill.yaml does not name", "link to the app, or add the host to app.hosts"
