"""The clients that are generated from the description do what it says with the running API."""

import asyncio
import sys
from pathlib import Path

import pytest

from local.toolchains import node, run
from scripts.clients import python_client, typescript_client
from tests.api.conftest import Operator
from tests.api.server import serving

pytestmark = [pytest.mark.long, pytest.mark.timeout(300)]


async def test_the_python_client_works_with_the_running_api(operator: Operator, tmp_path: Path) -> None:
    """Requirements 11, 100."""
    folder = await asyncio.to_thread(python_client, tmp_path)
    async with serving(operator, with_upkeep=False) as port:
        said = await asyncio.to_thread(
            run, [sys.executable, str(folder / "smoke.py"), f"http://127.0.0.1:{port}", operator.key]
        )
    assert "made, listed, refused" in said


async def test_the_typescript_client_works_with_the_running_api(operator: Operator, tmp_path: Path) -> None:
    """Requirements 11, 100. It is compiled strictly: a field that is not described would not pass."""
    folder = await asyncio.to_thread(typescript_client, tmp_path)
    async with serving(operator, with_upkeep=False) as port:
        said = await asyncio.to_thread(
            run, [str(node()), str(folder / "built" / "smoke.js"), f"http://127.0.0.1:{port}", operator.key]
        )
    assert "made, listed, refused" in said
