"""What a conversation comes to, as people end them: by the rules alone, and where the call's model says something else."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import pytest

from domain.campaigns import CampaignPlan
from domain.conversations import AnsweredBy, ConversationReport, EndReason, Verdict
from domain.identifiers import AccountId, AttemptId, CallId
from domain.language.verdicts import combine, judge_by_rules
from domain.outcomes import OUTCOME_FLAGS, BusinessOutcome, Outcome, TechnicalResult
from domain.result_rules import LONG_TALK_MS, LONG_TALK_WORDS, needs_look
from domain.retry_policy import GiveUp, decide_retry
from domain.transcripts import Speaker, Transcript, Turn
from tests.cases.files import tried

_FILE = "outcomes"
_LANGUAGES: Final = ("en", "es", "de", "hi")
_OUTCOMES: Final = {outcome.value.replace("_", "[ _-]?"): outcome for outcome in BusinessOutcome}


def talk(lines: str) -> Transcript:
    """The transcript of "agent: Hello / person: Hi", a second a turn."""
    turns = [line.partition(": ") for line in lines.split(" / ")]
    return tuple(
        Turn(Speaker(speaker), text, place * 1_000, place * 1_000 + 900)
        for place, (speaker, _, text) in enumerate(turns)
    )


def language_of(lines: str) -> tuple[str, ...]:
    """English, and those of the others in which these lines may be."""
    return _LANGUAGES if re.search(r"[^\x00-’]|Quiere|Möchten|Kya|interesa", lines) else ("en",)


def named(expected: str) -> set[BusinessOutcome]:
    """Every outcome that an expectation names, as people write them: "not interested, follow-up or none"."""
    found, rest = set(), expected.lower()
    for written in sorted(_OUTCOMES, key=len, reverse=True):
        if re.search(rf"\b{written}\b", rest):
            found.add(_OUTCOMES[written])
            rest = re.sub(rf"\b{written}\b", "", rest)
    return found


def wanted(case: Mapping[str, Any]) -> str:
    return str(case["expected"] if case["ours"] is None else case["ours"])


@pytest.mark.parametrize("case", tried(_FILE, "outcome near miss"))
def test_a_tag_needs_a_sentence_that_carries_it(case: Mapping[str, Any]) -> None:
    verdict = judge_by_rules(talk(case["input"]), *language_of(case["input"]))
    expected = wanted(case)
    if expected.startswith("not ") and expected[4:].isupper():
        assert verdict.outcome not in named(expected[4:])
    else:
        assert verdict.outcome in named(expected)


def with_model(case: Mapping[str, Any]) -> Verdict:
    """What rules and model come to: "person: … — model says callback with the evidence “…”", or "with that sentence"."""
    lines, _, says = case["input"].partition(" — model says ")
    transcript = talk(lines)
    outcome, _, quoted = says.partition(" with ")
    found = re.search("“(?P<evidence>.*)”", quoted)
    evidence = found["evidence"] if found else transcript[-1].text
    model = Verdict(BusinessOutcome(outcome), evidence, decided_by="model", confidence=0.95)
    return combine(judge_by_rules(transcript, "en"), model, transcript, "en")


@pytest.mark.parametrize("case", tried(_FILE, "model hears the opt-out, rules another outcome"))
def test_an_opt_out_binds_whoever_of_them_hears_it(case: Mapping[str, Any]) -> None:
    verdict = with_model(case)
    assert verdict.outcome is BusinessOutcome.OPT_OUT
    assert OUTCOME_FLAGS[verdict.outcome].suppresses
    assert verdict.evidence in case["input"]


@pytest.mark.parametrize("case", tried(_FILE, "near-silent call, the model invents an outcome"))
def test_nothing_rests_on_a_greeting(case: Mapping[str, Any]) -> None:
    verdict = with_model(case)
    assert verdict.outcome is BusinessOutcome.NONE
    assert verdict.needs_review


@pytest.mark.parametrize("case", tried(_FILE, "callback kept"))
def test_a_promise_is_kept_in_the_words_it_was_asked_for(case: Mapping[str, Any]) -> None:
    verdict = judge_by_rules(talk(case["input"]), "en")
    found = re.search("“(?P<phrase>.*)”", wanted(case))
    assert found
    assert (BusinessOutcome.CALLBACK, found["phrase"]) == (verdict.outcome, verdict.callback_phrase)


@pytest.mark.parametrize("case", tried(_FILE, "long talk without an outcome"))
def test_who_talked_for_long_is_not_called_again_before_somebody_looked(case: Mapping[str, Any]) -> None:
    assert wanted(case) == "not dialled again without anybody looking"
    began = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
    report = ConversationReport(
        AccountId("acc"),
        CallId("call"),
        AttemptId("att"),
        AnsweredBy.PERSON,
        EndReason.FINISHED,
        Verdict(BusinessOutcome.NONE),
        talk("person: " + "and then " * LONG_TALK_WORDS),
        began,
        began + timedelta(milliseconds=LONG_TALK_MS),
    )
    follows = decide_retry(
        TechnicalResult.TALKED,
        Outcome.of(report.verdict.outcome),
        attempts_so={TechnicalResult.TALKED: 1},
        attempts_made=1,
        plan=CampaignPlan(),
        zones=(),
        ended_at=report.ended_at,
        seed="",
        callback_at=None,
    )
    assert isinstance(follows, GiveUp)
    assert needs_look(report)
