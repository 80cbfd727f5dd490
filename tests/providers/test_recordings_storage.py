"""One suite for every place where recordings may be kept."""

import asyncio
import os
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

from providers.errors import CredentialsRefused, ProviderUnavailable
from providers.recordings.object_storage import ObstoreStorage, S3Account, open_storage
from simulators.ordered_faults import Fault
from simulators.serving import ServedWorld, serve_world
from simulators.settings import Credentials, WorldSettings

KEYS = Credentials()


@pytest.fixture(scope="module")
def world() -> Iterator[ServedWorld]:
    """A world on a loop of its own: the storage's calls block this one."""
    served: Future[ServedWorld] = Future()
    loop, over = asyncio.new_event_loop(), asyncio.Event()

    async def serve() -> None:
        async with serve_world(WorldSettings()) as world:
            served.set_result(world)
            await over.wait()

    thread = Thread(target=loop.run_until_complete, args=(serve(),))
    thread.start()
    yield served.result(20)
    loop.call_soon_threadsafe(over.set)
    thread.join()
    loop.close()


def bucket(world: ServedWorld, prefix: str, **changes: str) -> ObstoreStorage:
    """The simulated bucket."""
    account = S3Account(KEYS.s3_access_key_id, KEYS.s3_secret_access_key, "us-east-1", f"{world.base_url}/s3")
    return open_storage(f"s3://{KEYS.s3_bucket}/{prefix}", replace(account, **changes))


@pytest.fixture(params=["folder", "S3"])
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> ObstoreStorage:
    if request.param == "folder":
        return open_storage((tmp_path / "our recordings").as_uri(), S3Account())
    return bucket(request.getfixturevalue("world"), tmp_path.name)


def test_what_was_put_is_got(storage: ObstoreStorage) -> None:
    """Requirement 125."""
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


def test_a_deletion_that_was_broken_off_is_completed(storage: ObstoreStorage) -> None:
    storage.put("a-1/1/1", b"x")
    storage.delete(["a-1/1/0", "a-1/1/1"])
    assert [] == storage.names("a-1")


def test_a_folder_is_the_one_that_its_address_names(tmp_path: Path) -> None:
    folder = tmp_path / "our recordings"
    open_storage(folder.as_uri(), S3Account()).put("a-1/1/0", b"x")
    assert b"x" == (folder / "a-1/1/0").read_bytes()


def test_a_folder_that_cannot_be_written_is_unavailable(tmp_path: Path) -> None:
    storage = open_storage(tmp_path.as_uri(), S3Account())
    (tmp_path / "call_1-1").write_bytes(b"a file where a folder should be")
    with pytest.raises(ProviderUnavailable):
        storage.put("call_1-1/1/000000", b"x")


def test_a_service_that_stumbles_is_asked_again(world: ServedWorld) -> None:
    storage = bucket(world, "stumbles")
    world.faults.add(Fault("s3", "503", {"method": "PUT"}))
    storage.put("call_1-1/1/000000", b"x")
    assert b"x" == storage.get("call_1-1/1/000000")
    assert [] == world.faults.waiting()


def test_a_service_that_stays_down_is_unavailable(world: ServedWorld) -> None:
    world.faults.add(Fault("s3", "500", {"method": "PUT"}, times=None))
    with pytest.raises(ProviderUnavailable):
        bucket(world, "down").put("call_1-1/1/000000", b"x")
    world.faults.clear()


def test_a_wrong_key_is_refused(world: ServedWorld) -> None:
    with pytest.raises(CredentialsRefused):
        bucket(world, "wrong", secret_access_key="guessed").put("call_1-1/1/000000", b"x")


@pytest.mark.parametrize("url", ["recordings", "s3://", "ftp://host/folder", "file://"])
def test_an_address_nobody_knows_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="RECORDINGS_URL must look like"):
        open_storage(url, S3Account())
