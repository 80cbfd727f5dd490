"""What an agent's own words say about the keys of a telephone: that one of them stops the calls, or that digits are wanted."""

from typing import Final

from domain.language.dictation import digits_in
from domain.language.phrases import Phrases, plain_words, says, spoken_in
from domain.language.verdicts import sentences

_PRESS: Final[Phrases] = {
    "en": (r"press|push|hit|dial|key",),
    "de": (r"drucken|drucke|druck|wahlen|wahle|taste",),
    "es": (r"pulse|pulsa|presione|presiona|oprima|oprime|marque|marca|tecla",),
    "fr": (r"appuyez|appuie|tapez|composez|touche",),
    "pt": (r"pressione|pressiona|aperte|aperta|digite|disque|tecle|tecla",),
    "hi": (r"dabaye|dabaen|dabaiye|dabayen|दबाएँ|दबाएं|दबाइए|दबाइये",),
}  # fmt: skip
_NO_MORE_CALLS: Final[Phrases] = {
    "en": (r"stop|opt out|opt you out|unsubscribe|(?:no|any) (?:more|further|longer)|(?:not|never|dont) (?:\w+ ){0,3}(?:called?|contact(?:ed)?)|(?:off|from) (?:our|the|this) (?:\w+ )?list|remove(?:d)?",),
    "de": (r"nicht mehr|nie wieder|keine (?:weiteren )?anrufe|abmelden|streichen",),
    "es": (r"(?:no|dejar de|dejemos de) (?:\w+ ){0,3}llam\w+|no (?:\w+ ){0,3}(?:mas|recibir) (?:\w+ )?llamadas|baja|no mas llamadas",),
    "fr": (r"(?:ne|n) (?:\w+ ){0,3}plus|plus (?:\w+ ){0,2}(?:appele|appelee|appels|dappels)|desinscrire|arreter",),
    "pt": (r"(?:nao|parar de|deixemos de) (?:\w+ ){0,3}(?:lig\w+|cham\w+)|sair da lista|mais ligacoes|parar",),
    "hi": (r"band|nahi|nahin|बंद|नहीं|रोकने",),
}  # fmt: skip
_WANTS_DIGITS: Final[Phrases] = {
    "en": (
        r"press|push|keys?|keypad|type|enter|dial|punch in|digits?|pin|zip|post ?code|postal code|code|numbers?|figures?",
        r"scale|from (?:one|zero|1|0) to|(?:one|zero|1|0) (?:to|through) (?:five|ten|5|10)|out of (?:five|ten|5|10)|how (?:many|much|old|long|often)|points?|stars|rate|rating|score|percent|percentage|age|birth|date|year|amount|quantity",
    ),
    "de": (
        r"drucken|drucke|tasten?|tippen|eingeben|geben sie|wahlen|ziffern?|nummer|zahl|zahlen|postleitzahl|plz|code|pin",
        r"wie (?:viele?|oft|lange|alt|hoch)|von (?:eins|null|1|0) bis|skala|punkte?n?|sterne|bewerten|note|prozent|alter|jahr|geburts\w+|datum|betrag",
    ),
    "es": (
        r"pulse|pulsa|presione|oprima|marque|marcar|teclee|teclear|digite|introduzca|ingrese|tecla\w*|digitos?|cifras?|numero|codigo|pin",
        r"cuant[oa]s?|escala|del? (?:uno|cero|1|0) al?|puntos?|puntue|califi\w+|estrellas|porcentaje|edad|ano|nacimiento|fecha|importe",
    ),
    "fr": (
        r"appuyez|tapez|taper|composez|saisissez|saisir|entrez|touches?|chiffres?|numero|code|pin",
        r"combien|echelle|de (?:un|zero|1|0) a|points?|note[rz]?|etoiles|pourcentage|age|annee|naissance|date|montant",
    ),
    "pt": (
        r"pressione|aperte|digite|digitar|disque|tecle|teclas?|digitos?|numero|codigo|pin|cep",
        r"quant[oa]s?|escala|de (?:um|zero|1|0) a|pontos?|nota|avali\w+|estrelas|porcentagem|idade|ano|nascimento|data|valor",
    ),
    "hi": (
        r"dabaye|dabaen|dabaiye|type|number|ank|pin|code|दबाएँ|दबाएं|दबाइए|नंबर|अंक|संख्या|पिन|कोड",
        r"kitne|kitna|kitni|umar|tarikh|कितने|कितना|कितनी|उम्र|तारीख",
    ),
}  # fmt: skip


def announces_opt_out_key(text: str, key: str, *languages: str) -> bool:
    """Whether the text tells a listener that this digit stops the calls."""
    return any(_announces(sentence, key, languages) for sentence in sentences(text))


def wants_digits(text: str, key: str, *languages: str) -> bool:
    """Whether the text asks for a number, or for keys, other than the one that stops the calls."""
    patterns = spoken_in(_WANTS_DIGITS, *languages)
    return any(
        says(plain_words(sentence), patterns)
        for sentence in sentences(text)
        if not _announces(sentence, key, languages)
    )


def _announces(sentence: str, key: str, languages: tuple[str, ...]) -> bool:
    words = plain_words(sentence)
    if not says(words, spoken_in(_PRESS, *languages)) or not says(
        words, spoken_in(_NO_MORE_CALLS, *languages)
    ):
        return False
    return any(key in digits_in(sentence, language) for language in languages)
