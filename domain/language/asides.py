"""What people say about the conversation itself: say that again, one moment, I will put her on, mhm.

A turn counts as an aside only when it is nothing else, so these patterns match whole turns, unless a function says
otherwise. They are patterns over plain words, as in domain/language/phrases.py.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from typing import Final

from domain.language.passing_on import passes_on
from domain.language.phrases import Phrases, base_of, plain_words, spoken_in


class Aside(StrEnum):
    """What a turn asks of the conversation instead of answering."""

    SAY_AGAIN = "say_again"
    ONE_MOMENT = "one_moment"
    PASSES_ON = "passes_on"


_LONGEST_ASIDE: Final = 9
_LONGEST_BACKCHANNEL: Final = 6
"""In words: whoever says more says something else, and patterns of patterns take long to refuse it."""

_COURTESY: Final[Mapping[str, tuple[str, ...]]] = {
    "en": ("oh", "uh", "um", "hm", "ok", "okay", "yes", "yeah", "yep", "sure", "hello", "hi", "hey", "sorry", "please", "well", "so", "all right", "alright", "right", "of course", "thanks", "thank you", "excuse me", "pardon", "pardon me", "sir", "maam", "there", "then", "im", "i am", "and", "but", "now", "no problem", "wait"),
    "de": ("ah", "ach", "ah so", "ja", "ok", "okay", "gut", "hallo", "bitte", "danke", "entschuldigung", "tut mir leid", "verzeihung", "naturlich", "klar", "also", "und", "wie"),
    "es": ("ah", "eh", "si", "ok", "vale", "bueno", "claro", "hola", "perdon", "perdone", "disculpe", "lo siento", "por favor", "gracias", "pues", "y", "senor", "senora"),
    "fr": ("ah", "euh", "oui", "ok", "daccord", "allo", "bonjour", "pardon", "desole", "desolee", "excusez moi", "excuse moi", "sil vous plait", "sil te plait", "merci", "bien sur", "alors", "et"),
    "pt": ("ah", "eh", "sim", "ok", "ta", "ta bom", "claro", "alo", "oi", "desculpe", "desculpa", "perdao", "por favor", "obrigado", "obrigada", "e", "entao"),
    "hi": ("ji", "haan", "haanji", "ok", "accha", "acha", "hello", "sorry", "please", "kripya", "maaf kijiye", "जी", "हाँ", "हां", "हेलो", "अच्छा", "माफ़ कीजिए", "माफ कीजिए", "कृपया", "सॉरी"),
}  # fmt: skip

_AGAIN: Final = r"(?:again|one more time|once more|a(?:nother)? time|over again|for me|to me|more slowly|slower|slowly|louder|a (?:bit|little)(?: more)? (?:slower|slowly|louder))"
_SAY_AGAIN: Final[Phrases] = {
    "en": (
        rf"(?:(?:can|could|would|will|would you mind|do you mind) (?:you )?(?:please )?)?(?:say|saying) (?:that|it|what you said)(?: {_AGAIN}| please){{1,6}}",
        rf"(?:(?:can|could|would|will|would you mind|do you mind) (?:you )?(?:please )?)?(?:repeat|repeating)(?: (?:that|it|yourself|what you (?:just )?said|the (?:last )?(?:question|part|bit|one|sentence)|your (?:last )?question))?(?: {_AGAIN}| please){{0,6}}",
        r"come again(?: please)?",
        r"(?:what|pardon|beg your pardon|i beg your pardon|sorry|sorry what|say what|excuse me|what was that|whats that|how was that|how do you mean)(?: (?:again|please|sorry|what)){0,6}",
        r"what (?:did|was|were|is) (?:it )?(?:that )?(?:you|the (?:last )?question)(?: (?:just|say|said|saying|ask|asked|asking|again|please)){0,6}",
        r"(?:i )?(?:didnt|did not|couldnt|could not|cant|cannot|dont) (?:quite |really |properly )?(?:catch|hear|get|understand) (?:that|you|it|what you (?:just )?said|the (?:last )?(?:question|part|bit))(?: (?:there|properly|clearly|well|right|last bit)){0,6}",
        r"(?:i )?(?:missed|lost) (?:that|you|it)(?: there)?(?: for a (?:second|moment))?",
        r"one more time(?: please)?",
        r"(?:you )?(?:broke|are breaking|re breaking|cut) (?:up|out)(?: there)?(?: for a (?:second|moment))?",
    ),
    "de": (
        r"wie bitte",
        r"(?:konnen|konnten|wurden) sie (?:das |es |die frage )?(?:bitte )?(?:(?:noch ?mal|noch einmal|nochmals) )?(?:wiederholen|sagen)",
        r"(?:noch ?mal|noch einmal|nochmals)(?: bitte)?",
        r"was (?:haben sie|hast du) (?:gerade |eben )?(?:gesagt|gefragt)",
        r"(?:das )?(?:habe? ich|hab ich)(?: das| sie)? (?:jetzt |leider )?nicht (?:ganz )?(?:verstanden|gehort|mitbekommen)",
        r"ich (?:habe|hab)(?: das| sie)? (?:leider )?nicht (?:ganz )?(?:verstanden|gehort|mitbekommen)",
    ),
    "es": (
        r"(?:como|que)(?: dijo| dice| ha dicho)?",
        r"(?:me )?(?:lo )?(?:puede|podria|puedes) (?:repetir(?:lo|melo)?|decirlo)(?: (?:la pregunta|otra vez|de nuevo|eso)){0,6}",
        r"(?:repita(?:lo|melo)?|repite(?:lo)?)(?: (?:la pregunta|otra vez|eso)){0,6}",
        r"no (?:le |lo |te )?(?:he )?(?:entendi|entendido|escuche|escuchado|oi|oido)(?: bien| nada)?",
        r"otra vez",
        r"mande",
    ),
    "fr": (
        r"(?:comment|quoi|hein)",
        r"(?:vous )?(?:pouvez|pourriez)(?: vous)? (?:repeter|redire)(?: (?:ca|cela|la question|encore une fois)){0,6}",
        r"(?:repetez|redites)(?: (?:ca|cela|la question|encore une fois|moi)){0,6}",
        r"(?:je )?(?:nai|nai) pas (?:bien )?(?:compris|entendu)",
        r"quest ce que vous (?:avez dit|dites)",
        r"vous dites",
        r"encore une fois",
    ),
    "pt": (
        r"(?:como|o que|que)(?: disse| foi| e)?",
        r"(?:pode|poderia|consegue|voce pode) (?:repetir|falar|dizer)(?: (?:isso|a pergunta|de novo|outra vez|novamente)){0,6}",
        r"(?:repita|repete|fala)(?: (?:isso|a pergunta|de novo|outra vez)){0,6}",
        r"nao (?:entendi|ouvi|escutei)(?: (?:bem|direito|nada))?",
        r"(?:de novo|outra vez|mais uma vez)",
    ),
    "hi": (
        r"(?:phir se|dobara|fir se|ek baar (?:phir|aur)(?: se)?) (?:boliye|bolo|bataiye|batao|kahiye|bolna|boliyega|repeat (?:kijiye|karo))",
        r"(?:kya|kya kaha|kya bola|kya bole|kya kaha aapne|aapne kya kaha|aap kya bole)",
        r"(?:samajh|samjh|sunai|suna) (?:nahi|nahin|nhi)(?: (?:aaya|aya|diya|paya|payi)){0,6}",
        r"(?:main |mai )?(?:samjha|samjhi|suna) (?:nahi|nahin|nhi)",
        r"repeat (?:kijiye|karo|karein|please)",
        r"(?:फिर से|दोबारा|एक बार (?:फिर|और))(?: से)? (?:बोलिए|बोलो|बताइए|कहिए|बोलें|कहें)",
        r"(?:क्या|क्या कहा|क्या कहा आपने|आपने क्या कहा|क्या बोला)",
        r"(?:समझ|सुनाई) नहीं (?:आया|दिया)",
    ),
}  # fmt: skip

_ASSENTS: Final = frozenset(
    {"yes", "yeah", "yep", "sure", "ja", "si", "claro", "oui", "sim", "haan", "हाँ", "हां"}
)
"""After a wish to wait they end the wait: "one moment ... yes"."""

_WHILE: Final = r"(?:moment|second|sec|seconds|minute|min|minutes|tick|mo)"
_LEAD: Final = r"(?:just|wait|hold|hold on|hang on|hang|give me|gimme|bear with me|ill be|i will be|itll be|for|takes?|need|i need|ill need|allow me)"
_THING: Final = r"(?:pen|pencil|paper|piece of paper|notebook|notepad|calendar|diary|schedule|agenda|planner|glasses|card|wallet|purse|phone|charger|laptop|computer|notes|papers|files?|letter|bill|contract|something to write(?: with| on)?)"
# A wish to be waited for, in so many words: "let me think about it" and "I have to check with my wife" are answers.
_ONE_MOMENT: Final[Phrases] = {
    "en": (
        rf"(?:(?:can|could|would) you )?(?:{_LEAD} ){{0,4}}(?:a|one|1|just a|just one|one more|another|half a) {_WHILE}",
        rf"(?:(?:can|could|would) you )?(?:{_LEAD} ){{1,4}}(?:a couple of|a couple|two|a few(?: more)?|a bit)(?: {_WHILE})?",
        r"(?:(?:can|could|would|will) you )?(?:please )?(?:just )?(?:hold on|hang on|hold the line|hold|wait|bear with me|hold please|stay there|stand by)",
        r"(?:can|could|would) you (?:please )?(?:hold|wait|hang on|hold on)",
        r"(?:ill|i will|im going to|let me|i have to|i need to|i am going to) (?:just )?(?:put|place) you on hold",
        r"(?:(?:ill|i will) (?:just )?)?be (?:right )?(?:back|with you)",
        rf"(?:let me|lemme|ill|i will|i have to|i need to|i must|im going to|ill go and) (?:just |quickly |go |go and ){{0,2}}(?:grab|get|find|fetch|look for) (?:a|an|my|the|some)? ?{_THING}(?: and (?:a |some )?{_THING})?",
        r"(?:let me|lemme) (?:just |quickly )?(?:check|open|look at|look in|pull up|get) (?:my|the|our) (?:calendar|diary|schedule|agenda|planner|notes|files|papers|computer|email)",
        rf"(?:let me|lemme) (?:just )?(?:see|look|check|have a look|take a look|think for a {_WHILE}|think a {_WHILE})",
        r"(?:let me|lemme) (?:just )?(?:turn (?:down|off) (?:the|my|this) (?:tv|television|radio|music|volume)|turn (?:the|my|this) (?:tv|television|radio|music|volume) (?:down|off)|(?:close|shut) the (?:door|window)|go somewhere quieter|pull over)",
    ),
    "de": (
        r"(?:(?:einen|ein|nen|kleinen|kurzen|nur|ganz|warten sie) ){0,4}(?:moment|augenblick|momentchen|sekunde|minute)(?: (?:mal|bitte|noch|kurz)){0,3}",
        r"(?:nur )?(?:eine )(?:sekunde|minute|kleine sekunde)(?: (?:mal|bitte|noch)){0,3}",
        r"(?:warten|bleiben) sie(?: (?:bitte|mal|kurz|noch|einen moment|eine sekunde|am apparat|dran)){0,4}",
        r"(?:bleib|warte|wart)(?: (?:bitte|mal|kurz|dran|am apparat)){0,3}",
        r"(?:ich )?(?:schau|schaue|guck|gucke|seh|sehe) (?:mal |kurz |eben |schnell |gerade ){0,3}nach",
        r"lassen sie mich (?:mal |kurz |eben |schnell ){0,3}(?:nachsehen|nachschauen|schauen|gucken|sehen)",
        r"ich (?:hol|hole|such|suche|nehm|nehme) (?:mir |nur |kurz |mal |schnell |eben ){0,3}(?:einen |ein |meinen |meine |mein |was zum |etwas zum )?(?:stift|kuli|zettel|papier|blatt|kalender|brille|karte|unterlagen|schreiben)(?: und (?:einen |ein )?(?:zettel|papier|blatt|stift))?",
        r"(?:ich )?(?:bin|komme) (?:gleich|sofort) (?:wieder )?(?:da|zuruck|wieder)",
    ),
    "es": (
        r"(?:(?:espere|espera|esperate|esperese|deme|dame|solo|ahora|aguarde) ){0,3}(?:un|una|unos) (?:momento|momentito|segundo|segundito|minuto|minutito|segundos|instante)",
        r"(?:espere|espera|esperate|esperese|aguarde|no cuelgue)(?: en linea)?",
        r"(?:dejeme|dejame|deja|a) ver(?: un (?:momento|segundo))?",
        r"(?:dejeme|dejame) (?:ver|mirar|revisar|consultar|checar) (?:mi|la|el) (?:agenda|calendario|horario)",
        r"(?:dejeme|dejame|voy a) (?:buscar|coger|agarrar|tomar|traer) (?:un |una |mi |el |la |mis |las )?(?:boli|boligrafo|lapiz|pluma|lapicero|lapicera|papel|agenda|calendario|gafas|lentes|tarjeta)(?: y (?:un )?papel)?",
        r"(?:ahora|ya|enseguida) (?:vuelvo|regreso)",
    ),
    "fr": (
        r"(?:(?:attendez|attends|donnez moi|juste) ){0,3}(?:un|une|deux) (?:instant|moment|seconde|secondes|minute|minutes|petit instant|petite seconde|petite minute)",
        r"(?:attendez|attends|patientez|ne quittez pas|restez en ligne|ne raccrochez pas)",
        r"je (?:regarde|verifie)(?: (?:ca|mon agenda|mon calendrier|mes notes|dans mon agenda))?",
        r"laissez moi (?:voir|regarder|verifier)(?: (?:un instant|une seconde|mon agenda))?",
        r"je reviens(?: (?:tout de suite|dans un instant|dans une (?:minute|seconde)))?",
        r"je (?:cherche|prends|vais chercher|vais prendre) (?:un|une|mon|ma|mes|de quoi) (?:stylo|crayon|papier|feuille|agenda|calendrier|lunettes|carte|ecrire|noter)(?: et (?:un |du )?papier)?",
    ),
    "pt": (
        r"(?:(?:espera|espere|aguarde|aguenta|me da|so|perai|pera) ){0,3}(?:um|so um) (?:momento|momentinho|segundo|segundinho|minuto|minutinho|instante)",
        r"(?:espera|espere|aguarde|aguenta|perai|pera) (?:so )?um (?:pouco|pouquinho)",
        r"(?:espera|espere|aguarde|pera|perai|aguenta)(?: (?:ai|na linha))?",
        r"(?:deixa|deixe)(?: me| eu)? (?:ver|olhar)(?: (?:aqui|minha agenda|a agenda|na agenda|meu calendario))?",
        r"(?:deixa|deixe|vou)(?: me| eu)? (?:pegar|buscar|procurar) (?:um |uma |meu |minha |o |a |os )?(?:caneta|lapis|papel|agenda|oculos|cartao)(?: e (?:um )?papel)?",
        r"(?:ja|eu ja) volto",
    ),
    "hi": (
        r"(?:(?:bas|zara|ruko|rukiye) ){0,3}(?:ek|do) (?:minute|minat|second|sekand|pal)(?: (?:rukiye|ruko|ruk jaiye|dijiye|do|hold kijiye|bas)){0,3}",
        r"(?:zara |thoda )?(?:rukiye|ruko|ruk jaiye|hold kijiye|hold karo|hold karein)(?: zara)?",
        r"(?:(?:बस|ज़रा|जरा) ){0,3}(?:एक|दो) (?:मिनट|सेकंड|सेकेंड|पल)(?: (?:रुकिए|रुको|दीजिए)){0,3}",
        r"(?:ज़रा |जरा )?(?:रुकिए|रुको|ठहरिए|होल्ड कीजिए)",
    ),
}  # fmt: skip

_BACKCHANNEL: Final[Phrases] = {
    "en": (r"(?:m+|hm+|mm ?hm+|m?hm+|mhm|uh ?huh|um ?hum|ah|oh|ok|okay|yeah|yep|yes|yup|right|sure|i see|got it|gotcha|alright|all right|fine|good|great|cool|aha|true|exactly|of course|makes sense|interesting|nice|wow|really|i understand|understood|go on)",),
    "de": (r"(?:ja|jaja|genau|aha|ach so|ok|okay|gut|stimmt|klar|verstehe|ich verstehe|mhm|hm+|alles klar|natürlich|naturlich)",),
    "es": (r"(?:si|aja|ya|claro|vale|ok|entiendo|bueno|bien|mhm|hm+|de acuerdo|exacto|ah)",),
    "fr": (r"(?:oui|ouais|daccord|ok|bien|ah|mhm|hm+|je vois|je comprends|tout a fait|exact|voila)",),
    "pt": (r"(?:sim|aham|uhum|ta|ta bom|certo|ok|entendi|claro|isso|mhm|hm+|ah)",),
    "hi": (r"(?:haan|han|ha|ji|ji haan|haanji|accha|acha|theek|theek hai|thik hai|ok|hm+|sahi|हाँ|हां|जी|अच्छा|ठीक है|ठीक|सही|हम्म)",),
}  # fmt: skip


def aside(text: str, language: str) -> Aside | None:
    """What this turn asks of the conversation, if it asks nothing else."""
    words = plain_words(text)
    if not words:
        return None
    if passes_on(text, language):
        return Aside.PASSES_ON
    if _is_all(words, _ONE_MOMENT, language) and words.split()[-1] not in _ASSENTS:
        return Aside.ONE_MOMENT
    if _is_all(words, _SAY_AGAIN, language):
        return Aside.SAY_AGAIN
    return None


def is_backchannel(text: str, language: str) -> bool:
    """Whether these words only tell that somebody listens: "mhm", "okay, yeah"."""
    words = plain_words(text)
    if len(words.split()) > _LONGEST_BACKCHANNEL:
        return False
    patterns = "|".join(spoken_in(_BACKCHANNEL, language))
    return re.fullmatch(rf"(?:(?:{patterns}) ?){{1,3}}", words) is not None


def _is_all(words: str, table: Phrases, language: str) -> bool:
    if len(words.split()) > _LONGEST_ASIDE:
        return False
    return any(pattern.fullmatch(words) for pattern in _whole_turns(spoken_in(table, language), language))


@lru_cache(maxsize=64)
def _whole_turns(patterns: tuple[str, ...], language: str) -> tuple[re.Pattern[str], ...]:
    """Turns of such phrases alone, with courtesies before, between and after them."""
    own = _COURTESY.get(base_of(language), ())
    courtesy = rf"(?:{'|'.join(dict.fromkeys((*own, *_COURTESY['en'])))})"
    core = "|".join(patterns)
    return (re.compile(rf"(?:{courtesy} ){{0,9}}(?:{core})(?: (?:{courtesy}|{core})){{0,9}}"),)
