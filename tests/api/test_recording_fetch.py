"""`outbound calls recording` over a served API, and the keys that recordings are sealed under."""

import base64
import os
from pathlib import Path

import pytest

from database.sealing import CannotOpen, KeyRing
from providers.recordings.archive import RecordingArchive
from providers.recordings.object_storage import S3Account, open_storage
from startup.key_rings import key_rings
from startup.settings import RecordingSettings, Settings
from startup.wiring import recording_archive
from tests.api.conftest import Operator
from tests.api.server import serving
from tests.api.test_console import Terminal
from tests.api.test_recordings import WHOLE, recorded
from tests.providers.recordings import TAKE, played, segments


async def test_the_file_is_whole_and_none_is_overwritten(operator: Operator, tmp_path: Path) -> None:
    """Requirement 125."""
    call, file = await recorded(operator), tmp_path / "first.wav"
    async with serving(operator) as port:
        terminal = Terminal(operator, port)
        fetched = await terminal.json("calls", "recording", call.call_id, "--out", str(file))
        again = await terminal.run("calls", "recording", call.call_id, "--out", str(file))
    assert (str(file), WHOLE) == (fetched["file"], file.stat().st_size)
    assert file.read_bytes() == (await call.plays()).content
    assert 2 == again.exit_code
    assert "Name another file with --out." in again.output
    assert ["first.wav"] == os.listdir(tmp_path)


def ring_text(key: bytes) -> str:
    """A ring of this key, thirty-two times."""
    return f"1:{base64.b64encode(key * 32).decode()}"


def test_recordings_have_keys_of_their_own(tmp_path: Path) -> None:
    """Requirement 159: the keys of the database do not open them."""
    lookup = base64.b64encode(b"l" * 32).decode()
    rings = [KeyRing.parse(ring_text(key), lookup) for key in (b"d", b"r")]
    own = RecordingSettings(url=tmp_path.as_uri(), key_ring=ring_text(b"r"))
    chosen = Settings(key_ring=ring_text(b"d"), lookup_key=lookup, recordings=own)
    archive = recording_archive(chosen, key_rings(chosen).recordings)
    archive.keep_segment(TAKE, 0, segments(800)[0])
    storage = open_storage(own.url, S3Account())
    theirs, ours = (RecordingArchive(storage, ring) for ring in rings)
    assert played(archive) == played(ours)
    with pytest.raises(CannotOpen):
        played(theirs)
