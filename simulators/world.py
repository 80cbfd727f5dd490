"""One simulated world: its people, its phone network, messages and CRM, its ledger. app.py serves it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

from simulators.hubspot import HubSpot
from simulators.ledger import Ledger
from simulators.object_storage import S3
from simulators.ordered_faults import Faults
from simulators.people.cast import Cast, read_cast
from simulators.phone_network.exchange import DialSlots, Exchange
from simulators.phone_network.network import PhoneNetwork
from simulators.phone_network.ticker import Ticker
from simulators.phone_network.twilio.accounts import TwilioAccount, TwilioAccounts
from simulators.phone_network.twilio.callbacks import Callbacks
from simulators.phone_network.twilio.documents import DocumentPlayers
from simulators.phone_network.twilio.messages import TextMessages
from simulators.phone_network.twilio.webhooks import Webhooks
from simulators.settings import WorldSettings
from simulators.tasks import Tasks
from simulators.vendor_journal import Journal
from simulators.words.voice import Voice


class World:
    """Everything outside the product, in one process and on one clock."""

    def __init__(self, settings: WorldSettings) -> None:
        self.settings = settings
        self.faults = Faults()
        self.journal = Journal()
        self.ledger = Ledger()
        self.tasks = Tasks()
        self.cast: Cast = read_cast(settings.people, default=settings.default_person, cast_file=settings.cast)
        keys = settings.credentials
        self.twilio_accounts = TwilioAccounts(
            TwilioAccount(keys.twilio_account_sid, keys.twilio_auth_token, settings.owned_numbers),
            settings.further_twilio_accounts,
        )
        self._webhooks = Webhooks(self.twilio_accounts, self.journal)
        self.callbacks = Callbacks(self._webhooks, self.faults, self.tasks)
        self.network = PhoneNetwork(self.cast, self._exchange(settings))
        self.messages = TextMessages(self.twilio_accounts, self.callbacks, self._webhooks, self.tasks)
        self.crm = HubSpot(
            keys.hubspot_token,
            self.faults,
            self.journal,
            search_lag=timedelta(seconds=settings.search_lag_seconds),
            per_ten_seconds=settings.crm_requests_per_ten_seconds,
        )
        self.storage = S3(
            keys.s3_access_key_id, keys.s3_secret_access_key, keys.s3_bucket, self.faults, self.journal
        )

    def _exchange(self, settings: WorldSettings) -> Exchange:
        """What the calls share; Twilio is the carrier that dials."""
        voice = Voice()
        players = DocumentPlayers(
            webhooks=self._webhooks,
            callbacks=self.callbacks,
            voice=voice,
            faults=self.faults,
            tasks=self.tasks,
            accounts=self.twilio_accounts,
            redirect_pause_s=settings.redirect_pause_seconds,
        )
        return Exchange(
            carrier="twilio",
            reports=self.callbacks,
            players=players,
            ledger=self.ledger,
            ticker=Ticker(),
            voice=voice,
            journal=self.journal,
            tasks=self.tasks,
            dial_slots=DialSlots(settings.calls_per_second),
            record_all=settings.record_all,
        )

    @asynccontextmanager
    async def alive(self) -> AsyncIterator[None]:
        """The phone network beats inside; everything that was started has ended afterwards."""
        self.tasks.start(self.network.ticker.run(), "ticker")
        try:
            yield
        finally:
            await self.tasks.close()
            await self._webhooks.close()

    def whole_ledger(self) -> dict[str, Any]:
        """Everything that really happened: calls, messages, the CRM's content, lines in use.

        account: of a call or message, the Twilio account; further_crms: by the name of the portal.
        """
        return {
            "calls": self.ledger.entries(),
            "messages": [message.as_entry() for message in self.messages.sent.values()],
            "crm": self.crm.as_entry(),
            "further_crms": self.crm.further_entries(),
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
