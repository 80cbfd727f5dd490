"""Looks at each part of the local system and says how to mend what is not well. Changes nothing."""

import importlib.metadata
import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import httpx

from local.errors import LocalSystemError
from local.keys import new_keys
from local.ports import is_free, owner_of
from local.postgres import binaries, check_reachable, server_user
from local.ready_conditions import ANSWER_WITHIN, http_status
from local.running_note import RunningSystem, running_system
from local.services import MEDIA_PROCESSES, ROOT, usual_ports
from local.temporal import check_temporal
from local.temporal_programs import Way, ways_to_find_cli, ways_to_find_test_server
from local.toolchains import NotHad
from startup.settings import Settings
from startup.vendor_ends import ending_settings
from startup.wiring import voices

LEAST_FREE_BYTES = 2 * 1024**3  # a build of the Temporal CLI needs 1.5 GB for a while
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)(?: ; (.*?))? \\$")
PROVIDERS = {
    "Twilio": ("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN"),
    "Deepgram": ("DEEPGRAM_API_KEY",),
    "ElevenLabs": ("ELEVENLABS_API_KEY",),
    "OpenAI": ("OPENAI_API_KEY",),
    "HubSpot": ("HUBSPOT_TOKEN",),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One part. is_needed: False for what the simulated world does without. mend: what to do if it is not well."""

    part: str
    is_well: bool
    detail: str
    mend: str = ""
    is_needed: bool = True


def told(finding: Finding) -> Iterator[tuple[str, str]]:
    """Its lines for people: the mark and what was found; under it how to mend what is not well."""
    mark = "ok" if finding.is_well else "MEND" if finding.is_needed else "—"
    yield mark, f"{finding.part}: {finding.detail}"
    if finding.mend and not finding.is_well:
        yield "", f"to mend: {finding.mend}"


async def examine(home: Path) -> list[Finding]:
    """Every finding, in the order in which the parts are needed."""
    running = running_system(home)
    return [
        python_version(),
        locked_packages(),
        free_disk(home),
        keys(home),
        await database(),
        await temporal(),
        obtained("test server", ways_to_find_test_server(), "run `make tools`"),
        *ports(running),
        *provider_keys(),
        *settings_that_end(datetime.now(UTC).date()),
        *await default_voice(),
        await api(running),
        *await vendors(running),
    ]


def python_version() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    return Finding(
        "python", sys.version_info >= (3, 11), f"{version} at {sys.executable}", "install Python 3.11 to 3.13"
    )


def locked_packages() -> Finding:
    """Whether what is installed is what the lock says."""
    wrong = [f"{name} {pin} ({found or 'absent'})" for name, pin, found in compared() if pin != found]
    if not wrong:
        return Finding("packages", True, "as requirements.lock says")
    return Finding(
        "packages",
        False,
        f"{len(wrong)} differ from requirements.lock: {', '.join(wrong[:4])}",
        "run `make setup`",
    )


def compared() -> list[tuple[str, str, str | None]]:
    """Name, pinned version and installed version of each package that the lock holds for every machine."""
    pins = (
        PINNED.match(line) for line in (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    )
    return [(pin[1], pin[2], installed(pin[1])) for pin in pins if pin and not pin[3]]


def installed(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def free_disk(home: Path) -> Finding:
    folder = next(place for place in (home, *home.absolute().parents) if place.exists())
    free = shutil.disk_usage(folder).free
    return Finding(
        "disk", free >= LEAST_FREE_BYTES, f"{free / 1024**3:.1f} GB free at {folder}", "free 2 GB there"
    )


def keys(home: Path) -> Finding:
    file = home / "keys.json"
    if not file.exists():
        return Finding("keys", True, "none yet; the first `outbound up` makes them")
    mode = file.stat().st_mode & 0o777
    return Finding("keys", not mode & 0o077, f"{file}, mode {mode:o}", f"chmod 600 {file}")


async def database() -> Finding:
    url = os.environ.get("DATABASE_URL")
    try:
        if url:
            await check_reachable(url)
            return Finding("database", True, "DATABASE_URL answers")
        user = server_user()
        return Finding(
            "database", True, f"embedded, {binaries()}" + (f", as the user {user}" if user else "")
        )
    except LocalSystemError as error:
        return finding_of("database", error)


async def temporal() -> Finding:
    address = os.environ.get("TEMPORAL_ADDRESS")
    if not address:
        return obtained("temporal", ways_to_find_cli(), "run `make tools`")
    try:
        return Finding(
            "temporal", True, f"namespace {await check_temporal(address, new_keys())} at {address} answers"
        )
    except LocalSystemError as error:
        return finding_of("temporal", error)


def finding_of(part: str, error: LocalSystemError) -> Finding:
    what, _, mend = str(error).partition(" To mend: ")
    return Finding(part, False, what, mend)


def obtained(part: str, ways: tuple[Way, ...], mend: str) -> Finding:
    for _, attempt in ways:
        try:
            return Finding(part, True, str(attempt()))
        except NotHad:
            continue
        except LocalSystemError as error:
            return finding_of(part, error)
    return Finding(part, False, "not obtained yet", mend)


def ports(running: RunningSystem | None) -> list[Finding]:
    """A usual port that is taken is no harm: another one is taken then."""
    if running is not None:
        return []
    return [
        Finding("port", True, f"{port} ({name}) belongs to {owner_of(port)}; a free one will be taken")
        for name, port in usual_ports(MEDIA_PROCESSES).items()
        if not is_free(port)
    ]


def provider_keys() -> list[Finding]:
    """Needed for real calls only."""
    found = []
    for provider, names in PROVIDERS.items():
        absent = [name for name in names if not os.environ.get(name)]
        detail = "set" if not absent else f"{', '.join(absent)} not set; only simulated calls are possible"
        mend = f"set {' and '.join(absent)} for real calls" if absent else ""
        found.append(Finding(provider, not absent, detail, mend, is_needed=False))
    return found


def settings_that_end(today: date) -> list[Finding]:
    """What the settings name that its vendor will soon end, or has ended."""
    found = ending_settings(Settings(), today)
    return [
        Finding(name, False, warning, f"set {name} to what is named there", is_needed=False)
        for name, warning in found.items()
    ]


async def default_voice() -> list[Finding]:
    """Whether the account's voice for agents without one is there; nothing where there is no account, or no answer."""
    vendor = voices(Settings())
    if vendor is None or (trouble := await vendor.trouble()) is None:
        return []
    what, _, mend = trouble.partition(": ")
    return [Finding(f"{vendor.vendor}' voice", False, what, mend, is_needed=False)]


async def api(running: RunningSystem | None) -> Finding:
    if running is None:
        return Finding("api", False, "not running", "run `outbound up --simulate`", is_needed=False)
    where = running.addresses["api"]
    status = await http_status(f"{where}/readyz")
    return Finding(
        "api",
        status == 200,
        f"{where} answers {status or 'nothing'}",
        "look at .outbound/logs/api.jsonl; `outbound up` starts an API that died again",
    )


async def vendors(running: RunningSystem | None) -> list[Finding]:
    """How the speech and language vendors do, as the running system sees it; nothing while it cannot be asked."""
    if running is None:
        return []
    asker = httpx.AsyncClient(
        base_url=running.addresses["api"],
        headers={"Authorization": f"Bearer {running.api_key}"},
        timeout=ANSWER_WITHIN.total_seconds(),
        trust_env=False,
    )
    async with asker:
        try:
            paths = (
                "/api/media",
                "/api/provider-limits",
                "/api/provider-limits/failing",
                "/api/agents?limit=200",
            )
            answers = [await asker.get(path) for path in paths]
        except httpx.HTTPError:
            return []
    if any(answer.is_error for answer in answers):
        return [
            Finding("media", False, "no media process answers", "look at .outbound/logs", is_needed=False)
        ]
    figures, limits, failing, agents = (answer.json() for answer in answers)
    return [*vendor_findings(figures, limits, failing), *agent_findings(agents["data"])]


def vendor_findings(
    figures: Mapping[str, Any],
    limits: Sequence[Mapping[str, Any]],
    failing: Sequence[Mapping[str, Any]] = (),
) -> list[Finding]:
    """What is not well among the vendors: figures of each media process by its name, limits with their use, those that
    failed the last conversations."""
    found = [
        Finding(
            f"{vendor} in {process}",
            False,
            f"{health['failures']} failed and {health['late']} late of {health['requests']} requests",
            "calls of agents with a backup go on; look at the vendor's status page",
            is_needed=False,
        )
        for process, one in sorted(figures.items())
        for vendor, health in one["health"].items()
        if health["state"] != "ok"
    ]
    found += [
        Finding(
            f"{limit['kind']} permits of {limit['provider']}",
            False,
            f"{limit['in_use']} of {limit['most']} in use, {limit['waiting']} calls wait",
            f"if the vendor's plan allows more: outbound limits set {limit['kind']} {limit['provider']} MORE",
            is_needed=False,
        )
        for limit in limits
        if limit["waiting"]
    ]
    found += [
        Finding(
            vendor["vendor"],
            False,
            f"failed the last {vendor['failures']} conversations, {vendor['waiting']} calls wait for it",
            "one call at a time tries it; agents with another vendor for a backup go on without it",
            is_needed=False,
        )
        for vendor in failing
        if vendor["held_until"]
    ]
    return found or [Finding("vendors", True, "none fails often, no call waits for one", is_needed=False)]


def agent_findings(agents: Sequence[Mapping[str, Any]]) -> list[Finding]:
    """Agents made of what their vendors will soon end, or have ended."""
    return [
        Finding(
            f"agent {agent['name']}",
            False,
            warning,
            "make an agent with what is named there, and give it to the campaigns",
            is_needed=False,
        )
        for agent in agents
        for warning in agent["warnings"]
    ]
