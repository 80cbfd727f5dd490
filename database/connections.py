"""Connections: made, listed, their credentials changed and opened. What a vendor's credentials are made of, its adapter says."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import RowMapping, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from database.sealing import KeyRing
from database.session import new_id
from domain.connections import ConnectionKind, ConnectionRef
from domain.errors import Conflict, NotFound
from domain.identifiers import AccountId, ConnectionId

CREDENTIALS_REFUSED: Final = "the carrier refuses our credentials"
"""Why a trunk waits until its connection has others."""
_INSTALLATION: Final = "installation "
"""What the names begin with of connections through the installation's own accounts."""

_SELECT = """
    SELECT n.id, n.kind, n.vendor, n.name, n.identity, n.version, n.created_at, n.credentials_sealed IS NULL AS of_installation,
           (SELECT count(*) FROM trunks t WHERE t.connection_id = n.id) AS trunks
    FROM connections n WHERE n.account_id = :account_id
"""


@dataclass(frozen=True, slots=True)
class ConnectionView:
    """One connection; identity: the vendor's name of the account; trunks: how many go through it; see the table."""

    id: ConnectionId
    kind: ConnectionKind
    vendor: str
    name: str
    identity: str
    version: int
    created_at: datetime
    of_installation: bool
    trunks: int


@dataclass(frozen=True, slots=True)
class Opened:
    """A connection with what opens its vendor's account; credentials: None for the installation's own account."""

    ref: ConnectionRef
    kind: ConnectionKind
    credentials: Mapping[str, str] | None


async def add_connection(
    session: AsyncSession,
    account_id: AccountId,
    kind: ConnectionKind,
    vendor: str,
    key_ring: KeyRing,
    *,
    name: str,
    identity: str,
    credentials: Mapping[str, str],
) -> ConnectionView:
    """A new connection with credentials of its own. Raises Conflict if the name is taken or the installation's."""
    if name.startswith(_INSTALLATION):
        raise Conflict("Names that begin like this are the installation's; choose another name.")
    connection_id = new_id("conn")
    try:
        await session.execute(
            text("""
                INSERT INTO connections (id, account_id, kind, vendor, name, identity, credentials_sealed)
                VALUES (:id, :account_id, :kind, :vendor, :name, :identity, :sealed)
            """),
            {
                "id": connection_id,
                "account_id": account_id,
                "kind": kind,
                "vendor": vendor,
                "name": name,
                "identity": identity,
                "sealed": _sealed(credentials, account_id, connection_id, key_ring),
            },
        )
    except IntegrityError as error:
        raise Conflict("A connection of this name exists already; choose another name.") from error
    return await get_connection(session, account_id, connection_id)


async def installation_connection(
    session: AsyncSession, account_id: AccountId, kind: ConnectionKind, vendor: str
) -> ConnectionId:
    """The account's connection through the installation's own account with this vendor, made if there is none."""
    found = await session.execute(
        text("""
            INSERT INTO connections (id, account_id, kind, vendor, name)
            VALUES (:id, :account_id, :kind, :vendor, :name)
            ON CONFLICT (account_id, kind, vendor) WHERE credentials_sealed IS NULL
            DO UPDATE SET version = connections.version RETURNING id
        """),
        {
            "id": new_id("conn"),
            "account_id": account_id,
            "kind": kind,
            "vendor": vendor,
            "name": f"{_INSTALLATION}{vendor}",
        },
    )
    return ConnectionId(found.scalar_one())


async def change_credentials(
    session: AsyncSession,
    account_id: AccountId,
    connection_id: str,
    key_ring: KeyRing,
    *,
    identity: str,
    credentials: Mapping[str, str],
) -> ConnectionView:
    """Other credentials of the same account with the vendor, which bind with the next call. Raises NotFound, Conflict.

    Trunks that wait because the old ones were refused dial again. Calls that are out in the world are looked up and hung
    up through their connection: it stays with its account.
    """
    known = await get_connection(session, account_id, connection_id)
    if known.of_installation:
        raise Conflict(
            "The installation's settings hold these credentials; add a connection for others, or change the settings."
        )
    if known.identity != identity:
        raise Conflict(
            "These credentials are another account's; add a connection for it, and leave this one its calls."
        )
    await session.execute(
        text("""
            UPDATE connections SET credentials_sealed = :sealed, version = version + 1
            WHERE id = :id AND account_id = :account_id
        """),
        {
            "id": connection_id,
            "account_id": account_id,
            "sealed": _sealed(credentials, account_id, connection_id, key_ring),
        },
    )
    await session.execute(
        text("""
            UPDATE trunks SET paused_until = NULL, paused_because = NULL
            WHERE connection_id = :id AND account_id = :account_id AND paused_because = :refused
        """),
        {"id": connection_id, "account_id": account_id, "refused": CREDENTIALS_REFUSED},
    )
    return await get_connection(session, account_id, connection_id)


async def get_connection(session: AsyncSession, account_id: AccountId, connection_id: str) -> ConnectionView:
    """The connection. Raises NotFound."""
    found = await session.execute(
        text(f"{_SELECT} AND n.id = :id"), {"account_id": account_id, "id": connection_id}
    )
    row = found.mappings().one_or_none()
    if row is None:
        raise NotFound("This account has no such connection.")
    return _view(row)


async def list_connections(
    session: AsyncSession, account_id: AccountId, *, before: str | None, limit: int
) -> list[ConnectionView]:
    """The newest connections, or those older than the one named by before."""
    rows = await session.execute(
        text(
            f"{_SELECT} AND (CAST(:before AS text) IS NULL OR n.id < :before) ORDER BY n.id DESC LIMIT :limit"
        ),
        {"account_id": account_id, "before": before, "limit": limit},
    )
    return [_view(row) for row in rows.mappings()]


CRM_OF_ACCOUNT: Final = """
    SELECT n.id, n.vendor, n.version FROM connections n WHERE n.account_id = c.account_id AND n.kind = 'crm'
    ORDER BY n.credentials_sealed IS NULL, n.id DESC LIMIT 1
"""
"""Where the records of the account of c go: the newest of its own connections, else through the installation's."""

_OPEN = """
    SELECT n.id, n.account_id, n.kind, n.vendor, n.version, n.credentials_sealed FROM connections n
"""


async def open_connection(
    session: AsyncSession, connection_id: ConnectionId, key_ring: KeyRing
) -> Opened | None:
    """The connection with its credentials, whosever it is; None if there is none. Raises CannotOpen."""
    rows = await session.execute(text(f"{_OPEN} WHERE n.id = :id"), {"id": connection_id})
    opened = [_opened(row, key_ring) for row in rows]
    return opened[0] if opened else None


async def own_connections(session: AsyncSession, kind: ConnectionKind) -> list[ConnectionRef]:
    """Every account's connections of this kind that have credentials of their own."""
    rows = await session.execute(
        text(f"{_OPEN} WHERE n.kind = :kind AND n.credentials_sealed IS NOT NULL ORDER BY n.id"),
        {"kind": kind},
    )
    return [ConnectionRef(row.id, row.account_id, row.vendor, row.version) for row in rows]


def crm_of(row: RowMapping, account_id: AccountId) -> ConnectionRef | None:
    """The reference in the columns crm_id, crm_vendor and crm_version of a row that was joined with CRM_OF_ACCOUNT."""
    if row["crm_id"] is None:
        return None
    return ConnectionRef(row["crm_id"], account_id, row["crm_vendor"], row["crm_version"])


async def crm_of_account(session: AsyncSession, account_id: AccountId) -> ConnectionRef | None:
    """Where the account's records go; None for nowhere."""
    found = await session.execute(
        text(f"""
            SELECT crm.id AS crm_id, crm.vendor AS crm_vendor, crm.version AS crm_version
            FROM (SELECT CAST(:account_id AS text) AS account_id) c LEFT JOIN LATERAL ({CRM_OF_ACCOUNT}) crm ON true
        """),
        {"account_id": account_id},
    )
    return crm_of(found.mappings().one(), account_id)


def _view(row: RowMapping) -> ConnectionView:
    return ConnectionView(**{**row, "kind": ConnectionKind(row["kind"])})


def _opened(row: Any, key_ring: KeyRing) -> Opened:
    sealed, context = row.credentials_sealed, _context(row.account_id, row.id)
    return Opened(
        ConnectionRef(row.id, row.account_id, row.vendor, row.version),
        ConnectionKind(row.kind),
        None if sealed is None else key_ring.open_record(sealed, context, dict[str, str]),
    )


def _sealed(
    credentials: Mapping[str, str], account_id: AccountId, connection_id: str, key_ring: KeyRing
) -> bytes:
    return key_ring.seal_record(credentials, _context(account_id, connection_id))


def _context(account_id: str, connection_id: str) -> str:
    """Credentials that are moved to another row do not open there."""
    return f"{account_id}/{connection_id}"
