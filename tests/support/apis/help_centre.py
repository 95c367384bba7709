"""A small help centre that answers as Zendesk documents: envelopes, pages by a cursor, 404 for what is gone.

Its records are in `state.json` of its folder. There, `repeats` makes it give the cursor that it was given, and `breaks`
fail after a change.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.stand_in import Sent

BASE = "/api/v2/help_center"
ID = "([0-9]+)"
Answer = tuple[int, Any]
State = dict[str, Any]


def answer(folder: Path, sent: Sent) -> tuple[int, Any]:
    """Return the status and the answer of a request, and keep what it changed."""
    place = folder / "state.json"
    state = json.loads(place.read_text(encoding="utf-8"))
    found = _answered(state, sent)
    place.write_text(json.dumps(state), encoding="utf-8")
    return (502, "Bad gateway") if state.get("breaks") and sent.method != "GET" else found


def _answered(state: State, sent: Sent) -> Answer:
    for method, path, act in ROUTES:
        named = re.fullmatch(BASE + path, sent.path)
        if method == sent.method and named:
            return act(state, sent, *(int(text) if text.isdigit() else text for text in named.groups()))
    return 404, {"error": "InvalidEndpoint", "description": "Not found"}


def _articles(state: State, sent: Sent) -> Answer:
    labels = {*sent.get("label_names").split(",")} - {""}
    rows = [row for row in state["articles"] if labels <= {*row["label_names"]}]
    if sent.get("sort_by") == "created_at":
        rows.sort(key=lambda row: row["id"], reverse=sent.get("sort_order") == "desc")
    return _page(state, sent, "articles", rows)


def _search(state: State, sent: Sent) -> Answer:
    word, section = sent.get("query").lower(), sent.get("section")
    labels = {*sent.get("label_names").split(",")} - {""}
    rows = [
        {**row, "snippet": row["body"]}
        for row in state["articles"]
        if word in row["title"].lower()
        and section in ("", str(row["section_id"]))
        and (not labels or labels & {*row["label_names"]})
    ]
    page, size = int(sent.get("page", "1")), int(sent.get("per_page", "25"))
    shown = rows[(page - 1) * size : page * size]
    pages = -(-len(rows) // size)
    return 200, {"results": shown, "count": len(rows), "page": page, "per_page": size, "page_count": pages}


def _article(state: State, _: Sent, key: int) -> Answer:
    return _one("article", state["articles"], key)


def _create(state: State, sent: Sent, section: int) -> Answer:
    if not any(row["id"] == section for row in state["sections"]):
        return _gone()
    given = sent.body["article"]
    if missing := [name for name in ("title", "locale", "user_segment_id", "permission_group_id") if name not in given]:
        return 422, {"error": "RecordInvalid", "description": f"missing: {', '.join(missing)}"}
    made = {**given, "id": 9001, "section_id": section, "source_locale": given["locale"]}
    state["articles"].append(made)
    return 201, {"article": made}


def _update(state: State, sent: Sent, key: int) -> Answer:
    status, found = _one("article", state["articles"], key)
    if status == 200:
        words = ("title", "body", "locale", "draft")  # of a translation, so they are not taken here
        found["article"].update({name: value for name, value in sent.body["article"].items() if name not in words})
    return status, found


def _archive(state: State, _: Sent, key: int) -> Answer:
    status, found = _one("article", state["articles"], key)
    if status != 200:
        return status, found
    state["articles"].remove(found["article"])
    return 204, ""


def _translate(state: State, sent: Sent, key: int, locale: str) -> Answer:
    row = next((row for row in state["articles"] if row["id"] == key and row["locale"] == locale), None)
    if row is None:
        return _gone()
    row.update(sent.body["translation"])
    return 200, {"translation": {"source_id": key, "locale": locale, "title": row["title"], "draft": row["draft"]}}


def _comment(state: State, sent: Sent, key: int) -> Answer:
    status, found = _one("article", state["articles"], key)
    return (201, {"comment": {"id": 77, **sent.body["comment"]}}) if status == 200 else (status, found)


def _sections(state: State, sent: Sent) -> Answer:
    return _page(state, sent, "sections", state["sections"])


def _attachment(state: State, _: Sent, key: int) -> Answer:
    return _one("article_attachment", state["attachments"], key)


def _attachments(state: State, sent: Sent, article: int) -> Answer:
    rows = [row for row in state["attachments"] if row["article_id"] == article]
    return _page(state, sent, "article_attachments", rows)


def _page(state: State, sent: Sent, name: str, rows: list[Any]) -> Answer:
    """Return a page after its cursor, which says how many rows came so far."""
    start = int(sent.get("page[after]", "after-0").removeprefix("after-"))
    end = start + int(sent.get("page[size]", "100"))
    mark = sent.get("page[after]") if state.get("repeats") and start else f"after-{min(end, len(rows))}"
    return 200, {name: rows[start:end], "meta": {"has_more": end < len(rows), "after_cursor": mark}}


def _one(name: str, rows: list[Any], key: int) -> Answer:
    found = next((row for row in rows if row["id"] == key), None)
    return (200, {name: found}) if found else _gone()


def _gone() -> Answer:
    return 404, {"error": "RecordNotFound", "description": "Not found"}


ROUTES: tuple[tuple[str, str, Callable[..., Answer]], ...] = (
    ("GET", "/articles", _articles),
    ("GET", "/articles/search", _search),
    ("GET", f"/articles/{ID}", _article),
    ("PUT", f"/articles/{ID}", _update),
    ("DELETE", f"/articles/{ID}", _archive),
    ("PUT", f"/articles/{ID}/translations/([a-z-]+)", _translate),
    ("POST", f"/articles/{ID}/comments", _comment),
    ("POST", f"/sections/{ID}/articles", _create),
    ("GET", "/sections", _sections),
    ("GET", f"/articles/{ID}/attachments", _attachments),
    ("GET", f"/articles/attachments/{ID}", _attachment),
)
