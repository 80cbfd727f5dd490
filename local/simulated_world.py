"""The simulated world as a process of the local system, and the settings that turn the product towards it."""

import sys
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from local.processes import Program
from local.ready_conditions import answers_http
from simulators.settings import VOICE, Credentials

ROOT = Path(__file__).resolve().parent.parent


def program(home: Path, port: int, arguments: Sequence[str]) -> Program:
    """The world on a loopback port. arguments: more of its own, such as ("--record-all",)."""
    return Program(
        name="simulators",
        command=(sys.executable, "-m", "simulators", "--port", str(port), *arguments),
        log=home / "logs" / "simulators.jsonl",
        is_ready=answers_http(f"http://127.0.0.1:{port}/healthz"),
        folder=ROOT,
        stop_within=timedelta(seconds=5),
    )


def environment(url: str) -> dict[str, str]:
    """Provider settings that name the world at `url` and the credentials it accepts, in place of the real vendors."""
    keys = Credentials()
    return {
        "TWILIO_ACCOUNT_SID": keys.twilio_account_sid,
        "TWILIO_AUTH_TOKEN": keys.twilio_auth_token,
        "TWILIO_BASE_URL": url,
        "DEEPGRAM_API_KEY": keys.deepgram_api_key,
        "DEEPGRAM_BASE_URL": url,
        "DEEPGRAM_WS_URL": url.replace("http", "ws", 1),
        "ELEVENLABS_API_KEY": keys.elevenlabs_api_key,
        "ELEVENLABS_BASE_URL": url,
        "ELEVENLABS_DEFAULT_VOICE": VOICE,
        "OPENAI_API_KEY": keys.openai_api_key,
        "OPENAI_BASE_URL": f"{url}/v1",
        "OPENAI_WS_URL": f"{url.replace('http', 'ws', 1)}/v1",
        "ANTHROPIC_API_KEY": keys.anthropic_api_key,
        "ANTHROPIC_BASE_URL": url,
        "HUBSPOT_TOKEN": keys.hubspot_token,
        "HUBSPOT_BASE_URL": url,
    }
