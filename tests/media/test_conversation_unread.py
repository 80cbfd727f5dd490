"""A model that hears and speaks by itself: its replies come before the words that they answer."""

from typing import Self

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.conversations import AnsweredBy, EndReason
from domain.transcripts import Speaker
from media.audio.line_sounds import Voice
from media.audio.playout import BYTES_PER_MS
from media.engine import actions
from media.engine.durable import Durable
from media.engine.events import (
    Event,
    Failed,
    Hearing,
    ModelDone,
    ModelSpoke,
    Part,
    Synthesised,
    ToolCall,
    Words,
)
from media.engine.pressed_keys import PAUSE_MS
from media.engine.state import Floor, Phase
from media.engine.unread import PATIENCE_MS, WORDS_WAIT_MS
from media.recording.replay import replay
from tests.media.script import MS_PER_CHARACTER, Script
from tests.media.test_conversation_walks import EVENTS, holds


class Duplex(Script):
    """A conversation whose model hears and speaks; its words are told when they are known."""

    def speaks_for(self, ms: int) -> Self:
        """Somebody is heard for so long, then their turn is over; nobody knows yet what it said."""
        self.handle(Voice(True)).handle(Words(Hearing.VOICED)).later(ms)
        self.handle(Voice(False)).handle(Words(Hearing.UNREAD))
        return self

    def reads(self, text: str) -> Self:
        """The words of the turn that ended first are known."""
        self.handle(Words(Hearing.FINAL, text))
        return self

    def says_known(self, text: str) -> Self:
        """A whole turn whose words come at its end."""
        return self.speaks_for(len(text) * MS_PER_CHARACTER).reads(text)

    def model_speaks(self, text: str, *, all_of_it: bool = True) -> Self:
        """The model answers the last question by its own voice."""
        reply = self.asked().reply
        clause = self.playout.clause(reply, text)
        clause.audio += b"\x00" * (len(text) * MS_PER_CHARACTER * BYTES_PER_MS)
        self.handle(ModelSpoke(reply, text))
        if all_of_it:
            self.handle(Synthesised(reply, clause.end())).handle(ModelDone(reply))
        self._pump()
        return self


def known_person() -> Duplex:
    """A conversation in which a person has been understood once."""
    script = Duplex()
    script.until_silent()
    script.says_known("Hello, yes, speaking.").model_speaks("Good. Are you satisfied?")
    script.until_silent()
    return script


def test_a_person_is_answered_before_anybody_has_read_what_they_said() -> None:
    """Requirement 71."""
    script = known_person()
    script.speaks_for(900).model_speaks("Thank you. How many points?")
    assert not script.state.reply or not script.state.reply.released
    script.later(PATIENCE_MS + 40)
    assert Floor.OURS is script.floor
    script.reads("Yes, I am.")
    assert Floor.OURS is script.floor
    script.until_silent()
    assert ["person: Yes, I am.", "agent: Thank you. How many points?"] == script.transcript()[-2:]
    assert PATIENCE_MS <= (script.state.transcript[-1].response_ms or 0) <= PATIENCE_MS + 40


def test_words_that_come_in_time_let_the_reply_be_heard_at_once() -> None:
    script = known_person()
    script.speaks_for(900).model_speaks("Thank you.").later(100)
    script.reads("Yes.")
    assert Floor.OURS is script.floor
    assert 1 == len([ask for ask in script.all_of(actions.Ask) if not ask.notes]) - 1


def test_nobody_unknown_is_answered_before_their_words_are_known() -> None:
    """A voicemail's greeting must not be answered."""
    script = Duplex()
    script.until_silent()
    script.speaks_for(3_000).model_speaks("Good.").later(2_000)
    assert Floor.EAGER is script.floor
    script.reads("You have reached the voicemail of Miller, leave a message after the tone")
    assert AnsweredBy.VOICEMAIL is script.state.answered_by
    assert not any("Good." in turn.text for turn in script.state.transcript)


@pytest.mark.parametrize("late_ms", range(0, 6_000, 250))
def test_a_late_opt_out_cuts_the_reply_is_stored_and_then_confirmed(late_ms: int) -> None:
    """Requirement 71 and law 4: however far the reply has come."""
    script = known_person()
    script.speaks_for(900).model_speaks("Wonderful, and how many points would you give us for that?")
    reply = script.asked().reply
    script.later(late_ms)
    is_heard = Floor.OURS is script.floor
    script.reads("Please do not call me again")
    assert is_heard == (actions.Clear(reply) in script.all_of(actions.Clear))
    assert reply == script.asked().reply
    assert [actions.StoreOptOut("Please do not call me again")] == script.all_of(actions.StoreOptOut)
    script.until_silent().later(1_000)
    assert script.transcript()[-1] == f"agent: {script.plan.opt_out_confirmation}"
    assert EndReason.OPT_OUT is script.report().end_reason


def test_a_robot_question_is_answered_by_the_truth_although_the_model_has_begun_another_answer() -> None:
    script = known_person()
    script.speaks_for(900).model_speaks("I am Ava, and I am calling from Northwind today.").later(2_500)
    script.reads("Are you a robot?")
    assert "Yes, I am an automated assistant." == script.spoken()[-1]
    script.model_speaks("Now, are you satisfied?")
    script.until_silent()
    assert "Yes, I am an automated assistant. Now, are you satisfied?" == script.state.transcript[-1].text
    assert script.state.transcript[-2].interrupted


def test_a_goodbye_that_is_read_late_is_answered_by_the_closing() -> None:
    script = known_person()
    script.speaks_for(600).model_speaks("Great, next question then.").later(800)
    script.reads("Goodbye.")
    script.until_silent().later(1_000)
    assert script.plan.closing == script.state.transcript[-1].text
    assert EndReason.FINISHED is script.report().end_reason


def test_what_sounds_while_we_wait_is_not_answered_unread() -> None:
    """Somebody asked for a moment; the radio plays on."""
    script = known_person()
    script.says_known("One moment, please.").later(2_000)
    script.speaks_for(900).model_speaks("Thank you.").later(1_500)
    assert not [turn for turn in script.transcript() if "Thank you." in turn]
    script.reads("Here I am again.").model_speaks("Welcome back.").until_silent()
    assert "agent: Welcome back." == script.transcript()[-1]


def test_a_request_to_say_it_again_is_met_by_our_own_words() -> None:
    script = known_person()
    script.speaks_for(900).model_speaks("I do not know.").later(900).reads("Could you say that again please?")
    script.until_silent()
    assert "agent: Good. Are you satisfied?" == script.transcript()[-1]


def test_a_sign_of_listening_does_not_interrupt_us() -> None:
    script = known_person()
    script.says_known("Yes, I am.").model_speaks(
        "Thank you. And how many points would you give us from one to ten?"
    )
    script.later(800).speaks_for(300).later(700).reads("Mhm.").until_silent()
    assert "from one to ten?" in " ".join(script.transcript())
    assert [] == script.all_of(actions.Clear)


def test_a_voice_that_lasts_interrupts_us_without_a_word() -> None:
    script = known_person()
    script.says_known("Yes, I am.").model_speaks(
        "Thank you. And how many points would you give us from one to ten?"
    )
    script.later(800).speaks_for(900)
    assert 1 == len(script.all_of(actions.Clear))
    assert script.state.transcript[-1].interrupted
    assert "Thank you. And how many points".startswith(script.state.transcript[-1].text)
    assert Floor.EAGER is script.floor


@pytest.mark.parametrize("at_ms", range(50, 4_200, 250))
def test_an_interruption_at_any_moment_leaves_what_was_heard(at_ms: int) -> None:
    words = "Thank you. And how many points would you give us from one to ten?"
    script = known_person()
    script.says_known("Yes, I am.").model_speaks(words).later(at_ms)
    script.speaks_for(1_200).model_speaks("I see.").reads("Wait, who is this?").until_silent()
    ours = [turn for turn in script.state.transcript if turn.speaker is Speaker.AGENT][2:]
    assert "I see." == ours[-1].text
    assert all(words.startswith(turn.text) for turn in ours[:-1])
    assert [turn.interrupted for turn in ours[:-1]] in ([], [True], [False])


def test_a_cough_holds_us_for_a_moment_only() -> None:
    script = known_person()
    script.says_known("Yes, I am.").model_speaks(
        "Thank you. And how many points would you give us from one to ten?"
    )
    script.later(800).speaks_for(200)
    assert Floor.HELD is script.floor
    script.later(700).reads("").until_silent()
    assert [] == script.all_of(actions.Clear)
    assert script.transcript()[-1].endswith("from one to ten?")


def test_our_own_words_coming_back_neither_hold_us_nor_are_answered() -> None:
    """The session's voice detector hears an echo; the voice gate, which knows how loud we are, hears nobody."""
    script = known_person()
    script.says_known("Yes, I am.").model_speaks(
        "Thank you. And how many points would you give us from one to ten?"
    )
    script.later(1_200).handle(Words(Hearing.VOICED)).later(1_500).handle(Words(Hearing.UNREAD))
    assert Floor.OURS is script.floor
    script.later(300).reads("how many points would you").until_silent()
    assert [] == script.all_of(actions.Clear)
    assert [] == script.all_of(actions.Hold)
    assert script.state.transcript[-1].text.endswith("from one to ten?")


def test_what_the_voice_gate_did_not_hear_is_answered_once_it_is_read() -> None:
    script = known_person()
    asked = len(script.all_of(actions.Ask))
    script.handle(Words(Hearing.VOICED)).later(900).handle(Words(Hearing.UNREAD)).later(PATIENCE_MS + 200)
    assert asked == len(script.all_of(actions.Ask))
    script.reads("Yes, very much.").model_speaks("Thank you.").until_silent()
    assert "agent: Thank you." == script.transcript()[-1]


def test_a_pick_up_phrase_does_not_interrupt_the_opening() -> None:
    script = Duplex()
    script.at(400).speaks_for(500).later(500).reads("Hello?").until_silent()
    assert [] == script.all_of(actions.Clear)
    assert [] == script.all_of(actions.Ask)
    assert AnsweredBy.PERSON is script.state.answered_by


def test_somebody_who_goes_on_speaking_over_the_opening_interrupts_it() -> None:
    script = Duplex()
    script.at(1_000).handle(Voice(True)).handle(Words(Hearing.VOICED)).later(2_500)
    assert 1 == len(script.all_of(actions.Clear))
    assert Floor.THEIRS is script.floor


def test_who_goes_on_speaking_is_answered_once_for_all_of_it() -> None:
    script = known_person()
    asked = len(script.all_of(actions.Ask))
    script.speaks_for(600).later(200).speaks_for(900)
    first = script.all_of(actions.Ask)[asked]
    assert actions.Cancel(first.reply) in script.all_of(actions.Cancel)
    script.reads("Well,").model_speaks("I see. And how many points?").later(100)
    assert Floor.EAGER is script.floor
    script.reads("I would say so.").until_silent()
    assert [
        "person: Well,",
        "person: I would say so.",
        "agent: I see. And how many points?",
    ] == script.transcript()[-3:]
    assert asked + 2 == len(script.all_of(actions.Ask))


def test_a_noise_is_not_answered() -> None:
    script = known_person()
    script.speaks_for(300).model_speaks("Pardon?").later(100).reads("")
    assert Floor.IDLE is script.floor
    script.later(1_000)
    assert "Pardon?" not in " ".join(script.transcript())


def test_a_noise_before_our_answer_does_not_cost_it() -> None:
    script = known_person()
    script.says_known("Yes, I am.").speaks_for(300).model_speaks("Thank you. How many points?")
    script.later(100).reads("").until_silent()
    assert "agent: Thank you. How many points?" == script.transcript()[-1]


@pytest.mark.parametrize("how", ["told", "waited for in vain"])
def test_what_can_never_be_read_has_to_be_said_again(how: str) -> None:
    """No guard has seen it: it might be an opt-out."""
    script = known_person()
    script.speaks_for(900).model_speaks("Thank you.").later(100)
    if how == "told":
        script.handle(Words(Hearing.UNREADABLE))
    else:
        script.later(WORDS_WAIT_MS)
    script.until_silent()
    if how == "told":
        assert "agent: Sorry, could you say that again?" == script.transcript()[-1]
    assert () == script.state.unread
    assert Phase.TALKING is script.state.phase


@pytest.mark.parametrize("reply_is_heard", [False, True])
def test_what_a_lost_ear_owed_is_heard_once_more_by_others(reply_is_heard: bool) -> None:
    script = known_person()
    script.speaks_for(900).model_speaks("Thank you. And how many points would you give us?")
    script.later(PATIENCE_MS + 600 if reply_is_heard else 100)
    script.handle(Words(Hearing.LOST))
    assert Floor.THEIRS is script.floor
    script.later(300).starts("I").goes_on("I am, yes")
    script.handle(Words(Hearing.FINAL, "I am, yes.")).model_says("Good to hear.").until_silent()
    assert "agent: Good to hear." == script.transcript()[-1]
    assert 1 == script.transcript().count("person: I am, yes.")


def test_of_several_turns_that_a_lost_ear_owed_the_others_tell_as_of_one_from_its_beginning() -> None:
    script = known_person()
    began = script.now
    script.speaks_for(900).later(100).speaks_for(900).handle(Words(Hearing.LOST)).later(300)
    script.handle(Words(Hearing.FINAL, "I am. And who are you?")).model_says("I am Ava.")
    turn = next(turn for turn in script.state.transcript if "who are you" in turn.text)
    assert began == turn.began_ms
    assert () == script.state.unread


def test_what_no_other_ear_hears_has_to_be_said_again() -> None:
    script = known_person()
    script.speaks_for(900).handle(Words(Hearing.LOST)).later(3_000).until_silent()
    assert "agent: Sorry, could you say that again?" == script.transcript()[-1]


def test_an_ear_that_owes_nothing_is_lost_without_consequence() -> None:
    script = known_person()
    before = script.state
    assert before == script.handle(Words(Hearing.LOST)).state


def test_no_turn_is_owed_for_ever() -> None:
    script = known_person()
    script.speaks_for(900).later(100).speaks_for(900).later(100).speaks_for(900)
    assert 3 == len(script.state.unread)
    script.later(3 * WORDS_WAIT_MS + 100)
    assert not script.state.unread


def test_last_words_that_are_owed_when_the_person_hangs_up_still_count() -> None:
    """Law 4: the opt-out of somebody who hangs up at once."""
    script = known_person()
    script.speaks_for(900).hangs_up()
    assert [] == script.all_of(actions.StoreReport)
    script.later(700).reads("Never call me again!")
    assert [actions.StoreOptOut("Never call me again!")] == script.all_of(actions.StoreOptOut)
    script.later(100)
    assert script.is_over
    assert EndReason.OPT_OUT is script.report().end_reason
    assert "Never call me again!" == script.report().transcript[-1].text


def test_words_that_are_owed_and_never_come_delay_the_report_only_a_little() -> None:
    script = known_person()
    script.speaks_for(900).hangs_up().later(3_100)
    assert Durable.STORED is script.state.report


def test_a_tool_runs_only_once_the_reply_may_be_heard() -> None:
    script = known_person()
    script.speaks_for(900)
    reply = script.asked().reply
    script.handle(ToolCall(reply, "note_callback", "tomorrow at nine")).model_speaks("Of course.")
    assert "" == script.state.callback_phrase
    script.reads("Call me tomorrow at nine")
    assert "tomorrow at nine" == script.state.callback_phrase


def test_a_reply_that_breaks_off_is_followed_by_a_request_to_say_it_again() -> None:
    script = known_person()
    script.says_known("Yes, I am.").model_speaks("Thank you. And how many points", all_of_it=False).later(
        1_500
    )
    script.handle(Failed(Part.MODEL, script.asked().reply)).until_silent()
    assert "agent: Sorry, could you say that again?" == script.transcript()[-1]
    assert script.state.transcript[-2].interrupted


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(
            st.sampled_from([0, 20, 300, 700, 2_500, 9_000]),
            st.one_of(
                EVENTS,
                st.builds(
                    Words, st.sampled_from([Hearing.VOICED, Hearing.UNREAD, Hearing.FINAL]), st.just("")
                ),
                st.builds(
                    Words,
                    st.just(Hearing.FINAL),
                    st.sampled_from(["Yes", "Please do not call me again", "Are you a robot?"]),
                ),
                st.builds(ModelSpoke, st.integers(1, 6), st.just("And you? ")),
            ),
        ),
        max_size=25,
    )
)
def test_every_walk_ends_in_one_report(walk: list[tuple[int, Event]]) -> None:
    script = Duplex()
    for wait, event in walk:
        script.later(wait).handle(event)
        holds(script)
    script.hangs_up().later(20_000)
    holds(script)
    assert script.is_over
    assert replay(script.flight).divergence is None
    said = [turn.text for turn in script.report().transcript if turn.speaker is Speaker.PERSON]
    if "Please do not call me again" in said:
        assert script.all_of(actions.StoreOptOut)


def test_keys_are_answered_once_the_noise_before_them_is_known_to_be_one() -> None:
    """Requirement 48: nobody had the floor, and the silence was watched by nobody."""
    script = asked_for_points().handle(Words(Hearing.VOICED)).later(200).handle(Words(Hearing.UNREAD))
    script.later(100).key("8").later(PAUSE_MS)
    asked = len(script.all_of(actions.Ask))
    script.handle(Words(Hearing.FINAL, ""))
    assert asked + 1 == len(script.all_of(actions.Ask))
    assert "8" == script.asked().history[-1].text


def test_a_short_answer_is_answered_once_the_noise_after_it_is_known_to_be_one() -> None:
    script = Script().until_silent().says("I like it").model_says("We have more, shall I go on with that?")
    while script.state.reply is not None and not script.state.reply.ending:
        script.later(20)
    script.handle(Voice(True)).handle(Words(Hearing.VOICED)).later(400).handle(Voice(False))
    script.handle(Words(Hearing.UNREAD)).later(50)
    script.handle(Words(Hearing.VOICED)).later(100).handle(Words(Hearing.UNREAD))
    script.handle(Words(Hearing.FINAL, "yes do go on")).later(300).handle(Words(Hearing.FINAL, ""))
    assert "yes do go on" == script.asked().history[-1].text
    assert Floor.THINKING is script.floor


def asked_for_points() -> Script:
    script = Script().until_silent().says("I like it")
    return script.model_says("How many points from one to ten would you give us?").until_silent()
