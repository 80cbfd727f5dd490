"""What would decide about a lead that no call is planned for yet: its call is supposed, asked about, and taken back."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.call_facts import CallFacts, look_at_facts
from database.sealing import KeyRing
from domain.identifiers import AccountId, LeadId, planned_call_id

# As the feeder plans it (claims.py). Where the feeder comes first, the call is there.
_SUPPOSE = text("""
    INSERT INTO calls (id, account_id, campaign_id, lead_id, trunk_id, state, why)
    SELECT :call_id, l.account_id, m.id, l.id, m.trunk_id, 'claimed', 'claimed'
    FROM leads l JOIN campaigns m ON m.id = l.campaign_id
    WHERE l.id = :lead_id AND l.account_id = :account_id
    ON CONFLICT DO NOTHING
""")


async def facts_of_lead(
    session: AsyncSession, account_id: AccountId, lead_id: LeadId, key_ring: KeyRing
) -> tuple[CallFacts, bool] | None:
    """What decides about this lead's call, read as before a dial but without its locks, and whether that call is planned; None
    if the account has no such lead. Raises CannotOpen.

    A call that is not planned yet has no row that the facts could be read of, and what is read of one that was written anew here
    would be another rule than the dial's: so the row is made and rolled back, which nobody else ever sees.
    """
    call_id = planned_call_id(lead_id)
    planned = await look_at_facts(session, account_id, call_id, key_ring)
    if planned is not None:
        return planned, True
    before = await session.begin_nested()
    await session.execute(_SUPPOSE, {"account_id": account_id, "lead_id": lead_id, "call_id": call_id})
    supposed = await look_at_facts(session, account_id, call_id, key_ring)
    await before.rollback()
    return None if supposed is None else (supposed, False)
