"""Every measurement of the voice: which servers it starts, who calls them, and what is looked at.

Turns of ten calls of the whole system: benchmarks/turn_delay.py.
"""

import asyncio
from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import asdict
from typing import Any, Final

from benchmarks.report import Measured
from benchmarks.voice import figures
from benchmarks.voice.bench import Bench
from benchmarks.voice.clock import now, until
from benchmarks.voice.figures import Holdings, Knee, Point
from benchmarks.voice.script import Course
from benchmarks.voice.seen import Seen
from benchmarks.voice.stage import Stage

EQUAL_CALLS: Final = (10, 20)
_TALK: Final = Course()
_ONE_TURN: Final = Course(turns=1)
_SHORT: Final = Course(turns=1, waits=False)
_INTERRUPT: Final = Course(interrupts=True, sentences=6)
_WARM_UP_SECONDS: Final = 6.0
_SETTLE_SECONDS: Final = 3.0
_TRIES: Final = 3
_MORE_ROUNDS: Final = 2
_OUR_LEVELS: Final = (40, 60, 80, 100, 120, 150, 200, 250, 300, 400)
_PEER_LEVELS: Final = (10, 15, 20, 25, 30, 35, 40)
_OUR_RATE: Final = 10.0
_PEER_RATE: Final = 4.0
"""Calls arriving a second: more would cost pipecat's live calls the delay of setting the new ones up."""

_TURN_CALLS: Final = 50
_TURNS: Final = 1_000
_TURN_SECONDS: Final = 120.0
_INTERRUPTERS: Final = 30
_INTERRUPTIONS: Final = 300
_INTERRUPT_SECONDS: Final = 70.0
_GREETINGS: Final = 80
_FOOTPRINT_CALLS: Final = 50
_WARM_UP_CALLS: Final = 200
_WARM_UP_RATE: Final = 16.0
"""Faster than what follows, so that the pools of kept-alive connections are as large as they will be."""
_SOAK_CALLS: Final = 500


async def cost(bench: Bench) -> Measured:
    """CPU per call beside pipecat's at equal calls, in rounds of both, each order in turn; disturbed ones are repeated."""
    if bench.python is None:
        return Measured(figures.cost_figures([], EQUAL_CALLS), [])
    rounds: list[Mapping[int, tuple[Point, Point]]] = []
    good = 0
    for number in range(bench.rounds + _MORE_ROUNDS):
        if good == bench.rounds:
            break
        found: dict[str, dict[int, Point]] = {}
        names = ("ours", "pipecat") if number % 2 == 0 else ("pipecat", "ours")
        for name in names:
            found[name] = await _costs(bench, name)
            for point in found[name].values():
                bench.say(f"round {number + 1}, {name}: {point}")
        rounds.append({calls: (found["ours"][calls], found["pipecat"][calls]) for calls in EQUAL_CALLS})
        good += not any(figures.why_not_comparable(*pair) for pair in rounds[-1].values())
    samples = [{calls: [asdict(one) for one in pair] for calls, pair in each.items()} for each in rounds]
    return Measured(figures.cost_figures(rounds, EQUAL_CALLS), samples)


async def _costs(bench: Bench, name: str) -> dict[int, Point]:
    points = {}
    async with _server(bench, name) as stage:
        for calls in EQUAL_CALLS:
            await stage.arrive(calls - len(stage.live), _rate(name), _TALK)
            await asyncio.sleep(_WARM_UP_SECONDS)
            points[calls] = await stage.look(bench.seconds)
    return points


async def capacity(bench: Bench) -> Measured:
    """Calls per core, ours and pipecat's."""
    ours, samples = await _knee(bench, "ours", _OUR_LEVELS)
    peer = None
    if bench.python is not None:
        peer, more = await _knee(bench, "pipecat", _PEER_LEVELS)
        samples += more
    return Measured(figures.capacity_figures(ours, peer), samples)


async def _knee(bench: Bench, name: str, levels: tuple[int, ...]) -> tuple[Knee, list[Any]]:
    tried: list[list[Point]] = []
    async with _server(bench, name) as stage:
        for level in levels:
            await stage.arrive(level - len(stage.live), _rate(name), _TALK)
            await asyncio.sleep(_WARM_UP_SECONDS if name == "pipecat" else _SETTLE_SECONDS)
            tried.append([])
            while len(tried[-1]) < _TRIES:
                point = await stage.look(bench.seconds)
                tried[-1].append(point)
                bench.say(f"{name}: {point}{_remark(point)}")
                if point.keeps_up and not point.why_invalid:
                    break
            else:
                break
    return figures.knee(tried), [{"server": name, **asdict(point)} for level in tried for point in level]


def _remark(point: Point) -> str:
    return f" (invalid: {point.why_invalid})" if point.why_invalid else ""


async def turns(bench: Bench) -> Measured:
    """What we add to each turn at fifty calls."""
    async with bench.ours() as stage:
        await stage.arrive(_TURN_CALLS, _OUR_RATE, _TALK)
        await asyncio.sleep(_WARM_UP_SECONDS)
        with stage.watching() as watch:
            await until(lambda: len(watch.seen.turns) >= _TURNS, _TURN_SECONDS)
            point = watch.point()
    bench.say(str(point))
    samples = [asdict(turn) for turn in watch.seen.turns]
    return Measured(figures.turn_figures(watch.seen, point.why_invalid), samples, figures.spans(watch.seen))


async def greeting(bench: Bench) -> Measured:
    """The first words of prepared calls that come one by one."""
    async with bench.ours() as stage:
        with stage.watching() as watch:
            await stage.arrive(_GREETINGS, 3, _ONE_TURN)
            await stage.all_left()
            point = watch.point()
    delays = list(watch.seen.greetings)
    figure = figures.greeting_figure("prepared", delays, 20, point.why_invalid)
    return Measured([figure], delays)


async def interruptions(bench: Bench) -> Measured:
    """How soon we fall silent when the callee speaks into our words."""
    async with bench.ours() as stage:
        await stage.arrive(_INTERRUPTERS, _OUR_RATE, _INTERRUPT)
        with stage.watching() as watch:
            await until(lambda: _interrupted(watch.seen) >= _INTERRUPTIONS, _INTERRUPT_SECONDS)
            point = watch.point()
    bench.say(str(point))
    figure = figures.silence_figure(watch.seen.turns, point.why_invalid)
    return Measured([figure], [asdict(turn) for turn in watch.seen.turns])


def _interrupted(seen: Seen) -> int:
    return sum(turn.interrupts for turn in seen.turns)


async def footprint(bench: Bench) -> Measured:
    """Tasks and memory of fifty calls that are not recorded."""
    async with bench.ours(record=False) as stage:
        await stage.arrive(10, _OUR_RATE, _ONE_TURN)
        await stage.all_left()
        before = await _settled(stage)
        await stage.arrive(_FOOTPRINT_CALLS, _OUR_RATE, _TALK)
        tasks = 0
        for _ in range(20):
            await asyncio.sleep(0.5)
            tasks = max(tasks, await stage.tasks())
        memory = stage.server.memory()
    found = figures.footprint_figures(_FOOTPRINT_CALLS, tasks - before.tasks, memory - before.memory)
    return Measured(found, {"tasks": tasks, "memory": memory, "before": asdict(before)})


async def soak(bench: Bench) -> Measured:
    """What comes back after many short calls, and how soon each of ten a second was greeted."""
    async with bench.ours() as stage:
        await stage.arrive(_WARM_UP_CALLS, _WARM_UP_RATE, _SHORT)
        await stage.all_left()
        before = await _settled(stage)
        with stage.watching() as watch:
            await stage.arrive(_SOAK_CALLS, _OUR_RATE, _SHORT)
            await stage.all_left()
            point = watch.point()
        after = await _settled(stage)
    bench.say(f"before {before}, after {after}; {watch.seen.lost + watch.seen.broken} calls failed")
    delays = list(watch.seen.greetings)
    greeted = figures.greeting_figure("ten calls arriving a second", delays, 60, point.why_invalid)
    samples = {"greetings": delays, "before": asdict(before), "after": asdict(after)}
    return Measured([greeted, *figures.soak_figures(before, after)], samples)


async def _settled(stage: Stage) -> Holdings:
    """What the server holds on to once that has not changed for a second; after 15 s as it is."""
    deadline, last, since = now() + 15, (0, 0), now()
    while now() < deadline:
        found = (await stage.tasks(), stage.server.descriptors())
        if found != last:
            last, since = found, now()
        elif now() - since >= 1:
            break
        await asyncio.sleep(0.2)
    return Holdings(*last, stage.server.memory())


def _server(bench: Bench, name: str) -> AbstractAsyncContextManager[Stage]:
    return bench.ours() if name == "ours" else bench.pipecat()


def _rate(name: str) -> float:
    return _OUR_RATE if name == "ours" else _PEER_RATE
