"""The skill of a help centre (tests/golden/help-centre): what its helper sends to a small app, and answers."""

from __future__ import annotations

import json
import shlex
from typing import TYPE_CHECKING, Any

import pytest
from support.served import Served, compiled_facts, stand_in_here

if TYPE_CHECKING:
    from pathlib import Path

API = "/api/v2/help_center"
SECTIONS = [
    {"id": 360, "name": "Returns", "category_id": 20, "parent_section_id": None},
    {"id": 361, "name": "Delivery", "category_id": 20, "parent_section_id": None},
    {"id": 362, "name": "News", "category_id": 20, "parent_section_id": None},
    {"id": 363, "name": "News", "category_id": 21, "parent_section_id": None},
]
NULL = json.dumps({"segment": None})
NEW = ["--locale", "en-us", "--title", "How to return a book", "--permissionGroup", "56", "--input", NULL]


def article(key: int, **more: Any) -> dict[str, Any]:
    return {
        "id": key,
        "title": f"Article {key}",
        "body": "<p>Bring it.</p>",
        "locale": "de",
        "source_locale": "de",
        "draft": False,
        "section_id": 360,
        "label_names": ["returns", "shop"],
        "permission_group_id": 56,
        "user_segment_id": None,
        "html_url": f"https://help.example.com/hc/de/articles/{key}",
        **more,
    }


class HelpCentre(Served):
    """The helper of the skill, and the app that it talks to."""

    def __call__(self, *words: str) -> dict[str, Any]:
        return self.words([*words, "--connection", "c1"])

    def words(self, words: list[str]) -> dict[str, Any]:
        code, document = self.call(words)
        return {"exit": code, **document}

    def next(self, document: dict[str, Any]) -> dict[str, Any]:
        """Run the command that a list names for more."""
        return self.words(shlex.split(document["next"])[2:])

    def confirmed(self, *words: str) -> dict[str, Any]:
        """Run a command that is planned first, with the yes to its plan."""
        refused = self(*words)
        assert refused["exit"] == 5, refused
        return self(*words, "--confirm", refused["error"]["digest"])

    def put(self, **state: Any) -> None:
        usual = {"articles": [article(key) for key in range(1, 6)], "sections": SECTIONS, "attachments": []}
        (self.app.folder / "state.json").write_text(json.dumps({**usual, **state}), encoding="utf-8")


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return compiled_facts("help-centre", tmp_path_factory.mktemp("skill"))


@pytest.fixture
def centre(
    facts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> HelpCentre:
    app = stand_in_here("help_centre", tmp_path, monkeypatch)
    found = HelpCentre(app, facts, lambda: capfdbinary.readouterr().out, API)
    found.put()
    return found


def ids(document: dict[str, Any]) -> list[int]:
    return [row["id"] for row in document["items"]]


def test_a_page_leads_to_the_next_one(centre: HelpCentre) -> None:
    first = centre("list-articles", "--size", "2")
    assert (ids(first), first["complete"]) == ([1, 2], False)
    second = centre.next(first)
    third = centre.next(second)
    assert (ids(second), ids(third)) == ([3, 4], [5])
    assert (third["complete"], "next" in third) == (False, False)
    assert third["note"] == "this is the last page; the rows before it are in earlier answers"
    assert centre.lines == [
        "GET /articles?page[size]=2",
        "GET /articles?page[size]=2&page[after]=after-2",
        "GET /articles?page[size]=2&page[after]=after-4",
    ]


def test_all_pages_are_complete_by_the_word_of_the_app(centre: HelpCentre) -> None:
    whole = centre("list-articles", "--size", "2", "--all")
    assert (ids(whole), whole["complete"], len(centre.app.sent)) == ([1, 2, 3, 4, 5], True, 3)


def test_a_cursor_that_comes_again_ends_the_reading(centre: HelpCentre) -> None:
    centre.put(repeats=True)
    stuck = centre("list-articles", "--size", "2", "--all")
    assert (ids(stuck), stuck["complete"]) == ([1, 2, 3, 4], False)
    assert stuck["note"] == "the app names a further page, and gave rows for it that came before"
    assert len(centre.app.sent) == 3


def test_names_of_inputs_and_of_the_app_mean_the_same(centre: HelpCentre) -> None:
    centre("list-articles", "--label_names", "returns", "--label_names", "shop", "--sort_by", "created_at")
    centre("list-articles", "--input", '{"labels": ["returns", "shop"], "sortBy": "created_at", "per_page": 2}')
    assert centre.lines == [
        "GET /articles?label_names=returns,shop&sort_by=created_at",
        "GET /articles?label_names=returns,shop&sort_by=created_at&page[size]=2",
    ]
    both = centre("list-articles", "--labels", "a", "--label_names", "b")
    assert (both["exit"], both["error"]["remedy"]) == (2, "give labels alone")
    assert centre("list-articles", "--labels", "a,b")["exit"] == 2
    assert len(centre.app.sent) == 2


def test_a_search_names_its_section(centre: HelpCentre) -> None:
    centre.put(articles=[article(1), article(2, section_id=361), article(3, label_names=[])])
    found = centre("search-articles", "--section", "Returns", "--perPage", "1")
    assert (ids(found), found["total"], found["complete"]) == ([1], 2, False)
    assert ids(centre.next(found)) == [3]
    assert centre.lines[1::2] == [
        "GET /articles/search?section=360&per_page=1",
        "GET /articles/search?section=360&page=2&per_page=1",
    ]
    assert centre("search-articles", "--locale", "de")["exit"] == 2


def test_a_record_is_taken_out_of_its_envelope(centre: HelpCentre) -> None:
    found = centre("get-article", "--article_id", "2")
    assert (found["record"]["title"], found["record"]["user_segment_id"]) == ("Article 2", None)
    assert centre("get-article", "--id", "2", "--fields", "source_locale")["record"] == {"source_locale": "de"}


def test_what_is_not_there_comes_with_what_to_do(centre: HelpCentre) -> None:
    missing = centre("get-article", "--id", "99")
    assert (missing["exit"], "search-articles" in missing["error"]["remedy"]) == (6, True)
    nowhere = centre("update-translation", "--article", "1", "--locale", "fr", "--draft", "true")
    assert (nowhere["exit"], "no text in this language" in nowhere["error"]["remedy"]) == (6, True)


def test_an_article_is_made_in_a_section_by_its_name(centre: HelpCentre) -> None:
    plan = centre("create-article", "--section", "Returns", *NEW, "--draft", "true", "--notify", "false")
    assert plan["error"]["message"].startswith("Publishes the article, unless draft is true, and mails")
    assert plan["error"]["plan"]["looked_up"]["section"] == SECTIONS[0]
    assert centre.changes == []
    made = centre.confirmed("create-article", "--section", "Returns", *NEW, "--draft", "true", "--notify", "false")
    assert (made["record"]["id"], made["record"]["section_id"]) == (9001, 360)
    assert made["looked_up"]["section"]["id"] == 360
    [sent] = centre.changes
    assert sent.line == f"POST {API}/sections/360/articles"
    assert sent.body == {
        "article": {
            "locale": "en-us",
            "title": "How to return a book",
            "draft": True,
            "permission_group_id": 56,
            "user_segment_id": None,
        },
        "notify_subscribers": False,
    }


def test_an_article_is_made_in_a_section_by_its_id(centre: HelpCentre) -> None:
    centre.confirmed("create-article", "--section", "363", *NEW)
    [sent] = centre.changes
    assert (sent.line, "notify_subscribers" in sent.body) == (f"POST {API}/sections/363/articles", False)


def test_an_article_that_may_have_been_made_is_looked_for_among_the_newest(centre: HelpCentre) -> None:
    centre.put(breaks=True)
    doubt = centre.confirmed("create-article", "--section", "Returns", *NEW)
    assert (doubt["exit"], "list-articles --sortBy created_at --sortOrder desc" in json.dumps(doubt)) == (10, True)
    assert len(centre.changes) == 1


def test_a_name_of_two_sections_is_refused(centre: HelpCentre) -> None:
    refused = centre("create-article", "--section", "News", *NEW)
    assert (refused["exit"], [row["id"] for row in refused["error"]["candidates"]]) == (2, [362, 363])
    assert [row["category_id"] for row in refused["error"]["candidates"]] == [20, 21]
    nobody = centre("create-article", "--section", "return", *NEW)
    assert (nobody["exit"], nobody["error"].get("candidates", [])) == (2, [])
    assert centre.changes == []


def test_a_section_beyond_the_first_page_is_found(centre: HelpCentre) -> None:
    many = [{**SECTIONS[0], "id": 1000 + key, "name": f"Section {key}"} for key in range(150)]
    centre.put(sections=many)
    assert ids(centre("search-articles", "--section", "Section 149")) == []
    assert centre.lines[-1].startswith("GET /articles/search?section=1149")


def test_an_update_sends_along_what_the_article_has(centre: HelpCentre) -> None:
    centre.put(articles=[article(1, permission_group_id=99)])
    changed = centre("update-article", "--id", "1", "--section", "Delivery", "--labels", "parcel")
    assert (changed["record"]["section_id"], changed["record"]["label_names"]) == (361, ["parcel"])
    assert centre.changes[0].body == {
        "article": {"section_id": 361, "label_names": ["parcel"], "permission_group_id": 99}
    }
    centre("update-article", "--id", "1", "--permissionGroup", "7", "--input", '{"labels": []}')
    assert centre.changes[1].body == {"article": {"label_names": [], "permission_group_id": 7}}
    assert centre("update-article", "--id", "1")["exit"] == 2


def test_words_go_to_the_translation_in_the_language_of_the_article(centre: HelpCentre) -> None:
    changed = centre("update-translation", "--article", "1", "--title", "Neu", "--body", "<p>Neu.</p>")
    assert changed["defaultsApplied"] == {"locale": {"value": "de", "from": "get-article"}}
    assert (changed["record"]["title"], changed["record"]["source_id"]) == ("Neu", 1)
    [sent] = centre.changes
    assert sent.line == f"PUT {API}/articles/1/translations/de"
    assert sent.body == {"translation": {"title": "Neu", "body": "<p>Neu.</p>"}}
    refused = centre("update-article", "--id", "1", "--title", "Neu")
    assert refused["exit"] == 2


def test_a_comment_waits_for_a_yes(centre: HelpCentre) -> None:
    words = ["add-comment", "--article", "1", "--text", "It is corrected.", "--notify", "false"]
    plan = centre(*words)["error"]
    assert plan["message"].startswith("Publishes a comment to readers, and mails")
    assert plan["plan"]["target"]["title"] == "Article 1"
    assert plan["plan"]["send"]["body"] == {
        "comment": {"body": "It is corrected.", "locale": "de"},
        "notify_subscribers": False,
    }
    assert centre.changes == []
    assert centre.confirmed(*words)["record"]["id"] == 77
    assert centre.changes[0].line == f"POST {API}/articles/1/comments"


def test_the_plan_of_an_archive_says_that_it_can_be_undone(centre: HelpCentre) -> None:
    plan = centre("archive-article", "--id", "3")["error"]
    assert plan["message"] == "archive-article needs a yes, though it can be undone in Zendesk; nothing was sent yet"
    assert plan["plan"]["target"]["title"] == "Article 3"
    assert centre.confirmed("archive-article", "--id", "3")["ok"]
    assert [sent.line for sent in centre.changes] == [f"DELETE {API}/articles/3"]
    assert centre("archive-article", "--id", "3")["exit"] == 6


def test_the_plan_of_a_deletion_says_that_it_cannot(centre: HelpCentre) -> None:
    centre.put(attachments=[{"id": 1428, "article_id": 1, "file_name": "map.png", "size": 10, "inline": False}])
    assert ids(centre("list-attachments", "--article", "1")) == [1428]
    plan = centre("delete-attachment", "--id", "1428")["error"]
    assert plan["message"] == "delete-attachment cannot be undone; nothing was sent yet"
    assert plan["plan"]["target"] == {"article_id": 1, "file_name": "map.png", "size": 10, "inline": False}


def test_a_file_is_not_sent_but_told_of(centre: HelpCentre) -> None:
    (centre.app.folder.parent / "map.png").write_bytes(b"map")
    refused = centre("add-attachment", "--article", "1", "--path", "map.png")
    assert (refused["exit"], "edit it and to add the file there" in refused["error"]["remedy"]) == (7, True)
    assert centre.app.sent == []


def test_what_cannot_be_done_is_said(centre: HelpCentre) -> None:
    refused = centre("restore-article", "--id", "3")
    assert (refused["ok"], "under Manage articles" in json.dumps(refused)) == (False, True)
