"""Walks an account's audit log from its beginning, or from where that was cut off, or from a seal on, a bounded number of entries at a
time."""

from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from database.audit_chain import (
    FIRST,
    Place,
    act_outside,
    acts_behind,
    head_of,
    last_seal,
    look_at_one_moment,
    place_of,
    seals_over,
)
from database.audit_cuts import last_cut
from domain.audit_chain import BEGINNING, Break, Flaw, Link, follow
from domain.audit_cuts import begins_at, tells_of
from domain.audit_seals import is_genuine
from domain.audit_verification import Judge, Verified, verify, verify_end
from domain.identifiers import AccountId

BATCH: Final = 2000


async def verify_log(session: AsyncSession, account_id: AccountId, judge: Judge) -> Verified | Break:
    """How far the account's log holds, or the first place where it breaks. Its transaction must be new: all is of one moment."""
    await look_at_one_moment(session)
    outside = await act_outside(session, account_id)
    cut = await last_cut(session, account_id)
    begins = begins_at(cut, judge.keys)
    if isinstance(begins, Break):
        return begins
    if judge.known is not None and judge.known.seq == begins.seq and judge.known != begins:
        return Break(Flaw.KNOWN_OTHERWISE, begins.seq)
    walked, place, told = Verified(begins), FIRST, cut is None
    while acts := await acts_behind(session, account_id, place, BATCH):
        first, place = place_of(acts[0]), place_of(acts[-1])
        found = verify(walked, acts, await seals_over(session, account_id, first.seq, place.seq), judge)
        if isinstance(found, Break):
            return found
        walked, told = found, told or (cut is not None and tells_of(cut, acts))
    if outside is not None:
        return Break(Flaw.OUTSIDE, walked.link.seq + 1, outside)
    head, seal = await head_of(session, account_id), await last_seal(session, account_id)
    ended = verify_end(walked, head, seal, judge)
    if isinstance(ended, Verified) and not told:
        return Break(Flaw.CUT_UNTOLD, begins.seq)
    return ended


async def verify_since_seal(
    session: AsyncSession, account_id: AccountId, judge: Judge
) -> Link | Break | None:
    """Where the chain stands now, if it holds from its last seal on; None if nothing came since. New transaction, as above."""
    await look_at_one_moment(session)
    seal, head = await last_seal(session, account_id), await head_of(session, account_id)
    start = begins_at(await last_cut(session, account_id), judge.keys)
    if isinstance(start, Break):
        return start
    if seal is not None and seal.link.seq >= start.seq:
        if not is_genuine(judge.keys, seal):
            return Break(Flaw.SEAL_REFUSED, seal.link.seq)
        start = seal.link
    stands, place = start, Place(start.seq, 2**63 - 1)
    while acts := await acts_behind(session, account_id, place, BATCH):
        found = follow(stands, acts)
        if isinstance(found, Break):
            return found
        stands, place = found, place_of(acts[-1])
    if (head or BEGINNING) != stands:
        return Break(Flaw.HEAD_DIFFERS, stands.seq)
    return None if stands == start else stands
