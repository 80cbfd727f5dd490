"""Flight records over the API, and `outbound calls replay`."""

from collections.abc import AsyncIterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import msgspec
import pytest_asyncio
import yaml

from database.conversations import store_report
from database.people import Person
from domain.conversations import ConversationPlan, plan_conversation
from domain.knowledge import Passage, Source
from domain.scripts import Script as Texts
from media.engine.events import LOOK_UP, Found, ModelDone, ToolCall
from media.recording.flight import Flight, write_part
from providers.recordings.segments import Take
from tests.api.conftest import SCRIPT, Operator
from tests.api.server import serving
from tests.api.test_console import Terminal
from tests.api.test_recordings import Recorded, attempted
from tests.media.plans import plan
from tests.media.script import Script
from tests.media.test_replay import with_requests

TEXTS = msgspec.convert(SCRIPT, Texts)


def plan_of(call: Recorded, person: Person) -> ConversationPlan:
    """What the media server was told about this call."""
    bare = plan(call.attempt_id, account_id=call.operator.account_id, call_id=call.call_id)
    return plan_conversation(bare, TEXTS, person.script_values())


def talk(plan: ConversationPlan) -> Flight:
    """A short conversation."""
    script = Script(plan).until_silent().says("Yes, I am well")
    script.model_says("I am glad to hear it.").until_silent().hangs_up().later(2_000)
    return replace(script.flight, entries=with_requests(script.flight))


def keep(call: Recorded, flight: Flight, began_ms: int = 1) -> None:
    """As the media server keeps it."""
    take = Take(call.operator.account_id, call.attempt_id, began_ms)
    begins = (flight.plan, flight.begun_at)
    lines = write_part(0, flight.entries, begins=begins, ends=flight.is_complete)
    call.operator.tools.recordings.flights.keep_part(take, 0, lines)


@dataclass
class Held:
    """A call that was held, and a terminal to replay it in."""

    call: Recorded
    flight: Flight
    terminal: Terminal

    async def replays(self, *words: str) -> tuple[int, Any]:
        """Exit code and output of the command; its JSON if that was wanted."""
        result = await self.terminal.run("calls", "replay", self.call.call_id, "--attempt", "1", *words)
        return result.exit_code, msgspec.json.decode(result.stdout) if "--json" in words else result.output


@pytest_asyncio.fixture
async def held(operator: Operator) -> AsyncIterator[Held]:
    call = await attempted(operator)
    shown = (await operator.client.get(f"/api/calls/{call.call_id}/script")).json()
    person = Person("+14155552672", variables=shown["values"])
    flight = talk(plan_of(call, person))
    keep(call, flight)
    async with serving(operator) as port:
        yield Held(call, flight, Terminal(operator, port))


async def test_a_call_is_replayed_by_the_present_engine_and_prompts(held: Held) -> None:
    code, output = await held.replays()
    assert (0, True) == (code, "identical to its end" in output)
    code, (replayed,) = await held.replays("--json")
    assert (0, 2, True, None) == (
        code,
        replayed["requests"],
        replayed["is_complete"],
        replayed["divergence"],
    )


async def test_a_new_version_of_the_script_shows_where_it_leads_elsewhere(held: Held) -> None:
    shown = (await held.call.operator.client.get(f"/api/calls/{held.call.call_id}/script")).json()
    changed = {**SCRIPT, "instructions": "You ask customers in {{city}} how their dog is."}
    await held.call.operator.made(f"/api/scripts/{shown['version']['script_id']}/versions", changed)
    code, output = await held.replays()
    assert 1 == code
    assert "DIVERGED" in output
    assert "recorded  - system: You ask customers in [city] how they are." in output
    assert "present   + system: You ask customers in [city] how their dog is." in output
    assert 0 == (await held.replays("--as-recorded"))[0]


async def test_a_draft_is_tried_from_a_file(held: Held, tmp_path: Path) -> None:
    file = tmp_path / "draft.yaml"
    file.write_text(yaml.safe_dump({**SCRIPT, "opening": "Good day."}), encoding="utf-8")
    code, (replayed,) = await held.replays("--script-file", str(file), "--json")
    assert (1, 0, "actions") == (code, replayed["events"], replayed["divergence"]["what"])
    assert ["Speak.text: Good day. I am an automated assistant."] == replayed["divergence"]["present"]
    file.write_text("opening: Good day.", encoding="utf-8")
    code, output = await held.replays("--script-file", str(file))
    assert (2, True) == (code, "is no script" in " ".join(output.split()))


async def test_each_process_that_held_the_call_is_replayed(held: Held) -> None:
    script = Script(held.flight.plan).until_silent().says("Yes, I am well")
    keep(held.call, script.cut_off().hangs_up().later(2_000).flight, began_ms=2)
    code, replayed = await held.replays("--json")
    assert (0, 2) == (code, len(replayed))


async def test_a_record_of_another_format_is_refused_with_the_reason(held: Held) -> None:
    flights, take = (
        held.call.operator.tools.recordings.flights,
        Take(held.flight.plan.account_id, held.call.attempt_id, 9),
    )
    flights.keep_part(take, 0, b'["part",0]\n["flight",99]\n')
    code, output = await held.replays()
    assert (1, True) == (code, "format 99" in output)


async def test_a_record_whose_beginning_was_lost_is_refused(operator: Operator) -> None:
    call = await attempted(operator)
    take = Take(operator.account_id, call.attempt_id, 1)
    operator.tools.recordings.flights.keep_part(take, 1, b'["part",1]\n["end"]\n')
    async with serving(operator) as port:
        terminal = Terminal(operator, port)
        result = await terminal.run("calls", "replay", call.call_id, "--attempt", "1")
        nobody = await terminal.run("calls", "replay", call.call_id)
    assert (1, True) == (result.exit_code, "beginning" in result.output)
    assert (2, True) == (nobody.exit_code, "Nobody answered" in nobody.output)


async def test_another_account_gets_no_flight_and_no_script(held: Held, stranger: Operator) -> None:
    path = f"/api/calls/{held.call.call_id}"
    for wanted in (f"{path}/attempts/1/flight", f"{path}/script"):
        assert 200 == (await held.call.operator.client.get(wanted)).status_code
        assert 404 == (await stranger.client.get(wanted)).status_code


async def test_an_attempt_without_a_conversation_has_no_flight(operator: Operator) -> None:
    call = await attempted(operator)
    answer = await operator.client.get(f"/api/calls/{call.call_id}/attempts/1/flight")
    assert 404 == answer.status_code


async def test_a_calls_answers_are_shown_with_their_spans(held: Held) -> None:
    """Spans are stored with the conversation: in its sealed content, and without a statement of their own.

    Requirement 117.
    """
    operator, call = held.call.operator, held.call
    report = Script(held.flight.plan).until_silent().says("Yes, I am well").model_says("Good to hear.")
    report.until_silent().hangs_up().later(2_000)
    async with operator.tools.database.transaction() as session:
        await store_report(session, report.report(), operator.tools.key_ring, suppression_id="sup_1")
    (conversation,) = (await operator.client.get(f"/api/calls/{call.call_id}/transcript")).json()[
        "conversations"
    ]
    spans = conversation["turns"][-1]["spans"]
    assert spans["first_frame"] >= spans["end_of_turn"] == report.state.transcript[1].ended_ms
    shown = await held.terminal.run("calls", "show", call.call_id)
    assert (0, True, True) == (shown.exit_code, "first_token" in shown.output, "+0" in shown.output)
    assert "person (88%): turn 1 (weak) at" in shown.output


async def test_a_call_shows_when_the_person_wants_the_next_one(held: Held) -> None:
    """Somebody has to read it where it was not clear."""
    operator, call = held.call.operator, held.call
    script = Script(held.flight.plan).until_silent().says("Call me back in the week after the fair.")
    report = script.hangs_up().later(2_000).report()
    verdict = replace(report.verdict, callback_phrase="in the week after the fair")
    async with operator.tools.database.transaction() as session:
        await store_report(
            session, replace(report, verdict=verdict), operator.tools.key_ring, suppression_id="sup_1"
        )
    shown = (await operator.client.get(f"/api/calls/{call.call_id}/transcript")).json()["conversations"]
    assert ["in the week after the fair"] == [one["callback_phrase"] for one in shown]
    told = await held.terminal.run("calls", "show", call.call_id)
    assert (0, True) == (told.exit_code, "in their words: “in the week after the fair”" in told.output)


async def test_an_answer_is_shown_with_the_passages_it_rests_on(held: Held) -> None:
    """Requirement 69: it cites the right passage."""
    operator, call = held.call.operator, held.call
    script = Script(replace(held.flight.plan, has_knowledge=True)).until_silent().says("Do you deliver?")
    reply = script.asked().reply
    script.handle(ToolCall(reply, LOOK_UP, "delivery")).handle(ModelDone(reply))
    source = Source("doc_1", "Delivery", 2)
    script.handle(Found(reply, (Passage(source, "We deliver within three days."),)))
    script.model_says("Yes, within three days.").until_silent().hangs_up().later(2_000)
    async with operator.tools.database.transaction() as session:
        await store_report(session, script.report(), operator.tools.key_ring, suppression_id="sup_1")
    transcript = (await operator.client.get(f"/api/calls/{call.call_id}/transcript")).json()
    turns = transcript["conversations"][0]["turns"]
    assert [[], [], [asdict(source)]] == [turn["sources"] for turn in turns]
    shown = await held.terminal.run("calls", "show", call.call_id)
    assert (0, True) == (shown.exit_code, "from Delivery, passage 2" in shown.output)
