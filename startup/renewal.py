"""Secrets that change while a process runs: read again, and handed to whoever holds them."""

import asyncio
import os
import time
from collections.abc import Callable, Sequence
from typing import Final

import structlog

from domain.errors import OutboundError
from providers.errors import ProviderError
from startup.fitness import unfit
from startup.secret_sources import REFERENCE, files_named, stamp_of
from startup.secrets import UnfitSecret
from startup.settings import Settings

log = structlog.get_logger()
Take = Callable[[Settings], None]
_ASK_STORE_EVERY: Final = 30.0  # seconds


class Renewal:
    """Looks whether a secret's source changed, and has everybody take the new settings.

    A file is looked at each time; a store, which tells of no change, is asked every half minute. What cannot be read, or is
    unfit, leaves everything as it was, and is said in the log without any value.
    """

    def __init__(self, takers: Sequence[Take], read: Callable[[], Settings] = Settings) -> None:
        self._takers, self._read = takers, read
        self._files = files_named(os.environ)
        self._asks = any(value.startswith(REFERENCE) for value in os.environ.values())
        self._stamp, self._asked_at = stamp_of(self._files), time.monotonic()

    async def look(self) -> None:
        """Have what changed taken. Never fails."""
        stamp, now = stamp_of(self._files), time.monotonic()
        is_due = bool(self._files or self._asks) and now > self._asked_at + _ASK_STORE_EVERY
        if stamp == self._stamp and not is_due:
            return
        self._asked_at = now
        try:
            settings = await asyncio.to_thread(self._read)
            if found := unfit(settings):
                raise UnfitSecret(found[0])
            for take in self._takers:
                take(settings)
        except (OutboundError, ProviderError, ValueError) as error:
            log.error("secrets.not_renewed", error=type(error).__name__, why=_told(error))
            return
        if stamp != self._stamp:
            log.info("secrets.renewed")
        self._stamp = stamp


def _told(error: Exception) -> str:
    """Our own sentences name settings and never values; those of libraries may quote what they were given."""
    return str(error) if isinstance(error, OutboundError | ProviderError) else ""
