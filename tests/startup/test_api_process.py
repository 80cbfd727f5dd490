"""The API as a process: what it needs may come after it."""

import sys
from pathlib import Path

from local.keys import new_keys
from local.ports import free_port
from local.processes import Child, Program
from local.ready_conditions import answers_http

ROOT = Path(__file__).resolve().parent.parent.parent


async def test_the_api_serves_while_its_database_is_away(tmp_path: Path) -> None:
    """It has a key to admit, which has to wait; a start in any other order than the servers' is no reason to end."""
    port = free_port()
    program = Program(
        name="api",
        command=(sys.executable, "-m", "api"),
        log=tmp_path / "api.jsonl",
        is_ready=answers_http(f"http://127.0.0.1:{port}/healthz"),
        environment={
            **new_keys(),
            "OUTBOUND_MODE": "local",
            "OUTBOUND_HOME": str(tmp_path),
            "OUTBOUND_API_PORT": str(port),
            "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none",
            "TEMPORAL_ADDRESS": "127.0.0.1:1",
        },
        folder=ROOT,
    )
    child = await Child.start(program, tmp_path / "api.pid")
    await child.stop()
    assert "api.database_away" in program.log.read_text(encoding="utf-8")
    assert "Traceback" not in program.log.read_text(encoding="utf-8")
