"""The comparator of the demonstration: a missing, an extra and an altered row each make it fail."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from console.books import BookedAttempt, BookedCall, BookedMessage, Books, OptOut
from console.comparison import Disagreement, compare
from console.ledger import Ledger, LedgerCall, LedgerMessage, LedgerRecord, read_ledger
from domain.outcomes import TechnicalResult

BEGAN = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
ANN, BEN, CLARA = "+12025550142", "+12025550143", "+12025550144"
OPENING = ("hello", "ann", "this", "is", "maya")
MESSAGE = ("we", "will", "try", "again", "goodbye")


def after(seconds: float) -> datetime:
    return BEGAN + timedelta(seconds=seconds)


DIALLED = LedgerCall(
    sid="CA1",
    attempt_id="call_1-1",
    to=ANN,
    status="completed",
    requested_at=BEGAN,
    requested_ms=0,
    answered_at=after(2),
    ended_at=after(22),
    duration_seconds=20,
    heard=OPENING,
    recorded=(),
    answered_by="human",
)
BUSY = replace(
    DIALLED,
    sid="CA2",
    attempt_id="call_2-1",
    to=BEN,
    status="busy",
    requested_ms=2_000,
    answered_at=None,
    duration_seconds=0,
    heard=(),
    answered_by=None,
)
MACHINE = replace(
    DIALLED,
    sid="CA3",
    attempt_id="call_3-1",
    to=CLARA,
    requested_ms=4_000,
    heard=(*OPENING, *MESSAGE),
    recorded=MESSAGE,
    answered_by="machine_end_beep",
)
LEDGER = Ledger(
    calls=[DIALLED, BUSY, MACHINE],
    messages=[LedgerMessage("msg_1", ANN, after(25))],
    records=[LedgerRecord("call_1", ANN, "Result: talked. Outcome: interested.<br>Agent: Hello")],
)

BOOKED = BookedAttempt("call_1-1", "CA1", ANN, TechnicalResult.TALKED, after(2), 20, OPENING, MESSAGE)
BOOKED_BUSY = BookedAttempt("call_2-1", "CA2", BEN, TechnicalResult.BUSY, None, None, OPENING, MESSAGE)
BOOKED_MACHINE = BookedAttempt(
    "call_3-1", "CA3", CLARA, TechnicalResult.VOICEMAIL_LEFT, after(2), 20, OPENING, MESSAGE
)
CALL = BookedCall("call_1", ANN, "closed", "talked", "interested", wants_message=True, has_record=True)
BOOKS = Books(
    attempts=[BOOKED, BOOKED_BUSY, BOOKED_MACHINE],
    calls=[CALL, BookedCall("call_2", BEN, "waiting", None, None, wants_message=False, has_record=False)],
    messages=[BookedMessage("msg_1", "call_1", ANN, "delivered")],
    syncs_crm=True,
    lines=3,
    calls_per_second=1,
)


def subjects(ledger: Ledger = LEDGER, books: Books = BOOKS) -> list[str]:
    return [found.subject for found in compare(ledger, books)]


def instead(old: Any, new: Any, books: Books = BOOKS) -> Books:
    """The books with one attempt altered."""
    return replace(books, attempts=[new if each is old else each for each in books.attempts])


def heard_instead(old: LedgerCall, new: LedgerCall) -> Ledger:
    return replace(LEDGER, calls=[new if each is old else each for each in LEDGER.calls])


def test_equal_sides_agree() -> None:
    assert [] == compare(LEDGER, BOOKS)


def test_missing_attempt_is_found() -> None:
    assert ["call_2-1"] == subjects(books=replace(BOOKS, attempts=[BOOKED, BOOKED_MACHINE]))


def test_attempt_that_was_never_dialled_is_found() -> None:
    assert ["call_2-1"] == subjects(replace(LEDGER, calls=[DIALLED, MACHINE]))


def test_dial_of_a_call_that_nobody_planned_is_found() -> None:
    extra = replace(BUSY, sid="CA9", attempt_id="call_9-1", to="+12025550199", requested_ms=9_000)

    assert ["call_9-1"] == subjects(
        replace(LEDGER, calls=[*LEDGER.calls[:2], MACHINE, extra]), replace(BOOKS, lines=4)
    )


def test_dial_of_another_campaign_is_none_of_ours() -> None:
    other = replace(BUSY, sid="CA9", attempt_id="call_9-1", to="+12025550199", requested_ms=9_000)
    books = replace(BOOKS, strangers=frozenset({"call_9"}))

    assert [] == subjects(replace(LEDGER, calls=[DIALLED, BUSY, MACHINE, other]), books)


def test_second_dial_of_one_attempt_is_found() -> None:
    """Law 1."""
    again = replace(DIALLED, sid="CA9", requested_at=after(60), ended_at=after(61), requested_ms=60_000)

    assert ["call_1-1"] == subjects(replace(LEDGER, calls=[*LEDGER.calls[:3], again]))


@pytest.mark.parametrize(
    ("altered", "told"),
    [
        (replace(BOOKED, result=TechnicalResult.BUSY), ["is booked as busy, the ledger says completed"]),
        (
            replace(BOOKED, result=TechnicalResult.VOICEMAIL_LEFT, voicemail=()),
            [
                "is booked as a message left, but the machine did not record it",
                "is booked as a message left, but a person had answered",
            ],
        ),
        (replace(BOOKED, result=None), ["has no result, the ledger says completed"]),
        (replace(BOOKED, to="+12025550199"), ["went to another number than booked"]),
        (replace(BOOKED, carrier_call_id="CA7"), ["has another carrier id than booked"]),
        (replace(BOOKED, carrier_call_id=None), ["was dialled 1 times, expected 0"]),
        (replace(BOOKED, answered_at=None), ["was answered, the database says otherwise"]),
        (replace(BOOKED, duration_seconds=25), ["lasted 20 s, booked are 25 s"]),
        (
            replace(BOOKED, opening=("good", "day", "ann")),
            ["is booked as talked, but the opening was not heard"],
        ),
    ],
)
def test_altered_attempt_is_found(altered: BookedAttempt, told: list[str]) -> None:
    found = compare(LEDGER, instead(BOOKED, altered))
    assert [Disagreement("call_1-1", text) for text in told] == found


@pytest.mark.parametrize(
    ("booked", "dialled", "told"),
    [
        (
            replace(BOOKED, result=TechnicalResult.HUNG_UP_EARLY),
            replace(DIALLED, heard=()),
            "is booked as hung_up_early, but nothing was heard",
        ),
        (
            replace(BOOKED, result=TechnicalResult.VOICEMAIL_SILENT),
            replace(DIALLED, recorded=MESSAGE),
            "left its message, but is booked as voicemail_silent",
        ),
        (BOOKED, replace(DIALLED, answered_at=None), "was not answered, the database says otherwise"),
    ],
)
def test_altered_dial_is_found(booked: BookedAttempt, dialled: LedgerCall, told: str) -> None:
    found = compare(heard_instead(DIALLED, dialled), instead(BOOKED, booked))
    assert [Disagreement("call_1-1", told)] == found


def test_durations_may_differ_by_the_rounding_of_a_second() -> None:
    assert [] == subjects(books=instead(BOOKED, replace(BOOKED, duration_seconds=21)))


def test_talk_that_nobody_heard_is_found() -> None:
    assert ["call_1-1"] == subjects(heard_instead(DIALLED, replace(DIALLED, heard=())))


def test_message_that_no_machine_recorded_is_found() -> None:
    """Only what follows the beep is recorded."""
    assert ["call_3-1"] == subjects(heard_instead(MACHINE, replace(MACHINE, recorded=MESSAGE[1:])))


@pytest.mark.parametrize(
    ("heard", "missed", "expected"),
    [
        (("hello", "this", "is"), 1, []),
        (("hello", "this", "is"), 0, ["call_1-1"]),
        (("this", "is", "maya"), 2, []),
        (("this", "is", "maya"), 1, ["call_1-1"]),
        (("is", "maya"), 9, ["call_1-1"]),
        (("hello", "ann", "what", "this", "is"), 9, ["call_1-1"]),
    ],
)
def test_only_words_that_the_ledger_counts_as_missed_may_be_absent(
    heard: tuple[str, ...], missed: int, expected: list[str]
) -> None:
    """A lost frame costs a word of the opening, never the proof that there was one."""
    assert expected == subjects(heard_instead(DIALLED, replace(DIALLED, heard=heard, missed_words=missed)))


@pytest.mark.parametrize(("missed", "expected"), [(0, ["call_3-1"]), (1, []), (2, [])])
def test_message_with_a_lost_word_counts_if_the_ledger_counts_the_loss(
    missed: int, expected: list[str]
) -> None:
    recorded = (*MESSAGE[:2], *MESSAGE[3:])

    assert expected == subjects(
        heard_instead(MACHINE, replace(MACHINE, recorded=recorded, missed_words=missed))
    )


def test_message_that_was_never_heard_is_found_however_many_words_were_missed() -> None:
    assert ["call_3-1"] == subjects(heard_instead(MACHINE, replace(MACHINE, recorded=(), missed_words=99)))


def test_message_left_that_is_not_booked_is_found() -> None:
    silent = replace(BOOKED_MACHINE, result=TechnicalResult.VOICEMAIL_SILENT)

    assert ["call_3-1"] == subjects(books=instead(BOOKED_MACHINE, silent))


def test_message_left_to_a_person_is_found() -> None:
    assert ["call_3-1"] == subjects(heard_instead(MACHINE, replace(MACHINE, answered_by="human")))


@pytest.mark.parametrize(
    ("ledger", "books"),
    [
        pytest.param(replace(LEDGER, messages=[]), BOOKS, id="never sent"),
        pytest.param(replace(LEDGER, messages=[*LEDGER.messages] * 2), BOOKS, id="sent twice"),
        pytest.param(
            replace(LEDGER, messages=[LedgerMessage("msg_1", BEN, after(25))]), BOOKS, id="sent to another"
        ),
        pytest.param(
            LEDGER,
            replace(BOOKS, messages=[BookedMessage("msg_1", "call_1", ANN, "refused")]),
            id="booked as refused",
        ),
    ],
)
def test_altered_message_is_found(ledger: Ledger, books: Books) -> None:
    assert ["msg_1"] == subjects(ledger, books)


def test_missing_message_is_found_on_both_sides() -> None:
    """The network has one nobody booked, and the call that wanted it has none."""
    assert ["msg_1", "call_1"] == subjects(books=replace(BOOKS, messages=[]))


@pytest.mark.parametrize(
    "records",
    [
        [],
        [*LEDGER.records] * 2,
        [replace(LEDGER.records[0], to=BEN)],
        [replace(LEDGER.records[0], body="Result: talked. Outcome: none.")],
    ],
)
def test_altered_crm_record_is_found(records: list[LedgerRecord]) -> None:
    assert ["call_1"] == subjects(replace(LEDGER, records=records))


def test_crm_record_of_an_unknown_call_is_found() -> None:
    extra = LedgerRecord("call_9", ANN, "Result: talked. Outcome: none.")

    assert ["call_9"] == subjects(replace(LEDGER, records=[*LEDGER.records, extra]))


def test_two_live_legs_to_one_number_are_found() -> None:
    """Law 1: one live leg per number."""
    booked = instead(BOOKED_BUSY, replace(BOOKED_BUSY, to=ANN))
    for seconds, expected in ((5, ["call_2-1"]), (22, [])):  # as the first one ends
        beside = replace(BUSY, to=ANN, requested_at=after(seconds), ended_at=after(30))
        assert expected == subjects(heard_instead(BUSY, beside), booked)


@pytest.mark.parametrize(
    ("moment", "expected"), [(after(-1), ["call_1-1", "msg_1"]), (after(0), ["msg_1"]), (after(25), [])]
)
def test_what_reaches_a_number_after_its_opt_out_is_found(moment: datetime, expected: list[str]) -> None:
    """Law 4."""
    assert expected == subjects(books=replace(BOOKS, opt_outs=[OptOut(ANN, moment)]))


@pytest.mark.parametrize(
    ("requested_ms", "lines", "told"),
    [
        (1_000, 3, []),
        (999, 3, [Disagreement("pace", "2 dials in one second, allowed are 1")]),
        (1_000, 2, [Disagreement("lines", "3 legs at once, the trunk has 2 lines")]),
    ],
)
def test_broken_pace_and_too_many_legs_are_found(
    requested_ms: float, lines: int, told: list[Disagreement]
) -> None:
    hasty = heard_instead(BUSY, replace(BUSY, requested_ms=requested_ms))

    assert told == compare(hasty, replace(BOOKS, lines=lines))


def test_no_disagreement_tells_a_number() -> None:
    """Law 8."""
    found = compare(LEDGER, instead(BOOKED, replace(BOOKED, to="+12025550199")))

    assert not any("+1202" in each.text + each.subject for each in found)


def test_ledger_is_read_as_the_world_writes_it() -> None:
    words = [{"text": "Hello,", "at_ms": 0}, {"text": "We", "at_ms": 5_000}, {"text": "will", "at_ms": 5_200}]
    entry = {
        "sid": "CA1",
        "correlation": "call_1-1",
        "to": ANN,
        "status": "completed",
        "requested_at": BEGAN.isoformat(),
        "requested_ms": 0.0,
        "answered_at": after(2).isoformat(),
        "answered_ms": 2_000.0,
        "ended_at": after(22).isoformat(),
        "duration_s": 20,
        "heard": words,
        "heard_text": "Hello, We will",
        "turns": [{"said": "Leave a message.", "person_ended_ms": 7_000.0}],
        "answered_by": "human",
        "missed_words": 0,
    }
    document = {
        "calls": [entry],
        "messages": [],
        "crm": {"calls": []},
        "driver_lateness": {"max_ms": None},
    }

    expected = replace(DIALLED, heard=("hello", "we", "will"), recorded=("we", "will"))
    assert Ledger([expected], [], [], 0.0) == read_ledger(document)
