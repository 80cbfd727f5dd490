"""Settings into tools: which vendors are used, and towards which addresses."""

from collections.abc import Awaitable, Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Final, TypeVar

import structlog

from database.sealing import KeyRing
from domain.identifiers import AccountId
from providers.carriers.contract import StreamOpener
from providers.carriers.demonstration import DemonstrationNumbers, read_demonstration_list
from providers.carriers.exotel import statuses as exotel_words
from providers.carriers.exotel.streams import ExotelStreams
from providers.carriers.twilio import statuses as twilio_words
from providers.carriers.twilio.account import TwilioAccount
from providers.carriers.twilio.callbacks import TwilioCallbacks
from providers.carriers.twilio.voice import TwilioVoice
from providers.crm import hubspot
from providers.crm.contract import Crm
from providers.crm.hubspot import HubSpot
from providers.errors import CredentialsRefused
from providers.mail.contract import Mail
from providers.mail.smtp import Smtp, mail_server
from providers.messaging.twilio_inbox import TwilioInbox
from providers.messaging.twilio_sms import TwilioSms
from providers.recordings.archive import RecordingArchive
from providers.recordings.object_storage import S3Account, open_storage
from providers.speech.elevenlabs import ElevenLabsSettings
from providers.telephony import Telephony
from startup.settings import Settings

Close = Callable[[], Awaitable[None]]
_Opener = TypeVar("_Opener")
log = structlog.get_logger()

_DEMONSTRATION_LIST = Path(__file__).resolve().parent.parent / "examples" / "demonstration_numbers.txt"


@cache
def demonstration_numbers() -> DemonstrationNumbers:
    """Numbers that may never reach a real network: ranges for fiction and the demonstration's own list."""
    return read_demonstration_list(_DEMONSTRATION_LIST)


def no_proof(_about: str) -> str:
    """What callback addresses of the installation's own account carry."""
    return ""


def mail(settings: Settings) -> Mail | None:
    """Who takes the installation's own letters; None where no server is set. Raises UnfitMailAddress."""
    return Smtp(mail_server(settings.mail_url), settings.mail_from) if settings.mail_url else None


def telephony(
    settings: Settings,
    vendor: str,
    credentials: Mapping[str, str] | None = None,
    *,
    account_id: AccountId | None = None,
    proof: Callable[[str], str] = no_proof,
) -> tuple[Telephony, Close]:
    """Calls and messages through one account with this carrier, and what closes it.

    credentials, account_id and proof: of a connection that has its own; without, the settings' account is opened. Raises
    CredentialsRefused for a vendor that is not known here, as while a newer version is being rolled out.
    """
    return _of(_TELEPHONY, vendor)(settings, credentials, account_id, proof)


def _of(known: Mapping[str, _Opener], vendor: str) -> _Opener:
    """What opens an account with this vendor. Raises CredentialsRefused for one that is not known here."""
    if vendor not in known:
        log.error("connection.unknown_vendor", vendor=vendor)
        raise CredentialsRefused(code="unknown_vendor")
    return known[vendor]


def _twilio(
    settings: Settings,
    credentials: Mapping[str, str] | None,
    account_id: AccountId | None,
    proof: Callable[[str], str],
) -> tuple[Telephony, Close]:
    chosen = settings.twilio
    if credentials is not None:
        chosen = chosen.model_copy(update={"webhook_keys": "", **credentials})
    account = TwilioAccount(
        chosen.account_sid,
        chosen.auth_token,
        demonstration_numbers=demonstration_numbers(),
        base_url=chosen.base_url,
    )
    callbacks = TwilioCallbacks(chosen.auth_token, chosen.shared_keys)
    opened = Telephony(
        account_id=account_id,
        carrier=TwilioVoice(account),
        messenger=TwilioSms(account),
        inbox=TwilioInbox(account) if chosen.auth_token else None,
        callbacks=callbacks,
        streams=callbacks,
        proof=proof,
    )
    return opened, account.aclose


_TELEPHONY: Final = {twilio_words.NAME: _twilio}
# Carriers that open streams to us, though no trunk can have them yet.
_STREAMS: Final[Mapping[str, StreamOpener]] = {exotel_words.NAME: ExotelStreams()}


def stream_openers(installation: Callable[[str], Telephony]) -> dict[str, StreamOpener]:
    """The carriers that may open media streams, by name; with the installation's own account where they sign."""
    return {**_STREAMS, **{carrier: installation(carrier).streams for carrier in _TELEPHONY}}


def voices(settings: Settings) -> ElevenLabsSettings | None:
    """Whom to ask about voices; None without an account of theirs."""
    return elevenlabs(settings) if settings.elevenlabs.api_key else None


def elevenlabs(settings: Settings) -> ElevenLabsSettings:
    """Whose voices speak, and which of them where an agent has none of its own."""
    chosen = settings.elevenlabs
    return ElevenLabsSettings(chosen.api_key, chosen.base_url, chosen.default_voice)


def crm(settings: Settings, vendor: str, credentials: Mapping[str, str]) -> tuple[Crm | None, Close]:
    """An account with this CRM, and what closes it. Raises CredentialsRefused for a vendor that is not known here."""
    return _of(_CRMS, vendor)(settings, credentials)


def installation_crm(settings: Settings) -> tuple[Crm | None, Close]:
    """The installation's own account with a CRM: the first that the settings open; None without any."""
    for open_account in _CRMS.values():
        opened, close = open_account(settings, None)
        if opened is not None:
            return opened, close
    return None, _nothing_to_close


def _hubspot(settings: Settings, credentials: Mapping[str, str] | None) -> tuple[Crm | None, Close]:
    chosen = settings.hubspot.model_copy(update=dict(credentials or {}))
    if not chosen.token:
        return None, _nothing_to_close
    opened = HubSpot(chosen.token, base_url=chosen.base_url, version=chosen.version)
    return opened, opened.aclose


async def _nothing_to_close() -> None:
    return


_CRMS: Final = {hubspot.NAME: _hubspot}


def recording_archive(settings: Settings, key_ring: KeyRing) -> RecordingArchive:
    """Where recordings are kept, sealed under this ring, which may be their own.

    Raises ValueError for an address we do not know.
    """
    chosen = settings.recordings
    url = chosen.url or f"{settings.home.resolve().as_uri()}/recordings"
    account = S3Account(chosen.access_key_id, chosen.secret_access_key, chosen.region, chosen.endpoint)
    return RecordingArchive(open_storage(url, account), key_ring)
