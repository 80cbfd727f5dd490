"""What calls do at this moment: counted from what is open and from the last hour's dials, and from nothing else (law 7)."""

from datetime import UTC, datetime, timedelta
from typing import Any

from database.wallboard import Wallboard, read_wallboard
from domain.abandonment import Abandonment
from domain.identifiers import UserId
from tests.activities.conftest import scene as scene
from tests.activities.scene import Scene
from tests.database.campaign_rows import running_campaign

LATELY = timedelta(seconds=20)
THIS_HOUR = timedelta(minutes=59)
BEFORE = timedelta(minutes=61)


class Board:
    """Calls of a scene's campaign, put into rows, and what the wallboard makes of them."""

    def __init__(self, scene: Scene) -> None:
        self._campaign = scene.campaign
        self._made = 0

    async def call(self, state: str, **columns: Any) -> str:
        self._made += 1
        call = await self._campaign.call(f"+4930555{self._made:04}")
        for name, value in {"state": state, **columns}.items():
            await self._campaign.run(
                f"UPDATE calls SET {name} = :value WHERE id = :call", value=value, call=call
            )
        return call

    async def dial(self, call: str, ago: timedelta | None, result: str | None, answered_by: str = "") -> None:
        """ago: how long since it was placed; None for one that was not."""
        await self._campaign.run(
            """
            INSERT INTO attempts (id, account_id, call_id, number, number_hash, trunk_id, state, placing_at, result)
            SELECT c.id || '-1', c.account_id, c.id, 1, 'x', c.trunk_id, 'closed',
                   clock_timestamp() - CAST(:ago AS interval), CAST(:result AS text)
            FROM calls c WHERE c.id = :call
            """,
            call=call,
            ago=ago,
            result=result,
        )
        if answered_by:
            await self._campaign.run(
                """
                INSERT INTO conversations (attempt_id, account_id, call_id, answered_by, end_reason, outcome, decided_by, content_sealed)
                SELECT a.id, a.account_id, a.call_id, :answered_by, 'finished', 'none', 'rules', 'x'
                FROM attempts a WHERE a.call_id = :call
                """,
                call=call,
                answered_by=answered_by,
            )

    async def read(self, members_only: UserId | None = None) -> Wallboard:
        async with self._campaign.database.transaction() as session:
            return await read_wallboard(session, self._campaign.account_id, members_only)


async def test_open_calls_are_counted_by_state_and_by_what_they_are_short_of(scene: Scene) -> None:
    board = Board(scene)
    for state, waits_for in (
        *[("queued", "line")] * 2,
        ("queued", "pace"),
        ("queued", None),
        ("dialling", "line"),
        *[("live", None)] * 3,
        ("claimed", None),
        ("waiting", None),
        ("closed", None),
    ):
        await board.call(state, waits_for=waits_for)
    found = await board.read()
    assert {"queued": 4, "dialling": 1, "live": 3, "claimed": 1} == found.calls
    assert {"line": 2, "pace": 1} == found.waits_for
    [campaign] = found.campaigns
    assert (scene.campaign.campaign_id, 3, 1, 5) == (
        campaign.id,
        campaign.live,
        campaign.dialling,
        campaign.queued,
    )


async def test_rates_are_of_the_last_hours_dials(scene: Scene) -> None:
    board = Board(scene)
    for ago, result, answered_by, state, outcome in (
        (LATELY, "talked", "person", "closed", "interested"),
        (THIS_HOUR, "talked", "person", "closed", "not_interested"),
        (THIS_HOUR, "voicemail_left", "machine", "closed", "none"),
        (THIS_HOUR, "busy", "", "waiting", "none"),
        (THIS_HOUR, "carrier_failed", "", "closed", None),
        (LATELY, None, "", "live", None),
        (BEFORE, "talked", "person", "closed", "interested"),
        (None, "talked", "person", "closed", "interested"),
    ):
        call = await board.call(state, outcome=outcome)
        await board.dial(call, ago, result, answered_by)
    found = await board.read()
    assert (6, 2) == (found.dials, found.dials_last_minute)
    assert {"talked": 2, "voicemail_left": 1, "busy": 1, "carrier_failed": 1} == found.results
    assert (3 / 5, 2 / 5, 4 / 5) == (found.answer_rate, found.person_rate, found.technical_rate)
    assert (4, 1, 1 / 4) == (found.closed, found.goals, found.goal_rate)


async def test_a_scripts_own_success_is_a_goal(scene: Scene) -> None:
    board = Board(scene)
    for success in ("true", "false"):
        call = await board.call("closed", outcome="confirmed")
        await board.dial(call, LATELY, "talked", "person")
        await scene.campaign.run(
            "UPDATE conversations SET outcome = 'confirmed', outcome_flags = CAST(:flags AS jsonb) WHERE call_id = :call",
            flags=f'{{"success": {success}}}',
            call=call,
        )
    found = await board.read()
    assert (2, 1) == (found.closed, found.goals)


async def test_before_the_first_dial_there_are_no_rates(scene: Scene) -> None:
    found = await Board(scene).read()
    rates = (
        found.answer_rate,
        found.person_rate,
        found.technical_rate,
        found.goal_rate,
        found.abandonment.share,
    )
    assert (None,) * 5 == rates
    assert 0 == found.dials == found.needs_review


async def test_what_is_to_be_looked_at_is_counted_however_old(scene: Scene) -> None:
    board = Board(scene)
    await board.call("closed", needs_review=True, created_at=datetime.now(UTC) - timedelta(days=90))
    await board.call("needs_review", needs_review=True)
    await board.call("closed")
    assert 2 == (await board.read()).needs_review


async def test_a_meter_that_nobody_keeps_any_more_does_not_count(scene: Scene) -> None:
    board, campaign = Board(scene), scene.campaign
    for age, counts in (("1 minute", Abandonment(40, 1)), ("6 minutes", Abandonment())):
        await campaign.run(
            """
            INSERT INTO abandonment_meters (campaign_id, account_id, answered, abandoned, counted_at)
            VALUES (:campaign, :account, 40, 1, clock_timestamp() - CAST(CAST(:age AS text) AS interval))
            ON CONFLICT (campaign_id) DO UPDATE SET counted_at = EXCLUDED.counted_at
            """,
            campaign=campaign.campaign_id,
            account=campaign.account_id,
            age=age,
        )
        assert counts == (await board.read()).abandonment


async def test_nobody_sees_another_accounts_or_another_persons_campaigns(scene: Scene) -> None:
    board, campaign = Board(scene), scene.campaign
    call = await board.call("live", needs_review=True)
    await board.dial(call, LATELY, None)
    stranger = await board.read(UserId("usr_nobody"))
    assert ({}, 0, 0, []) == (stranger.calls, stranger.dials, stranger.needs_review, stranger.campaigns)
    async with campaign.database.transaction() as session:
        other = await read_wallboard(session, type(campaign.account_id)("another"))
    assert ({}, 0, 0, []) == (other.calls, other.dials, other.needs_review, other.campaigns)


async def test_campaigns_that_are_over_or_not_begun_are_left_out(scene: Scene) -> None:
    campaign = scene.campaign
    await campaign.run("UPDATE campaigns SET state = 'completed' WHERE id = :id", id=campaign.campaign_id)
    second = await running_campaign(campaign.database, campaign.key_ring, campaign.account_id)
    assert [second.campaign_id] == [each.id for each in (await Board(scene).read()).campaigns]
