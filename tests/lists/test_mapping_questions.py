"""When a mapping looks wrong: how much must be refused for a question, what looks counted up, and what is proposed instead."""

from collections.abc import Sequence

import pytest

from domain.lead_rows import DO_NOT_CALL, NO_PERSON
from lists.mapping_questions import Judgement

NUMBERS = [f"+1415555{at}" for at in range(2671, 2681)]
NAMES = ["Ann"] * len(NUMBERS)


def judgement(*columns: tuple[str, Sequence[str]], rows: int = 0, refused: Sequence[str] = ()) -> Judgement:
    """What was seen of a list with these columns, whose first one is taken for numbers; refused: codes of refused rows."""
    headers = [heading for heading, _ in columns]
    seen = Judgement(headers, {"number": headers[0]}, "US")
    cells = zip(*(texts for _, texts in columns), strict=True)
    assert len(list(seen.watch((number, list(row)) for number, row in enumerate(cells, start=2))))
    seen.note(rows, [(code, f"It is {code}.") for code in refused])
    return seen


@pytest.mark.parametrize(
    ("rows", "refused", "is_asked"),
    [
        pytest.param(4, ["too_short"] * 3, True, id="most of a few"),
        pytest.param(3, ["too_short"] * 2, False, id="too few to judge by"),
        pytest.param(6, ["too_short"] * 3, False, id="half"),
        pytest.param(7, ["too_short"] * 4, True, id="more than half"),
        pytest.param(9, [DO_NOT_CALL] * 5, False, id="whom nobody may call is no fault"),
        pytest.param(9, [NO_PERSON] * 5, False, id="a row of nobody is no fault"),
        pytest.param(11, [DO_NOT_CALL] * 5 + ["too_short"] * 3, False, id="half of the others"),
        pytest.param(10, [DO_NOT_CALL] * 5 + ["too_short"] * 3, True, id="most of the others"),
    ],
)
def test_a_mapping_is_asked_about_when_most_rows_are_refused_for_it(
    rows: int, refused: list[str], is_asked: bool
) -> None:
    question = judgement(("Phone", NUMBERS), ("Name", NAMES), rows=rows, refused=refused).question()
    assert is_asked is (question is not None)


def test_the_question_names_the_most_frequent_fault_of_the_mapping() -> None:
    refused = [*["too_long"] * 2, *["too_short"] * 4, *[DO_NOT_CALL] * 5]
    question = judgement(("Phone", NUMBERS), rows=12, refused=refused).question()
    assert question is not None
    assert ("mostly_refused", "Phone", {}) == (question.code, question.column, question.proposal)
    assert "6 of 12 rows" in question.message
    assert question.message.endswith("Most often: It is too_short.")


def counted(*steps: int) -> list[str]:
    """Numbers with these steps between them, that could all be dialled in the United States."""
    texts = [2125550100]
    for step in steps:
        texts.append(texts[-1] + step)
    return [str(each) for each in texts]


@pytest.mark.parametrize(
    ("texts", "look_like_identifiers"),
    [
        pytest.param(counted(1, 1, 1, 1), True, id="one by one"),
        pytest.param(counted(-1, -1, -1, -1), True, id="downwards"),
        pytest.param(counted(1, 1, 1), False, id="too few"),
        pytest.param(counted(25, 25, 25, 25), True, id="as far as may be"),
        pytest.param(counted(26, 26, 26, 26), False, id="further"),
        pytest.param(counted(0, 0, 0, 0), False, id="the same one"),
        pytest.param(counted(1, 1, 1, 1, 900), True, id="four of five"),
        pytest.param(counted(1, 1, 1, 900), False, id="three of four"),
        pytest.param(counted(1, -1, 1, -1), False, id="up and down"),
        pytest.param([*counted(1, 1, 1, 1), "12 34"], False, id="one is no whole number"),
        pytest.param([*counted(1, 1, 1, 1), "", "n/a"], True, id="nothing says nothing"),
        pytest.param([f"{each}.0" for each in counted(1, 1, 1, 1)], True, id="as spreadsheets write them"),
    ],
)
def test_numbers_that_are_counted_up_are_taken_for_identifiers(
    texts: list[str], look_like_identifiers: bool
) -> None:
    others = [f"+1415555{at * 37 % 9000 + 1000}" for at in range(len(texts))]
    question = judgement(("Number", texts), ("Reached at", others), rows=len(texts)).question()
    assert look_like_identifiers is (question is not None)
    if question is not None:
        assert ("identifiers", {"number": "Reached at"}) == (question.code, question.proposal)


BAD = ["12"] * len(NUMBERS)
APART = [f"+1415555{at * 37 % 9000 + 1000}" for at in range(len(NUMBERS))]


@pytest.mark.parametrize(
    ("others", "proposed"),
    [
        pytest.param([("Mobile", APART)], "Mobile", id="another column"),
        pytest.param([("Name", NAMES)], None, id="no other numbers"),
        pytest.param([("", APART)], None, id="a column without a heading"),
        pytest.param(
            [("Order", counted(*[1] * 9)), ("Mobile", APART)], "Mobile", id="not what is counted up"
        ),
        pytest.param([("Mobile", [*APART[:5], *NAMES[:5]])], None, id="in half of the rows"),
        pytest.param([("Mobile", [*APART[:6], *NAMES[:4]])], "Mobile", id="in most rows"),
        pytest.param([("Fax", [*APART[:7], *NAMES[:3]]), ("Mobile", APART)], "Mobile", id="the fuller one"),
    ],
)
def test_the_column_that_is_proposed_holds_numbers_in_most_rows(
    others: list[tuple[str, list[str]]], proposed: str | None
) -> None:
    question = judgement(("Phone", BAD), *others, rows=10, refused=["too_short"] * 10).question()
    assert question is not None
    assert ({} if proposed is None else {"number": proposed}) == question.proposal
    assert ["Phone", *([proposed] if proposed else [])] == [sample.column for sample in question.samples]


def test_a_column_with_no_more_numbers_than_the_mapped_one_is_not_proposed() -> None:
    refused = ["too_short"] * 6
    question = judgement(("Phone", APART), ("Mobile", APART), rows=10, refused=refused).question()
    assert question is not None
    assert {} == question.proposal


def test_what_is_shown_of_a_column_are_its_first_texts_cut_short() -> None:
    texts = ["", "n/a", f" {'l' * 100} ", *(f"{at} Main Street" for at in range(9))]
    question = judgement(("Phone", texts), rows=12, refused=["too_short"] * 12).question()
    assert question is not None
    (shown,) = question.samples
    assert ["l" * 80, *(f"{at} Main Street" for at in range(4))] == shown.texts
