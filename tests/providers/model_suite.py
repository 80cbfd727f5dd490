"""What every language model must do, proved against a simulated vendor that plays a telephone script.

A model's own test file inherits ModelSuite and offers a fixture `vendor`.
"""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

import pytest
from starlette.routing import BaseRoute

from providers.errors import (
    CredentialsRefused,
    ProviderError,
    ProviderRefused,
    ProviderThrottled,
    ProviderUnavailable,
)
from providers.language_models.contract import (
    LanguageModel,
    Line,
    ReplyRequest,
    Role,
    TextPiece,
    Tool,
    ToolRequest,
)
from simulators.clock import now_ms
from simulators.language_model import ModelTiming
from simulators.ordered_faults import Fault, Faults
from simulators.vendor_journal import Journal
from tests.providers.vendor import NOWHERE, Vendor
from tests.simulators.loopback import serving, until

SCRIPT = Line(
    Role.SYSTEM, "You are Ava.\n\nQuestions:\n1. How are you?\n2. Is it late?\n\nClosing: Goodbye.\n"
)
OPENING = Line(Role.AGENT, "Hello, this is Ava.")
TOOLS = (
    Tool("end_call", "End the call.", "reason", "why"),
    Tool("note_callback", "Note a wish to be called later.", "phrase", "the person's words"),
)
VERDICT = {
    "type": "object",
    "properties": {
        "outcome": {"type": "string", "enum": ["interested", "not_interested", "none"]},
        "evidence": {"type": "string"},
        "confidence": {"type": "number"},
    },
    "required": ["outcome", "evidence", "confidence"],
    "additionalProperties": False,
}


@dataclass(frozen=True, kw_only=True)
class Minds(Vendor):
    """A simulated vendor and the adapters under test."""

    model: LanguageModel
    leisurely: LanguageModel  # its vendor takes half a second for each token
    stranger: LanguageModel  # has a wrong key
    unreachable: LanguageModel  # nothing listens where it asks
    name: str  # of a model that the vendor has
    names: Sequence[str]  # of all its models that can hold a call

    def asked(self, *lines: Line, tools: Sequence[Tool] = TOOLS) -> ReplyRequest:
        """The script and these lines."""
        return ReplyRequest(self.name, (SCRIPT, *lines), tools)


Offer = Callable[[str, Faults, Journal, ModelTiming, Callable[[], date]], list[BaseRoute]]
"""A vendor's routes for whoever knows this key, as they are on a day."""
FACTS_READ: Final = date(2026, 11, 29)
KEY = "model-key"


@asynccontextmanager
async def minds_of(
    offer: Offer,
    connect: Callable[[str, str], LanguageModel],
    *,
    name: str,
    names: Sequence[str],
    service: str,
) -> AsyncIterator[Minds]:
    """A vendor twice, quick and slow, on the day of which our facts are; connect makes an adapter from a key and an address."""
    faults, journal = Faults(), Journal()
    async with (
        serving(offer(KEY, faults, journal, ModelTiming(20, 0), lambda: FACTS_READ)) as host,
        serving(offer(KEY, faults, journal, ModelTiming(0, 500), lambda: FACTS_READ)) as slow_host,
    ):
        minds = Minds(
            model=connect(KEY, f"http://{host}"),
            leisurely=connect(KEY, f"http://{slow_host}"),
            stranger=connect("stolen", f"http://{host}"),
            unreachable=connect(KEY, NOWHERE),
            name=name,
            names=names,
            faults=faults,
            journal=journal,
            service=service,
        )
        yield minds
        for model in (minds.model, minds.leisurely, minds.stranger, minds.unreachable):
            await model.close()


def person(text: str) -> Line:
    return Line(Role.PERSON, text)


async def reply_of(model: LanguageModel, request: ReplyRequest) -> tuple[str, list[ToolRequest]]:
    """All text of a reply, and the tools it asks for."""
    pieces = [piece async for piece in model.reply(request)]
    text = "".join(piece.text for piece in pieces if isinstance(piece, TextPiece))
    return text, [piece for piece in pieces if isinstance(piece, ToolRequest)]


async def outline_of(model: LanguageModel, request: ReplyRequest) -> tuple[str, list[Any]] | str:
    """A reply's text and its tools without their ids; the code of the failure instead, if it failed for a while."""
    try:
        text, tools = await reply_of(model, request)
    except ProviderUnavailable as error:
        return error.code
    return text, [(tool.name, tool.arguments) for tool in tools]


class ModelSuite:
    """Requirement 70: whoever thinks, a reply streams in pieces, tools come whole, and every failure has our name for it."""

    @pytest.fixture
    def minds(self, vendor: Minds) -> Minds:
        vendor.faults.clear()
        return replace(vendor, since_ms=now_ms())

    async def test_a_reply_streams_in_pieces(self, minds: Minds) -> None:
        """Requirement 68."""
        pieces = [piece async for piece in minds.model.reply(minds.asked(OPENING, person("Hello?")))]
        assert len(pieces) > 2
        assert all(isinstance(piece, TextPiece) for piece in pieces)

    async def test_a_reply_follows_the_script_and_what_was_said(self, minds: Minds) -> None:
        text, _ = await reply_of(
            minds.model,
            minds.asked(OPENING, person("Hello?"), Line(Role.AGENT, "How are you?"), person("Fine.")),
        )
        assert text.endswith("Is it late?")

    @pytest.mark.parametrize(
        "lines",
        [
            (),
            (OPENING,),
            (person("Hello?"),),
            (OPENING, person("")),
            (OPENING, Line(Role.SYSTEM, "Noted: it is late."), person("Yes?")),
        ],
        ids=["nothing said", "agent last", "person first", "blank line", "a fact before the last words"],
    )
    async def test_every_conversation_gets_a_reply(self, minds: Minds, lines: tuple[Line, ...]) -> None:
        """Vendors ask for an order of speakers that a telephone call need not keep."""
        text, _ = await reply_of(minds.model, minds.asked(*lines))
        assert text

    async def test_tools_come_whole_with_their_arguments(self, minds: Minds) -> None:
        words = 'Please call me back tomorrow at "three", at José\'s.'
        text, tools = await reply_of(minds.model, minds.asked(OPENING, person(words)))
        assert text
        assert [("note_callback", {"phrase": words}), ("end_call", {"reason": "callback"})] == [
            (tool.name, tool.arguments) for tool in tools
        ]
        assert 2 == len({tool.id for tool in tools})
        assert all(tool.id for tool in tools)

    async def test_tools_that_were_not_offered_are_not_asked_for(self, minds: Minds) -> None:
        _, tools = await reply_of(minds.model, minds.asked(person("Stop calling me."), tools=()))
        assert [] == tools

    async def test_every_model_of_the_facts_replies_calls_tools_and_decides(self, minds: Minds) -> None:
        """Each is asked as it wants to be: whether it may think, what its limit has room for, how it decides."""
        for name in minds.names:
            asked = replace(minds.asked(OPENING, person("Stop calling me.")), model=name)
            text, tools = await reply_of(minds.model, asked)
            assert (name, ["end_call"]) == (name, [tool.name for tool in tools])
            assert text
            short = ReplyRequest(name, (Line(Role.SYSTEM, "Judge."), person("person: No thank you.")), (), 60)
            assert "not_interested" == (await minds.model.decide(short, "verdict", VERDICT))["outcome"], name

    async def test_a_cut_reply_is_words_or_a_failure_and_never_half_a_tool_call(self, minds: Minds) -> None:
        asked = minds.asked(OPENING, person("Please call me back tomorrow at three."))
        whole = await outline_of(minds.model, asked)
        cut = [await outline_of(minds.model, replace(asked, most_tokens=limit)) for limit in range(1, 30)]
        assert {"length"} == {each for each in cut if isinstance(each, str)}
        for text, tools in (each for each in cut if not isinstance(each, str)):
            assert text
            assert tools in ([], whole[1])

    async def test_a_limit_ends_the_reply_without_failure(self, minds: Minds) -> None:
        request = replace(minds.asked(OPENING, person("Hello?")), most_tokens=2)
        text, _ = await reply_of(minds.model, request)
        assert text

    async def test_text_comes_while_the_rest_is_being_written(self, minds: Minds) -> None:
        writing = minds.leisurely.reply(minds.asked(OPENING, person("Hello?")))
        assert await anext(writing)
        assert "Finished" not in minds.events()
        await writing.aclose()  # type: ignore[attr-defined]

    async def test_a_reply_that_is_given_up_is_not_written(self, minds: Minds) -> None:
        """An overtaken speculative reply costs no further tokens."""
        writing = minds.leisurely.reply(minds.asked(OPENING, person("Hello?")))
        await anext(writing)
        await writing.aclose()  # type: ignore[attr-defined]
        await until(lambda: "Cancelled" in minds.events())
        assert "Finished" not in minds.events()

    @pytest.mark.parametrize(
        "kind, error",
        [
            ("401", CredentialsRefused),
            ("429", ProviderThrottled),
            ("500", ProviderUnavailable),
            ("eof", ProviderUnavailable),
            ("close", ProviderUnavailable),
            ("error", ProviderUnavailable),
        ],
    )
    async def test_a_reply_that_fails_says_why(
        self, minds: Minds, kind: str, error: type[ProviderError]
    ) -> None:
        minds.faults.add(Fault(minds.service, kind))
        with pytest.raises(error):
            await reply_of(minds.model, minds.asked(OPENING, person("Hello?")))

    async def test_being_throttled_says_for_how_long(self, minds: Minds) -> None:
        minds.faults.add(Fault(minds.service, "429"))
        with pytest.raises(ProviderThrottled) as throttled:
            await reply_of(minds.model, minds.asked(person("Hello?")))
        assert 1.0 == throttled.value.retry_after

    async def test_a_wrong_key_is_refused(self, minds: Minds) -> None:
        with pytest.raises(CredentialsRefused):
            await reply_of(minds.stranger, minds.asked(person("Hello?")))

    async def test_an_unknown_model_is_refused_for_good(self, minds: Minds) -> None:
        with pytest.raises(ProviderRefused) as refused:
            await reply_of(minds.model, replace(minds.asked(person("Hello?")), model="unheard-of"))
        assert not isinstance(refused.value, CredentialsRefused)

    async def test_a_service_that_is_not_there_is_unavailable(self, minds: Minds) -> None:
        with pytest.raises(ProviderUnavailable):
            await reply_of(minds.unreachable, minds.asked(person("Hello?")))

    async def test_a_decision_fits_its_schema(self, minds: Minds) -> None:
        decision = await self.decide(minds.model, minds.name, "person: No thank you.")
        assert ("not_interested", "No thank you.") == (decision["outcome"], decision["evidence"])
        assert VERDICT["properties"].keys() == decision.keys()  # type: ignore[attr-defined]

    @pytest.mark.parametrize(
        "kind, error",
        [("401", CredentialsRefused), ("429", ProviderThrottled), ("500", ProviderUnavailable)],
    )
    async def test_a_decision_that_fails_says_why(
        self, minds: Minds, kind: str, error: type[ProviderError]
    ) -> None:
        minds.faults.add(Fault(minds.service, kind))
        with pytest.raises(error):
            await self.decide(minds.model, minds.name, "person: Yes.")

    async def test_a_decision_does_not_wait_for_ever(self, minds: Minds) -> None:
        minds.faults.add(Fault(minds.service, "slow", parameters={"seconds": 30}))
        with pytest.raises(ProviderUnavailable):
            await self.decide(minds.model, minds.name, "person: Yes.")

    async def test_a_warm_connection_is_used(self, minds: Minds) -> None:
        await minds.model.warm(minds.name)
        await minds.unreachable.warm(minds.name)
        assert (await reply_of(minds.model, minds.asked(person("Hello?"))))[0]

    @staticmethod
    async def decide(model: LanguageModel, name: str, transcript: str) -> dict[str, Any]:
        lines = (Line(Role.SYSTEM, "Judge the call."), person(transcript))
        return await model.decide(ReplyRequest(name, lines), "verdict", VERDICT)
