"""Connections as rows: whose they are, of which version, and which trunks wait for them."""

from datetime import timedelta

from database import connections
from database.connections import CREDENTIALS_REFUSED, ConnectionView
from database.sealing import KeyRing
from database.session import Database
from database.trunks import add_trunk, list_trunks, pause_trunk
from domain.connections import ConnectionKind, ConnectionRef
from domain.identifiers import AccountId, ConnectionId


async def test_an_accounts_connections_are_told_apart(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """The installation's is made once and stays; of its own ones each has its trunks; other credentials are another version."""
    telephony, crm = ConnectionKind.TELEPHONY, ConnectionKind.CRM

    async def own(kind: ConnectionKind, vendor: str, name: str) -> ConnectionView:
        return await connections.add_connection(
            session, account_id, kind, vendor, key_ring, name=name, identity=name, credentials={"t": name}
        )

    async def waits(name: str, connection_id: ConnectionId, because: str) -> None:
        trunk = await add_trunk(
            session,
            account_id,
            name=name,
            carrier="twilio",
            caller_number="+14155552671",
            calls_per_second=1,
            lines=3,
            connection_id=connection_id,
        )
        await pause_trunk(session, account_id, trunk.id, pause=timedelta(minutes=5), because=because)

    async with database.transaction() as session:
        shared = {
            await connections.installation_connection(session, account_id, telephony, "twilio")
            for _ in range(2)
        }
        one, two, records = (
            await own(telephony, "twilio", "1"),
            await own(telephony, "twilio", "2"),
            await own(crm, "hubspot", "3"),
        )
        await waits("refused", one.id, CREDENTIALS_REFUSED)
        await waits("slow", one.id, "it is slow")
        await waits("the other's", two.id, CREDENTIALS_REFUSED)
        changed = await connections.change_credentials(
            session, account_id, one.id, key_ring, identity="1", credentials={"t": "new"}
        )
        [shared_id] = shared
        known = [
            await connections.get_connection(session, account_id, each)
            for each in (shared_id, one.id, two.id, records.id)
        ]
        opened = await connections.open_connection(session, one.id, key_ring)
        installations = await connections.open_connection(session, shared_id, key_ring)
        ours = [
            ref
            for ref in await connections.own_connections(session, telephony)
            if ref.account_id == account_id
        ]
        trunks = await list_trunks(session, account_id, before=None, limit=9)
    assert known[1] == changed
    assert [(True, 1, 0), (False, 2, 2), (False, 1, 1), (False, 1, 0)] == [
        (each.of_installation, each.version, each.trunks) for each in known
    ]
    assert [
        ConnectionRef(one.id, account_id, "twilio", 2),
        ConnectionRef(two.id, account_id, "twilio", 1),
    ] == ours
    assert opened is not None
    assert installations is not None
    assert (ours[0], telephony, {"t": "new"}) == (opened.ref, opened.kind, opened.credentials)
    assert installations.credentials is None
    assert {
        "refused": (True, None),
        "slow": (False, "it is slow"),
        "the other's": (False, CREDENTIALS_REFUSED),
    } == {trunk.name: (trunk.paused_until is None, trunk.paused_because) for trunk in trunks}
    assert {(3, 0)} == {(trunk.lines, trunk.lines_taken) for trunk in trunks}
