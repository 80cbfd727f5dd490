"""The disclosure is owed until it was heard: whatever cuts the opening, the next thing said begins with what is missing."""

from collections.abc import Callable

import pytest

from domain.transcripts import Speaker, said_by
from media.audio.line_sounds import Voice
from media.audio.playout import BYTES_PER_MS
from media.engine import actions
from media.engine.events import Failed, Hearing, ModelDone, Part, Synthesised, ToolCall, Words
from media.engine.resuming import snapshot_of
from media.engine.state import Floor, Phase
from tests.media.plans import plan
from tests.media.script import MS_PER_CHARACTER, Script

GREETING = "Hello Sam, this is Maya from Blue River Energy."
SENTENCES = ("I am an automated assistant.", "This call is recorded.")
ANNOUNCEMENT = " ".join(SENTENCES)
ANSWER = "It is about your tariff, and it takes a minute."
OPENING_MS = len(f"{GREETING} {ANNOUNCEMENT}") * MS_PER_CHARACTER
PLAN = plan(opening=f"{GREETING} {ANNOUNCEMENT}", announcement=ANNOUNCEMENT)


def greeting() -> Script:
    """The opening is being said."""
    return Script(PLAN)


def by_words(script: Script) -> Script:
    """They ask, and the model answers."""
    script.handle(Voice(True)).starts("Yes").goes_on("Yes hi what is this about?").later(800)
    script.handle(Voice(False)).handle(Words(Hearing.FINAL, "Yes hi, what is this about?"))
    return script.model_says(ANSWER)


def by_last_words(script: Script) -> Script:
    """Their turn is known only at its end."""
    return script.handle(Words(Hearing.FINAL, "What is this about, and who are you?")).model_says(ANSWER)


def by_a_guess(script: Script) -> Script:
    """The answer is prepared before their turn is over."""
    script.starts("What").goes_on("What is this about").later(400)
    script.handle(Words(Hearing.EAGER, "What is this about?")).model_says(ANSWER)
    return script.later(200).handle(Words(Hearing.FINAL, "What is this about?"))


def by_asking_about_us(script: Script) -> Script:
    """The truth is said first."""
    script.handle(Words(Hearing.FINAL, "Are you a robot?"))
    return script.model_says("I call about your tariff.")


def by_silence_afterwards(script: Script) -> Script:
    """They say nothing more than a word that nobody understands."""
    return script.starts("But").later(300).handle(Words(Hearing.FINAL, "")).later(7_000)


def by_a_goodbye(script: Script) -> Script:
    """They want to end."""
    return script.handle(Words(Hearing.FINAL, "Goodbye"))


def by_a_model_that_fails(script: Script) -> Script:
    """No answer can be made."""
    script.handle(Words(Hearing.FINAL, "What is this about, and who are you?"))
    script.handle(Failed(Part.MODEL, script.asked().reply)).later(300)
    return script.handle(Failed(Part.MODEL, script.asked().reply))


def by_a_tool_without_words(script: Script) -> Script:
    """The model has noted something and says nothing."""
    script.handle(Words(Hearing.FINAL, "I cannot talk now, call me tomorrow"))
    script.handle(ToolCall(script.asked().reply, "note_callback", "tomorrow"))
    return script.handle(ModelDone(script.asked().reply)).model_says("I will call tomorrow.")


CUTS = pytest.mark.parametrize(
    "cut",
    [
        by_words,
        by_last_words,
        by_a_guess,
        by_asking_about_us,
        by_silence_afterwards,
        by_a_goodbye,
        by_a_model_that_fails,
        by_a_tool_without_words,
    ],
)


def is_heard(texts: list[str]) -> bool:
    """Every sentence of the announcement was heard to its end in some turn."""
    return all(any(sentence in text for text in texts) for sentence in SENTENCES)


@CUTS
@pytest.mark.parametrize("ms", range(0, OPENING_MS + 200, 300))
def test_it_is_heard_in_full_before_our_third_turn_whatever_cuts_the_opening(
    cut: Callable[[Script], Script], ms: int
) -> None:
    """Law and docs: a person never talks to a machine for long without having been told."""
    script = cut(greeting().later(ms)).until_silent()
    assert is_heard(said_by(script.state.transcript, Speaker.AGENT)[:2])
    script.hangs_up().later(10_000)
    assert script.report().disclosed_at_ms is not None


def test_what_was_heard_of_it_already_is_not_said_again() -> None:
    heard_ms = len(f"{GREETING} I am an automated assistant. This call") * MS_PER_CHARACTER
    script = Script(PLAN, times_are_known=True).later(heard_ms)
    by_words(script).until_silent()
    assert f"This call is recorded. {ANSWER}" == said_by(script.state.transcript, Speaker.AGENT)[-1]


def test_who_interrupts_again_and_again_gets_through_it() -> None:
    script = by_words(Script(PLAN, times_are_known=True).later(2_500))
    script.later(len("I am an automated assistant. T") * MS_PER_CHARACTER)
    by_words(script).until_silent()
    assert f"This call is recorded. {ANSWER}" == said_by(script.state.transcript, Speaker.AGENT)[-1]


def test_who_heard_the_opening_hears_nothing_twice() -> None:
    script = greeting().until_silent().says("What is this about?").model_says(ANSWER).until_silent()
    assert ANSWER == said_by(script.state.transcript, Speaker.AGENT)[-1]
    script.hangs_up().later(10_000)
    assert OPENING_MS == pytest.approx(script.report().disclosed_at_ms, abs=300)


def test_who_hangs_up_before_it_was_heard_has_not_heard_it() -> None:
    script = greeting().later(2_000).hangs_up().later(10_000)
    assert script.report().disclosed_at_ms is None


def test_the_model_knows_what_the_person_is_told_before_its_answer() -> None:
    script = by_words(greeting().later(2_600))
    assert any(ANNOUNCEMENT in note for note in script.asked().notes)


def test_an_opt_out_is_confirmed_without_it() -> None:
    """Law 4: one sentence, and no more."""
    script = greeting().later(2_000).handle(Words(Hearing.FINAL, "Do not call me again"))
    assert PLAN.opt_out_confirmation == script.spoken()[-1]


# An opening that has not begun


class Unprepared(Script):
    """The voice has made nothing yet."""

    def voice_says(self, reply: int, text: str) -> None:
        """Nothing comes of the opening until `voice_comes`."""
        if text == PLAN.opening:
            self.opening = self.playout.clause(reply, text)
        else:
            super().voice_says(reply, text)

    def voice_comes(self) -> "Unprepared":
        """It has made all of the opening."""
        self.opening.audio += b"\x00" * (OPENING_MS * BYTES_PER_MS)
        self.handle(Synthesised(1, self.opening.end()))
        self._pump()
        return self


@pytest.mark.parametrize("words", ["Hello?", "What is this about please?", "Okay"])
def test_an_opening_that_has_not_begun_is_never_dropped(words: str) -> None:
    script = Unprepared(PLAN).later(600).starts(words.split()[0]).later(300)
    script.handle(Words(Hearing.FINAL, words))
    assert [] == script.all_of(actions.Cancel)
    assert (Phase.OPENING, Floor.THINKING) == (script.state.phase, script.floor)


def test_what_was_asked_before_the_opening_is_answered_after_it() -> None:
    script = Unprepared(PLAN).later(600).starts("What").later(300)
    script.handle(Words(Hearing.FINAL, "What is this about please?")).later(300).voice_comes().until_silent()
    assert "What is this about please?" == script.asked().history[-1].text


def test_a_hello_before_the_opening_is_answered_by_it() -> None:
    script = Unprepared(PLAN).later(600).starts("Hello").later(300)
    script.handle(Words(Hearing.FINAL, "Hello?")).later(300).voice_comes().until_silent()
    assert [] == script.all_of(actions.Ask)


# Somebody else, and another process


def test_who_takes_the_telephone_later_has_not_heard_it() -> None:
    script = greeting().until_silent().says("I'll put her on.").later(3_000).says("Hello?").later(1_000)
    by_words(script).until_silent()
    assert f"{ANNOUNCEMENT} {ANSWER}" == said_by(script.state.transcript, Speaker.AGENT)[-1]


def test_another_process_still_owes_it() -> None:
    lost = greeting().later(2_600).starts("Yes").goes_on("Yes hi, what is this about?").later(300)
    script = lost.handle(Words(Hearing.FINAL, "Yes hi, what is this about?")).cut_off()
    script.model_says(ANSWER).until_silent()
    assert is_heard(said_by(script.state.transcript, Speaker.AGENT)[-1:])


def test_a_snapshot_tells_since_when_it_is_owed() -> None:
    script = greeting().until_silent().says("I'll put her on.").later(3_000).says("Hello?").later(900)
    snapshot = snapshot_of(script.state, script.now)
    assert snapshot is not None
    assert script.state.greeted_ms == snapshot.greeted_ms > 0
