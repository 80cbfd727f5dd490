"""Hooks for leads, what came through them, and events about leads, among others': which, in which order, until when, and nobody else's."""

import os
from datetime import timedelta

import pytest
from sqlalchemy import text

from database import lead_events, lead_hook_messages, lead_hooks, predial_hooks
from database.lead_hook_messages import Content, HookMessage, MessageChanged
from database.lead_hooks import NewHook, NoSuchHook
from database.predial_hooks import NewPredialHook
from domain.errors import Conflict, NotFound
from domain.identifiers import AccountId
from domain.lead_hooks import KNOWN_FOR, HookProof
from domain.webhook_rules import TWO_SECRETS
from tests.database.drafts import draft_in
from tests.database.neighbours import A_MOMENT, Neighbours

SENT = Content("application/json", b'{"phone": "+14155552672"}')


async def _hook(beside: Neighbours, campaign: str, account: AccountId | None = None) -> str:
    new = NewHook(campaign, "our page", HookProof.SIGNATURE, {}, "", "", [])
    return await lead_hooks.add_hook(
        beside.session, account or beside.ours, new, f"secret of {campaign}", beside.ring
    )


async def _message(beside: Neighbours, hook: str, name: str = "", *, waits: bool = True) -> str:
    message, is_new = await lead_hook_messages.begin_hook_message(
        beside.session, beside.ours, hook, name, SENT, beside.ring
    )
    assert is_new
    await lead_hook_messages.keep_received(beside.session, beside.ours, message.id, SENT, beside.ring)
    if not waits:
        await lead_hook_messages.settle_hook_message(
            beside.session, beside.ours, message.id, refusal="no_number"
        )
    return message.id


async def test_hooks_are_listed_newest_first_of_one_campaign_or_all(beside: Neighbours) -> None:
    """None that was revoked, which is no door any more either; what it took is read all the same."""
    ours, other = await draft_in(beside.session, beside.ours), await draft_in(beside.session, beside.ours)
    theirs = await draft_in(beside.session, beside.theirs)
    first, second, revoked, elsewhere = [await _hook(beside, each) for each in (ours, ours, ours, other)]
    kept = await _hook(beside, theirs, beside.theirs)
    with pytest.raises(NotFound):
        await _hook(beside, theirs)
    await lead_hooks.revoke_hook(beside.session, beside.ours, revoked)
    with pytest.raises(NoSuchHook):
        await lead_hooks.revoke_hook(beside.session, beside.ours, kept)

    async def listed(campaign: str | None, before: str | None = None) -> list[str]:
        found = await lead_hooks.list_hooks(
            beside.session, beside.ours, beside.ring, campaign_id=campaign, before=before, limit=2
        )
        return [each.id for each in found]

    assert [[elsewhere, second], [first], [second, first]] == [
        await listed(*each) for each in ((None,), (None, second), (ours,))
    ]
    for hook in (revoked, "lh_of_nobody"):
        with pytest.raises(NoSuchHook):
            await lead_hooks.door_of(beside.session, hook, beside.now, beside.ring)
        with pytest.raises(NoSuchHook):
            await lead_hooks.rotate_hook_secret(
                beside.session, beside.ours, hook, "s", beside.now, beside.ring
            )
    assert (await lead_hooks.hook_of_message(beside.session, beside.ours, revoked, beside.ring)).id == revoked
    door = await lead_hooks.door_of(beside.session, kept, beside.now, beside.ring)
    assert (beside.theirs, (f"secret of {theirs}",)) == (door.account_id, door.secrets)


@pytest.mark.parametrize(
    ("after", "both"), [(timedelta(0), True), (TWO_SECRETS - A_MOMENT, True), (TWO_SECRETS, False)]
)
async def test_the_secret_before_is_good_for_a_day_beside_the_new_one(
    beside: Neighbours, after: timedelta, both: bool
) -> None:
    """Of this hook alone; the one before that is gone at once."""
    campaign = await draft_in(beside.session, beside.ours)
    hook, other = await _hook(beside, campaign), await _hook(beside, campaign)
    for secret in ("second", "third"):
        until = await lead_hooks.rotate_hook_secret(
            beside.session, beside.ours, hook, secret, beside.now, beside.ring
        )
    assert beside.now + TWO_SECRETS == until
    doors = [
        await lead_hooks.door_of(beside.session, each, beside.now + after, beside.ring)
        for each in (hook, other)
    ]
    assert [("third", "second") if both else ("third",), (f"secret of {campaign}",)] == [
        door.secrets for door in doors
    ]


async def test_what_came_is_listed_newest_first_and_known_by_hook_and_name(beside: Neighbours) -> None:
    """The same name at another hook is another message; one without a name is new each time."""
    campaign = await draft_in(beside.session, beside.ours)
    hook, other = await _hook(beside, campaign), await _hook(beside, campaign)
    first = await _message(beside, hook, "m1")
    nameless = [await _message(beside, hook) for _ in range(2)]
    elsewhere = await _message(beside, other, "m1")

    async def again(sent: Content) -> tuple[HookMessage, bool]:
        return await lead_hook_messages.begin_hook_message(
            beside.session, beside.ours, hook, "m1", sent, beside.ring
        )

    known, is_new = await again(SENT)
    assert (first, False) == (known.id, is_new)
    with pytest.raises(MessageChanged):
        await again(Content(SENT.kind, b"{}"))
    pages = [
        await lead_hook_messages.list_received(beside.session, beside.ours, hook, before=before, limit=2)
        for before in (None, nameless[0])
    ]
    assert [[nameless[1], nameless[0]], [first]] == [[each.id for each in page] for page in pages]
    assert [] == await lead_hook_messages.list_received(
        beside.session, beside.theirs, hook, before=None, limit=2
    )
    assert elsewhere not in {each.id for page in pages for each in page}


async def test_what_came_is_settled_once_and_kept_no_longer(beside: Neighbours) -> None:
    """The first end holds; whoever waits beside it waits on."""
    campaign = await draft_in(beside.session, beside.ours)
    hook = await _hook(beside, campaign)
    them, other = await _message(beside, hook), await _message(beside, hook)
    held = await lead_hook_messages.hold_waiting(beside.session, them, beside.ring)
    assert held is not None
    assert (beside.ours, hook, SENT) == (held.account_id, held.hook_id, held.content)
    assert await lead_hook_messages.messages_wait(beside.session, beside.ours)
    for refusal in ("no_number", "something else"):
        await lead_hook_messages.settle_hook_message(beside.session, beside.ours, them, refusal=refusal)
    assert await lead_hook_messages.hold_waiting(beside.session, them, beside.ring) is None
    assert await lead_hook_messages.messages_wait(beside.session, beside.ours)
    assert not await lead_hook_messages.messages_wait(beside.session, beside.theirs)
    rows = await beside.session.execute(
        text(
            "SELECT refusal, settled_at, content_sealed IS NULL FROM lead_hook_messages WHERE hook_id = :id ORDER BY id"
        ),
        {"id": hook},
    )
    assert [("no_number", beside.now, True), (None, None, False)] == [tuple(row) for row in rows]
    await lead_hook_messages.settle_hook_message(beside.session, beside.ours, other, refusal="no_number")
    assert not await lead_hook_messages.messages_wait(beside.session, beside.ours)


async def test_of_each_hook_the_oldest_that_wait_are_read_first(beside: Neighbours) -> None:
    """A hook with many keeps no other's waiting."""
    campaign = await draft_in(beside.session, beside.ours)
    busy, quiet = await _hook(beside, campaign), await _hook(beside, campaign)
    many = [await _message(beside, busy) for _ in range(22)]
    await _message(beside, busy, waits=False)
    one = await _message(beside, quiet)
    waiting = await lead_hook_messages.waiting_messages(beside.session)
    ours = {*many, one}
    # Those of one millisecond stand in the order of their ids.
    assert [*sorted(many)[:20], one] == [each for each in waiting if each in ours]


async def test_a_message_is_forgotten_after_a_month_unless_it_waits(beside: Neighbours) -> None:
    """An id that is sent again until then is known."""
    hook = await _hook(beside, await draft_in(beside.session, beside.ours))
    ages = (KNOWN_FOR + A_MOMENT, KNOWN_FOR)
    rows = {
        (age, waits): await _message(beside, hook, waits=waits) for age in ages for waits in (True, False)
    }
    for (age, _), message in rows.items():
        await beside.run(
            "UPDATE lead_hook_messages SET received_at = :at WHERE id = :id", at=beside.now - age, id=message
        )
    await lead_hook_messages.forget_old_messages(beside.session)
    kept = await beside.found("SELECT id FROM lead_hook_messages WHERE hook_id = :id", id=hook)
    assert {message for each, message in rows.items() if each != (ages[0], False)} == set(kept)


async def _lead(
    beside: Neighbours, campaign: str, number: str, state: str = "ready", account: AccountId | None = None
) -> str:
    lead, of = f"lead_{os.urandom(8).hex()}", account or beside.ours
    await beside.run(
        """INSERT INTO leads (id, account_id, campaign_id, state, number_hash, person_sealed, hours_key)
           VALUES (:id, :account, :campaign, :state, :hash, 'p', 'us')""",
        id=lead,
        account=of,
        campaign=campaign,
        state=state,
        hash=number.encode(),
    )
    return lead


async def _entry(beside: Neighbours, number: str) -> str:
    entry = f"sup_{os.urandom(8).hex()}"
    await beside.run(
        """INSERT INTO suppressions (id, account_id, number_hash, number_sealed, channel, source)
           VALUES (:id, :account, :hash, 'n', 'voice', 'api')""",
        id=entry,
        account=beside.ours,
        hash=number.encode(),
    )
    return entry


async def _told(beside: Neighbours, kind: str) -> list[str]:
    return await beside.found(
        "SELECT detail ->> 'lead_id' FROM call_events WHERE account_id IN (:ours, :theirs) AND kind = :kind ORDER BY 1",
        ours=beside.ours,
        theirs=beside.theirs,
        kind=kind,
    )


@pytest.mark.parametrize(("entries", "is_told"), [(1, True), (100, True), (101, False), (0, False)])
async def test_an_entry_concerns_the_leads_of_its_number_that_are_in(
    beside: Neighbours, entries: int, is_told: bool
) -> None:
    """In each campaign of the account; none that nobody committed yet, of another number, or of another account. Told once."""
    ours, other = [await draft_in(beside.session, beside.ours) for _ in range(2)]
    theirs = await draft_in(beside.session, beside.theirs)
    concerned = [
        await _lead(beside, each, "n0", state) for each, state in ((ours, "ready"), (other, "closed"))
    ]
    await _lead(beside, await draft_in(beside.session, beside.ours), "n0", "staged")
    await _lead(beside, ours, "n0 too")
    await _lead(beside, theirs, "n0", account=beside.theirs)
    added = [await _entry(beside, f"n{place}") for place in range(entries)]
    for _ in range(2):
        result = await beside.session.execute(
            text("SELECT id FROM suppressions WHERE id = ANY(:ids)"), {"ids": added}
        )
        assert entries == await lead_events.tell_of_suppressed(beside.session, beside.ours, result)
    assert (sorted(concerned) if is_told else []) == await _told(beside, "lead.suppressed")


async def _import(beside: Neighbours, campaign: str, accepted: int) -> str:
    made = f"imp_{os.urandom(8).hex()}"
    await beside.run(
        """INSERT INTO lead_imports (id, account_id, campaign_id, file_name, state, rows, accepted)
           VALUES (:id, :account, :campaign, 'f', 'committed', :accepted, :accepted)""",
        id=made,
        account=beside.ours,
        campaign=campaign,
        accepted=accepted,
    )
    return made


@pytest.mark.parametrize(("accepted", "is_one"), [(100, False), (101, True)])
async def test_a_list_of_more_than_a_hundred_is_told_of_as_one(
    beside: Neighbours, accepted: int, is_one: bool
) -> None:
    campaign = await draft_in(beside.session, beside.ours)
    made, _ = await _import(beside, campaign, accepted), await _import(beside, campaign, 999)
    for account in (beside.ours, beside.ours, beside.theirs):
        await lead_events.tell_of_import(beside.session, account, made)
    told = await beside.found(
        "SELECT detail ->> 'import_id' FROM call_events WHERE account_id = :id AND kind = 'leads.imported'",
        id=beside.ours,
    )
    assert [made] * is_one == told


async def test_one_program_is_asked_before_a_campaigns_dials_and_one_before_all(beside: Neighbours) -> None:
    """Once it is removed another one may be; another account's is nobody's business."""
    campaign = await draft_in(beside.session, beside.ours)

    async def add(of: str | None, account: AccountId) -> str:
        new = NewPredialHook(of, "https://hooks.example.com/", 2000, "hold", "whsec_dGhlaXJz")
        return await predial_hooks.add_predial_hook(beside.session, account, new, beside.ring)

    for_all, for_one, theirs = (
        await add(None, beside.ours),
        await add(campaign, beside.ours),
        await add(None, beside.theirs),
    )
    for of in (None, campaign):
        with pytest.raises(Conflict):
            await add(of, beside.ours)
    with pytest.raises(NotFound):
        await add(campaign, beside.theirs)
    await predial_hooks.remove_predial_hook(beside.session, beside.ours, for_all)
    for gone in (for_all, theirs):
        with pytest.raises(NotFound):
            await predial_hooks.remove_predial_hook(beside.session, beside.ours, gone)
    anew = await add(None, beside.ours)
    pages = [
        await predial_hooks.list_predial_hooks(
            beside.session, beside.ours, beside.ring, before=before, limit=1
        )
        for before in (None, anew)
    ]
    assert [[anew], [for_one]] == [[each.id for each in page] for page in pages]
