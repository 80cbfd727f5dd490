"""One Twilio account as both calls and messages use it: the vendor's SDK over our own connections, guarded, without
repeats; every refusal translated into our errors.

The vendor's texts may quote a phone number, so they never enter our errors: only its error code does.
"""

import json
import logging
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from operator import itemgetter
from typing import Any, Final
from urllib.parse import urlencode

import httpcore
from twilio.base.exceptions import TwilioException
from twilio.http.response import Response
from twilio.rest import Client

from domain.connections import ConnectionKind
from providers.carriers.twilio.statuses import NAME
from providers.credentials import CredentialForm
from providers.errors import (
    CredentialsRefused,
    MalformedMessage,
    OutcomeUnknown,
    ProviderError,
    ProviderRefused,
    ProviderThrottled,
    ProviderUnavailable,
    RecipientOptedOut,
    RecipientRefused,
)
from providers.http import Answer, Clock, Connections, Outgoing, Waits, utc_now

CREDENTIALS: Final = CredentialForm(
    ConnectionKind.TELEPHONY,
    NAME,
    needed=("account_sid", "auth_token"),
    optional=("webhook_keys",),
    identity="account_sid",
)

# What the SDK raises when an answer does not fit the documentation.
MALFORMED: Final = (ValueError, TypeError, AttributeError, KeyError, TwilioException)

# How many of the newest calls or messages between two numbers are looked through: far more than the caps allow in a day.
LOOKED_THROUGH: Final = 50
# Twilio stamps whole seconds on its own clock; that and our database's may be a minute apart.
_CLOCK_DIFFERENCE: Final = timedelta(seconds=61)

# Twilio, "Error and Warning Dictionary".
_SLOW_DOWN: Final = frozenset({20429, 10004, 30610})  # too many requests, too many calls at once, quiet hours
_NOT_US: Final = frozenset({20003, 20005})  # authentication failed, account not active
_NOT_THIS_NUMBER: Final = frozenset(
    {
        *(13223, 13224, 13225, 13226),  # number format, invalid, forbidden, country code
        *(
            21211,
            21214,
            21215,
            21216,
            21217,
            21219,
        ),  # invalid, unreachable, no permission, blocked, not a number
        *(21408, 21612, 21614, 21635),  # messages: no permission, no route, not a mobile, a landline
    }
)
_OPTED_OUT: Final = frozenset({21610})


class TwilioAccount:
    """The account's SDK clients: one door to anywhere, one that opens on loopback only.

    Requests that are fictional, or to a demonstration number, take the second. base_url: where the account's REST
    interface is, None for Twilio itself.
    """

    def __init__(
        self,
        account_sid: str,
        auth_token: str,
        *,
        demonstration_numbers: Callable[[str], bool],
        base_url: str | None = None,
        waits: Waits | None = None,
        now: Clock = utc_now,
        network: httpcore.AsyncNetworkBackend | None = None,
    ) -> None:
        self.sid, self._auth_token = account_sid, auth_token
        self._base_url = base_url
        self._is_demonstration = demonstration_numbers
        self._anywhere = Connections(waits, now=now, network=network)
        self._loopback = Connections(waits, loopback_only=True, now=now, network=network)

    def asking(self, *, fictional: bool, to: str | None = None) -> Any:
        """An SDK client for requests that may be asked again: reading, hanging up."""
        return self._client(fictional, to, Outgoing("", "", repeatable=True))

    def acting(self, *, fictional: bool, to: str, send_before: datetime, due: float | None = None) -> Any:
        """An SDK client for one request that must not be repeated and leave neither early nor late."""
        return self._client(fictional, to, Outgoing("", "", due=due, send_before=send_before))

    async def aclose(self) -> None:
        """Close every connection."""
        await self._anywhere.aclose()
        await self._loopback.aclose()

    def _client(self, fictional: bool, to: str | None, terms: Outgoing) -> Any:
        """A new SDK client is cheap; it carries this request's terms, the connections are shared."""
        guarded = fictional or (to is not None and self._is_demonstration(to))
        door = _Door(self._loopback if guarded else self._anywhere, terms)
        # Given an empty mapping the SDK would read TWILIO_REGION and TWILIO_EDGE from the process's environment.
        client = Client(self.sid, self._auth_token, http_client=door, environment={"TWILIO_REGION": ""})
        if self._base_url:
            client.api.base_url = self._base_url
        return client


def first_created_since(since: datetime, listed: Iterable[Any]) -> Any | None:
    """The oldest of these calls or messages created at or after this moment; one without a time was just accepted.

    One that seems older than the request, by what clocks may differ, counts only when there is none after it.
    """
    newest = datetime.max.replace(tzinfo=UTC)
    stamped = sorted(((each.date_created or newest, each.sid, each) for each in listed), key=itemgetter(0, 1))
    after = [each for created, _, each in stamped if created >= since.replace(microsecond=0)]
    if after:
        return after[0]
    before = [each for created, _, each in stamped if created >= since - _CLOCK_DIFFERENCE]
    return before[-1] if before else None


class _Door:
    """The SDK's HTTP client for one request; refusals leave it as our errors, the SDK reads only successes."""

    is_async = True
    logger = logging.getLogger(__name__)

    def __init__(self, connections: Connections, terms: Outgoing) -> None:
        self._connections = connections
        self._terms = terms

    async def request(
        self,
        method: str,
        uri: str,
        params: Mapping[str, object] | None = None,
        data: Mapping[str, object] | None = None,
        headers: Mapping[str, str] | None = None,
        auth: tuple[str, str] | None = None,
        **_other: object,
    ) -> Response:
        """Send the SDK's request under this door's terms. The SDK's own limits and redirects are not used."""
        answer = await self._connections.exchange(
            replace(
                self._terms,
                method=method,
                url=f"{uri}?{urlencode(params, doseq=True)}" if params else uri,
                headers={**(headers or {}), **_authorization(auth)},
                content=urlencode(data, doseq=True).encode() if data else b"",
            )
        )
        if not 200 <= answer.status < 300:
            raise _refusal(answer, repeatable=self._terms.repeatable)
        return Response(answer.status, answer.text, dict(answer.headers))


def _authorization(auth: tuple[str, str] | None) -> dict[str, str]:
    return {"Authorization": f"Basic {b64encode(':'.join(auth).encode()).decode()}"} if auth else {}


def _refusal(answer: Answer, *, repeatable: bool) -> ProviderError:
    code = _error_code(answer)
    shown = str(code or answer.status)
    if answer.status == 429 or code in _SLOW_DOWN:
        return ProviderThrottled(code=shown, retry_after=answer.retry_after)
    if answer.status >= 500 or answer.status == 408:
        return ProviderUnavailable(code=shown) if repeatable else OutcomeUnknown(code=shown)
    if answer.status < 400:
        return MalformedMessage(code=shown) if repeatable else OutcomeUnknown(code=shown)
    if code in _OPTED_OUT:
        return RecipientOptedOut(code=shown)
    if code in _NOT_THIS_NUMBER:
        return RecipientRefused(code=shown)
    if answer.status == 401 or code in _NOT_US:
        return CredentialsRefused(code=shown)
    return ProviderRefused(code=shown)


def _error_code(answer: Answer) -> int | None:
    """Twilio's own number, None when the body is not Twilio's."""
    try:
        code = json.loads(answer.text)["code"]
    except (ValueError, KeyError, TypeError):
        return None
    return code if isinstance(code, int) else None
