"""Trunks: made with their lines, listed with how many are taken, and the breaker that holds their dials.

Breakers of speech and model vendors: vendor_breakers.py.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from database.connections import CREDENTIALS_REFUSED, installation_connection
from database.session import new_id
from domain.connections import ConnectionKind, ConnectionRef
from domain.errors import Conflict, NotFound
from domain.identifiers import AccountId, ConnectionId, TrunkId

_SELECT = """
    SELECT t.id, t.name, t.carrier, t.connection_id, t.caller_number, t.calls_per_second, t.paused_until, t.paused_because, t.created_at,
           (SELECT count(*) FROM lines l WHERE l.trunk_id = t.id) AS lines,
           (SELECT count(*) FROM lines l WHERE l.trunk_id = t.id AND l.call_id IS NOT NULL) AS lines_taken
    FROM trunks t WHERE t.account_id = :account_id
"""


@dataclass(frozen=True, slots=True)
class TrunkView:
    """One way out to the telephone network; paused_until is set while its breaker is open."""

    id: TrunkId
    name: str
    carrier: str
    connection_id: ConnectionId
    caller_number: str
    calls_per_second: float
    paused_until: datetime | None
    paused_because: str | None
    created_at: datetime
    lines: int
    lines_taken: int


async def add_trunk(
    session: AsyncSession,
    account_id: AccountId,
    *,
    name: str,
    carrier: str,
    caller_number: str,
    calls_per_second: float,
    lines: int,
    connection_id: ConnectionId | None = None,
) -> TrunkView:
    """A new trunk with this many lines, through this connection or else the installation's own account with the carrier.

    connection_id: of the account, as its caller has checked. Raises Conflict if the name is taken.
    """
    trunk_id = new_id("trunk")
    if connection_id is None:
        connection_id = await installation_connection(session, account_id, ConnectionKind.TELEPHONY, carrier)
    parameters = {
        "id": trunk_id,
        "account_id": account_id,
        "name": name,
        "carrier": carrier,
        "connection_id": connection_id,
        "caller_number": caller_number,
        "calls_per_second": calls_per_second,
    }
    try:
        await session.execute(
            text("""
                INSERT INTO trunks (id, account_id, name, carrier, connection_id, caller_number, calls_per_second)
                VALUES (:id, :account_id, :name, :carrier, :connection_id, :caller_number, :calls_per_second)
            """),
            parameters,
        )
    except IntegrityError as error:
        raise Conflict("A trunk of this name exists already; choose another name.") from error
    await session.execute(
        text("""
            INSERT INTO lines (trunk_id, number, account_id)
            SELECT :id, number, :account_id FROM generate_series(1, :lines) AS number
        """),
        {"id": trunk_id, "account_id": account_id, "lines": lines},
    )
    return await get_trunk(session, account_id, trunk_id)


async def get_trunk(session: AsyncSession, account_id: AccountId, trunk_id: str) -> TrunkView:
    """The trunk. Raises NotFound."""
    found = await session.execute(
        text(f"{_SELECT} AND t.id = :id"), {"account_id": account_id, "id": trunk_id}
    )
    row = found.mappings().one_or_none()
    if row is None:
        raise NotFound("This account has no such trunk.")
    return TrunkView(**row)


async def list_trunks(
    session: AsyncSession, account_id: AccountId, *, before: str | None, limit: int
) -> list[TrunkView]:
    """The newest trunks, or those older than the one named by before."""
    rows = await session.execute(
        text(f"""
            {_SELECT} AND (CAST(:before AS text) IS NULL OR t.id < :before) ORDER BY t.id DESC LIMIT :limit
        """),
        {"account_id": account_id, "before": before, "limit": limit},
    )
    return [TrunkView(**row) for row in rows.mappings()]


async def all_trunk_ids(session: AsyncSession) -> set[TrunkId]:
    """The trunks of every account, for the workers that serve their dials."""
    return set((await session.execute(text("SELECT id FROM trunks"))).scalars())


async def pause_trunk(
    session: AsyncSession, account_id: AccountId, trunk_id: TrunkId, *, pause: timedelta, because: str
) -> None:
    """Open the trunk's breaker for this long; nothing is dialled on it meanwhile. What holds it longer stays its reason."""
    await session.execute(
        text("""
            UPDATE trunks SET paused_until = GREATEST(paused_until, ends.at),
                   paused_because = CASE WHEN paused_until > ends.at THEN paused_because ELSE :because END
            FROM (SELECT clock_timestamp() + CAST(:pause AS interval) AS at) AS ends
            WHERE id = :trunk_id AND account_id = :account_id
        """),
        {"account_id": account_id, "trunk_id": trunk_id, "pause": pause, "because": because},
    )


async def pause_until_other_credentials(
    session: AsyncSession, trunk_id: TrunkId, connection: ConnectionRef, *, pause: timedelta
) -> None:
    """Pause the trunk because these credentials of its connection were refused; not if it has others by now, which free it.

    The lock waits for whoever is changing them, and keeps others from it until the pause is there to be lifted.
    """
    version = await session.execute(
        text("SELECT version FROM connections WHERE id = :id FOR SHARE"), {"id": connection.id}
    )
    if version.scalar_one_or_none() == connection.version:
        await pause_trunk(session, connection.account_id, trunk_id, pause=pause, because=CREDENTIALS_REFUSED)


async def accounts_of_caller(session: AsyncSession, caller_number: str) -> list[AccountId]:
    """The accounts that call from this number, or did: the ones a person means who answers it."""
    rows = await session.execute(
        text("""
            SELECT account_id FROM trunks WHERE caller_number = :number
            UNION SELECT account_id FROM caller_identities WHERE number = :number
        """),
        {"number": caller_number},
    )
    return [AccountId(account_id) for account_id in rows.scalars()]
