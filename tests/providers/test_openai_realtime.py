"""A session at OpenAI's realtime models, against the simulated socket: Requirement 71."""

import asyncio
import json
from base64 import b64encode
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest
import pytest_asyncio
from openai.types.realtime import RealtimeClientEvent
from pydantic import TypeAdapter
from websockets.asyncio.server import ServerConnection, serve

from providers.errors import (
    CredentialsRefused,
    ProviderError,
    ProviderRefused,
    ProviderThrottled,
    ProviderUnavailable,
)
from providers.facts.openai import REALTIME_MODELS
from providers.language_models.contract import Tool, ToolRequest
from providers.speech.contract import Heard, HeardKind
from providers.speech_to_speech.contract import (
    AudioPiece,
    ReplyDone,
    ReplyFailed,
    ReplyNews,
    ReplyTool,
    Session,
    SessionLost,
    SessionRequest,
    SpokenText,
)
from providers.speech_to_speech.openai_realtime import RealtimeModels
from providers.speech_to_speech.realtime_configuration import RealtimeSettings
from providers.speech_to_speech.realtime_turns import Turns
from simulators import speech_to_speech
from simulators.ordered_faults import Fault, Faults
from simulators.speech_to_speech import RealtimeTiming
from simulators.vendor_journal import Journal
from simulators.words.ear import Ear
from tests.providers.recogniser_suite import FRAME_BYTES, feed, said
from tests.simulators.loopback import serving, until

KEY = "openai-key"
SCRIPT = """You are Ava from Northwind.
Questions:
1. Are you satisfied with our service?
2. How many points would you give us?
Closing: Thank you very much. Goodbye."""
REQUEST = SessionRequest(SCRIPT, ("en-GB",), (Tool("end_call", "End the call.", "reason", "why"),))
FAST = RealtimeTiming(first_audio_ms=20, factor=50, transcript_ms=40)


@dataclass(frozen=True)
class Vendor:
    """The simulated service, and how to reach it."""

    settings: RealtimeSettings
    faults: Faults
    journal: Journal

    def noted(self, event: str) -> list[dict[str, Any]]:
        """What the service wrote down."""
        return [entry for entry in self.journal.entries() if entry["event"] == event]


@pytest_asyncio.fixture
async def vendor() -> AsyncIterator[Vendor]:
    faults, journal = Faults(), Journal()
    async with serving(speech_to_speech.routes(KEY, faults, journal, FAST)) as host:
        yield Vendor(RealtimeSettings(KEY, f"ws://{host}/v1", silence_ms=300), faults, journal)


class Talk:
    """A session with everything that it told."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.heard: list[Heard] = []
        self.news: list[ReplyNews] = []
        session.tell_replies_to(self.news.append)

    async def listen(self) -> None:
        async for heard in self.session.heard():
            self.heard.append(heard)

    async def until(self, holds: Callable[[], object]) -> None:
        await until(holds, 10)

    def audio(self, reply: int) -> bytes:
        return b"".join(n.audio for n in self.news if isinstance(n, AudioPiece) and n.reply == reply)

    def text(self, reply: int) -> str:
        return "".join(n.text for n in self.news if isinstance(n, SpokenText) and n.reply == reply)

    async def says(self, *parts: str | int) -> None:
        """The person says this; returns when their turn is over."""
        turns = sum(heard.kind is HeardKind.UNREAD for heard in self.heard)
        feed(self.session, said(*parts, 900))
        await self.until(lambda: sum(heard.kind is HeardKind.UNREAD for heard in self.heard) > turns)

    async def answers(self, reply: int, notes: tuple[str, ...] = (), found: tuple[str, ...] = ()) -> str:
        """The whole reply."""
        self.session.ask(reply, notes, found)
        await self.until(lambda: ReplyDone(reply) in self.news)
        return self.text(reply)


@asynccontextmanager
async def talking(vendor: Vendor, **settings: Any) -> AsyncIterator[Talk]:
    """An open session that is being listened to."""
    session = await RealtimeModels(replace(vendor.settings, **settings)).open(REQUEST)
    talk = Talk(session)
    listening = asyncio.create_task(talk.listen())
    try:
        yield talk
    finally:
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)
        await session.close()


REPLY_BEGAN = {"type": "response.created", "response": {"id": "resp_1", "metadata": {"reply": "1"}}}
REPLY_ENDED = {"type": "response.done", "response": {"id": "resp_1", "status": "completed"}}


def added(item: str) -> dict[str, Any]:
    return {"type": "response.output_item.added", "response_id": "resp_1", "item": {"id": item}}


@asynccontextmanager
async def told(
    *events: dict[str, Any], after: str = "session.update"
) -> AsyncIterator[tuple[Talk, list[dict[str, Any]]]]:
    """A session whose service accepts it, and tells these events after the first message of this type; and what it received."""
    received: list[dict[str, Any]] = []

    async def tell(socket: ServerConnection) -> None:
        async for message in socket:
            received.append(json.loads(message))
            if len(received) == 1:
                await socket.send('{"type": "session.updated"}')
            kinds = [each["type"] for each in received]
            if kinds[-1] == after and kinds.count(after) == 1:
                for event in events:
                    await socket.send(json.dumps(event))

    async with serve(tell, "127.0.0.1", 0) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        here = Vendor(RealtimeSettings(KEY, f"ws://127.0.0.1:{port}"), Faults(), Journal())
        async with talking(here) as talk:
            yield talk, received


async def test_a_turn_ends_before_its_words_are_known(vendor: Vendor) -> None:
    async with talking(vendor) as talk:
        await talk.says("Good morning to you")
        await talk.until(lambda: len(talk.heard) == 3)
        assert [HeardKind.VOICED, HeardKind.UNREAD, HeardKind.ENDED] == [heard.kind for heard in talk.heard]
        assert "Good morning to you" == talk.heard[-1].text


async def test_it_never_answers_by_itself(vendor: Vendor) -> None:
    async with talking(vendor) as talk:
        await talk.says("Who is this?")
        await talk.until(lambda: len(talk.heard) == 3)
        assert [] == talk.news
        assert [] == vendor.noted("Request")


async def test_a_reply_is_spoken_and_its_words_are_told(vendor: Vendor) -> None:
    async with talking(vendor) as talk:
        await talk.says("Hello, yes, speaking")
        text = await talk.answers(7)
        ear = Ear()
        heard = [word.text for word in ear.feed(talk.audio(7) + b"\xff" * FRAME_BYTES)]
    assert "satisfied with our service?" in text
    assert text.split() == heard
    assert not [news for news in talk.news if isinstance(news, ReplyFailed)]


async def test_tools_are_told_with_their_reply(vendor: Vendor) -> None:
    async with talking(vendor) as talk:
        await talk.says("No thanks, I am not interested")
        assert "Goodbye" in await talk.answers(1)
        (tool,) = [news for news in talk.news if isinstance(news, ReplyTool)]
    assert (1, "end_call", {"reason": "not_interested"}) == (
        tool.reply,
        tool.request.name,
        tool.request.arguments,
    )
    assert isinstance(tool.request, ToolRequest)
    assert "tool" in {entry["role"] for entry in vendor.noted("Told")}


async def test_nothing_is_told_of_a_cancelled_reply_and_the_next_follows(vendor: Vendor) -> None:
    async with talking(vendor) as talk:
        await talk.says("Who is this?")
        talk.session.ask(1)
        talk.session.cancel(1)
        talk.session.was_heard(1, 0)
        assert "satisfied" in await talk.answers(2)
        assert not [news for news in talk.news if not isinstance(news, SessionLost) and news.reply == 1]
    assert ["cancelled", "completed"] == [entry["status"] for entry in vendor.noted("Finished")]


async def test_a_reply_that_was_cancelled_while_it_waited_is_not_made(vendor: Vendor) -> None:
    """One is made at a time: the next begins when the one before is done."""
    async with talking(vendor) as talk:
        await talk.says("Who is this?")
        for reply in (1, 2):
            talk.session.ask(reply)
        talk.session.cancel(2)
        await talk.until(lambda: ReplyDone(1) in talk.news)
        assert "satisfied" in await talk.answers(3) or talk.text(3)
    assert ["completed", "completed"] == [entry["status"] for entry in vendor.noted("Finished")]


async def test_the_model_knows_only_what_was_heard_of_its_reply(vendor: Vendor) -> None:
    """What was cut before its question was heard is asked again."""
    async with talking(vendor) as talk:
        await talk.says("Hello, yes, speaking")
        first = await talk.answers(1)
        talk.session.was_heard(1, 600)
        await talk.says("Sorry, what?")
        again = await talk.answers(2)
    (truncated,) = vendor.noted("Truncated")
    assert 600 == truncated["audio_end_ms"]
    assert first.startswith(truncated["text"])
    assert "satisfied with our service?" not in truncated["text"]
    assert "satisfied with our service?" in again


async def test_a_reply_that_was_never_heard_was_never_said(vendor: Vendor) -> None:
    async with talking(vendor) as talk:
        await talk.says("Hello, yes, speaking")
        await talk.answers(1)
        talk.session.was_heard(1, 0)
        assert "satisfied with our service?" in await talk.answers(2)


async def test_what_another_voice_said_belongs_to_the_conversation(vendor: Vendor) -> None:
    async with talking(vendor) as talk:
        talk.session.said(1, "Are you satisfied with our service?")
        await talk.says("Yes, very much")
        assert "points" in await talk.answers(2)


async def test_what_was_not_heard_of_another_voice_was_not_said(vendor: Vendor) -> None:
    async with talking(vendor) as talk:
        for reply, heard in ((1, "Are you"), (2, "")):
            talk.session.said(reply, "Are you satisfied with our service?")
            talk.session.said(reply, heard)
        await talk.says("Hello?")
        assert "satisfied with our service?" in await talk.answers(3)


async def test_keys_are_an_answer_as_well(vendor: Vendor) -> None:
    async with talking(vendor) as talk:
        talk.session.said(1, SCRIPT.splitlines()[3].removeprefix("2. "))
        talk.session.typed("8")
        assert "noted 8" in await talk.answers(2)


async def test_a_fact_is_told_when_it_is_new_or_holds_again(vendor: Vendor) -> None:
    async with talking(vendor) as talk:
        await talk.says("Yes")
        await talk.answers(1, ("Noted: tomorrow.",))
        await talk.answers(2, ("Noted: tomorrow.", "Go on in German."))
        await talk.answers(3, ("Noted: tomorrow.", "Go on in English."))
        await talk.answers(4, ("Noted: tomorrow.", "Go on in German."))
    facts = [entry["text"] for entry in vendor.noted("Told") if entry["role"] == "system"]
    assert ["Noted: tomorrow.", "Go on in German.", "Go on in English.", "Go on in German."] == facts


async def test_what_documents_say_is_told_for_each_reply_and_never_as_an_instruction(vendor: Vendor) -> None:
    async with talking(vendor) as talk:
        await talk.says("What does it cost?")
        for reply in (1, 2):
            await talk.answers(reply, found=("It costs nine euros.",))
    order = [
        (entry["event"], entry.get("role"))
        for entry in vendor.journal.entries()
        if entry["event"] == "Request" or entry.get("text") == "It costs nine euros."
    ]
    assert [("Told", "user"), ("Request", None)] * 2 == order


async def test_words_that_cannot_be_had_are_told_so(vendor: Vendor) -> None:
    vendor.faults.add(Fault("openai.speech", "unreadable"))
    async with talking(vendor) as talk:
        await talk.says("Good morning")
        await talk.says("Goodbye")
        await talk.until(lambda: Heard(HeardKind.ENDED, "Goodbye") in talk.heard)
        assert Heard(HeardKind.UNREADABLE, "") in talk.heard


async def test_silence_is_heard_while_nothing_is_fed(vendor: Vendor) -> None:
    """The last word of somebody who hung up."""
    async with talking(vendor) as talk:
        feed(talk.session, said("Never call me again"))
        await talk.until(lambda: Heard(HeardKind.ENDED, "Never call me again") in talk.heard)


async def test_a_turn_can_be_ended_from_here(vendor: Vendor) -> None:
    async with talking(vendor, silence_ms=5_000) as talk:
        talk.session.finalize()
        feed(talk.session, said("Good morning", 100))
        await talk.until(lambda: talk.heard)
        talk.session.finalize()
        await talk.until(lambda: Heard(HeardKind.ENDED, "Good morning") in talk.heard)


async def test_a_reply_that_fails_is_told_so(vendor: Vendor) -> None:
    vendor.faults.add(Fault("openai.speech", "failed"))
    async with talking(vendor) as talk:
        await talk.says("Yes")
        talk.session.ask(1)
        await talk.until(lambda: ReplyFailed(1) in talk.news)
        assert await talk.answers(2)


@pytest.mark.parametrize(
    "fault, settings",
    [
        (Fault("openai.speech", "close"), {}),
        (Fault("openai.speech", "stall"), {"first_sound_seconds": 0.3}),
        (Fault("openai.speech", "half_open"), {"pulse_seconds": 0.2, "first_sound_seconds": 60}),
        (Fault("openai.speech", "late_words"), {"words_seconds": 0.3}),
    ],
    ids=["closed", "slow", "half open", "words withheld"],
)
async def test_a_session_that_breaks_or_stalls_is_given_up(
    vendor: Vendor, fault: Fault, settings: dict[str, float]
) -> None:
    """That words were owed is told before the loss."""
    vendor.faults.add(fault)
    async with talking(vendor, **settings) as talk:
        await talk.says("Please do not call me again")
        talk.session.ask(1)
        await talk.until(lambda: SessionLost() in talk.news)
        kinds = [heard.kind for heard in talk.heard]
        assert kinds[-1] is (HeardKind.ENDED if HeardKind.ENDED in kinds else HeardKind.LOST)


@pytest.mark.parametrize("delta", ["abcde", "é"])
async def test_a_session_whose_audio_is_nonsense_is_given_up(delta: str) -> None:
    """It raised a decoder's error, which ended the call."""

    async with told(REPLY_BEGAN, audio_of("one", 20) | {"delta": delta}) as (talk, _):
        await talk.until(lambda: SessionLost() in talk.news)


@pytest.mark.parametrize(
    "kind, error",
    [("401", CredentialsRefused), ("429", ProviderThrottled), ("500", ProviderUnavailable)],
)
async def test_a_refused_session_says_why(vendor: Vendor, kind: str, error: type[ProviderError]) -> None:
    vendor.faults.add(Fault("openai.speech", kind))
    with pytest.raises(error):
        await RealtimeModels(vendor.settings).open(REQUEST)


async def test_a_wrong_key_an_unknown_model_and_a_bad_voice_are_refused(vendor: Vendor) -> None:
    right = vendor.settings
    for wrong in (
        replace(right, api_key="stolen"),
        replace(right, model="gpt-unheard-of"),
        replace(right, voice="nobody"),
    ):
        with pytest.raises(ProviderError):
            await RealtimeModels(wrong).open(REQUEST)


def audio_of(item: str, lasts_ms: int) -> dict[str, str]:
    delta = b64encode(b"\xff" * 8 * lasts_ms).decode()
    return {"type": "response.output_audio.delta", "response_id": "resp_1", "item_id": item, "delta": delta}


def text_of(item: str, delta: str) -> dict[str, str]:
    kind = "response.output_audio_transcript.delta"
    return {"type": kind, "response_id": "resp_1", "item_id": item, "delta": delta}


@pytest.mark.parametrize(
    "heard_ms, cut",
    [
        (0, [("delete", "one", None), ("delete", "two", None), ("delete", "call", None)]),
        (300, [("truncate", "one", 300), ("delete", "two", None)]),
        (500, [("delete", "two", None)]),
        (700, [("truncate", "two", 200)]),
        (900, []),
    ],
)
async def test_a_reply_of_several_messages_is_cut_where_it_was_heard(
    heard_ms: int, cut: list[tuple[str, str, int | None]]
) -> None:
    """A model that thinks may say something before it has thought."""
    events = [
        *(REPLY_BEGAN, added("one"), text_of("one", "One mo"), text_of("one", "ment."), audio_of("one", 500)),
        *(added("two"), text_of("two", "It is Tuesday."), audio_of("two", 400), added("call"), REPLY_ENDED),
    ]
    async with told(*events) as (talk, received):
        await talk.until(lambda: ReplyDone(1) in talk.news)
        talk.session.was_heard(1, heard_ms)
        assert "One moment. It is Tuesday." == talk.text(1)
    items = [each for each in received if each["type"].startswith("conversation.item.")]
    assert cut == [
        (each["type"].removeprefix("conversation.item."), each["item_id"], each.get("audio_end_ms"))
        for each in items
    ]


@pytest.mark.parametrize(("heard_ms", "deleted"), [(0, ["late"]), (300, [])])
async def test_what_comes_of_a_reply_that_was_never_heard_is_deleted_as_well(
    heard_ms: int, deleted: list[str]
) -> None:
    """Its messages may still be on their way when it is cut."""
    async with told(REPLY_BEGAN, added("late"), REPLY_ENDED, after="response.cancel") as (talk, received):
        talk.session.ask(1)
        talk.session.was_heard(1, heard_ms)
        talk.session.cancel(1)
        talk.session.ask(2)
        await until(lambda: [each for each in received if _is_of_reply(each, 2)], 10)
    assert deleted == [each["item_id"] for each in received if each["type"] == "conversation.item.delete"]


def _is_of_reply(message: dict[str, Any], reply: int) -> bool:
    return {"type": "response.create", "response": {"metadata": {"reply": str(reply)}}} == message


async def test_every_message_is_one_that_the_vendors_sdk_states() -> None:
    item = {"id": "item_1", "type": "message"}
    events: list[dict[str, Any]] = [
        {"type": "input_audio_buffer.speech_started", "item_id": "item_0", "audio_start_ms": 0},
        REPLY_BEGAN,
        {"type": "response.output_item.added", "response_id": "resp_1", "item": item},
        audio_of("item_1", 500),
        {"type": "response.function_call_arguments.done", "response_id": "resp_1", "call_id": "call_1"},
    ]
    async with told(*events) as (talk, received):
        await talk.until(lambda: [news for news in talk.news if isinstance(news, ReplyTool)])
        talk.session.feed(b"\xff" * FRAME_BYTES)
        talk.session.finalize()
        talk.session.typed("42")
        talk.session.ask(1, ("Go on in German.",))
        talk.session.cancel(1)
        talk.session.was_heard(1, 300)
        talk.session.said(2, "Hello there.")
        talk.session.said(2, "Hello")
        talk.session.was_heard(1, 0)
    sent = [TypeAdapter[Any](RealtimeClientEvent).validate_python(message) for message in received]
    assert {
        "session.update",
        "input_audio_buffer.append",
        "input_audio_buffer.commit",
        "conversation.item.create",
        "conversation.item.delete",
        "conversation.item.truncate",
        "response.create",
        "response.cancel",
    } == {event.type for event in sent}


@pytest.mark.parametrize(
    ("transcript", "words", "forgotten"),
    [(" Good morning.\n", "Good morning.", []), ("", "", ["item_1"]), (" \n", "", ["item_1"])],
)
async def test_what_held_no_words_is_told_without_any_and_forgotten(
    transcript: str, words: str, forgotten: list[str]
) -> None:
    """The model need not wonder later about what was a noise."""
    read = "conversation.item.input_audio_transcription.completed"
    events = (
        {"type": "input_audio_buffer.committed", "item_id": "item_1"},
        {"type": read, "item_id": "item_1", "transcript": transcript},
    )
    async with told(*events) as (talk, received):
        await talk.until(lambda: Heard(HeardKind.ENDED, words) in talk.heard)
    assert forgotten == [each["item_id"] for each in received if each["type"] == "conversation.item.delete"]


# How events become turns


def test_words_are_told_in_the_order_of_the_turns() -> None:
    turns = Turns()
    turns.turn_ended("a")
    turns.turn_ended("b")
    assert [] == turns.read("b", "two")
    assert [Heard(HeardKind.ENDED, "one"), Heard(HeardKind.ENDED, "two")] == turns.read("a", "one")
    assert not turns.words_are_owed
    assert [] == turns.read("a", "one again")
    turns.turn_ended("a")
    assert turns.words_are_owed, "what was told again before is not what it says now"


@pytest.mark.parametrize(
    ("passed", "is_owed"),
    [
        pytest.param("", False, id="nobody has spoken"),
        pytest.param("began", True, id="somebody is speaking"),
        pytest.param("began ended", True, id="the words of a turn are owed"),
        pytest.param("began ended began", True, id="both"),
        pytest.param("began ended read", False, id="everything is told"),
        pytest.param("began ended read began", True, id="somebody speaks again"),
    ],
)
def test_what_a_lost_session_owes_is_told_once(passed: str, is_owed: bool) -> None:
    """Without that news the turn of somebody who was speaking would never end."""
    turns = Turns()
    for event in passed.split():
        match event:
            case "began":
                turns.voice_began()
            case "ended":
                turns.turn_ended("a")
            case "read":
                turns.read("a", "one")
    assert [Heard(HeardKind.LOST, "")] * is_owed == turns.lost()
    assert [] == turns.lost()


@pytest.mark.parametrize("model", REALTIME_MODELS)
async def test_every_model_of_the_facts_opens_a_session_until_its_vendor_ends_it(model: str) -> None:
    ends_on = REALTIME_MODELS[model].ends_on
    for day in filter(None, (date(2026, 11, 29), ends_on)):
        routes = speech_to_speech.routes(KEY, Faults(), Journal(), FAST, lambda today=day: today)  # type: ignore[misc]
        async with serving(routes) as host:
            opening = RealtimeModels(RealtimeSettings(KEY, f"ws://{host}/v1", model=model)).open(REQUEST)
            if day == ends_on:
                with pytest.raises(ProviderRefused):
                    await opening
            else:
                await (await opening).close()
