"""A mail server on loopback that takes letters, as RFC 5321 has it, or refuses them as it is told."""

import asyncio
from base64 import b64decode
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

_END = b".\r\n"


@dataclass
class Mailbox:
    """What the server took. account: who may send, anybody where it is empty; answers: by command (AUTH, RCPT, DATA), a code given
    instead of the good one."""

    account: tuple[str, str] | None = None
    answers: dict[str, int] = field(default_factory=dict)
    letters: list[EmailMessage] = field(default_factory=list)
    port: int = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        session = _Session(self, reader, writer)
        try:
            await session.run()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()


class _Session:
    def __init__(self, box: Mailbox, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._box, self._reader, self._writer = box, reader, writer
        self._may_send = box.account is None

    async def run(self) -> None:
        await self._say("220 simulated mail")
        while line := (await self._reader.readline()).decode().strip():
            command, _, rest = line.partition(" ")
            if command.upper() == "QUIT":
                await self._say("221 bye")
                return
            await self._obey(command.upper(), rest)

    async def _obey(self, command: str, rest: str) -> None:
        if code := self._box.answers.get(command):
            await self._say(f"{code} as told")
        elif command == "EHLO":
            extensions = ["SMTPUTF8", "8BITMIME"] if self._box.account is None else ["AUTH PLAIN"]
            await self._say(
                "\r\n".join(("250-simulated", *(f"250-{each}" for each in extensions), "250 HELP"))
            )
        elif command == "AUTH":
            _, user, password = b64decode(rest.partition(" ")[2]).decode().split("\0")
            self._may_send = (user, password) == self._box.account
            await self._say("235 welcome" if self._may_send else "535 not you")
        elif command in ("MAIL", "RCPT"):
            await self._say("250 ok" if self._may_send else "530 sign in first")
        elif command == "DATA":
            await self._take()
        else:
            await self._say("250 ok")

    async def _take(self) -> None:
        await self._say("354 go on")
        lines = []
        while (line := await self._reader.readline()) != _END:
            lines.append(line.removeprefix(b"."))
        self._box.letters.append(message_from_bytes(b"".join(lines), policy=policy.default))
        await self._say("250 taken")

    async def _say(self, answer: str) -> None:
        self._writer.write(f"{answer}\r\n".encode())
        await self._writer.drain()


@asynccontextmanager
async def mailbox() -> AsyncIterator[Mailbox]:
    """One that is served while it is used."""
    box = Mailbox()
    async with await asyncio.start_server(box.serve, "127.0.0.1", 0) as server:
        box.port = server.sockets[0].getsockname()[1]
        yield box
