"""The settings that turn the product towards a simulated world."""

from pathlib import Path

import pytest

from local import simulated_world
from simulators.settings import VOICE, Credentials
from startup.settings import Settings

WORLD = "http://127.0.0.1:8123"


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch) -> Settings:
    """What the product reads there."""
    for name, value in simulated_world.environment(WORLD).items():
        monkeypatch.setenv(name, value)
    return Settings()


def test_each_vendor_is_asked_with_the_keys_that_the_world_accepts(settings: Settings) -> None:
    keys = Credentials()
    assert (keys.twilio_account_sid, keys.twilio_auth_token) == (
        settings.twilio.account_sid,
        settings.twilio.auth_token,
    )
    assert keys.deepgram_api_key == settings.deepgram.api_key
    assert keys.elevenlabs_api_key == settings.elevenlabs.api_key
    assert keys.openai_api_key == settings.openai.api_key
    assert keys.anthropic_api_key == settings.anthropic.api_key
    assert keys.hubspot_token == settings.hubspot.token
    assert VOICE == settings.default_voice


def test_each_address_has_the_scheme_and_path_that_its_vendor_has(settings: Settings) -> None:
    """As at the vendors themselves, with the world in their place."""
    for name in ("deepgram", "elevenlabs", "openai", "anthropic", "hubspot"):
        used = getattr(settings, name)
        for field in ("base_url", "ws_url"):
            if (own := getattr(used, field, None)) is None:
                continue
            default = type(used).model_fields[field].default
            scheme, _, rest = default.partition("://")
            path = rest.partition("/")[1] + rest.partition("/")[2]
            assert f"{'ws' if scheme == 'wss' else 'http'}://127.0.0.1:8123{path}" == own, (name, field)
    assert WORLD == settings.twilio.base_url


def test_the_world_is_started_on_its_port_with_what_it_is_told(tmp_path: Path) -> None:
    program = simulated_world.program(tmp_path, 8123, ("--record-all",))
    assert ("-m", "simulators", "--port", "8123", "--record-all") == program.command[1:]
    assert tmp_path / "logs" / "simulators.jsonl" == program.log
