"""`Idempotency-Key`: a request that spends has its effect once, however often it is sent.

The keys and the answers they keep: database/idempotency.py.
"""

import hashlib
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Header, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel

from api.authentication import Authenticated, Principal
from api.problems import answer_for, status_of
from api.tools import ApiTools, Tools
from database.idempotency import Standing, claim_key, keep_answer, release_key
from database.session import new_id
from domain.errors import Conflict, InvalidInput, OutboundError
from domain.identifiers import Prefix


class KeyInProgress(Conflict):
    """A request with this Idempotency-Key is being worked on; ask again in a moment."""

    code = "idempotency_key_in_progress"


Work = Callable[[str], Awaitable[BaseModel]]


@dataclass(frozen=True, slots=True)
class OnlyOnce:
    """Does the work of one request once for its key; without a key it simply does it."""

    tools: ApiTools
    principal: Principal
    request: Request
    key: str | None

    async def run(self, prefix: Prefix, status: int, work: Work) -> JSONResponse:
        """The answer of work(resource_id), now or as it was given before.

        work may be run again with the same id after a failure, and must then complete what it began.
        Raises InvalidInput for a key that was used for another request, KeyInProgress.
        """
        if self.key is None:
            return _answer(status, await work(new_id(prefix)))
        fingerprint = await self._fingerprint()
        async with self.tools.database.transaction() as session:
            claim = await claim_key(
                session, self.principal.account_id, self.key, fingerprint, new_id(prefix), self.tools.key_ring
            )
        if claim.standing is Standing.OTHER_REQUEST:
            raise InvalidInput(
                "This Idempotency-Key was used for another request; take a new one.",
                pointer="/header/Idempotency-Key",
                code="idempotency_key_reused",
            )
        if claim.standing is Standing.IN_PROGRESS:
            raise KeyInProgress
        if claim.standing is Standing.ANSWERED:
            headers = {"Idempotency-Replayed": "true"}
            return JSONResponse(dict(claim.body or {}), claim.status, headers=headers)
        return await self._first_time(claim.resource_id, status, work)

    async def _first_time(self, resource_id: str, status: int, work: Work) -> JSONResponse:
        try:
            answer = _answer(status, await work(resource_id))
        except OutboundError as error:
            await self._forget_or_retry(error)
            return answer_for(self.request, error)
        await self._keep(status, json.loads(bytes(answer.body)))
        return answer

    async def _forget_or_retry(self, error: OutboundError) -> None:
        """A refusal changed nothing and is forgotten; a failure keeps the id, so that a repeat completes the work."""
        if status_of(error) >= 500:
            await self._keep(status_of(error), {})
            return
        assert self.key is not None
        async with self.tools.database.transaction() as session:
            await release_key(session, self.principal.account_id, self.key)

    async def _keep(self, status: int, body: Mapping[str, Any]) -> None:
        assert self.key is not None
        async with self.tools.database.transaction() as session:
            await keep_answer(session, self.principal.account_id, self.key, status, body, self.tools.key_ring)

    async def _fingerprint(self) -> bytes:
        """What makes two requests the same: method, path and body. Keyed: a body may name a number, and those can be tried out."""
        head = f"{self.request.method} {self.request.url.path.removeprefix('/api')}\n".encode()
        digest = hashlib.sha256(head + await self.request.body()).hexdigest()
        return self.tools.key_ring.lookup(digest, self.principal.account_id)


def _answer(status: int, body: BaseModel) -> JSONResponse:
    return JSONResponse(body.model_dump(mode="json"), status)


def _only_once(
    request: Request,
    tools: Tools,
    principal: Authenticated,
    key: Annotated[
        str | None,
        Header(
            alias="Idempotency-Key",
            min_length=1,
            max_length=255,
            description="Any text of your choice; a repeat within 24 hours has no second effect.",
        ),
    ] = None,
) -> OnlyOnce:
    return OnlyOnce(tools, principal, request, key)


Once = Annotated[OnlyOnce, Depends(_only_once)]
