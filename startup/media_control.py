"""How the other processes find the media processes and reach their control addresses."""

import hashlib
import hmac
import time
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final

import httpx
import msgspec
from pydantic import TypeAdapter

from database.media_processes import MediaPlace, all_places
from database.outages import retried_once
from database.session import Database
from domain.conversations import ConversationPlan
from domain.identifiers import AttemptId
from providers.errors import ProviderThrottled
from startup.secrets import signing_bytes
from startup.settings import Settings

_LIMIT_SECONDS: Final = 3.0
_REMEMBERED_SECONDS: Final = 30.0
_plan = TypeAdapter(ConversationPlan)


def control_key(settings: Settings) -> str:
    """The bearer key of the media server's control address, made from the signing key: one secret less to keep."""
    return hmac.new(signing_bytes(settings.signing_key), b"media control", hashlib.sha256).hexdigest()


def control_client(settings: Settings) -> httpx.AsyncClient:
    """A client of every media process's control address, which carries their key; close it."""
    return httpx.AsyncClient(
        headers={"Authorization": f"Bearer {control_key(settings)}"},
        timeout=_LIMIT_SECONDS,
        trust_env=False,
    )


class MediaStage:
    """The media processes as activities ask them; a failure is an OSError, for none of it is needed."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    async def prepare(self, control_url: str, plan: ConversationPlan) -> None:
        """Have the call made ready while the phone rings. Raises ProviderThrottled if a vendor takes no more calls."""
        # A media process of the version before knows who is to listen, which it has opened by then, by the former name.
        told = _plan.dump_python(plan, mode="json") | {"ears": plan.recogniser}
        await self._post(f"{control_url}/prepare", msgspec.json.encode(told))

    async def release(self, control_url: str, attempt_id: AttemptId) -> None:
        """Nobody answered."""
        await self._post(f"{control_url}/release/{attempt_id}", b"")

    async def forget_phrases(self, control_url: str) -> None:
        """Keep no phrase as audio."""
        await self._ask("DELETE", f"{control_url}/phrases", b"")

    async def _post(self, url: str, body: bytes) -> None:
        await self._ask("POST", url, body)

    async def _ask(self, method: str, url: str, body: bytes) -> None:
        try:
            answer = await self._client.request(method, url, content=body)
        except httpx.HTTPError as error:
            raise OSError(f"The media server does not answer ({type(error).__name__}).") from error
        if answer.status_code == HTTPStatus.TOO_MANY_REQUESTS:
            raise ProviderThrottled
        if answer.is_error:
            raise OSError(f"The media server answered {answer.status_code}.")


class MediaProcesses:
    """The media processes as the API asks them. Places are remembered for half a minute: they seldom move, and a call
    that is answered must not wait for the database."""

    def __init__(self, database: Database, client: httpx.AsyncClient) -> None:
        self._database = database
        self._client = client
        self._places: Mapping[str, MediaPlace] = {}
        self._read_at = -_REMEMBERED_SECONDS

    async def place(self, process: str) -> MediaPlace | None:
        """Where this process is; None if nobody of that name lives."""
        if process not in self._places or time.monotonic() - self._read_at > _REMEMBERED_SECONDS:
            await self._read()
        return self._places.get(process)

    async def places(self) -> Mapping[str, MediaPlace]:
        """Every process that lives now."""
        await self._read()
        return self._places

    async def ask(
        self,
        place: MediaPlace,
        method: str,
        path: str,
        *,
        limit_seconds: float = _LIMIT_SECONDS,
        **request: Any,
    ) -> httpx.Response:
        """Ask a process's control address. Raises httpx.HTTPError."""
        url = f"{place.control_url}{path}"
        return await self._client.request(method, url, timeout=limit_seconds, **request)

    async def _read(self) -> None:
        async def read() -> Mapping[str, MediaPlace]:
            async with self._database.transaction() as session:
                return await all_places(session)

        # A person may wait on the line for it, and a carrier's question that is answered with an error is not asked again.
        self._places = await retried_once(read)
        self._read_at = time.monotonic()
