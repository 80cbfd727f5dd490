"""What the settings name that ends: each is looked up as what it is, and only of vendors that are used."""

from datetime import date
from typing import Any

import pytest

from startup import vendor_ends
from startup.settings import ElevenLabsSettings, HubSpotSettings, OpenAISettings, Settings

TODAY = date(2026, 12, 1)


class Life:
    """Warns of whatever it is asked about."""

    def __init__(self, kind: str, named: str) -> None:
        self._told = f"{kind} {named}"

    def warning(self, value: str, today: date) -> str:
        return f"{self._told}: {value} on {today}"


def test_each_setting_is_warned_of_as_what_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("realtime", "transcription", "version"):
        monkeypatch.setattr(vendor_ends, f"{kind}_life", lambda named, kind=kind: Life(kind, named))
    monkeypatch.setattr(vendor_ends, "DEFAULT_VOICES", {"v": Life("voice", "v")})
    keys: dict[str, Any] = {
        "openai": OpenAISettings(api_key="k", realtime_model="r", transcription_model="t"),
        "elevenlabs": ElevenLabsSettings(api_key="k", default_voice="v"),
        "hubspot": HubSpotSettings(token="k", version="h"),
    }
    assert {
        "OPENAI_REALTIME_MODEL": "realtime r: r on 2026-12-01",
        "OPENAI_TRANSCRIPTION_MODEL": "transcription t: t on 2026-12-01",
        "ELEVENLABS_DEFAULT_VOICE": "voice v: v on 2026-12-01",
        "HUBSPOT_VERSION": "version h: h on 2026-12-01",
    } == vendor_ends.ending_settings(Settings(**keys), TODAY)
    unused = {name: each.model_copy(update={"api_key": "", "token": ""}) for name, each in keys.items()}
    assert {} == vendor_ends.ending_settings(Settings(**unused), TODAY)
