"""From where somebody asks: their network, as it is counted and kept, since addresses change and belong to people."""

import ipaddress
from typing import Final

from fastapi import Request
from starlette.requests import HTTPConnection

from api.tools import ApiTools

_OF_NO_ACCOUNT: Final = "networks"
_SHOWN_BYTES: Final = 8  # enough to tell networks apart


def host_of(connection: HTTPConnection) -> str:
    """The address of whoever asks: the peer's, or what a proxy that is believed says of it (OUTBOUND_TRUSTED_PROXIES); empty if unknown."""
    return connection.client.host if connection.client else ""


def network_hash(request: Request, tools: ApiTools) -> bytes:
    """A keyed hash of the network from which this request comes."""
    return tools.key_ring.lookup(network_of(host_of(request)), _OF_NO_ACCOUNT)


def shown_network(request: Request, tools: ApiTools) -> str:
    """The beginning of that hash, as the audit log has it."""
    return network_hash(request, tools)[:_SHOWN_BYTES].hex()


def network_of(host: str) -> str:
    """The network of an address: 256 addresses of IPv4, what one household has of IPv6."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return "unknown"
    mapped = getattr(address, "ipv4_mapped", None)
    address = mapped or address
    return str(ipaddress.ip_network((address, 24 if address.version == 4 else 56), strict=False))
