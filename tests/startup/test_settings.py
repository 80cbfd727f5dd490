"""Addresses as they are set, and as they are used; each setting is explained, and none leads a simulated system astray."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic_settings import BaseSettings

from local import simulated_world
from startup.settings import Settings

_README = Path(__file__).parents[2] / "README.md"


@pytest.mark.parametrize("name", ["OUTBOUND_PUBLIC_URL", "OUTBOUND_MEDIA_URL", "OUTBOUND_MEDIA_CONTROL_URL"])
def test_an_address_may_be_set_with_a_slash_at_its_end(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The carrier signs what it is told, letter by letter: one slash more, and every call is refused."""
    monkeypatch.setenv(name, "wss://m.example.com/")
    assert "wss://m.example.com" == getattr(Settings(), name.removeprefix("OUTBOUND_").lower())


def _variables(section: type[BaseSettings]) -> Iterator[tuple[str, Any]]:
    """The variables that its fields are set by, those of the sections within it too, with what they are by themselves."""
    for name, field in section.model_fields.items():
        within = field.default_factory
        if isinstance(within, type) and issubclass(within, BaseSettings):
            yield from _variables(within)
        else:
            variable = field.validation_alias or f"{section.model_config['env_prefix']}{name}".upper()
            yield str(variable), field.default


BY_ITSELF = dict(_variables(Settings))
VARIABLES = set(BY_ITSELF)


_ROWS = [line for line in _README.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]


def test_the_table_in_the_readme_has_each_setting_and_no_other() -> None:
    rows = _ROWS
    told = {name for row in rows for name in re.findall(r"`([A-Z][A-Z0-9_]+)`", row.split("|")[1])}
    assert len(told) > 50
    assert VARIABLES == told


def _told(row: str) -> Iterator[tuple[str, str]]:
    """The row's variables, each with what it is by itself; empty for nothing."""
    _, names, *_, value, _ = row.replace("off |", " |").split("|")
    variables = re.findall(r"`([A-Z][A-Z0-9_]+)`", names)
    values = re.findall(r"`([^`]+)`|(\d+)", value)
    yield from (
        zip(variables, ("".join(each) for each in values), strict=True)
        if values
        else ((each, value.strip()) for each in variables)
    )


def test_each_setting_is_by_itself_what_the_readme_says() -> None:
    """Operators rely on it: a process that is told less does no other thing, and binds no other address."""
    by_hand = ("made by", "what `AWS", "the ", "`recordings` in")
    rows = [row for row in _ROWS if not row.split("|")[-2].strip().startswith(by_hand)]
    told = {name: value for row in rows for name, value in _told(row)}
    assert len(told) > 35
    assert told == {name: _written(BY_ITSELF[name]) for name in told}


def _written(value: Any) -> str:
    """As the README writes it."""
    if isinstance(value, timedelta):
        return f"PT{value.total_seconds():.0f}S"
    return str(value) if value else ""


def test_the_vendors_are_asked_at_their_own_addresses() -> None:
    """Each over TLS, with nothing set; Twilio's client knows its own."""
    addresses = {name: value for name, value in BY_ITSELF.items() if name.endswith(("_BASE_URL", "_WS_URL"))}
    assert addresses.pop("TWILIO_BASE_URL") is None
    domains = {"HUBSPOT": "hubapi.com", "ELEVENLABS": "elevenlabs.io"}
    for name, address in addresses.items():
        vendor = name.split("_")[0]
        scheme = "wss" if name.endswith("_WS_URL") else "https"
        assert address.startswith(f"{scheme}://api.{domains.get(vendor, f'{vendor.lower()}.com')}")


def test_what_is_listed_with_commas_may_have_spaces_between(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OUTBOUND_FURTHER_MODELS", " gpt-7 , claude-9,")
    monkeypatch.setenv("TWILIO_WEBHOOK_KEYS", "SK1:one, SK2:two:three, SK3:, :four")
    settings = Settings()
    assert {"gpt-7", "claude-9"} == settings.allowed_models
    assert {"SK1": "one", "SK2": "two:three"} == settings.twilio.shared_keys
    assert settings.default_voice == settings.elevenlabs.default_voice


def test_a_simulated_system_asks_no_vendor_that_is_real() -> None:
    """Whoever adds a vendor turns it towards the simulated world as well."""
    world = "http://127.0.0.1:8100"
    given = simulated_world.environment(world)
    addresses = {name for name in VARIABLES if name.endswith(("_BASE_URL", "_WS_URL"))}
    assert len(addresses) > 7
    assert addresses <= {name for name, value in given.items() if "://127.0.0.1:8100" in value}
    assert set(given) <= VARIABLES
