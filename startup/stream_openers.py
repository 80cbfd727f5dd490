"""Who may open a media stream: the carrier of the path, with the account that its call was placed through."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Protocol

from domain.errors import TamperedOrExpired
from domain.identifiers import ConnectionId
from providers.carriers.contract import StreamOpener
from providers.telephony import Telephony
from startup.stream_tokens import StreamTokens


class Named(Protocol):
    """A connection's telephony, as startup.connections finds it."""

    async def __call__(self, connection_id: ConnectionId, *, anew: bool) -> Telephony | None:
        """The telephony of this name; anew: with credentials that are read now."""
        ...


class StreamDoors:
    """The carriers' doors; openers: of the installation's own accounts, by carrier; named: a connection's telephony."""

    def __init__(
        self,
        openers: Mapping[str, StreamOpener],
        tokens: StreamTokens,
        named: Named,
    ) -> None:
        self._openers, self._tokens, self._named = openers, tokens, named

    def renew(self, openers: Mapping[str, StreamOpener]) -> None:
        """Let in by these from now on."""
        self._openers = openers

    async def opener(self, carrier: str, token: str, *, anew: bool = False) -> StreamOpener | None:
        """Who opens a stream with this token at this carrier's door; None if there is no such door.

        anew: by credentials that are read now, for whoever is not known by those of a moment ago.
        What a token says that is not good does not matter here: the record of calls refuses it.
        Raises CredentialsRefused, or the database's error.
        """
        installation = self._openers.get(carrier)
        connection_id = self._connection_of(token)
        if installation is None or connection_id is None:
            return installation
        telephony = await self._named(connection_id, anew=anew)
        return None if telephony is None else telephony.streams

    def _connection_of(self, token: str) -> ConnectionId | None:
        try:
            return self._tokens.read(token, datetime.now(UTC)).connection_id
        except TamperedOrExpired:
            return None
