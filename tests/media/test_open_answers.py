"""Answers to questions that were asked in other words than the script's: found by the model, proved by the person."""

from dataclasses import replace
from typing import Any

import pytest

from domain.script_fields import FieldDefinition, FieldType
from domain.scripts import Question, question_of
from domain.transcripts import Speaker, Turn
from media.live.open_answers import answers_request, open_answers
from providers.errors import MalformedMessage, ProviderError, ProviderUnavailable
from tests.media.deciding_model import DecidingModel
from tests.media.plans import plan

TALK = (
    Turn(Speaker.AGENT, "Are you satisfied with our service?", 0, 1_000),
    Turn(Speaker.PERSON, "Yes. Can we speak Spanish?", 1_200, 2_000),
    Turn(Speaker.AGENT, "Claro. ¿Cuántos puntos del uno al diez nos daría?", 2_200, 4_000),
    Turn(Speaker.PERSON, "Pues, un siete.", 4_200, 5_000),
)


@pytest.mark.parametrize(
    "told, kept",
    [
        pytest.param({"score": "un siete"}, {"score": "un siete"}, id="words"),
        pytest.param({"score": "Un siete."}, {"score": "Un siete."}, id="written otherwise"),
        pytest.param({"score": "un nueve"}, {}, id="invented"),
        pytest.param({"score": "diez nos daría"}, {}, id="ours"),
        pytest.param({"score": ""}, {}, id="none"),
        pytest.param({"score": 7}, {}, id="no words"),
        pytest.param({"score": None}, {}, id="null"),
        pytest.param({"satisfied": "un siete"}, {}, id="not asked for"),
        pytest.param({}, {}, id="untold"),
        pytest.param(MalformedMessage(), {}, id="nonsense"),
        pytest.param(ProviderUnavailable(), {}, id="unavailable"),
    ],
)
async def test_an_answer_is_kept_when_the_person_really_said_it(
    told: dict[str, Any] | ProviderError, kept: dict[str, str]
) -> None:
    """Requirement 215."""
    model = DecidingModel(told)
    assert kept == await open_answers(plan(), TALK, model)
    assert ["score"] == list(model.schemas[0]["properties"])


async def test_nothing_is_asked_where_the_rules_found_every_answer() -> None:
    survey = plan(questions=plan().questions[:1])
    model = DecidingModel({"satisfied": "Yes."})
    assert answers_request(survey, TALK) is None
    assert {} == await open_answers(survey, TALK, model)
    assert [] == model.schemas


async def test_what_is_a_field_is_not_asked_a_second_time() -> None:
    """The verdict's own request asks for the fields."""
    comes = FieldDefinition("comes", "Will you come on Tuesday?", FieldType.BOOLEAN, required=True)
    survey = plan(fields=(comes,), questions=(*plan().questions, question_of(comes)))
    model = DecidingModel({"score": "un siete", "comes": "un siete"})
    assert {"score": "un siete"} == await open_answers(survey, TALK, model)
    assert ["score"] == list(model.schemas[0]["properties"])
    assert comes.question not in model.asked[0].lines[0].text
    assert answers_request(replace(survey, questions=(question_of(comes),)), TALK) is None


def test_there_is_room_for_as_many_answers_as_questions() -> None:
    """An answer that is cut off would be worth nothing."""
    many = tuple(Question(f"question_{number}", f"Is this number {number}?") for number in range(50))
    few, all_of_them = (answers_request(plan(questions=asked), TALK) for asked in (many[:1], many))
    assert few is not None
    assert all_of_them is not None
    assert all_of_them.most_tokens >= few.most_tokens + 49 * 50
    assert all(each.text in all_of_them.lines[0].text for each in many)


async def test_a_question_in_other_words_has_its_answer_too() -> None:
    """Requirement 215: models seldom ask in the script's own words."""
    talk = (
        Turn(Speaker.AGENT, "First of all, are you happy with what we do for you so far?", 0, 1_000),
        Turn(Speaker.PERSON, "Yes, very much.", 1_200, 2_000),
        Turn(Speaker.AGENT, "And on a scale of one to ten, how would you rate us?", 2_200, 4_000),
        Turn(Speaker.PERSON, "I would say nine.", 4_200, 5_000),
    )
    model = DecidingModel({"satisfied": "Yes, very much", "score": "nine"})
    assert {"satisfied": "Yes, very much", "score": "nine"} == await open_answers(plan(), talk, model)
