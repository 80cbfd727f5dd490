"""How the feeder heeds abandoned calls: near the limit fewer calls are due at once, at the limit nobody is claimed.

The dial itself answers to the limit too (domain/contactability.py): calls that wait already are held there.
"""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncSession

from database.abandonment import kept_count
from database.claims import FeedState
from domain.abandonment import AbandonmentStanding, abandonment_rules
from domain.campaigns import FeedRound


async def heed_abandonment(
    session: AsyncSession, feed_round: FeedRound, hours_keys: Sequence[str], state: FeedState
) -> FeedState:
    """The campaign's state with the window that its abandoned calls leave, and why; a window of 0 claims nobody.

    hours_keys: of its leads, for the strictest limit of where they live binds them all.
    """
    limit = abandonment_rules().strictest(hours_keys)
    if limit is None:
        return state
    count = await kept_count(session, feed_round.account_id, feed_round.campaign_id)
    if count.standing(limit) in (AbandonmentStanding.TOO_FEW, AbandonmentStanding.WITHIN):
        return state
    return replace(state, window=count.slowed(state.window, limit), slowed_because=count.sentence(limit))
