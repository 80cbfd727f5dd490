"""No dead air: a few words from the cache when the model takes long, or works a tool before it speaks.

When the first one comes: transition.py (FILLER_MS).
"""

from typing import Final

from domain.language.tables.every import language_of
from media.engine.actions import Speak
from media.engine.latency_spans import stamp
from media.engine.state import Deadline, Floor, Purpose, Reply
from media.engine.transition import Transition

SECOND_FILLER_MS: Final = 3_500
"""How long after the first filler another one follows; chosen by feel."""

_SILENT_AGAIN_MS: Final = 1_000


def let_me_see(language: str) -> str:
    """What is said while a reply takes long."""
    return language_of(language).remarks.let_me_see


def one_moment(language: str) -> str:
    """What is said when it takes longer still."""
    return language_of(language).remarks.one_moment


def no_words_yet(move: Transition) -> None:
    """The answer has brought no words for long: begin it with a filler, once in a turn, and with another much later."""
    reply = move.state.reply
    if reply is None or reply.purpose is not Purpose.ANSWER or reply.voiced or reply.complete:
        return
    if move.state.floor is Floor.THINKING and not reply.clauses:
        move.change(filled=True)
        _begin_with(move, reply, let_me_see(move.state.language))
        move.wait(Deadline.FILLER, SECOND_FILLER_MS)
    elif reply.filler and reply.says_nothing:
        _fill_once_more(move, reply)


def _fill_once_more(move: Transition, reply: Reply) -> None:
    """Once it has been silent again for a while."""
    filler = one_moment(move.state.language)
    if filler in reply.filler:
        return
    silent_since = move.now if reply.began_ms is None else reply.began_ms + reply.audio_ms
    if move.now < silent_since + _SILENT_AGAIN_MS:
        move.wait(Deadline.FILLER, max(silent_since, move.now) + _SILENT_AGAIN_MS - move.now)
    elif move.state.floor in (Floor.THINKING, Floor.OURS):
        _begin_with(move, reply, f"{reply.filler} {filler}")


def _begin_with(move: Transition, reply: Reply, fillers: str) -> None:
    """These are the first words of the reply; the last of them are said now."""
    spans = stamp(reply.spans, "first_clause", move.now)
    more = fillers.removeprefix(reply.filler).strip()
    rest = reply.text.strip().removeprefix(reply.filler).strip()
    move.change_reply(
        filler=fillers, text=f"{fillers} {rest}".strip() + " ", clauses=reply.clauses + 1, spans=spans
    )
    move.ask_for(Speak(reply.number, more))
