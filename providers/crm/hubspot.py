"""HubSpot: find or create the contact, keep one record for each call.

HubSpot has no idempotency keys, and its search sees new records seconds late. So nothing is created, only upserted by
a unique property: a contact by e-mail address or outbound_number, a call by outbound_call_id. The two outbound_
properties are text properties with unique values that an administrator adds to contacts and calls.
People type telephone numbers as they like, so contacts are searched by what HubSpot makes of them as well, and the digits
of what is found are compared.
What is deleted can be restored for 90 days, so a record of a call is emptied before. A contact is deleted by the one endpoint that does so
for good, with all that is associated; it is named by its id, since an address that HubSpot does not know would be barred for ever. That
endpoint is documented under v3 only.
Source: HubSpot CRM documentation, "Contacts", "Calls", "Associations", read 2026-11-20 and 21; clients' use of
hs_searchable_calculated_phone_number, read 2026-11-29; "Permanently delete a contact (GDPR-compliant)", "Delete a contact", read 2026-12-01.
"""

import html
import json
import re
from collections.abc import Sequence
from datetime import UTC
from typing import Any, Final

import httpcore
from pydantic import BaseModel

from domain.connections import ConnectionKind
from domain.outcomes import BusinessOutcome, TechnicalResult
from domain.phone_numbers import national_digits
from providers.credentials import CredentialForm
from providers.crm.contract import CrmCall, CrmContact, CrmLink
from providers.errors import (
    CredentialsRefused,
    MalformedMessage,
    ProviderError,
    ProviderRefused,
    ProviderThrottled,
    ProviderUnavailable,
)
from providers.http import Answer, Connections, Outgoing, Waits
from providers.payloads import without_nulls

HUBSPOT: Final = "https://api.hubapi.com"
NAME: Final = "hubspot"
CREDENTIALS: Final = CredentialForm(ConnectionKind.CRM, NAME, needed=("token",))
_CALL_TO_CONTACT: Final = 194
_TYPED_NUMBERS: Final = ("phone", "mobilephone")
# What HubSpot makes of those two: digits without the country's code.
_SEARCHED_NUMBERS: Final = ("hs_searchable_calculated_phone_number", "hs_searchable_calculated_mobile_number")

_CONNECTED: Final = "f240bbac-87c9-4f6e-bf70-924b57d47db7"
_WRONG_NUMBER: Final = "17b47fee-58de-441e-a44c-c6300d46f273"
_NO_ANSWER: Final = "73a0d17f-1163-4015-bdd5-ec830791da20"
_DISPOSITIONS: Final = {
    TechnicalResult.TALKED: _CONNECTED,
    TechnicalResult.HUNG_UP_EARLY: _CONNECTED,
    TechnicalResult.NO_RESPONSE: _CONNECTED,
    TechnicalResult.VOICEMAIL_LEFT: "b2cf5968-551e-4856-9783-52b3da59a7d0",
    TechnicalResult.VOICEMAIL_SILENT: _NO_ANSWER,
    TechnicalResult.NO_ANSWER: _NO_ANSWER,
    TechnicalResult.NUMBER_UNAVAILABLE: _NO_ANSWER,
    TechnicalResult.UNWANTED: _NO_ANSWER,
    TechnicalResult.BUSY: "9d9162e7-6cf3-4944-bf63-4dff82258764",
    TechnicalResult.INVALID_NUMBER: _WRONG_NUMBER,
}
_STATUSES: Final = {
    TechnicalResult.BUSY: "BUSY",
    TechnicalResult.NO_ANSWER: "NO_ANSWER",
    TechnicalResult.INVALID_NUMBER: "FAILED",
    TechnicalResult.UNWANTED: "FAILED",
    TechnicalResult.CARRIER_FAILED: "FAILED",
    TechnicalResult.CONVERSATION_LOST: "FAILED",
    TechnicalResult.VENDOR_FAILED: "FAILED",
    TechnicalResult.UNCONFIRMED: "FAILED",
    TechnicalResult.CANCELLED: "CANCELED",
    TechnicalResult.NEVER_DIALLED: "CANCELED",
    TechnicalResult.WRITING_WANTED: "CANCELED",
}
_COMPLETED: Final = "COMPLETED"
_NO_CALL: Final = dict.fromkeys(
    ("hs_call_title", "hs_call_body", "hs_call_from_number", "hs_call_to_number", "outbound_call_id"), ""
)
_GONE: Final = 404


class _Record(BaseModel):
    id: str
    properties: dict[str, str | None] = {}


class _Refusal(BaseModel):
    category: str = ""


class _Records(BaseModel):
    """An answer with records; some HubSpot refusals come inside a success (207)."""

    results: list[_Record]
    errors: list[_Refusal] = []


class HubSpot:
    """One HubSpot account. version: a dated one, or "v3"; see providers.facts.hubspot for how long each is there."""

    def __init__(
        self,
        token: str,
        *,
        base_url: str | None = None,
        version: str = "2026-09",
        waits: Waits | None = None,
        network: httpcore.AsyncNetworkBackend | None = None,
    ) -> None:
        self._headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        self._base_url = (base_url or HUBSPOT).rstrip("/")
        self._version = version
        self._connections = Connections(waits, network=network)

    async def record_call(self, contact: CrmContact, call: CrmCall) -> CrmLink:
        """Find or create the contact and keep exactly one record of this call; see the contract for errors."""
        contact_id = await self._find(contact) or await self._upsert(
            "contacts", *_contact_key(contact), _person(contact)
        )
        record_id = await self._upsert("calls", "outbound_call_id", call.call_id, _call_properties(call))
        await self._associate(record_id, contact_id)
        return CrmLink(contact_id, record_id)

    async def forget_person(self, links: Sequence[CrmLink], *, contact: bool) -> None:
        """Delete for good our records of these calls, and the contacts if they are to go; see the contract for errors."""
        objects = "v3/objects" if self._version == "v3" else f"objects/{self._version}"
        for link in links:
            record = f"{objects}/calls/{link.call_record_id}"
            await self._ask("PATCH", record, {"properties": _NO_CALL}, also=_GONE)
            await self._ask("DELETE", record, None, also=_GONE)
        for contact_id in sorted({link.contact_id for link in links} if contact else ()):
            await self._ask("POST", "v3/objects/contacts/gdpr-delete", {"objectId": contact_id}, also=_GONE)

    async def aclose(self) -> None:
        """Close every connection."""
        await self._connections.aclose()

    async def _find(self, contact: CrmContact) -> str | None:
        """The contact with this e-mail address, else one with this number that is not somebody else by address."""
        wanted = {"email": contact.email.lower(), **dict.fromkeys(_TYPED_NUMBERS, contact.number)}
        wanted |= dict.fromkeys(_SEARCHED_NUMBERS, national_digits(contact.number))
        groups = [
            {"filters": [{"propertyName": name, "operator": "EQ", "value": value}]}
            for name, value in wanted.items()
            if value
        ]
        oldest_first = [{"propertyName": "createdate", "direction": "ASCENDING"}]
        search: dict[str, Any] = {"filterGroups": groups, "sorts": oldest_first, "limit": 100}
        search["properties"] = ["email", *_TYPED_NUMBERS]
        found = (await self._records("contacts/search", search)).results
        by_address = [each.id for each in found if contact.email and _address(each) == contact.email.lower()]
        dialled = [each for each in found if _has_number(each, contact.number)]
        by_number = [each.id for each in dialled if not contact.email or not _address(each)]
        return next(iter(by_address + by_number), None)

    async def _upsert(self, kind: str, key: str, value: str, properties: dict[str, str]) -> str:
        """The id of the one record with this key, created or brought up to date."""
        record = {"id": value, "idProperty": key, "properties": {**properties, key: value}}
        answer = await self._records(f"{kind}/batch/upsert", {"inputs": [record]})
        if answer.errors:
            raise ProviderRefused(code=answer.errors[0].category)
        if not answer.results:
            raise MalformedMessage(code="no_record")
        return answer.results[0].id

    async def _associate(self, record_id: str, contact_id: str) -> None:
        # The numbered interface keeps its associations under v4; the dated ones have one version for all.
        version = "v4/objects" if self._version == "v3" else f"objects/{self._version}"
        kinds = [{"associationCategory": "HUBSPOT_DEFINED", "associationTypeId": _CALL_TO_CONTACT}]
        await self._ask("PUT", f"{version}/calls/{record_id}/associations/contacts/{contact_id}", kinds)

    async def _records(self, path: str, body: object) -> _Records:
        version = "v3/objects" if self._version == "v3" else f"objects/{self._version}"
        answer = await self._ask("POST", f"{version}/{path}", body)
        try:
            return _Records.model_validate(without_nulls(json.loads(answer.text)))
        except ValueError:  # pydantic's own is one
            raise MalformedMessage(code="unreadable") from None

    async def _ask(self, method: str, path: str, body: object, *, also: int = 0) -> Answer:
        """The answer, a success or of this other status. Raises ProviderError."""
        url = f"{self._base_url}/crm/{path}"
        content = b"" if body is None else json.dumps(body).encode()
        answer = await self._connections.exchange(
            Outgoing(method, url, self._headers, content, repeatable=True)
        )
        if not 200 <= answer.status < 300 and answer.status != also:
            raise _refusal(answer)
        return answer


def _address(record: _Record) -> str:
    return (record.properties.get("email") or "").lower()


def _has_number(record: _Record, number: str) -> bool:
    """Whether one of the record's numbers is this, with its country's code or, as people type it at home, without."""
    ours = {number.lstrip("+"), national_digits(number).lstrip("0")}
    typed = (record.properties.get(name) or "" for name in _TYPED_NUMBERS)
    return any(re.sub(r"\D", "", each).lstrip("0") in ours for each in typed)


def _contact_key(contact: CrmContact) -> tuple[str, str]:
    return ("email", contact.email.lower()) if contact.email else ("outbound_number", contact.number)


def _person(contact: CrmContact) -> dict[str, str]:
    first, _, rest = contact.name.strip().partition(" ")
    known = {"firstname": first, "lastname": rest.strip(), "phone": contact.number}
    return {name: value for name, value in known.items() if value}


def _call_properties(call: CrmCall) -> dict[str, str]:
    properties = {
        "hs_timestamp": call.at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "hs_call_title": f"Outbound call: {_in_words(call)}",
        "hs_call_body": html.escape(call.summary, quote=False).replace("\n", "<br>"),
        "hs_call_direction": "OUTBOUND",
        "hs_call_duration": str(call.duration_ms),
        "hs_call_from_number": call.from_number,
        "hs_call_to_number": call.to_number,
        "hs_call_status": _STATUSES.get(call.result, _COMPLETED),
        "hs_call_source": "INTEGRATIONS_PLATFORM",
    }
    disposition = _disposition(call)
    return properties | ({"hs_call_disposition": disposition} if disposition else {})


def _disposition(call: CrmCall) -> str | None:
    if call.outcome == BusinessOutcome.WRONG_NUMBER:
        return _WRONG_NUMBER
    return _DISPOSITIONS.get(call.result)


def _in_words(call: CrmCall) -> str:
    said = call.result if call.outcome == BusinessOutcome.NONE else call.outcome
    return said.replace("_", " ")


def _refusal(answer: Answer) -> ProviderError:
    code = _category(answer) or str(answer.status)
    if answer.status == 429:
        return ProviderThrottled(code=code, retry_after=answer.retry_after)
    # 409: somebody else writes the same record; 423: locked for a moment; 477: the account is being moved.
    if answer.status >= 500 or answer.status in (408, 409, 423, 477):
        return ProviderUnavailable(code=code)
    if answer.status in (401, 403):
        return CredentialsRefused(code=code)
    return ProviderRefused(code=code) if answer.status >= 400 else MalformedMessage(code=code)


def _category(answer: Answer) -> str:
    try:
        body: Any = json.loads(answer.text)
        return str(body.get("category") or body.get("errorType") or "")
    except (ValueError, AttributeError):
        return ""
