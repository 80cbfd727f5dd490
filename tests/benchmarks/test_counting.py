"""What the benchmarks count: dials in any second, statements of PostgreSQL's log, and the vendors' share of a turn."""

from typing import Any

import pytest

from benchmarks.pace import worst_window
from benchmarks.sql_statements import count_statements, normal_form
from benchmarks.turn_delay import Vendors, first_clause


@pytest.mark.parametrize(
    ("worst", "moments"),
    [(0, []), (1, [5.0]), (1, [0.0, 1000.0]), (2, [0.0, 999.9]), (3, [0.0, 700.0, 900.0, 1500.0, 2600.0])],
)
def test_the_worst_second_is_found_wherever_it_begins(worst: int, moments: list[float]) -> None:
    assert worst == worst_window(moments)


def test_statements_are_counted_in_their_normal_form_without_frames_and_set_up() -> None:
    lines = [
        {"message": "statement: BEGIN ISOLATION LEVEL READ COMMITTED;"},
        {"message": "execute __asyncpg_stmt_1__: UPDATE calls\n  SET state = 'live' WHERE id = $1"},
        {"message": "execute __asyncpg_stmt_2__: UPDATE calls SET state = 'closed' WHERE id = $1"},
        {"message": "statement: SET TIME ZONE 'UTC'"},
        {
            "message": "execute __asyncpg_stmt_3__: SELECT current_setting('jit') AS cur, set_config('jit', 'off', false)"
        },
        {"message": "statement: COMMIT;"},
        {"message": "checkpoint starting: time"},
    ]

    assert {"UPDATE calls SET state = ? WHERE id = $1": 2} == count_statements(lines)


def test_parameters_and_names_keep_their_digits() -> None:
    assert "SELECT a1 FROM t WHERE x = $12 LIMIT ?" == normal_form("SELECT a1 FROM t WHERE x = $12 LIMIT 50;")


def test_the_model_is_charged_until_the_first_clause_can_be_known() -> None:
    clause, took_ms = first_clause("Great, thank you. Ann, do you like jazz?")

    assert "Great, thank you." == clause
    assert (
        150 + 3 * 15 == took_ms
    )  # "Great,", " thank", " you.", and " Ann," which shows that the sentence ended


DEEPGRAM: dict[str, Any] = {"request_id": "ear", "transcript": "Yes."}
OPENAI: dict[str, Any] = {"id": "thought"}


def vendors(*, eager: bool) -> Vendors:
    """Logs of one turn that ended at 1000 ms and reached the recogniser 2 ms later."""
    early = [{**DEEPGRAM, "event": "EagerEndOfTurn", "at_ms": 1252.0, "delay_ms": 250.0}] if eager else []
    asked = 1255.0 if eager else 1455.0
    return Vendors.read(
        [*early, {**DEEPGRAM, "event": "EndOfTurn", "at_ms": 1452.0, "delay_ms": 450.0}],
        [
            {**OPENAI, "event": "FirstToken", "at_ms": asked + 150, "delay_ms": 150.0},
            {
                **OPENAI,
                "event": "Finished",
                "at_ms": asked + 300,
                "text": "Great, thank you. Ann, do you like jazz?",
            },
        ],
        [
            {
                "event": "FirstByte",
                "text": "Great, thank you.",
                "at_ms": asked + 195 + 4 + 80,
                "delay_ms": 80.0,
            }
        ],
    )


@pytest.mark.parametrize(("eager", "received_ms"), [(True, 1540.0), (False, 1740.0)])
def test_what_the_vendors_took_is_not_ours(eager: bool, received_ms: float) -> None:
    """2 ms to the recogniser, 3 ms to ask the model, 4 ms to ask the voice, 6 ms to the carrier: 15 ms are ours."""
    turn = {
        "said": "Yes.",
        "person_ended_ms": 1000.0,
        "reply_received_ms": received_ms,
        "overlapped": False,
    }

    [found] = vendors(eager=eager).account_for({"turns": [turn], "heard_text": "Hi Ann"})

    assert eager is found["speculative"]
    assert 15.0 == found["added_ms"]
    assert [2.0, 3.0, 4.0, 6.0] == [
        found[part] for part in ("hearing_ms", "asking_ms", "speaking_ms", "delivering_ms")
    ]


def test_a_turn_that_the_logs_do_not_explain_is_not_counted() -> None:
    turn = {"said": "Yes.", "person_ended_ms": 9000.0, "reply_received_ms": 9500.0, "overlapped": False}

    [found] = vendors(eager=True).account_for({"turns": [turn], "heard_text": "Hi Ann"})

    assert found["added_ms"] is None
