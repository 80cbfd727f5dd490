"""Do-not-call entries for one campaign, for one purpose or for a time. They bind beside those without limits (suppressions.py), which
none of them replaces, whatever becomes of it.
"""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.sealing import KeyRing
from database.suppressions import added_parameters, number_parameters
from domain.errors import InvalidInput
from domain.identifiers import AccountId
from domain.suppressions import AddedSuppression, SuppressionScope

_SAME_SCOPE: Final = """
    account_id = :account_id AND number_hash = ANY(:hashes) AND channel = :channel
    AND campaign_id IS NOT DISTINCT FROM :campaign_id AND category IS NOT DISTINCT FROM :category AND removed_at IS NULL
"""
# What is over, or over sooner, stays as evidence of its time.
_SUCCEED: Final = text(f"""
    UPDATE limited_suppressions SET removed_at = clock_timestamp()
    WHERE {_SAME_SCOPE} AND expires_at < COALESCE(CAST(:expires_at AS timestamptz), 'infinity')
""")
# Of two at once that end differently the later end holds.
_SUPPRESS: Final = text("""
    INSERT INTO limited_suppressions AS there (id, account_id, number_hash, number_sealed, channel, campaign_id, category,
                                               expires_at, source, added_by, note_sealed)
    SELECT n.id, :account_id, n.hash, n.sealed, :channel, :campaign_id, :category, CAST(:expires_at AS timestamptz), :source,
           :added_by, CAST(:note_sealed AS bytea)
    FROM unnest(CAST(:ids AS text[]), CAST(:hashes AS bytea[]), CAST(:sealed AS bytea[])) AS n(id, hash, sealed)
    ON CONFLICT (account_id, number_hash, channel, campaign_id, category) WHERE removed_at IS NULL
    DO UPDATE SET expires_at = EXCLUDED.expires_at
    WHERE COALESCE(there.expires_at, 'infinity') < COALESCE(EXCLUDED.expires_at, 'infinity')
    RETURNING id
""")
_HAS_CAMPAIGN: Final = text("SELECT true FROM campaigns WHERE id = :campaign_id AND account_id = :account_id")


async def suppress_within(
    session: AsyncSession,
    account_id: AccountId,
    numbers: Sequence[str],
    key_ring: KeyRing,
    scope: SuppressionScope,
    *,
    source: str,
    added: AddedSuppression,
) -> int:
    """Let nobody contact these numbers (E.164) within this scope, which is limited; returns for how many that is new, or holds longer.

    Raises InvalidInput if the account has no such campaign.
    """
    limits = {
        "channel": scope.channel,
        "campaign_id": scope.campaign_id,
        "category": scope.category,
        "expires_at": scope.expires_at,
    }
    parameters = {
        **number_parameters(numbers, account_id, key_ring),
        **added_parameters(added, account_id, key_ring),
        **limits,
        "source": source,
    }
    if scope.campaign_id is not None:
        found = await session.execute(_HAS_CAMPAIGN, parameters)
        if found.one_or_none() is None:
            raise InvalidInput("Nothing of this id exists in this account.", pointer="/campaign_id")
    await session.execute(_SUCCEED, parameters)
    return len((await session.execute(_SUPPRESS, parameters)).all())
