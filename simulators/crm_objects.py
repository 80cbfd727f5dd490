"""The records of a HubSpot portal: contacts and calls with properties, unique values and associations. Pure.

In this portal an administrator has added every property whose name begins with outbound_; those that end in _id or
_number hold unique values. All others must be among HubSpot's own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any

import phonenumbers

from simulators.clock import iso_ms

_OWN = {
    "contacts": frozenset(
        [
            "email",
            "firstname",
            "lastname",
            "phone",
            "mobilephone",
            "company",
            "website",
            "jobtitle",
            "address",
            "city",
            "state",
            "zip",
            "country",
            "lifecyclestage",
            "hs_lead_status",
            "hubspot_owner_id",
            "hs_language",
            "hs_timezone",
            "createdate",
            "lastmodifieddate",
            "hs_object_id",
        ]
    ),
    "calls": frozenset(
        [
            "hs_timestamp",
            "hs_call_title",
            "hs_call_body",
            "hs_call_direction",
            "hs_call_disposition",
            "hs_call_duration",
            "hs_call_from_number",
            "hs_call_to_number",
            "hs_call_recording_url",
            "hs_call_status",
            "hs_call_source",
            "hs_activity_type",
            "hubspot_owner_id",
            "hs_createdate",
            "hs_lastmodifieddate",
            "hs_object_id",
        ]
    ),
}
_CALCULATED = {
    "hs_searchable_calculated_phone_number": "phone",
    "hs_searchable_calculated_mobile_number": "mobilephone",
}
_REQUIRED = {"contacts": frozenset[str](), "calls": frozenset({"hs_timestamp"})}
_CHOICES = {
    "hs_call_direction": frozenset({"INBOUND", "OUTBOUND"}),
    "hs_call_status": frozenset(
        [
            "BUSY",
            "CALLING_CRM_USER",
            "CANCELED",
            "COMPLETED",
            "CONNECTING",
            "FAILED",
            "IN_PROGRESS",
            "NO_ANSWER",
            "QUEUED",
            "RINGING",
        ]
    ),
}


class ObjectRefused(Exception):
    """The portal refuses this; category and status are HubSpot's."""

    def __init__(self, category: str, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.category = category
        self.status = status


@dataclass(slots=True)
class CrmObject:
    """One record. associations holds (kind, id, association type id)."""

    id: str
    kind: str
    properties: dict[str, str]
    created_at: datetime
    updated_at: datetime
    associations: set[tuple[str, str, int]] = field(default_factory=set)
    writes: int = 1

    def as_resource(self, wanted: Iterable[str] = ()) -> dict[str, Any]:
        """The record as HubSpot shows it: the properties asked for, all if none were."""
        names = set(wanted)
        shown = {name: value for name, value in self.properties.items() if not names or name in names}
        return {
            "id": self.id,
            "properties": shown | {"hs_object_id": self.id},
            "createdAt": iso_ms(self.created_at),
            "updatedAt": iso_ms(self.updated_at),
            "archived": False,
        }

    def as_entry(self) -> dict[str, Any]:
        """The record in the ledger; writes counts creation and updates."""
        return {
            "id": self.id,
            "properties": dict(self.properties),
            "associations": [
                {"to": kind, "id": other, "type": type_id}
                for kind, other, type_id in sorted(self.associations)
            ],
            "created_at": iso_ms(self.created_at),
            "writes": self.writes,
        }


class Portal:
    """All records of one account."""

    def __init__(self) -> None:
        self._objects: dict[str, dict[str, CrmObject]] = {"contacts": {}, "calls": {}}
        self._holders: dict[tuple[str, str, str], CrmObject] = {}
        self._ids = count(10_001)
        self.archived: list[CrmObject] = []

    def all(self, kind: str) -> list[CrmObject]:
        """Every record of a kind, oldest first."""
        return list(self._of(kind).values())

    def get(self, kind: str, object_id: str, id_property: str | None = None) -> CrmObject:
        """The record with this id, or with this value of a unique property; raises ObjectRefused (404)."""
        if id_property is None or id_property == "hs_object_id":
            found = self._of(kind).get(object_id)
        else:
            found = self._holder(kind, id_property, object_id)
        if found is None:
            raise ObjectRefused("OBJECT_NOT_FOUND", f"Object not found. objectId: {object_id}", 404)
        return found

    def create(self, kind: str, properties: Mapping[str, Any], now: datetime) -> CrmObject:
        """A new record; raises ObjectRefused, CONFLICT (409) when a unique value is taken."""
        checked = _checked(kind, properties)
        missing = _REQUIRED[kind] - checked.keys()
        if missing:
            raise ObjectRefused("VALIDATION_ERROR", f"Required properties were not set: {', '.join(missing)}")
        self._check_unique(kind, checked, own=None)
        created = CrmObject(str(next(self._ids)), kind, checked, now, now)
        self._of(kind)[created.id] = created
        self._note_unique(created)
        return created

    def update(self, found: CrmObject, properties: Mapping[str, Any], now: datetime) -> CrmObject:
        """The record with these properties changed; raises ObjectRefused."""
        checked = _checked(found.kind, properties)
        self._check_unique(found.kind, checked, own=found)
        found.properties |= checked
        found.updated_at = now
        found.writes += 1
        self._note_unique(found)
        return found

    def upsert(
        self, kind: str, id_property: str, value: str, properties: Mapping[str, Any], now: datetime
    ) -> tuple[CrmObject, bool]:
        """The one record with this value of a unique property, and whether it is new; raises ObjectRefused."""
        if not is_unique(kind, id_property):
            raise ObjectRefused("VALIDATION_ERROR", f"{id_property} is not a unique property of {kind}")
        found = self._holder(kind, id_property, value)
        if found is None:
            return self.create(kind, {**properties, id_property: value}, now), True
        return self.update(found, properties, now), False

    def archive(self, found: CrmObject) -> None:
        """Let nobody find the record; it can be restored as it stood."""
        del self._of(found.kind)[found.id]
        self._forget_unique(found)
        self.archived.append(found)

    def purge(self, contact: CrmObject) -> None:
        """The contact goes for good, with the calls that are tied to it, archived ones too."""
        tie = ("contacts", contact.id)
        for kind, kept in self._objects.items():
            for each in list(kept.values()):
                if each is contact or (kind == "calls" and tie in {tied[:2] for tied in each.associations}):
                    del kept[each.id]
                    self._forget_unique(each)
        self.archived = [
            each
            for each in self.archived
            if each is not contact and tie not in {tied[:2] for tied in each.associations}
        ]

    def _forget_unique(self, record: CrmObject) -> None:
        self._holders = {key: held for key, held in self._holders.items() if held is not record}

    def associate(self, kind: str, object_id: str, other_kind: str, other_id: str, type_id: int) -> None:
        """Tie two records; raises ObjectRefused when either is missing."""
        self.get(other_kind, other_id)
        self.get(kind, object_id).associations.add((other_kind, other_id, type_id))

    def search(
        self, kind: str, groups: list[dict[str, Any]], now: datetime, lag: timedelta
    ) -> list[CrmObject]:
        """Records that fit one of the filter groups; the index knows only what is older than its lag."""
        indexed = [each for each in self.all(kind) if each.updated_at <= now - lag]
        return [each for each in indexed if not groups or any(_fits(each, group) for group in groups)]

    def reset(self) -> None:
        """Forget all records."""
        for objects in self._objects.values():
            objects.clear()
        self._holders.clear()
        self.archived.clear()

    def _of(self, kind: str) -> dict[str, CrmObject]:
        if kind not in self._objects:
            raise ObjectRefused("VALIDATION_ERROR", f"Unable to infer object type from: {kind}")
        return self._objects[kind]

    def _holder(self, kind: str, name: str, value: str) -> CrmObject | None:
        wanted = value.lower() if name == "email" else value
        holder = self._holders.get((kind, name, wanted))
        return holder if holder is not None and holder.properties.get(name) == wanted else None

    def _note_unique(self, record: CrmObject) -> None:
        for name, value in record.properties.items():
            if is_unique(record.kind, name):
                self._holders[record.kind, name, value] = record

    def _check_unique(self, kind: str, properties: Mapping[str, str], own: CrmObject | None) -> None:
        for name, value in properties.items():
            holder = self._holder(kind, name, value) if is_unique(kind, name) else None
            if holder is not None and holder is not own:
                raise ObjectRefused(
                    "CONFLICT", f"{kind[:-1].title()} already exists. Existing ID: {holder.id}", 409
                )


def is_unique(kind: str, name: str) -> bool:
    """Say whether a property of this kind holds unique values in this portal."""
    if kind == "contacts" and name == "email":
        return True
    return name.startswith("outbound_") and name.endswith(("_id", "_number"))


def _checked(kind: str, properties: Mapping[str, Any]) -> dict[str, str]:
    """The properties as HubSpot keeps them, as text; raises ObjectRefused."""
    if kind not in _OWN:
        raise ObjectRefused("VALIDATION_ERROR", f"Unable to infer object type from: {kind}")
    checked: dict[str, str] = {}
    for name, value in properties.items():
        if name not in _OWN[kind] and not name.startswith("outbound_"):
            raise ObjectRefused("VALIDATION_ERROR", f'Property "{name}" does not exist')
        text = "" if value is None else str(value)
        if name in _CHOICES and text not in _CHOICES[name]:
            raise ObjectRefused("VALIDATION_ERROR", f"{text} was not one of the allowed options of {name}")
        checked[name] = text.lower() if name == "email" else text
    if "@" not in checked.get("email", "@"):
        raise ObjectRefused("VALIDATION_ERROR", f"Email address {checked['email']} is invalid")
    return checked


def _fits(record: CrmObject, group: dict[str, Any]) -> bool:
    return all(_passes(record, each) for each in group.get("filters", []))


def _searchable(typed: str) -> str | None:
    """A telephone number as this portal, an American one, makes it searchable: digits without the country's code."""
    try:
        number = phonenumbers.parse(typed, "US")
    except phonenumbers.NumberParseException:
        return None
    return phonenumbers.national_significant_number(number)


def _passes(record: CrmObject, rule: dict[str, Any]) -> bool:
    value = record.properties.get(rule["propertyName"])
    if rule["propertyName"] == "hs_object_id":
        value = record.id
    if typed := _CALCULATED.get(rule["propertyName"]):
        value = _searchable(record.properties.get(typed, ""))
    match rule["operator"]:
        case "EQ":
            return value is not None and value.lower() == str(rule.get("value", "")).lower()
        case "NEQ":
            return value is not None and value.lower() != str(rule.get("value", "")).lower()
        case "IN":
            return value is not None and value in rule.get("values", [])
        case "HAS_PROPERTY":
            return bool(value)
        case "NOT_HAS_PROPERTY":
            return not value
        case "CONTAINS_TOKEN":
            return value is not None and str(rule.get("value", "")).strip("*").lower() in value.lower()
        case other:
            raise ObjectRefused("VALIDATION_ERROR", f"{other} is not an operator this portal searches with")
