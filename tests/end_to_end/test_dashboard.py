"""The dashboard in a real browser, on the running system: the flows of dashboard/browser."""

import asyncio
import gzip
import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from local import dashboard
from local.chromium import chromium
from local.toolchains import node
from tests.end_to_end.house import House, Lead
from tests.end_to_end.judge import judge
from tests.end_to_end.people import LINGERS, YES

_ROLES = ("admin", "agent_manager", "agent")
_PASSWORD = "sieben blaue Enten"
_FIRST_LOAD = 200 * 1024
_LIMIT = 300.0  # seconds for all flows
_CONFIG = dashboard.FOLDER / "vitest.browser.config.ts"


@pytest.mark.timeout(_LIMIT + 120)
async def test_every_flow_in_a_real_browser(house: House) -> None:
    """Requirements 4, 5, 92, 93, 97, 99, 100, 197."""
    built = await asyncio.to_thread(dashboard.build)
    assert _first_load(built) <= _FIRST_LOAD
    people = {role: await _invited(house, role) for role in _ROLES}
    for made in people.values():
        await house.post("/auth/accept", {"token": made["link"]["token"], "password": _PASSWORD})
    invited = {role: await _invited(house, role) for role in _ROLES}
    leads = [Lead(LINGERS if place % 3 == 0 else YES, name=f"Ada {place}") for place in range(18)]
    parts = await house.parts(trunk_id=await house.trunk(lines=4))
    draft, other = await house.draft(leads, parts=parts), await house.draft([Lead(YES)])
    over = await house.campaign_of([Lead(YES)])
    await house.finished(over)
    answer = await house.api.put(f"/campaigns/{draft}/members/{people['agent']['user']['id']}")
    assert answer.is_success, answer.text
    world = {
        "url": house.system.addresses["api"],
        "key": house.system.environment["OUTBOUND_API_KEY"],
        "chromium": str(await asyncio.to_thread(chromium)),
        "invitations": {role: made["link"]["token"] for role, made in invited.items()},
        "password": _PASSWORD,
        "emails": {role: made["user"]["email"] for role, made in people.items()},
        "draft": draft,
        "other": other,
        "over": over,
    }
    assert 0 == await _run_flows(world), "see what the flows said above"
    await judge(house)


def _first_load(built: Path) -> int:
    """Bytes, packed, of the page and of what it names."""
    page = (built / "index.html").read_text(encoding="utf-8")
    named = [built / name for name in re.findall(r'(?:src|href)="\./([^"]+)"', page)]
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in (built / "index.html", *named))


async def _invited(house: House, role: str) -> dict[str, Any]:
    return await house.post(
        "/users", {"email": f"{uuid4().hex}@example.com", "name": f"A {role}", "role": role}
    )


async def _run_flows(world: Mapping[str, object]) -> int:
    """The exit code of the flows; what they say is said here."""
    program = await asyncio.to_thread(node)
    vitest = Path(dashboard.FOLDER / "node_modules" / ".bin" / "vitest")
    process = await asyncio.create_subprocess_exec(
        str(program),
        str(vitest),
        "run",
        f"--config={_CONFIG}",
        cwd=dashboard.FOLDER,
        env={**os.environ, "OUTBOUND_BROWSER_WORLD": json.dumps(world), "NO_COLOR": "1"},
        stdin=asyncio.subprocess.DEVNULL,
    )
    try:
        async with asyncio.timeout(_LIMIT):
            return await process.wait()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
