"""What may happen at any moment, at every place a conversation may stand at: opt-outs, hang-ups, losses, a late beep."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from domain.conversations import AnsweredBy, EndReason
from domain.outcomes import BusinessOutcome
from domain.transcripts import Speaker, Turn, said_by
from media.audio.line_sounds import Voice
from media.engine import actions
from media.engine.durable import Durable
from media.engine.ending import OWED_WORDS_MS
from media.engine.events import Drain, Failed, HangUp, Hearing, Part, Store, Stored, Words
from media.engine.state import Floor, Machine, Phase
from tests.media.script import Script
from tests.media.situations import BEEP, MAILBOX, OPT_OUT, SITUATIONS

EVERYWHERE = pytest.mark.parametrize("where", SITUATIONS)
WHERE_A_PERSON_MAY_SPEAK = pytest.mark.parametrize(
    "where",
    [
        name
        for name in SITUATIONS
        if SITUATIONS[name]().state.machine not in (Machine.GREETING, Machine.ANNOUNCING, Machine.MENU)
    ],
)
"""To a screening, and over our message to a mailbox, somebody may come to the telephone."""


def demands_by_words(script: Script) -> Script:
    """They say it as a whole turn."""
    script.handle(Voice(False)).handle(Voice(True)).starts("Please").later(150).goes_on(OPT_OUT)
    return script.later(150).handle(Words(Hearing.FINAL, OPT_OUT))


def demands_at_once(script: Script) -> Script:
    """Only the final words reach us."""
    return script.handle(Words(Hearing.FINAL, OPT_OUT))


def demands_by_key(script: Script) -> Script:
    """They press the opt-out key, of which they were told; an entry of digits has to be over."""
    told = Turn(Speaker.AGENT, "To stop our calls, press 9.", -1, -1)
    script.state = replace(script.state, transcript=(told, *script.state.transcript))
    return script.key("#").key("9")


DEMANDS = pytest.mark.parametrize("demand", [demands_by_words, demands_at_once, demands_by_key])


def test_the_situations_are_of_every_kind() -> None:
    states = [situation().state for situation in SITUATIONS.values()]
    assert set(Phase) - {Phase.ENDED} == {state.phase for state in states}
    assert set(Floor) == {state.floor for state in states}
    assert set(Machine) - {Machine.PROVED} == {state.machine for state in states}, "a proof ends the call"


# Opt-out


@EVERYWHERE
@DEMANDS
def test_an_opt_out_is_stored_confirmed_and_ends_the_call(
    where: str, demand: Callable[[Script], Script]
) -> None:
    """Law 4, requirement 74: nothing is said before it is durable, one sentence after, nothing after that."""
    script = SITUATIONS[where]()
    demand(script)
    (stored,) = script.all_of(actions.StoreOptOut)
    after = [action for _, action in script.done[script.done.index((script.now, stored)) :]]
    said = [action.text for action in after if isinstance(action, actions.Speak)]
    script.until_silent().later(3_500)  # a voice that goes on may take it back
    assert [script.plan.opt_out_confirmation] == said
    assert not [action for action in after if isinstance(action, actions.Ask)]
    assert [script.plan.opt_out_confirmation] == said_by(script.state.transcript, Speaker.AGENT)[-1:]
    assert script.is_over
    report = script.report()
    assert (EndReason.OPT_OUT, BusinessOutcome.OPT_OUT) == (report.end_reason, report.verdict.outcome)


@EVERYWHERE
def test_whatever_follows_an_opt_out_changes_nothing(where: str) -> None:
    """Law 4: not a beep, nor somebody else who picks up, nor words, keys and a model that come late."""
    script = SITUATIONS[where]()
    script.record_is_away = True
    demands_by_key(script)
    said = script.spoken()
    for late in (
        BEEP,
        Voice(True),
        Words(Hearing.FINAL, MAILBOX),
        Words(Hearing.FINAL, "Hello, who is this?"),
    ):
        script.handle(late).later(300)
    script.key("1").later(2_000)
    assert said == script.spoken()
    script.handle(Stored(Store.OPT_OUT))
    assert [*said, script.plan.opt_out_confirmation] == script.spoken()
    script.record_is_away = False
    script.handle(Voice(False)).handle(BEEP).until_silent().later(1_000)
    assert [*said, script.plan.opt_out_confirmation] == script.spoken()
    assert EndReason.OPT_OUT is script.report().end_reason


@EVERYWHERE
def test_an_opt_out_counts_although_they_hang_up_at_once(where: str) -> None:
    """Law 4: the record is away for a second, too."""
    script = SITUATIONS[where]()
    script.record_is_away = True
    demands_at_once(script).hangs_up().later(1_000)
    script.record_is_away = False
    script.later(1_000)
    assert Durable.STORED is script.state.opt_out.durable
    assert EndReason.OPT_OUT is script.report().end_reason
    assert script.plan.opt_out_confirmation not in script.spoken()


@EVERYWHERE
def test_the_end_waits_for_the_opt_out_although_the_report_is_stored(where: str) -> None:
    """Law 4: both stores settle before anything is forgotten, in either order."""
    script = SITUATIONS[where]()
    script.record_is_away = True
    demands_at_once(script).hangs_up().later(300).handle(Stored(Store.REPORT))
    assert not script.is_over
    assert script.handle(Stored(Store.OPT_OUT)).is_over
    assert Durable.STORED is script.state.opt_out.durable


@EVERYWHERE
def test_an_opt_out_in_words_that_the_hang_up_cuts_off_counts(where: str) -> None:
    """Law 4."""
    script = SITUATIONS[where]().starts("Please").goes_on(OPT_OUT).hangs_up().later(5_000)
    assert [actions.StoreOptOut(OPT_OUT)] == script.all_of(actions.StoreOptOut)
    assert EndReason.OPT_OUT is script.report().end_reason


@WHERE_A_PERSON_MAY_SPEAK
def test_an_opt_out_whose_end_is_recognised_after_the_hang_up_counts(where: str) -> None:
    """Law 4: ears are half a second behind what is said."""
    script = SITUATIONS[where]().handle(Voice(True)).later(300)
    script.starts("Please").later(300).goes_on("Please take my").later(300).hangs_up().later(400)
    script.handle(Words(Hearing.FINAL, "Please take my number off your list.")).later(10_000)
    demand = actions.StoreOptOut("Please take my number off your list.")
    assert [demand] == script.all_of(actions.StoreOptOut)
    assert EndReason.OPT_OUT is script.report().end_reason


@WHERE_A_PERSON_MAY_SPEAK
@pytest.mark.parametrize("ceased", [True, False])
def test_an_opt_out_without_a_word_before_the_hang_up_counts(where: str, ceased: bool) -> None:
    """Law 4: the voice alone says that something is owed."""
    script = SITUATIONS[where]()
    script.handle(Voice(True)).later(900)
    if ceased:
        script.handle(Voice(False)).later(200)
    script.hangs_up().later(300)
    script.handle(Words(Hearing.STARTED, "Do")).handle(Words(Hearing.FINAL, OPT_OUT)).later(10_000)
    assert [actions.StoreOptOut(OPT_OUT)] == script.all_of(actions.StoreOptOut)
    assert EndReason.OPT_OUT is script.report().end_reason


def test_last_words_that_never_come_to_their_end_are_kept_as_far_as_they_came() -> None:
    script = SITUATIONS["nobody speaks"]().handle(Voice(True)).starts("Take").hangs_up().later(200)
    script.goes_on("Take me off your list").later(OWED_WORDS_MS)
    assert [actions.StoreOptOut("Take me off your list")] == script.all_of(actions.StoreOptOut)


def test_who_was_silent_before_the_hang_up_is_waited_for_no_longer() -> None:
    script = SITUATIONS["nobody speaks"]().handle(Voice(True)).later(300).handle(Voice(False))
    assert script.later(2_000).hangs_up().is_over


def test_we_do_not_hang_up_over_a_voice() -> None:
    """Law 4: it began as our goodbye ended, and ears need longer than that."""
    script = SITUATIONS["the moment after the closing"]().handle(Voice(True)).later(600)
    assert not script.has_ended
    script.starts("Please").later(700).handle(Words(Hearing.FINAL, OPT_OUT))
    assert [actions.StoreOptOut(OPT_OUT)] == script.all_of(actions.StoreOptOut)


# The end


@EVERYWHERE
def test_a_hang_up_ends_with_one_report(where: str) -> None:
    """Requirement 74, law 5."""
    script = SITUATIONS[where]()
    machine, ending = script.state.machine, script.state.end_reason
    said = len(script.spoken())
    script.hangs_up().later(10_000)
    assert script.is_over
    of_a_machine = (EndReason.VOICEMAIL, EndReason.MACHINE)
    expected = (
        (ending,) if ending else (EndReason.PERSON_HUNG_UP,) if machine is Machine.NONE else of_a_machine
    )
    assert script.report().end_reason in expected
    assert said == len(script.spoken())
    assert [] == script.all_of(actions.Close)
    assert not script.report().voicemail_proved


@EVERYWHERE
def test_an_operators_hang_up_frees_the_line_at_once(where: str) -> None:
    script = SITUATIONS[where]()
    ending = script.state.end_reason
    script.handle(HangUp())
    assert script.has_ended
    assert [actions.Close()] == script.all_of(actions.Close)
    script.later(OWED_WORDS_MS)
    assert (ending or EndReason.CANCELLED) is script.report().end_reason


@EVERYWHERE
def test_a_drain_comes_to_its_end(where: str) -> None:
    script = SITUATIONS[where]().handle(Voice(False)).handle(Drain()).later(30_000)
    assert script.has_ended


@EVERYWHERE
@pytest.mark.parametrize("part", Part)
def test_a_part_that_fails_leaves_a_conversation_with_an_end(where: str, part: Part) -> None:
    script = SITUATIONS[where]()
    script.handle(Failed(part, script.state.replies_made)).handle(Voice(False)).later(400_000)
    assert script.is_over
    assert script.report()


@EVERYWHERE
def test_nobody_who_falls_silent_keeps_the_line(where: str) -> None:
    """Requirement 48."""
    script = SITUATIONS[where]().handle(Voice(False)).later(200_000)
    assert script.is_over


# Another process


@EVERYWHERE
def test_a_lost_process_loses_nothing_that_was_said(where: str) -> None:
    """Requirement 123: the next one goes on, and there is one report with all turns."""
    lost = SITUATIONS[where]()
    said = lost.transcript()
    script = lost.cut_off()
    assert said == script.transcript()[: len(said)]
    assert script.has_ended or script.spoken() or script.state.machine is Machine.ON_HOLD
    script.handle(Voice(False)).later(400_000)
    assert said == [f"{turn.speaker}: {turn.text}" for turn in script.report().transcript][: len(said)]
    assert 2 == script.report().epoch


# A person after all


@pytest.mark.parametrize(
    "where", [name for name in SITUATIONS if SITUATIONS[name]().state.machine is not Machine.NONE]
)
def test_a_machine_may_turn_into_a_person_at_every_step(where: str) -> None:
    """Requirement 52."""
    script = SITUATIONS[where]().handle(Voice(False)).later(20).handle(Voice(True))
    script.starts("Hello").later(200).handle(Voice(False))
    script.handle(Words(Hearing.FINAL, "Hello, sorry, who is this please?"))
    assert (AnsweredBy.PERSON, Machine.NONE) == (script.state.answered_by, script.state.machine)
    script.later(200)
    if script.floor is Floor.THINKING:
        script.model_says("This is Ava.")
    script.until_silent().says("Fine.").hangs_up()
    assert (AnsweredBy.PERSON, EndReason.PERSON_HUNG_UP) == (
        script.report().answered_by,
        script.report().end_reason,
    )
    assert not script.report().voicemail_proved
