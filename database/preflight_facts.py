"""What a campaign's preflight looks at: its leads in groups that share every fact, not one by one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.suppressions import barring_calls
from domain.campaigns import Purpose
from domain.channels import Channel
from domain.consents import ConsentBasis, ConsentEntry, ConsentLedger, ConsentWithdrawal
from domain.identifiers import AccountId
from domain.preferences import PreferenceKind, PreferenceValue, value_of_json


@dataclass(frozen=True, slots=True)
class LeadsAlike:
    """Committed leads that nobody has called for this campaign yet and that no fact tells apart. consents: those that count for a
    call of the campaign, in entries without names; preferences: what their persons wish but for how often, which depends on when each
    was talked to."""

    hours_key: str
    review: str | None
    consents: ConsentLedger
    suppressed: bool
    preferences: tuple[PreferenceValue, ...]
    leads: int


# Which consents count is the rule of domain/consents.py said once more, for a million leads: tests hold the two together.
# OFFSET 0 keeps the planner from joining the two tables: right after a large import it does not know their sizes, and
# compared every lead with every number of the list. One look at an index for each lead is quick whatever it believes.
LEADS_ALIKE = text(f"""
    SELECT hours_key, review, consents, suppressed, preferences, count(*) AS leads FROM (
        SELECT l.hours_key, l.review, (
            SELECT jsonb_build_object(
                'withdrawn', COALESCE(bool_or(k.kind = 'withdrawn'), false),
                'bases', COALESCE(jsonb_agg(DISTINCT k.basis) FILTER (
                    WHERE k.kind = 'given' AND (k.at IS NULL OR k.at <= now()) AND (k.expires_at IS NULL OR k.expires_at > now())
                      AND (k.withdrawn_at IS NULL OR k.at > k.withdrawn_at)), '[]'))
            FROM (
                SELECT c.kind, c.basis, c.at, c.expires_at, max(c.at) FILTER (WHERE c.kind = 'withdrawn') OVER () AS withdrawn_at
                FROM consents c WHERE c.account_id = l.account_id AND c.number_hash = l.number_hash
                  AND (CAST(:purpose AS text) = ANY(c.purposes) OR (c.kind = 'withdrawn' AND c.purposes = '{{}}'))
                  AND ('voice' = ANY(c.channels) OR (c.kind = 'withdrawn' AND c.channels = '{{}}')) OFFSET 0) k) AS consents, EXISTS (
            {barring_calls("l", "CAST(:purpose AS text)")} OFFSET 0) AS suppressed, (
            SELECT jsonb_object_agg(p.kind, p.value) FROM (
                SELECT DISTINCT ON (q.kind) q.kind, q.value FROM preferences q
                WHERE q.account_id = l.account_id AND q.number_hash = l.number_hash AND q.removed_at IS NULL
                  AND q.understood AND q.kind <> 'how_often'
                ORDER BY q.kind, q.said_at DESC, q.id DESC OFFSET 0) AS p) AS preferences
        FROM leads l
        WHERE l.campaign_id = :campaign_id AND l.account_id = :account_id AND l.state IN ('ready', 'needs_review')
    ) AS lead GROUP BY 1, 2, 3, 4, 5
""")


async def leads_alike(
    session: AsyncSession, account_id: AccountId, campaign_id: str, purpose: Purpose
) -> list[LeadsAlike]:
    """The campaign's uncalled leads, grouped; purpose: the campaign's."""
    parameters = {"account_id": account_id, "campaign_id": campaign_id, "purpose": purpose}
    rows = await session.execute(LEADS_ALIKE, parameters)
    return [
        LeadsAlike(
            **{**row, "consents": _ledger(**row["consents"]), "preferences": _values(row["preferences"])}
        )
        for row in rows.mappings()
    ]


_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def _ledger(bases: Sequence[str], *, withdrawn: bool) -> ConsentLedger:
    """What stands, as a ledger that the rule reads alike: what was given outlives what was withdrawn."""
    everything, everywhere = frozenset(Purpose), frozenset(Channel)
    given_at = _LONG_AGO + timedelta.resolution
    entries = (ConsentEntry("", ConsentBasis(basis), everything, everywhere, given_at) for basis in bases)
    return ConsentLedger(
        tuple(entries), (ConsentWithdrawal(everything, everywhere, _LONG_AGO),) if withdrawn else ()
    )


def _values(kept: Mapping[str, Any] | None) -> tuple[PreferenceValue, ...]:
    return tuple(value_of_json(PreferenceKind(kind), value) for kind, value in (kept or {}).items())
