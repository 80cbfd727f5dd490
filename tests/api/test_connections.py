"""Connections over the API: credentials go in and never come out, and a carrier's account speaks for its own calls alone."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from sqlalchemy import text

from domain.identifiers import AttemptId, ConnectionId, MessageId
from providers.carriers.contract import CallbackAddress
from providers.carriers.twilio.addresses import answer_url, message_url
from providers.vendors import CREDENTIALS
from startup.stream_tokens import StreamTokens
from tests.api.conftest import PUBLIC_URL, SIGNING_KEY, TWILIO_TOKEN, Operator
from tests.api.dialled_call import DialledCall, dial

_PAGE = Path(__file__).parents[2] / "docs" / "connections.md"
SECRET = "their-secret-token"
PERSON = "+14155552672"


def body(**more: Any) -> dict[str, Any]:
    """A connection with a Twilio account of one's own."""
    credentials = {"account_sid": f"AC{os.urandom(8).hex()}", "auth_token": SECRET}
    return {
        "name": "own",
        "kind": "telephony",
        "vendor": "twilio",
        "credentials": credentials,
    } | more


async def call_through(operator: Operator, connection: dict[str, Any]) -> DialledCall:
    """A call that was placed on a trunk of this connection."""
    parts = await operator.parts()
    trunk = await operator.made(
        "/api/trunks",
        {"name": "second", "caller_number": "+14155552671", "lines": 1, "connection_id": connection["id"]},
    )
    return await dial(operator, parts | {"trunk_id": trunk["id"]})


def proof(operator: Operator, connection: dict[str, Any], about: str) -> str:
    """What the addresses of this attempt or message carry."""
    return operator.tools.callback_proofs.issue(ConnectionId(connection["id"]), about)


def path(url: str) -> str:
    """An address without our public one."""
    return url.removeprefix(PUBLIC_URL)


def answered(call: DialledCall, through: str) -> str:
    """Where the carrier asks what to do with the answered call."""
    return path(answer_url(CallbackAddress(PUBLIC_URL, AttemptId(call.attempt_id), "media-1", through)))


async def test_a_connection_is_made_shown_and_listed_without_its_credentials(operator: Operator) -> None:
    asked = body()
    made = await operator.client.post("/api/connections", json=asked)
    assert 201 == made.status_code
    shown = await operator.client.get(f"/api/connections/{made.json()['id']}")
    listed = await operator.client.get("/api/connections")
    assert made.json() == shown.json() == listed.json()["data"][0]
    assert (asked["credentials"]["account_sid"], False, 0) == (
        shown.json()["identity"],
        shown.json()["of_installation"],
        shown.json()["trunks"],
    )
    for answer in (made, shown, listed):
        assert SECRET not in answer.text
    async with operator.tools.database.transaction() as session:
        rows = (await session.execute(text("SELECT * FROM connections"))).all()
    assert SECRET.encode() not in repr(rows).encode()


async def test_what_each_vendor_wants_is_told(operator: Operator) -> None:
    """So that whoever makes a connection can be asked for it."""
    told = (await operator.client.get("/api/connections/vendors")).json()
    assert {
        "kind": "telephony",
        "vendor": "twilio",
        "needed": ["account_sid", "auth_token"],
        "optional": ["webhook_keys"],
        "identity": "account_sid",
    } in told
    assert sorted(CREDENTIALS) == [(each["kind"], each["vendor"]) for each in told]


def test_the_page_about_connections_has_every_vendor_and_credential() -> None:
    kinds, credentials = _PAGE.read_text(encoding="utf-8").split("\n## Credentials\n")
    rows = [line for line in credentials.partition("\n## ")[0].splitlines() if line.startswith("|")]
    for form in CREDENTIALS.values():
        assert f"`{form.vendor}`" in kinds
        theirs = [place for place, row in enumerate(rows) if f"| `{form.vendor}` |" in row]
        assert len(theirs) == 1, form.vendor
        names = (*form.needed, *form.optional)
        told = [row.split("|")[2].strip() for row in rows[theirs[0] :][: len(names)]]
        assert [f"`{name}`" for name in names] == told


async def test_an_account_begins_with_the_installations_connections(operator: Operator) -> None:
    """A local system needs no set-up."""
    listed = (await operator.client.get("/api/connections")).json()["data"]
    assert {(kind, vendor, True) for kind, vendor in CREDENTIALS} == {
        (each["kind"], each["vendor"], each["of_installation"]) for each in listed
    }
    parts = await operator.parts()
    trunk = (await operator.client.get(f"/api/trunks/{parts['trunk_id']}")).json()
    [telephony] = [each["id"] for each in listed if each["vendor"] == "twilio"]
    assert telephony == trunk["connection_id"]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"credentials": {"account_sid": "AC2"}}, "missing_credential"),
        ({"credentials": {"account_sid": "AC2", "auth_token": " "}}, "missing_credential"),
        ({"credentials": {"account_sid": "AC2", "auth_token": "t", "region": "ie1"}}, "unknown_credential"),
        ({"credentials": {"account_sid": "AC2", "auth_token": f"{SECRET}\n{SECRET}"}}, "unfit_credential"),
        ({"kind": "crm"}, "unknown_vendor"),
    ],
)
async def test_what_opens_no_account_is_refused_and_not_quoted(
    operator: Operator, more: dict[str, Any], code: str
) -> None:
    refused = await operator.client.post("/api/connections", json=body(**more))
    assert (422, code) == (refused.status_code, refused.json()["code"])
    assert SECRET not in refused.text


async def test_credentials_change_within_their_account_at_the_vendor(operator: Operator) -> None:
    asked = body()
    made = await operator.made("/api/connections", asked)
    address = f"/api/connections/{made['id']}/credentials"
    newer = {"credentials": asked["credentials"] | {"auth_token": "new"}}
    changed = await operator.client.put(address, json=newer)
    assert (200, 2) == (changed.status_code, changed.json()["version"])
    others = await operator.client.put(address, json={"credentials": body()["credentials"]})
    assert 409 == others.status_code
    audited = (await operator.client.get("/api/audit-log")).json()["data"]
    assert {"connection.created", "connection.credentials_changed"} <= {each["action"] for each in audited}


async def test_anothers_connection_is_not_there(operator: Operator, stranger: Operator) -> None:
    made = await operator.made("/api/connections", body())
    assert 404 == (await stranger.client.get(f"/api/connections/{made['id']}")).status_code
    asked = {"credentials": body()["credentials"]}
    changed = await stranger.client.put(f"/api/connections/{made['id']}/credentials", json=asked)
    assert 404 == changed.status_code
    trunk = {"name": "t", "caller_number": "+14155552671", "lines": 1, "connection_id": made["id"]}
    refused = await stranger.client.post("/api/trunks", json=trunk)
    assert (422, "unknown_connection") == (refused.status_code, refused.json()["code"])


async def test_a_trunk_dials_through_no_crm(operator: Operator) -> None:
    crm = await operator.made(
        "/api/connections", body(kind="crm", vendor="hubspot", credentials={"token": "t"})
    )
    trunk = {"name": "t", "caller_number": "+14155552671", "lines": 1, "connection_id": crm["id"]}
    refused = await operator.client.post("/api/trunks", json=trunk)
    assert (422, "other_vendor") == (refused.status_code, refused.json()["code"])


async def test_a_call_is_told_of_by_the_account_that_it_was_placed_through(operator: Operator) -> None:
    connection = await operator.made("/api/connections", body())
    call = await call_through(operator, connection)
    where = answered(call, proof(operator, connection, call.attempt_id))
    told = await call.twilio(where, {"CallSid": call.sid}, token=SECRET)
    assert 200 == told.status_code
    stream = told.text.partition('url="')[2].partition('"')[0]
    claim = StreamTokens(SIGNING_KEY).read(stream.rpartition("/")[2], operator.tools.now())
    assert (call.attempt_id, connection["id"]) == (claim.attempt_id, claim.connection_id)
    after = path(told.text.partition("<Redirect")[2].partition(">")[2].partition("<")[0])
    assert parse_qs(urlsplit(where).query) == parse_qs(urlsplit(after).query), (
        "what follows carries the proof as well"
    )
    form = {"CallSid": call.sid, "CallStatus": "ringing", "SequenceNumber": "1"}
    status = f"/api/webhooks/twilio/status/{call.attempt_id}?{urlsplit(where).query}"
    assert 204 == (await call.twilio(status, form, token=SECRET)).status_code
    assert "ringing" == (await call.row("SELECT state FROM attempts WHERE id = :id")).state


async def test_what_a_changed_token_signs_is_believed_at_once(operator: Operator) -> None:
    """Whoever has answered would else be sent away, for seconds after each change."""
    asked = body()
    connection = await operator.made("/api/connections", asked)
    call = await call_through(operator, connection)
    where = answered(call, proof(operator, connection, call.attempt_id))
    assert 200 == (await call.twilio(where, {"CallSid": call.sid}, token=SECRET)).status_code
    assert 403 == (await call.twilio(where, {"CallSid": call.sid}, token="newer")).status_code
    newer = {"credentials": asked["credentials"] | {"auth_token": "newer"}}
    await operator.client.put(f"/api/connections/{connection['id']}/credentials", json=newer)
    assert 403 == (await call.twilio(where, {"CallSid": call.sid}, token="newest")).status_code
    assert 200 == (await call.twilio(where, {"CallSid": call.sid}, token="newer")).status_code


@pytest.mark.parametrize("token", [SECRET, TWILIO_TOKEN])
async def test_nobody_speaks_for_calls_of_another_account(
    operator: Operator, stranger: Operator, token: str
) -> None:
    """Broken on purpose: whoever has a carrier's account of their own can sign whatever they like with it."""
    theirs = await stranger.made("/api/connections", body())
    connection = await operator.made("/api/connections", body())
    call = await call_through(operator, connection)
    proofs = {
        "the right one, signed with another token": (
            proof(operator, connection, call.attempt_id) if token != SECRET else "conn_1.tag"
        ),
        "their own, of another call": proof(stranger, theirs, "call_theirs-1"),
        "their own, for the whole account": proof(stranger, theirs, ""),
        "ours, with the name of theirs": proof(operator, connection, call.attempt_id).replace(
            connection["id"], theirs["id"]
        ),
    }
    for what, through in proofs.items():
        answer = await call.twilio(answered(call, through), {"CallSid": call.sid}, token=token)
        assert (403, "signature_refused") == (answer.status_code, answer.json()["code"]), what
    if token == SECRET:
        unproven = await call.twilio(answered(call, ""), {"CallSid": call.sid}, token=token)
        assert 403 == unproven.status_code


async def test_a_messages_fate_is_told_by_the_account_that_sent_it(operator: Operator) -> None:
    """With the proof of this message; neither that of a call through the same connection, nor another message's."""
    connection = await operator.made("/api/connections", body())
    call = await call_through(operator, connection)
    message = f"msg_{call.call_id}"
    await call.run(
        f"INSERT INTO messages (id, account_id, call_id, rule, state) SELECT '{message}', account_id, id, 0, 'sending' "
        f"FROM calls WHERE id = '{call.call_id}'"
    )
    form = {"MessageSid": "SM1", "MessageStatus": "delivered"}
    for about, status in ((call.attempt_id, 403), ("msg_another", 403), (message, 204)):
        where = path(message_url(PUBLIC_URL, MessageId(message), proof(operator, connection, about)))
        assert status == (await call.twilio(where, form, token=SECRET)).status_code, about


async def test_a_stop_written_to_an_account_of_ones_own_binds_there_alone(
    operator: Operator, stranger: Operator
) -> None:
    """Law 4; and nobody can put another account's people on its list."""
    for each in (operator, stranger):
        await each.parts()  # both call from the same number
    theirs = await stranger.made("/api/connections", body())
    address = path(theirs["addresses"]["messages"])
    assert address.startswith("/api/webhooks/twilio/sms-inbound?through=")
    call = DialledCall(stranger, "call_1")
    form = {"From": PERSON, "To": "+14155552671", "Body": "STOP", "MessageSid": "SM1"}
    assert 200 == (await call.twilio(address, form, token=SECRET)).status_code
    on_the_list = [
        [
            entry["channel"]
            for entry in (await each.client.get("/api/dnc", params={"number": PERSON})).json()["data"]
        ]
        for each in (operator, stranger)
    ]
    assert [[], ["all"]] == on_the_list


async def test_a_legs_end_told_for_a_whole_account_concerns_that_account(
    operator: Operator, stranger: Operator
) -> None:
    connection = await operator.made("/api/connections", body())
    theirs = await stranger.made("/api/connections", body())
    call = await call_through(operator, connection)
    async with operator.tools.database.transaction() as session:
        await session.execute(
            text("UPDATE attempts SET carrier_call_id = :sid, state = 'placed' WHERE id = :id"),
            {"sid": call.sid, "id": call.attempt_id},
        )
    form = {"CallSid": call.sid, "CallStatus": "ringing", "SequenceNumber": "1"}
    for told_by, state in ((theirs, "placed"), (connection, "ringing")):
        answer = await call.twilio(path(told_by["addresses"]["calls"]), form, token=SECRET)
        assert 204 == answer.status_code
        assert state == (await call.row("SELECT state FROM attempts WHERE id = :id")).state


def test_addresses_of_the_installation_are_as_they_were() -> None:
    about = CallbackAddress(PUBLIC_URL, AttemptId("call_1-1"), "media-1")
    assert f"{PUBLIC_URL}/api/webhooks/twilio/voice/call_1-1/media-1" == answer_url(about)
    with_proof = message_url(PUBLIC_URL, "msg_1", "conn_1.a+b/c=")  # type: ignore[arg-type]
    assert (
        f"{PUBLIC_URL}/api/webhooks/twilio/sms/msg_1?through={quote('conn_1.a+b/c=', safe='')}" == with_proof
    )
