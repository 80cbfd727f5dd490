"""A session that answers by voice within one call: what it is asked and told, and what becomes of its news."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from domain.transcripts import Speaker, Transcript, Turn
from media.audio.playout import Playout
from media.engine.events import Event, Failed, ModelDone, ModelSpoke, Part, Synthesised, ToolCall
from media.live.model_replies import ReplyWriter, offered
from media.live.speech_to_speech import SpeakingModel
from media.metrics import Figures
from media.recording.flight import Note
from media.vendor_health import Health
from providers.language_models.contract import LanguageModel, ReplyRequest, TextPiece, ToolRequest
from providers.speech.contract import Heard
from providers.speech_to_speech.contract import (
    AudioPiece,
    ReplyDone,
    ReplyFailed,
    ReplyNews,
    ReplyTool,
    SessionLost,
    SpokenText,
)
from tests.media.house import until
from tests.media.plans import plan

SECOND = b"\x00" * 8_000


@dataclass
class RememberedSession:
    """Everything it was told, in order; the test tells its news."""

    told: list[tuple[str, object]] = field(default_factory=list)
    asked: list[tuple[Sequence[str], Sequence[str]]] = field(default_factory=list)
    tell: Callable[[ReplyNews], None] = print

    def tell_replies_to(self, hear: Callable[[ReplyNews], None]) -> None:
        self.tell = hear

    def ask(self, reply: int, notes: Sequence[str] = (), found: Sequence[str] = ()) -> None:
        self.told.append(("ask", reply))
        self.asked.append((notes, found))

    def typed(self, keys: str) -> None:
        self.told.append(("typed", keys))

    def cancel(self, reply: int) -> None:
        self.told.append(("cancel", reply))

    def was_heard(self, reply: int, heard_ms: int) -> None:
        self.told.append(("was_heard", (reply, heard_ms)))

    def said(self, reply: int, text: str) -> None:
        self.told.append(("said", (reply, text)))

    def feed(self, audio: bytes) -> None:
        """Nothing is heard here."""

    def finalize(self) -> None:
        """Nothing is heard here."""

    async def heard(self) -> AsyncIterator[Heard]:
        nothing: Heard
        for nothing in ():
            yield nothing

    async def close(self) -> None:
        """Nothing is open."""


class OneAnswer(LanguageModel):
    """The model that takes over."""

    def __init__(self) -> None:
        self.asked: list[ReplyRequest] = []

    async def reply(self, request: ReplyRequest) -> AsyncIterator[TextPiece | ToolRequest]:
        self.asked.append(request)
        yield TextPiece("From the other model.")


class Stage:
    """A session in a call, whose events and audio can be looked at."""

    def __init__(self) -> None:
        self.session = RememberedSession()
        self.events: list[Event] = []
        self.pumped_at: list[int] = []
        self.figures = Figures(Health(lambda: datetime.now(UTC)))
        self.playout = Playout()
        self.group = asyncio.TaskGroup()
        handle, noted = self.events.append, list[Note]().append
        self.model = OneAnswer()  # type: ignore[abstract]
        mind = ReplyWriter(plan(), self.model, handle, self.figures, noted)
        self.mind = SpeakingModel(
            self.session, mind, self.playout, self.events.append, self.pump, self.figures
        )

    def pump(self) -> None:
        self.pumped_at.append(len(self.events))
        self.playout.due(0)

    def ask(self, reply: int, history: Transcript = ()) -> None:
        self.mind.ask(self.group, reply, history, ())

    def spoken(self, reply: int) -> None:
        """A second of a reply arrives, and is sent as far as the far end takes it."""
        self.playout.release(reply)
        self.session.tell(AudioPiece(reply, SECOND))
        self.session.tell(SpokenText(reply, "Thank you very much"))


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    stage = Stage()
    async with stage.group:
        yield stage


async def test_a_reply_is_one_clause_of_audio_with_its_words(stage: Stage) -> None:
    stage.ask(3)
    stage.spoken(3)
    stage.session.tell(ReplyTool(3, ToolRequest("end_call", {"reason": "finished"})))
    stage.session.tell(ReplyDone(3))
    assert [
        ModelSpoke(3, "Thank you very much"),
        ToolCall(3, "end_call", "finished"),
        Synthesised(3, 1_000),
        ModelDone(3),
    ] == stage.events
    assert [0, 4] == stage.pumped_at, "with its first sound and at its end"


async def test_news_of_a_reply_that_another_has_followed_is_no_news(stage: Stage) -> None:
    stage.ask(3)
    stage.ask(4)
    for news in (AudioPiece(3, SECOND), SpokenText(3, "Thank you"), ReplyFailed(3), ReplyDone(3)):
        stage.session.tell(news)
    assert ([], False) == (stage.events, stage.playout.has_begun(3))
    stage.session.tell(ReplyDone(4))
    assert [ModelDone(4)] == stage.events


async def test_a_cut_reply_was_heard_as_far_as_it_was_played(stage: Stage) -> None:
    stage.ask(3)
    stage.spoken(3)
    stage.mind.cancel(3)
    stage.mind.cut(3, now=150)
    assert [("ask", 3), ("cancel", 3), ("was_heard", (3, 150))] == stage.session.told


async def test_a_reply_nobody_heard_was_not_said_and_has_no_more_news(stage: Stage) -> None:
    stage.ask(3)
    stage.session.tell(AudioPiece(3, SECOND))
    stage.mind.cancel(3)
    stage.session.tell(ReplyDone(3))
    assert [("ask", 3), ("cancel", 3), ("was_heard", (3, 0))] == stage.session.told
    assert [] == stage.events


async def test_our_own_voices_phrases_are_told_as_far_as_they_were_heard(stage: Stage) -> None:
    stage.playout.clause(1, "Hello there.").audio += SECOND
    stage.playout.release(1)
    stage.mind.said(1, "Hello there.")
    stage.pump()
    stage.mind.cancel(1)
    stage.mind.cut(1, now=10)
    stage.mind.said(2, "Are you still there?")
    stage.mind.cancel(2)
    assert [
        ("said", (1, "Hello there.")),
        ("said", (1, "")),
        ("said", (2, "Are you still there?")),
        ("said", (2, "")),
    ] == stage.session.told


async def test_what_is_said_before_an_answer_is_part_of_it(stage: Stage) -> None:
    stage.ask(3)
    stage.mind.said(3, "Yes, I am an automated assistant.")
    assert [("ask", 3)] == stage.session.told


@pytest.mark.parametrize(
    "turn, told",
    [
        (Turn(Speaker.PERSON, "42", 900, 900), [("typed", "42"), ("ask", 3)]),
        (Turn(Speaker.PERSON, "42", 900, 1_700), [("ask", 3)]),
        (Turn(Speaker.PERSON, "pressed 9", 900, 900), [("ask", 3)]),
        (Turn(Speaker.AGENT, "42", 900, 900), [("ask", 3)]),
    ],
    ids=["keys", "spoken digits", "words", "ours"],
)
async def test_keys_are_told_since_nobody_hears_them(
    stage: Stage, turn: Turn, told: list[tuple[str, object]]
) -> None:
    stage.ask(3, (turn,))
    assert told == stage.session.told


async def test_a_reply_that_fails_leaves_the_session_in_use(stage: Stage) -> None:
    stage.ask(3)
    stage.session.tell(ReplyFailed(3))
    stage.ask(4)
    assert [Failed(Part.MODEL, 3)] == stage.events
    assert [("ask", 3), ("ask", 4)] == stage.session.told


async def test_a_lost_session_is_replaced_for_the_rest_of_the_call(stage: Stage) -> None:
    stage.ask(3)
    stage.session.tell(SessionLost())
    assert [Failed(Part.MODEL, 3)] == stage.events
    stage.ask(4)
    stage.mind.said(5, "Hello?")
    stage.mind.cut(5, now=0)
    await until(lambda: ModelDone(4) in stage.events)
    assert {Part.SPEECH_TO_SPEECH: 1} == stage.figures.switched
    health = stage.figures.health.speech_to_speech()
    assert (1, 1, 1) == (health.requests, health.failures, health.switches)
    assert [("ask", 3)] == stage.session.told
    stage.mind.cancel(4)


async def test_whoever_answers_is_told_the_facts_and_what_was_found(stage: Stage) -> None:
    said = (Turn(Speaker.PERSON, "What does it cost?", 0, 900),)
    stage.mind.ask(stage.group, 3, said, ("It is Monday.",), found=("Nine euros.",))
    assert [(("It is Monday.",), ("Nine euros.",))] == stage.session.asked
    stage.session.tell(SessionLost())
    stage.mind.ask(stage.group, 4, said, ("It is Monday.",), offered(look_up=True), ("Nine euros.",))
    await until(lambda: ModelDone(4) in stage.events)
    (request,) = stage.model.asked
    assert ["It is Monday.", "Nine euros.", "What does it cost?"] == [line.text for line in request.lines[1:]]
    assert offered(look_up=True) == request.tools


async def test_a_reply_that_is_done_is_not_given_up_at_its_session(stage: Stage) -> None:
    """It is cut where it plays; the session has nothing left to cancel."""
    stage.ask(3)
    stage.spoken(3)
    stage.session.tell(ReplyDone(3))
    stage.mind.cancel(3)
    assert [("ask", 3)] == stage.session.told
    assert 0 == stage.figures.health.speech_to_speech().discarded


async def test_each_reply_has_a_clause_of_its_own_and_a_loss_after_it_is_no_failure_of_it(
    stage: Stage,
) -> None:
    for reply in (3, 4):
        stage.ask(reply)
        stage.spoken(reply)
        stage.session.tell(ReplyDone(reply))
    assert [Synthesised(3, 1_000), Synthesised(4, 1_000)] == [
        event for event in stage.events if isinstance(event, Synthesised)
    ]
    stage.session.tell(SessionLost())
    assert ModelDone(4) == stage.events[-1]


async def test_the_words_of_a_reply_are_all_that_were_told_of_it(stage: Stage) -> None:
    stage.ask(3)
    stage.spoken(3)
    stage.session.tell(SpokenText(3, " for your time"))
    stage.session.tell(ReplyDone(3))
    (clause,) = stage.playout._speech(3).clauses
    assert ("Thank you very much for your time", 8_000) == (clause.text, len(clause.audio))


async def test_a_reply_that_was_overtaken_is_counted_and_one_that_failed_has_no_more_news(
    stage: Stage,
) -> None:
    stage.ask(3)
    stage.mind.cancel(3)
    stage.ask(4)
    stage.session.tell(ReplyFailed(4))
    stage.session.tell(SpokenText(4, "Thank you"))
    stage.session.tell(ReplyDone(4))
    health = stage.figures.health.speech_to_speech()
    assert ([Failed(Part.MODEL, 4)], 1, 1) == (stage.events, health.discarded, health.failures)
