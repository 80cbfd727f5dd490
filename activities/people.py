"""What is done for one person who asks: all that is known of them is gathered, or forgotten. Each step may run twice and goes on where
it was cut off; a legal hold stops whatever would delete.

Where they are found: database/person_finding.py; what is forgotten: domain/personal_data.py; the order: workflows/person.py.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final
from uuid import uuid4

from temporalio import activity

from activities.heartbeats import heartbeating
from activities.orphan_closing import Orphans
from activities.tools import Tools
from database import finished_calls, person_erasure, person_export, person_finding, person_requests
from database.audit import record_act
from database.claims import OpenCall
from database.connections import crm_of_account
from database.legal_holds import LONGEST_DELETION, begin_deleting, end_deleting, is_held, lock_number
from database.media_processes import all_places
from database.person_finding import TheirCall, Theirs
from database.person_requests import AskedFor
from domain.identifiers import AttemptId, call_workflow_id
from domain.person_requests import (
    EXPORT_KEPT_FOR,
    InCrm,
    PersonOrder,
    Progress,
    Receipt,
    RequestState,
    Step,
    StepEnd,
    held_receipt,
    receipt_of,
)
from domain.phone_numbers import masked
from providers.crm.contract import CrmLink
from providers.errors import ProviderError
from providers.recordings.archive import Recording

_SYSTEM: Final = "system"
_ERASED: Final = "erased with its person"
_TOLD_AGAIN: Final = "it is told again for a week"
_TOLD_IN_VAIN: Final = "it was told for a week, in vain: delete there by hand what its links name"
_ANSWERS: Final = 500  # that are opened at once


class PeopleActivities:
    """The steps of a person's requests."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._orphans = Orphans(tools)

    @activity.defn
    async def gather_export(self, order: PersonOrder) -> None:
        """Put together all that is known of the person, to be fetched for a week."""
        async with heartbeating():
            asked, theirs = await self._found(order)
            if asked.state is not RequestState.WAITING:
                return
            sound = await self._recorded(order, theirs)
            found = await self._counted(order, asked, theirs)
            async with self._tools.database.transaction() as session:
                # Behind the lock of an erasure, which forgets what is handed out: none comes between reading and keeping it.
                await lock_number(session, asked.number_hash)
                asked = await person_requests.read_asked(
                    session, order.account_id, order.request_id, self._tools.key_ring
                )
                bundle = await person_export.gather(
                    session, order.account_id, asked.number_hash, theirs, self._tools.key_ring
                )
                bundle |= {"number": asked.number, "recordings": sound}
                await person_requests.store_bundle(
                    session,
                    order.account_id,
                    order.request_id,
                    json.dumps(bundle, default=str, ensure_ascii=False).encode(),
                    self._tools.key_ring,
                    expires_at=datetime.now(UTC) + EXPORT_KEPT_FOR,
                )
                await person_requests.store_receipt(
                    session,
                    order.account_id,
                    order.request_id,
                    receipt_of(found, found),
                    self._tools.key_ring,
                    state=RequestState.DONE,
                )

    @activity.defn
    async def look_for_person(self, order: PersonOrder) -> StepEnd:
        """Find all that is theirs, keep how much it was, and have nobody call them from now on."""
        async with heartbeating():
            asked, theirs = await self._found(order)
            counted = await self._counted(order, asked, theirs)
            found = {
                name: max(counted.get(name, 0), asked.progress.found.get(name, 0))
                for name in {*counted, *asked.progress.found}
            }
            async with self._tools.database.transaction() as session:
                await lock_number(session, asked.number_hash)
                progress = replace(asked.progress, leads=theirs.leads, calls=theirs.calls, found=found)
                await person_requests.store_progress(
                    session, order.account_id, order.request_id, progress, self._tools.key_ring
                )
                if await is_held(session, order.account_id, asked.number_hash):
                    return StepEnd(Step.HELD)
                await person_erasure.keep_from_calling(session, order.account_id, theirs.leads)
        return StepEnd(Step.DONE)

    @activity.defn
    async def end_calls(self, order: PersonOrder) -> StepEnd:
        """Ask every call of theirs that is not closed to end; AGAIN while there is one.

        A call whose workflow is gone, or never was, is ended here.
        """
        asked = await self._asked(order)
        if await self._is_held(order, asked):
            return StepEnd(Step.HELD)
        going_on = [call for call in await self._calls(order, asked) if call.is_open]
        async with heartbeating():
            for call in going_on:
                if not await self._tools.starter.cancel(_workflow_id(call), why=_ERASED):
                    await self._orphans.close(_open_call(call, asked.number), why=_ERASED)
        return StepEnd(Step.AGAIN if going_on else Step.DONE)

    @activity.defn
    async def erase_records(self, order: PersonOrder) -> StepEnd:
        """Delete what was recorded of their calls, what media processes say to people by name, and what requests were answered."""
        asked = await self._asked(order)
        async with heartbeating(), self._unless_held(order, asked) as may_delete:
            if not may_delete:
                return StepEnd(Step.HELD)
            async with self._tools.database.transaction() as session:
                attempts = await person_finding.attempts_of_calls(
                    session, order.account_id, asked.progress.calls
                )
                places = await all_places(session)
            await asyncio.to_thread(self._delete_records, order, attempts)
            for place in places.values():
                await self._tools.stage.forget_phrases(place.control_url)
            await self._answers(order, asked, forget=True)
        return StepEnd(Step.DONE)

    @activity.defn
    async def erase_person(self, order: PersonOrder) -> StepEnd:
        """Forget them in every table; AGAIN if a call of theirs goes on, or there is more of them than was looked for."""
        asked = await self._asked(order)
        async with self._tools.database.transaction() as session:
            step = await person_erasure.erase_rows(
                session,
                order.account_id,
                asked.number_hash,
                _known(asked),
                self._tools.key_ring,
                at=datetime.now(UTC),
            )
        return StepEnd(step)

    @activity.defn
    async def erase_histories(self, order: PersonOrder) -> StepEnd:
        """Delete the histories of their calls' workflows; AGAIN while one of those still runs, which then finds nobody to tell of."""
        asked = await self._asked(order)
        histories, running = dict(asked.progress.histories), 0
        async with heartbeating(), self._unless_held(order, asked) as may_delete:
            if not may_delete:
                return StepEnd(Step.HELD)
            for call in await self._calls(order, asked):
                workflow_id = _workflow_id(call)
                if await self._tools.starter.is_open(workflow_id):
                    await self._tools.starter.cancel(workflow_id, why=_ERASED)
                    running += 1
                    continue
                runs = await self._tools.starter.forget(workflow_id)
                histories[call.call_id] = max(runs, histories.get(call.call_id, 0))
        await self._note(order, histories=histories)
        return StepEnd(Step.AGAIN if running else Step.DONE)

    @activity.defn
    async def tell_crm(self, order: PersonOrder) -> StepEnd:
        """Have the CRM forget what it has of them from us. Repeated while the CRM is down, which the receipt tells meanwhile.

        Raises ProviderError.
        """
        asked = await self._asked(order)
        async with heartbeating(), self._unless_held(order, asked) as may_delete:
            if not may_delete:
                return StepEnd(Step.HELD)
            await self._tell(order, asked)
        return StepEnd(Step.DONE)

    async def _tell(self, order: PersonOrder, asked: AskedFor) -> None:
        async with self._tools.database.transaction() as session:
            links = await finished_calls.crm_links_of(session, order.account_id, asked.progress.calls)
            ref = await crm_of_account(session, order.account_id)
        if not links:
            return
        try:
            crm = None if ref is None else await self._tools.connections.crm(ref)
            if crm is None:
                await self._note(
                    order, crm=f"No CRM is connected any more, which had {len(links)} of their calls."
                )
                return
            whole = asked.in_crm is InCrm.CONTACT
            await crm.forget_person([CrmLink(*link) for link in links], contact=whole)
        except ProviderError as error:
            await self._note(order, crm=f"The CRM has not taken it yet ({error.code}); {_TOLD_AGAIN}.")
            raise
        async with self._tools.database.transaction() as session:
            await person_erasure.forget_crm_links(session, order.account_id, asked.progress.calls)
        deleted = "the contact and the records of calls" if whole else "the records of calls"
        await self._note(order, crm=f"The CRM was told and deleted {deleted}.")

    @activity.defn
    async def conclude_erasure(self, order: PersonOrder) -> None:
        """Write the receipt: what was found, by what is left of it. The request keeps the hash of the number alone."""
        async with heartbeating():
            asked = await self._asked(order)
            if asked.state is not RequestState.WAITING:
                return
            left = await self._counted(order, asked, _known(asked))
            crm = asked.progress.crm.replace(_TOLD_AGAIN, _TOLD_IN_VAIN)
            receipt = receipt_of(asked.progress.found_in_all(), left, crm)
            await self._end(order, receipt, RequestState.DONE, "person.erased")

    @activity.defn
    async def keep_person(self, order: PersonOrder) -> None:
        """A legal hold forbids it: end the request, with a receipt of what is kept."""
        async with heartbeating():
            asked = await self._asked(order)
            if asked.state is not RequestState.WAITING:
                return
            left = await self._counted(order, asked, _known(asked))
            await self._end(
                order, held_receipt(asked.progress.found_in_all(), left), RequestState.HELD, "person.kept"
            )

    async def _end(self, order: PersonOrder, receipt: Receipt, state: RequestState, act: str) -> None:
        """Keep the receipt for good; whoever does so first notes that it is over."""
        async with self._tools.database.transaction() as session:
            if await person_requests.store_receipt(
                session, order.account_id, order.request_id, receipt, self._tools.key_ring, state=state
            ):
                await record_act(session, order.account_id, _SYSTEM, act, order.request_id)

    async def _asked(self, order: PersonOrder) -> AskedFor:
        async with self._tools.database.transaction() as session:
            return await person_requests.read_asked(
                session, order.account_id, order.request_id, self._tools.key_ring
            )

    async def _found(self, order: PersonOrder) -> tuple[AskedFor, Theirs]:
        """The request, and what is theirs now and was when it was looked for before."""
        asked = await self._asked(order)
        async with self._tools.database.transaction() as session:
            now = await person_finding.find_person(session, order.account_id, asked.number_hash)
        known = asked.progress
        return asked, Theirs(
            tuple(sorted({*now.leads, *known.leads})), tuple(sorted({*now.calls, *known.calls}))
        )

    @asynccontextmanager
    async def _unless_held(self, order: PersonOrder, asked: AskedFor) -> AsyncIterator[bool]:
        """Whether no legal hold forbids to delete; nobody can set one within the block, which holds no lock and no connection while
        it waits for others."""
        mark = str(uuid4())
        async with self._tools.database.transaction() as session:
            may_delete = await begin_deleting(
                session, order.account_id, order.request_id, asked.number_hash, mark
            )
        if not may_delete:
            yield False
            return
        try:
            async with asyncio.timeout(LONGEST_DELETION.total_seconds()):
                yield True
        finally:
            async with self._tools.database.transaction() as session:
                await end_deleting(session, order.account_id, order.request_id, mark)

    async def _is_held(self, order: PersonOrder, asked: AskedFor) -> bool:
        async with self._tools.database.transaction() as session:
            return await is_held(session, order.account_id, asked.number_hash)

    async def _calls(self, order: PersonOrder, asked: AskedFor) -> list[TheirCall]:
        async with self._tools.database.transaction() as session:
            return await person_finding.calls_of(session, order.account_id, asked.progress.calls)

    async def _counted(self, order: PersonOrder, asked: AskedFor, theirs: Theirs) -> dict[str, int]:
        """How much of them each store holds now."""
        async with self._tools.database.transaction() as session:
            counted = await person_finding.count_rows(
                session, order.account_id, asked.number_hash, theirs, request_id=order.request_id
            )
            attempts = await person_finding.attempts_of_calls(session, order.account_id, theirs.calls)
        counted["idempotency_keys"] = await self._answers(order, replace(asked, progress=_progress(theirs)))
        recordings, flights = await asyncio.to_thread(self._count_records, order, attempts)
        counted |= {"recordings": recordings, "flight records": flights}
        return {name: count for name, count in counted.items() if count}

    async def _answers(self, order: PersonOrder, asked: AskedFor, *, forget: bool = False) -> int:
        """How many kept answers name the person; forget: nothing of those is kept."""
        found, after = 0, ""
        while True:
            async with self._tools.database.transaction() as session:
                about, last = await person_finding.answers_about(
                    session,
                    order.account_id,
                    asked.number,
                    _known(asked),
                    self._tools.key_ring,
                    after=after,
                    limit=_ANSWERS,
                )
                if forget and about:
                    await person_erasure.forget_answers(
                        session, order.account_id, about, self._tools.key_ring
                    )
            found += len(about)
            if last is None:
                return found
            after = last

    def _count_records(self, order: PersonOrder, attempts: list[AttemptId]) -> tuple[int, int]:
        archive = self._tools.recordings
        recordings = sum(isinstance(archive.find(order.account_id, each), Recording) for each in attempts)
        return recordings, sum(archive.flights.is_kept(each) for each in attempts)

    def _delete_records(self, order: PersonOrder, attempts: list[AttemptId]) -> None:
        archive, now = self._tools.recordings, datetime.now(UTC)
        for attempt_id in attempts:
            archive.delete_recording(order.account_id, attempt_id, at=now, because=_ERASED)
            archive.flights.delete(attempt_id)

    async def _recorded(self, order: PersonOrder, theirs: Theirs) -> list[dict[str, object]]:
        """Their recordings, by the attempts; the API plays them."""
        async with self._tools.database.transaction() as session:
            attempts = await person_finding.attempts_of_calls(session, order.account_id, theirs.calls)
        archive = self._tools.recordings

        def look() -> list[dict[str, object]]:
            found = [(each, archive.find(order.account_id, each)) for each in attempts]
            return [
                {"attempt_id": each, "seconds": one.samples / 8000}
                for each, one in found
                if isinstance(one, Recording)
            ]

        return await asyncio.to_thread(look)

    async def _note(
        self, order: PersonOrder, *, crm: str | None = None, histories: Mapping[str, int] | None = None
    ) -> None:
        """Keep this of how far the request has come."""
        async with self._tools.database.transaction() as session:
            known = (
                await person_requests.read_asked(
                    session, order.account_id, order.request_id, self._tools.key_ring
                )
            ).progress
            progress = replace(
                known,
                crm=known.crm if crm is None else crm,
                histories=known.histories if histories is None else histories,
            )
            await person_requests.store_progress(
                session, order.account_id, order.request_id, progress, self._tools.key_ring
            )


def _known(asked: AskedFor) -> Theirs:
    return Theirs(asked.progress.leads, asked.progress.calls)


def _progress(theirs: Theirs) -> Progress:
    return Progress(theirs.leads, theirs.calls)


def _workflow_id(call: TheirCall) -> str:
    return call_workflow_id(call.call_id, call.campaign_id, call.lead_id)


def _open_call(call: TheirCall, number: str) -> OpenCall:
    return OpenCall(
        account_id=call.account_id,
        call_id=call.call_id,
        campaign_id=call.campaign_id,
        lead_id=call.lead_id,
        trunk_id=call.trunk_id,
        state=call.state,
        masked_number=masked(number),
    )
