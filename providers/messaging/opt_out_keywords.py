"""What a text message asks for, in agreed words or in sentences: every inbox reads it here; api/webhooks/text_opt_outs.py grants it."""

import re
from datetime import datetime
from typing import Final

from domain.conversations import Verdict
from domain.language.decision import demand_of
from domain.language.intents import Demand, Intent
from domain.language.opt_outs_and_goodbyes import rules_on_contact
from domain.language.phrases import plain_words
from domain.language.preference_values import preferences_said
from domain.language.tables.every import EVERY
from domain.language.utterance import Utterance
from domain.outcomes import BusinessOutcome
from domain.preferences import SaidPreference
from domain.transcripts import Speaker, Turn
from providers.messaging.contract import Wish

# Law: 47 CFR 64.1200(a)(10) calls stop, quit, end, revoke, opt out, cancel and unsubscribe valid by themselves; the others are
# Twilio's own family, what people of other languages are told to write, and slips of the thumb.
_STOP_WORDS: Final = frozenset(
    (
        *(
            "stop",
            "stopall",
            "stop all",
            "unsubscribe",
            "cancel",
            "end",
            "quit",
            "revoke",
            "optout",
            "opt out",
        ),
        *(
            "arret",
            "arreter",
            "desabonner",
            "alto",
            "baja",
            "detener",
            "parar",
            "pare",
            "sair",
            "descadastrar",
        ),
        *("stopp", "stoppen", "abmelden", "abbestellen"),
        *("remove", "stop it", "stop this", "stop now", "stpo", "sotp", "stopt"),
    )
)
_START_WORDS: Final = frozenset(("start", "yes", "unstop"))
_HELP_WORDS: Final = frozenset(("help", "info"))
_STOP_SIGNS: Final = ("🛑", "⛔", "🚫")
_COURTESIES: Final = (
    r"(?:please|pls|plz|thanks|thank you|thx|ok|okay|hi|hello|no|sir|now|por favor|gracias|bitte|danke|merci|svp|s il vous plait|"
    r"sil vous plait|obrigad[oa])"
)
_WITH_COURTESIES: Final = re.compile(rf"(?:{_COURTESIES} ){{0,3}}+(.+?)(?: {_COURTESIES}){{0,3}}")
_UNSUBSCRIBE: Final = re.compile(r"un ?s[a-z]{0,3}s?c?[a-z]{0,2}[ir]{1,2}b[a-z]{0,2}")
_NEARLY_SURE: Final = (
    0.9  # half of the demands that only the classifier hears, and three in a thousand of other sentences
)
_LANGUAGES: Final = tuple(one.tag for one in EVERY)
_OTHER_STOPS: Final = re.compile(r"non-stop", re.IGNORECASE)  # of which French makes "non, stop"
# What a telephone writes when somebody reacts to our own message, which names the words that stop it.
_REACTION: Final = re.compile(
    r"\s*(?:liked|loved|disliked|laughed at|emphasi[sz]ed|questioned|reacted \S+ to)\s+[“\"„«].*",
    re.IGNORECASE | re.DOTALL,
)


def wish_in(body: str) -> Wish:
    """What somebody asks for who writes this.

    START and HELP are agreed words alone. STOP is also what demands no more contact when it is said (`Utterance.demand`), and in
    writing a demand that the rules find only likely binds: nobody can be asked in time, and the next message would be one too
    many. The classifier's guess, on which a caller would ask, must be nearly sure.
    """
    body = _OTHER_STOPS.sub("", _own_lines(body))
    words = plain_words(body)
    if words in _START_WORDS:
        return Wish.START
    if words in _HELP_WORDS:
        return Wish.HELP
    return Wish.STOP if _is_stop(words, body) else Wish.NONE


def _is_stop(words: str, body: str) -> bool:
    if not words:
        return any(sign in body for sign in _STOP_SIGNS)
    if _REACTION.match(body):
        return False
    alone = _WITH_COURTESIES.fullmatch(words)
    word = alone[1] if alone else words
    return word in _STOP_WORDS or _UNSUBSCRIBE.fullmatch(word) is not None or _demands(body)


def preferences_written(body: str, at: datetime) -> tuple[SaidPreference, ...]:
    """How somebody who writes this, at this moment, wants to be contacted; nothing where they ask for something else."""
    if wish_in(body) is not Wish.NONE or _REACTION.match(body):
        return ()
    turn = Turn(Speaker.PERSON, _own_sentences(body), 0, 0)
    return preferences_said((turn,), Verdict(BusinessOutcome.NONE), at, *_LANGUAGES)


def _own_sentences(body: str) -> str:
    """A line is a sentence, since who writes ends it so."""
    lines = [line.strip() for line in _own_lines(body).splitlines()]
    return " ".join(line if line.endswith((".", "!", "?")) else f"{line}." for line in lines if line)


def _own_lines(body: str) -> str:
    """Without quoted lines, which are ours; of a message that is one quotation all of it, lest a demand is lost."""
    return "\n".join(line for line in body.splitlines() if not line.lstrip().startswith(">")) or body


def _demands(body: str) -> bool:
    text = _own_sentences(body)
    said = Utterance(text, _LANGUAGES[0], _LANGUAGES)
    if said.demand is not Demand.LIKELY:
        return said.demand is Demand.CERTAIN
    is_guessed = demand_of(rules_on_contact(text, *_LANGUAGES)) is Demand.NONE
    sure = max(
        (finding.confidence for finding in said.heard if finding.intent is Intent.OPT_OUT), default=0.0
    )
    return not is_guessed or sure >= _NEARLY_SURE
