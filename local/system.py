"""The whole system on one machine, as `outbound up` (up.py) and the demonstration start it: PostgreSQL, Temporal, the
product's processes and, if wanted, a simulated world.

    async with LocalSystem(Path(".outbound"), simulate=True) as system:
        print(system.addresses["api"], system.environment["OUTBOUND_API_KEY"])

Several systems run side by side in different home folders.
"""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from database.real_or_simulated import World
from local import services, simulated_world
from local.keys import local_keys, with_ring_files
from local.ports import choose_ports
from local.postgres import EmbeddedPostgres, check_reachable
from local.processes import Child, Program
from local.running_note import forget_running, ports_before, remember_running
from local.supervisor import Say, Supervisor
from local.temporal import DevServer, check_temporal
from local.temporal_programs import temporal_cli


@dataclass(frozen=True, slots=True)
class Choices:
    """What the one who starts the system may choose.

    ports: demanded ports by name (see services.usual_ports). usual_ports=False takes any free ports, as tests do.
    simulate: start a simulated world and turn the product towards it. world_arguments: what it is told, see
    `python -m simulators --help`. world_url: a world that runs already (and outlives this system), in its place.
    database_url, temporal_address: servers of one's own instead of the embedded ones.
    restarts: whether a process that dies is started again. media_processes: how many hold the conversations.
    workers: how many work on the calls. without: product processes that somebody else starts, such as a developer's
    debugger. extra_environment: for the product's processes, over everything else. before: a command that is put
    before that of one process, by its name, such as nice or env.
    """

    simulate: bool = False
    world_arguments: Sequence[str] = ()
    world_url: str | None = None
    ports: Mapping[str, int] = field(default_factory=dict)
    usual_ports: bool = True
    database_url: str | None = None
    temporal_address: str | None = None
    restarts: bool = True
    media_processes: int = services.MEDIA_PROCESSES
    workers: int = 1
    without: Collection[str] = ()
    extra_environment: Mapping[str, str] = field(default_factory=dict)
    before: Mapping[str, Sequence[str]] = field(default_factory=dict)


class LocalSystem:
    """See the head of this file. Entering starts everything in order; leaving ends it in reverse order."""

    def __init__(self, home: Path, choices: Choices = Choices(), *, say: Say = lambda line: None) -> None:
        self.home = home.absolute()
        self.environment: dict[str, str] = {}
        self.addresses: dict[str, str] = {}
        self._choices = choices
        self._say = say
        self._supervisor = Supervisor(self.home, say=say, restarts=choices.restarts)
        self._exit = AsyncExitStack()

    async def __aenter__(self) -> Self:
        async with AsyncExitStack() as begun:
            await begun.enter_async_context(self._supervisor)
            await self._start_all()
            self._exit = begun.pop_all()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._exit.__aexit__(kind, error, trace)
        forget_running(self.home)

    @property
    def children(self) -> dict[str, Child]:
        """The running processes by name: postgres, temporal, simulators, codec, api, media-1 …, worker."""
        return self._supervisor.children

    async def kill(self, name: str) -> None:
        """SIGKILL one process and wait until it is gone."""
        await self._supervisor.kill(name)

    async def restart(self, name: str) -> None:
        """End one process if it lives, start it anew, and return when it is ready."""
        await self._supervisor.restart(name)

    async def until_running(self, name: str) -> None:
        """Return when the process runs and is ready, after it was killed and while it is started again."""
        await self._supervisor.until_running(name)

    def pause(self, name: str) -> None:
        """SIGSTOP one process."""
        self._supervisor.pause(name)

    def resume(self, name: str) -> None:
        """SIGCONT one process."""
        self._supervisor.resume(name)

    def kill_all(self) -> None:
        """SIGKILL everything at once."""
        self._supervisor.kill_all()

    async def _start_all(self) -> None:
        ports = self._choose_ports()
        keys = local_keys(self.home)
        database_url = await self._start_postgres()
        temporal = await self._start_temporal(ports, keys)
        self.environment = {
            **keys,
            **product_environment(self.home, ports),
            "DATABASE_URL": database_url,
            **temporal,
        }
        world_url = await self._start_simulators(ports)
        if world_url is not None:
            self.environment |= simulated_world.environment(world_url)
            self.addresses["simulators"] = world_url
        self.environment |= self._choices.extra_environment
        self._say("bringing the tables up to date")
        await services.migrate(self.home, self.environment)
        await services.claim(database_url, World.REAL if world_url is None else World.SIMULATED)
        workers = self._choices.workers
        environment = with_ring_files(self.home, self.environment)
        for program in services.product(self.home, ports, environment, workers=workers):
            if program.name not in self._choices.without:
                self._say(f"starting {program.name}")
                await self._supervisor.start(self._as_chosen(program))
        self.addresses |= self._all_addresses(ports)
        remember_running(self.home, ports, self.addresses)

    def _as_chosen(self, program: Program) -> Program:
        return replace(program, command=(*self._choices.before.get(program.name, ()), *program.command))

    def _choose_ports(self) -> dict[str, int]:
        before = ports_before(self.home) if self._choices.usual_ports else {}
        usual = {**services.usual_ports(self._choices.media_processes)}
        usual |= {name: port for name, port in before.items() if name in usual}
        return choose_ports(usual, self._choices.ports, prefer=self._choices.usual_ports, say=self._say)

    async def _start_postgres(self) -> str:
        if self._choices.database_url:
            await check_reachable(self._choices.database_url)
            return self._choices.database_url
        self._say("starting PostgreSQL")
        server = EmbeddedPostgres(self.home)
        await self._supervisor.start(self._as_chosen(server.program()))
        return server.url

    async def _start_temporal(self, ports: Mapping[str, int], keys: Mapping[str, str]) -> dict[str, str]:
        if self._choices.temporal_address:
            namespace = await check_temporal(self._choices.temporal_address, keys)
            return {"TEMPORAL_ADDRESS": self._choices.temporal_address, "TEMPORAL_NAMESPACE": namespace}
        cli = await asyncio.to_thread(temporal_cli)
        self._say("starting Temporal")
        server = DevServer(
            self.home,
            port=ports["temporal"],
            ui_port=ports["temporal_ui"],
            codec_endpoint=f"http://{services.LOOPBACK}:{ports['codec']}",
            cli=cli,
        )
        await self._supervisor.start(server.program())
        return {"TEMPORAL_ADDRESS": server.address, "TEMPORAL_NAMESPACE": server.namespace}

    async def _start_simulators(self, ports: Mapping[str, int]) -> str | None:
        if self._choices.world_url or not self._choices.simulate:
            return self._choices.world_url
        self._say("starting the simulated world")
        port = ports["simulators"]
        await self._supervisor.start(simulated_world.program(self.home, port, self._choices.world_arguments))
        return f"http://{services.LOOPBACK}:{port}"

    def _all_addresses(self, ports: Mapping[str, int]) -> dict[str, str]:
        here = f"http://{services.LOOPBACK}"
        found = {
            "dashboard": f"{here}:{ports['api']}/",
            "api": f"{here}:{ports['api']}",
            "api_docs": f"{here}:{ports['api']}/docs",
            "temporal": self.environment["TEMPORAL_ADDRESS"],
            "database": self.environment["DATABASE_URL"],
        }
        if not self._choices.temporal_address:
            found["temporal_ui"] = (
                f"{here}:{ports['temporal_ui']}/namespaces/{self.environment['TEMPORAL_NAMESPACE']}"
            )
        return found


def product_environment(home: Path, ports: Mapping[str, int]) -> dict[str, str]:
    """Addresses and ports for the product's processes."""
    here = f"http://{services.LOOPBACK}"
    return {
        "OUTBOUND_API_PORT": str(ports["api"]),
        "OUTBOUND_CODEC_PORT": str(ports["codec"]),
        "OUTBOUND_HOME": str(home),
        "OUTBOUND_HOST": services.LOOPBACK,
        "OUTBOUND_MODE": "local",
        "OUTBOUND_WEBHOOKS_TO_THIS_MACHINE": "true",
        "OUTBOUND_PUBLIC_URL": f"{here}:{ports['api']}",
        "PYTHONUNBUFFERED": "1",
    }
