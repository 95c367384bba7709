# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The formats that the dialect asserts. Each test reads a string once from left to right, so no input makes it slow.

| format    | what is meant                                                                                     |
|-----------|---------------------------------------------------------------------------------------------------|
| date      | RFC 3339 full-date of a day that exists, from year 1                                              |
| date-time | RFC 3339 date-time; a leap second only at 23:59:60 UTC; T and Z in either case                    |
| email     | RFC 5321 mailbox, ASCII: dotted or quoted local part, domain or address literal                   |
| uri       | RFC 3986 URI with a scheme, ASCII                                                                 |
| uuid      | RFC 4122 in the form 8-4-4-4-12, either case, any version                                         |
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

DATE_TIME_PATTERN = (
    r"(.{10})[Tt]([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9]|60)(?:\.[0-9]+)?"
    r"(?:[Zz]|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))"
)
EMAIL_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
EMAIL_LOCAL_PATTERN = rf'{EMAIL_ATOM}(?:\.{EMAIL_ATOM})*|"(?:[ !#-\[\]-~]|\\[ -~])*"'
DOMAIN_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
DOMAIN_PATTERN = rf"{DOMAIN_LABEL}(?:\.{DOMAIN_LABEL})*"
URI_ESCAPE = "%[0-9A-Fa-f]{2}"
URI_PLAIN = r"A-Za-z0-9\-._~!$&'()*+,;=:"
URI_PATTERN = (
    rf"[A-Za-z][A-Za-z0-9+.\-]*:"
    rf"(?://(?:(?:[{URI_PLAIN}]|{URI_ESCAPE})*@)?(?:\[([^\[\]]*)\]|(?:[A-Za-z0-9\-._~!$&'()*+,;=]|{URI_ESCAPE})*)(?::[0-9]*)?(?![^/?#])|(?!//))"
    rf"(?:[{URI_PLAIN}@/]|{URI_ESCAPE})*(?:\?(?:[{URI_PLAIN}@/?]|{URI_ESCAPE})*)?(?:#(?:[{URI_PLAIN}@/?]|{URI_ESCAPE})*)?"
)
FUTURE_ADDRESS_PATTERN = rf"[Vv][0-9A-Fa-f]+\.[{URI_PLAIN}]+"
UUID_PATTERN = "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"


def is_date_text(text: str) -> bool:
    """Tell whether `text` is a day of the calendar, such as 2024-02-29."""
    if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return False
    from datetime import date

    try:
        date(int(text[:4]), int(text[5:7]), int(text[8:]))
    except ValueError:
        return False
    return True


def is_date_time_text(text: str) -> bool:
    """Tell whether `text` is a moment with its offset from UTC, such as 2024-02-29T12:30:00+01:00."""
    match = re.fullmatch(DATE_TIME_PATTERN, text)
    if not match or not is_date_text(match[1]):
        return False
    offset = int(match[6] or 0) * 60 + int(match[7] or 0)
    minute_of_day = int(match[2]) * 60 + int(match[3]) + (offset if match[5] == "-" else -offset)
    return match[4] != "60" or minute_of_day % 1440 == 1439  # noqa: PLR2004 - the last minute of a day has a leap second


def is_email_text(text: str) -> bool:
    """Tell whether `text` is an e-mail address that a mail server takes, such as jo@example.com."""
    local, _at, domain = text.rpartition("@")
    if not re.fullmatch(EMAIL_LOCAL_PATTERN, local):
        return False
    if domain[:1] == "[" and domain[-1:] == "]":
        return is_mail_address_literal(domain[1:-1])
    return len(domain) < 256 and re.fullmatch(DOMAIN_PATTERN, domain) is not None  # noqa: PLR2004 - RFC 5321, 4.5.3.1.2


def is_mail_address_literal(text: str) -> bool:
    """Tell whether `text` is what may stand in the brackets of jo@[127.0.0.1] or jo@[IPv6:::1]."""
    if text[:5].lower() == "ipv6:":
        return is_ipv6_text(text[5:])
    import ipaddress

    try:
        ipaddress.IPv4Address(text)
    except ValueError:
        return False
    return True


def is_ipv6_text(text: str) -> bool:
    """Tell whether `text` is an IPv6 address without a zone."""
    import ipaddress

    try:
        ipaddress.IPv6Address(text)
    except ValueError:
        return False
    return "%" not in text


def is_uri_text(text: str) -> bool:
    """Tell whether `text` is an absolute URI, such as https://example.com/hook?id=1."""
    match = re.fullmatch(URI_PATTERN, text)
    if not match:
        return False
    address = match[1]
    return address is None or is_ipv6_text(address) or re.fullmatch(FUTURE_ADDRESS_PATTERN, address) is not None


def is_uuid_text(text: str) -> bool:
    """Tell whether `text` is a UUID with its four hyphens."""
    return re.fullmatch(UUID_PATTERN, text) is not None


class TextFormat(NamedTuple):
    """One format.

    What it is called in a message, an example that passes, its test, and what may write a text so that it passes.
    """

    name: str
    example: str
    accepts: Callable[[str], bool]
    plain: Callable[[str], str] | None = None

    def hint(self, text: str) -> str:
        """Return how to write a text that is refused for its letters alone; empty when that is not so."""
        if self.plain is None or text.isascii():
            return ""
        written = self.plain(text)
        if written and self.accepts(written):
            return f"write {written}, which is the same in plain letters; apps take that form"
        return "apps take plain letters (ASCII) only here; ask for such an address"


def plain_email(text: str) -> str:
    """Return a mail address in plain letters; empty when there is no such form."""
    from . import international  # needed by few calls

    return international.plain_email(text)


def plain_uri(text: str) -> str:
    """Return a web address in plain letters; empty when there is no such form."""
    from . import international

    return international.plain_uri(text)


TEXT_FORMATS = {
    "date": TextFormat("a date", "2024-12-31", is_date_text),
    "date-time": TextFormat("a date and time with offset", "2024-12-31T08:30:00Z", is_date_time_text),
    "email": TextFormat("an e-mail address", "name@example.com", is_email_text, plain_email),
    "uri": TextFormat("an absolute URI", "https://example.com/path", is_uri_text, plain_uri),
    "uuid": TextFormat("a UUID", "123e4567-e89b-12d3-a456-426614174000", is_uuid_text),
}
