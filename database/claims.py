"""Claims: which leads a campaign's feeder calls next, keyed by (campaign, round) so that a repeated round claims the same.

Who asks: activities/campaigns.py, each round of workflows/campaign.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.media_processes import ACCEPTING
from database.people import masked_number
from database.sealing import KeyRing
from database.trunk_lines import SOON
from database.trunk_pace import BETWEEN_DIALS
from domain.calls import DUE_STATES, CallState
from domain.campaigns import CampaignState
from domain.identifiers import AccountId, CallId, CampaignId, LeadId, TrunkId
from domain.permits import TURNS


@dataclass(frozen=True, slots=True)
class Claim:
    """A lead that was claimed, and the call that was planned for it."""

    call_id: CallId
    lead_id: LeadId
    trunk_id: TrunkId
    masked_number: str


@dataclass(frozen=True, slots=True)
class FeedState:
    """Where a campaign's feeding stands. due: calls due now, counted up to 2,000; ready: leads still to be claimed; open:
    calls not closed. lines: calls that its trunk's lines and the limits of its agent's providers allow at once;
    next_in: when the next sleeping call goes on; paused_for: how long its trunk dials nobody; both None where that is
    not so. repeated: this round has claimed leads already. slowed_because: why the window is not the plan's, empty where it is."""

    state: CampaignState
    window: int
    due: int
    ready: bool
    open: bool
    lines: int
    next_in: timedelta | None
    paused_for: timedelta | None
    repeated: bool
    slowed_because: str = ""


_TURNS = "('" + "', '".join(TURNS) + "')"
# Nobody who is claimed now overtakes a call that waits for the same, or is about to wake: then no line goes with the
# claim.
CLAIM = text(f"""
    WITH earlier AS (
        SELECT id FROM leads WHERE campaign_id = :campaign_id AND claim_round = :round
    ),
    picked AS (
        SELECT l.id, k.place FROM unnest(CAST(:hours_keys AS text[])) WITH ORDINALITY AS k(key, place),
        LATERAL (
            SELECT id FROM leads
            WHERE campaign_id = :campaign_id AND account_id = :account_id AND hours_key = k.key AND state = 'ready'
            ORDER BY id LIMIT :limit FOR UPDATE SKIP LOCKED
        ) l
        WHERE NOT EXISTS (SELECT FROM earlier)
        ORDER BY k.place LIMIT :limit
    ),
    claimed AS (
        UPDATE leads SET state = 'claimed', claim_round = :round FROM picked WHERE leads.id = picked.id
        RETURNING leads.id, picked.place
    ),
    callable AS (
        SELECT id, row_number() OVER (ORDER BY place, id) AS turn FROM claimed WHERE place <= :open_keys
    ),
    room AS (
        SELECT g.recogniser, g.synthesiser, CASE
            WHEN EXISTS (SELECT FROM calls w WHERE w.account_id = :account_id AND w.state = 'queued' AND w.waits_for
                         IN ('recogniser/' || g.recogniser, 'synthesiser/' || g.synthesiser)) THEN 0
            WHEN EXISTS (SELECT FROM calls w WHERE w.trunk_id = m.trunk_id AND w.state = 'queued'
                         AND w.waits_for IN {_TURNS}) THEN 0
            WHEN EXISTS (SELECT FROM calls w WHERE w.campaign_id = m.id AND w.state = 'waiting'
                         AND w.next_attempt_at <= clock_timestamp()) THEN 0
            WHEN NOT EXISTS (SELECT FROM {ACCEPTING}) THEN 0
            WHEN EXISTS (SELECT FROM vendor_breakers b WHERE b.account_id = :account_id AND b.held_until IS NOT NULL
                         AND b.vendor = ANY(g.relies_on)) THEN 0
            ELSE LEAST(left_over.recognisers, left_over.synthesisers) END AS permits
        FROM campaigns m JOIN agents g ON g.id = m.agent_id,
             permits_left_v1(:account_id, g.recogniser, g.synthesiser) AS left_over
        WHERE m.id = :campaign_id AND m.account_id = :account_id AND EXISTS (SELECT FROM callable)
    ),
    free AS (
        SELECT n.trunk_id, n.number FROM lines n JOIN campaigns m ON m.trunk_id = n.trunk_id
        WHERE m.id = :campaign_id AND n.account_id = :account_id AND n.call_id IS NULL
        ORDER BY n.number LIMIT (SELECT LEAST(count(*), (SELECT permits FROM room)) FROM callable)
        FOR UPDATE OF n SKIP LOCKED
    ),
    turns AS (
        SELECT t.turns FROM (SELECT trunk_id, count(*) AS lines FROM free GROUP BY trunk_id) AS wanted,
             take_turns_v1(wanted.trunk_id, wanted.lines, :ahead, {BETWEEN_DIALS}) AS t
    ),
    taken AS (
        UPDATE lines SET call_id = 'call_' || substr(callable.id, 6), taken_at = clock_timestamp(),
               recogniser = room.recogniser, synthesiser = room.synthesiser
        FROM room, turns, callable JOIN (SELECT trunk_id, number, row_number() OVER (ORDER BY number) AS turn FROM free) AS given
             ON given.turn = callable.turn
        WHERE callable.turn <= turns.turns AND lines.trunk_id = given.trunk_id AND lines.number = given.number
    ),
    planned AS (
        INSERT INTO calls (id, account_id, campaign_id, lead_id, trunk_id, state, why)
        SELECT 'call_' || substr(claimed.id, 6), :account_id, :campaign_id, claimed.id, m.trunk_id, 'claimed', 'claimed'
        FROM claimed, campaigns m WHERE m.id = :campaign_id AND m.account_id = :account_id
    )
    SELECT 'call_' || substr(l.id, 6) AS call_id, l.id AS lead_id, m.trunk_id, l.person_sealed
    FROM (SELECT id FROM claimed UNION ALL SELECT id FROM earlier) AS mine
    JOIN leads l ON l.id = mine.id JOIN campaigns m ON m.id = :campaign_id
    ORDER BY l.id
""")

# Asked for each round, so each part costs the same however long the list is and however many calls sleep or are closed. A
# call whose sleep is over is due, though it may not have woken yet.
FEED_STATE = text("""
    SELECT m.state, COALESCE((m.plan->>'window')::int, 20) AS window,
        (SELECT count(*) FROM (
            SELECT FROM calls c WHERE c.campaign_id = m.id AND c.state = ANY(:due_states) LIMIT 1000
        ) AS under_way) + (SELECT count(*) FROM (
            SELECT FROM calls c WHERE c.campaign_id = m.id AND c.state = 'waiting' AND c.next_attempt_at <= at.present LIMIT 1000
        ) AS awake) AS due,
        EXISTS (SELECT FROM leads l WHERE l.campaign_id = m.id AND l.state = 'ready') AS ready,
        EXISTS (SELECT FROM calls c WHERE c.campaign_id = m.id AND c.state = ANY(:open_states)) AS open,
        LEAST((SELECT count(*) FROM lines n WHERE n.trunk_id = m.trunk_id),
              (SELECT min(p.most) FROM provider_limits p WHERE p.account_id = m.account_id AND (p.kind, p.provider)
               IN (('recogniser', g.recogniser), ('synthesiser', g.synthesiser)))) AS lines,
        (SELECT c.next_attempt_at FROM calls c WHERE c.campaign_id = m.id AND c.state = 'waiting'
         ORDER BY c.next_attempt_at LIMIT 1) - at.present AS next_in,
        CASE WHEN t.paused_until > at.present THEN t.paused_until - at.present END AS paused_for,
        EXISTS (SELECT FROM leads l WHERE l.campaign_id = m.id AND l.claim_round = :round) AS repeated
    FROM campaigns m JOIN agents g ON g.id = m.agent_id JOIN trunks t ON t.id = m.trunk_id, (SELECT now() AS present) AS at
    WHERE m.id = :campaign_id AND m.account_id = :account_id
""")
WHILE_STARTED: Final = timedelta(milliseconds=250)
"""The calls of a claim are started one after the other: so much longer before its time one of them may be given its turn. Not
more, lest the last one's decision is over a second old in its slot, and has to be asked for again."""
OPEN_STATES = [str(state) for state in CallState if state is not CallState.CLOSED]


async def claim_leads(
    session: AsyncSession,
    account_id: AccountId,
    campaign_id: CampaignId,
    key_ring: KeyRing,
    *,
    round_number: int,
    hours_keys: Sequence[str],
    open_keys: int,
    limit: int,
) -> list[Claim]:
    """The leads of this round, at most limit of them, those of the first hours keys first; the same when repeated.

    Each claimed lead gets its planned call in the same statement, and those of the first open_keys hours keys, who may
    be called now, a line each as long as lines, turns and permits are to be had and no earlier call waits for them. The
    work grows with limit and the number of hours keys, not with the number of leads.
    """
    parameters = {
        "account_id": account_id,
        "campaign_id": campaign_id,
        "round": round_number,
        "hours_keys": list(hours_keys),
        "open_keys": open_keys,
        "limit": limit,
        "ahead": SOON + WHILE_STARTED,
    }
    rows = await session.execute(CLAIM, parameters)
    return [
        Claim(
            call_id=CallId(row.call_id),
            lead_id=LeadId(row.lead_id),
            trunk_id=TrunkId(row.trunk_id),
            masked_number=masked_number(row.person_sealed, account_id, LeadId(row.lead_id), key_ring),
        )
        for row in rows
    ]


async def feed_state(
    session: AsyncSession, account_id: AccountId, campaign_id: CampaignId, *, round_number: int
) -> FeedState | None:
    """How far the campaign's feeding is; None if the account has no such campaign."""
    parameters = {
        "account_id": account_id,
        "campaign_id": campaign_id,
        "round": round_number,
        "due_states": [str(state) for state in DUE_STATES],
        "open_states": OPEN_STATES,
    }
    row = (await session.execute(FEED_STATE, parameters)).mappings().one_or_none()
    return None if row is None else FeedState(**{**row, "state": CampaignState(row["state"])})


async def hours_keys_of(session: AsyncSession, account_id: AccountId, campaign_id: CampaignId) -> list[str]:
    """The distinct hours keys among the campaign's committed leads."""
    rows = await session.execute(
        text(
            "SELECT hours_key FROM lead_groups WHERE campaign_id = :campaign_id AND account_id = :account_id"
        ),
        {"account_id": account_id, "campaign_id": campaign_id},
    )
    return list(rows.scalars())


async def foremost_due(
    session: AsyncSession, account_id: AccountId, campaign_id: CampaignId, *, limit: int
) -> list[tuple[CallId, LeadId]]:
    """The campaign's calls, with their leads, that are due and have not woken yet, those that were planned first."""
    rows = await session.execute(
        text("""
            SELECT id, lead_id FROM calls
            WHERE campaign_id = :campaign_id AND account_id = :account_id AND state = 'waiting'
              AND next_attempt_at <= clock_timestamp()
            ORDER BY created_at, id LIMIT :limit
        """),
        {"account_id": account_id, "campaign_id": campaign_id, "limit": limit},
    )
    return [(CallId(row.id), LeadId(row.lead_id)) for row in rows]


@dataclass(frozen=True, slots=True)
class OpenCall:
    """A call that is not closed, for repairs and for a campaign's cancel. lead_id makes up its workflow's id."""

    account_id: AccountId
    call_id: CallId
    campaign_id: CampaignId | None
    lead_id: LeadId
    trunk_id: TrunkId
    state: str
    masked_number: str


_OPEN_CALLS = text("""
    SELECT c.account_id, c.id AS call_id, c.campaign_id, c.lead_id, w.trunk_id, c.state, l.person_sealed
    FROM calls c JOIN leads l ON l.id = c.lead_id JOIN call_made_with_v1 w ON w.call_id = c.id
    WHERE c.state <> 'closed' AND c.id > :after
      AND (CAST(:campaign_id AS text) IS NULL OR c.campaign_id = :campaign_id)
      AND (CAST(:account_id AS text) IS NULL OR c.account_id = :account_id)
      AND (NOT :overdue OR c.created_at < clock_timestamp() - interval '60 s'
           AND (c.state <> 'waiting' OR c.next_attempt_at < clock_timestamp() - interval '5 min'))
      AND (NOT :stale_claims OR (c.state = 'claimed' AND c.created_at < clock_timestamp() - interval '20 s'))
    ORDER BY c.id LIMIT :limit
""")


async def open_calls(
    session: AsyncSession,
    account_id: AccountId | None,
    key_ring: KeyRing,
    *,
    campaign_id: CampaignId | None = None,
    stale_claims: bool = False,
    overdue: bool = False,
    after: str = "",
    limit: int = 100,
) -> list[OpenCall]:
    """A page of calls that are not closed, by id. account_id None: of every account (the system's own sweep).

    stale_claims: only calls that were claimed over 20 seconds ago and never began; overdue: only calls that are
    a minute old and do not rightly sleep.
    """
    parameters = {
        "account_id": account_id,
        "campaign_id": campaign_id,
        "stale_claims": stale_claims,
        "overdue": overdue,
        "after": after,
        "limit": limit,
    }
    rows = await session.execute(_OPEN_CALLS, parameters)
    return [
        OpenCall(
            account_id=row.account_id,
            call_id=row.call_id,
            campaign_id=row.campaign_id,
            lead_id=row.lead_id,
            trunk_id=row.trunk_id,
            state=row.state,
            masked_number=masked_number(row.person_sealed, row.account_id, row.lead_id, key_ring),
        )
        for row in rows
    ]
