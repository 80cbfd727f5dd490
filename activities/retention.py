"""What goes when its time is over: an account's run, stretch by stretch. Each batch is a transaction of its own that holds what it deletes,
so that a stretch may be cut off anywhere, begin anew and run beside another; what a legal hold keeps is passed over.

Files go before the rows that tell where they are. The order of accounts: workflows/retention.py; what is kept how long: domain/retention.py.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from time import monotonic
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession
from temporalio import activity

from activities.heartbeats import heartbeating
from activities.tools import Tools
from database import retention, retention_calls
from database.audit import record_act
from database.audit_cuts import beginning_to_cut, cut_beginning
from database.media_processes import all_places
from database.retention_calls import DueCall, Place
from database.retention_plan import days_of_class, plan_retention, todays_date
from database.retention_rows import ROW_SWEEPS, RowSweep, sweep_rows
from database.sealing import DerivedKeys
from domain.audit_chain import Break, Link
from domain.audit_seals import PURPOSE
from domain.audit_verification import Judge
from domain.identifiers import AccountId, AttemptId
from domain.personal_data import DataClass
from domain.retention import DueRun, KeptFor, RetentionOrder, SweepEnd, SweepOrder, kept_for
from domain.retention_receipts import counted, receipt_of

_Place = tuple[str, ...]
_Batch = Callable[[SweepOrder, _Place], Awaitable[_Place | None]]
_SYSTEM: Final = "system"
_CALLS: Final = 10  # of one transaction, which waits for their files while it holds their numbers
_ROWS: Final = 500
_AT_ONCE: Final = 5  # workflows whose histories are deleted
_STRETCH_SECONDS: Final = 20.0
_BROKEN: Final = "The audit log does not hold at place {seq} ({flaw}); nothing was cut off it."


class RetentionActivities:
    """The steps of retention."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    @activity.defn
    async def due_retention(self, order: RetentionOrder) -> DueRun:
        """The next account's run, begun if none is open; nothing behind the last one, or if the only one's is over or retention off."""
        async with self._tools.database.transaction() as session:
            if order.only is not None:
                return await retention.open_run(session, order.only)
            account_id = await retention.next_account(session, order.after)
            if account_id is None:
                return DueRun()
            kept = await self._kept(session, account_id)
            if kept is None:
                return await retention.open_run(session, account_id)
            run_id, _ = await retention.begin_run(session, account_id, kept, asked_by=retention.SCHEDULE)
            return DueRun(account_id, run_id)

    @activity.defn
    async def sweep_retention(self, order: SweepOrder) -> SweepEnd:
        """Delete what is over, for some seconds and at least one batch; more is False once there is nothing left, or retention was turned
        off."""
        until = monotonic() + _STRETCH_SECONDS
        steps, step, behind = self._steps(), order.step, order.behind
        async with heartbeating():
            while step < len(steps):
                place = await steps[step](order, behind)
                step, behind = (step + 1, ()) if place is None else (step, place)
                if monotonic() > until:
                    break
        return SweepEnd(step < len(steps), step, behind)

    def _steps(self) -> Sequence[_Batch]:
        """Each does one batch behind a place, and tells the place for the next one; None when there is none."""
        return (
            self._contents,
            *(partial(self._rows, sweep) for sweep in ROW_SWEEPS),
            self._evidence,
            self._audit,
        )

    @activity.defn
    async def conclude_retention(self, run: DueRun) -> None:
        """Write the receipt: what went, by what is left. Media processes forget what they kept said by name."""
        assert run.run_id is not None
        async with heartbeating():
            async with self._tools.database.transaction() as session:
                places = await all_places(session)
            for place in places.values():
                await self._tools.stage.forget_phrases(place.control_url)
            async with self._tools.database.transaction() as session:
                gone = await retention.gone_so_far(session, run.account_id, run.run_id)
                if gone is None:
                    return
                settings = await retention.get_settings(session, run.account_id)
                left = await plan_retention(
                    session, run.account_id, kept_for(settings, await todays_date(session))
                )
                receipt = receipt_of(gone, left, await self._notes(session, run))
                await retention.end_run(session, run.account_id, run.run_id, receipt)
                await record_act(
                    session, run.account_id, _SYSTEM, "retention.done", run.run_id, {"gone": gone}
                )

    async def _notes(self, session: AsyncSession, run: DueRun) -> list[str]:
        kept = await self._kept(session, run.account_id)
        if kept is None:
            return ["Retention was turned off before it was over."]
        link = await beginning_to_cut(session, run.account_id, await self._judge(session), days=kept.audit)
        return [_BROKEN.format(seq=link.seq, flaw=link.flaw)] if isinstance(link, Break) else []

    async def _kept(self, session: AsyncSession, account_id: AccountId) -> KeptFor | None:
        """The times that hold now, which nobody changes within the transaction; None while retention is off."""
        settings = await retention.get_settings(session, account_id, lock=True)
        return kept_for(settings, await todays_date(session)) if settings.is_on else None

    async def _contents(self, run: SweepOrder, behind: _Place) -> _Place | None:
        """What was said, of calls."""
        async with self._tools.database.transaction() as session:
            kept = await self._kept(session, run.account_id)
            if kept is None:
                return None
            batch = await retention_calls.calls_with_content(
                session, run.account_id, kept.content, self._tools.key_ring, _call_behind(behind), _CALLS
            )
            if batch.last is None:
                return None
            calls, histories = await self._forget_histories(batch.calls)
            files = await asyncio.to_thread(self._delete_files, run, calls)
            rows = await retention_calls.forget_content(
                session, run.account_id, calls, self._tools.key_ring, at=datetime.now(UTC)
            )
            gone = {**rows, **files, "workflow histories": histories}
            await self._note(session, run, DataClass.CONTENT, gone)
            return _place_of(batch.last)

    async def _forget_histories(self, calls: Sequence[DueCall]) -> tuple[Sequence[DueCall], int]:
        """Those of the calls whose workflow has ended, and how many runs' histories were deleted."""
        starter, turn = self._tools.starter, asyncio.Semaphore(_AT_ONCE)

        async def forget(call: DueCall) -> int | None:
            async with turn:
                if not await starter.is_known(call.workflow_id):
                    return 0
                if await starter.is_open(call.workflow_id):
                    return None
                return await starter.forget(call.workflow_id)

        runs = await asyncio.gather(*(forget(call) for call in calls))
        ended = [call for call, deleted in zip(calls, runs, strict=True) if deleted is not None]
        return ended, sum(deleted or 0 for deleted in runs)

    def _delete_files(self, run: SweepOrder, calls: Sequence[DueCall]) -> dict[str, int]:
        """Recordings and flight records; a recording that this run deleted before it was cut off is counted by its stone."""
        archive, because = self._tools.recordings, f"its time was over ({run.run_id})"
        recordings = flights = 0
        for attempt_id in (each for call in calls for each in call.attempts):
            if archive.is_kept(attempt_id):
                archive.delete_recording(run.account_id, attempt_id, at=datetime.now(UTC), because=because)
                recordings += 1
            else:
                recordings += because == archive.why_deleted(run.account_id, attempt_id)
            flights += archive.flights.is_kept(attempt_id)
            archive.flights.delete(attempt_id)
        return {"recordings": recordings, "flight records": flights}

    async def _rows(self, sweep: RowSweep, run: SweepOrder, behind: _Place) -> _Place | None:
        """Rows that go by themselves, of one kind."""
        async with self._tools.database.transaction() as session:
            kept = await self._kept(session, run.account_id)
            if kept is None:
                return None
            swept = await sweep_rows(
                session,
                run.account_id,
                sweep,
                days_of_class(kept, sweep.data_class),
                self._tools.key_ring,
                after=sweep.key_of(behind[0]) if behind else sweep.first_key,
                limit=_ROWS,
            )
            await self._note(session, run, sweep.data_class, {sweep.store: swept.count})
            return None if swept.last is None else (str(swept.last),)

    async def _evidence(self, run: SweepOrder, behind: _Place) -> _Place | None:
        """That calls were held at all."""
        async with self._tools.database.transaction() as session:
            kept = await self._kept(session, run.account_id)
            if kept is None:
                return None
            batch = await retention_calls.calls_to_delete(
                session, run.account_id, kept.evidence, _call_behind(behind), _CALLS
            )
            if batch.last is None:
                return None
            attempts = [each for call in batch.calls for each in call.attempts]
            await asyncio.to_thread(self._delete_stones, attempts)
            gone = await retention_calls.delete_calls(
                session, run.account_id, batch.calls, self._tools.key_ring
            )
            await self._note(session, run, DataClass.EVIDENCE, gone)
            return _place_of(batch.last)

    def _delete_stones(self, attempts: Sequence[AttemptId]) -> None:
        for attempt_id in attempts:
            self._tools.recordings.forget(attempt_id)
            self._tools.recordings.flights.forget(attempt_id)

    async def _audit(self, run: SweepOrder, behind: _Place) -> _Place | None:
        """The beginning of the audit log."""
        async with self._tools.database.transaction() as session:
            kept, judge = await self._kept(session, run.account_id), await self._judge(session)
            if kept is None:
                return None
            link = await beginning_to_cut(session, run.account_id, judge, days=kept.audit)
            if not isinstance(link, Link):
                return None
            cut = await cut_beginning(session, run.account_id, judge, self._keys.signing, link, actor=_SYSTEM)
            await self._note(session, run, DataClass.AUDIT, {"audit_events": cut})
            return (str(link.seq),)

    @property
    def _keys(self) -> DerivedKeys:
        return self._tools.key_ring.derived(PURPOSE)

    async def _judge(self, session: AsyncSession) -> Judge:
        return Judge(self._keys, (await session.execute(text("SELECT now()"))).scalar_one())

    async def _note(
        self, session: AsyncSession, run: SweepOrder, data_class: DataClass, gone: Mapping[str, int]
    ) -> None:
        named = {counted(data_class, store): count for store, count in gone.items() if count}
        if named:
            await retention.note_gone(session, run.account_id, run.run_id, named)


def _call_behind(behind: _Place) -> Place | None:
    return Place(datetime.fromisoformat(behind[0]), behind[1]) if behind else None


def _place_of(last: Place) -> _Place:
    return (last.closed_at.isoformat(), last.call_id)
