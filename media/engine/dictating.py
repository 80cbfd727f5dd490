"""A person who dictates pauses between groups: their turn is over later, and what they gave is said back to them once."""

from dataclasses import replace
from typing import Final

from domain.language.dictation import Dictated, is_complete, is_dictation, said_back, value_in
from domain.language.tables.every import language_of
from domain.scripts import Question
from domain.transcripts import Speaker, said_by
from media.engine.script_answers import asked_in
from media.engine.state import Conversation, Deadline, Machine, Phase, Purpose, Speech
from media.engine.transition import Transition

PATIENCE_MS: Final = 1_500
"""How long a pause in the midst of a number or an address may last after its turn's end; chosen by feel."""

_STILL_SOUNDS_MS: Final = 500
_FEWEST_ASKED_FOR: Final = 3
_FEWEST: Final = 6


def asked_for(state: Conversation) -> Dictated | None:
    """What our last question asks to be dictated; saying it back for confirmation asks for it still."""
    question = _last_question(state)
    expects = question.expects if question is not None else ""
    return Dictated(expects) if expects in tuple(Dictated) else None


def _last_question(state: Conversation) -> Question | None:
    said = [text for text in said_by(state.transcript, Speaker.AGENT) if text not in state.said_back]
    return asked_in(state.plan.questions, said[-1]) if said else None


def is_dictated(state: Conversation, text: str) -> bool:
    """Whether these words are a number or an address, or the beginning of one."""
    return is_dictation(asked_for(state), text, state.language)


def waits_for_more(move: Transition, theirs: Speech) -> bool:
    """Whether their turn ended in the midst of something dictated: it goes on, for a while."""
    state, text = move.state, theirs.words
    if state.phase is not Phase.TALKING or state.machine is not Machine.NONE or state.reply is not None:
        return False
    if not is_dictated(state, text) or is_complete(asked_for(state), text, state.language):
        return False
    move.to_theirs()
    move.change(theirs=replace(theirs, before=text, said=theirs.said.of("")))
    move.wait(Deadline.DICTATION, PATIENCE_MS)
    return True


def still_sounds(move: Transition) -> bool:
    """The pause was long enough, but a voice is heard already: wait for its words."""
    since = move.state.sound.since
    if since is None or move.now - since > PATIENCE_MS:
        return False
    move.wait(Deadline.DICTATION, _STILL_SOUNDS_MS)
    return True


def say_back(move: Transition, text: str) -> bool:
    """Say what was dictated, once; False when nothing was."""
    kind, language = asked_for(move.state), move.state.language
    value = value_in(kind or Dictated.DIGITS, text, language)
    fewest = _FEWEST_ASKED_FOR if kind else _FEWEST
    if value is None or len(value) < fewest or not is_dictated(move.state, text):
        return False
    clearly = said_back(kind or Dictated.DIGITS, value, language)
    words = f"{clearly}. {language_of(language).remarks.is_that_right}"
    if words in move.state.said_back:
        return False
    note = f"The person dictated {value}. You said it back to them: go on once they have confirmed it."
    move.change(
        phase=Phase.TALKING, said_back=(*move.state.said_back, words), notes=(*move.state.notes, note)
    )
    move.say(words, Purpose.ANSWER)
    move.change_reply(answers=text, until=move.now)
    return True
