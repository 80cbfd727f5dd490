"""The script that looks for vendors outside their rooms."""

from pathlib import Path

import pytest

from providers.vendors import CREDENTIALS
from scripts.vendor_names import MAY, found_in, mentions, vendors

ROOT = Path(__file__).resolve().parents[2]
NAMES = vendors(ROOT)


def test_who_is_a_vendor_is_read_from_the_contract_and_the_folders() -> None:
    """Whoever adds one need not say so here."""
    assert {"anthropic", "deepgram", "elevenlabs", "exotel", "hubspot", "openai", "twilio"} <= NAMES
    assert {vendor for _, vendor in CREDENTIALS} <= NAMES
    assert "contract" not in NAMES


@pytest.mark.parametrize(
    "source",
    [
        'hooks = "/webhooks/twilio"',
        'hooks = f"{address}/webhooks/twilio/{attempt}"',
        "from providers.carriers.twilio import voice",
        "from providers.crm.hubspot import Crm as A",
        "import openai",
        "from providers import elevenlabs as voices",
        "key = settings.deepgram.api_key",
        "def ask_openai(): ...",
        "class ExotelStream: ...",
        "call(anthropic=1)",
        "def ask(hubspot): ...",
        "x = SpeechVendor.OPENAI",
    ],
)
def test_code_and_strings_that_name_a_vendor_are_told(source: str) -> None:
    assert [1] == sorted(set(mentions(source, NAMES)))


@pytest.mark.parametrize(
    "source",
    [
        '"""Twilio tells each once."""',
        'def wait():\n    """Twilio waits."""',
        'LEAST: int = 3\n"""What Exotel takes."""',
        "x = 1  # as OpenAI's",
        "is_slow = recogniser is RecogniserName.OPENAI or vendor is SpeechProvider.DEEPGRAM",
        'carrier = "a carrier"',
    ],
)
def test_what_explains_or_uses_a_stored_name_is_not(source: str) -> None:
    assert [] == list(mentions(source, NAMES))


def test_a_file_that_may_is_used_up_and_another_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "startup").mkdir()
    (tmp_path / "media").mkdir()
    (tmp_path / "startup" / "wiring.py").write_text("import twilio\n")
    (tmp_path / "media" / "control.py").write_text("\nimport twilio\n")
    (tmp_path / "worker.py").write_text("import asyncio\n")
    wrong, used = found_in(tmp_path, NAMES)
    assert ["media/control.py:2: names a vendor: import twilio"] == wrong
    assert {"startup/wiring.py"} == used


def test_a_vendors_webhooks_name_it_and_no_other(tmp_path: Path) -> None:
    (tmp_path / "api" / "webhooks").mkdir(parents=True)
    (tmp_path / "api" / "webhooks" / "twilio_messages.py").write_text("import twilio\nimport exotel\n")
    (tmp_path / "api" / "twilio.py").write_text("import twilio\n")
    wrong, _ = found_in(tmp_path, NAMES)
    assert [
        "api/twilio.py:1: names a vendor: import twilio",
        "api/webhooks/twilio_messages.py:2: names a vendor: import exotel",
    ] == wrong


def test_the_house_keeps_it_and_every_exception_is_needed() -> None:
    wrong, used = found_in(ROOT, NAMES)
    assert ([], set(MAY)) == (wrong, used)
