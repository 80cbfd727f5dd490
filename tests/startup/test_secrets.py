"""No process serves with a secret that is missing, short or known."""

import base64
import os
import secrets
import subprocess
import sys
from itertools import cycle
from pathlib import Path

import pytest

from database.sealing import KeyRing
from domain.errors import InvalidInput
from local.keys import new_keys
from startup.secrets import UnfitSecret, signing_bytes, unfit_secrets
from startup.settings import RecordingSettings, Settings

pytestmark = pytest.mark.long

ROOT = Path(__file__).resolve().parent.parent.parent
PROCESSES = [("-m", "api"), ("-m", "media"), ("-m", "startup.codec"), ("worker.py",)]
SECRETS = ["OUTBOUND_SIGNING_KEY", "OUTBOUND_LOOKUP_KEY", "OUTBOUND_KEY_RING", "RECORDINGS_KEY_RING"]


def key(length: int = 32) -> str:
    """So many random bytes."""
    return base64.b64encode(secrets.token_bytes(length)).decode()


def settings(**different: str) -> Settings:
    """Settings with good secrets but for these."""
    chosen = {"signing_key": key(), "lookup_key": key(), "key_ring": f"1:{key()},2:{key()}", **different}
    return Settings(**chosen)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "command, missing",
    # All read their settings by one function: each process is tried with one secret, each secret with one process at least.
    list(zip(PROCESSES, cycle(SECRETS[:3]), strict=False)),
    ids=[" ".join(command) for command in PROCESSES],
)
def test_a_process_ends_with_one_sentence_that_names_the_variable(
    command: tuple[str, ...], missing: str, tmp_path: Path
) -> None:
    environment = {
        **os.environ,
        **new_keys(),
        "OUTBOUND_MODE": "local",
        "OUTBOUND_HOME": str(tmp_path),
        missing: "",
    }
    ended = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 1
    assert missing in ended.stderr
    assert "To mend: python -c" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_the_secrets_of_a_local_system_are_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in new_keys().items():
        monkeypatch.setenv(name, value)
    assert [] == unfit_secrets(Settings())


@pytest.mark.parametrize(
    "bad",
    [
        "",
        "no BASE64!",
        key(16),
        key(31),
        base64.b64encode(b"s" * 32).decode(),
        base64.b64encode(bytes(32)).decode(),
        f"{key()[:10]} {key()[10:]}",
    ],
    ids=["missing", "nonsense", "16 bytes", "31 bytes", "typed", "zeros", "with a space"],
)
@pytest.mark.parametrize("name", ["signing_key", "lookup_key", "key_ring"])
def test_a_secret_that_is_none_is_refused(name: str, bad: str) -> None:
    value = f"1:{key()},2:{bad}" if name == "key_ring" else bad
    [told] = unfit_secrets(settings(**{name: value}))
    assert told.startswith(f"OUTBOUND_{name.upper()} ")


def test_a_key_ring_that_is_set_is_not_called_unset() -> None:
    [told] = unfit_secrets(settings(key_ring=key()))
    assert "without its number; it is 1:KEY" in told


def test_the_recordings_own_keys_are_checked_where_there_are_any() -> None:
    assert [] == unfit_secrets(settings())
    short = RecordingSettings(key_ring=f"1:{key(16)}")
    [told] = unfit_secrets(settings().model_copy(update={"recordings": short}))
    assert told.startswith("RECORDINGS_KEY_RING ")


def test_a_guessable_key_of_the_api_is_refused() -> None:
    assert [] == unfit_secrets(settings(api_key="k" * 32))
    for short in ("secret", "k" * 31):
        [told] = unfit_secrets(settings(api_key=short))
        assert told.startswith("OUTBOUND_API_KEY ")


def test_nothing_is_signed_or_looked_up_under_a_short_key() -> None:
    """Not even by who forgets to ask at the start."""
    with pytest.raises(UnfitSecret):
        signing_bytes("")
    with pytest.raises(InvalidInput, match="OUTBOUND_LOOKUP_KEY"):
        KeyRing.parse(f"1:{key()}", "")


def test_a_key_of_few_different_bytes_is_an_example() -> None:
    """Typed by hand, or copied from a page; of 32 random ones some 30 differ."""
    few, enough = (base64.b64encode(bytes(n % most for n in range(32))).decode() for most in (15, 16))
    assert [] == unfit_secrets(settings(signing_key=enough))
    [told] = unfit_secrets(settings(signing_key=few))
    assert "is an example" in told
