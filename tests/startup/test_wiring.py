"""What the processes are given: the tools as the settings say, with every guard in them."""

from pathlib import Path

import httpcore
import pytest

from database.sealing import KeyRing
from domain.connections import ConnectionKind
from providers.carriers.registry import CARRIERS
from providers.errors import ProviderError, SendRefused
from providers.recordings.object_storage import S3Account
from providers.speech.elevenlabs import ElevenLabsSettings as Voices
from providers.vendors import CREDENTIALS
from startup import wiring
from startup.settings import ElevenLabsSettings, RecordingSettings, Settings, TwilioSettings
from tests.providers.dials import ABROAD, SOMEBODY, dial, text
from tests.providers.listeners import Network, listening


@pytest.mark.parametrize(("kind", "vendor"), CREDENTIALS)
async def test_every_vendor_that_a_connection_can_be_made_with_opens(
    kind: ConnectionKind, vendor: str
) -> None:
    credentials = dict.fromkeys(CREDENTIALS[kind, vendor].needed, "t")
    if kind is ConnectionKind.CRM:
        crm, close = wiring.crm(Settings(), vendor, credentials)
        assert crm is not None
        await close()
        return
    for given in (None, credentials):
        telephony, close = wiring.telephony(Settings(), vendor, given)
        assert vendor == telephony.callbacks.name
        await close()


@pytest.mark.parametrize("carrier", CARRIERS)
async def test_a_demonstration_number_never_leaves_this_machine(
    carrier: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Law 2, decision 0008: whatever the lead's rules say, on whichever account calls are made with."""
    monkeypatch.setattr(httpcore, "AnyIOBackend", lambda: _NETWORK)
    own = dict.fromkeys(CREDENTIALS[ConnectionKind.TELEPHONY, carrier].needed, "t")
    async with listening() as outside:
        monkeypatch.setenv(f"{carrier.upper()}_BASE_URL", outside.url)
        for credentials in (None, own):
            telephony, close = wiring.telephony(Settings(), carrier, credentials)
            with pytest.raises(SendRefused):
                await telephony.carrier.place(dial(SOMEBODY, fictional=False))
            with pytest.raises(ProviderError):
                await telephony.messenger.send(text(SOMEBODY, fictional=False))
            await close()
    assert b"" == bytes(outside.received)


def test_recordings_are_kept_in_the_home_unless_another_place_is_set(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, key_ring: KeyRing
) -> None:
    opened: list[tuple[str, S3Account]] = []
    monkeypatch.setattr(wiring, "open_storage", lambda *given: opened.append(given))
    elsewhere = RecordingSettings(
        url="s3://bucket/calls",
        access_key_id="id",
        secret_access_key="secret",
        region="eu-1",
        endpoint="https://s3",
    )
    for chosen in (RecordingSettings(), elsewhere):
        wiring.recording_archive(Settings(home=tmp_path, recordings=chosen), key_ring)
    assert [
        (f"{tmp_path.resolve().as_uri()}/recordings", S3Account()),
        ("s3://bucket/calls", S3Account("id", "secret", "eu-1", "https://s3")),
    ] == opened


@pytest.mark.parametrize("key", ["", "k"])
def test_nobody_is_asked_about_voices_without_an_account_of_theirs(key: str) -> None:
    chosen = Settings(elevenlabs=ElevenLabsSettings(api_key=key, base_url="https://e", default_voice="v"))
    assert (Voices("k", "https://e", "v") if key else None) == wiring.voices(chosen)


@pytest.mark.parametrize("token", ["", "t"])
async def test_messages_are_read_from_an_account_that_is_there(token: str) -> None:
    """The list of none would be asked for each minute, and refused."""
    chosen = Settings(twilio=TwilioSettings(account_sid="AC1", auth_token=token))
    telephony, close = wiring.telephony(chosen, "twilio")
    assert ("AC1" if token else None) == (telephony.inbox.account if telephony.inbox else None)
    await close()


_NETWORK = Network(reports=ABROAD)
