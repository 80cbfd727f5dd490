"""How the other processes reach the media server's control address."""

import base64
import hashlib
import hmac

import httpx
from pydantic import TypeAdapter

from domain.conversations import ConversationPlan
from domain.identifiers import AttemptId
from startup.settings import Settings

_LIMIT_SECONDS = 3.0
_plan = TypeAdapter(ConversationPlan)


def control_key(settings: Settings) -> str:
    """The bearer key of the media server's control address, made from the signing key: one secret less to keep."""
    key = base64.b64decode(settings.signing_key)
    return hmac.new(key, b"media control", hashlib.sha256).hexdigest()


def control_client(settings: Settings) -> httpx.AsyncClient:
    """A client of the control address that carries its key; close it."""
    return httpx.AsyncClient(
        base_url=settings.media_control_url,
        headers={"Authorization": f"Bearer {control_key(settings)}"},
        timeout=_LIMIT_SECONDS,
        trust_env=False,
    )


class MediaStage:
    """The media server as activities ask it; every failure is an OSError, for none of it is needed."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    async def prepare(self, plan: ConversationPlan) -> None:
        """Have the call made ready while the phone rings."""
        await self._post("/prepare", _plan.dump_json(plan))

    async def release(self, attempt_id: AttemptId) -> None:
        """Nobody answered."""
        await self._post(f"/release/{attempt_id}", b"")

    async def _post(self, path: str, body: bytes) -> None:
        try:
            answer = await self._client.post(path, content=body)
        except httpx.HTTPError as error:
            raise OSError(f"The media server does not answer ({type(error).__name__}).") from error
        if answer.is_error:
            raise OSError(f"The media server answered {answer.status_code}.")
