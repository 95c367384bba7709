"""From what a caller types to the domain of an app. Source: the API's check of `appUrl` (1 to 2000 characters)."""

from __future__ import annotations

from urllib.parse import urlsplit

from membrane_sandbox.protocol.errors import bad_request

FAKTOORA = "faktoora.com"
OTHER_APP = "slack.com"
LONGEST = 2000
RULE = 'Must be a valid URL or domain (e.g. "https://slack.com" or "slack.com")'


def domain_of(app_url: str, *, words: bool) -> str:
    """Return the domain, `www.` and subdomains of known apps taken off.

    With `words`, free text finds an app too (U7).
    """
    if words and "." not in app_url and app_url.strip():
        return FAKTOORA if "faktoora" in app_url.casefold() else f"{app_url.strip().casefold().replace(' ', '-')}.app"
    host = _host(app_url)
    for known in (FAKTOORA, OTHER_APP):
        if host == known or host.endswith(f".{known}"):
            return known
    return host


def _host(app_url: str) -> str:
    text = app_url.strip()
    if not 1 <= len(text) <= LONGEST:
        raise bad_request(RULE)
    try:
        host = urlsplit(text if "://" in text else f"https://{text}").hostname or ""
    except ValueError:
        raise bad_request(RULE) from None
    host = host.removeprefix("www.")
    labels = host.split(".")
    if len(labels) == 1 or "" in labels or all(label.isdecimal() for label in labels) or " " in host:
        raise bad_request(RULE)
    return host
