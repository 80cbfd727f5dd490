"""What a process asks for before it serves in production (OUTBOUND_MODE=production, which is the mode of one that is told none).

Each rule answers with a sentence and its remedy; startup/fitness.py tells all of them at once. What stays the operator's own:
docs/security.md.
"""

import base64
import logging
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final
from urllib.parse import parse_qs, urlsplit

from startup.hosts import is_of_the_house, is_this_machine
from startup.origins import origins
from startup.secrets import ring_and_other_keys
from startup.settings import Settings

_TLS_MODES: Final = frozenset({"require", "verify-ca", "verify-full"})
_LEAST_STEPS: Final = 16  # of 31 steps from byte to byte some 29 differ; of counted bytes one does
_LEAST_SIGNS: Final = 8  # of 48 random hexadecimal signs 15 differ


def unfit_for_production(settings: Settings) -> list[str]:
    """A sentence for each thing that production does not serve with; none if all is well."""
    return [sentence for rule in _RULES for sentence in rule(settings)]


def _public_addresses(settings: Settings) -> Iterator[str]:
    for variable, address, scheme in (
        ("OUTBOUND_PUBLIC_URL", settings.public_url, "https"),
        ("OUTBOUND_MEDIA_URL", settings.media_url, "wss"),
    ):
        parts = urlsplit(address)
        if parts.scheme != scheme or not parts.hostname or is_of_the_house(parts.hostname):
            yield (
                f"{variable} is not an address at which the public reaches us over TLS. To mend: the {scheme}:// address of "
                "the proxy that ends TLS before this process."
            )


def _control_address(settings: Settings) -> Iterator[str]:
    parts = urlsplit(settings.media_control_url)
    if parts.scheme != "https" and not is_of_the_house(parts.hostname or "elsewhere.example"):
        yield (
            "OUTBOUND_MEDIA_CONTROL_URL leads over plain HTTP out of the house's own network, with a key and what calls say. To "
            "mend: a private address, or https://."
        )


def _origins(settings: Settings) -> Iterator[str]:
    if any(each.startswith("http:") for each in origins(settings.cors_origins)):
        yield "OUTBOUND_CORS_ORIGINS lets a page ask that came over plain HTTP. To mend: its https:// origin, or leave it out."


def _keys(settings: Settings) -> Iterator[str]:
    seen: dict[bytes, str] = {}
    for variable, text in ring_and_other_keys(settings):
        try:
            key = base64.b64decode(text, validate=True)
        except ValueError:
            continue  # told already, of every mode
        if key and _is_no_chance(key):
            yield f"{variable} holds text or a count, not bytes made by chance. To mend: make it as README.md says, and keep it secret."
        if key and key in seen:
            which = variable if seen[key] == variable else f"{seen[key]} and {variable}"
            yield f"{which} holds one key twice: who finds it out has both. To mend: make another."
        seen[key] = variable


def _is_no_chance(key: bytes) -> bool:
    return (
        all(32 <= byte < 127 for byte in key)
        or len({(after - before) % 256 for before, after in pairwise(key)}) < _LEAST_STEPS
    )


def _system_key(settings: Settings) -> Iterator[str]:
    key = settings.api_key
    if key and len(set(key.removeprefix("ok_"))) < _LEAST_SIGNS:
        yield (
            "OUTBOUND_API_KEY is an example: it is made of a few signs. To mend: leave it unset, or "
            'python -c "import secrets; print(secrets.token_urlsafe(32))".'
        )
    elif key and key in {text for _, text in ring_and_other_keys(settings)}:
        yield "OUTBOUND_API_KEY is the text of another key, which its bearers would know. To mend: make one of its own."


def _database(settings: Settings) -> Iterator[str]:
    parts = urlsplit(settings.database_url)
    asked = parse_qs(parts.query)
    hosts = [*asked.get("host", ()), *([parts.hostname] if parts.hostname else ())]
    if not settings.database_url:
        yield "DATABASE_URL is not set. To mend: postgresql://USER:PASSWORD@HOST/NAME?ssl=verify-full."
    elif any(not host.startswith("/") and not is_this_machine(host) for host in hosts):
        modes = asked.get(
            "ssl", []
        )  # what the driver asks for by itself is given up where the server has none
        if not modes or not _TLS_MODES.issuperset(modes):
            yield (
                "DATABASE_URL leads to another machine without asking for TLS. To mend: add ?ssl=verify-full, or ?ssl=require "
                "where the server's certificate is its own."
            )


def _temporal(settings: Settings) -> Iterator[str]:
    temporal = settings.temporal
    host = temporal.address.rpartition(":")[0] or temporal.address
    if not is_this_machine(host) and not (temporal.tls or temporal.api_key or temporal.tls_client_cert):
        yield (
            "TEMPORAL_ADDRESS leads to another machine without TLS: who runs where and when would be told to the network. To "
            "mend: TEMPORAL_TLS=true, with the certificates that it needs."
        )


def _vendors(settings: Settings) -> Iterator[str]:
    for variable, address in settings.vendors_addresses.items():
        parts = urlsplit(address)
        if address and (
            parts.scheme not in ("https", "wss") or is_this_machine(parts.hostname or "localhost")
        ):
            yield (
                f"{variable} leads to a simulator or over plain HTTP, with the vendor's key and what people say. To mend: leave "
                "it unset, or a https:// or wss:// address."
            )


def _callers(settings: Settings) -> Iterator[str]:
    proxies = [each.strip() for each in settings.trusted_proxies.split(",")]
    if any(each == "*" or each.endswith("/0") for each in proxies):
        yield (
            "OUTBOUND_TRUSTED_PROXIES believes everybody for whom they ask, so that limits and logs name whom one likes. To "
            "mend: the addresses of your proxies."
        )
    elif not is_this_machine(settings.host) and "trusted_proxies" not in settings.model_fields_set:
        yield (
            "OUTBOUND_TRUSTED_PROXIES is not set, and OUTBOUND_HOST lets other machines in: all people would be counted as the one "
            "proxy. To mend: the addresses of the proxies before the API."
        )


def _conveniences(settings: Settings) -> Iterator[str]:
    if settings.webhooks_to_this_machine:
        yield (
            "OUTBOUND_WEBHOOKS_TO_THIS_MACHINE lets whoever may make a webhook ask programs behind our walls. To mend: leave it "
            "unset."
        )
    if logging.getLevelNamesMapping().get(settings.log_level.upper(), logging.DEBUG) < logging.INFO:
        yield "OUTBOUND_LOG_LEVEL is for developers. To mend: INFO, WARNING or ERROR."


_RULES: Final[tuple[Callable[[Settings], Iterator[str]], ...]] = (
    _public_addresses,
    _control_address,
    _origins,
    _keys,
    _system_key,
    _database,
    _temporal,
    _vendors,
    _callers,
    _conveniences,
)
