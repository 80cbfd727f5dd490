"""Who may open a media stream: the carrier of the path, with the account that its call was placed through."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime

from domain.errors import TamperedOrExpired
from domain.identifiers import ConnectionId
from providers.carriers.contract import StreamOpener
from providers.telephony import Telephony
from startup.stream_tokens import StreamTokens


class StreamDoors:
    """The carriers' doors; openers: of the installation's own accounts, by carrier; named: a connection's telephony."""

    def __init__(
        self,
        openers: Mapping[str, StreamOpener],
        tokens: StreamTokens,
        named: Callable[[ConnectionId], Awaitable[Telephony | None]],
    ) -> None:
        self._openers, self._tokens, self._named = openers, tokens, named

    async def opener(self, carrier: str, token: str) -> StreamOpener | None:
        """Who opens a stream with this token at this carrier's door; None if there is no such door.

        What a token says that is not good does not matter here: the record of calls refuses it.
        Raises CredentialsRefused, or the database's error.
        """
        installation = self._openers.get(carrier)
        connection_id = self._connection_of(token)
        if installation is None or connection_id is None:
            return installation
        telephony = await self._named(connection_id)
        return None if telephony is None else telephony.streams

    def _connection_of(self, token: str) -> ConnectionId | None:
        try:
            return self._tokens.read(token, datetime.now(UTC)).connection_id
        except TamperedOrExpired:
            return None
