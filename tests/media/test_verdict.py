"""The outcome of a conversation: rules first, then the model, and what follows when they differ or one is missing."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.conversations import Sentiment
from domain.outcomes import BusinessOutcome
from domain.own_outcomes import OutcomeDefinition
from domain.script_fields import FieldDefinition, FieldType, Told
from domain.transcripts import Speaker, Turn
from media.live.verdict import judge, verdict_request
from providers.errors import MalformedMessage, ProviderError, ProviderUnavailable
from tests.media.deciding_model import DecidingModel
from tests.media.plans import plan

TRANSCRIPT = (
    Turn(Speaker.AGENT, "Would you like an offer?", 0, 1_000),
    Turn(Speaker.PERSON, "No thank you, I am not interested.", 1_200, 2_000),
)


def decided(
    outcome: str, evidence: str = TRANSCRIPT[1].text, confidence: float = 0.9, sentiment: str = "neutral"
) -> dict[str, Any]:
    verdict = {"outcome": outcome, "evidence": evidence, "confidence": confidence, "callback_phrase": ""}
    return verdict | {"sentiment": sentiment}


async def test_agreement_needs_no_review() -> None:
    """Requirement 74."""
    model = DecidingModel(decided("not_interested"))
    verdict = await judge(plan(), TRANSCRIPT, model)
    assert (verdict.outcome, verdict.needs_review) == (BusinessOutcome.NOT_INTERESTED, False)
    assert model.asked[0].lines[-1].text == (
        "agent: Would you like an offer?\nperson: No thank you, I am not interested."
    )


async def test_disagreement_goes_to_review() -> None:
    """Requirement 74."""
    verdict = await judge(plan(), TRANSCRIPT, DecidingModel(decided("interested")))
    assert verdict.needs_review


@pytest.mark.parametrize(
    "answer",
    [
        ProviderUnavailable(),
        MalformedMessage(),
        {},
        decided("something new"),
        decided("interested") | {"confidence": "high"},
    ],
    ids=["unavailable", "nonsense", "no fields", "unknown outcome", "no number"],
)
async def test_without_a_usable_model_the_rules_hold_and_a_person_looks(
    answer: dict[str, Any] | ProviderError,
) -> None:
    """Requirement 90."""
    verdict = await judge(plan(), TRANSCRIPT, DecidingModel(answer))
    assert (verdict.outcome, verdict.needs_review) == (BusinessOutcome.NOT_INTERESTED, True)


OWN = (
    OutcomeDefinition("confirmed", "They will come to the appointment.", success=True),
    OutcomeDefinition("declined", "They will not come\nto the appointment."),
)
REMINDER = (
    Turn(Speaker.AGENT, "Will you be able to come on Tuesday?", 0, 1_000),
    Turn(Speaker.PERSON, "My daughter drives me, so that is settled.", 1_200, 2_000),
)


async def test_the_question_names_the_scripts_own_outcomes_and_what_they_mean() -> None:
    """Requirement 74: a reminder's yes is its own outcome and not interest."""
    model = DecidingModel(decided("confirmed", REMINDER[1].text))
    verdict = await judge(plan(outcomes=OWN), REMINDER, model)
    assert ("confirmed", OWN[0].flags, False) == (verdict.outcome, verdict.flags, verdict.needs_review)
    offered = model.schemas[0]["properties"]["outcome"]["enum"]
    assert [*BusinessOutcome, "confirmed", "declined"] == offered
    assert "declined: They will not come to the appointment." in model.asked[0].lines[0].text
    await judge(plan(), REMINDER, model)
    assert "confirmed" not in model.asked[1].lines[0].text
    assert list(BusinessOutcome) == model.schemas[1]["properties"]["outcome"]["enum"]


async def test_the_same_question_asks_for_two_sentences_in_the_accounts_language() -> None:
    model = DecidingModel(
        decided("none", "") | {"summary": "Sie kommt am Dienstag. Gut so. Ende der Anweisung."}
    )
    verdict = await judge(plan(account_language="de-AT"), REMINDER, model)
    assert "Sie kommt am Dienstag. Gut so." in verdict.summary
    assert 1 == len(model.asked)
    assert "two short sentences in German" in model.asked[0].lines[0].text
    assert "summary" in model.schemas[0]["required"]
    for answer in (
        decided("no such outcome") | {"summary": "It rains. So be it."},
        decided("interested", "Unsaid.") | {"summary": "It rains. So be it."},
    ):
        assert "It rains. So be it." == (await judge(plan(), REMINDER, DecidingModel(answer))).summary
    assert "" == (await judge(plan(), REMINDER, DecidingModel(ProviderUnavailable()))).summary


FIELDS = (
    FieldDefinition("comes", "Will you be able to come on Tuesday?", FieldType.BOOLEAN),
    FieldDefinition("room", "Which room?", FieldType.CHOICE, choices=("garden room", "suite")),
)


async def test_one_question_asks_for_the_fields_as_well() -> None:
    """However they were asked for; which of it counts is judged by the words, with the report."""
    told = {
        "comes": {"value": "true", "evidence": REMINDER[1].text},
        "room": "suite",
        "other": {"value": "1"},
    }
    model = DecidingModel(decided("confirmed", REMINDER[1].text) | {"fields": told})
    verdict = await judge(plan(outcomes=OWN, fields=FIELDS), REMINDER, model, date(2026, 11, 30))
    assert {"comes": Told("true", REMINDER[1].text)} == verdict.told
    [asked], [schema] = model.asked, model.schemas
    assert {"comes", "room"} == set(schema["properties"]["fields"]["properties"])
    assert "fields" in schema["required"]
    instructions = asked.lines[0].text
    assert 'comes: "Will you be able to come on Tuesday?" (true or false)' in instructions
    assert 'room: "Which room?" (garden room or suite)' in instructions
    assert "The call was held on Monday, 2026-11-30." in instructions
    assert asked.most_tokens > verdict_request(plan(), REMINDER).most_tokens


@pytest.mark.parametrize(
    "nonsense", [None, [], "x", {"comes": None}, {"comes": {"value": 7, "evidence": []}}]
)
async def test_nonsense_about_fields_costs_no_verdict(nonsense: Any) -> None:
    answer = decided("confirmed", REMINDER[1].text) | {"fields": nonsense}
    verdict = await judge(plan(outcomes=OWN, fields=FIELDS), REMINDER, DecidingModel(answer))
    assert "confirmed" == verdict.outcome
    assert all(told == Told("", "") for told in verdict.told.values())


@pytest.mark.parametrize(
    "answer",
    [
        decided("rescheduled", REMINDER[1].text),
        decided("confirmed", "Yes, I will come."),
        ProviderUnavailable(),
    ],
    ids=["an outcome of no script", "words that nobody said", "no model"],
)
async def test_an_own_outcome_that_is_not_proved_is_left_open(answer: dict[str, Any] | ProviderError) -> None:
    """Requirement 90."""
    verdict = await judge(plan(outcomes=OWN), REMINDER, DecidingModel(answer))
    assert (BusinessOutcome.NONE, None, True) == (verdict.outcome, verdict.flags, verdict.needs_review)


MALFORMED: tuple[Any, ...] = (None, 7, -1.0, float("nan"), float("inf"), True, [], {}, ["interested"], "?")


@pytest.mark.parametrize(
    "field", ["outcome", "evidence", "confidence", "callback_phrase", "sentiment", "summary"]
)
@pytest.mark.parametrize("nonsense", MALFORMED, ids=repr)
async def test_no_nonsense_of_the_model_costs_the_verdict(field: str, nonsense: Any) -> None:
    """A field that is null or of another type: the report is made all the same."""
    verdict = await judge(plan(), TRANSCRIPT, DecidingModel(decided("not_interested") | {field: nonsense}))
    assert (BusinessOutcome.NOT_INTERESTED, "rules") == (verdict.outcome, verdict.decided_by)
    assert (verdict.evidence, verdict.callback_phrase) == (TRANSCRIPT[1].text, "")


@pytest.mark.parametrize("nonsense", MALFORMED, ids=repr)
async def test_a_confidence_that_is_none_is_no_certainty(nonsense: Any) -> None:
    said = (Turn(Speaker.PERSON, "Perhaps my brother would like that.", 0, 1_000),)
    answer = decided("follow_up", said[0].text) | {"confidence": nonsense}
    verdict = await judge(plan(), said, DecidingModel(answer))
    assert (BusinessOutcome.FOLLOW_UP, nonsense is not True) == (verdict.outcome, verdict.needs_review)


@pytest.mark.parametrize(
    "answer, sentiment",
    [
        (decided("not_interested", sentiment="negative"), Sentiment.NEGATIVE),
        (decided("interested", sentiment="positive"), Sentiment.POSITIVE),
        (decided("not_interested", sentiment="so-so"), Sentiment.NEUTRAL),
        (decided("interested", "They said no such thing.", sentiment="positive"), Sentiment.NEUTRAL),
        (ProviderUnavailable(), Sentiment.NEUTRAL),
    ],
    ids=["agreed", "rules hold", "unreadable", "dropped with its false evidence", "not asked"],
)
async def test_the_sentiment_is_the_models(
    answer: dict[str, Any] | ProviderError, sentiment: Sentiment
) -> None:
    """Requirement 214: whoever's outcome holds; neutral without a model, and an unreadable mood costs no outcome."""
    verdict = await judge(plan(), TRANSCRIPT, DecidingModel(answer))
    assert (BusinessOutcome.NOT_INTERESTED, sentiment) == (verdict.outcome, verdict.sentiment)


async def test_a_doubtful_outcome_goes_to_review_and_doubtful_nothing_does_not() -> None:
    talk = (Turn(Speaker.PERSON, "The weather is fine today.", 0, 900),)
    doubtful = await judge(plan(), talk, DecidingModel(decided("interested", talk[0].text, 0.49)))
    even = await judge(plan(), talk, DecidingModel(decided("interested", talk[0].text, 0.5)))
    nothing = await judge(plan(), talk, DecidingModel(decided("none", "", 0.2)))
    assert (True, False, False) == (doubtful.needs_review, even.needs_review, nothing.needs_review)
    assert ["model"] * 2 == [doubtful.decided_by, even.decided_by]


async def test_when_to_call_again_is_in_the_words_that_the_model_names() -> None:
    talk = (Turn(Speaker.PERSON, "I sit at the wheel. The children are in bed by eight, mostly.", 0, 900),)
    answer = decided("callback", talk[0].text) | {"callback_phrase": "by eight, mostly"}
    assert "by eight, mostly" == (await judge(plan(), talk, DecidingModel(answer))).callback_phrase


async def test_without_the_model_the_scripts_own_phrases_hold() -> None:
    own = replace(OWN[0], phrases=("that is settled",))
    talk = (REMINDER[0], Turn(Speaker.PERSON, "That is settled.", 1_200, 2_000))
    verdict = await judge(plan(outcomes=(own,)), talk, DecidingModel(ProviderUnavailable()))
    assert ("confirmed", own.flags) == (verdict.outcome, verdict.flags)


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(ProviderUnavailable(), id="by the rules"),
        pytest.param(decided("opt_out", "No me vuelvan a llamar nunca más."), id="and by the model"),
    ],
)
async def test_a_demand_counts_in_whichever_language_the_agent_speaks(
    answer: dict[str, Any] | ProviderError,
) -> None:
    talk = (Turn(Speaker.PERSON, "No me vuelvan a llamar nunca más.", 0, 900),)
    both = plan(language="en", languages=("es",))
    assert BusinessOutcome.OPT_OUT == (await judge(both, talk, DecidingModel(answer))).outcome


async def test_a_demand_that_the_model_alone_heard_is_taken_back_in_any_language_of_the_agent() -> None:
    talk = (
        Turn(Speaker.PERSON, "Strike me off whatever that is.", 0, 900),
        Turn(Speaker.PERSON, "No, espere, sí me pueden llamar.", 1_000, 1_900),
    )
    answer = decided("opt_out", talk[0].text, 1.0)
    for languages, outcome in (((), BusinessOutcome.OPT_OUT), (("es",), BusinessOutcome.NONE)):
        verdict = await judge(plan(languages=languages), talk, DecidingModel(answer))
        assert outcome == verdict.outcome, languages
