"""The Temporal development server, as temporal-dev.yaml describes it, with its data below the home folder."""

import asyncio
import signal
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import yaml
from temporalio.api.operatorservice.v1 import ListSearchAttributesRequest
from temporalio.api.workflowservice.v1 import DescribeNamespaceRequest
from temporalio.client import Client
from temporalio.service import RPCError

from database.sealing import KeyRing
from local.errors import TemporalUnreachable
from local.ports import free_port
from local.private import private_folder
from local.processes import Child, Program
from local.temporal_programs import temporal_cli
from startup.settings import Settings, TemporalSettings
from startup.temporal import connect

DESCRIPTION = Path(__file__).resolve().parent.parent / "temporal-dev.yaml"
LOOPBACK = "127.0.0.1"
ANSWER_WITHIN = timedelta(seconds=2)
OWN_TEMPORAL_WITHIN = timedelta(seconds=15)  # it may be far away


class DevServer:
    """One server with its own ports and data. A port that is not given is a free one."""

    def __init__(
        self,
        home: Path,
        *,
        port: int | None = None,
        ui_port: int | None = None,
        codec_endpoint: str | None = None,
        cli: Path | None = None,
    ) -> None:
        self._home = home.absolute()
        self.data = self._home / "temporal" / "temporal.sqlite"
        self._port = port or free_port()
        self._ui_port = ui_port or free_port()
        self._codec_endpoint = codec_endpoint
        self._cli = cli
        self._child: Child | None = None

    @property
    def address(self) -> str:
        return f"{LOOPBACK}:{self._port}"

    @property
    def namespace(self) -> str:
        return flag_values("--namespace")[0]

    @property
    def child(self) -> Child:
        """The running server process."""
        assert self._child is not None, "start the server first"
        return self._child

    async def start(self) -> str:
        """Start the server and return its address, once namespace and search attributes are there."""
        self._child = await Child.start(self.program(), self._home / "run" / "temporal.pid")
        return self.address

    async def stop(self) -> None:
        """End the server; what it knew stays in its data file."""
        if self._child is not None:
            await self._child.stop()
            self._child = None

    def program(self) -> Program:
        """The server process, as the supervisor runs it."""
        private_folder(self.data.parent)
        own = {
            "--ip": LOOPBACK,
            "--port": str(self._port),
            "--ui-port": str(self._ui_port),
            "--db-filename": str(self.data),
            "--ui-codec-endpoint": self._codec_endpoint,
        }
        return Program(
            name="temporal",
            command=(str(self._cli or temporal_cli()), *replaced(described_command(), own)),
            log=self._home / "logs" / "temporal.jsonl",
            is_ready=self._answers,
            ready_within=timedelta(seconds=60),
            stop_within=timedelta(seconds=10),
            stop_signal=signal.SIGTERM,
        )

    async def _answers(self, _: int) -> bool:
        return await is_serving(self.address, self.namespace)


async def is_serving(address: str, namespace: str) -> bool:
    """Whether a Temporal answers there and knows our namespace and search attributes."""
    try:
        async with asyncio.timeout(ANSWER_WITHIN.total_seconds()):
            client = await Client.connect(address, namespace=namespace)
            await client.workflow_service.describe_namespace(DescribeNamespaceRequest(namespace=namespace))
            known = await client.operator_service.list_search_attributes(
                ListSearchAttributesRequest(namespace=namespace)
            )
    except (RPCError, RuntimeError, TimeoutError):  # RuntimeError: the SDK's word for "cannot connect"
        return False
    return set(search_attributes()) <= set(known.custom_attributes)


async def check_temporal(address: str, keys: Mapping[str, str]) -> str:
    """The namespace to use at a Temporal of the user's own. Raises TemporalUnreachable, saying where and why."""
    settings = Settings(
        temporal=TemporalSettings(address=address),
        key_ring=keys["OUTBOUND_KEY_RING"],
        lookup_key=keys["OUTBOUND_LOOKUP_KEY"],
    )
    try:
        async with asyncio.timeout(OWN_TEMPORAL_WITHIN.total_seconds()):
            client = await connect(settings, KeyRing.parse(settings.key_ring, settings.lookup_key))
            await client.workflow_service.describe_namespace(
                DescribeNamespaceRequest(namespace=settings.temporal.namespace)
            )
    except (RPCError, RuntimeError, TimeoutError) as error:
        raise TemporalUnreachable(
            f"TEMPORAL_ADDRESS is set, but the namespace {settings.temporal.namespace!r} at {address} does not answer: "
            f"{error or type(error).__name__}. To mend: start that server or make the namespace, correct the TEMPORAL_ "
            "settings, or unset TEMPORAL_ADDRESS to use the development server."
        ) from error
    return settings.temporal.namespace


def described_command(description: Path = DESCRIPTION) -> tuple[str, ...]:
    """The command of the one Temporal service in the Compose file."""
    services = yaml.safe_load(description.read_text(encoding="utf-8"))["services"]
    return tuple(services["temporal"]["command"])


def flag_values(flag: str) -> list[str]:
    """The values the Compose file gives to a flag that may be repeated."""
    return [part.partition("=")[2] for part in described_command() if part.partition("=")[0] == flag]


def search_attributes() -> dict[str, str]:
    """Name to type, such as {"CampaignId": "Keyword"}."""
    pairs = (value.partition("=") for value in flag_values("--search-attribute"))
    return {name: kind for name, _, kind in pairs}


def replaced(command: tuple[str, ...], own: Mapping[str, str | None]) -> list[str]:
    """The command with our values for some flags; a flag whose value is None is left out."""
    kept = [part for part in command if part.partition("=")[0] not in own]
    return [*kept, *(f"{flag}={value}" for flag, value in own.items() if value is not None)]
