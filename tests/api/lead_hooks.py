"""A program that adds leads through a hook, as other people write it: by the standard's own library, or with a secret in a header."""

import base64
import json
import os
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import httpx
from standardwebhooks import Webhook

from tests.api.conftest import PUBLIC_URL, Operator
from tests.api.declared import application

PATH = "/api/lead-hooks"
JSON, FORM = "application/json", "application/x-www-form-urlencoded"


def somewhere() -> str:
    """An address of a network of its own: requests of a network are counted, over all tests."""
    return "10.{}.{}.7".format(*os.urandom(2))


@dataclass
class Program:
    """A program with its hook's secret. host: from where it asks."""

    operator: Operator
    made: dict[str, Any]
    host: str = field(default_factory=lambda: somewhere())
    sent: list[httpx.Response] = field(default_factory=list)

    @property
    def secret(self) -> str:
        return str(self.made["secret"])

    async def post(self, body: bytes, headers: dict[str, str], *, hook: str = "") -> httpx.Response:
        """This, as it stands; without a key."""
        return await post(self.operator, hook or self.made["id"], body, headers, host=self.host)

    async def sign(
        self,
        body: object,
        *,
        name: str = "msg_1",
        at: datetime | None = None,
        kind: str = JSON,
        secret: str = "",
    ) -> httpx.Response:
        """This, signed."""
        text = body if isinstance(body, str) else json.dumps(body)
        return await self.post(
            text.encode(), signed(secret or self.secret, text, name, at=at) | {"content-type": kind}
        )

    async def carry(self, body: object, *, basic: bool = False, name: str = "") -> httpx.Response:
        """This, with the secret itself."""
        said = base64.b64encode(f"zap:{self.secret}".encode()).decode()
        proof = f"Basic {said}" if basic else f"Bearer {self.secret}"
        headers = {"authorization": proof, "content-type": JSON} | ({"idempotency-key": name} if name else {})
        return await self.post(json.dumps(body).encode(), headers)


def signed(secret: str, body: str, name: str, *, at: datetime | None = None) -> dict[str, str]:
    """The headers of the standard's library."""
    at = at or datetime.now(UTC)
    return {
        "webhook-id": name,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": Webhook(secret).sign(name, at, body),
    }


async def post(
    operator: Operator, hook_id: str, body: bytes, headers: dict[str, str], *, host: str = ""
) -> httpx.Response:
    """A stranger's request from this address."""
    transport = httpx.ASGITransport(application(operator.tools), client=(host or somewhere(), 4_000))
    async with httpx.AsyncClient(transport=transport, base_url=PUBLIC_URL) as client:
        return await client.post(f"/hooks/leads/{hook_id}", content=body, headers=headers)


async def hooked(operator: Operator, campaign_id: str, **more: Any) -> Program:
    """A program with a hook of this campaign; of the simulated world unless it says otherwise."""
    made = await operator.made(PATH, {"campaign_id": campaign_id, "rules": "simulation"} | more)
    return Program(operator, made)


async def numbers(operator: Operator, campaign_id: str) -> list[str]:
    """The numbers of the campaign's leads, oldest first."""
    answer = await operator.client.get(f"/api/campaigns/{campaign_id}/leads", params={"limit": 200})
    return [lead["number"] for lead in reversed(answer.json()["data"])]
