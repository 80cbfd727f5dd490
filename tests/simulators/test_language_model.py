"""The simulated model: what it answers as rules over conversations, its wire format through OpenAI's SDK."""

import json
from collections.abc import AsyncIterator
from datetime import date
from typing import Any

import httpx
import openai
import pytest
from openai import AsyncOpenAI

from simulators import language_model
from simulators.language_model import ModelTiming
from simulators.language_model.conversation import Answer, answer
from simulators.language_model.remarks import Remark, remark_in
from simulators.language_model.requests import CompletionRequest
from simulators.language_model.verdict import fill_schema
from simulators.ordered_faults import Fault, Faults
from simulators.vendor_journal import Journal
from tests.simulators.loopback import serving, until

KEY = "openai-key"
QUESTIONS = (
    "Do you own the home that you live in?",
    "How many people live there?",
    "Would you like a visit from one of our advisers?",
)
CLOSING = "Thank you for your time. Have a good day, goodbye."
SYSTEM = (
    "You are Ava, a friendly assistant of Sunrise Energy.\n\n"
    f"Questions:\n1. {QUESTIONS[0]} (expects: yes no)\n2. {QUESTIONS[1]} (expects: number)\n3. {QUESTIONS[2]}\n\n"
    f"Closing: {CLOSING}\n"
)
OPENING = "Hello, this is Ava from Sunrise Energy. I am an AI assistant. Do you have two minutes?"
TOOLS = [
    {"type": "function", "function": {"name": name, "parameters": {"type": "object"}}}
    for name in ("end_call", "note_callback")
]


def conversation(*said: str) -> list[dict[str, str]]:
    """The opening, then person and assistant in turn."""
    roles = ("user", "assistant")
    return [
        {"role": "system", "content": SYSTEM},
        {"role": "assistant", "content": OPENING},
        *({"role": roles[place % 2], "content": words} for place, words in enumerate(said)),
    ]


def request(*said: str, **more: Any) -> CompletionRequest:
    return CompletionRequest.model_validate(
        {"model": "gpt-6-luna", "messages": conversation(*said), "tools": TOOLS} | more
    )


def reply(*said: str, **more: Any) -> Answer:
    return answer(request(*said, **more))


LOOK_UP_OFFERED = [
    *TOOLS,
    {"type": "function", "function": {"name": "look_up", "parameters": {"type": "object"}}},
]


def told(*notes: str) -> Answer:
    """The answer to a question of the person after these notes."""
    lines = conversation("Yes.", QUESTIONS[0], "How long does delivery take?")
    lines[-1:-1] = [{"role": "system", "content": note} for note in notes]
    return answer(request(messages=lines, tools=LOOK_UP_OFFERED))


def test_a_question_of_the_person_is_looked_up_where_that_is_offered() -> None:
    asked = told()
    assert ("", [("look_up", {"question": "How long does delivery take?"})]) == (
        asked.text,
        [(tool.name, tool.arguments) for tool in asked.tools],
    )
    assert () == reply("Yes.", QUESTIONS[0], "How long does delivery take?").tools
    assert () == reply("Yes.", QUESTIONS[0], "Yes, I do.", tools=LOOK_UP_OFFERED).tools


def test_what_was_found_is_told_by_its_first_sentence_and_the_script_goes_on() -> None:
    best, other = (
        f'[From the documents, not said by the person: {said}"]'
        for said in ('Delivery: "Parcels arrive within three days. It is free.', 'Returns: "No.')
    )
    assert f"Parcels arrive within three days. {QUESTIONS[0]}" == told(best, other).text
    assert f"I am sorry, I do not know that. {QUESTIONS[0]}" == told("Nothing is written about it.").text


def tools_of(given: Answer) -> list[tuple[str, dict[str, str]]]:
    return [(tool.name, tool.arguments) for tool in given.tools]


@pytest.mark.parametrize(
    "words, remark",
    [
        ("Please take me off your list and do not call me again.", Remark.OPT_OUT),
        ("I said stop calling me. Remove my number.", Remark.OPT_OUT),
        ("I think you have the wrong number, there is nobody of that name here.", Remark.WRONG_NUMBER),
        ("Are you a robot?", Remark.ASKS_WHETHER_ROBOT),
        ("Am I talking to a real person?", Remark.ASKS_WHETHER_ROBOT),
        ("Sorry, who is calling please?", Remark.ASKS_WHO),
        ("Hello there, who is this please?", Remark.ASKS_WHO),
        ("Wait, what is this about?", Remark.ASKS_WHY),
        ("I am in a meeting right now, can you call me back tomorrow at three?", Remark.LATER),
        ("I'm busy.", Remark.LATER),
        ("No thank you, I am not interested.", Remark.NOT_INTERESTED),
        ("Yes please.", Remark.INTERESTED),
        ("Send me an email with the details.", Remark.SEND_SOMETHING),
        ("I would say eight.", Remark.NUMBER),
        ("No.", Remark.NO),
        ("Yes, that is right.", Remark.YES),
        ("Hello?", Remark.GREETING),
        ("Oh how lovely!", Remark.OTHER),
        ("Well, it was lovely talking to you, do call again some day, goodbye now.", Remark.GOODBYE),
    ],
)
def test_remarks_are_understood(words: str, remark: Remark) -> None:
    assert remark == remark_in(words)


def test_questions_are_asked_in_order_and_answers_acknowledged() -> None:
    first = reply("Yes, sure.").text
    second = reply("Yes, sure.", first, "Yes.").text
    third = reply("Yes, sure.", first, "Yes.", second, "Four of us.").text
    assert [True] * 3 == [
        text.endswith(question) for text, question in zip((first, second, third), QUESTIONS, strict=True)
    ]
    assert "four" in third


def test_call_ends_with_the_closing_after_the_last_answer() -> None:
    last = reply("Yes.", QUESTIONS[0], "Yes.", QUESTIONS[1], "Four.", QUESTIONS[2], "Yes please.")
    assert last.text.endswith(CLOSING)
    assert [("end_call", {"reason": "finished"})] == tools_of(last)


def test_question_that_was_cut_short_is_asked_again() -> None:
    """Only what was heard is in the transcript, so half a question was not asked."""
    assert reply("Yes.", "Great. Do you own", "Sorry, go on.").text.endswith(QUESTIONS[0])


def test_question_whose_last_word_was_talked_over_was_asked() -> None:
    assert reply("Yes.", "Great. Do you own the home that you live", "Yes.").text.endswith(QUESTIONS[1])


def test_closing_is_said_once() -> None:
    assert "Goodbye." == reply("Yes.", CLOSING, "Bye.").text


@pytest.mark.parametrize(
    "words, part",
    [
        ("Are you a robot?", "Yes, I am an AI assistant"),
        ("Who is this?", "this is Ava from Sunrise Energy"),
        ("What is this about?", "3 questions"),
        ("Could you repeat that?", "Of course."),
    ],
)
def test_person_gets_a_truthful_answer_and_the_question_again(words: str, part: str) -> None:
    given = reply("Yes.", QUESTIONS[0], "Yes.", QUESTIONS[1], words)
    assert part in given.text
    assert given.text.endswith(QUESTIONS[1])
    assert () == given.tools


def test_person_without_time_is_called_back() -> None:
    words = "I am in a meeting right now, please call me tomorrow at three."
    assert [("note_callback", {"phrase": words}), ("end_call", {"reason": "callback"})] == tools_of(
        reply(words)
    )


def test_an_introduction_that_was_talked_over_is_not_said_again_as_a_fragment() -> None:
    lines = conversation("Sorry, who is calling please?")
    lines[0]["content"] = f"You are speaking on the telephone, in English.\n{SYSTEM}"
    lines[1]["content"] = "Hello, this is"
    told = answer(request(messages=lines)).text
    assert (True, False) == (told.startswith("I am Ava"), "this is" in told)


@pytest.mark.parametrize(
    "words, reason",
    [
        ("Do not call me again.", "opt_out"),
        ("You have the wrong number.", "wrong_number"),
        ("No thanks, not interested.", "not_interested"),
        ("No.", "not_interested"),
    ],
)
def test_person_who_wants_none_of_it_is_left_alone(words: str, reason: str) -> None:
    given = reply(words)
    assert [("end_call", {"reason": reason})] == tools_of(given)
    assert not any(question in given.text for question in QUESTIONS)


def test_no_is_an_answer_once_a_question_was_asked() -> None:
    assert reply("Yes.", QUESTIONS[0], "No.").text.endswith(QUESTIONS[1])


@pytest.mark.parametrize("without", [{"tools": []}, {"tool_choice": "none"}])
def test_tools_that_are_not_offered_are_not_called(without: dict[str, Any]) -> None:
    given = reply("Please call me back tomorrow.", **without)
    assert () == given.tools
    assert given.text


def test_same_request_gets_the_same_answer() -> None:
    said = ("Yes.", QUESTIONS[0], "Well, it is a long story.")
    assert reply(*said) == reply(*said)


def test_a_language_that_the_call_changed_to_is_spoken() -> None:
    """Requirement 215: the question that was not answered is asked again, and the script's words stay as they are."""
    said = ("Yes.", QUESTIONS[0], "Can we speak Spanish?")
    spoken = conversation(*said)
    spoken.insert(-1, {"role": "system", "content": "Go on in Spanish."})
    assert f"Muy bien, gracias. {QUESTIONS[0]}" == reply(messages=spoken).text
    assert f"I am sorry, I only speak English. {QUESTIONS[0]}" == reply(*said).text


OUTCOMES = ["interested", "not_interested", "follow_up", "callback", "opt_out", "wrong_number", "none"]
VERDICT = {
    "type": "json_schema",
    "json_schema": {
        "name": "verdict",
        "strict": True,
        "schema": {
            "type": "object",
            "properties": {
                "outcome": {"$ref": "#/$defs/Outcome"},
                "evidence": {"type": "string"},
                "confidence": {"type": "number"},
                "callback_phrase": {"type": "string"},
                "sentiment": {"type": "string", "enum": ["positive", "neutral", "negative"]},
            },
            "required": ["outcome", "evidence", "confidence", "callback_phrase", "sentiment"],
            "additionalProperties": False,
            "$defs": {"Outcome": {"type": "string", "enum": OUTCOMES}},
        },
    },
}


def judged(transcript: str) -> dict[str, Any]:
    messages = [{"role": "system", "content": "Judge."}, {"role": "user", "content": transcript}]
    wanted = {"model": "gpt-6-luna", "messages": messages, "response_format": VERDICT}
    verdict: dict[str, Any] = json.loads(fill_schema(CompletionRequest.model_validate(wanted)))
    return verdict


@pytest.mark.parametrize(
    "transcript, outcome, evidence",
    [
        ("agent: Hello.\nperson: Yes. Stop calling me.", "opt_out", "Stop calling me."),
        ("agent: Hello.\nperson: This is the wrong number.", "wrong_number", "This is the wrong number."),
        ("person: I am busy, call me back at five.", "callback", "I am busy, call me back at five."),
        ("person: No thank you.", "not_interested", "No thank you."),
        ("person: I would like to know more.", "interested", "I would like to know more."),
        ("agent: Do you own your home?\nperson: Yes please.", "none", "Yes please."),
        (
            "person: Hm. Call me back at 4.30 p.m. tomorrow.",
            "callback",
            "Call me back at 4.30 p.m. tomorrow.",
        ),
        ("person: Please send me an email.", "follow_up", "Please send me an email."),
        (f"agent: {QUESTIONS[2]}\nperson: Yes.", "interested", "Yes."),
        (f"agent: {QUESTIONS[2]}\nperson: No.", "not_interested", "No."),
        ("agent: Do not call us, we call you.\nperson: Hello?", "none", "Hello?"),
        ("agent: Hello?", "none", ""),
    ],
)
def test_verdict_is_judged_by_the_persons_words(transcript: str, outcome: str, evidence: str) -> None:
    verdict = judged(transcript)
    assert (outcome, evidence) == (verdict["outcome"], verdict["evidence"])
    assert 0 <= verdict["confidence"] <= 1


OWN_OUTCOMES = """Judge.
confirmed: They will come to the appointment.
declined: They cannot come to the appointment."""


@pytest.mark.parametrize(
    "said, outcome",
    [
        ("Yes, I will come.", "confirmed"),
        ("Sorry, I cannot come then.", "declined"),
        ("I cannot come. Never call me again.", "opt_out"),
        ("It rains here.", "none"),
        ("Yes, I do.", "confirmed"),
        ("No.", "declined"),
    ],
)
def test_verdict_names_an_outcome_that_the_instructions_describe(said: str, outcome: str) -> None:
    form = json.loads(json.dumps(VERDICT))
    form["json_schema"]["schema"]["$defs"]["Outcome"]["enum"] += ["confirmed", "declined"]
    talk = f"agent: Will you come to the appointment?\nperson: {said}"
    messages = [{"role": "system", "content": OWN_OUTCOMES}, {"role": "user", "content": talk}]
    wanted = {"model": "gpt-6-luna", "messages": messages, "response_format": form}
    verdict = json.loads(fill_schema(CompletionRequest.model_validate(wanted)))
    assert outcome == verdict["outcome"]
    assert outcome == "none" or verdict["evidence"] in said


@pytest.mark.parametrize(
    "said, sentiment",
    [
        ("Yes, I am very happy with it.", "positive"),
        ("Thank you so much, that would be great.", "positive"),
        ("That sounds really interesting.", "positive"),
        ("¡Encantado! Muy amable.", "positive"),
        ("Yes. Seven. Goodbye.", "neutral"),
        ("No thank you, I am not interested.", "neutral"),
        ("I am busy, call me back at five.", "neutral"),
        ("I am really not happy with your service.", "negative"),
        ("This is ridiculous, leave me alone!", "negative"),
        ("Stop calling me. How dare you.", "negative"),
        ("The start was lovely. Then it was terrible. I was angry.", "negative"),
        ("It was lovely once. Now it is terrible.", "neutral"),
        ("मैं बहुत खुश हूँ।", "positive"),
    ],
)
def test_the_sentiment_is_in_the_persons_words(said: str, sentiment: str) -> None:
    """Requirement 214: the words of the agent do not count."""
    assert sentiment == judged(f"agent: Sorry, this is terrible.\nperson: {said}")["sentiment"]


def test_nothing_said_is_neutral() -> None:
    """Requirement 214."""
    assert "neutral" == judged("agent: I would be very happy to help you.")["sentiment"]


def test_verdict_keeps_when_to_call_again() -> None:
    assert "Call me back at five." == judged("person: Sorry. Call me back at five.")["callback_phrase"]


@pytest.fixture
def faults() -> Faults:
    return Faults()


@pytest.fixture
def journal() -> Journal:
    return Journal()


@pytest.fixture
async def address(faults: Faults, journal: Journal) -> AsyncIterator[str]:
    timing = ModelTiming(first_token_ms=20, token_ms=1)
    async with serving(language_model.routes(KEY, faults, journal, timing)) as host:
        yield host


@pytest.fixture
async def client(address: str) -> AsyncIterator[AsyncOpenAI]:
    async with AsyncOpenAI(api_key=KEY, base_url=f"http://{address}/v1", max_retries=0) as sdk:
        yield sdk


def wanted(*said: str) -> dict[str, Any]:
    return {
        "model": "gpt-6-luna",
        "messages": conversation(*said),
        "tools": TOOLS,
        "reasoning_effort": "none",
    }


async def test_sdk_streams_text_then_finish_then_usage(client: AsyncOpenAI, journal: Journal) -> None:
    stream = await client.chat.completions.create(
        **wanted("Yes, sure."), stream=True, stream_options={"include_usage": True}
    )
    chunks = [chunk async for chunk in stream]
    assert ("assistant", "") == (chunks[0].choices[0].delta.role, chunks[0].choices[0].delta.content)
    assert reply("Yes, sure.").text == "".join(c.choices[0].delta.content or "" for c in chunks if c.choices)
    assert "stop" == chunks[-2].choices[0].finish_reason
    assert [] == chunks[-1].choices
    usage = chunks[-1].usage
    assert usage is not None
    assert usage.prompt_tokens + usage.completion_tokens == usage.total_tokens
    assert ["Request", "FirstToken", "Finished"] == [entry["event"] for entry in journal.entries()]
    assert journal.entries()[1]["delay_ms"] >= 20


async def test_sdk_assembles_streamed_tool_calls(client: AsyncOpenAI) -> None:
    words = "Please call me back tomorrow at three."
    arguments = {0: "", 1: ""}
    names: dict[int, str | None] = {}
    finish = None
    async for chunk in await client.chat.completions.create(**wanted(words), stream=True):
        finish = chunk.choices[0].finish_reason
        for call in chunk.choices[0].delta.tool_calls or []:
            assert call.function
            names |= {call.index: call.function.name} if call.id else {}
            arguments[call.index] += call.function.arguments or ""
    assert ({0: "note_callback", 1: "end_call"}, "tool_calls") == (names, finish)
    assert [{"phrase": words}, {"reason": "callback"}] == [json.loads(each) for each in arguments.values()]


async def test_sdk_receives_a_whole_answer(client: AsyncOpenAI) -> None:
    completion = await client.chat.completions.create(**wanted("Stop calling me."))
    choice = completion.choices[0]
    assert ("tool_calls", "end_call") == (choice.finish_reason, choice.message.tool_calls[0].function.name)
    assert {"reason": "opt_out"} == json.loads(choice.message.tool_calls[0].function.arguments)


async def test_sdk_receives_a_verdict(client: AsyncOpenAI) -> None:
    transcript = {"role": "user", "content": "person: No thank you."}
    judging: dict[str, Any] = {"model": "gpt-6-luna", "messages": [transcript], "response_format": VERDICT}
    completion = await client.chat.completions.create(**judging)
    assert "not_interested" == json.loads(completion.choices[0].message.content)["outcome"]


async def test_answer_can_be_limited(client: AsyncOpenAI) -> None:
    completion = await client.chat.completions.create(**wanted("Yes."), max_completion_tokens=2)
    assert ("length", 2) == (completion.choices[0].finish_reason, completion.usage.completion_tokens)


async def test_wrong_key_is_refused(address: str) -> None:
    async with AsyncOpenAI(api_key="stolen", base_url=f"http://{address}/v1", max_retries=0) as client:
        with pytest.raises(openai.AuthenticationError) as refused:
            await client.chat.completions.create(**wanted("Yes."))
    assert "invalid_api_key" == refused.value.code


@pytest.mark.parametrize(
    "change, status, parameter",
    [
        ({"messages": []}, 400, "messages"),
        ({"messages": [{"role": "robot", "content": "hi"}]}, 400, "messages.0.role"),
        ({"model": ""}, 400, "model"),
        ({"model": "gpt-unheard-of"}, 404, None),
        ({"stream_options": {"include_usage": True}}, 400, None),
        ({"response_format": {"type": "json_schema"}}, 400, "response_format"),
        ({"tools": [{"type": "function", "function": {"name": "no spaces"}}]}, 400, "tools.0.function.name"),
    ],
)
async def test_bad_request_is_refused(
    address: str, change: dict[str, Any], status: int, parameter: str | None
) -> None:
    async with httpx.AsyncClient() as client:
        response = await client.post(
            f"http://{address}/v1/chat/completions",
            headers={"Authorization": f"Bearer {KEY}"},
            json=wanted("Yes.") | change,
        )
    error = response.json()["error"]
    assert (status, parameter) == (response.status_code, error["param"])
    assert "invalid_request_error" == error["type"]


@pytest.mark.parametrize(
    "kind, status, code",
    [
        ("429", 429, "rate_limit_exceeded"),
        ("insufficient_quota", 429, "insufficient_quota"),
        ("500", 500, None),
    ],
)
async def test_vendor_in_trouble_refuses_once(
    client: AsyncOpenAI, faults: Faults, kind: str, status: int, code: str | None
) -> None:
    faults.add(Fault("openai", kind))
    with pytest.raises(openai.APIStatusError) as refused:
        await client.chat.completions.create(**wanted("Yes."))
    assert (status, code) == (refused.value.status_code, refused.value.code)
    assert (await client.chat.completions.create(**wanted("Yes."))).choices


async def streamed(client: AsyncOpenAI) -> list[str | None]:
    """The finish reasons of a streamed answer, chunk by chunk."""
    stream = await client.chat.completions.create(**wanted("Yes."), stream=True)
    return [chunk.choices[0].finish_reason async for chunk in stream]


async def test_answer_may_stop_without_a_finish(client: AsyncOpenAI, faults: Faults) -> None:
    faults.add(Fault("openai", "eof"))
    assert [None, None] == await streamed(client)


async def test_connection_may_break_in_mid_answer(client: AsyncOpenAI, faults: Faults) -> None:
    faults.add(Fault("openai", "close"))
    with pytest.raises(openai.APIConnectionError):
        await streamed(client)


async def test_error_may_arrive_in_mid_answer(client: AsyncOpenAI, faults: Faults) -> None:
    faults.add(Fault("openai", "error"))
    with pytest.raises(openai.APIError, match="had an error"):
        await streamed(client)


@pytest.mark.parametrize(
    "kind, before, after", [("slow", "Request", "FirstToken"), ("stall", "FirstToken", "Finished")]
)
async def test_model_may_be_slow_or_stall(
    client: AsyncOpenAI, faults: Faults, journal: Journal, kind: str, before: str, after: str
) -> None:
    faults.add(Fault("openai", kind, parameters={"seconds": 0.2}))
    assert "stop" == (await streamed(client))[-1]
    at = {entry["event"]: entry["at_ms"] for entry in journal.entries()}
    assert at[after] - at[before] >= 190


async def test_answer_stops_when_the_client_leaves(faults: Faults, journal: Journal) -> None:
    """A speculative reply that is given up costs no further tokens."""
    slow = ModelTiming(first_token_ms=0, token_ms=50)
    async with serving(language_model.routes(KEY, faults, journal, slow)) as address:
        async with AsyncOpenAI(api_key=KEY, base_url=f"http://{address}/v1", max_retries=0) as client:
            stream = await client.chat.completions.create(**wanted("Yes."), stream=True)
            await anext(aiter(stream))
            await stream.close()
        await until(lambda: "Cancelled" in [entry["event"] for entry in journal.entries()])
    assert "Finished" not in [entry["event"] for entry in journal.entries()]


@pytest.mark.parametrize(
    "model, change, parameter, code",
    [
        ("gpt-6-luna", {"reasoning_effort": "low"}, "reasoning_effort", None),
        ("gpt-6-luna", {"reasoning_effort": openai.omit}, "reasoning_effort", None),
        ("gpt-6-luna", {"max_tokens": 5}, "max_tokens", "unsupported_parameter"),
        ("gpt-5-mini", {"reasoning_effort": "none"}, "reasoning_effort", "unsupported_value"),
        ("gpt-6-astra", {"reasoning_effort": "none"}, "reasoning_effort", "unsupported_value"),
        ("gpt-6-astra", {"reasoning_effort": "low"}, "reasoning_effort", None),
        ("gpt-4o-mini", {"reasoning_effort": "none"}, "reasoning_effort", "unsupported_parameter"),
        ("gpt-4.1-nano", {"reasoning_effort": openai.omit}, None, "model_not_found"),
    ],
)
async def test_each_model_refuses_what_the_vendor_refuses(
    client: AsyncOpenAI, model: str, change: dict[str, Any], parameter: str | None, code: str | None
) -> None:
    """Tools while a model reasons, efforts it does not know, limits of older models, models that have ended."""
    asked: Any = wanted("Yes.") | {"model": model} | change
    with pytest.raises(openai.APIStatusError) as refused:
        await client.chat.completions.create(**asked)
    assert (parameter, code) == (refused.value.param, refused.value.code)


async def test_thinking_is_paid_out_of_the_answers_limit(client: AsyncOpenAI) -> None:
    asked: Any = {"model": "gpt-6-luna", "messages": conversation("Yes."), "max_completion_tokens": 200}
    completion = await client.chat.completions.create(**asked)
    assert ("length", None) == (completion.choices[0].finish_reason, completion.choices[0].message.content)
    assert 200 == completion.usage.completion_tokens_details.reasoning_tokens


@pytest.mark.parametrize("day, status", [(date(2027, 1, 13), 200), (date(2027, 1, 14), 404)])
async def test_a_model_is_gone_from_the_day_its_vendor_named(
    faults: Faults, journal: Journal, day: date, status: int
) -> None:
    asked = {"model": "gpt-4o-mini-2024-07-18", "messages": conversation("Yes.")}
    async with (
        serving(language_model.routes(KEY, faults, journal, today=lambda: day)) as host,
        httpx.AsyncClient(headers={"Authorization": f"Bearer {KEY}"}) as client,
    ):
        answers = [
            await client.post(f"http://{host}/v1/chat/completions", json=asked),
            await client.get(f"http://{host}/v1/models/gpt-4o-mini"),
        ]
    assert [status, status] == [answer.status_code for answer in answers]


async def test_models_are_listed_with_their_ends(client: AsyncOpenAI) -> None:
    listed = {model.id: model.model_dump()["shutdown_date"] async for model in client.models.list()}
    assert listed["gpt-6-luna"] is None
    assert "2027-04-01" == listed["gpt-5.1"]
    assert "gpt-6-luna" == (await client.models.retrieve("gpt-6-luna")).id


FIELDS = """Judge.
comes: Will you come on Tuesday? (true or false)
guests: How many guests will you bring? (a number in figures)
room: Which room would you like? (garden room or suite)
reason: Why did you call? (a few words)
born: When were you born? (a date such as 2026-12-04)"""
TOLD = """agent: Hello. So you will come on Tuesday?
person: Yes, I do.
agent: And how many guests do you bring?
person: Two.
agent: Which room do you like?
person: The suite, please."""


def test_fields_are_filled_in_by_what_was_said_after_their_questions() -> None:
    names = ["comes", "guests", "room", "reason", "born"]
    form = json.loads(json.dumps(VERDICT))
    one = {"type": "object", "properties": {"value": {"type": "string"}, "evidence": {"type": "string"}}}
    form["json_schema"]["schema"]["properties"]["fields"] = {
        "type": "object",
        "properties": dict.fromkeys(names, one),
    }
    messages = [{"role": "system", "content": FIELDS}, {"role": "user", "content": TOLD}]
    wanted = {"model": "gpt-6-luna", "messages": messages, "response_format": form}
    told = json.loads(fill_schema(CompletionRequest.model_validate(wanted)))["fields"]
    assert {
        "comes": {"value": "true", "evidence": "Yes, I do."},
        "guests": {"value": "2", "evidence": "Two."},
        "room": {"value": "suite", "evidence": "The suite, please."},
        "reason": {"value": "", "evidence": ""},
        "born": {"value": "", "evidence": ""},
    } == told
