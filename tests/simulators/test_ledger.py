"""The world over HTTP: what the ledger tells, who is put behind a number, what sound is kept."""

import io
import subprocess
import sys
import wave
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import numpy as np
import pytest

from simulators.serving import NotLoopback, ServedWorld, loopback_socket
from simulators.words.ear import Ear
from simulators.words.mulaw import encode
from tests.simulators.conftest import THEIRS, Dial, listener
from tests.simulators.customer import Customer, Session, until


@pytest.fixture
async def http(world: ServedWorld) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=world.base_url) as client:
        yield client


async def test_ledger_tells_what_really_happened(
    world: ServedWorld, customer: Customer, dial: Dial, http: httpx.AsyncClient
) -> None:
    async def agent(session: Session) -> None:
        await session.say("Good morning.")
        await session.mark("said")
        await session.until(lambda: session.marks)

    customer.agent = agent
    call = await dial()
    await until(lambda: "completed" in customer.statuses())
    ledger = (await http.get("/ledger")).json()
    entry = ledger["calls"][0]
    assert (entry["sid"], entry["heard_text"], entry["ended_by"]) == (call.sid, "Good morning.", "document")
    times = [entry[name] for name in ("requested_at", "dialled_at", "ringing_at", "answered_at", "ended_at")]
    assert sorted(times) == times
    assert (0, 1, []) == (ledger["live"], ledger["peak_live"], ledger["defects"])
    assert entry["heard"][0]["at_ms"] < entry["heard"][1]["at_ms"]
    assert 0 < entry["greeting_after_start_ms"] < 1000
    summary = (await http.get("/ledger/summary")).json()
    assert (1, 1, 2) == (summary["dials"], summary["answered"], summary["words_heard"])
    assert {"completed": 1} == summary["by_status"]


async def test_reset_forgets_the_calls_that_are_over(
    world: ServedWorld, dial: Dial, http: httpx.AsyncClient
) -> None:
    live = await dial()
    over = await dial("+12025550177")
    world.world.network.leg(over.sid).hang_up("test")  # type: ignore[union-attr]
    await until(lambda: world.ledger.calls[over.sid].is_over)
    assert 204 == (await http.delete("/ledger")).status_code
    assert [live.sid] == [entry["sid"] for entry in (await http.get("/ledger")).json()["calls"]]


async def test_people_are_put_behind_numbers(world: ServedWorld, dial: Dial, http: httpx.AsyncClient) -> None:
    people = {THEIRS: "busy", "+12025550177": {"name": "ann", "pickup": {"kind": "failed", "sip_code": 480}}}
    assert {"assigned": 2} == (await http.put("/control/people", json=people)).json()
    await dial()
    await dial("+12025550177")
    await until(lambda: all(call.is_over for call in world.ledger.calls.values()))
    assert ["busy", "ann"] == [entry["person"] for entry in world.ledger.entries()]
    refused = await http.put("/control/people", json={THEIRS: "nobody"})
    assert 422 == refused.status_code
    assert "cooperative" in refused.json()["error"]


async def test_kept_sound_holds_both_sides(
    world: ServedWorld, customer: Customer, dial: Dial, http: httpx.AsyncClient
) -> None:
    async def agent(session: Session) -> None:
        await session.say("Good morning.")
        await session.reply(to_words=2)

    customer.agent = agent
    world.cast.assign(THEIRS, listener(otherwise={"say": "Hello yourself."}))
    await http.post("/control/record", json=[THEIRS])
    call = await dial()
    other = await dial("+12025550177")
    await until(lambda: world.ledger.calls[call.sid].is_over)
    answer = await http.get(f"/ledger/calls/{call.sid}/audio.wav")
    with wave.open(io.BytesIO(answer.content)) as sound:
        assert (2, 2, 8000) == (sound.getnchannels(), sound.getsampwidth(), sound.getframerate())
        both = np.frombuffer(sound.readframes(sound.getnframes()), "<i2").reshape(-1, 2)
    words = [[word.text for word in Ear().feed(encode(both[:, side]))] for side in (0, 1)]
    assert [["Good", "morning."], ["Hello", "yourself."]] == words
    assert 404 == (await http.get(f"/ledger/calls/{other.sid}/audio.wav")).status_code


async def test_journal_is_read_by_service(world: ServedWorld, dial: Dial, http: httpx.AsyncClient) -> None:
    await dial()
    entries = (await http.get("/journal", params={"service": "twilio"})).json()
    assert "place" == entries[0]["event"]
    assert [] == (await http.get("/journal", params={"since_ms": entries[-1]["at_ms"] + 1e9})).json()


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "::"])
def test_public_address_is_refused(host: str) -> None:
    with pytest.raises(NotLoopback):
        loopback_socket(host, 0)


def test_process_tells_its_port_and_ends_when_asked(tmp_path: Path) -> None:
    port_file = tmp_path / "port"
    process = subprocess.Popen(
        [sys.executable, "-m", "simulators", "--port", "0", "--port-file", str(port_file)],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        port = port_file.read_text().strip()
        assert f"simulated world at http://127.0.0.1:{port}\n" == line
        assert "ok" == httpx.get(f"http://127.0.0.1:{port}/healthz").json()["status"]
    finally:
        process.terminate()
    assert 0 == process.wait(10)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/2010-04-01/Accounts/AC0/Calls.json"),
        ("GET", "/2010-04-01/Accounts/AC0/Messages.json"),
        ("POST", "/v1/text-to-speech/anyone/stream"),
        ("POST", "/v1/chat/completions"),
        ("POST", "/crm/v3/objects/contacts/search"),
    ],
)
async def test_every_vendor_is_there_and_wants_its_own_key(
    http: httpx.AsyncClient, method: str, path: str
) -> None:
    assert 401 == (await http.request(method, path, json={})).status_code


@pytest.mark.parametrize(
    ("headers", "path", "told"),
    [
        ({"xi-api-key": "simulated-elevenlabs-key"}, "/v1/models", "eleven_flash_v2_5"),
        ({"authorization": "Token simulated-deepgram-key"}, "/v1/models", "aura-2-thalia-en"),
        ({"authorization": "Bearer simulated-openai-key"}, "/v1/models", "gpt-6-luna"),
        ({"authorization": "Bearer simulated-openai-key"}, "/v1/models/gpt-6-luna", "gpt-6-luna"),
        (
            {"x-api-key": "simulated-anthropic-key", "anthropic-version": "2023-06-01"},
            "/v1/models/claude-haiku-5-5",
            "claude-haiku-5-5",
        ),
    ],
)
async def test_a_path_that_vendors_share_is_answered_by_the_one_whose_key_it_carries(
    http: httpx.AsyncClient, headers: dict[str, str], path: str, told: str
) -> None:
    """Clients warm their connections by these."""
    answer = await http.get(path, headers=headers)
    assert (200, True) == (answer.status_code, told in answer.text)
    assert (
        401
        == (await http.get(path, headers={name: value + "x" for name, value in headers.items()})).status_code
    )
