"""Hidden addresses that outgoing hooks are asked to send to: by their spelling, by where their name leads, by whom a connection reaches."""

from collections.abc import Iterable, Sequence
from contextlib import aclosing
from typing import Any, Final

import httpcore

from benchmarks.report import Figure, Measured
from benchmarks.stage import Say, Stage
from providers.errors import SendRefused
from providers.webhooks import Notice, WebhookSender
from tests.domain.test_outside_addresses import HERE, NOT_PUBLIC, TRICKS

_PUBLIC: Final = "93.184.215.14"
_OUTSIDE: Final = "https://hooks.example.com/in"
_SECRET: Final = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


async def measure(stage: Stage, say: Say) -> Measured:
    """Each trick at the API's door and, as if it had been stored before, by who sends; each hidden address behind a name, alone and beside
    a public one, and as the peer that a connection reached. The system that is measured serves one machine, and may register that one."""
    strangers = [url for url in TRICKS if url not in HERE]
    reached = [f"registered: {url}" for url in strangers if await _is_registered(stage, url)]
    for url in TRICKS:
        reached += await _reached(url, [_PUBLIC])
    for address in NOT_PUBLIC:
        for answers in ([address], [_PUBLIC, address], [address, _PUBLIC]):
            reached += await _reached(_OUTSIDE, answers)
        reached += await _reached(_OUTSIDE, [_PUBLIC], peer=address)
    tried = len(strangers) + len(TRICKS) + 4 * len(NOT_PUBLIC)
    say(f"{tried} tricks")
    return Measured(
        [
            Figure("tricks to reach a hidden address", tried, "tricks", 60, "at least"),
            Figure("hidden addresses reached by outgoing hooks", len(reached), f"of {tried}", 0),
        ],
        {"reached": reached},
        reached,
    )


async def _is_registered(stage: Stage, url: str) -> bool:
    body = {"url": url, "description": "a trick"}
    return (await stage.api.post("/webhook-endpoints", json=body)).is_success


async def _reached(url: str, answers: Sequence[str], peer: str = _PUBLIC) -> list[str]:
    """What was connected to, or written to a peer, that is hidden; nothing where it was refused first."""
    wire = _Wire(peer)

    async def resolve(host: str, port: int) -> Sequence[str]:
        return answers

    async with aclosing(WebhookSender(resolve=resolve, network=wire)) as sender:
        try:
            await sender.send(Notice("msg_1", url, (_SECRET,), "{}"))
        except SendRefused:
            pass
        else:
            wire.hidden.append("sent")
    return [f"{url} → {', '.join(answers)} ({peer}): {each}" for each in wire.hidden]


class _Wire(httpcore.AsyncNetworkBackend):
    """A network where everything is reached; it notes what of that is hidden."""

    def __init__(self, peer: str) -> None:
        self.hidden: list[str] = []
        self.peer = peer

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        if host != _PUBLIC:
            self.hidden.append(f"connected to {host}")
        return _Stream(self)


class _Stream(httpcore.AsyncNetworkStream):
    def __init__(self, wire: _Wire) -> None:
        self._wire = wire

    def get_extra_info(self, info: str) -> Any:
        return (self._wire.peer, 443) if info == "server_addr" else None

    async def aclose(self) -> None: ...

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._wire.hidden.append("bytes were written")

    async def start_tls(
        self, ssl_context: Any, server_hostname: Any = None, timeout: float | None = None
    ) -> Any:
        self._wire.hidden.append("spoken to")
        raise httpcore.ConnectError("nobody")
