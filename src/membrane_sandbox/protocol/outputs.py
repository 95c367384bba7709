"""The forms that an action's output can take: files and lists (switches `files` and `lists`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from membrane_sandbox.account.answer import Answer


SIMPLE_FORMS: dict[str, Callable[[bytes], object]] = {
    "xml": bytes.decode,
    "text": lambda body: body.decode("latin-1"),
    "damaged": lambda body: body.decode("utf-8", "replace"),
    "buffer": lambda body: {"type": "Buffer", "data": list(body)},
}


def file_output(answer: Answer, form: str) -> object:
    """Return a downloaded file as an action's output.

    text: each byte as one character (Latin-1), so nothing is lost; damaged: decoded as UTF-8, bytes that are none are
    lost.
    """
    simple = SIMPLE_FORMS.get(form)
    if simple:
        return simple(answer.body)
    from base64 import b64encode  # noqa: PLC0415 - only these forms need it

    text = b64encode(answer.body).decode()
    if form == "data-url":
        return f"data:{answer.media_type};base64,{text}"
    if form == "object":
        name = answer.headers["content-disposition"].partition('filename="')[2].rstrip('"')
        return {"contentType": answer.media_type, "fileName": name, "data": text}
    return text


def list_output(value: Any, form: str) -> object:
    """Return a list in the form that the switch asks for; data-meta leaves it as Faktoora answered."""
    if form == "data-meta":
        return value
    rows, meta = (value, {}) if isinstance(value, list) else (value["data"], value["meta"])
    if form == "array":
        return rows
    total = meta.get("totalItems", len(rows))
    if form == "items":
        return {"items": rows, "total": total}
    page, size = meta.get("page", 1), meta.get("perPage", len(rows))
    return {
        "content": rows,
        "totalElements": total,
        "totalPages": meta.get("totalPages", 1),
        "number": page - 1,
        "size": size,
    }
