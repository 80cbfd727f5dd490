"""Signed requests to other people's programs, as https://www.standardwebhooks.com describes them.

Whoever may name an address could have us ask what only we can reach: judged_network.py says where requests may lead.
"""

import asyncio
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import httpcore
from standardwebhooks import Webhook

from domain.errors import InvalidInput
from domain.outside_addresses import OutsideAddress, read_outside_address
from providers.errors import ProviderUnavailable, SendRefused
from providers.http import BROKEN, Clock, utc_now
from providers.judged_network import CONNECT, Names, Resolver, judged_pool

WHOLE: Final = 10.0  # seconds, names and TLS included
MOST_READ: Final = 1024  # bytes of an answer


@dataclass(frozen=True, slots=True)
class Notice:
    """What is sent. id: the same whenever it is sent again; secrets: `whsec_…`, each of which signs; body: JSON."""

    id: str
    url: str
    secrets: Sequence[str]
    body: str


@dataclass(frozen=True, slots=True)
class NoticeAnswer:
    """What came back. start: the answer's first bytes, MOST_READ at most."""

    status: int
    start: bytes

    @property
    def taken(self) -> bool:
        """Whether the program has it; a redirect is not followed and counts as a no."""
        return 200 <= self.status < 300


class WebhookSender:
    """Sends notices, each by a connection of its own: no cookies, no redirects, no proxies, no repeats."""

    def __init__(
        self,
        *,
        local: bool = False,
        now: Clock = utc_now,
        resolve: Resolver | None = None,
        network: httpcore.AsyncNetworkBackend | None = None,
        trusted: ssl.SSLContext | None = None,
        whole: float = WHOLE,
    ) -> None:
        """local: this machine is sent to as well, by http too: for a system that runs on one machine and serves nobody else."""
        self._local = local
        self._now = now
        self._whole = whole
        self._names = Names()
        self._pool = judged_pool(
            resolve or self._names.resolve, local=local, network=network, trusted=trusted
        )

    async def send(self, notice: Notice) -> NoticeAnswer:
        """Send it once and read the beginning of the answer, whatever its status.

        Raises SendRefused where the address, or what it leads to, is not to be sent to, and ProviderUnavailable where there
        is no answer, code saying why: it may have come all the same.
        """
        try:
            address = read_outside_address(notice.url, local=self._local)
        except InvalidInput as error:
            raise SendRefused(str(error), code=error.code) from error
        try:
            async with asyncio.timeout(self._whole):
                return await self._exchange(address, notice)
        except BROKEN as error:
            raise ProviderUnavailable(
                f"The exchange broke off: {type(error).__name__}.", code=_why(error)
            ) from error

    async def _exchange(self, address: OutsideAddress, notice: Notice) -> NoticeAnswer:
        url = httpcore.URL(
            scheme=address.scheme.encode(),
            host=address.host.encode(),
            port=address.port,
            target=address.target.encode(),
        )
        headers = {"host": address.authority, **_headers(notice, self._now())}
        async with self._pool.stream(
            "POST",
            url,
            headers=list(headers.items()),
            content=notice.body.encode(),
            extensions={
                "timeout": {
                    "connect": self._whole,
                    "read": self._whole,
                    "write": self._whole,
                    "pool": CONNECT,
                }
            },
        ) as response:
            start = b""
            async for piece in response.aiter_stream():
                start += piece
                if len(start) >= MOST_READ:
                    break
            return NoticeAnswer(response.status, start[:MOST_READ])

    async def aclose(self) -> None:
        """Close what is open."""
        await self._pool.aclose()
        self._names.close()


def _why(error: BaseException) -> str:
    if isinstance(error, TimeoutError | httpcore.TimeoutException):
        return "too_slow"
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, ssl.SSLCertVerificationError):
        cause = cause.__cause__ or cause.__context__
    return "no_answer" if cause is None else "certificate_refused"


def _headers(notice: Notice, at: datetime) -> dict[str, str]:
    signatures = (Webhook(secret).sign(notice.id, at, notice.body) for secret in notice.secrets)
    return {
        "content-type": "application/json",
        "user-agent": "Outbound-Webhooks/1",
        "accept-encoding": "identity",
        "webhook-id": notice.id,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": " ".join(signatures),
    }
