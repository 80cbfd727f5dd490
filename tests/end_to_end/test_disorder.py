"""Callbacks and carriers that misbehave, and a worker that sleeps too long: nothing is dialled twice, nothing lost."""

import pytest

from tests.end_to_end.house import House, Lead, until
from tests.end_to_end.judge import judge
from tests.end_to_end.people import SAYS_HELLO, YES

END = {"status": "completed"}


async def test_callbacks_in_any_disorder_change_nothing(house: House) -> None:
    """Law 5, requirements 146 and 216: duplicated, reordered, lost, late, forged; each call has one end, told once."""
    twice, early, lost, late, forged, all_lost = leads = [Lead(SAYS_HELLO) for _ in range(6)]
    callbacks = "twilio.callback"
    await house.fault(callbacks, "duplicate", times=None, match={"to": twice.number}, parameters={"count": 3})
    await house.fault(callbacks, "reorder", match={"to": early.number, "status": "ringing"})
    await house.fault(callbacks, "lost", match={"to": lost.number, **END})
    await house.fault(callbacks, "late", match={"to": late.number, **END}, parameters={"seconds": 6})
    await house.fault(callbacks, "forged", match={"to": forged.number, **END})
    await house.fault(callbacks, "lost", times=None, match={"to": all_lost.number})
    campaign = await house.campaign_of(leads, ring_seconds=5, longest_call_seconds=10)
    await house.finished(campaign, 80)
    assert [1] * 6 == [len(await house.dials(lead)) for lead in leads]
    ends = "SELECT attempt_id, count(*) AS told FROM call_events WHERE campaign_id = $1 AND kind = 'leg.ended' GROUP BY attempt_id"
    assert {1} == {row["told"] for row in await house.rows(ends, campaign)}
    shown = (await house.world.get("/control/faults")).json()
    assert all(
        shown["played"][f"{callbacks}:{kind}"] for kind in ("duplicate", "reorder", "lost", "late", "forged")
    )
    await judge(house, campaign)


async def test_leg_that_ends_before_its_report_waits_for_it(house: House) -> None:
    """The carrier's end comes first; the call closes with the conversation's outcome all the same."""
    lead = Lead(YES.model_copy(update={"hangs_up_after_s": 5}))
    campaign = await house.campaign_of([lead])
    await house.finished(campaign)
    order = "SELECT kind FROM call_events WHERE campaign_id = $1 AND kind IN ('leg.ended', 'conversation.reported')"
    assert {"leg.ended", "conversation.reported"} == {
        row["kind"] for row in await house.rows(order, campaign)
    }
    # How many words fell before the hang-up is the person's affair; without its report the call would count as lost.
    assert (await house.calls_of(campaign))[lead.number]["result"] in {"talked", "hung_up_early"}
    await judge(house, campaign)


async def test_ambiguous_answers_of_the_carrier_are_looked_up(house: House) -> None:
    """Law 1: after 500 or a broken connection the call is found in the carrier's list, and never dialled again."""
    answered_500, broken, refused_500, throttled = leads = [Lead(SAYS_HELLO) for _ in range(4)]
    place = "twilio.place"
    await house.fault(place, "500_after_effect", match={"to": answered_500.number})
    await house.fault(place, "reset_after_effect", match={"to": broken.number})
    await house.fault(place, "500_before_effect", match={"to": refused_500.number})
    await house.fault(place, "429", times=2, match={"to": throttled.number})
    campaign = await house.campaign_of(leads)
    await house.finished(campaign)
    calls = await house.calls_of(campaign)
    assert [1, 1, 0, 1] == [len(await house.dials(lead)) for lead in leads]
    assert "unconfirmed" == calls[refused_500.number]["result"]
    assert 1 == calls[throttled.number]["attempts"]
    await judge(house, campaign)


@pytest.mark.timeout(150)
async def test_worker_that_sleeps_past_its_limits_dials_nothing_on_waking(house: House) -> None:
    """A worker is stopped with one dial on its way and one about to leave; a second worker's work it does not repeat."""
    on_its_way, others = Lead(SAYS_HELLO), [Lead(SAYS_HELLO) for _ in range(6)]
    parts = await house.parts(trunk_id=await house.trunk(calls_per_second=2))
    await house.fault("twilio.place", "slow", match={"to": on_its_way.number}, parameters={"seconds": 5})
    campaign = await house.campaign_of([on_its_way, *others], parts=parts)
    created = "SELECT 1 FROM attempts a JOIN calls c ON c.id = a.call_id WHERE c.campaign_id = $1 AND a.state = 'created'"
    await house.until_row(created, campaign)

    async def is_dialled() -> bool:
        return bool(await house.dials(on_its_way))

    await until(is_dialled)
    await house.until_row(created, campaign)
    house.system.pause("worker")
    await house.after(17)
    house.system.resume("worker")
    await house.finished(campaign, 90)
    dialled = {dial["to"] for dial in await house.dials(on_its_way, *others)}
    for number, call in (await house.calls_of(campaign)).items():
        assert (number in dialled) == (call["result"] != "unconfirmed")
    await judge(house, campaign)
