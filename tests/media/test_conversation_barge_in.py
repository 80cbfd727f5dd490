"""Interruptions at every point: what was heard is kept to the word, what was not is neither played nor remembered."""

from collections.abc import Callable

import pytest

from domain.conversations import EndReason
from domain.timeouts import Timeouts
from media.audio.line_sounds import Voice
from media.engine import actions
from media.engine.barge_in import HOLD_MS, PICKUP_MS
from media.engine.ending import OWED_WORDS_MS
from media.engine.events import Hearing, Key, Words
from media.engine.pressed_keys import PAUSE_MS
from media.engine.state import Floor, Phase
from tests.media.plans import SCRIPT, plan
from tests.media.script import MS_PER_CHARACTER, Script
from tests.media.situations import ANSWER, asked, listening

OPENING_MS = len(Script().plan.opening) * MS_PER_CHARACTER
PROMPT_MS = len(Script().plan.silence_prompt) * MS_PER_CHARACTER
ANSWER_MS = len(ANSWER) * MS_PER_CHARACTER
LAST_SECOND = 1_000
OBJECTION = "Stop it there please, who is that?"


def every_100_ms(until_ms: int, since_ms: int = 0) -> pytest.MarkDecorator:
    """Each of these moments."""
    return pytest.mark.parametrize("ms", range(since_ms, until_ms, 100))


def opening(*, exact: bool = False) -> Script:
    """The agent greets."""
    return Script(times_are_known=exact)


def answer(*, exact: bool = False) -> Script:
    """The agent answers."""
    script = asked()
    script.times_are_known = exact
    return script.model_says(ANSWER)


def prompt(*, exact: bool = False) -> Script:
    """The agent asks whether anybody is there."""
    script = listening()
    script.times_are_known = exact
    return script.later(6_000 - 40)


EVERY_POINT = [
    (begin, ms)
    for begin, lasts_ms in ((opening, OPENING_MS), (answer, ANSWER_MS), (prompt, PROMPT_MS))
    for ms in range(0, lasts_ms, 100)
]


def played_of(script: Script, text: str, before: int) -> str:
    """How much of this text came out of the loudspeaker, in characters; the voice speaks them all equally long."""
    return text[: (script.speaker.played_bytes - before) // 8 // MS_PER_CHARACTER]


def whole_words(text: str, all_of_it: str) -> str:
    """Without the word that is not finished."""
    return text if all_of_it[len(text) :][:1] in ("", " ") else text.rpartition(" ")[0]


def interrupted(begin: Callable[..., Script], ms: int, *, exact: bool) -> tuple[Script, str]:
    """The script after words at this moment, and what its loudspeaker had played of the reply by then."""
    script = begin(exact=exact)
    text, played = script.spoken()[-1], script.speaker.played_bytes
    script.later(ms)
    heard = played_of(script, text, played)
    script.starts("Stop").goes_on(OBJECTION)
    return script, whole_words(heard, text).strip()


@pytest.mark.parametrize(("begin", "ms"), EVERY_POINT)
def test_what_was_heard_is_known_to_the_word_where_the_voice_tells_its_times(
    begin: Callable[..., Script], ms: int
) -> None:
    """Requirement 62: exactly the words that the loudspeaker had finished."""
    script, heard = interrupted(begin, ms, exact=True)
    assert heard == "".join(turn.text for turn in script.state.transcript if turn.interrupted)
    assert Floor.THEIRS is script.floor


@pytest.mark.parametrize(("begin", "ms"), EVERY_POINT)
def test_without_times_never_more_counts_as_heard_than_was_played(
    begin: Callable[..., Script], ms: int
) -> None:
    """Requirement 62: proportional, rounded down."""
    script, heard = interrupted(begin, ms, exact=False)
    kept = "".join(turn.text for turn in script.state.transcript if turn.interrupted)
    assert heard.startswith(kept)
    assert len(heard.split()) - len(kept.split()) <= 2


@pytest.mark.parametrize(("begin", "ms"), EVERY_POINT)
def test_words_silence_us_at_once_and_are_answered(begin: Callable[..., Script], ms: int) -> None:
    """Requirements 49 and 62."""
    script, _ = interrupted(begin, ms, exact=False)
    assert (1, 0) == (len(script.all_of(actions.Clear)), script.speaker.waiting_ms)
    asked_before = len(script.all_of(actions.Ask))
    script.later(500).handle(Words(Hearing.FINAL, OBJECTION))
    assert asked_before + 1 == len(script.all_of(actions.Ask))
    assert OBJECTION == script.asked().history[-1].text
    assert Phase.TALKING is script.state.phase


@every_100_ms(PICKUP_MS, since_ms=100)
def test_a_pick_up_phrase_never_interrupts_the_openings_first_two_seconds(ms: int) -> None:
    """Requirement 47."""
    script = Script().at(ms).starts("Hello?").later(200).handle(Words(Hearing.FINAL, "Hello?")).until_silent()
    assert [f"agent: {script.plan.opening}", "person: Hello?"] == script.transcript()
    assert [] == script.all_of(actions.Clear)


@every_100_ms(ANSWER_MS, ANSWER_MS - LAST_SECOND + 100)
def test_a_short_answer_in_the_last_second_lets_it_play_out(ms: int) -> None:
    script = answer().later(ms).starts("Yes").later(20).handle(Words(Hearing.FINAL, "Yes."))
    assert [] == script.all_of(actions.Clear)
    assert [f"agent: {ANSWER}", "person: Yes."] == script.transcript()[-2:]
    assert "Yes." == script.asked().history[-1].text
    script.model_says("Good.").until_silent()
    assert "agent: Good." == script.transcript()[-1]


@every_100_ms(ANSWER_MS, ANSWER_MS - LAST_SECOND + 100)
def test_more_than_a_short_answer_interrupts_in_the_last_second_too(ms: int) -> None:
    script = answer().later(ms).starts("No").goes_on("No, that is not at all what I want")
    assert 1 == len(script.all_of(actions.Clear))


@every_100_ms(len(Script().plan.closing) * MS_PER_CHARACTER)
def test_the_closing_is_not_interrupted_by_their_goodbye(ms: int) -> None:
    script = listening().says("Goodbye").later(ms)
    script.starts("Thank").later(200).handle(Words(Hearing.FINAL, "Thank you, goodbye"))
    script.until_silent().later(3_000)
    assert [] == script.all_of(actions.Clear)
    assert f"agent: {script.plan.closing}" in script.transcript()
    assert "person: Thank you, goodbye" in script.transcript()
    assert EndReason.FINISHED is script.report().end_reason


@every_100_ms(len(Script().plan.closing) * MS_PER_CHARACTER + 400)
def test_who_has_one_more_question_at_the_goodbye_is_answered_once(ms: int) -> None:
    script = listening().says("Goodbye").later(ms)
    script.starts("Wait").later(200).goes_on("Wait what was the address again for").later(3_000)
    script.handle(Words(Hearing.FINAL, "Wait, what was the address again for the papers?"))
    script.model_says("It is Elm Street two.").until_silent()
    assert "agent: It is Elm Street two." == script.transcript()[-1]
    script.says("Goodbye then").later(500).starts("And").later(200)
    script.handle(Words(Hearing.FINAL, "And one more thing please")).until_silent().later(3_000)
    assert f"agent: {script.plan.closing}" in script.transcript()
    assert EndReason.FINISHED is script.report().end_reason


def unheard() -> Script:
    """We say that we hear nobody, and hang up."""
    script = listening()
    while script.state.end_reason is None:
        script.later(100)
    return script


@every_100_ms(len(Script().plan.silence_goodbye) * MS_PER_CHARACTER + 400, since_ms=100)
def test_whoever_speaks_into_our_farewell_to_nobody_keeps_us(ms: int) -> None:
    """Any word will do, and as often as it happens."""
    script = unheard().later(ms).handle(Voice(True)).starts("Yes").goes_on("Yes I am here sorry")
    script.later(900).handle(Voice(False)).handle(Words(Hearing.FINAL, "Yes I am here, sorry, go on please"))
    assert Phase.TALKING is script.state.phase
    script.model_says("Good to hear you.").until_silent()
    assert "agent: Good to hear you." == script.transcript()[-1]
    assert script.later(60_000).is_over


def test_a_call_that_was_kept_up_still_has_a_longest_time() -> None:
    script = unheard().later(500).starts("Yes").later(200).handle(Words(Hearing.FINAL, "Yes I am here"))
    script.model_says("Good.").until_silent()
    while script.now < script.plan.timeouts.longest_call + 20_000 and not script.is_over:
        part = f"I am telling a story, this is part {script.now} and it has {script.now + 7} words"
        script.says(part).model_says("I see.").until_silent()
    assert EndReason.TOO_LONG is script.report().end_reason


def test_a_goodbye_taken_back_beyond_the_longest_time_leaves_a_few_seconds() -> None:
    script = Script(plan(timeouts=Timeouts(longest_call=12_000))).until_silent().at(11_500).says("Goodbye")
    script.later(200).starts("Wait").later(200)
    script.handle(Words(Hearing.FINAL, "Wait, what was the address again?"))
    script.model_says("It is Elm Street two.").until_silent().later(30_000)
    assert EndReason.TOO_LONG is script.report().end_reason


def test_a_model_that_asks_something_does_not_hang_up() -> None:
    script = listening().says("I have told you everything")
    script.model_says("Glad to help. Is there anything else I can do for you?", ("end_call", "done"))
    script.until_silent().says("Yes, when does the technician come").model_says("At nine.").until_silent()
    assert "agent: At nine." == script.transcript()[-1]


# Held back


@every_100_ms(ANSWER_MS - 1_200)
def test_a_voice_without_words_is_waited_out_and_all_of_it_is_heard(ms: int) -> None:
    script = answer(exact=True).later(ms).handle(Voice(True))
    assert Floor.HELD is script.floor
    script.later(HOLD_MS - 20)
    before = script.floor
    assert (Floor.HELD, Floor.OURS) == (before, script.later(20).floor)
    script.handle(Voice(False)).until_silent()
    assert f"agent: {ANSWER}" == script.transcript()[-1]


@every_100_ms(HOLD_MS)
def test_words_while_we_hold_back_have_the_floor(ms: int) -> None:
    script = answer(exact=True).later(1_000).handle(Voice(True)).later(ms).starts("Stop").goes_on(OBJECTION)
    assert Floor.THEIRS is script.floor
    assert 1 == len(script.all_of(actions.Clear))
    held = script.state.transcript[-1].text
    assert ANSWER.startswith(held)
    assert len(held) * MS_PER_CHARACTER <= 1_000 + 200, "what the carrier had already"


@every_100_ms(HOLD_MS)
def test_whoever_hangs_up_while_we_hold_back_leaves_nothing_held(ms: int) -> None:
    script = answer().later(1_000).handle(Voice(True)).later(ms).hangs_up().later(OWED_WORDS_MS + 1_000)
    assert script.is_over
    assert script.report().transcript[-1].interrupted


# Keys


@every_100_ms(ANSWER_MS)
def test_digits_while_we_speak_are_an_answer_once_they_are_complete(ms: int) -> None:
    script = answer().later(ms).handle(Key("4")).later(300).handle(Key("2"))
    assert [] == script.all_of(actions.Clear)
    script.later(PAUSE_MS)
    assert "42" == script.asked().history[-1].text
    script.model_says("Thank you.").until_silent()
    assert "agent: Thank you." == script.transcript()[-1]


@every_100_ms(ANSWER_MS)
def test_the_opt_out_key_silences_us_at_every_moment(ms: int) -> None:
    """Law 4."""
    script = Script(plan(opening=f"{SCRIPT.opening} To stop our calls, press 9.")).until_silent()
    script.says("Tell me more please").model_says(ANSWER).later(ms).handle(Key("9"))
    assert 1 == len(script.all_of(actions.StoreOptOut))
    assert [script.plan.opt_out_confirmation] == script.spoken()[-1:]
    script.until_silent().later(1_000)
    assert EndReason.OPT_OUT is script.report().end_reason


def test_a_key_that_names_a_word_of_ours_is_no_echo() -> None:
    """We say "press 1", and they do."""
    script = asked().model_says("For an appointment you press 1.").until_silent()
    script.handle(Key("1")).later(PAUSE_MS)
    assert "person: 1" == script.transcript()[-1]


def test_a_short_demand_in_a_held_last_second_lets_the_rest_be_heard_now() -> None:
    """And not a minute later, before the next thing that is said."""
    script = answer().later(ANSWER_MS - 800).handle(Voice(True)).later(100)
    assert Floor.HELD is script.floor
    script.starts("One moment").later(200).handle(Words(Hearing.FINAL, "One moment")).handle(Voice(False))
    heard = script.speaker.played_bytes
    script.later(2_000)
    assert not script.sounds
    assert script.speaker.played_bytes > heard


# Going on as we begin


@every_100_ms(HOLD_MS, since_ms=100)
def test_we_say_no_more_when_they_went_on_just_before_we_began(ms: int) -> None:
    script = asked().handle(Voice(False)).later(1_000).handle(Voice(True)).later(ms - 20).model_says(ANSWER)
    assert Floor.HELD is script.floor
    waits = script.playout.idle
    script.starts("And").goes_on("And also the price")
    assert (True, Floor.THEIRS) == (waits, script.floor)


def test_a_noise_as_we_begin_holds_us_up_for_a_moment_only() -> None:
    script = asked().handle(Voice(False)).later(1_000).handle(Voice(True)).later(100).model_says(ANSWER)
    script.later(HOLD_MS + 20).handle(Voice(False)).until_silent()
    assert f"agent: {ANSWER}" == script.transcript()[-1]


def test_the_voice_of_the_turn_that_is_answered_holds_nothing_up() -> None:
    """The gate closes a moment after they cease."""
    script = listening().handle(Voice(True)).later(100).starts("Yes").later(200)
    script.handle(Words(Hearing.FINAL, "Yes")).model_says(ANSWER)
    assert Floor.OURS is script.floor


# What the model is told of a reply that was cut


def typed(script: Script) -> Script:
    """They answer by keys in the midst of it."""
    return script.key("4").key("#")


def said_behind_a_listeners_word(script: Script) -> Script:
    """They begin as a listener does, and the end of their turn tells that it was none."""
    script.starts("Okay").later(300)
    return script.handle(Words(Hearing.FINAL, "Okay, Tuesday at ten is fine for me"))


def asks_about_us(script: Script) -> Script:
    """They ask what we are."""
    return script.starts("Okay").later(300).handle(Words(Hearing.FINAL, "Okay, are you a robot?"))


@pytest.mark.parametrize("interrupts", [typed, said_behind_a_listeners_word, asks_about_us])
def test_the_model_is_told_what_was_heard_of_the_reply_that_their_last_words_cut(
    interrupts: Callable[[Script], Script],
) -> None:
    script = interrupts(answer().later(1_500))
    cut, answered = script.state.transcript[-2:]
    assert cut.interrupted
    assert cut.text.startswith("We offer many")
    assert (cut, answered) == script.asked().history[-2:]
