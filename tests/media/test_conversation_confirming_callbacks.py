"""A promised callback: the moment is read back on the person's own clock before it counts, what is unclear is asked."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from domain.asked_back import Settled
from domain.conversations import EndReason, Verdict
from domain.language.tables.every import language_of
from domain.outcomes import BusinessOutcome
from media.engine import actions
from media.engine.events import END_CALL, NOTE_CALLBACK, ModelDone, ModelText, ToolCall
from tests.media.plans import plan
from tests.media.script import Script

REMARKS = language_of("en").remarks
# The conversation begins on Saturday, 21 November 2026, at 9:00 UTC: at four in the morning in New York.
WHEN = "on Monday, 23 November, at 4 pm"
READ_BACK = REMARKS.call_back_then.format(when=WHEN)
LATER = Verdict(BusinessOutcome.CALLBACK, evidence="Call me on Monday at four", callback_phrase="Monday")


def wished(
    words: str = "Call me on Monday at four",
    *tools: tuple[str, str],
    zone: str = "America/New_York",
    **changes: Any,
) -> Script:
    """The model has noted a wish; its own words are over, and ours are heard."""
    here = plan(zones=(zone,), **changes)
    script = Script(here, LATER).until_silent().says(words)
    return script.model_says("Of course.", (NOTE_CALLBACK, words), *tools).until_silent()


def test_a_clear_moment_is_read_back_and_counts_once_it_is_confirmed() -> None:
    script = wished()
    assert ["Of course.", READ_BACK] == script.spoken()[-2:]
    script.says("Yes")
    assert script.state.promise is not None
    assert script.state.promise.settled is Settled.AGREED
    assert any(WHEN in note for note in script.asked().notes)
    report = script.model_says("Good, goodbye.", (END_CALL, "later")).until_silent().later(1_000).report()
    assert "Call me on Monday at four" == report.verdict.callback_phrase
    four_pm = datetime(2026, 11, 23, 21, tzinfo=UTC)  # in New York
    assert report.callback is not None
    assert (four_pm, True) == (
        report.callback.at,
        report.callback.earliest <= four_pm <= report.callback.latest,
    )
    assert report.began_at < report.callback.agreed_at <= report.ended_at


def test_it_is_settled_before_the_call_ends() -> None:
    script = wished("Call me on Monday at four", (END_CALL, "callback"))
    assert not script.has_ended
    assert READ_BACK == script.spoken()[-1]
    script.says("Yes, that is right").until_silent().later(1_000)
    assert script.plan.closing == script.spoken()[-1]
    assert EndReason.FINISHED is script.report().end_reason


def test_a_wish_without_a_word_of_the_model_is_read_back_at_once() -> None:
    here = plan(zones=("America/New_York",))
    script = Script(here, LATER).until_silent().says("Call me on Monday at four")
    script.model_says("", (NOTE_CALLBACK, "Call me on Monday at four"))
    assert READ_BACK == script.spoken()[-1]


@pytest.mark.parametrize("words", ["Call me later", "Call me again some other time"])
def test_what_is_unclear_is_asked(words: str) -> None:
    script = wished(words)
    assert script.spoken()[-1] in (REMARKS.which_day, REMARKS.which_time)
    assert READ_BACK == script.says("On Monday at four").spoken()[-1]


def test_a_correction_is_read_back_anew() -> None:
    script = wished().says("No, at five")
    assert REMARKS.call_back_then.format(when="on Monday, 23 November, at 5 pm") == script.spoken()[-1]
    script.until_silent().says("Yes").model_says("Good.").until_silent().hangs_up().later(1_000)
    assert "at five" in script.report().verdict.callback_phrase


def test_who_does_not_confirm_it_has_settled_nothing() -> None:
    script = wished().says("What was this about again?")
    assert any("not settled" in note for note in script.asked().notes)
    assert script.state.promise is not None
    assert script.state.promise.settled is Settled.UNCLEAR


@pytest.mark.parametrize(
    ("answer", "when"),
    [
        ("Yes, make it five.", "on Monday, 23 November, at 5 pm"),
        ("Okay, Thursday would be better.", "on Thursday, 26 November"),
        ("Yes, Monday at four.", ""),
        ("Yes, four is fine.", ""),
    ],
)
def test_a_yes_that_names_another_time_agrees_to_no_time_yet(answer: str, when: str) -> None:
    script = wished().says(answer)
    assert script.state.promise is not None
    assert script.state.promise.settled is (Settled.OPEN if when else Settled.AGREED)
    assert (REMARKS.call_back_then.format(when=when) == script.spoken()[-1]) == bool(when)


@pytest.mark.parametrize("answers", [("No.",), ("What was this about again?",), ("No, at five",)])
def test_nobody_is_called_on_a_moment_that_was_not_agreed(answers: tuple[str, ...]) -> None:
    """Denied, or corrected by somebody whose line was lost: a person reads what was said."""
    script = wished()
    for answer in answers:
        script.says(answer)
    report = script.hangs_up().later(10_000).report()
    assert ("", True) == (report.verdict.callback_phrase, report.verdict.needs_review)
    assert report.callback is None


@pytest.mark.parametrize("outcome", [BusinessOutcome.CALLBACK, "callback"])
def test_what_was_agreed_and_judged_alike_needs_nobody(outcome: str) -> None:
    """A model names outcomes in words, and so does a flight record that is held again."""
    judged = replace(LATER, outcome=outcome)
    script = (
        Script(plan(zones=("America/New_York",)), judged).until_silent().says("Call me on Monday at four")
    )
    script.model_says("Of course.", (NOTE_CALLBACK, "Call me on Monday at four")).until_silent().says("Yes")
    assert not script.hangs_up().later(10_000).report().verdict.needs_review


def test_a_promise_that_another_outcome_hides_is_shown_to_a_person() -> None:
    here = plan(zones=("America/New_York",))
    judged = Verdict(BusinessOutcome.INTERESTED, evidence="I am interested")
    script = Script(here, judged).until_silent().says("Call me on Monday at four")
    script.model_says("Of course.", (NOTE_CALLBACK, "Call me on Monday at four")).until_silent().says("Yes")
    script.model_says("Good.").until_silent().says("That sounds good, I am interested.").hangs_up().later(
        10_000
    )
    report = script.report()
    assert report.verdict.needs_review
    assert report.callback is not None


def test_a_later_wish_takes_the_place_of_what_was_agreed() -> None:
    """Nobody is called at a moment that they no longer want."""
    words = "Call me on Thursday instead"
    here = plan(zones=("America/New_York",))
    judged = replace(LATER, callback_phrase="")
    script = Script(here, judged).until_silent().says("Call me on Monday at four")
    script.model_says("Of course.", (NOTE_CALLBACK, "Call me on Monday at four")).until_silent().says("Yes")
    script.model_says("Good.").until_silent().says(words).model_says("Of course.", (NOTE_CALLBACK, words))
    report = script.hangs_up().later(10_000).report()
    assert (None, words) == (report.callback, report.verdict.callback_phrase)


def test_yes_and_more_is_confirmed_and_answered() -> None:
    script = wished().says("Yes. What does it cost?")
    assert script.state.promise is not None
    assert script.state.promise.settled is Settled.AGREED
    assert "Yes. What does it cost?" == script.state.transcript[-1].text
    assert script.asked().reply == script.state.replies_made


def test_who_says_yes_and_goodbye_has_agreed() -> None:
    script = wished().says("Yes. Goodbye.").until_silent().later(1_000)
    assert script.state.promise is not None
    assert script.state.promise.settled is Settled.AGREED
    assert "Call me on Monday at four" == script.report().verdict.callback_phrase


def test_nobody_is_asked_for_ever() -> None:
    script = wished()
    for _ in range(3):
        script.says("No, at five").until_silent()
    assert 3 == sum(words.startswith("I will call you again") for words in script.spoken())


def test_nobody_who_agrees_and_thinks_better_of_it_again_and_again_is_asked_for_ever() -> None:
    """What they agreed on last is no longer what they want: a person settles it."""
    script = wished()
    for hour in ("five", "six", "seven", "eight"):
        script.says("Yes").model_says("Good.").until_silent()
        script.says(f"Oh wait, make it {hour} instead.").until_silent()
    assert 3 == sum(words.startswith("I will call you again") for words in script.spoken())
    report = script.model_says("I see.").until_silent().hangs_up().later(10_000).report()
    assert (None, "", True) == (report.callback, report.verdict.callback_phrase, report.verdict.needs_review)


def proposed(moment: str, phrase: str = "Call me on Monday at four") -> Script:
    """The model notes the wish with what it takes it to mean."""
    script = Script(plan(zones=("America/New_York",)), LATER).until_silent().says("Call me on Monday at four")
    reply = script.asked().reply
    script.handle(ModelText(reply, "Of course.")).handle(ToolCall(reply, NOTE_CALLBACK, phrase, moment))
    return script.handle(ModelDone(reply)).until_silent()


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-11-23T16:00", READ_BACK),
        ("", READ_BACK),
        ("2026-11-23T10:00", REMARKS.which_time),
        ("2026-11-27T16:00", REMARKS.which_day),
    ],
)
def test_where_model_and_grammar_differ_the_person_is_asked(moment: str, said: str) -> None:
    script = proposed(moment)
    assert said == script.spoken()[-1]
    assert READ_BACK == script.says("On Monday at four in the afternoon").spoken()[-1] or said == READ_BACK


def test_what_the_model_puts_into_their_mouth_is_not_their_wish() -> None:
    """Nobody is called again by words that nobody said."""
    script = proposed("2026-11-22T03:00", "Call me tomorrow at three in the night")
    assert "Call me on Monday at four" == script.state.callback_phrase
    assert REMARKS.which_day == script.spoken()[-1]


def test_the_language_and_the_clock_are_the_persons() -> None:
    script = wished("Rufen Sie mich am Montag um vier an", zone="Europe/Berlin", language="de")
    when = "am Montag, dem 23. November um 16 Uhr"
    assert language_of("de").remarks.call_back_then.format(when=when) == script.spoken()[-1]


def test_without_a_known_clock_the_model_goes_on_as_before() -> None:
    script = Script(plan()).until_silent().says("Call me on Monday at four")
    script.model_says("Of course.", (NOTE_CALLBACK, "Monday at four")).until_silent()
    assert "Of course." == script.spoken()[-1]
    assert [] == [each for each in script.all_of(actions.Speak) if each.text == READ_BACK]


def test_the_clock_is_that_of_the_place_they_live_in_where_a_country_has_several() -> None:
    here = plan(zones=("America/New_York", "America/Chicago"), lives_in="America/Chicago")
    script = Script(here).until_silent().says("Call me on Monday at four")
    script.model_says("Of course.", (NOTE_CALLBACK, "Monday at four")).until_silent()
    assert READ_BACK == script.spoken()[-1]
    unknown = Script(replace(here, lives_in="")).until_silent().says("Call me on Monday at four")
    unknown.model_says("Of course.", (NOTE_CALLBACK, "Monday at four")).until_silent()
    assert REMARKS.which_zone == unknown.spoken()[-1]


def test_a_moment_in_another_of_the_agents_languages_is_understood() -> None:
    here = plan(zones=("America/New_York",), languages=("de",))
    script = Script(here).until_silent().says("Rufen Sie mich am Montag um vier an")
    script.model_says("Gerne.", (NOTE_CALLBACK, "am Montag um vier")).until_silent()
    assert READ_BACK == script.spoken()[-1]


def test_a_goodbye_instead_of_an_answer_is_a_goodbye() -> None:
    script = wished().says("Goodbye")
    assert script.plan.closing == script.spoken()[-1]


def test_what_was_asked_and_was_to_end_the_call_ends_it_after_the_second_question_too() -> None:
    script = wished("Call me later", (END_CALL, "callback")).says("On Monday at four").until_silent()
    script.says("Yes").until_silent().later(1_000)
    assert script.plan.closing == script.spoken()[-1]
    assert EndReason.FINISHED is script.report().end_reason


def _agreed_on_monday(judged: Verdict) -> Script:
    script = (
        Script(plan(zones=("America/New_York",)), judged).until_silent().says("Call me on Monday at four")
    )
    script.model_says("Of course.", (NOTE_CALLBACK, "Call me on Monday at four")).until_silent().says("Yes")
    return script.model_says("Good.").until_silent()


INTERESTED = Verdict(BusinessOutcome.INTERESTED, "I am interested.")


@pytest.mark.parametrize(
    "words",
    [
        "Actually no, don't call me on Monday.",
        "Sorry, Monday does not work after all.",
        "Forget it, you don't need to call me back.",
        "Never mind, no call please.",
        "Oh wait, make it five instead.",
        "Actually Tuesday is better.",
    ],
)
@pytest.mark.parametrize("judged", [LATER, INTERESTED])
@pytest.mark.parametrize("is_last", [True, False])
def test_nobody_is_called_as_agreed_who_took_it_back(words: str, judged: Verdict, is_last: bool) -> None:
    """Also with the last words, which nobody answers any more."""
    script = _agreed_on_monday(judged)
    script = script.starts(words).hangs_up() if is_last else script.says(words).hangs_up()
    report = script.later(10_000).report()
    assert (None, "", True) == (report.callback, report.verdict.callback_phrase, report.verdict.needs_review)


def test_another_moment_that_is_named_later_is_read_back_and_counts_once_it_is_confirmed() -> None:
    script = _agreed_on_monday(INTERESTED).says("Oh wait, make it five instead.")
    assert "5 pm" in script.spoken()[-1]
    report = script.until_silent().says("Yes").hangs_up().later(10_000).report()
    assert report.callback is not None
    assert datetime(2026, 11, 23, 22, tzinfo=UTC) == report.callback.at  # in New York


@pytest.mark.parametrize(
    "words",
    [
        "That sounds good, I am interested.",
        "I bought it on Monday.",
        "I work until five.",
        "It was delivered yesterday at four.",
        "I have not had any trouble since Monday.",
        "Could you send me the price list today?",
        "There are about ten people here.",
        "No, that was all, see you Monday at four.",
    ],
)
def test_what_has_nothing_to_do_with_it_leaves_what_was_agreed(words: str) -> None:
    report = _agreed_on_monday(INTERESTED).says(words).hangs_up().later(10_000).report()
    assert report.callback is not None


def test_who_agrees_and_wants_writing_in_one_breath_is_not_called() -> None:
    script = Script(plan(zones=("America/New_York",)), LATER).until_silent().says("Call me on Monday at four")
    script.model_says("Of course.", (NOTE_CALLBACK, "Call me on Monday at four")).until_silent()
    report = script.says("Yes. Actually, write me an e-mail instead.").hangs_up().later(10_000).report()
    assert (None, True) == (report.callback, report.verdict.needs_review)


@pytest.mark.parametrize(
    ("language", "wish", "words"),
    [
        ("de", "Rufen Sie mich am Montag um sechzehn Uhr an", "Montag geht bei mir nicht."),
        ("es", "Llámeme el lunes a las cuatro", "El lunes no puedo."),
        ("fr", "Rappelez-moi lundi à seize heures", "Lundi je ne peux pas."),
        ("de", "Rufen Sie mich am Montag um sechzehn Uhr an", "Nein, lieber um fünf."),
    ],
)
def test_a_moment_is_refused_later_in_any_language(language: str, wish: str, words: str) -> None:
    yes = {"de": "Ja", "es": "Sí", "fr": "Oui"}[language]
    script = Script(plan(zones=("Europe/Berlin",), language=language), INTERESTED).until_silent().says(wish)
    script.model_says("Gut.", (NOTE_CALLBACK, wish)).until_silent().says(yes).model_says(
        "Gut."
    ).until_silent()
    assert script.state.promise is not None
    assert Settled.AGREED is script.state.promise.settled
    report = script.says(words).hangs_up().later(10_000).report()
    assert (None, True) == (report.callback, report.verdict.needs_review)
