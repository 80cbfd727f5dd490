"""One simulated world: its people, its networks and vendors, its ledger; and the application that serves them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

from starlette.applications import Starlette
from starlette.types import ASGIApp

from simulators import language_model, speech_recognition, speech_synthesis
from simulators.connection import ReachableTransport
from simulators.control import ControlInterface
from simulators.faults import Faults
from simulators.hubspot import HubSpot
from simulators.journal import Journal
from simulators.ledger import Ledger
from simulators.people.cast import Cast, read_cast
from simulators.phone_network.messages import MessagesInterface, TextMessages
from simulators.phone_network.network import PhoneNetwork
from simulators.phone_network.rest import CallsInterface
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

    def application(self) -> ASGIApp:
        """The ASGI application of all simulated services and of the control interface."""
        credentials = self.settings.credentials
        calls = CallsInterface(
            self.network, self.ledger, self.faults, self.journal, credentials, self.settings.owned_numbers
        )
        messages = MessagesInterface(self.messages, self.faults, self.journal, credentials)
        routes = [
            *calls.routes(),
            *messages.routes(),
            *self.crm.routes(),
            *speech_recognition.routes(credentials.deepgram_api_key, self.faults, self.journal),
            *language_model.routes(credentials.openai_api_key, self.faults, self.journal),
            *speech_synthesis.routes(credentials.elevenlabs_api_key, self.faults, self.journal),
            *ControlInterface(self).routes(),
        ]
        return ReachableTransport(Starlette(routes=routes, lifespan=self._lifespan))

    @asynccontextmanager
    async def _lifespan(self, app: Starlette) -> AsyncIterator[None]:
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
