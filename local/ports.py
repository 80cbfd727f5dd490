"""Loopback ports: free ones, and the owner of a taken one."""

import pwd
import random
import socket
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import psutil

from local.errors import PortTaken

# Below the range from which the system takes ports for outgoing connections, so that a port stays ours
# while its process is being restarted.
RANGE = range(15_000, 32_000)
LOOPBACK = "127.0.0.1"

_given_out: dict[int, socket.socket] = {}


def free_port() -> int:
    """A port that nobody listens on, and that neither this process nor any other that lives was given here before."""
    for _ in range(1000):
        port = random.choice(RANGE)  # nosec B311 # a free port is no secret
        if is_free(port) and _is_claimed(port):
            return port
    raise OSError("no free port was found in 1,000 tries")


def _is_claimed(port: int) -> bool:
    """Claim the port until this process ends, if nobody else has: its server may begin to listen much later.

    The claim is the port's namesake of UDP, which no server here uses.
    """
    claim = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        claim.bind((LOOPBACK, port))
    except OSError:
        claim.close()
        return False
    _given_out[port] = claim
    return True


def is_free(port: int) -> bool:
    """Whether a server could listen on the loopback port now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        # As servers do: a port whose old connections are still fading counts as free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
    return True


def owner_of(port: int) -> str:
    """Who listens on the port, for a person: "nginx (pid 123, user www-data)"."""
    for connection in listeners():
        if connection.laddr and connection.laddr.port == port and connection.pid:
            with suppress(psutil.Error):
                process = psutil.Process(connection.pid)
                return f"{process.name()} (pid {process.pid}, user {process.username()})"
    user = listening_user(port)
    return f"a process of the user {user}" if user else "a process that cannot be seen from here"


def listeners() -> list["psutil._ntuples.sconn"]:
    try:
        found = psutil.net_connections(kind="tcp")
    except psutil.AccessDenied:  # macOS, ordinary user
        return []
    return [connection for connection in found if connection.status == psutil.CONN_LISTEN]


def listening_user(port: int) -> str | None:
    """The user who listens there, from the kernel's table: known even where the process is hidden (Linux only)."""
    for table in (Path("/proc/net/tcp"), Path("/proc/net/tcp6")):
        if not table.exists():
            continue
        for line in table.read_text(encoding="ascii").splitlines()[1:]:
            fields = line.split()
            if fields[3] == "0A" and int(fields[1].rpartition(":")[2], 16) == port:  # 0A: listening
                return user_name(int(fields[7]))
    return None


def user_name(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"number {uid}"


def choose_ports(
    names: Mapping[str, int], demanded: Mapping[str, int], *, prefer: bool, say: Callable[[str], None]
) -> dict[str, int]:
    """One port for each name. names gives the usual port of each; prefer=False takes any free one instead.

    A demanded port must be free: raises PortTaken, naming its owner. A usual port that is taken is replaced, and said.
    """
    chosen: dict[str, int] = {}
    for name, usual in names.items():
        if name in demanded:
            chosen[name] = check_free(name, demanded[name])
        elif prefer and is_free(usual):
            chosen[name] = usual
        else:
            chosen[name] = free_port()
            if prefer:
                say(f"port {usual} belongs to {owner_of(usual)}; {name} takes {chosen[name]} instead")
    return chosen


def check_free(name: str, port: int) -> int:
    if not is_free(port):
        raise PortTaken(
            f"Port {port}, asked for for {name}, belongs to {owner_of(port)}. "
            "To mend: end that process, ask for another port, or ask for none to get a free one."
        )
    return port
