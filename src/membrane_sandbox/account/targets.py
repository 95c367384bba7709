"""Which webhook targets are refused, decided from the URL's text alone: the sandbox never resolves a name.

Faktoora resolves the host at registration and refuses loopback, RFC 1918, reserved names (.invalid, .local) and other
internal addresses (staging docs, page "webhooks").
"""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

NO_URL = 'body/target must match format "uri"'
RESERVED = (
    "invalid",
    "local",
    "localhost",
    "internal",
    "test",
    "example",
    "onion",
    "arpa",
    "lan",
    "home",
    "corp",
    "intranet",
)


def refusal_of(url: str) -> str | None:
    """Return why a target is refused, or None when it may be used."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".").lower()
        _ = parts.port  # raises for a port that is none
    except ValueError:
        return NO_URL
    if parts.scheme not in ("http", "https") or not host:
        return NO_URL
    if _is_internal(host):
        return f"URL resolves to a private or reserved address: {host}"
    return None


def _is_internal(host: str) -> bool:
    labels = host.split(".")
    # 127.1, 2130706433 and 0x7f.0.0.1 are addresses to a resolver, so a numeric last label is never a name.
    if ":" in host or labels[-1].isdecimal() or labels[-1].startswith("0x"):
        return not _is_global(host)
    return len(labels) == 1 or labels[-1] in RESERVED or "" in labels


def _is_global(host: str) -> bool:
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_global and not address.is_multicast
