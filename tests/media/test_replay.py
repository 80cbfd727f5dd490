"""Replays: a recorded conversation held again by the present engine, by other prompts, and where it goes another way."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.scripts import Script as ScriptText
from domain.transcripts import Speaker, Turn
from media.engine import actions
from media.engine.events import Gone, Hearing, Key, Part, Words
from media.live.model_context import prompt
from media.live.model_replies import TOOLS, offered
from media.live.verdict import verdict_request
from media.live.who_speaks import who_speaks_request
from media.recording import replay as replaying
from media.recording.flight import Entry, Flight, Happened, Noted, Requested, Trouble, Wanted
from media.recording.replay import Replayed, replay, rewritten
from providers.language_models.contract import ReplyRequest
from tests.media.plans import plan
from tests.media.script import Script

PLAN = plan()
BEGUN_AT = datetime(2026, 11, 21, 9, tzinfo=UTC)


def talk() -> Flight:
    """A conversation of two answers and a hang-up, with what the model was asked."""
    script = Script(PLAN).until_silent().says("Yes, I am")
    script.model_says("How many points would you give us?").until_silent().says("Nine points")
    script.model_says("Thank you very much.").until_silent().hangs_up().later(2_000)
    return replace(script.flight, entries=[*with_requests(script.flight)])


def with_requests(flight: Flight) -> list[Entry]:
    """The entries, each question to the model followed by the request that went out."""
    entries: list[Entry] = []
    for entry in flight.entries:
        entries.append(entry)
        for action in (isinstance(entry, Happened) and entry.actions) or ():
            match action:
                case actions.Ask(_, history, notes):
                    asked = ReplyRequest("gpt-6-luna", prompt(flight.plan, history, notes), TOOLS)
                    entries.append(Noted(entry.at_ms + 1, Requested(Wanted.REPLY, asked)))
                case actions.Identify(words):
                    asked = who_speaks_request(flight.plan, words)
                    entries.append(Noted(entry.at_ms + 1, Requested(Wanted.WHO_SPEAKS, asked)))
                case actions.Judge(transcript, held_on):
                    asked = verdict_request(flight.plan, transcript, held_on)
                    entries.append(Noted(entry.at_ms + 1, Requested(Wanted.VERDICT, asked)))
                case _:
                    continue
    return entries


def events_of(flight: Flight) -> list[Happened]:
    return [entry for entry in flight.entries if isinstance(entry, Happened)]


def diverged(replayed: Replayed) -> replaying.Divergence:
    """Where it went another way, which it must have."""
    assert replayed.divergence is not None
    return replayed.divergence


def test_the_engine_that_held_a_conversation_holds_it_again() -> None:
    flight = talk()
    replayed = replay(flight)
    assert (None, len(events_of(flight)), 3, True) == (
        replayed.divergence,
        replayed.events,
        replayed.requests,
        replayed.is_complete,
    )


def test_another_instruction_is_found_at_the_first_request() -> None:
    flight = talk()
    changed = replace(PLAN, system_prompt=PLAN.system_prompt.replace("short survey", "long survey"))
    replayed = replay(flight, changed)
    found = diverged(replayed)
    assert (0, "request") == (replayed.requests, found.what)
    *_, last, at_fault = events_of(flight)[: replayed.events + 1]
    assert (last.at_ms, at_fault.at_ms) == (replayed.until_ms, found.at_ms)
    assert "Yes, I am" in found.event
    ((gone,), (come,)) = (found.recorded, found.present)
    assert gone.replace("short", "long") == come


def test_another_opening_is_found_before_anything_is_asked() -> None:
    found = diverged(replay(talk(), replace(PLAN, opening="Good day, Ava here.")))
    assert (0, "actions", "Started()") == (found.at_ms, found.what, found.event)
    assert (f"Speak.text: {PLAN.opening}",) == found.recorded
    assert ("Speak.text: Good day, Ava here.",) == found.present


def test_another_tool_is_another_request(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replaying, "offered", lambda **_: TOOLS[:1])
    found = diverged(replay(talk()))
    assert ("request", ()) == (found.what, found.present)
    assert "note_callback" in found.recorded[0]


def test_a_request_to_the_backup_is_the_same_request() -> None:
    flight = talk()
    plan_with_other_model = replace(PLAN, model="claude-haiku")
    assert replay(flight, plan_with_other_model).divergence is None


def test_an_answer_that_was_overtaken_before_it_was_requested_is_not_compared() -> None:
    flight = talk()
    notes = [entry for entry in flight.entries if isinstance(entry, Noted)]
    without = replace(flight, entries=[entry for entry in flight.entries if entry is not notes[0]])
    replayed = replay(without)
    assert (None, 2) == (replayed.divergence, replayed.requests)


def test_an_engine_that_does_something_else_is_found_at_that_event() -> None:
    flight = talk()
    *before, last = events_of(flight)
    changed = replace(flight, entries=[*before, replace(last, actions=(actions.Hold(),))])
    replayed = replay(changed)
    found = diverged(replayed)
    assert (len(before), last.at_ms, "actions") == (replayed.events, found.at_ms, found.what)
    assert ("Hold",) == found.recorded


def test_a_defect_of_the_recorded_engine_that_is_gone_is_told() -> None:
    flight = Script(PLAN).flight
    broken = replace(flight, entries=[*flight.entries, Happened(500, Key("5"), None)])
    found = diverged(replay(broken))
    assert ("failure", ("the engine failed",)) == (found.what, found.recorded)


def test_a_defect_of_the_present_engine_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    flight = Script(PLAN).hangs_up().flight
    monkeypatch.setattr("media.engine.ending.end", None)
    found = diverged(replay(flight))
    assert ("failure", "Gone()") == (found.what, found.event)
    assert "TypeError" in found.present[0]
    both = [flight.entries[0], Happened(0, Gone(), None)]
    assert replay(replace(flight, entries=both)).divergence is None


HISTORY = (Turn(Speaker.PERSON, "Hi.", 500, 900),)
ASKED = actions.Ask(1, HISTORY)
REPLY = Requested(Wanted.REPLY, ReplyRequest(PLAN.model, prompt(PLAN, HISTORY, ()), offered()))
WHO = Requested(Wanted.WHO_SPEAKS, who_speaks_request(PLAN, "Hi."))


def held(monkeypatch: pytest.MonkeyPatch, *entries: Entry) -> Replayed:
    """A flight of these, by an engine that does as it is recorded."""
    recorded = {entry.at_ms: entry.actions for entry in entries if isinstance(entry, Happened)}
    monkeypatch.setattr(replaying, "step", lambda state, event, now: (state, recorded[now]))
    return replay(Flight(PLAN, BEGUN_AT, list(entries)))


def test_the_question_who_speaks_is_compared_too(monkeypatch: pytest.MonkeyPatch) -> None:
    said = Happened(900, Words(Hearing.FINAL, "Hi."), (actions.Identify("Hi."),))
    assert (None, 1) == ((replayed := held(monkeypatch, said, Noted(901, WHO))).divergence, replayed.requests)
    monkeypatch.setattr("media.live.who_speaks._INSTRUCTIONS", "Who is it?")
    assert ("system: Who is it?",) == diverged(held(monkeypatch, said, Noted(901, WHO))).present


@pytest.mark.parametrize(
    "asked",
    [
        ASKED,
        replace(ASKED, notes=("It is late.",)),
        replace(ASKED, menu=True),
        replace(ASKED, look_up=True),
        replace(ASKED, note=False),
        replace(ASKED, found=("Nine euros.",)),
        actions.Judge(HISTORY, None),
        actions.Judge(HISTORY, date(2026, 11, 21)),
    ],
    ids=["plain", "notes", "menu", "look_up", "note", "found", "verdict", "held_on"],
)
def test_whatever_was_asked_is_the_same_request_again(
    asked: actions.Ask | actions.Judge, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = (
        verdict_request(PLAN, asked.transcript, asked.held_on)
        if isinstance(asked, actions.Judge)
        else ReplyRequest(
            PLAN.model,
            prompt(PLAN, asked.history, asked.notes, asked.found),
            offered(menu=asked.menu, look_up=asked.look_up, note=asked.note),
        )
    )
    wanted = Wanted.VERDICT if isinstance(asked, actions.Judge) else Wanted.REPLY
    said = Happened(900, Words(Hearing.FINAL, "Hi."), (asked,))
    replayed = held(monkeypatch, said, Noted(901, Requested(wanted, request)))
    assert (None, 1) == (replayed.divergence, replayed.requests)


def test_each_question_is_compared_with_its_own_request(monkeypatch: pytest.MonkeyPatch) -> None:
    """The one who speaks went out after another reply was asked for; the first reply was overtaken by it."""
    replayed = held(
        monkeypatch,
        Happened(
            900, Words(Hearing.FINAL, "Hi."), (actions.Identify("Hi."), replace(ASKED, found=("Nine.",)))
        ),
        Happened(950, Words(Hearing.FINAL, "Hi."), (ASKED,)),
        Noted(960, REPLY),
        Noted(970, WHO),
    )
    assert (None, 2) == (replayed.divergence, replayed.requests)


def test_another_bound_of_an_answer_is_another_request(monkeypatch: pytest.MonkeyPatch) -> None:
    flight = talk()
    monkeypatch.setattr("media.live.verdict._TOKENS", 9)
    assert ("most_tokens: 9",) == diverged(replay(flight)).present


@pytest.mark.parametrize(("recorded", "present"), [("Call us, please.", "Call me, please."), ("", "")])
def test_who_was_to_get_no_message_gets_none_by_other_words_either(recorded: str, present: str) -> None:
    script = ScriptText("Hello.", "", "Ask.", (), voicemail="Call me, please.", closing="Goodbye.")
    assert present == rewritten(replace(PLAN, voicemail=recorded), script, {}).voicemail


def test_trouble_with_vendors_changes_nothing() -> None:
    flight = talk()
    trouble = Noted(10, Trouble(Part.SPEECH, "eleven_flash_v2_5", "ProviderUnavailable"))
    assert replay(replace(flight, entries=[trouble, *flight.entries])).divergence is None
