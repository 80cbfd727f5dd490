"""Events about leads, for whoever watches and for programs that are told: where leads come, or change, one by one.

Of a list that is longer the list is told of as one event with its figures: a million of them would keep every call's waiting. Each is
stored in the transaction of what it tells of. Nothing personal stands in one: ids, and why a lead is held.
"""

from collections.abc import Sequence
from typing import Any, Final

import msgspec
from sqlalchemy import Result, text
from sqlalchemy.ext.asyncio import AsyncSession

from database.held_leads import HeldLead
from domain.identifiers import AccountId, CampaignId

ONE_BY_ONE: Final = 100
"""Up to so many at once."""

RELEASED: Final = f"""
    INSERT INTO call_events (account_id, campaign_id, kind, dedupe_key, detail)
    SELECT r.account_id, r.campaign_id, CASE WHEN r.review IS NULL THEN 'lead.created' ELSE 'lead.held' END, r.id || '/created',
           jsonb_strip_nulls(jsonb_build_object('lead_id', r.id, 'import_id', r.import_id, 'review', r.review))
    FROM released r JOIN lead_imports i ON i.id = r.import_id WHERE i.accepted <= {ONE_BY_ONE}
    ON CONFLICT (account_id, dedupe_key) DO NOTHING
"""
"""Of the leads that a statement has released."""

_IMPORTED: Final = text("""
    INSERT INTO call_events (account_id, campaign_id, kind, dedupe_key, detail)
    SELECT account_id, campaign_id, 'leads.imported', id || '/imported',
           jsonb_build_object('import_id', id, 'rows', rows, 'accepted', accepted, 'rejected', rejected, 'duplicates', duplicates)
    FROM lead_imports WHERE id = :import_id AND account_id = :account_id AND accepted > :one_by_one
    ON CONFLICT (account_id, dedupe_key) DO NOTHING
""")
_SUPPRESSED: Final = text("""
    INSERT INTO call_events (account_id, campaign_id, kind, dedupe_key, detail)
    SELECT l.account_id, l.campaign_id, 'lead.suppressed', l.id || '/suppressed/' || s.id,
           jsonb_build_object('lead_id', l.id, 'channel', s.channel, 'source', s.source)
    FROM suppressions s JOIN campaigns m ON m.account_id = s.account_id
    JOIN leads l ON l.campaign_id = m.id AND l.number_hash = s.number_hash AND l.state <> 'staged'
    WHERE s.account_id = :account_id AND s.id = ANY(:ids)
    ON CONFLICT (account_id, dedupe_key) DO NOTHING
""")
_MENDED: Final = text("""
    INSERT INTO call_events (account_id, campaign_id, kind, dedupe_key, detail)
    SELECT :account_id, :campaign_id, n.kind, n.key, CAST(n.detail AS jsonb)
    FROM unnest(CAST(:kinds AS text[]), CAST(:keys AS text[]), CAST(:details AS text[])) AS n(kind, key, detail)
    ON CONFLICT (account_id, dedupe_key) DO NOTHING
""")


async def tell_of_import(session: AsyncSession, account_id: AccountId, import_id: str) -> None:
    """That a list is committed whose leads are not told of one by one."""
    await session.execute(
        _IMPORTED, {"account_id": account_id, "import_id": import_id, "one_by_one": ONE_BY_ONE}
    )


async def tell_of_suppressed(session: AsyncSession, account_id: AccountId, entered: Result[Any]) -> int:
    """Whom the do-not-call entries with the ids of this result concern, unless it is a list of them; how many entries there are."""
    ids = entered.scalars().all()
    if 0 < len(ids) <= ONE_BY_ONE:
        await session.execute(_SUPPRESSED, {"account_id": account_id, "ids": ids})
    return len(ids)


async def tell_of_mended(
    session: AsyncSession,
    account_id: AccountId,
    campaign_id: CampaignId,
    mended: Sequence[HeldLead],
    *,
    review: str,
    act: int,
) -> None:
    """What these leads, which were held for this reason, are now. act: the operator's that mended them."""
    told: list[tuple[str, str, dict[str, Any]]] = []
    if len(mended) <= ONE_BY_ONE:
        for lead in mended:
            still = {"review": lead.review} if lead.review else {}
            kind = "lead.held" if lead.review else "lead.mended"
            told.append((kind, f"{lead.id}/mended/{act}", {"lead_id": lead.id, **still}))
    else:
        going = sum(not lead.review for lead in mended)
        figures = {"review": review, "mended": going, "held": len(mended) - going}
        told.append(("leads.mended", f"{campaign_id}/mended/{act}", figures))
    await session.execute(
        _MENDED,
        {
            "account_id": account_id,
            "campaign_id": campaign_id,
            "kinds": [kind for kind, _, _ in told],
            "keys": [key for _, key, _ in told],
            "details": [msgspec.json.encode(detail).decode() for _, _, detail in told],
        },
    )
