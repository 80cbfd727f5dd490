"""What `outbound compliance explain` says to people, in eighty columns."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from console.compliance import _tell
from console.screen import Screen
from tests.console.test_requests import run

SOURCE = (
    "Fla. Stat. 501.059(8) and 501.616(6), as summarised November 2026: until 20:00, three calls in 24 hours"
)
LOOKED_AT: dict[str, Any] = {
    "call_id": None,
    "call_state": None,
    "campaign_state": "running",
    "purpose": "survey",
    "rules": "us",
    "state": "FL",
    "zones": [
        {"zone": "America/New_York", "local_time": "2027-02-02T21:00:00-05:00", "hours": ["08:00-20:00"]},
        {"zone": "America/Chicago", "local_time": "2027-02-02T20:00:00-06:00", "hours": []},
    ],
    "closed_days": [
        {"on": "2027-02-15", "rule": {"name": "us@2026-11-01 closed_on_holidays", "source": SOURCE}}
    ],
    "attempts": 1,
    "attempts_allowed": 6,
    "attempts_today": 1,
    "attempts_allowed_today": None,
    "last_attempt_at": "2027-02-02T16:00:00Z",
    "gap_seconds": 3600.0,
    "not_before": None,
    "consents": ["express"],
    "consent_needed": "express",
    "consent_id": "cons_1",
    "do_not_call": [],
    "preferences": None,
}
DEFERRED: dict[str, Any] = {
    "lead_id": "lead_01m8kab34qc0ffee1234567890",
    "channel": "voice",
    "at": "2027-02-03T02:00:00Z",
    "verdict": "defer",
    "until": "2027-02-03T14:00:00Z",
    "next_at": "2027-02-03T14:00:00Z",
    "rule_set": "us@2026-11-01",
    "sentence": "It is outside calling hours where the lead may be. Until Wed 03 Feb 09:00 EST.",
    "reasons": [
        {
            "code": "outside_hours",
            "text": "It is outside calling hours where the lead may be.",
            "rules": [{"name": "us@2026-11-01 states.FL.hours", "source": SOURCE}],
        }
    ],
    "looked_at": LOOKED_AT,
}


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> Screen:
    monkeypatch.setenv("COLUMNS", "80")
    return Screen(as_json=False)


def told(narrow: Screen, capsys: pytest.CaptureFixture[str], why: dict[str, Any]) -> str:
    """All that is said, each line of it within the screen, as one line."""
    _tell(narrow, why)
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 80
    return " ".join(" ".join(lines).split())


def test_the_answer_its_rules_and_what_was_looked_at_are_told(
    narrow: Screen, capsys: pytest.CaptureFixture[str]
) -> None:
    said = told(narrow, capsys, DEFERRED)
    for part in (
        "defer: lead_01m8kab34qc0ffee1234567890 by voice, at 2027-02-03 02:00:00Z",
        "Until Wed 03 Feb 09:00 EST.",
        "next 2027-02-03 14:00:00Z",
        f"by us@2026-11-01 states.FL.hours: {SOURCE}",
        "call – not planned yet",
        "campaign running, for a survey",
        "rules us FL",
        "America/New_York Tue 02 Feb 21:00, that day 08:00-20:00",
        "America/Chicago Tue 02 Feb 20:00, that day closed",
        "closed on 2027-02-15, by us@2026-11-01 closed_on_holidays",
        "calls to the number 1 on the day, without a limit",
        "calls of the lead 1 of 6",
        "last call 2027-02-02 16:00:00Z, 60 minutes apart at least",
        "consent express, needed: express, by cons_1",
    ):
        assert part in said


@pytest.mark.parametrize(
    ("verdict", "next_at", "says"),
    [
        ("allow", "2027-02-03T02:00:00Z", "next now"),
        ("refuse", None, "next never, until what refuses is mended"),
    ],
)
def test_when_next_is_told(
    narrow: Screen, capsys: pytest.CaptureFixture[str], verdict: str, next_at: str | None, says: str
) -> None:
    answer = {**DEFERRED, "verdict": verdict, "next_at": next_at, "reasons": []}
    assert says in told(narrow, capsys, answer)


def test_entries_and_wishes_are_told_where_there_are_some(
    narrow: Screen, capsys: pytest.CaptureFixture[str]
) -> None:
    entry = {
        "id": "sup_01m8kab34qc0ffee1234567890",
        "channel": "all",
        "source": "api",
        "since": "2027-01-01T00:00:00Z",
    }
    wish = {
        "id": "pref_01m8kab34qc0ffee1234567890",
        "kind": "when",
        "source": "said_on_call",
        "said_at": "2027-01-01T00:00:00Z",
        "hours": {"tue": ["15:00-24:00"]},
        "writing": None,
        "every_days": None,
    }
    looked_at = {**LOOKED_AT, "do_not_call": [entry], "preferences": [wish]}
    said = told(narrow, capsys, {**DEFERRED, "looked_at": looked_at})
    assert "do-not-call entries" in said
    assert "sup_01m8kab34qc0ffee1234567890" in said
    assert "tue=15:00-24:00" in said


ABANDONMENT: dict[str, Any] = {
    "sentence": "Of 40 calls 2 had no word of ours.",
    "standing": "slowed",
    "window": 7,
    "least_calls": 33,
    "days": 30,
    "account": {"answered": 950, "abandoned": 12},
    "limit": {"rule": "abandonment@2026-12-01 us.most", "source": "FTC"},
}


@pytest.mark.parametrize(
    ("limit", "rule"), [(ABANDONMENT["limit"], "abandonment@2026-12-01 us.most"), (None, "none")]
)
def test_what_abandoned_calls_mean_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: dict[str, str] | None, rule: str
) -> None:
    answer = httpx.Response(200, json=ABANDONMENT | {"limit": limit})
    monkeypatch.setattr(httpx.HTTPTransport, "handle_request", lambda *_: answer)
    result = run(tmp_path, "compliance abandonment camp_1")
    assert 0 == result.exit_code, result.output
    said = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert [
        "Of 40 calls 2 had no word of ours.",
        "standing slowed",
        "calls due at once 7",
        "counts from 33 answered calls, in 30 days",
        "the whole account 12 of 950",
        f"rule {rule}",
    ] == said[:6]
