"""What `outbound calls show` prints of each answer's spans."""

from typing import Any

from console.answer_times import span_rows

SPANS = {
    "end_of_speech": 10_000,
    "end_of_turn": 10_260,
    "first_token": 10_200,
    "first_clause": 10_300,
    "first_audio": 10_450,
    "first_frame": 10_452,
}
OPENING = {**dict.fromkeys(SPANS), "first_frame": 12}


def test_the_steps_of_each_answer_count_from_the_end_of_the_turn_it_answers() -> None:
    turns: list[dict[str, Any]] = [
        {"speaker": "agent", "spans": OPENING},
        {"speaker": "person", "spans": None},
        {"speaker": "agent", "spans": SPANS},
        {"speaker": "agent", "spans": {**SPANS, "end_of_speech": None}},
    ]
    first, second = span_rows(turns)
    assert (2, "10.26 s", "-260", "-60", "+40", "+190", "+192") == (
        first["answer"],
        first["end_of_turn_at"],
        first["end_of_speech"],
        first["first_token"],
        first["first_clause"],
        first["first_audio"],
        first["first_frame"],
    )
    assert (3, None) == (second["answer"], second["end_of_speech"])


def test_calls_of_earlier_versions_have_no_spans() -> None:
    assert [] == span_rows([{"speaker": "agent"}, {"speaker": "agent", "spans": None}])
