"""Passwords: hashed by argon2id in threads of their own, few at a time, never on an event loop.

Parameters: OWASP's password storage cheat sheet (19 MiB, two passes, one lane); about 20 ms of one core.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Final, TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from domain.errors import OutboundError

T = TypeVar("T")
_THREADS: Final = 2
_MOST_WAITING: Final = 100
_HASHER: Final = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)


class TooManySignIns(OutboundError):
    """Too many people sign in at this moment; try again in a few seconds."""

    code = "too_many_sign_ins"


class Passwords:
    """Makes and compares hashes. One for a process; close it."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="passwords")
        self._waiting = 0
        _of_nobody()  # made now: the first stranger who signs in is answered as late as the next

    async def hash(self, password: str) -> str:
        """What is kept of a password. Raises TooManySignIns."""
        return await self._in_thread(lambda: _HASHER.hash(password))

    async def is_right(self, password_hash: str | None, password: str) -> bool:
        """Whether this is the password; where there is none nothing is, and finding that out takes as long. Raises TooManySignIns."""
        return await self._in_thread(lambda: _is_right(password_hash or _of_nobody(), password)) and (
            password_hash is not None
        )

    async def _in_thread(self, work: Callable[[], T]) -> T:
        if self._waiting >= _MOST_WAITING:
            raise TooManySignIns
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, work)
        finally:
            self._waiting -= 1

    def close(self) -> None:
        """End the threads; what they work on is not waited for."""
        self._threads.shutdown(wait=False, cancel_futures=True)


@cache
def _of_nobody() -> str:
    """What a password is compared with where nobody is; one for a process."""
    return _HASHER.hash("nobody's password")


def _is_right(password_hash: str, password: str) -> bool:
    try:
        return _HASHER.verify(password_hash, password)
    except (VerificationError, InvalidHashError):
        return False
