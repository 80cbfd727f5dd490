"""No dead air: a few words from the cache when the model takes long, or works a tool before it speaks."""

from typing import Final

from media.actions import Speak
from media.move import Move
from media.spans import stamp
from media.turns import Floor, Purpose

_LET_ME_SEE: Final = {
    "de": "Einen Augenblick.",
    "en": "Let me see.",
    "es": "Déjeme ver.",
    "fr": "Voyons voir.",
    "hi": "एक पल दीजिए।",
    "pt": "Deixe-me ver.",
}


def let_me_see(language: str) -> str:
    """What is said while a reply takes long."""
    return _LET_ME_SEE.get(language.partition("-")[0].lower(), _LET_ME_SEE["en"])


def no_words_yet(move: Move) -> None:
    """The answer has brought no words for long: begin it with a filler, once in a turn."""
    reply = move.state.reply
    if reply is None or move.state.floor is not Floor.THINKING or reply.purpose is not Purpose.ANSWER:
        return
    if reply.clauses or reply.voiced or reply.complete:
        return
    filler = let_me_see(move.state.language)
    move.change(filled=True)
    spans = stamp(reply.spans, "first_clause", move.now)
    move.change_reply(filler=filler, text=f"{filler} {reply.text}", clauses=1, spans=spans)
    move.ask_for(Speak(reply.number, filler))
