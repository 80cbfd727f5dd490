"""One suite for every place where recordings may be kept."""

import os
from pathlib import Path

import pytest

from providers.errors import ProviderUnavailable
from providers.recordings.object_storage import ObstoreStorage, S3Account, open_storage


@pytest.fixture
def storage(tmp_path: Path) -> ObstoreStorage:
    return open_storage((tmp_path / "our recordings").as_uri(), S3Account())


def test_what_was_put_is_got(storage: ObstoreStorage) -> None:
    content = os.urandom(160_000)
    storage.put("call_1-1/1/000000", content)
    assert content == storage.get("call_1-1/1/000000")


def test_putting_again_replaces(storage: ObstoreStorage) -> None:
    storage.put("call_1-1/1/manifest", b"first")
    storage.put("call_1-1/1/manifest", b"second")
    assert b"second" == storage.get("call_1-1/1/manifest")


def test_what_is_not_there_is_none(storage: ObstoreStorage) -> None:
    assert storage.get("call_1-1/1/000000") is None
    assert [] == storage.names("call_1-1")


def test_a_folders_names_are_its_own(storage: ObstoreStorage) -> None:
    """An attempt's id may be the beginning of another's."""
    names = [f"call_1-1/1/{number:06d}" for number in range(60)]
    for name in [*reversed(names), "call_1-10/1/000000", "call_2-1/1/000000"]:
        storage.put(name, b"x")
    assert names == storage.names("call_1-1")


def test_deleting_takes_away_and_may_be_repeated(storage: ObstoreStorage) -> None:
    for name in ("a-1/1/0", "a-1/1/1", "a-1/deleted"):
        storage.put(name, b"x")
    storage.delete(["a-1/1/0", "a-1/1/1"])
    storage.delete(["a-1/1/0", "a-1/1/1"])
    assert ["a-1/deleted"] == storage.names("a-1")


def test_a_folder_that_cannot_be_written_is_unavailable(tmp_path: Path) -> None:
    storage = open_storage(tmp_path.as_uri(), S3Account())
    (tmp_path / "call_1-1").write_bytes(b"a file where a folder should be")
    with pytest.raises(ProviderUnavailable):
        storage.put("call_1-1/1/000000", b"x")


@pytest.mark.parametrize("url", ["recordings", "s3://", "ftp://host/folder", "file://"])
def test_an_address_nobody_knows_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="RECORDINGS_URL must look like"):
        open_storage(url, S3Account())
