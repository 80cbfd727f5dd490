"""Twilio's requests: verified, stored before they are answered, told to the workflow at least once (law 5)."""

import dataclasses
from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
import structlog
from sqlalchemy import text
from twilio.request_validator import RequestValidator

from database.session import Database, engine_for
from providers.carriers.contract import PROOF
from startup.connections import Connections
from startup.settings import TwilioSettings
from tests.api.conftest import PUBLIC_URL, TWILIO_TOKEN, client_of
from tests.api.declared import application
from tests.api.dialled_call import DialledCall
from tests.api.dialled_call import dialled as dialled


async def test_a_forged_callback_is_refused_and_changes_nothing(dialled: DialledCall) -> None:
    """Requirements 89 and 131."""
    form = {"CallSid": dialled.sid, "CallStatus": "completed"}
    path = f"/api/webhooks/twilio/status/{dialled.attempt_id}"
    forged = await dialled.twilio(path, form, token="another token")
    unsigned = await dialled.operator.client.post(path, data=form)
    assert (forged.status_code, unsigned.status_code) == (403, 403)
    assert forged.json()["code"] == "signature_refused"
    assert await dialled.row(
        "SELECT count(*) FROM call_events WHERE attempt_id = :id AND kind LIKE 'leg.%'"
    ) == (0,)


@pytest.mark.parametrize("query", ["epoch=a-secret", f"{PROOF}=a-secret"])
async def test_the_address_of_a_refused_callback_stands_in_no_log(dialled: DialledCall, query: str) -> None:
    """It may hold a connection's proof (law 8)."""
    path = f"/api/webhooks/twilio/status/{dialled.attempt_id}?{query}"
    with structlog.testing.capture_logs() as logs:
        forged = await dialled.twilio(path, {"CallSid": dialled.sid}, token="another token")
    assert 403 == forged.status_code
    [told] = [line for line in logs if str(line["event"]).startswith("webhook.")]
    assert "/api/webhooks/twilio/status/{attempt_id}" == told["path"]
    assert not {"a-secret", dialled.attempt_id} & set(map(str, told.values()))


@pytest.mark.parametrize("known, status", [("SK1:a shared secret", 204), ("", 403)])
async def test_an_accounts_webhooks_rule_may_sign_by_a_key_of_its_own(
    dialled: DialledCall, monkeypatch: pytest.MonkeyPatch, known: str, status: int
) -> None:
    monkeypatch.setattr(dialled.operator.tools.connections._settings.twilio, "webhook_keys", known)
    path = f"/api/webhooks/twilio/status/{dialled.attempt_id}"
    form = {"CallSid": dialled.sid, "CallStatus": "ringing", "SequenceNumber": "1"}
    signed = RequestValidator("a shared secret").compute_signature(PUBLIC_URL + path, form, "HMAC_SHA256")
    headers = {
        "X-Twilio-Signature": str(signed),
        "X-Twilio-Webhooks-Signature-Settings": "key=SK1,algorithm=HMAC_SHA256",
    }
    assert status == (await dialled.operator.client.post(path, data=form, headers=headers)).status_code


async def test_an_ended_leg_is_stored_and_the_workflow_told(dialled: DialledCall) -> None:
    """Requirements 81, 85, 89."""
    answer = await dialled.status("no-answer", 2)
    assert answer.status_code == 204
    assert [news.talking for news in dialled.told] == [False]
    state = await dialled.row("SELECT state, leg_result, carrier_call_id FROM attempts WHERE id = :id")
    assert ("ended", "no_answer", dialled.sid) == tuple(state)


async def test_duplicated_and_disordered_callbacks_change_nothing(dialled: DialledCall) -> None:
    """Requirements 76 and 216: the rank only rises."""
    for status, sequence in (("completed", 3), ("ringing", 1), ("in-progress", 2), ("completed", 3)):
        await dialled.status(status, sequence, CallDuration="12")
    assert tuple(await dialled.row("SELECT state FROM attempts WHERE id = :id")) == ("ended",)
    assert len({news.event_id for news in dialled.told}) == 1


async def test_a_duplicate_of_an_undelivered_event_is_delivered_again(dialled: DialledCall) -> None:
    """Requirement 216."""
    with dialled.operator.workflows.away():
        assert (await dialled.status("busy", 2)).status_code == 204
    assert dialled.told == []
    await dialled.status("busy", 2)
    assert len(dialled.told) == 1


async def test_a_callback_is_stored_although_every_connection_has_died(
    dialled: DialledCall, database_url: str
) -> None:
    """After a restart of the database the first statement finds out; Twilio does not repeat what was answered with 503."""
    other = Database(engine_for(database_url, connections=1))
    async with other.transaction() as session:
        await session.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        )
    await other.close()
    assert 204 == (await dialled.status("completed", 3)).status_code
    assert 1 == len(dialled.told)


@pytest.mark.parametrize("token", ["", TWILIO_TOKEN])
async def test_without_a_token_of_the_account_no_callback_is_believed(
    dialled: DialledCall, token: str
) -> None:
    """Neither one signed with nothing, nor any other."""
    tools = dialled.operator.tools
    forgotten = tools.settings.model_copy(update={"twilio": TwilioSettings(auth_token="")})
    connections = Connections(forgotten, tools.database, tools.key_ring)
    app = application(dataclasses.replace(tools, connections=connections))
    async with client_of(app) as client:
        dialled.operator.client, before = client, dialled.operator.client
        form = {"CallSid": dialled.sid, "CallStatus": "completed", "SequenceNumber": "3"}
        path = f"/api/webhooks/twilio/status/{dialled.attempt_id}"
        answers = [await dialled.twilio(path, form, token=token), await client.post(path, data=form)]
        dialled.operator.client = before
    await connections.aclose()
    assert [403, 403] == [answer.status_code for answer in answers]
    assert [] == dialled.told


async def test_a_workflow_that_is_gone_needs_no_telling(dialled: DialledCall) -> None:
    dialled.operator.workflows.running.clear()
    await dialled.status("busy", 2)
    undelivered = await dialled.row(
        "SELECT count(*) FROM call_events WHERE attempt_id = :id AND kind = 'leg.ended' AND delivered_at IS NULL"
    )
    assert tuple(undelivered) == (0,)


async def test_a_callback_may_arrive_before_the_create_request_returns(dialled: DialledCall) -> None:
    """Requirement 84: the attempt does not know its SID yet."""
    await dialled.status("ringing", 1)
    row = await dialled.row("SELECT state, carrier_call_id FROM attempts WHERE id = :id")
    assert ("ringing", dialled.sid) == tuple(row)


async def test_a_leg_of_another_call_is_not_taken(dialled: DialledCall) -> None:
    await dialled.status("ringing", 1)
    form = {"CallSid": "CA" + "2" * 32, "CallStatus": "completed", "SequenceNumber": "3"}
    answer = await dialled.twilio(f"/api/webhooks/twilio/status/{dialled.attempt_id}", form)
    assert answer.status_code == 204
    assert tuple(await dialled.row("SELECT state FROM attempts WHERE id = :id")) == ("ringing",)


async def test_the_accounts_one_callback_address_finds_the_leg(dialled: DialledCall) -> None:
    """Requirement 131."""
    await dialled.status("ringing", 1)
    form = {"CallSid": dialled.sid, "CallStatus": "completed", "SequenceNumber": "3"}
    assert (await dialled.twilio("/api/webhooks/twilio", form)).status_code == 204
    assert len(dialled.told) == 1


async def test_the_end_of_a_leg_that_two_attempts_found_is_the_end_of_both(dialled: DialledCall) -> None:
    """Law 5: the accounts share the carrier's; its one callback was answered with an error, and not told again."""
    await dialled.status("ringing", 1)
    await dialled.run(f"""
        INSERT INTO attempts (id, account_id, call_id, number, number_hash, trunk_id, state, placing_at, carrier_call_id)
        SELECT id || '-other', account_id, call_id, 2, number_hash || 'x', trunk_id, 'placed', now(), carrier_call_id
        FROM attempts WHERE id = '{dialled.attempt_id}'
    """)
    form = {"CallSid": dialled.sid, "CallStatus": "completed", "SequenceNumber": "3"}
    assert (await dialled.twilio("/api/webhooks/twilio", form)).status_code == 204
    ended = await dialled.row("SELECT count(*) FROM attempts WHERE id LIKE :id || '%' AND state = 'ended'")
    assert (2,) == tuple(ended)


async def test_a_leg_that_ended_well_was_answered_though_no_stream_came(dialled: DialledCall) -> None:
    ended = {"Timestamp": "Sat, 21 Nov 2026 10:00:30 +0000", "CallDuration": "30"}
    await dialled.status("completed", 3, **ended)
    answered = await dialled.row("SELECT answered_at, duration_seconds FROM attempts WHERE id = :id")
    assert (datetime(2026, 11, 21, 10, 0, tzinfo=UTC), 30) == tuple(answered)


async def test_the_workflow_learns_whether_a_conversation_was_connected(dialled: DialledCall) -> None:
    """Then it waits for the conversation's own report."""
    await dialled.run(f"UPDATE attempts SET stream_opened_at = now() WHERE id = '{dialled.attempt_id}'")
    await dialled.status("completed", 3)
    assert [True] == [news.talking for news in dialled.told]


async def test_a_leg_that_nobody_took_was_not_answered(dialled: DialledCall) -> None:
    await dialled.status("no-answer", 3)
    assert (None,) == tuple(await dialled.row("SELECT answered_at FROM attempts WHERE id = :id"))


async def test_a_machine_hint_is_kept_though_the_media_server_is_away(dialled: DialledCall) -> None:
    path = f"/api/webhooks/twilio/machine/{dialled.attempt_id}/media-1"
    answer = await dialled.twilio(path, {"CallSid": dialled.sid, "AnsweredBy": "machine_end_beep"})
    assert answer.status_code == 204
    hint = await dialled.row("SELECT machine_hint FROM attempts WHERE id = :id")
    assert tuple(hint) == ("machine_end_beep",)


async def test_stop_by_text_message_binds_at_once(dialled: DialledCall) -> None:
    """Requirement 113; law 4."""
    before = datetime.now(UTC)
    form = {"MessageSid": "SM1", "From": "+14155552672", "To": "+14155552671", "Body": " Stop. "}
    assert (await dialled.twilio("/api/webhooks/twilio/sms-inbound", form)).status_code == 200
    listed = await dialled.operator.client.get("/api/dnc", params={"number": "+14155552672"})
    [entry] = listed.json()["data"]
    assert ("all", "sms", " Stop. ") == (entry["channel"], entry["source"], entry["words"])
    assert before <= datetime.fromisoformat(entry["said_at"]) <= datetime.fromisoformat(entry["created_at"])


@pytest.mark.parametrize(
    "odd",
    [
        {"CallDuration": "99999999999"},
        {"CallDuration": "-1"},
        {"CallDuration": "9" * 5000},
        {"SequenceNumber": "about three"},
        {"SipResponseCode": "4" * 30},
        {"Timestamp": "Fri, 31 Dec 9999 23:59:59 -2359"},
        {"Timestamp": "Mon, 01 Jan 0001 00:00:00 +2359"},
        {"Timestamp": "Tue, 29 Nov 2049 09:00:00 +0000"},
        {"ErrorCode": "a\0b"},
        {"Surprise\0": "\0"},
    ],
)
async def test_no_odd_value_of_a_callback_loses_the_end_of_a_call(
    dialled: DialledCall, odd: dict[str, str]
) -> None:
    """What a leg came to binds a line and a person; when, and after how many seconds, is told as far as it can be.

    Requirement 167.
    """
    form = {"CallSid": dialled.sid, "CallStatus": "completed", "SequenceNumber": "3", **odd}
    answer = await dialled.twilio(f"/api/webhooks/twilio/status/{dialled.attempt_id}", form)
    assert answer.status_code == 204
    assert [dialled.attempt_id] == [news.attempt_id for news in dialled.told]
    ended = (await dialled.row("SELECT ended_at FROM attempts WHERE id = :id")).ended_at
    assert abs(ended - datetime.now(UTC)) < timedelta(minutes=1)


async def test_a_carrier_time_keeps_its_own_zone(dialled: DialledCall) -> None:
    moment = (datetime.now(UTC) - timedelta(minutes=5)).replace(microsecond=0)
    elsewhere = moment.astimezone(timezone(timedelta(hours=-7)))
    await dialled.status("completed", 3, Timestamp=format_datetime(elsewhere))
    assert moment == (await dialled.row("SELECT ended_at FROM attempts WHERE id = :id")).ended_at


@pytest.mark.parametrize(
    ("path", "form", "said"),
    [
        ("status/{attempt}", {"CallSid": "CA1"}, "This is not a status callback."),
        ("machine/{attempt}/none", {"CallSid": "CA1"}, "This is not a machine-detection callback."),
        ("sms/msg_1", {"MessageSid": "SM1", "MessageStatus": "flown"}, "This is not a delivery report."),
        ("sms-inbound", {"MessageSid": "SM1", "Body": "STOP"}, "This is not a message."),
    ],
)
async def test_a_signed_form_that_cannot_be_read_is_named_for_what_it_is_not(
    dialled: DialledCall, path: str, form: dict[str, str], said: str
) -> None:
    answer = await dialled.twilio(f"/api/webhooks/twilio/{path.format(attempt=dialled.attempt_id)}", form)
    assert (422, said) == (answer.status_code, answer.json()["detail"])
    assert [] == dialled.told
