"""Twilio's requests to us: signed, time-limited, repeated once when no connection was had.

Source: Twilio's pages on webhook signatures and connection overrides, read 2026-11-20.
"""

import asyncio
import base64
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha1
from urllib.parse import parse_qs, urldefrag, urlencode

import httpx

from simulators.journal import Journal


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


class Webhooks:
    """Sends the network's requests to the customer's addresses."""

    def __init__(self, auth_token: str, journal: Journal) -> None:
        self._auth_token = auth_token
        self._journal = journal
        self._http = httpx.AsyncClient(limits=httpx.Limits(max_connections=500, keepalive_expiry=30))

    async def close(self) -> None:
        """Give the connections back."""
        await self._http.aclose()

    async def send(
        self, address: str, fields: Mapping[str, str], *, method: str = "POST", forged: bool = False
    ) -> httpx.Response | None:
        """Deliver once, or again as the address's fragment allows; None if nobody answered in time.

        forged: sign with another account's token.
        """
        url, fragment = urldefrag(address)
        delivery = delivery_of(fragment)
        token = secrets.token_hex(16)
        for attempt in range(delivery.repeats + 1):
            request = self._request(url, fields, method, delivery, token, forged=forged)
            response, cause = await self._once(request, delivery)
            if cause is None or not delivery.causes & {cause, "all"} or attempt == delivery.repeats:
                return response
        return None

    async def _once(
        self, request: httpx.Request, delivery: Delivery
    ) -> tuple[httpx.Response | None, str | None]:
        """One request; answers the response, and why it counts as failed (None if it does not)."""
        try:
            async with asyncio.timeout(delivery.total_s):
                response = await self._http.send(request)
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            self._failed(request, error)
            return None, "ct"
        except (httpx.HTTPError, TimeoutError) as error:
            self._failed(request, error)
            return None, "rt"
        self._journal.record("twilio.webhook", "answered", url=str(request.url), status=response.status_code)
        family = response.status_code // 100
        return response, f"{family}xx" if family >= 4 else None

    def _request(
        self,
        url: str,
        fields: Mapping[str, str],
        method: str,
        delivery: Delivery,
        token: str,
        *,
        forged: bool,
    ) -> httpx.Request:
        signed_url, form = url, dict(fields)
        if method == "GET":
            signed_url, form = f"{url}{'&' if '?' in url else '?'}{urlencode(form)}", {}
        headers = {
            "X-Twilio-Signature": signature_of(self._auth_token + ("?" if forged else ""), signed_url, form),
            "I-Twilio-Idempotency-Token": token,
            "User-Agent": "TwilioProxy/1.1",
        }
        timeout = httpx.Timeout(delivery.read_s, connect=delivery.connect_s)
        return self._http.build_request(
            method, signed_url, data=form or None, headers=headers, timeout=timeout
        )

    def _failed(self, request: httpx.Request, error: Exception) -> None:
        self._journal.record("twilio.webhook", "failed", url=str(request.url), error=type(error).__name__)
