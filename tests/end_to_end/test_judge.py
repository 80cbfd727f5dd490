"""The judge itself: it has nothing to say of a clean record, and finds each breach of a law that is planted in one."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from simulators.clock import iso_ms
from tests.end_to_end.house import Lead
from tests.end_to_end.judge import Rows, findings, most_in_a_second

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
ANN, BOB = "+12025550101", "+12025550102"

Record = dict[str, Any]


@dataclass
class Evidence:
    """What the world's ledger and the product's rows say; two calls on a trunk with one line and one dial a second."""

    calls: list[Record] = field(default_factory=list)
    attempts: list[Record] = field(default_factory=list)
    opt_outs: list[Record] = field(default_factory=list)
    unfinished: list[Record] = field(default_factory=list)
    leaked_lines: list[Record] = field(default_factory=list)
    trunk: Record = field(default_factory=lambda: {"id": "trunk_1", "cap": 1.0, "lines": 1})
    leads: list[Lead] = field(default_factory=list)
    record_was_away: bool = False

    def dial(self, to: str, attempt: str, second: float, *, lasts: float | None = 10, **more: Any) -> Record:
        """A dial at this second after noon, in the ledger alone; lasts None: its leg is still up."""
        at = NOON + timedelta(seconds=second)
        call = {
            "sid": f"CA{len(self.calls) + 1}",
            "to": to,
            "correlation": attempt,
            "requested_at": iso_ms(at),
            "requested_ms": second * 1000,
            "ended_at": None if lasts is None else iso_ms(at + timedelta(seconds=lasts)),
            "ended_by": "document",
            "status": "completed",
            **more,
        }
        self.calls.append(call)
        return call

    def attempt(self, attempt: str, sid: str | None, **more: Any) -> Record:
        """A closed attempt, in the rows alone."""
        row = {
            "id": attempt,
            "call_id": attempt[:-2],
            "state": "closed",
            "result": "talked",
            "carrier_call_id": sid,
            "trunk_id": "trunk_1",
            **more,
        }
        self.attempts.append(row)
        return row

    def call(self, to: str, attempt: str, second: float, **more: Any) -> Record:
        """A dial with its row; the dial."""
        dialled = self.dial(to, attempt, second, **more)
        self.attempt(attempt, dialled["sid"])
        return dialled

    def found(self) -> list[str]:
        """What the judge finds."""
        rows = Rows(self.attempts, self.opt_outs, self.unfinished, self.leaked_lines, [self.trunk])
        return findings(self.calls, rows, self.leads, record_was_away=self.record_was_away)


@pytest.fixture
def evidence() -> Evidence:
    """Two calls, one after the other."""
    clean = Evidence()
    clean.call(ANN, "call_a-1", 0)
    clean.call(BOB, "call_b-1", 10)
    return clean


def test_a_clean_record_is_left_in_peace(evidence: Evidence) -> None:
    """A second attempt, a leg that ends as the next begins, an opt-out in time, hours that are open."""
    evidence.call(ANN, "call_a-2", 20)
    evidence.opt_outs = [{"sid": "CA3", "at": NOON + timedelta(seconds=25)}]
    evidence.leads = [Lead("silent", number=ANN, hours=("UTC", "12:00", "12:01")), Lead("silent", number=BOB)]
    assert [] == evidence.found()


# Law 1.


def test_two_dials_of_one_attempt_are_found(evidence: Evidence) -> None:
    evidence.dial(ANN, "call_a-1", 20)
    assert "attempt call_a-1 was dialled 2 times" in evidence.found()


@pytest.mark.parametrize("lasts", [10, None], ids=["ended", "still up"])
def test_two_live_legs_to_one_number_are_found(evidence: Evidence, lasts: float | None) -> None:
    """Over different campaigns and trunks as well: the number counts."""
    evidence.trunk["lines"] = 2
    evidence.call(BOB, "call_c-1", 15, lasts=lasts)["ended_by"] = "person"
    evidence.attempts[-1] |= {"state": "placed", "result": None}
    assert [f"{BOB} had two live legs"] == evidence.found()


# Law 2.


@pytest.mark.parametrize(
    "hours, outside",
    [
        (("UTC", "12:00", "18:00"), None),
        (("UTC", "09:00", "12:00"), "12:00 in UTC, outside 09:00 to 12:00"),
        (("UTC", "12:01", "18:00"), "12:00 in UTC, outside 12:01 to 18:00"),
        (("Asia/Kolkata", "10:00", "17:30"), "17:30 in Asia/Kolkata, outside 10:00 to 17:30"),
        (("Asia/Kolkata", "10:00", "17:31"), None),
        (("UTC", "22:00", "12:01"), None),
        (("UTC", "22:00", "06:00"), "12:00 in UTC, outside 22:00 to 06:00"),
        (("UTC", "11:00", "02:00"), None),
    ],
)
def test_a_dial_outside_the_leads_hours_is_found(
    evidence: Evidence, hours: tuple[str, str, str], outside: str | None
) -> None:
    """Half-hour zones and windows over midnight too."""
    evidence.leads = [Lead("silent", number=ANN, hours=hours)]
    expected = [] if outside is None else [f"{ANN} was dialled at {outside}"]
    assert expected == evidence.found()


# Law 4.


def test_a_dial_after_a_durable_opt_out_is_found(evidence: Evidence) -> None:
    """By number, whichever call it was said in."""
    evidence.opt_outs = [{"sid": "CA1", "at": NOON + timedelta(seconds=5)}]
    evidence.call(ANN, "call_c-1", 20)
    assert [f"{ANN} was dialled after the opt-out"] == evidence.found()


@pytest.mark.parametrize(
    "ended_by, away, late",
    [
        ("document", False, True),
        ("api", False, True),
        ("person", False, False),
        ("document", True, False),
    ],
)
def test_an_opt_out_that_is_younger_than_its_calls_end_is_found(
    evidence: Evidence, ended_by: str, away: bool, late: bool
) -> None:
    """Unless the person was quicker than us, or the record was being started again."""
    evidence.calls[0]["ended_by"], evidence.record_was_away = ended_by, away
    evidence.opt_outs = [{"sid": "CA1", "at": NOON + timedelta(seconds=10.5)}]
    expected = ["the opt-out of call CA1 was stored after the call had ended"] if late else []
    assert expected == evidence.found()


# Pace and lines.


@pytest.mark.parametrize(
    "cap, seconds, worst",
    [
        (1.0, (30, 31), None),
        (1.0, (30, 30.999), 2),
        (2.0, (30, 30.4, 31), None),
        (2.0, (30, 30.4, 30.8), 3),
        (0.5, (30, 31), None),
    ],
)
def test_a_second_with_more_dials_than_the_cap_is_found(
    evidence: Evidence, cap: float, seconds: tuple[float, ...], worst: int | None
) -> None:
    """Wherever the second begins."""
    evidence.trunk |= {"cap": cap, "lines": 9}
    for place, second in enumerate(seconds):
        evidence.call(f"+1202555012{place}", f"call_{place}-1", second)
    expected = f"trunk trunk_1 dialled {worst} times in one second, its cap is {cap}"
    assert ([] if worst is None else [expected]) == evidence.found()


def test_ways_that_differ_may_put_two_dials_nearer_together() -> None:
    assert 2 == most_in_a_second([0, 900])
    assert 1 == most_in_a_second([0, 900], way_ms=150)
    assert 2 == most_in_a_second([0, 840], way_ms=150)


@pytest.mark.parametrize("lasts", [4, None], ids=["ended", "still up"])
def test_more_legs_than_lines_are_found(evidence: Evidence, lasts: float | None) -> None:
    evidence.call("+12025550103", "call_c-1", 12, lasts=lasts)
    evidence.attempts[-1] |= {"state": "closed" if lasts else "ringing"}
    assert ["trunk trunk_1 had 2 legs on 1 lines"] == evidence.found()


# Law 5, and that ledger and rows tell the same story.


def test_a_lead_without_one_final_outcome_is_found(evidence: Evidence) -> None:
    row = {"lead": "lead_1", "calls": 1, "state": "closed", "result": None, "outcome": None}
    evidence.unfinished = [row]
    assert [f"lead lead_1 has no single final outcome: {row}"] == evidence.found()


def _lose_a_row(evidence: Evidence) -> str:
    del evidence.attempts[1]
    return "the ledger's call CA2 has no attempt in the database"


def _invent_a_row(evidence: Evidence) -> str:
    evidence.attempt("call_c-1", "CA9")
    return "attempt call_c-1 names CA9, which the ledger does not know"


def _name_another_leg(evidence: Evidence) -> str:
    evidence.attempts[0]["carrier_call_id"] = "CA2"
    return "attempt call_a-1 names CA2, the ledger CA1"


def _close_beneath_a_live_leg(evidence: Evidence) -> str:
    evidence.calls[1]["ended_at"] = None
    return "attempt call_b-1 is over in the database, its leg lives on"


def _alter_a_result(evidence: Evidence) -> str:
    evidence.attempts[0]["result"] = "busy"
    return "attempt call_a-1 is busy, the ledger says completed"


def _alter_a_status(evidence: Evidence) -> str:
    evidence.calls[1]["status"] = "no-answer"
    return "attempt call_b-1 is talked, the ledger says no-answer"


@pytest.mark.parametrize(
    "plant",
    [
        _lose_a_row,
        _invent_a_row,
        _name_another_leg,
        _close_beneath_a_live_leg,
        _alter_a_result,
        _alter_a_status,
    ],
    ids=lambda plant: plant.__name__.strip("_"),
)
def test_a_record_that_differs_from_the_ledger_is_found(
    evidence: Evidence, plant: Callable[[Evidence], str]
) -> None:
    """A missing, an extra and an altered row, and a leg that the rows have given up."""
    expected = plant(evidence)
    assert [expected] == evidence.found()


# Law 6.


def test_a_line_that_stays_taken_is_found(evidence: Evidence) -> None:
    evidence.leaked_lines = [{"trunk_id": "trunk_1", "number": 1, "state": "closed"}]
    assert ["line 1 of trunk_1 stays taken"] == evidence.found()


def test_every_breach_is_told_not_the_first_alone(evidence: Evidence) -> None:
    evidence.dial(ANN, "call_a-1", 5)
    evidence.leaked_lines = [{"trunk_id": "trunk_1", "number": 1, "state": "closed"}]
    assert [
        "attempt call_a-1 was dialled 2 times",
        f"{ANN} had two live legs",
        "trunk trunk_1 had 2 legs on 1 lines",
        "attempt call_a-1 names CA1, the ledger CA3",
        "line 1 of trunk_1 stays taken",
    ] == evidence.found()
