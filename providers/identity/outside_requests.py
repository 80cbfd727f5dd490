"""Requests to an identity provider, at addresses that an account's admin named: judged, bounded, never followed elsewhere."""

import asyncio
import json
import ssl
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlencode

import httpcore

from domain.errors import InvalidInput
from domain.outside_addresses import OutsideAddress, read_outside_address
from providers.errors import MalformedMessage, ProviderRefused, ProviderUnavailable, SendRefused
from providers.http import BROKEN
from providers.judged_network import CONNECT, Names, Resolver, judged_pool

WHOLE: Final = 8.0  # seconds, names and TLS included: somebody's browser waits
MOST_READ: Final = 256_000  # bytes of an answer
_FORM: Final = "application/x-www-form-urlencoded"


class OutsideRequests:
    """Asks for JSON objects. Raises SendRefused, ProviderUnavailable, ProviderRefused and MalformedMessage, none of which repeats an answer."""

    def __init__(
        self,
        *,
        local: bool = False,
        resolve: Resolver | None = None,
        network: httpcore.AsyncNetworkBackend | None = None,
        trusted: ssl.SSLContext | None = None,
        whole: float = WHOLE,
    ) -> None:
        """local: this machine is asked as well, by http too: for a system that runs on one machine and serves nobody else."""
        self.local = local
        self._whole = whole
        self._names = Names()
        self._pool = judged_pool(
            resolve or self._names.resolve, local=local, network=network, trusted=trusted
        )

    async def get(self, url: str) -> dict[str, Any]:
        """The object at this address."""
        return await self._ask("GET", url, {}, b"")

    async def post(self, url: str, form: Mapping[str, str], headers: Mapping[str, str]) -> dict[str, Any]:
        """The answer to this form."""
        return await self._ask("POST", url, {"content-type": _FORM, **headers}, urlencode(form).encode())

    async def _ask(self, method: str, url: str, headers: Mapping[str, str], content: bytes) -> dict[str, Any]:
        try:
            address = read_outside_address(url, local=self.local)
        except InvalidInput as error:
            raise SendRefused(str(error), code=error.code) from error
        try:
            async with asyncio.timeout(self._whole):
                status, body = await self._exchange(method, address, headers, content)
        except BROKEN as error:
            raise ProviderUnavailable(f"The exchange broke off: {type(error).__name__}.") from error
        if status >= 500 or status == 429:
            raise ProviderUnavailable(f"The identity provider answered {status}.")
        if status != 200:
            raise ProviderRefused(f"The identity provider answered {status}.")
        return _object(body)

    async def _exchange(
        self, method: str, address: OutsideAddress, headers: Mapping[str, str], content: bytes
    ) -> tuple[int, bytes]:
        url = httpcore.URL(
            scheme=address.scheme.encode(),
            host=address.host.encode(),
            port=address.port,
            target=address.target.encode(),
        )
        sent = {
            "host": address.authority,
            "accept": "application/json",
            "accept-encoding": "identity",
            **headers,
        }
        waits = {"connect": self._whole, "read": self._whole, "write": self._whole, "pool": CONNECT}
        async with self._pool.stream(
            method, url, headers=list(sent.items()), content=content, extensions={"timeout": waits}
        ) as response:
            body = b""
            async for piece in response.aiter_stream():
                body += piece
                if len(body) > MOST_READ:
                    raise MalformedMessage("The identity provider's answer is too long.")
            return response.status, body

    async def aclose(self) -> None:
        """Close what is open."""
        await self._pool.aclose()
        self._names.close()


def _object(body: bytes) -> dict[str, Any]:
    try:
        found = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise MalformedMessage("The identity provider's answer is no JSON.") from error
    if not isinstance(found, dict):
        raise MalformedMessage("The identity provider's answer is no object.")
    return found
