"""Random walks: whatever happens in whatever order, a conversation keeps its invariants and ends in one report."""

from dataclasses import replace
from typing import Any, get_args

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.conversations import AnsweredBy, ConversationPlan, Menus, Verdict
from domain.outcomes import BusinessOutcome
from domain.transcripts import Speaker
from media.audio.line_sounds import Tone, ToneKind, Voice
from media.engine import actions
from media.engine.durable import Durable
from media.engine.events import (
    Began,
    CarrierHint,
    Cut,
    Drain,
    Ending,
    Event,
    Failed,
    FirstAudio,
    Found,
    Gone,
    HangUp,
    Hearing,
    Identified,
    Judged,
    Key,
    ModelDone,
    ModelSpoke,
    ModelText,
    NotStored,
    Part,
    Played,
    Started,
    Store,
    Stored,
    Synthesised,
    TimePassed,
    ToolCall,
    Words,
)
from media.recording.replay import replay
from tests.media.plans import plan
from tests.media.script import Script
from tests.media.situations import DELIVERY, SITUATIONS

_TEXTS = st.sampled_from(
    [
        "",
        "Hello?",
        "Yes",
        "I would say eight points out of ten",
        "I would say eight points out of ten.",
        "Please do not call me again",
        "Are you a robot?",
        "Can we speak Spanish?",
        "Sprechen Sie Deutsch?",
        "Sí, estoy muy contento con el servicio",
        "Goodbye",
        "four one five",
        "One moment please",
        "I'll put her on",
        "Sorry, what did you say?",
        "Okay",
        "For sales, press one. For support, press two.",
        "You have reached the voicemail of Miller, leave a message after the tone",
    ]
)
NOW = 0
"""Stands for the number of the latest reply."""

_REPLIES = st.one_of(st.just(NOW), st.integers(1, 6))
_MODEL_TEXTS = st.sampled_from(["Good. ", "And what about you, my friend? ", "Of course, we have", " "])
KINDS: dict[type[Event], st.SearchStrategy[Event]] = {
    Started: st.just(Started()),
    Voice: st.builds(Voice, st.booleans()),
    Words: st.builds(Words, st.sampled_from(Hearing), _TEXTS, st.sampled_from([None, "en", "es"])),
    Tone: st.builds(Tone, st.just(1_000), st.sampled_from([100, 300]), st.sampled_from(ToneKind)),
    CarrierHint: st.builds(CarrierHint, st.sampled_from(AnsweredBy), st.booleans()),
    Key: st.builds(Key, st.sampled_from("19#")),
    ModelText: st.builds(ModelText, _REPLIES, _MODEL_TEXTS),
    ModelSpoke: st.builds(ModelSpoke, _REPLIES, st.just("And you? ")),
    ToolCall: st.builds(
        ToolCall,
        _REPLIES,
        st.sampled_from(["end_call", "note_callback", "press_keys", "look_up"]),
        st.sampled_from(["", "tomorrow", "12"]),
    ),
    Found: st.builds(Found, _REPLIES, st.sampled_from([(), (DELIVERY,)])),
    ModelDone: st.builds(ModelDone, _REPLIES),
    FirstAudio: st.builds(FirstAudio, _REPLIES),
    Synthesised: st.builds(Synthesised, _REPLIES, st.just(900)),
    Began: st.builds(Began, _REPLIES),
    Ending: st.builds(Ending, _REPLIES),
    Played: st.builds(Played, _REPLIES),
    Cut: st.builds(Cut, _REPLIES, st.just("something")),
    Failed: st.builds(Failed, st.sampled_from(Part), _REPLIES),
    Judged: st.just(Judged(Verdict(BusinessOutcome.CALLBACK))),
    Identified: st.builds(Identified, st.sampled_from(AnsweredBy)),
    Stored: st.builds(Stored, st.sampled_from(Store)),
    NotStored: st.builds(NotStored, st.sampled_from(Store)),
    TimePassed: st.just(TimePassed()),
    Drain: st.just(Drain()),
    HangUp: st.just(HangUp()),
    Gone: st.just(Gone()),
}
_OFTEN = [KINDS[kind] for kind in (Words, Words, Words, Voice, ModelText, ModelText, ModelDone, Key, Tone)]
EVENTS: st.SearchStrategy[Event] = st.one_of(*_OFTEN, *KINDS.values())
WALKS = st.lists(st.tuples(st.sampled_from([0, 20, 300, 700, 2_500, 7_000]), EVENTS), max_size=25)
AWAY = st.sets(
    st.sampled_from(
        ["record_is_away", "marks_are_lost", "voice_is_away", "verdict_is_away", "times_are_known"]
    )
)


def handle(script: Script, event: Event) -> None:
    """Let this happen; what the line and the voice tell of the reply that sounds comes from the script itself."""
    named: Any = event
    if getattr(event, "reply", None) == NOW:
        event = replace(named, reply=script.state.replies_made)
    present = {reply.number for reply in (script.state.reply, script.state.cut) if reply is not None}
    match event:
        case (
            Began(reply) | Ending(reply) | Played(reply) | Cut(reply) | FirstAudio(reply) | Synthesised(reply)
        ):
            if reply not in present:
                script.handle(event)
        case ModelSpoke(reply, text) if reply in present:
            if _is_spoken_by_the_model(script):
                script.handle(event).voice_says(reply, text)
        case ModelText(reply) if (
            reply in present and script.state.reply is not None and script.state.reply.voiced
        ):
            return
        case _:
            script.handle(event)


def _is_spoken_by_the_model(script: Script) -> bool:
    """A reply is either written or spoken by the model."""
    reply = script.state.reply
    return reply is not None and not reply.complete and (reply.voiced or not reply.text)


def without(away: set[str], plan: ConversationPlan) -> Script:
    """A conversation in which these are so."""
    parts: dict[str, Any] = dict.fromkeys(away, True)
    return Script(plan, **parts)


def holds(script: Script) -> None:
    """What is true of a conversation at every moment, beside the invariants of its steps."""
    confirmations = {script.plan.texts_in(language).opt_out_confirmation for language in script.plan.spoken}
    if confirmations & set(script.spoken()):
        assert script.state.opt_out.durable is Durable.STORED
    assert script.state.language in script.plan.spoken


def test_every_kind_of_event_takes_part_in_the_walks() -> None:
    """An event that is added to the engine must be added here."""
    assert set(get_args(Event)) == set(KINDS)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(WALKS, AWAY)
def test_every_walk_ends_in_one_report(walk: list[tuple[int, Event]], away: set[str]) -> None:
    """Requirements 48, 74, law 5, and the invariants at every step."""
    script = without(away, plan(languages=("es",), menus=Menus.NAVIGATE, has_knowledge=True))
    for wait, event in walk:
        handle(script.later(wait), event)
        holds(script)
    script.hangs_up().later(20_000)
    holds(script)
    assert script.is_over
    assert replay(script.flight).divergence is None
    said = [turn.text for turn in script.report().transcript if turn.speaker is Speaker.PERSON]
    if "Please do not call me again" in said:
        assert script.all_of(actions.StoreOptOut)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(list(SITUATIONS)), WALKS, AWAY)
def test_every_walk_from_anywhere_ends_by_itself(
    where: str, walk: list[tuple[int, Event]], away: set[str]
) -> None:
    """Requirement 48: nobody hangs up, and nothing happens any more."""
    script = SITUATIONS[where]()
    for part in away:
        setattr(script, part, True)
    for wait, event in walk:
        handle(script.later(wait), event)
    script.handle(Voice(False)).later(1_000_000)
    assert script.is_over
    assert script.report()
