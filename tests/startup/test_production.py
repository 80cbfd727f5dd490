"""In production no process serves with what is only for one machine; requirements 154 and 186."""

import base64
import os
import secrets
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from local import simulated_world
from local.keys import new_keys
from startup.fitness import unfit
from startup.settings import Settings

ROOT = Path(__file__).resolve().parent.parent.parent
PROCESSES = [("-m", "api"), ("-m", "media"), ("-m", "startup.codec"), ("worker.py",)]


def key() -> str:
    return base64.b64encode(secrets.token_bytes(32)).decode()


@pytest.fixture
def good(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The environment of a process in production, which may serve; nothing of the tests' own stands in it."""
    for name in list(os.environ):
        if name.startswith(("OUTBOUND_", "TEMPORAL_", "TWILIO_", "RECORDINGS_")) or name == "DATABASE_URL":
            monkeypatch.delenv(name)
    return {
        **new_keys(),
        "DATABASE_URL": "postgresql://outbound:secret@db.example.net/outbound?ssl=verify-full",
        "TEMPORAL_ADDRESS": "temporal.example.net:7233",
        "TEMPORAL_TLS": "true",
        "OUTBOUND_PUBLIC_URL": "https://calls.example.net",
        "OUTBOUND_MEDIA_URL": "wss://voice.example.net",
        "OUTBOUND_MEDIA_CONTROL_URL": "http://10.0.0.7:8002",
    }


def told(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]) -> list[str]:
    """What each process would say of this environment."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return unfit(Settings())


def test_a_process_that_is_told_no_mode_is_in_production() -> None:
    assert "production" == Settings.model_fields["mode"].default


def test_production_serves_with_safe_settings(good: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Its own machine's servers need no TLS, behind a proxy on the same machine or on others."""
    assert [] == told(monkeypatch, good)
    here = {
        "DATABASE_URL": "postgresql://outbound@127.0.0.1/outbound",
        "TEMPORAL_ADDRESS": "localhost:7233",
        "TEMPORAL_TLS": "false",
        "OUTBOUND_CORS_ORIGINS": "https://calls.example.com, https://other.example.com:8443",
    }
    assert [] == told(monkeypatch, {**good, **here})
    behind = {"OUTBOUND_HOST": "0.0.0.0", "OUTBOUND_TRUSTED_PROXIES": "10.0.0.2", "OUTBOUND_API_KEY": ""}
    assert [] == told(monkeypatch, {**good, **behind})
    assert [] == told(monkeypatch, {**good, "DATABASE_URL": "postgresql://outbound@/x?host=/run/postgresql"})


COUNTED = base64.b64encode(bytes(range(32))).decode()
TYPED = base64.b64encode(b"please change me before you serve").decode()
WRONG: list[tuple[str, str]] = [
    ("OUTBOUND_PUBLIC_URL", "http://calls.example.net"),
    ("OUTBOUND_PUBLIC_URL", "https://127.0.0.1:8000"),
    ("OUTBOUND_PUBLIC_URL", "https://localhost"),
    ("OUTBOUND_PUBLIC_URL", "https://192.168.1.5"),
    ("OUTBOUND_PUBLIC_URL", "https://"),
    ("OUTBOUND_PUBLIC_URL", "calls.example.net"),
    ("OUTBOUND_MEDIA_URL", "ws://voice.example.net"),
    ("OUTBOUND_MEDIA_URL", "https://voice.example.net"),
    ("OUTBOUND_MEDIA_URL", "wss://[::1]"),
    ("OUTBOUND_MEDIA_CONTROL_URL", "http://voice.example.net:8002"),
    ("OUTBOUND_MEDIA_CONTROL_URL", "http://8.8.8.8:8002"),
    ("OUTBOUND_CORS_ORIGINS", "*"),
    ("OUTBOUND_CORS_ORIGINS", "https://calls.example.com,*"),
    ("OUTBOUND_CORS_ORIGINS", "https://*.example.com"),
    ("OUTBOUND_CORS_ORIGINS", "null"),
    ("OUTBOUND_CORS_ORIGINS", "https://calls.example.com/"),
    ("OUTBOUND_CORS_ORIGINS", "https://calls.example.com:443"),
    ("OUTBOUND_CORS_ORIGINS", "http://calls.example.com"),
    ("OUTBOUND_SIGNING_KEY", TYPED),
    ("OUTBOUND_LOOKUP_KEY", COUNTED),
    ("OUTBOUND_KEY_RING", f"1:{COUNTED}"),
    ("RECORDINGS_KEY_RING", f"1:{TYPED}"),
    ("OUTBOUND_SIGNING_KEY", ""),
    ("OUTBOUND_API_KEY", "ok_" + "k" * 48),
    ("OUTBOUND_API_KEY", "short, of many signs"),
    ("DATABASE_URL", ""),
    ("DATABASE_URL", "postgresql://outbound@db.example.net/outbound"),
    ("DATABASE_URL", "postgresql://outbound@db.example.net/outbound?ssl=prefer"),
    ("DATABASE_URL", "postgresql://outbound@db.example.net/outbound?sslmode=require"),
    ("DATABASE_URL", "postgresql://outbound@/outbound?host=db.example.net"),
    ("DATABASE_URL", "postgresql://outbound@10.0.0.3/outbound"),
    ("TEMPORAL_TLS", "false"),
    ("RECORDINGS_ENDPOINT", "http://minio.example.net"),
    ("TWILIO_BASE_URL", "http://127.0.0.1:8100"),
    ("TWILIO_BASE_URL", "https://127.0.0.1:8100"),
    ("OPENAI_WS_URL", "ws://voices.example.net"),
    ("OUTBOUND_TRUSTED_PROXIES", "*"),
    ("OUTBOUND_TRUSTED_PROXIES", "10.0.0.2, 0.0.0.0/0"),
    ("OUTBOUND_TRUSTED_PROXIES", "::/0"),
    ("OUTBOUND_WEBHOOKS_TO_THIS_MACHINE", "true"),
    ("OUTBOUND_LOG_LEVEL", "debug"),
    ("OUTBOUND_LOG_LEVEL", "NOTSET"),
]  # fmt: skip
OF_ANOTHER_NAME = {"TEMPORAL_TLS": "TEMPORAL_ADDRESS"}


@pytest.mark.parametrize(("variable", "value"), WRONG)
def test_production_refuses_what_is_not_safe_and_says_how_to_mend_it(
    variable: str, value: str, good: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    [sentence] = told(monkeypatch, {**good, variable: value})
    assert sentence.startswith(f"{OF_ANOTHER_NAME.get(variable, variable)} ")
    assert " To mend: " in sentence
    assert not value or value in ("*", "null", "true") or value not in sentence.partition("To mend")[0]


def test_each_address_of_a_simulator_is_refused(
    good: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever adds a vendor adds it there."""
    world = simulated_world.environment("http://127.0.0.1:8100")
    addresses = {name for name in world if name.endswith(("_BASE_URL", "_WS_URL"))}
    assert addresses == {sentence.split()[0] for sentence in told(monkeypatch, {**good, **world})}


def test_no_key_is_used_twice(good: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    names = ["OUTBOUND_SIGNING_KEY", "OUTBOUND_LOOKUP_KEY", "OUTBOUND_KEY_RING", "RECORDINGS_KEY_RING"]
    for first in names:
        for second in names[names.index(first) + 1 :]:
            one = key()
            given = {first: one, second: one}
            rings = {name: f"1:{value}" for name, value in given.items() if name.endswith("RING")}
            found = told(monkeypatch, {**good, **given, **rings})
            assert [f"{first} and {second} holds one key twice"] == [each.split(":")[0] for each in found]
    one = key()
    [twice] = told(monkeypatch, {**good, "OUTBOUND_KEY_RING": f"1:{one},2:{one}"})
    assert twice.startswith("OUTBOUND_KEY_RING holds one key twice")
    [borrowed] = told(monkeypatch, {**good, "OUTBOUND_API_KEY": good["OUTBOUND_LOOKUP_KEY"]})
    assert borrowed.startswith("OUTBOUND_API_KEY is the text of another key")


def test_other_machines_are_let_in_only_by_proxies_that_are_named(
    good: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    [sentence] = told(monkeypatch, {**good, "OUTBOUND_HOST": "0.0.0.0"})
    assert sentence.startswith("OUTBOUND_TRUSTED_PROXIES is not set")


@pytest.mark.parametrize("host", ["OUTBOUND_HOST", "OUTBOUND_MEDIA_CONTROL_HOST"])
def test_the_mode_of_one_machine_lets_no_other_in(
    host: str, good: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    local: dict[str, Any] = {**new_keys(), "OUTBOUND_MODE": "local"}
    assert [] == told(monkeypatch, local)
    for let_in in ("0.0.0.0", "::", "10.0.0.1", "calls.example.net"):
        [sentence] = told(monkeypatch, {**local, host: let_in})
        assert "is for one machine" in sentence
    monkeypatch.setenv(host, "127.0.0.1")
    assert [True] == ["no exact origin" in each for each in told(monkeypatch, {"OUTBOUND_CORS_ORIGINS": "*"})]


@pytest.mark.long
@pytest.mark.parametrize("command", PROCESSES, ids=[" ".join(command) for command in PROCESSES])
def test_each_process_ends_and_says_all_that_is_wrong_at_once(
    command: tuple[str, ...], good: dict[str, str], tmp_path: Path
) -> None:
    wrong = {"OUTBOUND_PUBLIC_URL": "http://calls.example.net", "OUTBOUND_CORS_ORIGINS": "*"}
    asked = {**wrong, "OUTBOUND_LOOKUP_KEY": good["OUTBOUND_SIGNING_KEY"], "OUTBOUND_LOG_LEVEL": "DEBUG"}
    ended = ended_with({**good, **asked, "OUTBOUND_HOME": str(tmp_path)}, *command)
    assert (1, "") == (ended.returncode, ended.stdout)
    assert [
        "OUTBOUND_CORS_ORIGINS",
        "OUTBOUND_PUBLIC_URL",
        "OUTBOUND_SIGNING_KEY",
        "OUTBOUND_LOG_LEVEL",
    ] == [line.split()[0] for line in ended.stderr.splitlines()]
    assert not any(value in ended.stderr for value in (good["OUTBOUND_SIGNING_KEY"], "calls.example.net"))


def test_no_process_serves_without_its_assertions(good: dict[str, str]) -> None:
    ended = ended_with({**good, "PYTHONOPTIMIZE": "1"}, "-m", "startup.codec")
    assert (1, True) == (ended.returncode, "PYTHONOPTIMIZE" in ended.stderr)


def test_a_setting_that_cannot_be_read_is_told_without_its_value(good: dict[str, str]) -> None:
    wrong = {"OUTBOUND_MODE": "hunter2", "OUTBOUND_API_PORT": "hunter3"}
    ended = ended_with({**good, **wrong}, "-m", "startup.codec")
    assert ["mode", "api_port"] == [line.split()[0] for line in ended.stderr.splitlines()]
    assert "hunter" not in ended.stderr


def ended_with(environment: dict[str, str], *command: str) -> subprocess.CompletedProcess[str]:
    """What a process did in this environment."""
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
