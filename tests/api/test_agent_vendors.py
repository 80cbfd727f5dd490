"""What an agent is made of: refused where its vendors would refuse it, warned of where they will end it."""

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import text

from simulators import speech_synthesis
from simulators.ordered_faults import Faults
from simulators.settings import VOICE
from simulators.vendor_journal import Journal
from startup.settings import ElevenLabsSettings
from tests.api.conftest import Operator
from tests.simulators.loopback import serving

AURA = {"voice_model": "aura-2", "voice": "aura-2-celeste-es"}


@pytest.mark.parametrize(
    "wanted, pointer, said",
    [
        ({"model": "llama-3"}, "/model", "gpt-6-luna"),
        ({"model": "gpt-4.1-nano"}, "/model", "gpt-6-luna"),
        ({"model": "gpt-6-astra"}, "/model", "calls no tools"),
        ({"backup": {"model": "zzz"}}, "/backup/model", "OUTBOUND_FURTHER_MODELS"),
        ({"voice_model": "nope-1"}, "/voice_model", "eleven_flash_v2_5"),
        ({"voice": "maya"}, "/voice", "twenty letters"),
        ({"voice": "aura-2-thalia-en"}, "/voice", "ElevenLabs"),
        ({"voice_model": "aura-2", "voice": "JBFqnCBsd6RMkjVDRZzb"}, "/voice", "aura-2-thalia-en"),
        ({"backup": AURA}, "/backup/voice", "not English"),
        ({"language": "es", "voice_model": "eleven_turbo_v2"}, "/voice_model", "Spanish"),
        ({"languages": ["es"], "voice_model": "eleven_flash_v2"}, "/voice_model", "Spanish"),
    ],
)
async def test_what_a_vendor_would_refuse_is_refused_with_the_place_and_the_way_out(
    operator: Operator, wanted: dict[str, Any], pointer: str, said: str
) -> None:
    refused = await operator.client.post("/api/agents", json={"name": "Maya", **wanted})
    assert 422 == refused.status_code
    assert (pointer, True) == (refused.json()["errors"][0]["pointer"], said in refused.text)


@pytest.mark.parametrize(
    "wanted",
    [
        {"model": "gpt-6.1-terra", "backup": {"model": "claude-haiku-5-5"}},
        {"model": "ft:gpt-5.4-mini-2026-03-17:acme::8xYz"},
        {"voice": "JBFqnCBsd6RMkjVDRZzb", "voice_model": "eleven_multilingual_v2", "language": "pt-BR"},
        {"language": "es-MX", "languages": ["en-US"], "recogniser": "nova"},
        {"language": "es-MX", **AURA},
        {"backup": {"recogniser": "nova", "voice": "aura-2-thalia-en", "voice_model": "aura-2"}},
    ],
)
async def test_what_the_vendors_have_is_taken(operator: Operator, wanted: dict[str, Any]) -> None:
    assert await operator.made("/api/agents", {"name": "Maya", **wanted})


@pytest.mark.parametrize(
    "field, name",
    [("voice", "../../v1/voices/add?x="), ("model", "gpt 6"), ("voice_model", "eleven/v2"), ("voice", "")],
)
@pytest.mark.parametrize("place", ["", "backup"])
async def test_a_name_that_would_change_an_address_is_refused(
    operator: Operator, place: str, field: str, name: str
) -> None:
    """Names stand in the addresses of requests that carry the vendor's key."""
    if place and not name:
        return  # a backup may be empty
    wanted: dict[str, Any] = {field: name}
    refused = await operator.client.post(
        "/api/agents", json={"name": "Maya"} | ({place: wanted} if place else wanted)
    )
    assert 422 == refused.status_code
    assert f"{'/' + place if place else ''}/{field}" == refused.json()["errors"][0]["pointer"]


async def test_a_model_that_this_release_does_not_know_can_be_allowed(
    operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(operator.tools.settings, "further_models", "llama-3, gpt-7-luna")
    assert await operator.made("/api/agents", {"name": "Maya", "model": "gpt-7-luna"})


@pytest.mark.parametrize(
    "day, warned",
    [
        (datetime(2026, 10, 15, tzinfo=UTC), []),
        (datetime(2026, 10, 16, tzinfo=UTC), ["will be ended", "2027-01-14", "gpt-6-luna"]),
        (datetime(2027, 1, 14, tzinfo=UTC), ["was ended", "2027-01-14", "gpt-6-luna"]),
    ],
)
async def test_an_end_is_told_from_ninety_days_before_it_on(
    operator: Operator, monkeypatch: pytest.MonkeyPatch, day: datetime, warned: list[str]
) -> None:
    """By the agent's answer and by the preflight of its campaigns."""
    parts = await operator.parts()
    async with operator.tools.database.transaction() as session:
        saved = {"id": parts["agent_id"], "model": "gpt-4o-mini"}
        await session.execute(text("UPDATE agents SET model = :model WHERE id = :id"), saved)
    campaign = await operator.made("/api/campaigns", {"name": "Autumn", "default_region": "US", **parts})
    object.__setattr__(operator.tools, "now", lambda: day)
    agent = (await operator.client.get(f"/api/agents/{parts['agent_id']}")).json()
    [listed] = (await operator.client.get("/api/agents")).json()["data"]
    found = (await operator.client.get(f"/api/campaigns/{campaign['id']}/preflight")).json()
    for told in (agent["warnings"], listed["warnings"], found["warnings"]):
        assert bool(warned) == bool(told)
        assert [] == [part for part in warned if part not in told[0]]


@pytest.mark.parametrize(
    "own, default, named",
    [
        ("default", "21m00Tcm4TlvDq8ikWAM", "ELEVENLABS_DEFAULT_VOICE"),
        ("EXAVITQu4vr4xnSDxMaL", "x", "EXAVITQ"),
    ],
)
async def test_voices_that_the_vendor_takes_from_everybody_are_told(
    operator: Operator, monkeypatch: pytest.MonkeyPatch, own: str, default: str, named: str
) -> None:
    monkeypatch.setattr(operator.tools.settings.elevenlabs, "default_voice", default)
    object.__setattr__(operator.tools, "now", lambda: datetime(2026, 11, 29, tzinfo=UTC))
    [warning] = (await operator.made("/api/agents", {"name": "Maya", "voice": own}))["warnings"]
    assert [] == [part for part in (named, "2026-12-31") if part not in warning]


@pytest.mark.parametrize(
    "voice, place, status",
    [
        (VOICE, "/voice", 201),
        ("aVoiceOfSomebodyElse", "/voice", 422),
        ("aVoiceOfSomebodyElse", "/backup/voice", 422),
    ],
)
async def test_the_speech_vendor_is_asked_whether_the_account_has_a_voice(
    operator: Operator, monkeypatch: pytest.MonkeyPatch, voice: str, place: str, status: int
) -> None:
    chosen = {"voice": voice, "voice_model": "eleven_flash_v2_5"}
    wanted: dict[str, Any] = chosen if place == "/voice" else {"backup": chosen}
    async with serving(speech_synthesis.routes("a key", Faults(), Journal())) as host:
        account = ElevenLabsSettings(api_key="a key", base_url=f"http://{host}", default_voice=VOICE)
        monkeypatch.setattr(operator.tools.settings, "elevenlabs", account)
        answer = await operator.client.post("/api/agents", json={"name": "Maya", **wanted})
    assert status == answer.status_code
    if status == 422:
        assert place == answer.json()["errors"][0]["pointer"]
    # Nobody answers there any more: that is no word on the voice.
    assert (await operator.client.post("/api/agents", json={"name": "Ava", **wanted})).is_success
