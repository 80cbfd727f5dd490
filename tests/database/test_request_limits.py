"""Limits of requests: exact at every boundary, over an hour that nobody waits for, whoever asks at once."""

import asyncio
import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from database.request_limits import Allowance, Limits, forget_old_requests, take_request
from database.session import Database, engine_for

LIMITS = Limits(a_minute=100, burst=120, an_hour=1_000)
BEGAN = datetime(2026, 12, 1, 12, tzinfo=UTC)


async def take(database: Database, actor: str, seconds: float, limits: Limits = LIMITS) -> Allowance:
    async with database.transaction() as session:
        return await take_request(session, actor, limits, BEGAN + timedelta(seconds=seconds))


async def taken(
    database: Database, actor: str, moments: Sequence[float], limits: Limits = LIMITS
) -> list[bool]:
    """Which of the requests at these moments were taken."""
    async with database.transaction() as session:
        return [
            not (await take_request(session, actor, limits, BEGAN + timedelta(seconds=at))).wait
            for at in moments
        ]


def allowed(moments: Sequence[float], limits: Limits = LIMITS) -> list[bool]:
    """The same by the words of the requirement, counted by hand."""
    log: list[float] = []
    answers = []
    for at in moments:
        windows = [(60 * n, limits.a_minute * n + limits.burst - limits.a_minute) for n in range(1, 61)]
        windows.append((3600, limits.an_hour))
        fits = all(sum(then > at - span for then in log) < most for span, most in windows)
        answers.append(fits)
        log += [at] * fits
    return answers


async def test_a_burst_passes_and_one_more_does_not(database: Database) -> None:
    """Requirements 168, 170."""
    assert [True] * 120 + [False] == await taken(database, "burst", [0.0] * 121)
    refused = await take(database, "burst", 1)
    assert (59.0, 0) == (refused.wait, refused.burst_left)
    assert (await take(database, "burst", 59.999)).wait > 0
    again = await take(database, "burst", 60)
    assert (0, 99) == (again.wait, again.burst_left)


async def test_after_a_burst_a_hundred_a_minute_pass(database: Database) -> None:
    """Requirement 168."""
    moments = [minute * 60.0 for minute in range(5) for _ in range(121)]
    answers = await taken(database, "sustained", moments)
    assert [120, 100, 100, 100, 100] == [sum(answers[121 * n : 121 * (n + 1)]) for n in range(5)]


async def test_a_thousand_pass_in_any_hour(database: Database) -> None:
    """Requirement 169."""
    moments = [at * 3.6 for at in range(1_001)]
    answers = await taken(database, "hour", moments)
    assert [True] * 1_000 == answers[:1_000]
    assert answers[1_000]  # the first has just left the hour
    refused = await take(database, "hour", 3_600.5)
    assert refused.wait == pytest.approx(3.1)
    assert 0 == refused.hour_left
    assert 0 == (await take(database, "hour", 3_603.6)).wait


async def test_what_is_refused_is_not_counted(database: Database) -> None:
    small = Limits(1, 1, 5)
    assert [True] + [False] * 50 + [True] == await taken(
        database, "eager", [0.0, *map(float, range(1, 51)), 60.0], small
    )


@pytest.mark.parametrize("seed", range(4))
async def test_any_hour_of_requests_is_as_by_hand(database: Database, seed: int) -> None:
    chance = random.Random(seed)
    limits = Limits(chance.randint(1, 8), chance.randint(1, 12), chance.randint(10, 90))
    if limits.burst < limits.a_minute:
        limits = Limits(limits.a_minute, limits.a_minute, limits.an_hour)
    moments = sorted(
        chance.choice([chance.uniform(0, 5_000), chance.randint(0, 80) * 60.0]) for _ in range(600)
    )
    assert allowed(moments, limits) == await taken(database, f"chance {seed}", moments, limits)


async def test_whoever_asks_at_once_over_many_processes_gets_what_there_is(database: Database) -> None:
    async def process() -> int:
        other = Database(engine_for(database.engine.url.render_as_string(hide_password=False), connections=2))
        try:
            answers = await asyncio.gather(*(take(other, "at once", 0) for _ in range(40)))
            return sum(not each.wait for each in answers)
        finally:
            await other.close()

    assert 120 == sum(await asyncio.gather(*(process() for _ in range(4))))


async def test_each_actor_has_limits_of_its_own_and_is_told_what_is_left(database: Database) -> None:
    first = await take(database, "one", 0)
    assert Allowance(wait=0, burst_left=119, burst_next=60, hour_left=999, hour_next=3_600) == first
    second = await take(database, "one", 10)
    assert (118, 50.0, 998, 3_590.0) == (
        second.burst_left,
        second.burst_next,
        second.hour_left,
        second.hour_next,
    )
    assert 119 == (await take(database, "another", 10)).burst_left


async def test_old_requests_are_forgotten(database: Database) -> None:
    async with database.transaction() as session:
        for ago in (59, 61):
            await session.execute(
                text(
                    "INSERT INTO requests_taken (actor, at) VALUES ('old', now() - make_interval(mins => :ago))"
                ),
                {"ago": ago},
            )
        await forget_old_requests(session)
        left = await session.execute(text("SELECT count(*) FROM requests_taken WHERE actor = 'old'"))
        assert 1 == left.scalar_one()
