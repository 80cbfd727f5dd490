"""Networks from which a key is taken: how one is written, and whether an address belongs to one.

IPv4 within IPv6 (`::ffff:10.0.0.1`) is IPv4, in networks and addresses alike: which of the two a listening socket shows is chance.
"""

import re
from collections.abc import Iterable, Sequence
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import Final

from domain.errors import InvalidInput

MOST: Final = 20
_WRITTEN: Final = re.compile(r"[0-9A-Fa-f:.]{2,45}(?:/[0-9]{1,3})?")
_MAPPED: Final = IPv6Network("::ffff:0:0/96")
_Network = IPv4Network | IPv6Network


def read_networks(written: Sequence[str], pointer: str) -> list[str]:
    """These networks, each in its one spelling, sorted and once. An address is a network of one. Raises InvalidInput."""
    read = {_read(each, f"{pointer}/{place}") for place, each in enumerate(written)}
    return [str(each) for each in sorted(read, key=lambda each: (each.version, each))]


def _read(written: str, pointer: str) -> _Network:
    if not _WRITTEN.fullmatch(written):
        raise _refused(
            "A network is written as 10.0.0.0/8 or 2001:db8::/32, a single address without /.", pointer
        )
    try:
        loose = ip_network(written, strict=False)
    except ValueError as error:
        raise _refused("This is no network: write one as 10.0.0.0/8 or 2001:db8::/32.", pointer) from error
    if str(loose.network_address) != str(ip_address(written.partition("/")[0])):
        raise _refused(f"This address lies within a network; write the network: {loose}.", pointer)
    return _plain(loose)


def _plain(network: _Network) -> _Network:
    if isinstance(network, IPv6Network) and network.subnet_of(_MAPPED):
        return IPv4Network((int(network.network_address) & 0xFFFFFFFF, network.prefixlen - 96))
    return network


def is_within(host: str, networks: Iterable[str]) -> bool:
    """Whether this IP address belongs to one of these; False for whatever is no address."""
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return False
    plain = getattr(address, "ipv4_mapped", None) or address
    return any(plain in ip_network(each) for each in networks)


def reach_beyond(inner: Iterable[str], outer: Sequence[str]) -> bool:
    """Whether any of these networks holds an address that none of the others, taken one by one, holds."""
    return not all(any(_holds(ip_network(large), ip_network(small)) for large in outer) for small in inner)


def _holds(large: _Network, small: _Network) -> bool:
    if isinstance(large, IPv4Network):
        return isinstance(small, IPv4Network) and small.subnet_of(large)
    return isinstance(small, IPv6Network) and small.subnet_of(large)


def _refused(message: str, pointer: str) -> InvalidInput:
    return InvalidInput(message, pointer=pointer, code="network_refused")
