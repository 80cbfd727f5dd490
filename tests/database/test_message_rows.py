"""A follow-up's row from its making to its delivery: each step once, a final state is never left (law 2)."""

from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import text

from database import messages
from database.session import new_id
from domain.identifiers import CallId, MessageId
from tests.activities.conftest import scene as scene
from tests.activities.scene import NUMBER, Scene
from tests.database.campaign_rows import supposed


async def _opened(scene: Scene, call_id: CallId, rule: int = 0) -> messages.MessageRow:
    async with scene.campaign.database.transaction() as session:
        return await messages.open_message(
            session, scene.campaign.account_id, call_id, rule, message_id=MessageId(new_id("msg"))
        )


async def _begins(scene: Scene, message_id: MessageId) -> bool:
    async with scene.campaign.database.transaction() as session:
        return await messages.begin_sending(session, scene.campaign.account_id, message_id)


async def _settle(scene: Scene, message_id: MessageId, state: str, **what: str) -> dict[str, Any]:
    async with scene.campaign.database.transaction() as session:
        await messages.settle_message(session, scene.campaign.account_id, message_id, state=state, **what)
    return await scene.campaign.row("messages", message_id)


async def _report(scene: Scene, message_id: str, state: str, reason: str | None = None) -> Any:
    async with scene.campaign.database.transaction() as session:
        return await messages.record_message_report(session, message_id, state=state, reason=reason)


async def _noted(scene: Scene, call_id: CallId) -> list[tuple[str, dict[str, Any]]]:
    rows = await scene.campaign.rows(
        "SELECT kind, detail FROM call_events WHERE call_id = :call AND kind LIKE 'message.%' ORDER BY id",
        call=call_id,
    )
    return [(each["kind"], each["detail"]) for each in rows]


async def test_a_message_is_made_once_for_each_rule_and_begun_once(scene: Scene) -> None:
    call_id = await scene.campaign.call(NUMBER)
    first, second = await _opened(scene, call_id), await _opened(scene, call_id, rule=1)
    assert first.message_id != second.message_id
    assert ("created", None) == (first.state, first.sending_at)
    assert [True, False] == [await _begins(scene, first.message_id) for _ in range(2)]
    again = await _opened(scene, call_id)
    assert (first.message_id, "sending") == (again.message_id, again.state)
    assert isinstance(again.sending_at, datetime)
    assert "created" == (await _opened(scene, call_id, rule=1)).state


async def test_what_left_and_what_did_not_is_told_apart(scene: Scene) -> None:
    call_id = await scene.campaign.call(NUMBER)
    message_id = (await _opened(scene, call_id)).message_id
    await _begins(scene, message_id)
    back = await _settle(scene, message_id, "created")
    assert ("created", None, None) == (back["state"], back["provider_id"], back["sent_at"])
    assert [] == await _noted(scene, call_id), "nothing has happened"
    assert await _begins(scene, message_id)
    sent = await _settle(scene, message_id, "sent", provider_id="SM1")
    assert ("sent", "SM1") == (sent["state"], sent["provider_id"])
    assert sent["sent_at"] is not None
    assert sent == await _settle(scene, message_id, "refused", reason="late")
    assert [("message.sent", {})] == await _noted(scene, call_id)


async def test_a_refusal_keeps_its_reason_and_has_not_been_sent(scene: Scene) -> None:
    call_id = await scene.campaign.call(NUMBER)
    message_id = (await _opened(scene, call_id)).message_id
    row = await _settle(scene, message_id, "refused", reason="21610")
    assert ("refused", "21610", None) == (row["state"], row["reason"], row["sent_at"])
    assert [("message.refused", {"reason": "21610"})] == await _noted(scene, call_id)


@pytest.mark.parametrize("final", ["delivered", "failed"])
async def test_a_messages_end_is_kept_and_what_comes_behind_it_is_not(scene: Scene, final: str) -> None:
    """The service repeats itself, in any order; the call and its person are told to who asks, each time."""
    call_id = await scene.campaign.call(NUMBER)
    message_id = (await _opened(scene, call_id)).message_id
    await _begins(scene, message_id)
    await _settle(scene, message_id, "sent", provider_id="SM1", reason="as it went")
    told = [
        await _report(scene, message_id, *each)
        for each in (("sent",), (final, "30003"), ("delivered", "1"), ("failed", "2"), ("sent", "3"))
    ]
    row = await scene.campaign.row("messages", message_id)
    assert (final, "30003", "SM1") == (row["state"], row["reason"], row["provider_id"])
    assert ["message.sent", f"message.{final}"] == [kind for kind, _ in await _noted(scene, call_id)]
    lead = await scene.campaign.row("leads", f"lead_{call_id[5:]}")
    assert {(scene.campaign.account_id, call_id, lead["person_sealed"])} == set(told)
    assert await _report(scene, "msg_of_nobody", final) is None


async def test_an_end_without_a_reason_keeps_the_one_before(scene: Scene) -> None:
    message_id = (await _opened(scene, await scene.campaign.call(NUMBER))).message_id
    await _begins(scene, message_id)
    await _settle(scene, message_id, "sent", reason="by another way")
    await _report(scene, message_id, "delivered")
    assert "by another way" == (await scene.campaign.row("messages", message_id))["reason"]


async def test_messages_that_were_deferred_are_found_by_their_closed_calls(scene: Scene) -> None:
    """Those that a resumed campaign wakes, each once, though it has several."""
    closed, waiting, sent = [await scene.campaign.call(f"+493055500{place}") for place in range(3)]
    for call_id in (closed, waiting, sent):
        for rule in (0, 1):
            message_id = (await _opened(scene, call_id, rule)).message_id
            if call_id == sent:
                await _begins(scene, message_id)
    await scene.campaign.run("UPDATE calls SET state = 'closed' WHERE id = ANY(:ids)", ids=[closed, sent])
    async with scene.campaign.database.transaction() as session:
        found = await messages.leads_with_deferred_messages(
            session, scene.campaign.account_id, scene.campaign.campaign_id
        )
    assert [(closed, f"lead_{closed[5:]}")] == found


# How a message stands, and what may still become of it: by its sender, and by its service's report.
STATES = ("created", "sending", "sent", "refused", "unconfirmed", "delivered", "failed")


async def test_what_may_still_become_of_a_message(scene: Scene) -> None:
    """Whatever stood there before, an end by the service is the first one; a sender ends only what it is sending or may send."""
    message_id = (await _opened(scene, await scene.campaign.call(NUMBER))).message_id
    settled, reported, begun = set(), set(), set()
    account_id = scene.campaign.account_id
    async with scene.campaign.database.transaction() as session:
        for state in STATES:
            so = "UPDATE messages SET state = :state WHERE id = :message"

            async def stands() -> str:
                found = await session.execute(
                    text("SELECT state FROM messages WHERE id = :m"), {"m": message_id}
                )
                return str(found.scalar_one())

            async with supposed(session, so, state=state, message=message_id):
                await messages.settle_message(
                    session, account_id, message_id, state="unconfirmed", reason="r"
                )
                settled |= {state} if state != "unconfirmed" and await stands() == "unconfirmed" else set()
            async with supposed(session, so, state=state, message=message_id):
                await messages.record_message_report(session, message_id, state="failed", reason="r")
                reported |= {state} if state != "failed" and await stands() == "failed" else set()
            async with supposed(session, so, state=state, message=message_id):
                await messages.record_message_report(session, message_id, state="sent", reason=None)
                assert state == await stands(), "that it is on its way is its sender's to say"
            async with supposed(session, so, state=state, message=message_id):
                if await messages.begin_sending(session, account_id, message_id):
                    begun.add(state)
    assert ({"created", "sending"}, set(STATES) - {"delivered", "failed"}, {"created"}) == (
        settled,
        reported,
        begun,
    )


async def test_a_message_that_is_sent_after_all_has_no_reason_of_before(scene: Scene) -> None:
    """And keeps the service's id of it, whoever ends it."""
    message_id = (await _opened(scene, await scene.campaign.call(NUMBER))).message_id
    await _begins(scene, message_id)
    await _settle(scene, message_id, "created", reason="the service is away", provider_id="SM1")
    await _begins(scene, message_id)
    sent = await _settle(scene, message_id, "sent")
    assert (None, "SM1") == (sent["reason"], sent["provider_id"])
