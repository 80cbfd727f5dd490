"""Where an address of ours leads, by its spelling alone: this machine, the house's own network, or anywhere else."""

from ipaddress import ip_address
from typing import Final

_WITHIN: Final = (".internal", ".local", ".lan", ".svc")


def is_this_machine(host: str) -> bool:
    """A loopback address or its name; not 0.0.0.0, at which everybody is heard."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower().rstrip(".") == "localhost"


def is_of_the_house(host: str) -> bool:
    """This machine, a private address, or a name that the public does not resolve: one word, or below .internal and its like."""
    try:
        address = ip_address(host.strip("[]"))
    except ValueError:
        name = host.lower().rstrip(".")
        return "." not in name or name.endswith(_WITHIN)
    return address.is_loopback or (address.is_private and not address.is_unspecified)
