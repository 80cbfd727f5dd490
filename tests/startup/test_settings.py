"""Addresses as they are set, and as they are used."""

import pytest

from startup.settings import Settings


@pytest.mark.parametrize("name", ["OUTBOUND_PUBLIC_URL", "OUTBOUND_MEDIA_URL", "OUTBOUND_MEDIA_CONTROL_URL"])
def test_an_address_may_be_set_with_a_slash_at_its_end(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The carrier signs what it is told, letter by letter: one slash more, and every call is refused."""
    monkeypatch.setenv(name, "wss://m.example.com/")
    assert "wss://m.example.com" == getattr(Settings(), name.removeprefix("OUTBOUND_").lower())
