"""What the simulated world is told before it starts: credentials it accepts, its people, its pace."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from simulators.clock import utc_today
from simulators.phone_network.twilio.accounts import TwilioAccount

PEOPLE_OF_THE_HOUSE = Path(__file__).resolve().parent.parent / "examples" / "people"

VOICE = "simulatedVoiceOfAva1"
"""A voice of the simulated ElevenLabs account's own: unlike the vendor's voices for everybody, it stays."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """The demonstration keys of each simulated vendor; anything else is refused as the vendor refuses it."""

    twilio_account_sid: str = "AC" + "5" * 32
    twilio_auth_token: str = "simulated-twilio-auth-token"
    deepgram_api_key: str = "simulated-deepgram-key"
    elevenlabs_api_key: str = "simulated-elevenlabs-key"
    openai_api_key: str = "simulated-openai-key"
    anthropic_api_key: str = "simulated-anthropic-key"
    hubspot_token: str = "simulated-hubspot-token"
    s3_access_key_id: str = "simulated-s3-key-id"
    s3_secret_access_key: str = "simulated-s3-secret"
    s3_bucket: str = "recordings"


@dataclass(frozen=True, slots=True)
class WorldSettings:
    """One simulated world.

    cast: file that maps numbers to people, None for cast.yaml inside the people folder if there is one.
    owned_numbers: the caller ids the credentials' Twilio account may use, None for any well-formed number.
    further_twilio_accounts: Twilio accounts beside that one. calls_per_second: Twilio's pace for each; calls above it wait in
    its queue, None for no limit.
    redirect_pause_seconds: what Twilio takes before it fetches a redirected document (measured by others).
    search_lag_seconds: how old a CRM record is before HubSpot's search finds it.
    crm_requests_per_ten_seconds: HubSpot's burst limit, None for none.
    record_all: keep both sides of every call for audio.wav (about 0.9 MB a minute).
    today: the day by which vendors end what they have announced.
    """

    credentials: Credentials = field(default_factory=Credentials)
    people: Path = PEOPLE_OF_THE_HOUSE
    cast: Path | None = None
    default_person: str = "cooperative"
    owned_numbers: frozenset[str] | None = None
    further_twilio_accounts: tuple[TwilioAccount, ...] = ()
    calls_per_second: float | None = None
    redirect_pause_seconds: float = 0.65
    search_lag_seconds: float = 1.0
    crm_requests_per_ten_seconds: int | None = 190
    record_all: bool = False
    today: Callable[[], date] = utc_today
    seed: int = 1
