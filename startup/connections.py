"""Connections into clients: who goes through one gets the vendor's adapter with its credentials, opened once and kept."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

import structlog

from database import connections
from database.connections import Opened
from database.outages import OUTAGES
from database.sealing import CannotOpen, KeyRing
from database.session import Database
from domain.connections import ConnectionKind, ConnectionRef
from domain.identifiers import ConnectionId
from providers.crm.contract import Crm
from providers.errors import CredentialsRefused
from providers.telephony import Telephony
from startup import wiring
from startup.callback_proofs import CallbackProofs
from startup.settings import Settings
from startup.wiring import Close

log = structlog.get_logger()
# Seconds, for who knows a connection by its name alone: what is signed by credentials that were changed is believed so long.
_LOOK_AGAIN: Final = 5.0
_MOST_WAITED: Final = 1.0  # seconds; then what is known serves: somebody waits on the line
_UNREADABLE: Final = "credentials_unreadable"


class Connections:
    """The vendors' clients by connection. Without credentials of its own a connection uses the installation's, of the settings."""

    def __init__(self, settings: Settings, database: Database, key_ring: KeyRing) -> None:
        self._settings, self._proofs = settings, CallbackProofs(settings.signing_key)
        self._database, self._key_ring = database, key_ring
        self._telephony = _Clients(ConnectionKind.TELEPHONY, self._read, self._make_telephony)
        self._crms = _Clients(ConnectionKind.CRM, self._read, self._make_crm)

    def renew(self, settings: Settings) -> None:
        """Take the installation's own accounts from these settings; whoever asks from now on gets clients with them."""
        if settings != self._settings:
            self._settings = settings
            self._telephony.forget_installations()
            self._crms.forget_installations()

    def opened(self, ref: ConnectionRef) -> Telephony | None:
        """The telephony if it is open already."""
        return self._telephony.opened(ref)

    async def telephony(self, ref: ConnectionRef) -> Telephony:
        """What this connection's calls and messages go through. Raises CredentialsRefused if its credentials cannot be read."""
        return await self._telephony.of(ref)

    async def crm(self, ref: ConnectionRef) -> Crm | None:
        """Where this connection's records go; None for nowhere. Raises CredentialsRefused."""
        return await self._crms.of(ref)

    async def telephony_named(self, connection_id: ConnectionId, *, anew: bool = False) -> Telephony | None:
        """The telephony of this name, its credentials read within seconds; as it was known while the database is away or slow.

        anew: read now, for whoever was not known by those of a moment ago. None if there is none. Raises CredentialsRefused.
        """
        return await self._telephony.named(connection_id, anew=anew)

    def installation(self, vendor: str) -> Telephony:
        """What goes through the installation's own account with this carrier."""
        return self._telephony.installation(vendor)

    async def own_telephony(self) -> list[Telephony]:
        """What goes through each connection, of every account, that has credentials of its own and can be read."""
        async with self._database.transaction() as session:
            refs = await connections.own_connections(session, ConnectionKind.TELEPHONY)
        return [found for ref in refs if (found := await self._if_readable(ref)) is not None]

    async def aclose(self) -> None:
        """Close every client that was opened."""
        await self._telephony.aclose()
        await self._crms.aclose()

    async def _if_readable(self, ref: ConnectionRef) -> Telephony | None:
        try:
            return await self.telephony(ref)
        except CredentialsRefused:
            return None

    async def _read(self, connection_id: ConnectionId) -> Opened | None:
        try:
            async with self._database.transaction() as session:
                return await connections.open_connection(session, connection_id, self._key_ring)
        except CannotOpen:
            log.error("connection.unreadable", connection_id=connection_id)
            raise CredentialsRefused(code=_UNREADABLE) from None

    def _make_telephony(
        self, vendor: str, credentials: Mapping[str, str] | None, ref: ConnectionRef | None
    ) -> tuple[Telephony, Close]:
        if ref is None:
            return wiring.telephony(self._settings, vendor)
        return wiring.telephony(
            self._settings,
            vendor,
            credentials,
            account_id=ref.account_id,
            proof=lambda about: self._proofs.issue(ref.id, about),
        )

    def _make_crm(
        self, vendor: str, credentials: Mapping[str, str] | None, ref: ConnectionRef | None
    ) -> tuple[Crm | None, Close]:
        # Accounts have a connection through the installation's for each CRM there is; the installation has one CRM at most.
        if credentials is None:
            return wiring.installation_crm(self._settings)
        return wiring.crm(self._settings, vendor, credentials)


Client = TypeVar("Client")
Read = Callable[[ConnectionId], Awaitable[Opened | None]]


@dataclass(frozen=True, slots=True)
class _Kept(Generic[Client]):
    """A client with this version of its connection's credentials, no older than looked_at (monotonic clock)."""

    client: Client
    version: int
    looked_at: float


class _Clients(Generic[Client]):
    """The clients of connections of one kind. What was replaced is closed at the end: a request may be under way in it."""

    def __init__(
        self,
        kind: ConnectionKind,
        read: Read,
        make: Callable[[str, Mapping[str, str] | None, ConnectionRef | None], tuple[Client, Close]],
    ) -> None:
        self._kind, self._read, self._make = kind, read, make
        self._kept: dict[ConnectionId, _Kept[Client]] = {}
        self._installations: dict[str, Client] = {}
        self._closing: list[Close] = []
        self._reading = asyncio.Lock()

    def opened(self, ref: ConnectionRef) -> Client | None:
        kept = self._kept.get(ref.id)
        return None if kept is None or kept.version < ref.version else kept.client

    async def of(self, ref: ConnectionRef) -> Client:
        kept = self._kept.get(ref.id)
        if kept is not None and kept.version >= ref.version:
            return kept.client
        async with self._reading:
            found = await self._looked_at(ref.id, lambda kept: kept.version >= ref.version)
        if found is None:
            raise CredentialsRefused(code=_UNREADABLE)
        return found.client

    async def named(self, connection_id: ConnectionId, *, anew: bool) -> Client | None:
        kept, came = self._kept.get(connection_id), time.monotonic()
        # Of many who want it anew one looks, for all who came before: any of them may have been sent to keep us busy.
        oldest = came if anew else came - _LOOK_AGAIN
        if kept is not None and (kept.looked_at > oldest or (self._reading.locked() and not anew)):
            return kept.client
        try:
            async with asyncio.timeout(None if kept is None else _MOST_WAITED), self._reading:
                found = await self._looked_at(connection_id, lambda kept: kept.looked_at > oldest)
        except OUTAGES:
            if kept is None:
                raise
            return kept.client
        return None if found is None else found.client

    def forget_installations(self) -> None:
        """Open the installation's accounts anew when they are asked for; a request may still be under way in the former clients."""
        former = list(self._installations.values())
        self._installations.clear()
        self._kept = {name: kept for name, kept in self._kept.items() if kept.client not in former}

    def installation(self, vendor: str) -> Client:
        if vendor not in self._installations:
            self._installations[vendor] = self._opened(vendor, None, None)
        return self._installations[vendor]

    async def aclose(self) -> None:
        for close in self._closing:
            await close()

    async def _looked_at(
        self, connection_id: ConnectionId, is_fresh: Callable[[_Kept[Client]], bool]
    ) -> _Kept[Client] | None:
        kept = self._kept.get(connection_id)
        if kept is not None and is_fresh(kept):
            return kept
        now, row = time.monotonic(), await self._read(connection_id)
        if row is None or row.kind is not self._kind:
            return None
        client = kept.client if kept is not None and kept.version == row.ref.version else self._client(row)
        self._kept[connection_id] = found = _Kept(client, row.ref.version, now)
        return found

    def _client(self, row: Opened) -> Client:
        if row.credentials is None:
            return self.installation(row.ref.vendor)
        return self._opened(row.ref.vendor, row.credentials, row.ref)

    def _opened(
        self, vendor: str, credentials: Mapping[str, str] | None, ref: ConnectionRef | None
    ) -> Client:
        client, close = self._make(vendor, credentials, ref)
        self._closing.append(close)
        return client
