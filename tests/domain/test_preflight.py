"""What would happen if the campaign started now ("X of Y will be called; Z skipped, because…")."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.contactability import Contactability, ContactVerdict, Reason, ReasonCode
from domain.preflight import Preflight, ReasonCount, preflight

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
NOW = Contactability(ContactVerdict.ALLOW, None, (), "us@2026-11-01")
CLOSED = Reason(ReasonCode.OUTSIDE_HOURS, "It is outside calling hours where the lead may be.")
LISTED = Reason(ReasonCode.SUPPRESSED, "The number is on a do-not-call list.")
NO_CONSENT = Reason(ReasonCode.CONSENT_MISSING, "A survey contact needs express consent here.")


def later(at: datetime) -> Contactability:
    return Contactability(ContactVerdict.DEFER, at, (CLOSED,), "us@2026-11-01")


def never(*reasons: Reason) -> Contactability:
    return Contactability(ContactVerdict.REFUSE, None, reasons, "us@2026-11-01")


def test_leads_are_grouped_by_answer_with_reasons_and_times() -> None:
    found = preflight(
        [
            (NOW, 12),
            (later(NOON), 20),
            (later(NOON + timedelta(hours=2)), 10),
            (never(LISTED), 1),
            (never(LISTED, NO_CONSENT), 2),
        ]
    )
    assert found == Preflight(
        now=12,
        later=30,
        refused=3,
        later_from=NOON,
        later_by=NOON + timedelta(hours=2),
        later_because=(ReasonCount(ReasonCode.OUTSIDE_HOURS, CLOSED.text, 30),),
        refused_because=(
            ReasonCount(ReasonCode.SUPPRESSED, LISTED.text, 3),
            ReasonCount(ReasonCode.CONSENT_MISSING, NO_CONSENT.text, 2),
        ),
    )
    assert found.sentence() == (
        "12 callable now, 30 later (by 2026-11-23 14:00 UTC), 3 refused, because: "
        "3 × The number is on a do-not-call list; 2 × A survey contact needs express consent here."
    )


def test_a_reason_counts_once_for_a_lead_and_never_for_none() -> None:
    found = preflight([(never(LISTED, LISTED), 2), (never(NO_CONSENT), 0), (later(NOON), 0)])
    assert (ReasonCount(ReasonCode.SUPPRESSED, LISTED.text, 2),) == found.refused_because
    assert (0, None, ()) == (found.later, found.later_by, found.later_because)


def test_a_campaign_without_leads() -> None:
    assert preflight([]).sentence() == "0 callable now, 0 later, 0 refused."


answers = st.sampled_from([NOW, later(NOON), never(LISTED), never(LISTED, NO_CONSENT)])


@given(st.lists(st.tuples(answers, st.integers(0, 50))))
def test_every_lead_is_counted_once(counted: list[tuple[Contactability, int]]) -> None:
    assert sum(leads for _, leads in counted) == preflight(counted).total
