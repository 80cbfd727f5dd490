"""Talk without an end ends within a set time, and asks the model a set number of times: bots, hums, noises, monologues."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from domain.conversations import EndReason
from domain.scripts import Question
from domain.timeouts import Timeouts
from media.audio.line_sounds import Voice
from media.engine import actions
from media.engine.endless_talk import most_replies
from media.engine.events import Hearing, ModelDone, ModelText, Words
from media.engine.state import Phase
from tests.media.plans import plan
from tests.media.script import Script
from tests.media.situations import listening

BUDGET_MS = 120_000
"""What is noticed at all ends long before the longest call."""

OVERTIME_MS = 25_000
"""Their sentence, our closing and the moment after it."""


def talks(script: Script, text: str, *, says: str = "I see. Please tell me more.") -> Script:
    """They say this and are answered."""
    script.handle(Voice(True)).starts(text.split()[0]).later(len(text) * 60)
    script.handle(Voice(False)).later(400).handle(Words(Hearing.FINAL, text)).later(300)
    asked = script.all_of(actions.Ask)
    if asked and script.state.reply is not None and script.state.reply.number == asked[-1].reply:
        reply = asked[-1].reply
        script.handle(ModelText(reply, says)).handle(ModelDone(reply))
    return script.until_silent()


def goes_on(script: Script, *lines: str, until_ms: int = 400_000) -> Script:
    """They say these again and again."""
    turn = 0
    while not script.has_ended and script.now < until_ms:
        talks(script, lines[turn % len(lines)])
        turn += 1
    return script


BOTS: Sequence[tuple[str, ...]] = (
    ("How can I help you with your order today?",),
    ("How can I help you with your order today?", "I did not understand that, please try again."),
    ("What is your order number please?", "Sorry, I didn't get that.", "Let me try something else for you."),
    ("How can I help you?", "Sure, one thing.", "Thank you so much for that.", "Have you tried our app yet?"),
    tuple(f"You are number {place} in the queue please keep waiting" for place in range(40, 0, -1)),
    tuple(f"You are number {place} in the queue" for place in range(40, 0, -1)),
    ("I did not catch that.",),
    ("Okay.",),
    (
        "How can I help today?",
        "Please tell me your name.",
        "Which town is that in?",
        "Let me look that up.",
        "There is nothing under it.",
        "Do you have an account?",
        "Our shops open at nine.",
        "Parking is free all day.",
        "Anything else on your mind?",
    ),
)


@pytest.mark.parametrize("lines", BOTS)
def test_two_bots_do_not_talk_for_ever(lines: tuple[str, ...]) -> None:
    script = goes_on(listening(), *lines)
    assert script.state.ended_ms is not None
    assert script.state.ended_ms <= BUDGET_MS
    assert EndReason.MACHINE is script.later(10_000).report().end_reason


PEOPLE: Sequence[tuple[str, ...]] = (
    ("Yes.", "No.", "Yes.", "Yes, I do.", "No.", "Okay."),
    ("I think so.", "Very satisfied.", "I don't know.", "Maybe eight.", "Not really.", "Somewhat satisfied."),
    ("Mhm.", "Yes.", "Mhm.", "Uh huh."),
    ("Seven.", "Eight.", "Nine.", "Ten.", "Eight.", "Nine."),
    tuple(f"I would say {marks}." for marks in range(20)),
    tuple(f"I would give it a {marks}." for marks in range(20)),
)


@pytest.mark.parametrize("lines", PEOPLE)
def test_a_person_who_answers_twenty_questions_is_no_bot(lines: tuple[str, ...]) -> None:
    script = listening()
    for turn in range(20):
        talks(script, lines[turn % len(lines)])
    assert Phase.TALKING is script.state.phase


TROUBLES = "sleep food fever cough pain stairs walking reading hearing money parking noise work stress teeth shoes heat cold"
QUESTIONS = tuple(
    Question(f"q{place}", f"Did you have trouble with {thing} in the last month?", "yes_no")
    for place, thing in enumerate(TROUBLES.split())
)


@pytest.mark.parametrize("answer", ["No.", "No, I did not.", "No, not that I can remember right now."])
def test_the_same_answer_to_many_questions_of_a_script_is_a_persons(answer: str) -> None:
    script = Script(plan(questions=QUESTIONS)).until_silent()
    for question in QUESTIONS:
        talks(script, answer, says=f"I see. {question.text}")
    assert Phase.TALKING is script.state.phase


def test_the_same_answer_to_a_question_that_is_asked_again_and_again_is_a_machines() -> None:
    script = Script(plan(questions=QUESTIONS)).until_silent()
    for _ in range(20):
        talks(script, "How can I help you with your order?", says=QUESTIONS[0].text)
    assert EndReason.MACHINE is script.later(10_000).report().end_reason


@pytest.mark.parametrize("hum", ["Mmm", "hm hm", "uh", "Ah.", "hmm hmm hmm", "oh"])
def test_hums_alone_are_nobody(hum: str) -> None:
    script = goes_on(listening(), hum)
    assert script.state.ended_ms is not None
    assert script.state.ended_ms <= BUDGET_MS
    assert EndReason.NO_RESPONSE is script.later(10_000).report().end_reason
    assert len(script.all_of(actions.Ask)) < 6


def test_a_hum_among_words_ends_nothing() -> None:
    script = goes_on(listening(), "Hm.", "Hm.", "Hm.", "Hm.", "Well, I think so.", until_ms=100_000)
    assert Phase.TALKING is script.state.phase


def test_a_hum_takes_no_goodbye_back() -> None:
    script = listening()
    while script.state.phase is Phase.TALKING:
        talks(script, "hmm")
    assert script.state.end_reason is EndReason.NO_RESPONSE
    said = len(script.spoken())
    talks(script, "hmm").later(5_000)
    assert (True, said) == (script.has_ended, len(script.spoken()))


def answered() -> Script:
    """A person has said something, and was answered."""
    return talks(listening(), "Yes, I am satisfied.")


@pytest.mark.parametrize("where", [listening, answered])
@pytest.mark.parametrize("on_ms", [300, 500, 1_000, 3_000, 20_000])
@pytest.mark.parametrize("off_ms", [320, 700, 900, 1_000, 2_000])
def test_sounds_without_a_word_keep_no_call_open(
    where: Callable[[], Script], on_ms: int, off_ms: int
) -> None:
    """Comfort noise, a television, music on hold: whatever its beat, and wherever it meets our clocks."""
    script = where()
    since = script.now
    while not script.has_ended and script.now < 400_000:
        script.handle(Voice(True)).later(on_ms).handle(Voice(False)).later(off_ms)
    assert script.state.ended_ms is not None
    assert script.state.ended_ms - since <= BUDGET_MS


STORY = (
    *(
        "we have two boxes",
        "one in the kitchen",
        "the other one upstairs",
        "they were put in last year",
        "by a nice man",
    ),
    *(
        "who came on a Monday",
        "with a ladder",
        "and a big red van",
        "my neighbour has one too",
        "it works very well",
    ),
)


def pauses(script: Script, times: int) -> Script:
    """They make so many pauses in one turn, each of which might be its end."""
    said = "Well"
    script.starts(said)
    for place in range(times):
        said = f"{said} {STORY[place % len(STORY)]}"
        script.later(900).goes_on(said).later(300).handle(Words(Hearing.EAGER, said))
        script.later(500).handle(Words(Hearing.RESUMED, said))
    return script.later(300).handle(Words(Hearing.FINAL, said))


def test_a_turn_full_of_pauses_costs_a_few_questions_to_the_model() -> None:
    script = pauses(listening(), times=20)
    assert 5 == len(script.all_of(actions.Ask))
    assert STORY[-1] in script.asked().history[-1].text
    script.model_says("I see.").until_silent()
    assert 5 + 3 == len(pauses(script, times=2).all_of(actions.Ask)), "the next turn is guessed anew"


def test_a_monologue_ends_with_the_longest_call() -> None:
    script, said = listening(), "So"
    script.starts(said)
    while not script.has_ended and script.now < 400_000:
        said = f"{said[-200:]} and then he said"
        script.goes_on(said).later(1_000)
    script.handle(Voice(False)).later(10_000)
    assert script.state.ended_ms is not None
    assert script.state.ended_ms <= script.plan.timeouts.longest_call + OVERTIME_MS
    assert EndReason.TOO_LONG is script.report().end_reason


@pytest.mark.parametrize("lines", [("Thank you!", "You're welcome!"), ("Okay.", "Sure.", "Right.")])
def test_whatever_is_not_noticed_ends_with_the_longest_call(lines: tuple[str, ...]) -> None:
    script = goes_on(listening(), *lines)
    assert script.state.ended_ms is not None
    assert script.state.ended_ms <= script.plan.timeouts.longest_call + OVERTIME_MS


WORDS = (
    "tariff",
    "contract",
    "delivery",
    "invoice",
    "weekend",
    "holiday",
    "garden",
    "kitchen",
    "window",
    "ladder",
)


def interrupts(script: Script, until_ms: int = 400_000) -> Script:
    """They never let us begin: half a second of other words each time, and a pause that looks like a turn's end."""
    turn = 0
    while not script.has_ended and script.now < until_ms:
        said = f"{WORDS[turn % 10]} {WORDS[turn // 10 % 10]} {WORDS[turn // 7 % 10]}"
        script.starts(said.split()[0]).later(200).handle(Words(Hearing.EAGER, said))
        script.later(100).handle(Words(Hearing.FINAL, said)).later(200)
        turn += 1
    return script


@pytest.mark.parametrize("minutes", [1, 5])
def test_a_conversation_has_a_budget_of_replies(minutes: int) -> None:
    """Whoever makes us answer faster than people talk: the cost is bounded, not only the time."""
    script = Script(plan(timeouts=Timeouts(longest_call=minutes * 60_000))).until_silent()
    interrupts(script)
    assert most_replies(script.plan) == 20 + 20 * minutes
    assert script.state.replies_made <= most_replies(script.plan) + 5
    assert script.state.ended_ms is not None
    assert script.state.ended_ms <= script.plan.timeouts.longest_call
    assert EndReason.TOO_LONG is script.later(10_000).report().end_reason


def test_an_opt_out_counts_when_the_budget_is_used_up() -> None:
    script = listening()
    script.state = replace(script.state, replies_made=most_replies(script.plan))
    script.says("Please take me off your list.")
    assert script.state.opt_out.phrase


@pytest.mark.parametrize("lines", PEOPLE)
def test_people_stay_far_below_it(lines: tuple[str, ...]) -> None:
    script = goes_on(listening(), *lines, until_ms=120_000)
    assert script.state.replies_made < 0.5 * most_replies(script.plan)
