"""Folders for servers that run as another user."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """A folder of the test's own, outside pytest's.

    pytest closes its folder to other users whenever a session begins; started by root, PostgreSQL is another user.
    """
    folder = Path(tempfile.mkdtemp(prefix="outbound-test-")).resolve()
    yield folder
    shutil.rmtree(folder, ignore_errors=True)
