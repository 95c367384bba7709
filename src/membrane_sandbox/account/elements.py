"""Elements of XML from their texts."""

from __future__ import annotations

import re
from decimal import Decimal
from xml.sax.saxutils import escape, quoteattr

NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def day(name: str, date: str | None, kind: str = "udt") -> str:
    """Return an element with a day; its own element is of the namespace `kind`."""
    return group(name, text(f"{kind}:DateTimeString", date and date.replace("-", ""), format="102"))


def text(name: str, content: object, **attributes: str) -> str:
    """Return an element with text, or nothing when there is none."""
    if content is None or content == "":
        return ""
    return f"<{name}{_attributes(attributes)}>{escape(NOT_IN_XML.sub('', plain(content)))}</{name}>\n"


def group(name: str, *parts: str, **attributes: str) -> str:
    """Return an element with elements in it, or nothing when there are none."""
    content = "".join(parts)
    return f"<{name}{_attributes(attributes)}>\n{content}</{name}>\n" if content else ""


def _attributes(attributes: dict[str, str]) -> str:
    return "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items())


def plain(amount: object) -> str:
    """Return an amount with digits alone: 0.0000001, not 1E-7."""
    return format(amount, "f") if isinstance(amount, Decimal) else str(amount)
