"""What `membrane` prints takes many forms; what an agent is told does not depend on them."""

from __future__ import annotations

import pytest
from support.agent import Helper
from support.records import CUSTOMER, DELETE, INVOICE, NEW_PRODUCT

SCENARIOS: dict[str, tuple[tuple[str, ...], tuple[int, str]]] = {
    "list": (("list-customers", "--perPage", "2"), (0, "")),
    "not found": (("get-customer", "--id", "nope"), (6, "not_found")),
    "create": (NEW_PRODUCT, (0, "")),
    "refused": (("update-customer", "--id", CUSTOMER, "--postcode", "9999999"), (7, "app_refused")),
    "plan": (DELETE, (5, "confirmation_needed")),
    "request": (("request", "/customer/nope"), (6, "not_found")),
    "gone connection": (("list-customers", "--connection", "gone"), (6, "not_found_in_membrane")),
    "file": (("get-invoice-by-id", "--faktooraId", INVOICE), (0, "")),
}
ERROR_FORMS = ("list", "not found", "refused", "plan", "request", "gone connection")
LIST_FORMS = ("list", "create", "plan")
DIALECTS: list[tuple[dict[str, str], tuple[str, ...]]] = [
    *(({"errors": form}, ERROR_FORMS) for form in ("text", "bare", "envelope", "stderr-json")),
    *(({"exit": "0always", "errors": form}, ERROR_FORMS) for form in ("text", "bare", "envelope", "stderr-json")),
    *(({"envelope": form}, LIST_FORMS) for form in ("array", "output", "data")),
    *(
        ({"noise": form, "layout": layout}, LIST_FORMS)
        for form, layout in (("banner", "pretty"), ("deprecated", "compact"))
    ),
    ({"request": "wrapped"}, ("request",)),
    ({"keys": "no"}, LIST_FORMS),
    ({"names": "none"}, LIST_FORMS),
    *(({"lists": form}, ("list",)) for form in ("items", "array", "content")),
    *(({"files": form}, ("file",)) for form in ("base64", "data-url", "text", "object", "buffer", "xml", "json")),
    *(({"output": form}, ("list", "create")) for form in ("null", "absent", "string", "huge")),
    ({"connections": "other-app"}, ("list",)),
    ({"customer-patch": "partial"}, ("refused",)),
]


@pytest.mark.parametrize(
    ("switches", "scenarios"),
    DIALECTS,
    ids=lambda part: ", ".join(map(" ".join, part.items())) if isinstance(part, dict) else "",
)
def test_outcomes_are_the_same_in_every_dialect(
    helper: Helper, switches: dict[str, str], scenarios: tuple[str, ...]
) -> None:
    for name, value in switches.items():
        helper.sandbox.set(name, value)
    outcomes = {name: helper(*SCENARIOS[name][0]).outcome for name in scenarios}
    assert outcomes == {name: SCENARIOS[name][1] for name in scenarios}


@pytest.mark.parametrize("errors", ["text", "bare", "envelope", "stderr-json"])
@pytest.mark.parametrize(
    ("fault", "read", "write"),
    [
        ({"faktoora": "401"}, 4, 4),
        ({"faktoora": "403"}, 7, 7),
        ({"faktoora": "409"}, 7, 7),
        ({"faktoora": "429"}, 8, 8),
        ({"faktoora": "500"}, 8, 10),
        ({"faktoora": "html"}, 8, 10),
        ({"lost-answer": "gateway"}, 0, 10),
        ({"rate-limit": "always"}, 8, 8),
        ({"connection": "defunct"}, 7, 10),
        ({"expire": "1"}, 3, 3),
    ],
    ids=lambda part: " ".join(*part.items()) if isinstance(part, dict) else "",
)
def test_faults_have_the_same_exit_code_in_every_dialect(
    used_helper: Helper, errors: str, fault: dict[str, str], read: int, write: int
) -> None:
    used_helper.sandbox.set("errors", errors)
    ((name, value),) = fault.items()
    used_helper.sandbox.set(name, value)
    assert used_helper(*NEW_PRODUCT).code == write
    assert used_helper("list-products", "--perPage", "1").code == read
    assert len(used_helper.changes()) <= 1


def test_a_file_that_was_damaged_on_the_way_is_not_saved(helper: Helper) -> None:
    helper.sandbox.set("files", "damaged")
    assert helper(*SCENARIOS["file"][0]).outcome == (7, "file_damaged")
    assert list(helper.work.iterdir()) == []


def test_a_huge_answer_is_clipped(helper: Helper) -> None:
    helper.sandbox.set("output", "huge")
    answer = helper("list-customers")
    assert answer.code == 0
    assert len(answer.out) < 2000


def test_the_wrong_program_is_recognised_before_anything_is_sent(helper: Helper) -> None:
    helper.sandbox.set("program", "wrong")
    for words in (("list-customers",), NEW_PRODUCT, ("doctor",), ("connect",), ("request", "/customers")):
        assert helper(*words).outcome == (9, "wrong_program")
    assert helper.account_calls() == []
