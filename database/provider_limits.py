"""An account's limits on what its calls use of speech providers at once, with how much of them is in use."""

from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.identifiers import AccountId
from domain.permits import PERMITS, Permit, PermitKind, SpeechProvider


@dataclass(frozen=True, slots=True)
class PermitUse:
    """A permit now. most: None without a limit; in_use: calls that hold one; waiting: queued calls short of one."""

    permit: Permit
    most: int | None
    in_use: int
    waiting: int

    @property
    def kind(self) -> PermitKind:
        """What it is for."""
        return self.permit.kind

    @property
    def provider(self) -> SpeechProvider:
        """Whose it is."""
        return self.permit.provider

    @property
    def utilisation(self) -> float | None:
        """The share of the limit that is in use: over 1 after it was lowered; None without a limit."""
        if self.most is None:
            return None
        return self.in_use / self.most if self.most else 1.0


_USE = text("""
    SELECT l.most,
           (SELECT count(*) FROM lines n WHERE n.account_id = :account_id AND n.call_id IS NOT NULL AND p.provider =
            CASE p.kind WHEN 'recogniser' THEN n.recogniser ELSE n.synthesiser END) AS in_use,
           (SELECT count(*) FROM calls c WHERE c.account_id = :account_id AND c.state = 'queued'
            AND c.waits_for = p.kind || '/' || p.provider) AS waiting
    FROM unnest(CAST(:kinds AS text[]), CAST(:providers AS text[])) WITH ORDINALITY AS p(kind, provider, place)
    LEFT JOIN provider_limits l ON l.account_id = :account_id AND l.kind = p.kind AND l.provider = p.provider
    ORDER BY p.place
""")


async def permit_use(session: AsyncSession, account_id: AccountId) -> list[PermitUse]:
    """Every kind of permit with its limit and its use."""
    parameters = {
        "account_id": account_id,
        "kinds": [str(permit.kind) for permit in PERMITS],
        "providers": [str(permit.provider) for permit in PERMITS],
    }
    rows = await session.execute(_USE, parameters)
    return [
        PermitUse(permit, row.most, row.in_use, row.waiting)
        for permit, row in zip(PERMITS, rows, strict=True)
    ]


async def set_limit(session: AsyncSession, account_id: AccountId, permit: Permit, most: int | None) -> None:
    """Let at most so many calls hold this permit at once, None for any number; those that hold one keep it."""
    parameters = {"account_id": account_id, "kind": str(permit.kind), "provider": str(permit.provider)}
    if most is None:
        await session.execute(
            text("""
                DELETE FROM provider_limits
                WHERE account_id = :account_id AND kind = :kind AND provider = :provider
            """),
            parameters,
        )
        return
    await session.execute(
        text("""
            INSERT INTO provider_limits (account_id, kind, provider, most)
            VALUES (:account_id, :kind, :provider, :most)
            ON CONFLICT (account_id, kind, provider) DO UPDATE SET most = EXCLUDED.most, changed_at = clock_timestamp()
        """),
        {**parameters, "most": most},
    )
