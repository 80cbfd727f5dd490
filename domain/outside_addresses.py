"""Which addresses of other people's programs we send to: how one may be spelled, and which networks it may lead to.

A spelling has one reading or is refused. Where it leads is known only when its name is resolved: providers/webhooks.py asks is_public()
of every answer, and of the peer that it reached.
"""

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Final

from domain.errors import InvalidInput

PORTS: Final = frozenset({443, 8443})
LONGEST: Final = 2000  # signs
_MOST_NAME: Final = 253  # RFC 1035, section 2.3.4
_SIGNS: Final = re.compile(r"[!-~]+")  # of ASCII, no space
_HOST: Final = re.compile(
    r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])", re.IGNORECASE
)
_WITHIN: Final = (
    "localhost",
    "local",
    "internal",
    "intranet",
    "lan",
    "home",
    "corp",
    "private",
    "arpa",
    "onion",
)
_THIS_MACHINE: Final = frozenset({"localhost", "127.0.0.1", "[::1]"})

# IANA's registry of IPv4 special-purpose addresses, read 2026-11-30, with multicast and what was reserved; the last one is
# public by the registry, but within Azure it is the host's own service.
_NOT_PUBLIC: Final = [
    ip_network(each)
    for each in [
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
        "168.63.129.16/32",
    ]
]
# The one block of IPv6 that is given out, and what within it carries another address (Teredo, 6to4) or is nobody's. IPv4 in IPv6
# (::ffff:0:0/96, ::/96), NAT64, unique local, link-local and multicast addresses lie outside.
_GIVEN_OUT: Final = IPv6Network("2000::/3")
_NOT_GIVEN_OUT: Final = [
    IPv6Network(each)
    for each in ("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3ffe::/16", "3fff::/20")
]
_ISATAP: Final = (
    0x00005EFE,
    0x02005EFE,
)  # RFC 5214, section 6.1: the second half's first word; an IPv4 address follows


@dataclass(frozen=True, slots=True)
class OutsideAddress:
    """An address in its one reading. target: path and query; host: as a resolver and a certificate take it."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """What the Host header says."""
        usual = {"https": 443, "http": 80}[self.scheme]
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == usual else f"{host}:{self.port}"


def read_outside_address(url: str, *, local: bool = False) -> OutsideAddress:
    """The address, if it is `https://` with a full name, on port 443 or 8443.

    local: addresses of this very machine are taken too, of any port, by `http://` as well. Raises InvalidInput.
    """
    if len(url) > LONGEST:
        raise _refused(f"An address has at most {LONGEST} signs.")
    if not _SIGNS.fullmatch(url) or "\\" in url:
        raise _refused(
            "An address has ASCII signs only, without spaces and backslashes; write a name as xn--…."
        )
    scheme, separator, rest = url.partition("://")
    authority = re.split(r"[/?#]", rest, maxsplit=1)[0]
    if scheme.lower() not in ("https", "http") or not separator or not authority:
        raise _refused("An address begins with https:// and a name.")
    if "@" in authority:
        raise _refused("An address holds no user and no password; requests are signed.")
    if "#" in url:
        raise _refused("An address has no fragment; leave out # and what follows.")
    name, port = _host_and_port(authority)
    target = rest[len(authority) :]
    address = OutsideAddress(
        scheme.lower(),
        name.strip("[]").lower(),
        port or {"https": 443, "http": 80}[scheme.lower()],
        target if target.startswith("/") else f"/{target}",
    )
    if local and name.lower() in _THIS_MACHINE:
        return address
    _check_outside(address)
    return address


def _host_and_port(authority: str) -> tuple[str, int | None]:
    found = re.fullmatch(r"(\[[0-9a-fA-F:.]+\]|[^\[\]:]+)(?::([1-9][0-9]{0,4}))?", authority)
    if found is None or int(found[2] or 1) > 65_535:
        raise _refused("After https:// comes a name, and perhaps a colon with a port.")
    return found[1], int(found[2]) if found[2] else None


def _check_outside(address: OutsideAddress) -> None:
    if address.scheme != "https":
        raise _refused("An address begins with https://.")
    if len(address.host) > _MOST_NAME or not _HOST.fullmatch(address.host):
        raise _refused(
            "After https:// comes a full name such as hooks.example.com: no number, and no dot at its end."
        )
    if address.host.rsplit(".", 1)[-1] in _WITHIN:
        raise _refused("This name belongs to a network of one's own; give one that everybody can reach.")
    if address.port not in PORTS:
        raise _refused(f"Ports that are sent to: {', '.join(str(port) for port in sorted(PORTS))}.")


def is_public(address: str) -> bool:
    """Whether this IP address belongs to the internet at large; False for whatever is none."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    if isinstance(found, IPv4Address):
        return not any(found in network for network in _NOT_PUBLIC)
    return _is_public_6(found)


def _is_public_6(address: IPv6Address) -> bool:
    return (
        address.scope_id is None
        and address in _GIVEN_OUT
        and not any(address in network for network in _NOT_GIVEN_OUT)
        and (int(address) >> 32) & 0xFFFFFFFF not in _ISATAP
    )


def is_this_machine(address: str) -> bool:
    """Whether this is an IP address of the loopback, written as one; False for whatever is none."""
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def _refused(message: str) -> InvalidInput:
    return InvalidInput(message, pointer="/url", code="address_refused")
