"""Settings into tools: which vendors are used, and towards which addresses."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from database.sealing import KeyRing
from providers.carriers.contract import Carrier, StreamOpener
from providers.carriers.demonstration import DemonstrationNumbers, read_demonstration_list
from providers.carriers.exotel import statuses as exotel_words
from providers.carriers.exotel.streams import ExotelStreams
from providers.carriers.twilio import statuses as twilio_words
from providers.carriers.twilio.account import TwilioAccount
from providers.carriers.twilio.callbacks import TwilioCallbacks
from providers.carriers.twilio.voice import TwilioVoice
from providers.crm.contract import Crm
from providers.crm.hubspot import HubSpot
from providers.messaging.contract import Inbox, Messenger
from providers.messaging.twilio_inbox import TwilioInbox
from providers.messaging.twilio_sms import TwilioSms
from providers.recordings.archive import RecordingArchive
from providers.recordings.object_storage import S3Account, open_storage
from providers.speech.elevenlabs import ElevenLabsSettings
from startup.settings import Settings

_DEMONSTRATION_LIST = Path(__file__).resolve().parent.parent / "examples" / "demonstration_numbers.txt"


def demonstration_numbers() -> DemonstrationNumbers:
    """Numbers that may never reach a real network: ranges for fiction and the demonstration's own list."""
    return read_demonstration_list(_DEMONSTRATION_LIST)


@dataclass(frozen=True, slots=True)
class Telephony:
    """What calls and text messages go through. carriers: by name; inbox: None without an account for text messages."""

    carriers: Mapping[str, Carrier]
    messenger: Messenger
    inbox: Inbox | None
    aclose: Callable[[], Awaitable[None]]


def telephony(settings: Settings) -> Telephony:
    """The configured account, for calls and text messages alike; close it."""
    account = twilio_account(settings)
    return Telephony(
        carriers={twilio_words.NAME: TwilioVoice(account)},
        messenger=TwilioSms(account),
        inbox=TwilioInbox(account) if settings.twilio.auth_token else None,
        aclose=account.aclose,
    )


def twilio_account(settings: Settings) -> TwilioAccount:
    """The configured Twilio account, guarded."""
    twilio = settings.twilio
    return TwilioAccount(
        twilio.account_sid,
        twilio.auth_token,
        demonstration_numbers=demonstration_numbers(),
        base_url=twilio.base_url,
    )


def twilio_callbacks(settings: Settings) -> TwilioCallbacks:
    """What the configured Twilio account tells us."""
    return TwilioCallbacks(settings.twilio.auth_token, settings.twilio.shared_keys)


def stream_openers(settings: Settings) -> dict[str, StreamOpener]:
    """The carriers whose media streams are served, by name."""
    return {twilio_words.NAME: twilio_callbacks(settings), exotel_words.NAME: ExotelStreams()}


def voices(settings: Settings) -> ElevenLabsSettings | None:
    """Whom to ask about voices; None without an account of theirs."""
    return elevenlabs(settings) if settings.elevenlabs.api_key else None


def elevenlabs(settings: Settings) -> ElevenLabsSettings:
    """Whose voices speak, and which of them where an agent has none of its own."""
    chosen = settings.elevenlabs
    return ElevenLabsSettings(chosen.api_key, chosen.base_url, chosen.default_voice)


def crm(settings: Settings) -> Crm | None:
    """The CRM, or None without a token."""
    if not settings.hubspot.token:
        return None
    chosen = settings.hubspot
    return HubSpot(chosen.token, base_url=chosen.base_url, version=chosen.version)


def recording_archive(settings: Settings, key_ring: KeyRing) -> RecordingArchive:
    """Where recordings are kept, sealed under their own keys or, without any, under the key ring.

    Raises ValueError for an address we do not know.
    """
    chosen = settings.recordings
    if chosen.key_ring:
        key_ring = KeyRing.parse(chosen.key_ring, settings.lookup_key)
    url = chosen.url or f"{settings.home.resolve().as_uri()}/recordings"
    account = S3Account(chosen.access_key_id, chosen.secret_access_key, chosen.region, chosen.endpoint)
    return RecordingArchive(open_storage(url, account), key_ring)
