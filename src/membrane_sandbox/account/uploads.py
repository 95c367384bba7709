"""Files that come in as multipart/form-data."""

from __future__ import annotations

from email import message_from_bytes
from typing import TYPE_CHECKING, NamedTuple

from membrane_sandbox.account.answer import RefusalError

if TYPE_CHECKING:
    from membrane_sandbox.account.answer import Request


class Upload(NamedTuple):
    """A file by its name and bytes."""

    name: str
    content: bytes


def uploaded(request: Request) -> Upload:
    """Return the form's field `file`. Refuses another kind of body, one without it, and an empty file."""
    media_type = request.headers.get("content-type", "")
    if "multipart/form-data" not in media_type:
        raise RefusalError(415, f"Unsupported Media Type: {media_type}")
    form = message_from_bytes(f"Content-Type: {media_type}\r\n\r\n".encode() + request.body)
    for part in form.walk():
        content = part.get_payload(decode=True)
        if part.get_param("name", header="content-disposition") == "file" and isinstance(content, bytes) and content:
            return Upload(part.get_filename() or "file", content)
    raise RefusalError(400, "body must have required property 'file'")
