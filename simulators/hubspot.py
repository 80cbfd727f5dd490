"""HubSpot's CRM on loopback: contacts and calls, searched, written one by one or in batches, tied together.

Source: HubSpot's pages on contacts, calls, search, associations and usage limits, read 2026-11-20; on deleting contacts, 2026-12-01.
"""

import asyncio
import json
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import uuid4

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from simulators.clock import now_ms, utc_now
from simulators.crm_objects import CrmObject, ObjectRefused, Portal
from simulators.dropped_connections import drop_connection
from simulators.ordered_faults import Fault, Faults
from simulators.vendor_journal import Journal

_Handler = Callable[[Request], Awaitable[Response]]
_LARGEST_BATCH = 100
_LARGEST_PAGE = 200
_MOST_GROUPS = 5
_TYPE_IDS = {"contacts": "0-1", "calls": "0-48"}
_WINDOW_MS = 10_000.0
_ROOTS = ("/crm/v3/objects", "/crm/objects/{version:str}")
_ASSOCIATION_ROOTS = ("/crm/v4/objects", "/crm/objects/{version:str}")


@dataclass(slots=True)
class _Opened:
    """A portal, the token that opens it, and when it was last asked (for its burst limit)."""

    token: str
    portal: Portal = field(default_factory=Portal)
    recent_ms: deque[float] = field(default_factory=deque)


class HubSpot:
    """HubSpot's interface, and the portals behind it: one, and what others are opened beside it, each with a token.

    search_lag: how old a record is before search finds it. per_ten_seconds: the burst limit, None for no limit.
    Faults of service "hubspot" (match: path, method): "401", "429", "500", "502", "503" instead of an answer,
    "slow" (seconds, then the answer), "500_after_effect" and "reset_after_effect". parameters of a fault may hold
    for_seconds: it is played for so long from its first use instead of a number of times.
    """

    def __init__(
        self,
        token: str,
        faults: Faults,
        journal: Journal,
        *,
        search_lag: timedelta = timedelta(seconds=1),
        per_ten_seconds: int | None = 190,
    ) -> None:
        self._first = _Opened(token)
        self._further: dict[str, _Opened] = {}
        self._faults = faults
        self._journal = journal
        self._search_lag = search_lag
        self._limit = per_ten_seconds
        self._down: tuple[float, Fault] | None = None

    def routes(self) -> list[BaseRoute]:
        """The routes of this interface, numbered and dated."""
        purge = Route(f"{_ROOTS[0]}/contacts/gdpr-delete", self._guarded(self._purge), methods=["POST"])
        routes: list[BaseRoute] = [purge]
        for root in _ROOTS:
            kind = f"{root}/{{kind:str}}"
            routes += [
                Route(f"{kind}/search", self._guarded(self._search), methods=["POST"]),
                Route(f"{kind}/batch/read", self._guarded(self._batch_read), methods=["POST"]),
                Route(f"{kind}/batch/create", self._guarded(self._batch_create), methods=["POST"]),
                Route(f"{kind}/batch/upsert", self._guarded(self._batch_upsert), methods=["POST"]),
                Route(kind, self._guarded(self._create), methods=["POST"]),
                Route(f"{kind}/{{id:str}}", self._guarded(self._get), methods=["GET"]),
                Route(f"{kind}/{{id:str}}", self._guarded(self._update), methods=["PATCH"]),
                Route(f"{kind}/{{id:str}}", self._guarded(self._delete), methods=["DELETE"]),
            ]
        for root in _ASSOCIATION_ROOTS:
            path = f"{root}/{{kind:str}}/{{id:str}}/associations/{{other:str}}/{{other_id:str}}"
            routes.append(Route(path, self._guarded(self._associate), methods=["PUT"]))
        return routes

    @property
    def portal(self) -> Portal:
        """The first one's records."""
        return self._first.portal

    def open(self, name: str, token: str) -> None:
        """Let there be a further portal of this name; if it is there, this is its token from now on."""
        self._further.setdefault(name, _Opened(token)).token = token

    def as_entry(self) -> dict[str, Any]:
        """The first portal in the ledger."""
        return _entry(self.portal)

    def further_entries(self) -> dict[str, Any]:
        """The further portals in the ledger, by name."""
        return {name: _entry(opened.portal) for name, opened in self._further.items()}

    def reset(self) -> None:
        """Forget all records."""
        for opened in (self._first, *self._further.values()):
            opened.portal.reset()

    def _guarded(self, handler: _Handler) -> _Handler:
        async def answer(request: Request) -> Response:
            fault = self._fault_for(request)
            self._journal.record(
                "hubspot", "request", method=request.method, path=request.url.path, fault=fault and fault.kind
            )
            opened = self._opened_by(request)
            if opened is None:
                return _error(401, "INVALID_AUTHENTICATION", "Authentication credentials not found.")
            refusal = self._refusal(opened, fault)
            if refusal is not None:
                return refusal
            request.state.portal = opened.portal
            try:
                response = await handler(request)
            except ObjectRefused as error:
                return _error(error.status, error.category, str(error))
            except (json.JSONDecodeError, KeyError, TypeError) as error:
                return _error(400, "VALIDATION_ERROR", f"Invalid input JSON: {error!r}")
            return await _misbehave_after(fault, request) or response

        return answer

    def _fault_for(self, request: Request) -> Fault | None:
        if self._down is not None and now_ms() < self._down[0]:
            return self._down[1]
        fault = self._faults.take("hubspot", method=request.method, path=request.url.path)
        if fault is not None and "for_seconds" in fault.parameters:
            self._down = (now_ms() + fault.parameters["for_seconds"] * 1000, fault)
        return fault

    def _opened_by(self, request: Request) -> _Opened | None:
        token = request.headers.get("authorization")
        every = (self._first, *self._further.values())
        return next((opened for opened in every if token == f"Bearer {opened.token}"), None)

    def _refusal(self, opened: _Opened, fault: Fault | None) -> Response | None:
        """Why this request gets no answer: the pace, or a fault that comes before any effect."""
        kind = fault.kind if fault else ""
        if kind == "429" or not self._is_in_pace(opened.recent_ms):
            return _too_fast()
        if kind.isdigit():
            return _error(
                int(kind), "SERVICE_UNAVAILABLE" if kind == "503" else "INTERNAL_ERROR", "internal error"
            )
        return None

    def _is_in_pace(self, recent_ms: deque[float]) -> bool:
        now = now_ms()
        while recent_ms and recent_ms[0] < now - _WINDOW_MS:
            recent_ms.popleft()
        if self._limit is not None and len(recent_ms) >= self._limit:
            return False
        recent_ms.append(now)
        return True

    async def _search(self, request: Request) -> Response:
        body = await request.json()
        limit = int(body.get("limit", 10))
        if limit > _LARGEST_PAGE:
            raise ObjectRefused("VALIDATION_ERROR", f"limit is at most {_LARGEST_PAGE}")
        groups = body.get("filterGroups", [])
        if len(groups) > _MOST_GROUPS:
            raise ObjectRefused("VALIDATION_ERROR", f"there are at most {_MOST_GROUPS} filterGroups")
        found = _portal(request).search(request.path_params["kind"], groups, utc_now(), self._search_lag)
        after = int(body.get("after") or 0)
        shown = found[after : after + limit]
        answer: dict[str, Any] = {
            "total": len(found),
            "results": [each.as_resource(body.get("properties", ())) for each in shown],
        }
        if len(found) > after + limit:
            answer["paging"] = {"next": {"after": str(after + limit)}}
        return JSONResponse(answer)

    async def _create(self, request: Request) -> Response:
        created = _created(_portal(request), request.path_params["kind"], await request.json())
        return JSONResponse(created.as_resource(), status_code=201)

    async def _get(self, request: Request) -> Response:
        found = _known(request)
        wanted = request.query_params.get("properties", "")
        return JSONResponse(found.as_resource(wanted.split(",") if wanted else ()))

    async def _update(self, request: Request) -> Response:
        body = await request.json()
        return JSONResponse(
            _portal(request).update(_known(request), body["properties"], utc_now()).as_resource()
        )

    async def _delete(self, request: Request) -> Response:
        _portal(request).archive(_known(request))
        return Response(status_code=204)

    async def _purge(self, request: Request) -> Response:
        body = await request.json()
        portal = _portal(request)
        portal.purge(portal.get("contacts", str(body["objectId"]), body.get("idProperty")))
        return Response(status_code=204)

    async def _batch_read(self, request: Request) -> Response:
        body = await request.json()
        kind = request.path_params["kind"]
        return _batch(
            lambda each: _portal(request).get(kind, each["id"], body.get("idProperty")).as_resource(),
            body["inputs"],
        )

    async def _batch_create(self, request: Request) -> Response:
        body = await request.json()
        portal, kind = _portal(request), request.path_params["kind"]
        return _batch(lambda each: _created(portal, kind, each).as_resource(), body["inputs"], success=201)

    async def _batch_upsert(self, request: Request) -> Response:
        body = await request.json()
        kind = request.path_params["kind"]

        def upserted(each: Mapping[str, Any]) -> dict[str, Any]:
            record, is_new = _portal(request).upsert(
                kind, each["idProperty"], str(each["id"]), each["properties"], utc_now()
            )
            return record.as_resource() | {"new": is_new}

        return _batch(upserted, body["inputs"])

    async def _associate(self, request: Request) -> Response:
        place = request.path_params
        for each in await request.json():
            _portal(request).associate(
                place["kind"], place["id"], place["other"], place["other_id"], int(each["associationTypeId"])
            )
        tied = {
            "fromObjectTypeId": _TYPE_IDS[place["kind"]],
            "fromObjectId": place["id"],
            "toObjectTypeId": _TYPE_IDS[place["other"]],
            "toObjectId": place["other_id"],
            "labels": [],
        }
        return JSONResponse(tied, status_code=201)


def _entry(portal: Portal) -> dict[str, Any]:
    kept = {kind: [each.as_entry() for each in portal.all(kind)] for kind in ("contacts", "calls")}
    return kept | {"archived": [each.as_entry() for each in portal.archived]}


def _portal(request: Request) -> Portal:
    """The portal that the request's token has opened."""
    opened: Portal = request.state.portal
    return opened


def _known(request: Request) -> CrmObject:
    place = request.path_params
    return _portal(request).get(place["kind"], place["id"], request.query_params.get("idProperty"))


def _created(portal: Portal, kind: str, body: Mapping[str, Any]) -> CrmObject:
    created = portal.create(kind, body["properties"], utc_now())
    for each in body.get("associations", []):
        for tie in each["types"]:
            other = "contacts" if kind == "calls" else "calls"
            portal.associate(kind, created.id, other, str(each["to"]["id"]), int(tie["associationTypeId"]))
    return created


def _batch(
    work: Callable[[Mapping[str, Any]], dict[str, Any]], inputs: list[dict[str, Any]], *, success: int = 200
) -> Response:
    """Do each of at most 100; 207 with errors beside the results when some were refused."""
    if not 0 < len(inputs) <= _LARGEST_BATCH:
        raise ObjectRefused("VALIDATION_ERROR", f"a batch holds 1 to {_LARGEST_BATCH} inputs")
    results: list[dict[str, Any]] = []
    errors: list[dict[str, Any]] = []
    for each in inputs:
        try:
            results.append(work(each))
        except ObjectRefused as error:
            errors.append({"status": "error", "category": error.category, "message": str(error)})
    answer: dict[str, Any] = {"status": "COMPLETE", "results": results}
    if errors:
        answer |= {"numErrors": len(errors), "errors": errors}
    return JSONResponse(answer, status_code=207 if errors else success)


async def _misbehave_after(fault: Fault | None, request: Request) -> Response | None:
    """What goes wrong once the work is done; None for nothing."""
    match fault and fault.kind:
        case "slow":
            await asyncio.sleep(fault.parameters.get("seconds", 1.0) if fault else 0)
        case "500_after_effect":
            return _error(500, "INTERNAL_ERROR", "internal error")
        case "reset_after_effect":
            await drop_connection(request)
    return None


def _error(status: int, category: str, message: str) -> JSONResponse:
    body = {"status": "error", "message": message, "correlationId": str(uuid4()), "category": category}
    return JSONResponse(body, status_code=status)


def _too_fast() -> JSONResponse:
    body = {
        "status": "error",
        "message": "You have reached your ten_secondly_rolling limit.",
        "errorType": "RATE_LIMIT",
        "correlationId": str(uuid4()),
        "policyName": "TEN_SECONDLY_ROLLING",
    }
    headers = {"X-HubSpot-RateLimit-Max": "190", "X-HubSpot-RateLimit-Interval-Milliseconds": "10000"}
    return JSONResponse(body, status_code=429, headers=headers)
