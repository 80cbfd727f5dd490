"""Whole calls that change their language: the real media server and its clients, words and languages from the audio."""

import asyncio
from collections.abc import Mapping
from typing import Final

import pytest
import pytest_asyncio

from domain.conversations import ConversationPlan, ConversationReport, EndReason, RecogniserName, Sentiment
from domain.language.fixed_texts import fixed_texts
from domain.transcripts import Speaker, said_by
from simulators.people.person import Person, Reply
from simulators.phone_network.call import Call
from tests.media.house import House
from tests.media.plans import plan

pytestmark = pytest.mark.long

ANNOUNCED: Final = "I am an automated assistant."


def who_asks(request: str, *, until_hearing: str, opt_out: str) -> Person:
    """Asks for a language, and opts out in it once they are spoken to in it."""
    replies = (Reply(when="satisfied", say=request, times=1), Reply(when=until_hearing, say=opt_out))
    return Person(name="asks", greeting="Hello?", replies=replies, otherwise=Reply(say="Yes?"))


ASKS_FOR_SPANISH: Final = who_asks(
    "Sorry, can we speak Spanish?", until_hearing="gracias", opt_out="Por favor, no me llame más."
)
ASKS_FOR_HINDI: Final = who_asks(
    "Hindi mein baat kijiye.", until_hearing="धन्यवाद", opt_out="Mujhe dobara call mat karna."
)
SPEAKS_SPANISH: Final = Person(
    name="speaks_spanish",
    greeting="Hello?",
    replies=(
        Reply(when="points", say="Me gusta mucho hablar con ustedes.", times=1),
        Reply(when="satisfied", say="Sí, estoy muy contento con el servicio.", times=1),
        Reply(when="gracias", say="Siete.", hang_up=True),
    ),
    otherwise=Reply(say="Yes?"),
)


def of_two_languages(attempt: str, recogniser: RecogniserName, tag: str = "es-MX") -> ConversationPlan:
    opening = f"Hello, this is Ava. {ANNOUNCED}"
    return plan(attempt, opening=opening, announcement=ANNOUNCED, languages=(tag,), recogniser=recogniser)


CALLS: Final[Mapping[str, tuple[Person, ConversationPlan]]] = {
    "Spanish, Flux": (ASKS_FOR_SPANISH, of_two_languages("call_asks_flux-1", RecogniserName.FLUX)),
    "Spanish, Nova": (ASKS_FOR_SPANISH, of_two_languages("call_asks_nova-1", RecogniserName.NOVA)),
    "Hindi, Flux": (ASKS_FOR_HINDI, of_two_languages("call_asks_hindi-1", RecogniserName.FLUX, "hi")),
    "goes on, Flux": (SPEAKS_SPANISH, of_two_languages("call_goes_on_flux-1", RecogniserName.FLUX)),
    "goes on, Nova": (SPEAKS_SPANISH, of_two_languages("call_goes_on_nova-1", RecogniserName.NOVA)),
    "English only": (ASKS_FOR_SPANISH, plan("call_one-1", opening="Hello, this is Ava.")),
}
Held = Mapping[str, tuple[ConversationReport, Call]]


@pytest_asyncio.fixture(scope="module")
async def held(house: House) -> Held:
    """All the calls, at once."""

    async def hold(place: int, person: Person, survey: ConversationPlan) -> tuple[ConversationReport, Call]:
        (await house.prepare(survey)).raise_for_status()
        call = await house.dial(person, survey, number=f"+1415555{place:04d}")
        return await house.report_of(survey), call

    calls = (hold(place, *each) for place, each in enumerate(CALLS.values()))
    return dict(zip(CALLS, await asyncio.gather(*calls), strict=True))


def heard_by(call: Call) -> str:
    return " ".join(word.text for word in call.heard)


@pytest.mark.parametrize(
    "name, tag, acknowledged",
    [
        ("Spanish, Flux", "es-MX", "Muy bien,"),
        ("Spanish, Nova", "es-MX", "Muy bien,"),
        ("Hindi, Flux", "hi", "अच्छा,"),
    ],
)
async def test_a_person_is_spoken_to_in_the_language_they_ask_for(
    house: House, held: Held, name: str, tag: str, acknowledged: str
) -> None:
    """Requirement 215: the voice changes, the opt-out is understood and confirmed, nothing is disclosed twice."""
    report, call = held[name]
    assert (tag, EndReason.OPT_OUT) == (report.language, report.end_reason)
    assert fixed_texts(tag).opt_out_confirmation in heard_by(call)
    assert 1 == heard_by(call).count(ANNOUNCED)
    assert tag[:2] == language_of(house, acknowledged)


@pytest.mark.parametrize("name", ["goes on, Flux", "goes on, Nova"])
async def test_a_person_who_goes_on_in_another_language_is_followed(held: Held, name: str) -> None:
    """Requirements 214, 215: after the second whole turn; how the person took it is told with the language."""
    report, _ = held[name]
    assert ("es-MX", Sentiment.POSITIVE) == (report.language, report.verdict.sentiment)
    followed = [text.startswith("Muy bien, gracias.") for text in said_by(report.transcript, Speaker.AGENT)]
    assert [False, False, False, True] == followed[:4]


async def test_an_agent_of_one_language_says_that_it_is(held: Held) -> None:
    report, _ = held["English only"]
    assert "en" == report.language
    assert any("I only speak English" in text for text in said_by(report.transcript, Speaker.AGENT))


def language_of(house: House, beginning: str) -> str:
    """In which language the voice was last asked for a text that begins so."""
    requests = [entry for entry in house.world.journal.entries() if entry["event"] == "Request"]
    return str([each["language"] for each in requests if each.get("text", "").startswith(beginning)][-1])
