"""Who is at the other end of a connection within this machine: the kernel keeps the user of every socket.

A key in an address would not do where the address is given to a page that anybody on the machine may load.
"""

import os
import socket
import struct
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import Final

import psutil

_TABLES: Final = (Path("/proc/net/tcp"), Path("/proc/net/tcp6"))
_ROOT: Final = 0

Address = tuple[str, int]


def is_own(peer: Address, server: Address) -> bool:
    """Whether the socket at peer, connected to server, belongs to this process's user, or to root, who may all anyway.

    Both are addresses of this machine. False for a connection that is over.
    """
    if _TABLES[0].exists():
        return _user_of(peer, server) in (os.getuid(), _ROOT)
    return peer in _own_sockets(server)


def _user_of(peer: Address, server: Address) -> int | None:
    """From the kernel's table (Linux, Documentation/networking/proc_net_tcp): local and remote address, user id."""
    wanted = [_written(*peer), _written(*server)]
    for table in _TABLES:
        for line in table.read_text(encoding="ascii").splitlines()[1:] if table.exists() else ():
            columns = line.split()
            if columns[1:3] == wanted:
                return int(columns[7])
    return None


def _written(host: str, port: int) -> str:
    """An address as the table has it: each word of 32 bits as a number of this machine, in hexadecimal digits."""
    packed = socket.inet_pton(socket.AF_INET6 if ip_address(host).version == 6 else socket.AF_INET, host)
    words = struct.unpack(f"={len(packed) // 4}I", packed)
    return "".join(f"{word:08X}" for word in words) + f":{port:04X}"


def _own_sockets(server: Address) -> Iterator[Address]:
    """Where nobody keeps such a table, the processes of this user are asked for their sockets."""
    for process in psutil.process_iter():
        try:
            if process.uids().real != os.getuid():
                continue
            connections = process.net_connections("tcp")
        except psutil.Error:
            continue
        yield from (tuple(each.laddr) for each in connections if each.raddr and tuple(each.raddr) == server)
