"""How the control address of a media process is asked, and what becomes of its answers."""

import base64
import os

import httpx
import pytest

from providers.errors import ProviderThrottled
from startup.media_control import MediaStage, control_key
from startup.secrets import UnfitSecret
from startup.settings import Settings
from tests.media.plans import plan


def stage(status: int) -> MediaStage:
    """The stage before a media process that answers so."""
    answers = httpx.MockTransport(lambda _: httpx.Response(status))
    return MediaStage(httpx.AsyncClient(transport=answers))


async def test_a_full_vendor_is_told_apart_from_a_media_process_that_fails() -> None:
    """Requirement 21: a dial waits for the one and goes on without the other."""
    await stage(200).prepare("http://media", plan())
    with pytest.raises(ProviderThrottled):
        await stage(429).prepare("http://media", plan())
    with pytest.raises(OSError, match="503"):
        await stage(503).prepare("http://media", plan())


def test_the_control_key_follows_from_the_signing_key_and_from_none_without() -> None:
    keys = [control_key(Settings(signing_key=base64.b64encode(os.urandom(32)).decode())) for _ in range(2)]
    assert keys[0] != keys[1]
    with pytest.raises(UnfitSecret):
        control_key(Settings(signing_key=""))
