"""What a call told of its script's fields: rules and model, one value each, or open."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.conversations import Verdict, plan_conversation
from domain.language.field_values import Heard
from domain.outcomes import BusinessOutcome, OutcomeFlags
from domain.result_rules import needs_look as needs_a_look
from domain.script_fields import FieldDefinition, FieldType, Told
from domain.scripts import Script, question_of
from domain.transcripts import Speaker, Turn
from media.engine.actions import Judge
from media.engine.field_answers import fields_of, questions_beside_fields
from tests.media.plans import SCRIPT, plan
from tests.media.script import Script as ScriptOfEvents

HEARD = Heard(("en",), ("Europe/Berlin",), datetime(2026, 11, 30, 10, tzinfo=UTC))
COMES = FieldDefinition("comes", "Will you come on Tuesday?", FieldType.BOOLEAN, required=True)
GUESTS = FieldDefinition("guests", "How many of you will come?", FieldType.NUMBER)
REASON = FieldDefinition("reason", "What keeps you from coming?")
BORN = FieldDefinition("born", "When were you born?", FieldType.DATE)
AGAIN = FieldDefinition("again", "Which day was it?", FieldType.DATE)
MAIL = FieldDefinition("mail", "What is your e-mail address?", FieldType.EMAIL)
TALK = (
    Turn(Speaker.AGENT, "Hello. Will you come on Tuesday?", 0, 1_000),
    Turn(Speaker.PERSON, "Yes.", 1_000, 2_000),
    Turn(Speaker.AGENT, "Great. And so there will be two of you?", 2_000, 3_000),
    Turn(Speaker.PERSON, "No, four, and I was born on the third of May nineteen eighty.", 3_000, 4_000),
    Turn(Speaker.AGENT, "What is your e-mail address?", 4_000, 5_000),
    Turn(Speaker.PERSON, "ada at example dot com", 5_000, 6_000),
    Turn(Speaker.AGENT, "Which day was it?", 6_000, 7_000),
    Turn(Speaker.PERSON, "It was on Thursday.", 7_000, 8_000),
)


def value_of(field: FieldDefinition, **told: tuple[str, str]) -> tuple[str, str, str]:
    [found] = fields_of([field], TALK, HEARD, {name: Told(*each) for name, each in told.items()})
    return found.value, found.evidence, found.decided_by


def test_without_a_model_the_rules_fill_what_is_certain_and_the_rest_is_open() -> None:
    """Requirement 90."""
    assert ("true", "Yes.", "rules") == value_of(COMES)
    assert ("ada@example.com", "ada at example dot com", "rules") == value_of(MAIL)
    assert ("", "", "") == value_of(GUESTS) == value_of(BORN) == value_of(REASON) == value_of(AGAIN)


BORN_ON = "I was born on the third of May nineteen eighty."


@pytest.mark.parametrize(
    ("field", "told", "value"),
    [
        (GUESTS, ("4", "No, four,"), "4"),
        (GUESTS, ("4", "There will be four of us"), ""),
        (GUESTS, ("4", ""), ""),
        (GUESTS, ("four", "No, four,"), ""),
        (GUESTS, ("5", "four"), ""),
        (GUESTS, ("2", "two of you"), ""),
        (COMES, ("true", "Yes."), "true"),
        (COMES, ("false", "Yes."), "true"),
        (COMES, ("false", "No, four"), ""),
        (BORN, ("1980-05-03", BORN_ON), "1980-05-03"),
        (BORN, ("1979-05-03", BORN_ON), ""),
        (BORN, ("1980-05-03", "on the third of May"), ""),
        (AGAIN, ("2026-12-03", "on Thursday"), "2026-12-03"),
        (AGAIN, ("2026-11-26", "on Thursday"), "2026-11-26"),
        (AGAIN, ("2026-12-10", "on Thursday"), ""),
        (AGAIN, ("2025-11-27", "on Thursday"), ""),
        (MAIL, ("bob@example.com", "ada at example dot com"), "ada@example.com"),
        (REASON, ("none", "Yes."), "none"),
    ],
)
def test_a_models_value_needs_its_type_and_words_that_the_person_said(
    field: FieldDefinition, told: tuple[str, str], value: str
) -> None:
    """Requirement 74: its evidence is a person's; where words and value differ, nobody knows."""
    assert value == value_of(field, **{field.name: told})[0]


def test_required_fields_are_asked_for_and_are_no_second_answers() -> None:
    script = Script(
        "Hi.", "I am a machine.", "Ask.", SCRIPT.questions[:1], "", "Bye.", fields=(COMES, GUESTS)
    )
    made = plan_conversation(plan(), script, {})
    assert ["satisfied", "comes"] == [question.key for question in made.questions]
    assert ["satisfied"] == [question.key for question in questions_beside_fields(made)]
    assert "2. Will you come on Tuesday? (expects: yes no)" in made.system_prompt
    assert "How many of you" not in made.system_prompt


@pytest.mark.parametrize(("said", "needs_look"), [("Yes.", False), ("We shall see.", True)])
def test_a_goal_without_what_has_to_be_known_is_looked_at(said: str, needs_look: bool) -> None:
    """The report has every field, in the script's order; who is not interested owes us no answers."""
    script = ScriptOfEvents(plan(fields=(COMES, GUESTS), questions=(question_of(COMES),)))
    script.verdict = Verdict(
        "confirmed", said, flags=OutcomeFlags(final=True, suppresses=False, success=True)
    )
    script.until_silent().says("Hello.").model_says("Will you come on Tuesday?").until_silent()
    report = script.says(said).hangs_up().report()
    assert ["comes", "guests"] == [field.name for field in report.fields]
    assert ("" if needs_look else "true") == report.fields[0].value
    assert {} == report.answers
    assert needs_look is needs_a_look(report)
    refused = replace(report, verdict=Verdict(BusinessOutcome.NOT_INTERESTED, said))
    assert not needs_a_look(refused)


def test_only_dates_need_the_day_of_the_call() -> None:
    """It is the person's: in Hawaii it is still the evening before."""
    for zone, fields, day in (
        ("Europe/Berlin", (BORN,), date(2026, 11, 21)),
        ("Pacific/Honolulu", (BORN,), date(2026, 11, 20)),
        ("Europe/Berlin", (COMES,), None),
    ):
        script = ScriptOfEvents(plan(fields=fields, zones=(zone,)))
        script.until_silent().says("Hello.").hangs_up()
        [judge] = script.all_of(Judge)
        assert day == judge.held_on


def test_a_fields_question_is_filled_for_the_lead() -> None:
    asks = FieldDefinition("comes", "Will you come on {{day}}?", FieldType.BOOLEAN)
    script = Script("Hi.", "I am a machine.", "Ask.", (), "", "Bye.", fields=(asks,))
    assert {"day"} == script.variables()
    assert (
        "Will you come on Friday?" == plan_conversation(plan(), script, {"day": "Friday"}).fields[0].question
    )
