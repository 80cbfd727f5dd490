"""Addresses as they are set, and as they are used; each setting is explained, and none leads a simulated system astray."""

import re
from collections.abc import Iterator
from pathlib import Path

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


def _variables(section: type[BaseSettings]) -> Iterator[str]:
    """The variables that its fields are set by, those of the sections within it too."""
    for name, field in section.model_fields.items():
        within = field.default_factory
        if isinstance(within, type) and issubclass(within, BaseSettings):
            yield from _variables(within)
        else:
            yield str(field.validation_alias or f"{section.model_config['env_prefix']}{name}".upper())


VARIABLES = set(_variables(Settings))


def test_the_table_in_the_readme_has_each_setting_and_no_other() -> None:
    rows = [line for line in _README.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    told = {name for row in rows for name in re.findall(r"`([A-Z][A-Z0-9_]+)`", row.split("|")[1])}
    assert len(told) > 50
    assert VARIABLES == told


def test_a_simulated_system_asks_no_vendor_that_is_real() -> None:
    """Whoever adds a vendor turns it towards the simulated world as well."""
    world = "http://127.0.0.1:8100"
    given = simulated_world.environment(world)
    addresses = {name for name in VARIABLES if name.endswith(("_BASE_URL", "_WS_URL"))}
    assert len(addresses) > 7
    assert addresses <= {name for name, value in given.items() if "://127.0.0.1:8100" in value}
    assert set(given) <= VARIABLES
