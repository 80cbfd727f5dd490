"""Who opens a media stream: by the account that its call was placed through."""

from base64 import b64encode
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from domain.identifiers import AttemptId, ConnectionId
from providers.carriers.contract import StreamOpener
from providers.carriers.exotel.streams import ExotelStreams
from providers.carriers.twilio.callbacks import TwilioCallbacks
from providers.telephony import Telephony
from startup import wiring
from startup.settings import Settings, TwilioSettings
from startup.stream_openers import StreamDoors
from startup.stream_tokens import StreamClaim, StreamTokens

TOKENS = StreamTokens(b64encode(b"s" * 32).decode())
INSTALLATION: dict[str, StreamOpener] = {"twilio": TwilioCallbacks("ours"), "exotel": ExotelStreams()}
OWN = ConnectionId("conn_own")
THEIRS = wiring.telephony(
    Settings(twilio=TwilioSettings()), "twilio", {"account_sid": "AC2", "auth_token": "t"}
)[0]


NEWER = wiring.telephony(
    Settings(twilio=TwilioSettings()), "twilio", {"account_sid": "AC2", "auth_token": "newer"}
)[0]


async def _named(connection_id: ConnectionId, *, anew: bool) -> Telephony | None:
    if connection_id != OWN:
        return None
    return NEWER if anew else THEIRS


DOORS = StreamDoors(INSTALLATION, TOKENS, _named)


def token(connection_id: ConnectionId | None, *, ago: timedelta = timedelta()) -> str:
    """As the API issues it for an answered call; good for two minutes, so each test has one of its own."""
    claim = StreamClaim(AttemptId("call_1-1"), "twilio", "CA1", 1, connection_id)
    return TOKENS.issue(claim, datetime.now(UTC) - ago)


@pytest.mark.parametrize(
    ("carrier", "given", "opener"),
    [
        ("twilio", lambda: token(None), INSTALLATION["twilio"]),
        ("exotel", lambda: token(None), INSTALLATION["exotel"]),
        ("twilio", lambda: token(OWN), THEIRS.streams),
        ("twilio", lambda: token(ConnectionId("conn_gone")), None),
        ("twilio", lambda: token(OWN, ago=timedelta(minutes=3)), INSTALLATION["twilio"]),
        ("twilio", lambda: token(OWN)[:-1], INSTALLATION["twilio"]),
        ("twilio", lambda: "forged", INSTALLATION["twilio"]),
        ("elsewhere", lambda: token(OWN), None),
    ],
    ids=["ours", "without signature", "theirs", "gone", "too old", "altered", "forged", "no such carrier"],
)
async def test_a_stream_is_opened_by_the_account_of_its_call(
    carrier: str, given: Callable[[], str], opener: object
) -> None:
    """A token that is not good names no connection: the record of calls refuses it whoever signs."""
    assert opener is await DOORS.opener(carrier, given())
    anew = NEWER.streams if opener is THEIRS.streams else opener
    assert anew is await DOORS.opener(carrier, given(), anew=True)
