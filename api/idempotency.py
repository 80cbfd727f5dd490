"""`Idempotency-Key`: a request that makes or spends has its effect once, however often it is sent.

The keys and the answers they keep: database/idempotency.py; which routes take one: routing.py; why: decision 0062.
"""

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from typing import Annotated, Any, Final

from fastapi import Depends, Header, Request, UploadFile
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel
from starlette.datastructures import UploadFile as AnyUpload

from api.authentication import Authenticated, Principal
from api.errors import KeyInProgress
from api.problems import answer_for, status_of
from api.tools import ApiTools, Tools
from database.idempotency import (
    HEARD_EVERY,
    KeyClaim,
    Standing,
    claim_key,
    is_at_work,
    keep_answer,
    release_key,
)
from database.one_transaction import one_transaction
from database.outages import OUTAGES
from database.session import new_id
from domain.errors import InvalidInput, OutboundError
from domain.identifiers import Prefix

REPLAYED: Final = {"Idempotency-Replayed": "true"}
_READ_AT_ONCE: Final = 1 << 20


Work = Callable[[str], Awaitable[BaseModel]]
"""Makes the thing of this id, or completes what a try before began; the answer tells of it."""

WorkInOneTransaction = Callable[[ApiTools], Awaitable[Response]]
"""Does all that it does by transactions of these tools' database; the answer has JSON or nothing in it."""


@dataclass(frozen=True, slots=True)
class OnlyOnce:
    """Does the work of one request once for its key; without a key it simply does it."""

    tools: ApiTools
    principal: Principal
    request: Request
    key: str | None

    async def run(self, prefix: Prefix, status: int, work: Work) -> Response:
        """The answer of work(resource_id), now or as it was given before: for work that reaches beyond the database.

        work may be run again with the same id after a failure, and must then complete what it began.
        Raises InvalidInput for a key that was used for another request, KeyInProgress.
        """
        if self.key is None:
            return as_answer(status, await work(new_id(prefix)))
        claim = await self._claim(new_id(prefix))
        if claim.standing is Standing.ANSWERED:
            return _again(claim)
        try:
            async with self._at_work(claim):
                answer = as_answer(status, await work(claim.resource_id))
        except OutboundError as error:
            await self._forget_or_retry(claim, error)
            return answer_for(self.request, error)
        await self._keep(self.tools, claim, status, json.loads(bytes(answer.body)))
        return answer

    async def run_in_one_transaction(self, work: WorkInOneTransaction) -> Response:
        """The answer of work, now or as it was given before, kept in the transaction of all that work does.

        Raises InvalidInput for a key that was used for another request, KeyInProgress; whatever work raises undoes all.
        """
        if self.key is None:
            return await work(self.tools)
        claim = await self._claim("")
        if claim.standing is Standing.ANSWERED:
            return _again(claim)
        try:
            async with one_transaction(self.tools.database) as database:
                joined = replace(self.tools, database=database)
                async with self._at_work(claim):
                    answer = await work(joined)
                body = json.loads(bytes(answer.body)) if answer.body else None
                if not await self._keep(joined, claim, answer.status_code, body):
                    raise KeyInProgress  # somebody took it over; theirs is the effect
        except BaseException:
            await asyncio.shield(self._release(claim))
            raise
        return answer

    async def _claim(self, resource_id: str) -> KeyClaim:
        """MINE or ANSWERED. Raises InvalidInput, KeyInProgress."""
        fingerprint = await self._fingerprint()
        async with self.tools.database.transaction() as session:
            claim = await claim_key(
                session,
                self.principal.account_id,
                self._name(),
                fingerprint,
                resource_id,
                self.tools.key_ring,
            )
        if claim.standing is Standing.OTHER_REQUEST:
            raise InvalidInput(
                "This Idempotency-Key was used for another request; take a new one.",
                pointer="/header/Idempotency-Key",
                code="idempotency_key_reused",
            )
        if claim.standing is Standing.IN_PROGRESS:
            raise KeyInProgress
        return claim

    @asynccontextmanager
    async def _at_work(self, claim: KeyClaim) -> AsyncIterator[None]:
        """Nobody takes the key over within the block, however long it lasts, unless this process is gone."""

        async def say_so() -> None:
            while True:
                await asyncio.sleep(HEARD_EVERY.total_seconds())
                with suppress(*OUTAGES):
                    async with self.tools.database.transaction() as session:
                        await is_at_work(session, self.principal.account_id, self._name(), claim.since)

        saying = asyncio.create_task(say_so(), name="idempotency key")
        try:
            yield
        finally:
            saying.cancel()
            await asyncio.wait([saying])

    async def _forget_or_retry(self, claim: KeyClaim, error: OutboundError) -> None:
        """A refusal changed nothing and is forgotten; a failure keeps the id, so that a repeat completes the work."""
        if status_of(error) >= 500:
            await self._keep(self.tools, claim, status_of(error), None)
        else:
            await self._release(claim)

    async def _keep(
        self, tools: ApiTools, claim: KeyClaim, status: int, body: Mapping[str, Any] | None
    ) -> bool:
        account_id = self.principal.account_id
        async with tools.database.transaction() as session:
            return await keep_answer(
                session, account_id, self._name(), claim.since, status, body, tools.key_ring
            )

    async def _release(self, claim: KeyClaim) -> None:
        async with self.tools.database.transaction() as session:
            await release_key(session, self.principal.account_id, self._name(), claim.since)

    def _name(self) -> str:
        """The key as it is stored: this principal's, and keyed, since clients write what they like in it, such as a number."""
        return self.tools.key_ring.lookup(
            f"key of {self.principal.actor}\n{self.key}", self.principal.account_id
        ).hex()

    async def _fingerprint(self) -> bytes:
        """What makes two requests the same: method, address and what is sent. Keyed: a body may name a number, and those can be tried out."""
        digest = hashlib.sha256(
            f"{self.request.method} {self.request.url.path.removeprefix('/api')}\n".encode()
        )
        if self.request.headers.get("content-type", "").startswith("multipart/"):
            await _add_form(digest, self.request)
        else:
            digest.update(await self.request.body())
        return self.tools.key_ring.lookup(digest.hexdigest(), self.principal.account_id)


async def _add_form(digest: "hashlib._Hash", request: Request) -> None:
    """Its fields and files: each sending draws another boundary. A file is read in pieces, away from the loop."""
    form = await request.form()
    for name, value in form.multi_items():
        said = value.filename if isinstance(value, AnyUpload) else value
        digest.update(json.dumps([name, said]).encode())
        if isinstance(value, AnyUpload):
            await asyncio.to_thread(_add_file, digest, value)


def _add_file(digest: "hashlib._Hash", upload: UploadFile | AnyUpload) -> None:
    inner = (
        hashlib.sha256()
    )  # by its own length: where one file ends and the next field begins is never in doubt
    upload.file.seek(0)
    while piece := upload.file.read(_READ_AT_ONCE):
        inner.update(piece)
    upload.file.seek(0)
    digest.update(inner.digest())


def _again(claim: KeyClaim) -> Response:
    if claim.body is None:
        return Response(status_code=claim.status, headers=REPLAYED)
    return JSONResponse(dict(claim.body), claim.status, headers=REPLAYED)


def as_answer(status: int, body: BaseModel) -> JSONResponse:
    """What a route returns, as it is sent."""
    return JSONResponse(body.model_dump(mode="json", by_alias=True), status)


async def _only_once(
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
