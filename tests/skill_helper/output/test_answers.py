"""Questions about rows give what plain Python gives, exactly."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal, localcontext
from typing import Any
from unicodedata import normalize

import pytest

from skill_helper.base.outcome import Failure
from skill_helper.base.records import Minus, Output
from skill_helper.input.command_line import ACTION_OPTIONS, parse_command_line
from skill_helper.output.answers.answer import Answer, answer_of
from skill_helper.output.answers.question import question_of

MINUS = Minus("type", ("381", "396"), ("amount", "deep.amount"))
BILLS = Output(fields=("id",), minus=MINUS)
RANDOM_LISTS = 40


def asked(rows: list[Any], *words: str, output: Output = BILLS) -> Answer:
    """Return the answer to the options."""
    line = parse_command_line(["list", *words], options=ACTION_OPTIONS, open_inputs=False)
    return answer_of(rows, question_of(line), output)


def refusal(rows: list[Any], *words: str) -> str:
    """Return message and remedy with which the options are refused."""
    with pytest.raises(Failure) as raised:
        asked(rows, *words)
    assert raised.value.exit_code == 2
    return f"{raised.value.message} | {raised.value.remedy}"


def random_row(chance: random.Random) -> dict[str, Any]:
    """Return a row of which anything may be missing, in any of the forms that apps write."""
    day = date(2024, 1, 1) + timedelta(days=chance.randrange(1000))
    amount = Decimal(chance.randrange(-(10**6), 10**12)).scaleb(-chance.randrange(0, 30))
    row = {
        "amount": chance.choice([amount, int(amount), str(chance.randrange(10**6)) + ".10", None, "n/a", True]),
        "deep": {"amount": chance.choice([Decimal("1E+40"), Decimal("-0.01"), 3])},
        "type": chance.choice(["380", "381", 381, "396", None]),
        "currency": chance.choice(["EUR", "EUR", "USD", None]),
        "who": chance.choice(["Müller", "Mu\u0308ller", "müller", "A", None, ""]),
        "day": chance.choice([day.isoformat(), day.strftime("%Y%m%d"), f"{day}T23:59:59Z", "soon", None]),
    }
    return {name: value for name, value in row.items() if chance.random() > 0.1}


def composed(text: Any) -> str | None:
    return normalize("NFC", text) if text else None


def plain_number(value: Any) -> Decimal | None:
    if isinstance(value, bool) or value in (None, "n/a"):
        return None
    return Decimal(value)


def plain_day(value: Any) -> date | None:
    if value in (None, "soon"):
        return None
    text = value.replace("-", "")[:8]
    return date(int(text[:4]), int(text[4:6]), int(text[6:]))


@pytest.mark.parametrize("seed", range(RANDOM_LISTS))
def test_sums_are_those_of_plain_python(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    rows = [{"amount": 0, "currency": "EUR", "who": "A", "day": "20240101"}]
    rows += [random_row(chance) for _ in range(chance.randrange(200))]
    expected: dict[Any, list[Any]] = {}
    without = 0
    with localcontext() as context:
        context.prec = 3000
        for row in rows:
            number = plain_number(row.get("amount"))
            group = expected.setdefault((composed(row.get("who")), row.get("currency")), [None, 0, 0])
            minus = str(row.get("type")) in ("381", "396") and number is not None
            without += number is None
            group[1] += 1
            group[2] += minus
            if number is not None:
                group[0] = (group[0] or Decimal(0)) + (-number if minus else number)
    answer = asked(rows, "--sum", "amount", "--by", "who")
    found = {
        (composed(item["who"]), item["currency"]): [item["amount"], item["rows"], item.get("subtracted", 0)]
        for item in answer.items
    }
    assert found == expected
    assert len(found) == len(answer.items)
    assert answer.facts["rows"] == len(rows)
    assert (answer.facts["without"] or {}).get("amount", 0) == without
    assert (answer.facts["subtracted"] or 0) == sum(group[2] for group in expected.values())


@pytest.mark.parametrize("seed", range(RANDOM_LISTS))
def test_conditions_hold_as_in_plain_python(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    rows = [{"day": "20240101", "amount": 1}, *(random_row(chance) for _ in range(200))]
    limit = date(2024, 1, 1) + timedelta(days=chance.randrange(1000))
    days = [(row, plain_day(row.get("day"))) for row in rows]
    written = chance.choice([limit.isoformat(), limit.strftime("%Y%m%d")])
    assert asked(rows, "--where", f"day<={written}").items == [row for row, day in days if day and day <= limit]
    assert asked(rows, "--where", f"day>{written}").items == [row for row, day in days if day and day > limit]
    assert asked(rows, "--where", "day:month=2025-02").items == [
        row for row, day in days if day and (day.year, day.month) == (2025, 2)
    ]
    numbers = [(row, plain_number(row.get("amount"))) for row in rows]
    above = asked(rows, "--where", "amount>=0.10", "--where", "amount<250000.5").items
    assert above == [row for row, number in numbers if number is not None and Decimal("0.10") <= number < 250000.5]


@pytest.mark.parametrize(
    "condition", ["who=Müller", "amount=3", "day=2024-05-05", "type=381", "currency=", "deep.amount=3"]
)
def test_unequal_is_the_opposite_of_equal(condition: str) -> None:
    chance = random.Random(condition)  # noqa: S311 - no secret
    rows = [random_row(chance) for _ in range(300)]
    equal = asked(rows, "--where", condition).items
    unequal = asked(rows, "--where", condition.replace("=", "!=")).items
    assert len(equal) + len(unequal) == 300
    assert not [row for row in equal if any(row is other for other in unequal)]


def test_a_sum_is_never_rounded() -> None:
    rows = [{"amount": Decimal("1E+1000")}, {"amount": Decimal("1E-1000")}, {"amount": Decimal("-1E+1000")}]
    assert asked(rows, "--sum", "amount").items == [{"amount": Decimal("1E-1000"), "rows": 3}]


def test_currencies_are_never_mixed() -> None:
    rows = [{"amount": 1, "currency": "EUR"}, {"amount": 2, "currency": "USD"}, {"amount": 4}]
    answer = asked(rows, "--sum", "amount")
    assert [(item["currency"], item["amount"]) for item in answer.items] == [("EUR", 1), ("USD", 2), (None, 4)]
    assert answer.facts["without"] == {"currency": 1, "type": 3}
    other = Output(fields=("id",), currency="money.code")
    coded = [{"amount": 1, "money": {"code": "CHF"}}, {"amount": 2, "money": {"code": "EUR"}}]
    assert [item["money.code"] for item in asked(coded, "--sum", "amount", output=other).items] == ["CHF", "EUR"]


def test_only_the_listed_fields_are_subtracted() -> None:
    rows = [{"type": "380", "amount": 10, "pieces": 1}, {"type": 381, "amount": Decimal("2.50"), "pieces": 1}]
    answer = asked(rows, "--sum", "amount,pieces")
    assert answer.items == [{"amount": Decimal("7.50"), "pieces": 2, "rows": 2, "subtracted": 1}]
    assert answer.notes == ["1 row is subtracted: type 381"]
    assert asked(rows, "--sum", "pieces").notes == []


def test_a_credit_note_that_is_negative_already_is_named() -> None:
    answer = asked([{"type": "381", "amount": Decimal(-5)}, {"amount": 1, "type": "380"}], "--sum", "amount")
    assert answer.items[0]["amount"] == 6
    assert "1 of these have an amount below zero" in answer.notes[1]


def test_groups_stand_in_order() -> None:
    rows = [
        {"who": who, "amount": amount, "day": day}
        for who, amount, day in (("a", 1, "20260301"), ("b", 9, "20251231"), ("c", 5, "20260102"))
    ]
    assert [item["who"] for item in asked(rows, "--sum", "amount", "--by", "who").items] == ["b", "c", "a"]
    months = asked(rows, "--sum", "amount", "--by", "day:month").items
    assert [item["day:month"] for item in months] == ["2025-12", "2026-01", "2026-03"]
    quarters = asked([*rows, {"day": "x"}], "--count-by", "day:quarter")
    assert [(item["day:quarter"], item["rows"]) for item in quarters.items] == [
        ("2025-Q4", 1),
        ("2026-Q1", 2),
        (None, 1),
    ]
    assert quarters.facts["without"] == {"day:quarter": 1}


def test_numbers_are_alike_however_they_are_written_and_texts_are_not() -> None:
    rows = [{"rate": 19}, {"rate": Decimal("19.00")}, {"rate": "19"}, {"rate": True}, {"rate": 1}]
    assert [item["rows"] for item in asked(rows, "--count-by", "rate").items] == [2, 1, 1, 1]
    codes = [{"code": "01067"}, {"code": "1067"}, {"code": "A1"}]
    assert asked(codes, "--where", "code=1067").items == [{"code": "1067"}]


def test_rows_that_another_condition_leaves_out_are_not_missed() -> None:
    rows = [{"state": "draft"}, {"state": "sent"}, {"state": "sent", "due": "20260101"}]
    answer = asked(rows, "--where", "state=sent", "--where", "due<2026-02-01")
    assert (answer.items, answer.facts) == ([rows[2]], {"rows": 1, "of": 3, "without": {"due": 1}})


def test_a_row_without_the_field_is_counted_once() -> None:
    rows = [{"amount": 1}, {"amount": 9}, {"other": 1}]
    answer = asked(rows, "--where", "amount!=9", "--sum", "amount", output=Output())
    assert answer.items == [{"amount": 1, "rows": 2}]
    assert answer.facts["without"] == {"amount": 1}


def test_a_value_that_no_row_has_is_answered_with_those_they_have() -> None:
    rows = [{"state": "sent"}, {"state": "overdue"}]
    assert asked(rows, "--where", "state=Overdue").notes == ['no row has state=Overdue; did you mean "overdue"?']
    assert asked(rows, "--where", "state=paid").notes == ["no row has state=paid; its values: overdue, sent"]


ROWS = [{"state": "sent", "amount": 5, "day": "20260101", "yes": True, "who": {"name": "A", "tags": []}}]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--sum", "amuont"], 'no row has the field "amuont" (--sum); nothing was worked out | did you mean "amount"?'),
        (["--count-by", "who.nmae"], 'did you mean "who.name"?'),
        (["--by", "state"], "--by groups a sum, and no --sum is given | add --sum FIELD, or write --count-by state"),
        (["--count-by", "state", "--sum", "amount"], "--count-by stands alone"),
        (["--sum", "amount", "--fields", "state"], "--fields shows columns of rows"),
        (["--sum", "amount", "--by", "amount"], "--sum amount would add up a field that groups too"),
        (["--sum", "day:month"], "--sum day:month would add up the month of a date"),
        (["--count-by", "day:week"], 'after day: comes month, quarter, year, not "week"'),
        (["--count-by", "state:month"], "state (--count-by) holds no dates"),
        (
            ["--count-by", "who"],
            "who (--count-by) is an object in each row; nothing was worked out | name a field in it: who.name",
        ),
        (["--where", "state"], '--where is "state"; it takes FIELD=VALUE'),
        (["--where", "state==sent"], "operators: = != < <= > >="),
        (["--where", "=sent"], "it takes FIELD=VALUE"),
        (["--where", "day<"], "after < comes a value"),
        (["--where", "day=January"], "write a date as YYYY-MM-DD"),
        (["--where", "day>=2026-02-30"], "write a date as YYYY-MM-DD"),
        (["--where", "amount=5,00"], "write a number such as 1234.56"),
        (["--where", "yes=ja"], 'write "yes=true" or "yes=false"'),
        (["--where", "state<2026-01-01"], "compare it by = or !="),
        (["--where", "day:month=1/2026"], '"1/2026" is no month | write it as 2026-09'),
        (["--where", "state=sent", "--where", "state=draft"], "no row is both state=sent and state=draft"),
        (["--count-by", "rows"], '"rows" is a member of the groups themselves'),
        (["--sum", "amount,"], 'names the field ""'),
    ],
)
def test_what_cannot_be_answered_is_refused(words: list[str], said: str) -> None:
    assert said in refusal(ROWS, *words)


def test_a_described_field_is_known_where_no_row_has_it() -> None:
    assert asked([{"amount": 1}], "--count-by", "id").items == [{"id": None, "rows": 1}]
    assert asked([], "--sum", "anything", output=Output()).items == []
    assert "nothing was worked out" in refusal([], "--sum", "anything")
