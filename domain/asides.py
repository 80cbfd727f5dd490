"""What people say about the conversation itself: say that again, one moment, I will put her on, mhm.

A turn counts as an aside only when it is nothing else, so these patterns match whole turns, unless a function says
otherwise. They are patterns over plain words, as in domain/phrases.py.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from typing import Final

from domain.phrases import Phrases, plain_words, says, spoken_in


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
        rf"(?:(?:can|could|would|will|would you mind|do you mind) (?:you )?(?:please )?)?(?:say|saying) (?:that|it|what you said)(?: {_AGAIN}| please)+",
        rf"(?:(?:can|could|would|will|would you mind|do you mind) (?:you )?(?:please )?)?(?:repeat|repeating)(?: (?:that|it|yourself|what you (?:just )?said|the (?:last )?(?:question|part|bit|one|sentence)|your (?:last )?question))?(?: {_AGAIN}| please)*",
        r"come again(?: please)?",
        r"(?:what|pardon|beg your pardon|i beg your pardon|sorry|sorry what|say what|excuse me|what was that|whats that|how was that|how do you mean)(?: (?:again|please|sorry|what))*",
        r"what (?:did|was|were|is) (?:it )?(?:that )?(?:you|the (?:last )?question)(?: (?:just|say|said|saying|ask|asked|asking|again|please))*",
        r"(?:i )?(?:didnt|did not|couldnt|could not|cant|cannot|dont) (?:quite |really |properly )?(?:catch|hear|get|understand) (?:that|you|it|what you (?:just )?said|the (?:last )?(?:question|part|bit))(?: (?:there|properly|clearly|well|right|last bit))*",
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
        r"(?:me )?(?:lo )?(?:puede|podria|puedes) (?:repetir(?:lo|melo)?|decirlo)(?: (?:la pregunta|otra vez|de nuevo|eso))*",
        r"(?:repita(?:lo|melo)?|repite(?:lo)?)(?: (?:la pregunta|otra vez|eso))*",
        r"no (?:le |lo |te )?(?:he )?(?:entendi|entendido|escuche|escuchado|oi|oido)(?: bien| nada)?",
        r"otra vez",
        r"mande",
    ),
    "fr": (
        r"(?:comment|quoi|hein)",
        r"(?:vous )?(?:pouvez|pourriez)(?: vous)? (?:repeter|redire)(?: (?:ca|cela|la question|encore une fois))*",
        r"(?:repetez|redites)(?: (?:ca|cela|la question|encore une fois|moi))*",
        r"(?:je )?(?:nai|nai) pas (?:bien )?(?:compris|entendu)",
        r"quest ce que vous (?:avez dit|dites)",
        r"vous dites",
        r"encore une fois",
    ),
    "pt": (
        r"(?:como|o que|que)(?: disse| foi| e)?",
        r"(?:pode|poderia|consegue|voce pode) (?:repetir|falar|dizer)(?: (?:isso|a pergunta|de novo|outra vez|novamente))*",
        r"(?:repita|repete|fala)(?: (?:isso|a pergunta|de novo|outra vez))*",
        r"nao (?:entendi|ouvi|escutei)(?: (?:bem|direito|nada))?",
        r"(?:de novo|outra vez|mais uma vez)",
    ),
    "hi": (
        r"(?:phir se|dobara|fir se|ek baar (?:phir|aur)(?: se)?) (?:boliye|bolo|bataiye|batao|kahiye|bolna|boliyega|repeat (?:kijiye|karo))",
        r"(?:kya|kya kaha|kya bola|kya bole|kya kaha aapne|aapne kya kaha|aap kya bole)",
        r"(?:samajh|samjh|sunai|suna) (?:nahi|nahin|nhi)(?: (?:aaya|aya|diya|paya|payi))*",
        r"(?:main |mai )?(?:samjha|samjhi|suna) (?:nahi|nahin|nhi)",
        r"repeat (?:kijiye|karo|karein|please)",
        r"(?:फिर से|दोबारा|एक बार (?:फिर|और))(?: से)? (?:बोलिए|बोलो|बताइए|कहिए|बोलें|कहें)",
        r"(?:क्या|क्या कहा|क्या कहा आपने|आपने क्या कहा|क्या बोला)",
        r"(?:समझ|सुनाई) नहीं (?:आया|दिया)",
    ),
}  # fmt: skip

_WHILE: Final = r"(?:moment|second|sec|seconds|minute|min|minutes|tick|mo|bit)"
_ONE_MOMENT: Final[Phrases] = {
    "en": (
        rf"(?:(?:can|could|would) you )?(?:(?:just|wait|hold|hold on|hang on|give me|please give me|gimme|bear with me|ill be|i will be|itll be|for|take|takes|need|i need) )*(?:a|one|1|half a|just a|a couple of|two|just one|one more|another|a few(?: more)?) {_WHILE}",
        r"(?:(?:can|could|would|will) you )?(?:please )?(?:just )?(?:hold on|hang on|hold the line|hold|wait|bear with me|hold please|stay there|stand by)",
        r"(?:can|could|would) you (?:please )?(?:hold|wait|hang on|hold on)",
        r"(?:ill|i will|im going to|let me|i have to|i need to|i am going to) (?:just )?(?:put|place) you on hold",
        r"(?:ill|i will|i) (?:just )?(?:be|come) (?:right )?(?:back|with you)",
        r"(?!.*(?<!\S)(?:later|tomorrow|tonight|back to you|in touch)(?!\S))(?:let me|i have to|i need to|i must|ill just|i will just|ill go and) (?:just )?(?:check|see|look|have a look|think|get|grab|find|fetch|open|turn)(?: \w+){0,5}",
    ),
    "de": (
        r"(?:(?:einen|ein|nen|kleinen|ganz kurzen) )*(?:moment|augenblick|sekunde|minute|momentchen)(?: (?:mal|bitte|noch|kurz))*",
        r"(?:eine )(?:sekunde|minute|kleine sekunde)(?: (?:mal|bitte))*",
        r"(?:warten|bleiben) sie (?:bitte |mal |kurz |einen moment |am apparat |dran )*",
        r"(?:bleiben sie|bleib) (?:bitte )?(?:dran|am apparat)",
        r"(?:ich )?(?:muss|schaue?|gucke?) (?:mal |kurz |eben )*(?:nach|nachsehen|schauen|gucken)",
    ),
    "es": (
        r"(?:(?:espere|espera|esperate|esperese|deme|dame|solo|ahora|aguarde) )*(?:un|una|unos) (?:momento|momentito|segundo|segundito|minuto|minutito|segundos|instante)",
        r"(?:espere|espera|esperate|esperese|aguarde|no cuelgue)(?: en linea)?",
        r"(?:dejeme|deja|voy a) (?:ver|mirar|buscar|revisar|pensar)(?: \w+){0,4}",
    ),
    "fr": (
        r"(?:(?:attendez|attends|donnez moi|juste) )*(?:un|une) (?:instant|moment|seconde|minute|petit instant|petite seconde|petite minute)",
        r"(?:attendez|attends|patientez|ne quittez pas|restez en ligne|ne raccrochez pas)",
        r"je (?:regarde|verifie|reviens|cherche)(?: \w+){0,3}",
    ),
    "pt": (
        r"(?:(?:espera|espere|aguarde|aguenta|me da|so|peraí|perai|pera) )*(?:um|so um) (?:momento|momentinho|segundo|segundinho|minuto|minutinho|instante|pouco|pouquinho)",
        r"(?:espera|espere|aguarde|pera|perai|aguenta)(?: (?:ai|na linha))?",
        r"(?:deixa|deixe)(?: me| eu)? (?:ver|olhar|procurar|pensar)(?: \w+){0,3}",
    ),
    "hi": (
        r"(?:(?:bas|zara|ruko|rukiye) )*(?:ek|do) (?:minute|minat|second|sekand|pal)(?: (?:rukiye|ruko|ruk jaiye|dijiye|do|hold kijiye|bas))*",
        r"(?:zara |thoda )?(?:rukiye|ruko|ruk jaiye|hold kijiye|hold karo|hold karein)(?: zara)?",
        r"(?:बस |ज़रा |जरा )*(?:एक|दो) (?:मिनट|सेकंड|सेकेंड|पल)(?: (?:रुकिए|रुको|दीजिए))*",
        r"(?:ज़रा |जरा )?(?:रुकिए|रुको|ठहरिए|होल्ड कीजिए)",
    ),
}  # fmt: skip

_KIN: Final = r"(?:wife|husband|mother|mom|mum|father|dad|son|daughter|brother|sister|boss|manager|colleague|partner|assistant|supervisor|owner|roommate|flatmate|grandma|grandpa|grandmother|grandfather)"
_ANOTHER: Final = rf"(?:him|her|them|(?:my|the|our|his|your) {_KIN}|someone else|somebody else|mr \w+|mrs \w+|ms \w+|doctor \w+)"
# Found anywhere in a turn: "Sure, he is in the garden, I'll get him for you."
_PASSES_ON: Final[Phrases] = {
    "en": (
        rf"(?:ill|i will|let me|i can|im going to|i am going to|im gonna|ill just|ill go|ill go and|i will go and|going to) (?:just )?(?:go )?(?:and )?(?:see if i can )?(?:get|fetch|grab|find|put|wake) {_ANOTHER}(?! (?:to call|to ring|to phone|a message|know|to get back)(?!\S))",
        r"(?:ill|i will|let me|im going to|i am going to|i can|im) (?:just )?(?:put|putting|pass|passing|transfer|transferring|hand|handing|connect|connecting) (?:you|the phone|you over|it|this|the call) (?:through|over|on(?! hold)|to|across|him|her|them|now)",
        r"(?:putting|passing|transferring|handing|connecting) you(?: (?:through|over|on|now|to))*",
        rf"(?:here|heres) (?:he|she|they|{_ANOTHER})(?: (?:is|are|comes|come))?",
        r"(?:hes|shes|he is|she is|theyre) (?:just |right )?(?:coming|here|on (?:his|her) way)(?: (?:now|to the phone|over))*$",
    ),
    "de": (
        r"ich (?:hole?|gebe?|reiche?|verbinde|stelle?) (?:sie |ihn |ihnen |meine\w* \w+ |mal |kurz |schnell |weiter |durch |den |die |das |telefon |horer |\w+ )*(?:weiter|durch|ans telefon|her)?$",
        r"ich hole? (?:sie|ihn|meine\w* \w+|den \w+|die \w+)",
        r"ich (?:verbinde sie|stelle sie durch)",
        r"(?:er|sie) kommt (?:gleich|sofort|jetzt)",
    ),
    "es": (
        r"(?:se )?(?:lo|la|le|os|te) (?:paso|pongo|comunico|comunica)(?: (?:con|a|ahora|enseguida|al telefono)\b)?",
        r"(?:ahora|ya) (?:viene|se pone|lo llamo|la llamo)",
        r"(?:voy a|dejeme) (?:buscarlo|buscarla|llamarlo|llamarla|pasarle|pasarlo|comunicarlo)",
    ),
    "fr": (
        r"je (?:vous |te )?(?:le |la |les )?(?:passe|mets en relation|transfere)(?! (?:un|une)(?!\S))",
        r"je vais (?:le|la|les) (?:chercher|appeler)",
        r"(?:il|elle) arrive",
    ),
    "pt": (
        r"vou (?:chamar|passar|transferir)(?: (?:ele|ela|o|a|meu|minha|para|voce))?",
        r"(?:ele|ela) (?:ja )?(?:vem|esta vindo)",
        r"(?:te|lhe) (?:passo|transfiro)",
    ),
    "hi": (
        r"(?:main |mai )?(?:unko|unhe|unhen|usko|use|\w+ ko) (?:bulata|bulati|deta|deti|phone deta|phone deti)(?: (?:hoon|hun|hu))?",
        r"(?:main )?(?:phone|fon) (?:deta|deti) (?:hoon|hun|hu)",
        r"(?:उनको|उन्हें|उसको|उसे|\S+ को) (?:बुलाता|बुलाती|देता|देती|फोन देता|फोन देती)(?: (?:हूँ|हूं))?",
    ),
}  # fmt: skip

# While another person is being fetched: what is said into the room, and what says that nobody else will come.
_CALLS_OUT: Final[Phrases] = {
    "en": (r"(?:phone|call|telephone|its) (?:is )?for you", r"(?:someone|somebody|theres (?:someone|somebody)) (?:is )?on the phone", r"(?:come|get) to the phone", r"(?:its|they are|theyre|he is|hes|shes) (?:someone|somebody|a|from)(?: \w+){0,4}"),
    "de": (r"(?:telefon|anruf|ist) fur dich", r"jemand (?:ist )?am telefon", r"komm(?:st du)? (?:mal )?ans telefon"),
    "es": (r"(?:es |te llaman |telefono )?para ti", r"te (?:llaman|buscan)", r"al telefono"),
    "fr": (r"(?:cest |telephone )?pour toi", r"au telephone"),
    "pt": (r"(?:e |telefone )?(?:para|pra) voce", r"(?:no|ao) telefone"),
    "hi": (r"(?:aapka|tumhara|tera) (?:phone|fon)", r"(?:आपका|तुम्हारा|तेरा) फोन"),
}  # fmt: skip
_NOBODY_COMES: Final[Phrases] = {
    "en": (
        r"(?:hes|shes|he is|she is|theyre|they are|is|isnt|arent|was|\w+s)(?: \w+)? (?:not|isnt|arent|busy|out|away|asleep|sleeping|gone|unavailable|in a meeting|on another call)(?: \w+){0,3}",
        r"(?:cant|cannot|couldnt|could not|doesnt|does not|wont) (?:find|reach|come|talk|speak|want|take|get)(?: \w+){0,4}",
        r"(?:take|leave|give) (?:a|your|him|her|them)(?: \w+)? ?message",
        r"(?:call|try|ring|phone) (?:back|again|later|him|her|another)(?: \w+){0,3}",
        r"(?:not|no longer|nobody) (?:here|in|available|home|at home|around)",
    ),
    "de": (r"(?:ist|sind) (?:\w+ )?(?:nicht|leider nicht|gerade nicht|beschaftigt|weg|unterwegs)(?: \w+){0,2}", r"(?:nachricht|spater|zuruckrufen|ausrichten)"),
    "es": (r"no (?:esta|puede|se encuentra|quiere)(?: \w+){0,2}", r"(?:mensaje|mas tarde|ocupad[oa]|salio)"),
    "fr": (r"(?:nest|est) pas (?:la|disponible|ici)", r"(?:message|plus tard|occupee?|rappele[rz])"),
    "pt": (r"nao (?:esta|pode|quer|se encontra)(?: \w+){0,2}", r"(?:recado|mais tarde|ocupad[oa]|saiu)"),
    "hi": (r"(?:nahi|nahin|nhi) (?:hai|hain|aa|kar)(?: \w+)?", r"नहीं (?:है|हैं|आ)"),
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
    if says(words, spoken_in(_PASSES_ON, language)):
        return Aside.PASSES_ON
    if _is_all(words, _ONE_MOMENT, language):
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


def calls_out(text: str, language: str) -> bool:
    """Whether somebody who fetches another says this to that person."""
    return says(plain_words(text), spoken_in(_CALLS_OUT, language))


def nobody_comes(text: str, language: str) -> bool:
    """Whether somebody who went to fetch another comes back alone."""
    return says(plain_words(text), spoken_in(_NOBODY_COMES, language))


def _is_all(words: str, table: Phrases, language: str) -> bool:
    if len(words.split()) > _LONGEST_ASIDE:
        return False
    return any(pattern.fullmatch(words) for pattern in _whole_turns(spoken_in(table, language), language))


@lru_cache(maxsize=64)
def _whole_turns(patterns: tuple[str, ...], language: str) -> tuple[re.Pattern[str], ...]:
    """Turns of such phrases alone, with courtesies before, between and after them."""
    own = _COURTESY.get(language.partition("-")[0].lower(), ())
    courtesy = rf"(?:{'|'.join(dict.fromkeys((*own, *_COURTESY['en'])))})"
    core = "|".join(patterns)
    return (re.compile(rf"(?:{courtesy} )*(?:{core})(?: (?:{courtesy}|{core}))*"),)
