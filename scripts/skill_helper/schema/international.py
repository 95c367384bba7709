# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Mail and web addresses with letters beyond ASCII.

The form in plain letters that means the same, which every server takes.

The formats `email` and `uri` refuse the others, because most apps would: the checks that servers use for these two
formats of JSON Schema (ajv-formats, which Fastify uses) know ASCII only.
"""

from __future__ import annotations

import unicodedata

LONGEST_DOMAIN = 253
LONGEST_ADDRESS = 2000
DOTS = "\u3002\uff0e\uff61"  # full stops of other scripts
IN_ADDRESS = "%/:?#[]@!$&'()*+,;=~-._"


def plain_email(text: str) -> str:
    """Return a mail address with its domain in plain letters; empty when there is no such form."""
    local, at, domain = text.rpartition("@")
    plain = plain_domain(domain) if at and local.isascii() else ""
    return f"{local}@{plain}" if plain and plain != domain else ""


def plain_uri(text: str) -> str:
    """Return a web address with host and path in plain letters; empty when there is no such form."""
    scheme, colon, rest = text.partition("://")
    if not colon or text.isascii() or len(text) > LONGEST_ADDRESS or not scheme.isascii():
        return ""
    from urllib.parse import quote

    end = min((rest.find(mark) for mark in "/?#" if mark in rest), default=len(rest))
    user, at, place = rest[:end].rpartition("@")
    host, port_colon, port = place.partition(":")
    plain = plain_domain(host)
    if not plain:
        return ""
    try:
        whose, where = quote(user, safe=IN_ADDRESS), quote(rest[end:], safe=IN_ADDRESS)
    except UnicodeEncodeError:
        return ""
    return f"{scheme}://{whose}{at}{plain}{port_colon}{port}{where}"


def plain_domain(domain: str) -> str:
    """Return a domain with each label in plain letters, as `xn--…` where it has others.

    Empty when a label cannot be one.
    """
    if not 0 < len(domain) <= LONGEST_DOMAIN:
        return ""
    for dot in DOTS:
        domain = domain.replace(dot, ".")
    labels = [_plain_label(label) for label in domain.split(".")]
    plain = ".".join(labels)
    return plain if all(labels) and len(plain) <= LONGEST_DOMAIN else ""


def _plain_label(label: str) -> str:
    """Return one label of a domain.

    Not by Python's codec `idna`, for which "ß" is "ss": that would be another domain.
    """
    if label.isascii():
        return label
    lower = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", label).lower())
    if not all(letter == "-" or unicodedata.category(letter)[0] in "LMN" for letter in lower):
        return ""
    if lower.isascii():
        return lower
    encoded = "xn--" + lower.encode("punycode").decode("ascii")
    return encoded if len(encoded) < 64 else ""  # noqa: PLR2004 - RFC 1035, 2.3.4
