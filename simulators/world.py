"""One simulated world: its people, its phone network, messages and CRM, its ledger. app.py serves it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

from simulators.faults import Faults
from simulators.hubspot import HubSpot
from simulators.journal import Journal
from simulators.ledger import Ledger
from simulators.object_storage import S3
from simulators.people.cast import Cast, read_cast
from simulators.phone_network.network import PhoneNetwork
from simulators.phone_network.twilio.messages import TextMessages
from simulators.settings import WorldSettings
from simulators.tasks import Tasks


class World:
    """Everything outside the product, in one process and on one clock."""

    def __init__(self, settings: WorldSettings) -> None:
        self.settings = settings
        self.faults = Faults()
        self.journal = Journal()
        self.ledger = Ledger()
        self.tasks = Tasks()
        self.cast: Cast = read_cast(settings.people, default=settings.default_person, cast_file=settings.cast)
        self.network = PhoneNetwork(settings, self.cast, self.ledger, self.faults, self.journal, self.tasks)
        self.messages = TextMessages(
            settings.credentials.twilio_account_sid, self.network.callbacks, self.network.webhooks, self.tasks
        )
        self.crm = HubSpot(
            settings.credentials.hubspot_token,
            self.faults,
            self.journal,
            search_lag=timedelta(seconds=settings.search_lag_seconds),
            per_ten_seconds=settings.crm_requests_per_ten_seconds,
        )
        keys = settings.credentials
        self.storage = S3(
            keys.s3_access_key_id, keys.s3_secret_access_key, keys.s3_bucket, self.faults, self.journal
        )

    @asynccontextmanager
    async def alive(self) -> AsyncIterator[None]:
        """The phone network beats inside; everything that was started has ended afterwards."""
        self.network.start()
        try:
            yield
        finally:
            await self.tasks.close()
            await self.network.close()

    def whole_ledger(self) -> dict[str, Any]:
        """Everything that really happened: calls, messages, the CRM's content, lines in use."""
        return {
            "calls": self.ledger.entries(),
            "messages": [message.as_entry() for message in self.messages.sent.values()],
            "crm": self.crm.as_entry(),
            "live": self.ledger.live,
            "peak_live": self.ledger.peak_live,
            "driver_lateness": self.network.ticker.lateness(),
            "defects": list(self.tasks.defects),
        }

    def summary(self) -> dict[str, Any]:
        """Counts of the ledger."""
        return self.ledger.summary() | {
            "messages": len(self.messages.sent),
            "crm_contacts": len(self.crm.portal.all("contacts")),
            "crm_calls": len(self.crm.portal.all("calls")),
        }

    def reset(self) -> None:
        """Forget what is over, and begin every number's attempts anew."""
        self.ledger.reset()
        self.messages.reset()
        self.crm.reset()
        self.cast.forget_dials()
        self.network.ticker.forget()
        self.network.forget_audio()
