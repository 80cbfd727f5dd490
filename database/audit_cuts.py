"""The beginning of an audit log, cut off when its time is over: what is looked at before, the cut itself, and what proves it.

Only a beginning that holds is cut off: what does not hold is evidence of whoever changed it.
"""

from datetime import datetime
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.audit import record_act
from database.audit_chain import Place, act_outside, acts_behind, place_of, seals_over
from domain.audit_chain import BEGINNING, Break, ChainedAct, Flaw, Link
from domain.audit_cuts import CUT_ACT, Cut, cut_at, detail_of, is_genuine_cut
from domain.audit_verification import Judge, Verified, verify
from domain.identifiers import AccountId

AT_ONCE: Final = 2000
"""Entries of one cut, each cut being an act and a row."""


async def last_cut(session: AsyncSession, account_id: AccountId) -> Cut | None:
    """Where the log begins, as its newest cut says; None if nothing was ever cut off."""
    found = await session.execute(
        text("""
            SELECT seq, hash, at, key_id, mac FROM audit_cuts WHERE account_id = :account_id ORDER BY seq DESC LIMIT 1
        """),
        {"account_id": account_id},
    )
    row = found.mappings().one_or_none()
    if row is None:
        return None
    return Cut(account_id, Link(row["seq"], row["hash"]), row["at"], row["key_id"], row["mac"])


async def beginning_to_cut(
    session: AsyncSession, account_id: AccountId, judge: Judge, *, days: int
) -> Link | Break | None:
    """Up to where the next entries can be cut off that are older than so many days, the last entry never; None if there are none.

    A Break if these entries, or the cut before, do not hold. judge.now: by the database's clock.
    """
    before = await last_cut(session, account_id)
    if before is not None and not is_genuine_cut(judge.keys, before):
        return Break(Flaw.CUT_REFUSED, before.link.seq)
    outside = await act_outside(session, account_id)
    start = BEGINNING if before is None else before.link
    if outside is not None:
        return Break(Flaw.OUTSIDE, start.seq + 1, outside)
    acts = await _old_acts(session, account_id, start, days)
    if not acts:
        return None
    last = place_of(acts[-1])
    seals = await seals_over(session, account_id, start.seq + 1, last.seq)
    walked = verify(Verified(start), acts, seals, judge)
    return walked if isinstance(walked, Break) else walked.link


async def cut_beginning(
    session: AsyncSession, account_id: AccountId, judge: Judge, key_id: int, link: Link, *, actor: str
) -> int:
    """Cut off all entries up to this one, and note it by this key; how many went."""
    cut = cut_at(judge.keys, key_id, account_id, link, judge.now)
    gone = await session.execute(
        text("SELECT cut_audit_v1(:account_id, :seq, :hash, :at, :key_id, :mac)"),
        {
            "account_id": account_id,
            "seq": cut.link.seq,
            "hash": cut.link.hash,
            "at": cut.at,
            "key_id": cut.key_id,
            "mac": cut.mac,
        },
    )
    entries = int(gone.scalar_one())
    if entries:
        await record_act(session, account_id, actor, CUT_ACT, account_id, detail_of(cut, entries))
    return entries


async def _old_acts(session: AsyncSession, account_id: AccountId, start: Link, days: int) -> list[ChainedAct]:
    """The next entries up to the first that is not old enough, never the last of all."""
    acts = await acts_behind(session, account_id, Place(start.seq, 2**63 - 1), AT_ONCE + 1)
    since = await _older_than(session, days)
    old = []
    for act in acts[:-1]:
        if act.at >= since:
            break
        old.append(act)
    return old


async def _older_than(session: AsyncSession, days: int) -> datetime:
    found = await session.execute(text("SELECT now() - make_interval(days => :days)"), {"days": days})
    moment: datetime = found.scalar_one()
    return moment
