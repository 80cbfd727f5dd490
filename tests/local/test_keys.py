"""The secrets of a local system."""

from pathlib import Path

import pytest

from database.sealing import KeyRing
from local.keys import add_key, local_keys, with_ring_files


def test_keys_are_made_once_and_kept_for_their_owner_alone(tmp_path: Path) -> None:
    keys = local_keys(tmp_path)
    assert keys == local_keys(tmp_path)
    assert keys != local_keys(tmp_path / "another")
    assert 0o600 == (tmp_path / "keys.json").stat().st_mode & 0o777


def test_the_key_ring_opens_what_it_sealed(tmp_path: Path) -> None:
    keys = local_keys(tmp_path)
    ring = KeyRing.parse(keys["OUTBOUND_KEY_RING"], keys["OUTBOUND_LOOKUP_KEY"])
    assert b"words" == ring.open(ring.seal(b"words", "a"), "a")


def test_a_key_of_the_environment_is_used_and_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OUTBOUND_API_KEY", "mine")
    assert "mine" == local_keys(tmp_path)["OUTBOUND_API_KEY"]
    monkeypatch.delenv("OUTBOUND_API_KEY")
    assert "mine" != local_keys(tmp_path)["OUTBOUND_API_KEY"]


def test_running_processes_read_their_rings_from_files_that_a_new_key_is_added_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OUTBOUND_KEY_RING", raising=False)
    monkeypatch.setenv("RECORDINGS_KEY_RING", "mine")
    keys = local_keys(tmp_path)
    given = with_ring_files(tmp_path, keys)
    file = Path(given["OUTBOUND_KEY_RING_FILE"])
    assert ("OUTBOUND_KEY_RING" in given, "RECORDINGS_KEY_RING_FILE" in given) == (False, False)
    assert (0o600, keys["OUTBOUND_KEY_RING"] + "\n") == (file.stat().st_mode & 0o777, file.read_text())
    longer = add_key(tmp_path, "OUTBOUND_KEY_RING")
    assert longer.startswith(f"{keys['OUTBOUND_KEY_RING']},2:")
    assert (longer, longer + "\n") == (local_keys(tmp_path)["OUTBOUND_KEY_RING"], file.read_text())
