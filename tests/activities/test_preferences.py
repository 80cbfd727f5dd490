"""Preferences are honoured by the step before a dial, by the dial and by what follows, from the conversation that stored them on."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import pytest

from activities.contact_facts import contact_facts
from database.call_facts import CallFacts, read_facts
from database.conversations import open_stream, store_report
from database.erasure import forget_conversations
from database.legal_holds import set_hold
from database.preferences import PreferenceView, list_preferences, prefer, prefer_written, remove_preference
from database.preflight_facts import leads_alike
from database.sealing import KeyRing
from database.session import Database, new_id
from domain.calls import DialKind, PlannedMessage, ReadinessKind
from domain.campaigns import CampaignPlan, CustomWindow, FollowUpRule, Purpose
from domain.contactability import Channel
from domain.conversations import AnsweredBy, EndReason, Verdict
from domain.identifiers import AccountId, CallId
from domain.language.preference_values import preferences_said
from domain.lead_time_zones import parse_hours_key
from domain.outcomes import BusinessOutcome, TechnicalResult
from domain.preferences import (
    NO_PREFERENCES,
    PreferenceKind,
    PreferenceSource,
    PreferenceValue,
    SaidPreference,
    WritingChannel,
    hours_of_text,
)
from domain.transcripts import Speaker, Turn
from tests.activities.scene import NUMBER, OTHER_NUMBER, Scene, scene_of
from tests.database.campaign_rows import running_campaign
from tests.database.locks import until_blocked

DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WRITE: Final = PreferenceValue(PreferenceKind.WRITING)
POSSIBLY_PEOPLE: Final = (AnsweredBy.PERSON, AnsweredBy.UNKNOWN)
NOTHING_SAID: Final = Verdict(BusinessOutcome.NONE)
INSTEAD: Final = FollowUpRule("We write to you from now on.", results=(TechnicalResult.WRITING_WANTED,))


async def prefers(
    scene: Scene, value: PreferenceValue, *, said_at: datetime | None = None, number: str = NUMBER
) -> str:
    """The person at the number prefers this, as an operator notes it."""
    said = SaidPreference(value, "", said_at or datetime.now(UTC))
    async with scene.campaign.database.transaction() as session:
        return await prefer(
            session,
            scene.campaign.account_id,
            number,
            said,
            scene.campaign.key_ring,
            PreferenceSource.OPERATOR,
        )


def hours_on(day: str) -> PreferenceValue:
    return PreferenceValue(PreferenceKind.WHEN, hours=hours_of_text({day: ["00:00-24:00"]}))


def day_ahead(days: int) -> str:
    """The name of a day to come in Berlin, where the people of these tests live."""
    return DAYS[(datetime.now(ZoneInfo("Europe/Berlin")) + timedelta(days=days)).weekday()]


async def talks(
    scene: Scene,
    call_id: CallId,
    *said: str,
    verdict: Verdict = NOTHING_SAID,
    end: EndReason = EndReason.FINISHED,
) -> None:
    """The person says this in the call's first conversation, which ended ten seconds ago."""
    transcript = tuple(Turn(Speaker.PERSON, text, 2000, 4000) for text in said)
    report = scene.report(call_id, verdict, end, transcript)
    report = replace(report, preferences=preferences_said(transcript, verdict, report.began_at, "en"))
    ring = scene.campaign.key_ring
    async with scene.campaign.database.transaction() as session:
        await open_stream(
            session,
            report.attempt_id,
            ring,
            carrier_call_id=f"CA-{report.attempt_id}",
            epoch=1,
            process="media-1",
        )
        for _ in range(2):  # a report may be told twice
            await store_report(session, report, ring, suppression_id=new_id("sup"))


async def known(scene: Scene, number: str | None = NUMBER) -> list[PreferenceView]:
    async with scene.campaign.database.transaction() as session:
        return await list_preferences(
            session, scene.campaign.account_id, scene.campaign.key_ring, number=number, before=None, limit=50
        )


async def facts_of(scene: Scene, call_id: CallId) -> CallFacts:
    async with scene.campaign.database.transaction() as session:
        facts = await read_facts(session, scene.campaign.account_id, call_id, scene.campaign.key_ring)
    assert facts is not None
    return facts


async def test_what_was_said_is_kept_with_the_conversation_and_told_once(scene: Scene) -> None:
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    await talks(scene, call_id, "Text me instead. And once a week is enough.")
    often, writing = sorted(await known(scene), key=lambda one: one.value.kind)
    assert PreferenceValue(PreferenceKind.WRITING, channels=(WritingChannel.SMS,)) == writing.value
    assert PreferenceValue(PreferenceKind.HOW_OFTEN, gap=timedelta(days=7)) == often.value
    assert ("Text me instead.", "said_on_call", call_id) == (writing.phrase, writing.source, writing.call_id)
    assert writing.is_current
    (event,) = await scene.campaign.rows(
        "SELECT detail FROM call_events WHERE call_id = :call AND kind = 'preference'", call=call_id
    )
    assert {"kinds": ["how_often", "writing"]} == event["detail"]


async def test_whoever_wants_writing_is_called_no_more_and_written_to_instead(scene: Scene) -> None:
    """The call waits for its next attempt no longer than until it looks again."""
    await scene.campaign.set_plan(
        CampaignPlan(follow_ups=(FollowUpRule("Bye.", results=(TechnicalResult.TALKED,)), INSTEAD))
    )
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    await talks(scene, call_id, end=EndReason.PERSON_HUNG_UP)
    await prefers(scene, replace(WRITE, channels=(WritingChannel.SMS,)))
    assert not (await scene.close(call_id)).closed, "hung up early: another attempt is planned"
    readiness = await scene.prepare(call_id)
    assert ReadinessKind.REFUSED is readiness.kind
    assert "The person asked to be written to by text message instead of being called." == readiness.why
    follows = await scene.what_follows(call_id)
    assert TechnicalResult.WRITING_WANTED is follows.result
    assert (PlannedMessage(rule=1, delay_seconds=INSTEAD.delay_seconds),) == follows.messages
    (decision,) = await scene.campaign.rows(
        "SELECT reasons FROM decisions WHERE call_id = :call AND verdict = 'refuse'", call=call_id
    )
    assert ["writing_wanted"] == [reason["code"] for reason in decision["reasons"]]


async def test_a_wish_said_between_the_look_and_the_dial_binds_the_dial(scene: Scene) -> None:
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepare(call_id)
    await prefers(scene, WRITE)
    assert DialKind.REFUSED is (await scene.dial(call_id)).kind
    assert 0 == await scene.attempts()


async def test_wished_hours_are_waited_for(scene: Scene) -> None:
    call_id = await scene.campaign.call(NUMBER)
    await prefers(scene, hours_on(day_ahead(2)))
    readiness = await scene.prepare(call_id)
    assert ReadinessKind.WAIT is readiness.kind
    assert readiness.until is not None
    assert day_ahead(2) == DAYS[readiness.until.astimezone(ZoneInfo("Europe/Berlin")).weekday()]
    assert readiness.why.startswith("The person asked not to be contacted at this hour.")


async def test_wished_hours_in_which_nobody_may_be_called_are_for_a_person(scene: Scene) -> None:
    """The campaign calls on the day after tomorrow alone, the person wants tomorrow."""
    day = DAYS.index(day_ahead(2))
    await scene.campaign.set_plan(CampaignPlan(hours=(CustomWindow((day,), "00:00", "24:00"),)))
    call_id = await scene.campaign.call(NUMBER)
    await prefers(scene, hours_on(day_ahead(1)))
    assert ReadinessKind.REFUSED is (await scene.prepare(call_id)).kind
    call = await scene.campaign.row("calls", call_id)
    assert ("closed", True) == (call["state"], call["needs_review"])
    assert "have none in common" in call["why"]


async def test_whoever_said_how_often_is_left_alone_for_so_long_after_a_talk(
    scene: Scene, database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """By every campaign of the account."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    await talks(scene, call_id, "Once a week is enough.")
    await scene.close(call_id)
    other = scene_of(await running_campaign(database, key_ring, account_id))
    readiness = await other.prepare(await other.campaign.call(NUMBER))
    assert ReadinessKind.WAIT is readiness.kind
    assert readiness.until is not None
    assert timedelta(days=6, hours=23) < readiness.until - datetime.now(UTC) < timedelta(days=7, hours=1)
    assert readiness.why.startswith("The person asked for no more than a call in 7 days.")


async def test_a_talk_counts_where_somebody_who_may_be_a_person_said_a_word(scene: Scene) -> None:
    """Of the talks with the number the last one's end; nobody is asked for it who set no distance."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    await talks(scene, call_id, "Once a week is enough.")
    counted = {}
    for who in AnsweredBy:
        for words in (0, 1):
            await scene.campaign.run(
                "UPDATE conversations SET answered_by = :who, words = :words WHERE call_id = :call",
                who=str(who),
                words=words,
                call=call_id,
            )
            counted[who, words] = (await facts_of(scene, call_id)).last_talk_at
    [conversation] = await scene.campaign.rows(
        "SELECT ended_at FROM conversations WHERE call_id = :call", call=call_id
    )
    assert {
        (who, words): conversation["ended_at"] if words and who in POSSIBLY_PEOPLE else None
        for who, words in counted
    } == counted
    (wish,) = await known(scene)
    await scene.campaign.run(
        "UPDATE conversations SET answered_by = 'person' WHERE call_id = :call", call=call_id
    )
    async with scene.campaign.database.transaction() as session:
        await remove_preference(session, scene.campaign.account_id, wish.id, datetime.now(UTC))
    assert (await facts_of(scene, call_id)).last_talk_at is None


async def test_a_wish_binds_its_own_person_only(scene: Scene) -> None:
    await prefers(scene, WRITE, number=OTHER_NUMBER)
    call_id = await scene.campaign.call(NUMBER)
    assert ReadinessKind.READY is (await scene.prepare(call_id)).kind


async def test_the_last_wish_of_its_kind_holds_and_what_is_not_understood_replaces_nothing(
    scene: Scene,
) -> None:
    now = datetime.now(UTC)
    await prefers(scene, hours_on("mon"), said_at=now - timedelta(days=3))
    await prefers(scene, hours_on("tue"), said_at=now - timedelta(days=2))
    await prefers(scene, PreferenceValue(PreferenceKind.WHEN), said_at=now - timedelta(days=1))
    (kept,) = (await facts_of(scene, await scene.campaign.call(NUMBER))).preferences
    assert hours_on("tue") == kept.value
    current = {one.value for one in await known(scene) if one.is_current}
    assert {hours_on("tue"), PreferenceValue(PreferenceKind.WHEN)} == current


async def test_a_removed_wish_binds_no_more_nor_does_what_it_replaced_and_its_words_are_forgotten(
    scene: Scene,
) -> None:
    now = datetime.now(UTC)
    await prefers(scene, hours_on("mon"), said_at=now - timedelta(days=3))
    last = await prefers(scene, hours_on("tue"), said_at=now - timedelta(days=2))
    async with scene.campaign.database.transaction() as session:
        await remove_preference(session, scene.campaign.account_id, last, now)
    assert () == (await facts_of(scene, await scene.campaign.call(NUMBER))).preferences
    assert [] == await known(scene)


@pytest.mark.parametrize("said_later", [False, True])
async def test_a_promise_outlives_an_older_wish_and_yields_to_a_later_one(
    scene: Scene, said_later: bool
) -> None:
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    promised = "Call me tomorrow at ten in the morning."
    verdict = Verdict(BusinessOutcome.CALLBACK, promised, callback_phrase=promised)
    await talks(scene, call_id, "Text me instead.", promised, verdict=verdict)
    assert not (await scene.close(call_id)).closed
    if said_later:
        await prefers(scene, WRITE)
    facts = await facts_of(scene, call_id)
    told = contact_facts(facts, parse_hours_key(facts.hours_key), facts.now, channel=Channel.VOICE)
    assert (None if not said_later else ()) == told.preferences.writing
    readiness = await scene.prepare(call_id)
    assert (ReadinessKind.REFUSED if said_later else ReadinessKind.WAIT) is readiness.kind
    if said_later:
        assert (await scene.campaign.row("calls", call_id))["needs_review"], "a promise that is not kept"


async def test_whoever_takes_a_promised_call_back_for_writing_is_looked_at(scene: Scene) -> None:
    """Neither is the call made nor is a person who was promised one forgotten."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    promised = "Call me tomorrow at ten in the morning."
    verdict = Verdict(BusinessOutcome.CALLBACK, promised, callback_phrase=promised)
    await talks(scene, call_id, promised, "No, wait. Text me instead.", verdict=verdict)
    assert (await scene.close(call_id)).closed
    assert (await scene.campaign.row("calls", call_id))["needs_review"]


async def test_who_prefers_nothing_costs_nothing_and_is_told_so(scene: Scene) -> None:
    facts = await facts_of(scene, await scene.campaign.call(NUMBER))
    told = contact_facts(facts, parse_hours_key(facts.hours_key), facts.now, channel=Channel.VOICE)
    assert (NO_PREFERENCES, None) == (told.preferences, told.last_talk_at)


async def test_erasing_a_call_forgets_the_words_and_keeps_the_wish(scene: Scene) -> None:
    """Requirement 162."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    await talks(scene, call_id, "Text me instead.")
    async with scene.campaign.database.transaction() as session:
        ring, account = scene.campaign.key_ring, scene.campaign.account_id
        await forget_conversations(session, account, call_id, ring, at=datetime.now(UTC))
    (kept,) = await known(scene)
    assert ("", PreferenceKind.WRITING) == (kept.phrase, kept.value.kind)


async def test_what_was_written_is_kept_once_and_stays_removed(scene: Scene) -> None:
    """It is told twice, by the webhook and by the list; what comes late is older than what stands, and replaces nothing."""
    campaign, now = scene.campaign, datetime.now(UTC)

    async def wrote(value: PreferenceValue, minutes: int) -> None:
        said = SaidPreference(value, "as they wrote", now + timedelta(minutes=minutes))
        async with campaign.database.transaction() as session:
            await prefer_written(session, campaign.account_id, NUMBER, (said,), campaign.key_ring)

    async def stands() -> list[tuple[PreferenceKind, timedelta]]:
        return [(one.value.kind, one.said_at - now) for one in await known(scene)]

    noted = await prefers(scene, WRITE, said_at=now + timedelta(minutes=9))
    await wrote(hours_on("mon"), 1)
    assert 2 == len(await stands()), "an operator's wish of another kind is none of theirs"
    await wrote(WRITE, 1)
    for minutes in (1, 0):
        await wrote(WRITE, minutes)
        await wrote(hours_on("tue"), minutes)
    minute = timedelta(minutes=1)
    kinds = [
        (PreferenceKind.WRITING, minute),
        (PreferenceKind.WHEN, minute),
        (PreferenceKind.WRITING, 9 * minute),
    ]
    assert kinds == await stands()
    written = (await known(scene))[0]
    assert ("sms", "as they wrote") == (written.source, written.phrase)
    async with campaign.database.transaction() as session:
        await remove_preference(session, campaign.account_id, noted, now)
    assert [(PreferenceKind.WHEN, minute)] == await stands()
    await wrote(WRITE, 1)
    assert [(PreferenceKind.WHEN, minute)] == await stands()
    await wrote(WRITE, 2)
    assert [(PreferenceKind.WRITING, 2 * minute), (PreferenceKind.WHEN, minute)] == await stands()


async def test_a_removed_wish_takes_what_was_said_before_it_alone_and_its_words(scene: Scene) -> None:
    """Neither what was said since, nor what is of another kind or another person's, nor when it was removed before."""
    campaign, now = scene.campaign, datetime.now(UTC)
    first = await prefers(scene, WRITE, said_at=now - timedelta(hours=3))
    second = await prefers(scene, WRITE, said_at=now - timedelta(hours=2))
    third = await prefers(scene, WRITE, said_at=now - timedelta(hours=1))
    other_kind = await prefers(scene, hours_on("mon"), said_at=now - timedelta(hours=3))
    others = await prefers(scene, WRITE, said_at=now - timedelta(hours=3), number=OTHER_NUMBER)
    await campaign.run(
        "UPDATE preferences SET phrase_sealed = 's' WHERE account_id = :account", account=campaign.account_id
    )
    for minutes, wish in ((0, first), (1, second)):
        async with campaign.database.transaction() as session:
            await remove_preference(session, campaign.account_id, wish, now + timedelta(minutes=minutes))
    rows = await campaign.rows(
        "SELECT id, removed_at, phrase_sealed FROM preferences WHERE account_id = :account_id"
    )
    assert {
        first: (now, None),
        second: (now + timedelta(minutes=1), None),
        **dict.fromkeys((third, other_kind, others), (None, b"s")),
    } == {row["id"]: (row["removed_at"], row["phrase_sealed"]) for row in rows}


@pytest.mark.parametrize(("held", "kept"), [(NUMBER, b"s"), (OTHER_NUMBER, None)])
async def test_a_legal_hold_keeps_the_words_of_a_wish_that_is_removed(
    scene: Scene, held: str, kept: bytes | None
) -> None:
    """Whoever sets one meanwhile waits, and finds what it was to keep."""
    campaign, now = scene.campaign, datetime.now(UTC)
    wish = await prefers(scene, WRITE, said_at=now)
    await campaign.run(
        "UPDATE preferences SET phrase_sealed = 's' WHERE account_id = :account", account=campaign.account_id
    )
    async with campaign.database.transaction() as session:
        await set_hold(session, campaign.account_id, held, "claim 17", campaign.key_ring, set_by="key")
        removing = asyncio.create_task(_remove(scene, wish, now))
        if held == NUMBER:
            await until_blocked(campaign.database)
    await removing
    [row] = await campaign.rows(
        "SELECT removed_at, phrase_sealed FROM preferences WHERE account_id = :account_id"
    )
    assert (now, kept) == (row["removed_at"], row["phrase_sealed"])


async def _remove(scene: Scene, wish: str, at: datetime) -> None:
    async with scene.campaign.database.transaction() as session:
        await remove_preference(session, scene.campaign.account_id, wish, at)


async def test_the_wish_that_was_said_last_is_current_however_late_it_was_noted(scene: Scene) -> None:
    """So do its facts, and what the preflight looks at."""
    now = datetime.now(UTC)
    await prefers(scene, hours_on("mon"), said_at=now - timedelta(days=1))
    await prefers(scene, hours_on("tue"), said_at=now - timedelta(days=2))
    await prefers(scene, hours_on("wed"), said_at=now - timedelta(days=3), number=OTHER_NUMBER)
    assert [(hours_on("tue"), False), (hours_on("mon"), True)] == [
        (one.value, one.is_current) for one in await known(scene)
    ]
    await scene.campaign.lead(NUMBER)
    async with scene.campaign.database.transaction() as session:
        [group] = await leads_alike(
            session, scene.campaign.account_id, scene.campaign.campaign_id, Purpose.SURVEY
        )
    assert (hours_on("mon"),) == group.preferences
    await scene.campaign.run("DELETE FROM leads WHERE campaign_id = :id")
    (kept,) = (await facts_of(scene, await scene.campaign.call(NUMBER))).preferences
    assert hours_on("mon") == kept.value
