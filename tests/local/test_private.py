"""What a local system leaves in its home is its owner's alone."""

import asyncio
import stat
import sys
from pathlib import Path

from local.processes import Program
from local.supervisor import Supervisor
from tests.local.waiting import until

LEAVE = "import pathlib, sys, time; pathlib.Path(sys.argv[1]).write_text('everybody'); time.sleep(60)"


async def test_nobody_else_reads_what_children_leave(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o755)
    left = home / "left.sqlite"

    async def is_left(_: int) -> bool:
        return await asyncio.to_thread(left.exists)

    program = Program(
        "child", (sys.executable, "-c", LEAVE, str(left)), home / "logs" / "child.jsonl", is_left
    )
    async with Supervisor(home, say=print) as supervisor:
        await supervisor.start(program)
        await until(left.exists)
        assert 0o700 == stat.S_IMODE(home.stat().st_mode)
        for place in (home / "logs", home / "run", left):
            assert 0 == stat.S_IMODE(place.stat().st_mode) & 0o077, place
