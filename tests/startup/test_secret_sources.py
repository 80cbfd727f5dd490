"""Secrets come from the environment, a file or a store; they are renewed while a process runs, and shown nowhere (issue 13)."""

import traceback
from base64 import b64encode
from pathlib import Path
from typing import Any

import httpx
import pytest
import structlog
from pydantic import ValidationError
from structlog.testing import capture_logs

from database.sealing import KeyRing
from providers.vault import SecretStore, StoreAccount
from simulators.vault import SimulatedVault
from startup import settings as settings_module
from startup.key_rings import key_rings
from startup.renewal import Renewal
from startup.secret_sources import SecretUnreadable
from startup.settings import HubSpotSettings, Settings, TemporalSettings, TwilioSettings

KEYS = [b64encode(bytes(range(start, start + 32))).decode() for start in (0, 40, 80, 120)]
RING, LONGER = f"1:{KEYS[0]}", f"1:{KEYS[0]},2:{KEYS[1]}"


def secret_file(folder: Path, text: str, mode: int = 0o600) -> Path:
    file = folder / "secret"
    file.unlink(missing_ok=True)
    file.write_text(text)
    file.chmod(mode)
    return file


@pytest.mark.parametrize(
    ("variable", "read"),
    [
        ("OUTBOUND_KEY_RING", lambda: Settings().key_ring),
        ("DATABASE_URL", lambda: Settings().database_url),
        ("TWILIO_AUTH_TOKEN", lambda: TwilioSettings().auth_token),
        ("TEMPORAL_API_KEY", lambda: TemporalSettings().api_key),
        ("RECORDINGS_KEY_RING", lambda: Settings().recordings.key_ring),
        ("VAULT_TOKEN", lambda: Settings().vault.token),
    ],
)
def test_a_secret_may_stand_in_a_file(
    variable: str, read: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv(f"{variable}_FILE", str(secret_file(tmp_path, "from a file\n")))
    assert "from a file" == read()
    monkeypatch.setenv(variable, "told twice")
    with pytest.raises(SecretUnreadable, match=f"{variable} and {variable}_FILE are both set"):
        read()


@pytest.mark.parametrize(
    ("text", "mode", "told"),
    [
        ("s3cret", 0o640, None),
        ("s3cret", 0o644, "by others"),
        ("s3cret", 0o602, "by others"),
        ("s3cret", 0o660, "by others"),
        ("\n", 0o600, "is empty"),
    ],
)
def test_a_file_that_others_may_read_is_refused(
    text: str, mode: int, told: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A group may read it, as where an orchestrator mounts it for one."""
    monkeypatch.setenv("HUBSPOT_TOKEN_FILE", str(secret_file(tmp_path, text, mode)))
    monkeypatch.delenv("HUBSPOT_TOKEN", raising=False)
    if told is None:
        assert text == HubSpotSettings().token
        return
    with pytest.raises(SecretUnreadable, match=told) as refused:
        HubSpotSettings()
    assert "s3cret" not in "".join(traceback.format_exception(refused.value))


def test_a_file_that_is_absent_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HUBSPOT_TOKEN_FILE", str(tmp_path / "none"))
    with pytest.raises(SecretUnreadable, match=r"HUBSPOT_TOKEN_FILE: .*/none cannot be read: No such file"):
        HubSpotSettings()


def test_a_secret_may_be_asked_of_a_store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Requirement 156."""
    there = SimulatedVault({"kv/outbound": {"crm": "theirs", "ring": RING}}, {"hvs.token"})
    store = SecretStore(StoreAccount("http://vault.test", "hvs.token"), httpx.MockTransport(there))
    monkeypatch.setattr(settings_module, "asked_store", lambda account: store)
    monkeypatch.setenv("HUBSPOT_TOKEN", "vault:kv/outbound#crm")
    monkeypatch.delenv("OUTBOUND_KEY_RING", raising=False)
    monkeypatch.setenv("OUTBOUND_KEY_RING_FILE", str(secret_file(tmp_path, "vault:kv/outbound#ring")))
    assert ("theirs", RING) == (Settings().hubspot.token, Settings().key_ring)
    monkeypatch.setenv("HUBSPOT_TOKEN", "vault:kv/outbound#none")
    with pytest.raises(SecretUnreadable, match="HUBSPOT_TOKEN: The store has no text"):
        HubSpotSettings()


def _failing(settings: Settings) -> None:
    """Somewhere in the product, with its variables at hand."""
    auth_token, account = settings.twilio.auth_token, settings.twilio
    1 / 0  # noqa: B018
    assert auth_token
    assert account


def test_no_secret_is_shown_by_settings_errors_logs_and_tracebacks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Requirement 156."""
    planted = {
        "OUTBOUND_KEY_RING": f"1:{KEYS[0]}",
        "OUTBOUND_LOOKUP_KEY": KEYS[1],
        "OUTBOUND_SIGNING_KEY": KEYS[2],
        "OUTBOUND_API_KEY": "ok_planted_planted_planted_planted",
        "DATABASE_URL": "postgresql://me:planted@db/x",
        "TWILIO_AUTH_TOKEN": "planted-twilio",
        "HUBSPOT_TOKEN": "planted-hubspot",
        "VAULT_TOKEN": "planted-vault",
        "RECORDINGS_SECRET_ACCESS_KEY": "planted-s3",
        "TEMPORAL_API_KEY": "planted-temporal",
    }
    for variable, value in planted.items():
        monkeypatch.setenv(variable, value)
        monkeypatch.delenv(f"{variable}_FILE", raising=False)
    settings = Settings()
    shown = [repr(settings), str(settings), f"{settings.twilio}", repr(key_rings(settings))]
    shown.append(structlog.processors.JSONRenderer()(None, "info", {"settings": settings}))  # type: ignore[arg-type]
    monkeypatch.setenv("OUTBOUND_API_PORT", "planted-port")
    with pytest.raises(ValidationError) as unreadable:
        Settings()
    shown.append("".join(traceback.format_exception(unreadable.value)))
    with pytest.raises(ZeroDivisionError) as failed:
        _failing(settings)
    # This test's own variables are no leak: what follows is the failing function's.
    found = traceback.TracebackException(
        ZeroDivisionError, failed.value, failed.tb.tb_next, capture_locals=True
    )
    shown.append("".join(found.format()))
    assert "auth_token" in shown[-1]
    words = [value.removeprefix("1:") for value in planted.values()] + ["planted-port"]
    assert [] == [(word, place) for word in words for place, text in enumerate(shown) if word in text]
    assert settings.twilio.auth_token == "planted-twilio", "whoever uses it has it"


async def test_a_running_process_takes_what_changed_and_stays_with_what_is_good(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = secret_file(tmp_path, RING)
    monkeypatch.delenv("OUTBOUND_KEY_RING", raising=False)
    monkeypatch.setenv("OUTBOUND_KEY_RING_FILE", str(file))
    for variable, value in (("LOOKUP", KEYS[2]), ("SIGNING", KEYS[3])):
        monkeypatch.setenv(f"OUTBOUND_{variable}_KEY", value)
    monkeypatch.setenv("OUTBOUND_MODE", "local")
    rings = key_rings(Settings())
    renewal = Renewal([rings.renew])
    with capture_logs() as logs:
        for text, known in ((RING, {1}), (LONGER, {1, 2}), ("nonsense", {1, 2}), (f"3:{KEYS[3]}", {1, 2})):
            secret_file(tmp_path, text)
            await renewal.look()
            assert frozenset(known) == rings.data.known
            assert 1 == rings.data.sealing
        file.unlink()
        await renewal.look()
    assert ["secrets.renewed"] == [line["event"] for line in logs[:1] if line["event"] == "secrets.renewed"]
    assert 3 == sum(line["event"] == "secrets.not_renewed" for line in logs)
    assert [] == [key for key in KEYS if key in str(logs)]
    assert isinstance(rings.data, KeyRing)
