"""Random walks: whatever happens in whatever order, a conversation keeps its invariants and ends in one report."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.conversations import AnsweredBy
from domain.transcripts import Speaker
from media import actions
from media.events import (
    Began,
    CarrierHint,
    Cut,
    Drain,
    Ending,
    Event,
    Failed,
    HangUp,
    Hearing,
    Key,
    ModelDone,
    ModelText,
    Part,
    Played,
    Tone,
    ToolCall,
    Voice,
    Words,
)
from media.replay import replay
from media.turns import Durable, Floor, Phase, wake_at
from tests.media.plans import plan
from tests.media.script import Script

_TEXTS = st.sampled_from(
    [
        "",
        "Hello?",
        "Yes",
        "I would say eight points out of ten",
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
        "You have reached the voicemail of Miller, leave a message after the tone",
    ]
)
_REPLIES = st.integers(1, 6)
_WORDS = st.builds(Words, st.sampled_from(Hearing), _TEXTS, st.sampled_from([None, "en", "es"]))
EVENTS: st.SearchStrategy[Event] = st.one_of(
    _WORDS,
    _WORDS,
    st.builds(Voice, st.booleans()),
    st.builds(ModelText, _REPLIES, st.sampled_from(["Good. ", "And what about you, my friend? ", " "])),
    st.builds(ModelDone, _REPLIES),
    st.builds(ToolCall, _REPLIES, st.sampled_from(["end_call", "note_callback"]), st.just("tomorrow")),
    st.builds(Failed, st.sampled_from(Part), _REPLIES),
    st.builds(Tone, st.just(1_000), st.just(300)),
    st.builds(CarrierHint, st.sampled_from(AnsweredBy), st.booleans()),
    st.builds(Key, st.just("1")),
    st.builds(Began, _REPLIES),
    st.builds(Ending, _REPLIES),
    st.builds(Played, _REPLIES),
    st.builds(Cut, _REPLIES, st.just("something")),
    st.just(Drain()),
    st.just(HangUp()),
)


def holds(script: Script) -> None:
    """What is true of a conversation at every moment."""
    state = script.state
    with_reply = state.floor in (Floor.EAGER, Floor.THINKING, Floor.OURS, Floor.HELD)
    assert with_reply == (state.reply is not None)
    if not script.is_over:
        assert wake_at(state) is not None, "a live state without a timer"
    assert len(script.all_of(actions.Judge)) <= 1
    assert len(script.all_of(actions.Notify)) <= 1
    assert len(script.all_of(actions.Close)) <= 1
    if state.phase is Phase.ENDED:
        assert state.floor is Floor.IDLE
    confirmations = {script.plan.texts_in(language).opt_out_confirmation for language in script.plan.spoken}
    if confirmations & set(script.spoken()):
        assert state.opt_out is Durable.STORED
    assert state.language in script.plan.spoken


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(st.sampled_from([0, 20, 300, 700, 2_500, 7_000]), EVENTS), max_size=25), st.booleans()
)
def test_every_walk_ends_in_one_report(walk: list[tuple[int, Event]], record_is_away: bool) -> None:
    """Requirements 48, 74 and law 5."""
    script = Script(plan(languages=("es",)), record_is_away=record_is_away)
    for wait, event in walk:
        script.later(wait).happen(event)
        holds(script)
    script.hangs_up().later(20_000)
    holds(script)
    assert script.is_over
    assert replay(script.flight).divergence is None
    report = script.report()
    assert [t.began_ms for t in report.transcript] == sorted(t.began_ms for t in report.transcript)
    if any(
        t.speaker is Speaker.PERSON and t.text == "Please do not call me again" for t in report.transcript
    ):
        assert len(script.all_of(actions.StoreOptOut)) >= 1
