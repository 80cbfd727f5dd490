"""Connections into clients: whose account a call goes through, and what a change of its credentials does."""

import asyncio
import os
from base64 import b64encode
from collections.abc import AsyncIterator
from contextlib import aclosing
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from structlog.testing import capture_logs

from database.connections import (
    CREDENTIALS_REFUSED,
    add_connection,
    change_credentials,
    installation_connection,
    list_connections,
)
from database.sealing import KeyRing
from database.session import Database
from database.trunks import add_trunk, list_trunks, pause_trunk
from domain.connections import ConnectionKind, ConnectionRef
from domain.errors import Conflict
from domain.identifiers import AccountId, ConnectionId
from providers.carriers.twilio.voice import TwilioVoice
from providers.crm.hubspot import HubSpot
from providers.errors import CredentialsRefused
from providers.telephony import Telephony
from providers.vendors import CREDENTIALS
from startup import connections as clients
from startup import wiring
from startup.connections import Connections
from startup.settings import HubSpotSettings, Settings, TwilioSettings

SIGNING_KEY = b64encode(b"s" * 32).decode()
OWN = {"account_sid": "AC2", "auth_token": "theirs"}


def settings(**sections: object) -> Settings:
    """An installation with an account of its own."""
    ours = TwilioSettings(account_sid="AC1", auth_token="ours", webhook_keys="k:secret")
    return Settings(signing_key=SIGNING_KEY).model_copy(update={"twilio": ours, **sections})


@pytest.fixture
async def opened(database: Database, key_ring: KeyRing) -> AsyncIterator[Connections]:
    """The connections of one process."""
    async with aclosing(Connections(settings(), database, key_ring)) as connections:
        yield connections


async def own(database: Database, account_id: AccountId, key_ring: KeyRing) -> ConnectionRef:
    """A connection with credentials of its own."""
    async with database.transaction() as session:
        made = await add_connection(
            session,
            account_id,
            ConnectionKind.TELEPHONY,
            "twilio",
            key_ring,
            name="own",
            identity="AC2",
            credentials=OWN,
        )
    return ConnectionRef(made.id, account_id, "twilio", made.version)


async def changed(database: Database, ref: ConnectionRef, key_ring: KeyRing) -> ConnectionRef:
    """The connection of its own with another token."""
    async with database.transaction() as session:
        view = await change_credentials(
            session,
            ref.account_id,
            ref.id,
            key_ring,
            identity="AC2",
            credentials={**OWN, "auth_token": "new"},
        )
    return ConnectionRef(ref.id, ref.account_id, ref.vendor, view.version)


def sid_of(telephony: Telephony) -> str:
    """Whose account it is."""
    assert isinstance(telephony.carrier, TwilioVoice)
    assert telephony.inbox is not None
    return telephony.inbox.account


async def test_without_credentials_of_its_own_a_connection_is_the_installations(
    opened: Connections, database: Database, account_id: AccountId
) -> None:
    async with database.transaction() as session:
        connection_id = await installation_connection(session, account_id, ConnectionKind.TELEPHONY, "twilio")
    ref = ConnectionRef(connection_id, account_id, "twilio", 1)
    telephony = await opened.telephony(ref)
    assert telephony is opened.installation("twilio")
    assert ("AC1", None, "") == (sid_of(telephony), telephony.account_id, telephony.proof("call_1-1"))
    assert [] == [each for each in await opened.own_telephony() if each.account_id == account_id]


async def test_an_account_begins_with_a_connection_through_each_of_the_installations(
    database: Database, account_id: AccountId
) -> None:
    async with database.transaction() as session:
        found = await list_connections(session, account_id, before=None, limit=99)
    assert sorted(CREDENTIALS) == sorted((each.kind, each.vendor) for each in found)
    assert all(each.of_installation for each in found)


async def test_a_connection_of_its_own_is_opened_once_and_told_apart(
    opened: Connections, database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    ref = await own(database, account_id, key_ring)
    assert opened.opened(ref) is None
    telephony = await opened.telephony(ref)
    assert (
        telephony is opened.opened(ref) is await opened.telephony(ref) is await opened.telephony_named(ref.id)
    )
    assert ("AC2", account_id) == (sid_of(telephony), telephony.account_id)
    assert telephony.proof("call_1-1") not in ("", telephony.proof("call_1-2"))
    assert telephony in await opened.own_telephony()


async def test_a_connection_is_opened_as_what_it_is(
    opened: Connections, database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """Nobody's calls go through a CRM's key, nor records to a carrier."""
    telephony = await own(database, account_id, key_ring)
    async with database.transaction() as session:
        made = await add_connection(
            session,
            account_id,
            ConnectionKind.CRM,
            "hubspot",
            key_ring,
            name="own CRM",
            identity="7",
            credentials={"token": "theirs"},
        )
    crm = ConnectionRef(made.id, account_id, "hubspot", made.version)
    assert HubSpot is type(await opened.crm(crm))
    assert await opened.telephony_named(crm.id) is None
    for refused in (opened.telephony(crm), opened.crm(telephony)):
        with pytest.raises(CredentialsRefused):
            await refused


async def test_every_client_is_closed_also_one_whose_credentials_were_changed(
    database: Database, key_ring: KeyRing, account_id: AccountId, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A request may be under way in it until the end."""
    closed: list[str] = []
    for kind in ("telephony", "crm"):

        async def close(kind: str = kind) -> None:
            closed.append(kind)

        monkeypatch.setattr(wiring, kind, lambda *_, close=close, **__: (object(), close))
    connections = Connections(settings(), database, key_ring)
    ref = await own(database, account_id, key_ring)
    await connections.telephony(ref)
    await connections.telephony(await changed(database, ref, key_ring))
    async with database.transaction() as session:
        made = await add_connection(
            session,
            account_id,
            ConnectionKind.CRM,
            "hubspot",
            key_ring,
            name="own CRM",
            identity="7",
            credentials={"token": "theirs"},
        )
    await connections.crm(ConnectionRef(made.id, account_id, "hubspot", made.version))
    assert [] == closed
    await connections.aclose()
    assert ["telephony", "telephony", "crm"] == closed


async def test_changed_credentials_bind_with_the_next_call(
    opened: Connections, database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    ref = await own(database, account_id, key_ring)
    before = await opened.telephony(ref)
    newer = await changed(database, ref, key_ring)
    assert opened.opened(newer) is None
    after = await opened.telephony(newer)
    assert after is not before
    assert after is await opened.telephony(ref), "who knows only the older version is not sent back"


async def test_who_knows_a_name_alone_looks_again_after_a_while(
    opened: Connections,
    database: Database,
    key_ring: KeyRing,
    account_id: AccountId,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ref = await own(database, account_id, key_ring)
    before = await opened.telephony_named(ref.id)
    await changed(database, ref, key_ring)
    assert before is await opened.telephony_named(ref.id)
    assert timedelta(seconds=10) >= timedelta(seconds=clients._LOOK_AGAIN), (
        "so long the old ones are believed"
    )
    monkeypatch.setattr(clients, "_LOOK_AGAIN", 0.0)
    after = await opened.telephony_named(ref.id)
    assert after not in (before, None)
    assert after is await opened.telephony_named(ref.id), "what has not changed is not opened again"
    assert await opened.telephony_named(ConnectionId("conn_nobody")) is None


async def test_who_is_not_known_by_what_was_read_a_moment_ago_has_it_read_anew(
    opened: Connections,
    database: Database,
    key_ring: KeyRing,
    account_id: AccountId,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A person waits on the line for what is signed with a token that was changed a moment ago; and whoever signs
    nonsense does not keep us reading."""
    ref = await own(database, account_id, key_ring)
    before = await opened.telephony_named(ref.id)
    await changed(database, ref, key_ring)
    reads, read = [], opened._telephony._read

    async def counted(connection_id: ConnectionId) -> Any:
        reads.append(connection_id)
        return await read(connection_id)

    monkeypatch.setattr(opened._telephony, "_read", counted)
    found = await asyncio.gather(*(opened.telephony_named(ref.id, anew=True) for _ in range(20)))
    assert 2 == len(reads), "one read was under way when the others came, and one is for all of them"
    assert before not in found
    assert [await opened.telephony_named(ref.id)] * 20 == found
    assert found[0] is await opened.telephony_named(ref.id, anew=True)
    assert 3 == len(reads)


async def test_a_connection_that_nobody_knows_yet_is_read_once_for_all_however_long_that_takes(
    opened: Connections,
    database: Database,
    key_ring: KeyRing,
    account_id: AccountId,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """There is nothing to serve meanwhile."""
    ref = await own(database, account_id, key_ring)
    reads, read = [], opened._telephony._read

    async def slow(connection_id: ConnectionId) -> Any:
        reads.append(connection_id)
        await asyncio.sleep(0.05)
        return await read(connection_id)

    monkeypatch.setattr(clients, "_MOST_WAITED", 0.01)
    monkeypatch.setattr(opened._telephony, "_read", slow)
    first, *others = await asyncio.gather(*(opened.telephony_named(ref.id) for _ in range(5)))
    assert first is not None
    assert ([first] * 4, [ref.id]) == (others, reads)


async def test_a_connection_that_is_gone_has_no_credentials_to_be_read(
    opened: Connections, account_id: AccountId
) -> None:
    with pytest.raises(CredentialsRefused) as refused:
        await opened.telephony(ConnectionRef(ConnectionId("conn_gone"), account_id, "twilio", 1))
    assert "credentials_unreadable" == refused.value.code


async def test_what_is_known_of_a_connection_serves_while_the_database_is_away(
    opened: Connections,
    database: Database,
    key_ring: KeyRing,
    account_id: AccountId,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ref = await own(database, account_id, key_ring)
    known = await opened.telephony_named(ref.id)
    monkeypatch.setattr(clients, "_LOOK_AGAIN", 0.0)
    monkeypatch.setattr(opened, "_database", _Away())
    opened._telephony._read = opened._read
    assert known is await opened.telephony_named(ref.id)
    assert known is await opened.telephony_named(ref.id, anew=True)
    with pytest.raises(OperationalError):
        await opened.telephony_named(ConnectionId("conn_unknown"))


async def test_what_is_known_serves_while_somebody_looks_again(
    opened: Connections,
    database: Database,
    key_ring: KeyRing,
    account_id: AccountId,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Somebody waits on the line; a database that stalls holds up no other connection either."""
    ref = await own(database, account_id, key_ring)
    known = await opened.telephony_named(ref.id)
    monkeypatch.setattr(clients, "_LOOK_AGAIN", 0.0)
    monkeypatch.setattr(clients, "_MOST_WAITED", 0.05)
    stalled = asyncio.Event()
    monkeypatch.setattr(opened._telephony, "_read", lambda _: stalled.wait())
    looking = asyncio.create_task(opened.telephony_named(ref.id))
    await asyncio.sleep(0)
    assert known is await opened.telephony_named(ref.id), "at once"
    assert known is await looking, "after a moment"


async def test_trunks_that_wait_for_other_credentials_dial_again_with_them(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """Credentials that come back are used again without a hand."""
    ref = await own(database, account_id, key_ring)
    minutes = timedelta(minutes=5)
    async with database.transaction() as session:
        for name, because in (("refused", CREDENTIALS_REFUSED), ("down", "the carrier cannot be reached")):
            trunk = await add_trunk(
                session,
                account_id,
                name=name,
                carrier="twilio",
                caller_number="+14155552671",
                calls_per_second=1,
                lines=1,
                connection_id=ref.id,
            )
            await pause_trunk(session, account_id, trunk.id, pause=minutes, because=because)
    await changed(database, ref, key_ring)
    async with database.transaction() as session:
        trunks = await list_trunks(session, account_id, before=None, limit=9)
    assert {"refused": None, "down": "the carrier cannot be reached"} == {
        trunk.name: trunk.paused_because for trunk in trunks
    }


class _Away:
    def transaction(self) -> Any:
        raise OperationalError("away", None, Exception())


async def test_credentials_that_cannot_be_read_are_refused_not_a_crash(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    ref = await own(database, account_id, key_ring)
    strangers = KeyRing({1: os.urandom(32)}, os.urandom(32))
    async with aclosing(Connections(settings(), database, strangers)) as connections:
        with capture_logs() as logs, pytest.raises(CredentialsRefused) as refused:
            await connections.telephony(ref)
        assert "credentials_unreadable" == refused.value.code
        assert [("connection.unreadable", ref.id)] == [
            (each["event"], each["connection_id"]) for each in logs
        ]
        assert account_id not in [each.account_id for each in await connections.own_telephony()]


async def test_a_vendor_that_this_version_does_not_know_holds_up_no_other_connection(
    opened: Connections, database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """As while a newer version is being rolled out: it is named, and skipped."""
    ref = await own(database, account_id, key_ring)
    for kind in (ConnectionKind.TELEPHONY, ConnectionKind.CRM):
        async with database.transaction() as session:
            made = await add_connection(
                session, account_id, kind, "newer", key_ring, name=f"new {kind}", identity="N", credentials={}
            )
        unknown = ConnectionRef(made.id, account_id, "newer", made.version)
        with capture_logs() as logs, pytest.raises(CredentialsRefused):
            await (opened.telephony if kind is ConnectionKind.TELEPHONY else opened.crm)(unknown)
        assert [("connection.unknown_vendor", "newer")] == [(each["event"], each["vendor"]) for each in logs]
    assert await opened.telephony(ref) in await opened.own_telephony()


async def test_credentials_of_another_row_do_not_open(
    opened: Connections, database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """Whoever may write to the table could else send one account's calls through another's."""
    ref = await own(database, account_id, key_ring)
    async with database.transaction() as session:
        await session.execute(
            text("""
                INSERT INTO connections (id, account_id, kind, vendor, name, identity, credentials_sealed)
                SELECT 'conn_copy', account_id, kind, vendor, 'copy', identity, credentials_sealed
                FROM connections WHERE id = :id
            """),
            {"id": ref.id},
        )
    with pytest.raises(CredentialsRefused):
        await opened.telephony(ConnectionRef(ConnectionId("conn_copy"), account_id, "twilio", 1))


async def test_a_connection_stays_with_its_account_at_the_vendor(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """Calls that are out in the world are looked up and hung up through it."""
    ref = await own(database, account_id, key_ring)
    async with database.transaction() as session:
        ours = await installation_connection(session, account_id, ConnectionKind.TELEPHONY, "twilio")
        with pytest.raises(Conflict):
            await add_connection(
                session,
                account_id,
                ConnectionKind.TELEPHONY,
                "twilio",
                key_ring,
                name="installation two",
                identity="AC9",
                credentials=OWN,
            )
        for connection_id, identity in ((ref.id, "AC3"), (ours, "")):
            with pytest.raises(Conflict):
                await change_credentials(
                    session, account_id, connection_id, key_ring, identity=identity, credentials=OWN
                )


async def test_the_installations_shared_keys_are_nobody_elses() -> None:
    """They sign for the installation's account alone."""
    ours, close = wiring.telephony(settings(), "twilio")
    theirs, close_theirs = wiring.telephony(settings(), "twilio", OWN)
    assert ours.callbacks._shared_keys  # type: ignore[attr-defined]
    assert {} == theirs.callbacks._shared_keys  # type: ignore[attr-defined]
    await close()
    await close_theirs()


async def test_the_installations_crm_is_the_one_that_its_settings_open(
    database: Database, key_ring: KeyRing, account_id: AccountId, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A CRM that a new release knows must not take the records of accounts that begin with a connection to it as well."""
    monkeypatch.setitem(
        wiring._CRMS, "newer", lambda _settings, _credentials: (None, wiring._nothing_to_close)
    )
    async with database.transaction() as session:
        await installation_connection(session, account_id, ConnectionKind.CRM, "hubspot")
        connection_id = await installation_connection(session, account_id, ConnectionKind.CRM, "newer")
    chosen = settings(hubspot=HubSpotSettings(token="t"))
    async with aclosing(Connections(chosen, database, key_ring)) as connections:
        crm = await connections.crm(ConnectionRef(connection_id, account_id, "newer", 1))
    assert HubSpot is type(crm)


@pytest.mark.parametrize(("token", "kind"), [("t", HubSpot), ("", type(None))])
async def test_the_installations_crm_is_used_with_a_token_and_not_without(
    token: str, kind: type, database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """Requirement 109."""
    chosen = settings(hubspot=HubSpotSettings(token=token))
    async with database.transaction() as session:
        connection_id = await installation_connection(session, account_id, ConnectionKind.CRM, "hubspot")
    async with aclosing(Connections(chosen, database, key_ring)) as connections:
        crm = await connections.crm(ConnectionRef(connection_id, account_id, "hubspot", 1))
    assert kind is type(crm)
