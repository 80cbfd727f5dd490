"""In which language the conversation goes on: at once when the person asks, else after two whole turns in another one."""

from typing import Final

from domain.language.languages import name_of, tag_of
from domain.language.phrases import base_of
from domain.language.utterance import Utterance
from media.engine.actions import SpeakIn
from media.engine.state import Purpose
from media.engine.transition import Transition

_FEW_WORDS: Final = 3
"""So few words of another language are borrowed, or misheard."""


def follow(move: Transition, said: Utterance, heard_in: str | None) -> None:
    """The person's turn is over; heard_in: the language of all of it, None where it is mixed or unknown."""
    if said.asked_language is not None:
        _wanted(move, said.asked_language)
    elif heard_in is not None and len(said.text.split()) > _FEW_WORDS:
        _spoken(move, base_of(heard_in))


def _wanted(move: Transition, language: str) -> None:
    tag = tag_of(language, move.state.languages)
    if tag is not None:
        _go_on_in(move, tag)
        return
    note = f"You cannot speak {name_of(language)}; say so if the person asks for it."
    if note not in move.state.notes:
        move.change(notes=(*move.state.notes, note))
        _drop_unheard_answer(move)


def _spoken(move: Transition, language: str) -> None:
    tag = tag_of(language, move.state.languages)
    if tag is None or tag == move.state.language:
        move.change(other_language="")
    elif move.state.other_language == language:
        _go_on_in(move, tag)
    else:
        move.change(other_language=language)


def _go_on_in(move: Transition, tag: str) -> None:
    move.change(other_language="")
    if tag == move.state.language:
        return
    move.change(switched_to=tag)
    move.ask_for(SpeakIn(tag))
    _drop_unheard_answer(move)


def _drop_unheard_answer(move: Transition) -> None:
    """What was prepared for these words was prepared without knowing this."""
    reply = move.state.reply
    if reply is not None and reply.purpose is Purpose.ANSWER and reply.began_ms is None:
        move.stop_talking()
