"""A report's verdicts are computed from its values, never written by hand."""

import json
from pathlib import Path

import pytest

from benchmarks.report import Figure, percentile, write_report


@pytest.mark.parametrize(
    ("holds", "figure"),
    [
        (True, Figure("events", 30, "events", 30)),
        (False, Figure("events", 31, "events", 30)),
        (True, Figure("ratio", 0.5, "ratio", 0.5, "at least")),
        (False, Figure("ratio", 0.49, "ratio", 0.5, "at least")),
        (None, Figure("demo", None, "s", 180)),
    ],
)
def test_holds_follows_from_value_and_bar(holds: bool | None, figure: Figure) -> None:
    assert holds is figure.holds


def test_the_verdict_is_made_before_the_value_is_rounded() -> None:
    assert Figure("delay", 20.0001, "ms", 20).as_entry()["holds"] is False


def test_the_report_lists_figures_and_keeps_raw_samples_beside_it(tmp_path: Path) -> None:
    figures = [Figure("events", 28, "events", 30), Figure("ratio", 0.1, "ratio", 0.35, "at least")]

    report = write_report(tmp_path, "loop", figures, {"history": [28, 27]})

    assert json.loads(report.read_text()) == [
        {"figure": "events", "value": 28, "unit": "events", "bar": "<= 30", "holds": True},
        {"figure": "ratio", "value": 0.1, "unit": "ratio", "bar": ">= 0.35", "holds": False},
    ]
    assert {"history": [28, 27]} == json.loads((tmp_path / "bench-loop-samples.json").read_text())


@pytest.mark.parametrize(("expected", "share"), [(1, 0.0), (50, 0.5), (95, 0.95), (99, 0.99), (100, 1.0)])
def test_a_percentile_is_one_of_the_samples(expected: float, share: float) -> None:
    assert expected == percentile([float(value) for value in range(100, 0, -1)], share)
