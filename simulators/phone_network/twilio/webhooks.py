"""Twilio's requests to us: signed, time-limited, repeated once when no connection was had.

Lost, twice, late or out of order on demand: callbacks.py, which sends through here.
Source: Twilio's pages on webhook signatures and connection overrides, read 2026-11-20.
"""

import base64
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha1
from urllib.parse import parse_qs, urldefrag, urlencode

import aiohttp
from yarl import URL

from simulators.phone_network.twilio.accounts import TwilioAccounts
from simulators.vendor_journal import Journal


def signature_of(auth_token: str, url: str, fields: Mapping[str, str] | None = None) -> str:
    """X-Twilio-Signature: HMAC-SHA1 over the full address and the sorted form fields."""
    text = url + "".join(key + value for key, value in sorted((fields or {}).items()))
    return base64.b64encode(hmac.new(auth_token.encode(), text.encode(), sha1).digest()).decode()


@dataclass(frozen=True, slots=True)
class Delivery:
    """How one address wants to be called: the fragment #ct=…&rt=…&tt=…&rc=…&rp=… of Twilio.

    Times in seconds; repeats only for the causes named: ct (no connection), rt (no answer), 4xx, 5xx, all.
    """

    connect_s: float = 5
    read_s: float = 15
    total_s: float = 15
    repeats: int = 1
    causes: frozenset[str] = frozenset({"ct"})


def delivery_of(fragment: str) -> Delivery:
    """The overrides of an address's fragment; what is absent keeps Twilio's defaults."""
    wanted = {key: values[-1] for key, values in parse_qs(fragment).items()}
    usual = Delivery()
    return Delivery(
        connect_s=float(wanted.get("ct", usual.connect_s * 1000)) / 1000,
        read_s=float(wanted.get("rt", usual.read_s * 1000)) / 1000,
        total_s=float(wanted.get("tt", usual.total_s * 1000)) / 1000,
        repeats=min(5, int(wanted.get("rc", usual.repeats))),
        causes=frozenset(wanted["rp"].split(",")) if "rp" in wanted else usual.causes,
    )


@dataclass(frozen=True, slots=True)
class Answer:
    """What the customer's server answered."""

    status: int
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode(errors="replace")

    @property
    def is_success(self) -> bool:
        """Whether the status is 2xx."""
        return self.status // 100 == 2


@dataclass(frozen=True, slots=True)
class _Outgoing:
    """One request, signed; form is None for GET; account: whose it is."""

    account: str
    method: str
    url: str
    form: bytes | None
    headers: dict[str, str]


class Webhooks:
    """Sends the network's requests to the customers' addresses, each signed with its account's token.

    Through aiohttp, which Twilio's SDK brings along: a request costs a fifth of what httpx takes, and the
    network shares the machine with what is measured.
    """

    def __init__(self, accounts: TwilioAccounts, journal: Journal) -> None:
        self._accounts = accounts
        self._journal = journal
        self._session: aiohttp.ClientSession | None = None

    async def close(self) -> None:
        """Give the connections back."""
        if self._session is not None:
            await self._session.close()

    async def send(
        self,
        account: str,
        address: str,
        fields: Mapping[str, str],
        *,
        method: str = "POST",
        forged: bool = False,
    ) -> Answer | None:
        """Deliver once, or again as the address's fragment allows; None if nobody answered in time.

        account: the SID of the account whose request it is; forged: sign with another token than its own.
        """
        url, fragment = urldefrag(address)
        delivery = delivery_of(fragment)
        outgoing = self._signed(account, url, fields, method, forged=forged)
        for attempt in range(delivery.repeats + 1):
            answer, cause = await self._once(outgoing, delivery)
            if cause is None or not delivery.causes & {cause, "all"} or attempt == delivery.repeats:
                return answer
        return None

    async def _once(self, outgoing: _Outgoing, delivery: Delivery) -> tuple[Answer | None, str | None]:
        """One request; its answer, and why it counts as failed (None if it does not)."""
        try:
            answer = await self._exchange(outgoing, delivery)
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            self._failed(outgoing, error)
            return None, "ct"
        except (aiohttp.ClientError, TimeoutError) as error:
            self._failed(outgoing, error)
            return None, "rt"
        self._journal.record(
            "twilio.webhook", "answered", account=outgoing.account, url=outgoing.url, status=answer.status
        )
        family = answer.status // 100
        return answer, f"{family}xx" if family >= 4 else None

    async def _exchange(self, outgoing: _Outgoing, delivery: Delivery) -> Answer:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=500, keepalive_timeout=30)
            self._session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())
        timeout = aiohttp.ClientTimeout(
            total=delivery.total_s, connect=delivery.connect_s, sock_read=delivery.read_s
        )
        # The address is sent as it was signed, not tidied up.
        address = URL(outgoing.url, encoded=True)
        async with self._session.request(
            outgoing.method,
            address,
            data=outgoing.form,
            headers=outgoing.headers,
            timeout=timeout,
            allow_redirects=False,
        ) as response:
            return Answer(response.status, await response.read())

    def _signed(
        self, account: str, url: str, fields: Mapping[str, str], method: str, *, forged: bool
    ) -> _Outgoing:
        auth_token = self._accounts.token_of(account) + ("?" if forged else "")
        headers = {
            "I-Twilio-Idempotency-Token": secrets.token_hex(16),
            "User-Agent": "TwilioProxy/1.1",
        }
        if method == "GET":
            url = f"{url}{'&' if '?' in url else '?'}{urlencode(fields)}" if fields else url
            headers["X-Twilio-Signature"] = signature_of(auth_token, url)
            return _Outgoing(account, method, url, None, headers)
        headers["X-Twilio-Signature"] = signature_of(auth_token, url, fields)
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        return _Outgoing(account, method, url, urlencode(fields).encode(), headers)

    def _failed(self, outgoing: _Outgoing, error: Exception) -> None:
        self._journal.record(
            "twilio.webhook",
            "failed",
            account=outgoing.account,
            url=outgoing.url,
            error=type(error).__name__,
        )
