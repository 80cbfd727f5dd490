"""What is true of every step of every conversation; each script holds the engine to it."""

from collections import Counter
from dataclasses import dataclass, field

from domain.conversations import EndReason
from domain.disclosures import still_owed
from domain.transcripts import Speaker, Turn
from media.engine import actions
from media.engine.durable import Durable
from media.engine.events import (
    Event,
    Failed,
    Key,
    ModelSpoke,
    Part,
    Played,
    Started,
    Store,
    Stored,
    TimePassed,
    Words,
)
from media.engine.state import (
    Conversation,
    Deadline,
    Floor,
    Machine,
    Phase,
    Purpose,
    is_over,
    wake_at,
)

_WITH_REPLY = {Floor.EAGER, Floor.THINKING, Floor.OURS, Floor.HELD}
_TO_A_PERSON = (Purpose.OPENING, Purpose.ANSWER, Purpose.PROMPT, Purpose.REPEAT, Purpose.CLOSING)
_ONCE = (actions.Notify, actions.Close, actions.Judge, actions.Identify)
_ENDS_A_SILENCE = {Deadline.SILENCE, Deadline.KEYS, Deadline.WORDS}
_OF_TALK = (actions.Ask, actions.Speak, actions.Release, actions.Hold, actions.Resume, actions.SpeakIn)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the engine."""

    before: Conversation
    event: Event
    after: Conversation
    wanted: tuple[actions.Action, ...]
    now: int


@dataclass
class Witness:
    """Sees every step of one conversation; raises AssertionError at the first that breaks what must always be true.

    given: what the voice was given of each reply; held: audio is held back.
    """

    given: dict[int, str] = field(default_factory=dict)
    released: set[int] = field(default_factory=set)
    counts: Counter[type[actions.Action]] = field(default_factory=Counter)
    held: bool = False

    def see(self, step: Step) -> None:
        """Hold this step to the rules."""
        self._remember(step)
        a_live_state_has_a_timer(step)
        no_talk_is_without_a_longest_time(step)
        no_silence_lasts_as_long_as_a_call(step)
        no_deadline_is_past(step)
        phases_go_forward(step)
        the_floor_has_its_reply(step)
        what_was_overtaken_is_ignored(step)
        nothing_is_said_or_asked_after_the_end(step)
        an_opt_out_is_stored_before_anything_else_is_said(step)
        a_reply_that_sounds_is_played_or_silenced(step)
        the_transcript_only_grows_in_order(step)
        the_model_is_told_what_was_said(step)
        what_is_owed_is_said_first(step)
        self._what_is_held_back_goes_on(step)
        self._only_what_was_given_to_the_voice_was_heard(step)
        self._tools_run_after_release(step)
        for kind in _ONCE:
            assert self.counts[kind] <= 1, f"{kind.__name__} twice"

    def _remember(self, step: Step) -> None:
        if isinstance(step.event, ModelSpoke) and step.before != step.after:
            self.given[step.event.reply] = self.given.get(step.event.reply, "") + step.event.text
        for action in step.wanted:
            self.counts[type(action)] += 1
            match action:
                case actions.Speak(number, text) | actions.PressKeys(number, _, text):
                    self.given[number] = f"{self.given.get(number, '')} {text} "
                case actions.Release(number):
                    self.released.add(number)
                    self.held = False
                case actions.Hold():
                    self.held = True
                case actions.Resume() | actions.Clear():
                    self.held = False
                case _:
                    continue

    def _what_is_held_back_goes_on(self, step: Step) -> None:
        assert self.held == (step.after.floor is Floor.HELD), "held back for ever, or by nobody"
        assert not self.held or Deadline.HOLD in step.after.deadlines, "held back for ever"

    def _only_what_was_given_to_the_voice_was_heard(self, step: Step) -> None:
        ours = [reply for reply in (step.before.cut, step.before.reply, step.after.cut) if reply is not None]
        for turn in _added(step, Speaker.AGENT):
            given = [_spaced(self.given.get(reply.number, "")) for reply in ours]
            heard = _spaced(turn.text)
            assert any(
                all_of_it.startswith(heard) if turn.interrupted else all_of_it == heard for all_of_it in given
            ), f"{heard!r} was not what the voice was given: {given}"

    def _tools_run_after_release(self, step: Step) -> None:
        reply = step.after.reply
        assert reply is None or not reply.ends_call or reply.number in self.released
        if step.after.callback_phrase != step.before.callback_phrase:
            assert reply is None or reply.number in self.released or not reply.tools


def a_live_state_has_a_timer(step: Step) -> None:
    """And one that waits for nothing has both the report and the opt-out settled."""
    assert is_over(step.after) == (wake_at(step.after) is None), "waits for ever, or for nothing"


def no_talk_is_without_a_longest_time(step: Step) -> None:
    """Whatever goodbye was taken back."""
    assert step.after.phase is not Phase.TALKING or Deadline.LONGEST in step.after.deadlines


def no_silence_lasts_as_long_as_a_call(step: Step) -> None:
    """Where nobody speaks with somebody who may, it is watched, or something is waited for that ends it."""
    state = step.after
    if (state.phase, state.machine, state.floor) == (Phase.TALKING, Machine.NONE, Floor.IDLE):
        assert _ENDS_A_SILENCE & state.deadlines.keys() or state.cut is not None, (
            "silent for the rest of the call"
        )


def no_deadline_is_past(step: Step) -> None:
    """A timer that is set for the past would be answered at once, and again."""
    assert all(at >= step.now for at in step.after.deadlines.values()), step.after.deadlines


def phases_go_forward(step: Step) -> None:
    """Nobody who said goodbye begins to talk again, unless the person does; only somebody new is greeted."""
    last = {Phase.CLOSING: {Phase.CLOSING, Phase.ENDED}, Phase.ENDED: {Phase.ENDED}}
    came_back = isinstance(step.event, Started) or (
        step.before.end_reason in (EndReason.NO_RESPONSE, EndReason.FINISHED)
        and isinstance(step.event, Words | Key | TimePassed)
        and step.after.phase is not Phase.OPENING
        and step.after.reopened >= step.before.reopened
    )
    keeps_them = step.event == Stored(Store.TAKEN_BACK)
    assert came_back or keeps_them or step.after.phase in last.get(step.before.phase, set(Phase))


def the_floor_has_its_reply(step: Step) -> None:
    """Exactly while one is guessed at, awaited, heard or held."""
    assert (step.after.floor in _WITH_REPLY) == (step.after.reply is not None)
    assert step.after.phase is not Phase.ENDED or step.after.floor is Floor.IDLE


def what_was_overtaken_is_ignored(step: Step) -> None:
    """By its number."""
    number = getattr(step.event, "reply", 0)
    if not number or (isinstance(step.event, Failed) and step.event.part is Part.RECOGNISER):
        return
    current = {reply.number for reply in (step.before.reply, step.before.cut) if reply is not None}
    assert number in current or (step.before, ()) == (step.after, step.wanted), f"{step.event} had an effect"


def nothing_is_said_or_asked_after_the_end(step: Step) -> None:
    """Nor is the model asked once we take leave."""
    ended, closing = step.after.phase is Phase.ENDED, step.after.phase is Phase.CLOSING
    assert not ended or not any(isinstance(action, _OF_TALK) for action in step.wanted)
    assert not (ended or closing) or not any(isinstance(action, actions.Ask) for action in step.wanted)


def an_opt_out_is_stored_before_anything_else_is_said(step: Step) -> None:
    """Law 4: and then it is confirmed, and no more."""
    if step.after.opt_out.durable is Durable.NONE:
        return
    said = [action.text for action in step.wanted if isinstance(action, actions.Speak)]
    if said:
        assert step.after.opt_out.durable is Durable.STORED, f"{said} before it was stored"
        assert [step.after.texts.opt_out_confirmation] == said


def a_reply_that_sounds_is_played_or_silenced(step: Step) -> None:
    """So that never two are audible at once; a short answer may come in its last second, and let it play out."""
    reply = step.before.reply
    if reply is None or reply.began_ms is None:
        return
    if step.after.reply is not None and step.after.reply.number == reply.number:
        return
    by_the_clock = isinstance(step.event, TimePassed) and reply.complete
    assert (
        actions.Clear(reply.number) in step.wanted
        or Played(reply.number) == step.event
        or reply.ending
        or by_the_clock
    ), f"{step.event} let reply {reply.number} sound on"


def the_transcript_only_grows_in_order(step: Step) -> None:
    """Nothing that was said is unsaid."""
    if step.after.transcript is step.before.transcript:
        return
    began = [turn.began_ms for turn in step.after.transcript]
    assert sorted(began) == began
    assert all(turn.began_ms <= turn.ended_ms <= step.now for turn in step.after.transcript)
    assert not Counter(step.before.transcript) - Counter(step.after.transcript)


def the_model_is_told_what_was_said(step: Step) -> None:
    """All of it and no more, as far as it was heard; a guess is told the words that it guesses at as well."""
    for action in step.wanted:
        if isinstance(action, actions.Ask):
            assert step.after.cut is None, "asked before it is known what was heard of the reply that was cut"
            said, told = Counter(step.after.transcript), Counter(action.history)
            is_guess = step.after.floor is Floor.EAGER
            assert not said - told
            assert (told - said).total() <= is_guess
            a_question_ends_with_the_words_that_it_answers(step, action)


def a_question_ends_with_the_words_that_it_answers(step: Step, asked: actions.Ask) -> None:
    """Not with ours: a model whose own line is the last one has nothing to answer."""
    reply = step.after.reply
    began = [turn.began_ms for turn in asked.history[:-1]]
    assert sorted(began) == began
    if reply is not None and reply.number == asked.reply and reply.answers:
        last = asked.history[-1]
        assert (Speaker.PERSON, reply.answers) == (last.speaker, last.text)


def what_is_owed_is_said_first(step: Step) -> None:
    """Nothing is said to a person who has not heard the disclosure but begins with what is missing of it."""
    reply = step.after.reply
    if reply is None or reply.purpose not in _TO_A_PERSON or step.after.machine is not Machine.NONE:
        return
    first = [action.text for action in step.wanted if isinstance(action, actions.Speak)]
    if first and (step.before.reply is None or step.before.reply.number != reply.number):
        assert not still_owed(step.after.owed, [" ".join(first)])


def _added(step: Step, speaker: Speaker) -> list[Turn]:
    if step.after.transcript is step.before.transcript:
        return []
    new = Counter(step.after.transcript) - Counter(step.before.transcript)
    return [turn for turn in new.elements() if turn.speaker is speaker]


def _spaced(text: str) -> str:
    return " ".join(text.split())
