"""What machines say that answer telephones, and what only people say: signs in the words of a call's first turns.

Signs add up: a strong one is enough alone, weak ones need company, since a recogniser gets every seventh word wrong
on the telephone. Patterns are those of domain/language/phrases.py: plain words, matched whole.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from domain.conversations import AnsweredBy
from domain.language.phrases import VOICEMAIL_GREETING, Phrases, base_of, plain_words, says, spoken_in
from domain.language.verdicts import is_pickup_phrase

STRONG: Final = 4.0
WEAK: Final = 1.0
OF_A_PERSON: Final = 3.0
PICKED_UP: Final = 2.0

_DIGIT: Final = r"(?:one|two|three|four|five|six|seven|eight|nine|zero|star|pound|hash|[0-9])"
_VOICEMAIL: Final[Phrases] = {
    "en": (
        *VOICEMAIL_GREETING["en"],
        r"(?:\w+ )?(?:voice ?mail|voice mail ?box|voice mail|mailbox|answering machine|messaging service)",
        r"leave (?:me |us )?(?:a|your|an?y?)(?: \w+){0,2} (?:message|number|name|details)",
        r"(?:record|speak|talk to me|recording)(?: your)?(?: message)? (?:after|at) the \w+",
        r"(?:after|at) the (?:tone|beep|signal)",
        r"(?:cant|cannot|couldnt|unable to|not able to|isnt able to) (?:\w+ )?(?:take|answer|get to|come to|pick up|reach)(?: your| the| my)? (?:call|phone|calls)",
        r"(?:return|answer) your call(?: as)?",
        r"as soon as (?:i|we) (?:can|possibly|am|are)(?: \w+)?",
        r"(?:ill|i will|we will|well) (?:get back to|call|ring|return)(?: \w+){0,3} (?:back )?(?:as soon|when i can|shortly|soon)(?: \w+){0,4}",
        r"(?:sorry )?(?:i|we) (?:have |ve )?missed your call",
        r"you know (?:what to do|the drill)",
        r"no ?one is (?:currently )?(?:available|here) to(?: \w+){0,3}",
        r"(?:office|we) (?:is|are) (?:currently |now )?closed",
        r"outside (?:of )?(?:our |office |business )?(?:\w+ )?hours",
        r"away (?:on (?:holiday|vacation|leave)|from my desk|from the phone|until)(?: \w+)?",
        r"not (?:around|home|here|in) (?:right now|just now|at the moment)",
    ),
    "es": (*VOICEMAIL_GREETING["es"], r"buzon(?: de (?:voz|mensajes))?", r"contestador(?: automatico)?", r"(?:deje|deja|grabe|graba)(?: su| un| tu| el)? mensaje", r"(?:despues|al oir)(?: \w+){0,2} (?:senal|tono|pitido)", r"no (?:puedo|podemos|puede) (?:atender\w*|contestar\w*)(?: \w+){0,2}", r"no me encuentro", r"(?:lo antes|tan pronto como|lo mas pronto) posible"),
    "de": (*VOICEMAIL_GREETING["de"], r"(?:anrufbeantworter|mailbox|sprachbox|voicemail)(?: von)?", r"(?:nach|auf) dem (?:signalton|piepton|ton|piep|signal)", r"nachricht (?:hinterlassen|nach dem)", r"nicht (?:erreichbar|zu erreichen|personlich erreichbar)", r"(?:rufe|rufen) (?:ich |wir )?(?:sie |dich )?(?:\w+ )?zuruck", r"hinterlassen"),
    "fr": (*VOICEMAIL_GREETING["fr"], r"(?:messagerie|repondeur)(?: vocale)?", r"(?:laissez|laisser|deposer)(?: moi| nous)? (?:un|votre)(?: \w+){0,2} message", r"apres le (?:bip|signal|bip sonore)", r"(?:ne suis pas|pas|suis) (?:disponible|joignable|absent)", r"vous rappeller\w*", r"vos coordonnees"),
    "pt": (*VOICEMAIL_GREETING["pt"], r"caixa postal", r"secretaria eletronica", r"(?:deixe|grave) (?:\w+ ){0,2}(?:mensagem|recado|nome)", r"(?:apos|depois d?o) (?:o )?(?:sinal|bip|tom)", r"nao (?:posso|podemos|pode) (?:atender|receber)(?: \w+){0,2}", r"(?:retorno|retornarei|retornaremos)(?: \w+){0,2}"),
    "hi": (r"(?:बीप|टोन) के बाद", r"(?:अपना |कृपया ){0,6}(?:संदेश|मैसेज) (?:छोड़ें|छोड़िए|रिकॉर्ड|दें)(?: \S+)?", r"वॉइसमेल", r"(?:फोन|कॉल|बात) नहीं (?:उठा|ले|कर) सक\S+", r"उपलब्ध नहीं(?: \S+)?", r"उत्तर नहीं(?: \S+)?", *VOICEMAIL_GREETING["hi"]),
}  # fmt: skip
_VOICEMAIL_WEAK: Final[Phrases] = {
    "en": (r"messages?", r"tone|beep", r"(?:un|not )?available|unavailable", r"(?:you have|youve) (?:reached|called)|got through to", r"leave", r"(?:get|be) (?:back|in touch)|call (?:you|back)", r"subscriber|forwarded|transferred", r"(?:brief|short|recording|callback|recorded)", r"(?:im|i am) (?:either|currently|away|out)", r"moment|right now|just now", r"urgent|otherwise|colleague"),
    "es": (r"mensaje|recado", r"senal|tono", r"disponible", r"ha llamado|se ha comunicado", r"momento"),
    "de": (r"nachricht", r"ton|signalton|piepton", r"erreichbar", r"leider|zurzeit|derzeit", r"automatische\w*"),
    "fr": (r"message", r"bip|signal", r"disponible|absent|joignable", r"vous etes bien", r"correspondant"),
    "pt": (r"mensagem|recado", r"sinal|bip", r"(?:voce )?ligou para", r"encaminhada", r"no momento|atender"),
    "hi": (r"संदेश|मैसेज|नाम", r"कृपया", r"व्यक्ति", r"रिकॉर्ड", r"आपने|छोड़\S*"),
}  # fmt: skip
_IVR: Final[Phrases] = {
    "en": (
        rf"(?:press|dial|push|select|touch) {_DIGIT}(?: \w+)?",
        r"for (?:\w+ ){1,4}press(?: \w+)?",
        r"(?:menu|following|available) options",
        r"listen carefully(?: \w+)?",
        r"(?:calls?|conversation) (?:may be|are|is|is being|will be|maybe) (?:monitored|recorded)(?: \w+)?",
        r"next available (?:\w+ )?(?:agent|representative|operator|advisor|adviser|associate)",
        r"your call is (?:very )?important(?: \w+)?",
        r"(?:stay|remain) on the line",
        r"(?:calls?|it) will be answered in(?: \w+){0,2}",
        r"(?:party|partys|persons) extension",
        r"(?:say|enter) (?:or|and) (?:say|enter)(?: \w+)?",
        r"(?:followed by|then press) the (?:hash|pound|star|square)(?: \w+)?",
        r"(?:agents|representatives|operators|advisors|advisers|lines) are (?:currently |all )?(?:busy|assisting|helping)(?: \w+)?",
        r"(?:main|previous) menu",
        r"in a few words",
        r"automated (?:\w+ )?(?:service|system|attendant|line|assistant)",
        r"for (?:quality|training)(?: \w+){0,2}",
    ),
    "es": (r"(?:pulse|oprima|marque|presione) (?:el )?(?:uno|dos|tres|cuatro|cero|ahora|[0-9])", r"(?:escuche|menu|siguientes) (?:\w+ )?opciones", r"(?:su )?llamada (?:es|sera|puede ser) (?:\w+ )?(?:importante|grabada|atendida)", r"conoce (?:la|el) (?:numero de )?extension"),
    "de": (r"(?:drucken|wahlen) sie (?:\w+ )?(?:die )?(?:eins|zwei|drei|null|[0-9])", r"(?:wahlen sie|folgenden) (?:\w+ ){0,2}(?:moglichkeiten|optionen)", r"nachste\w* frei\w* mitarbeiter", r"alle (?:unsere )?(?:leitungen|mitarbeiter)(?: \w+)?", r"zu (?:qualitats|schulungs)\w*(?: \w+)?"),
    "fr": (r"(?:tapez|appuyez sur|faites) (?:le )?(?:un|deux|trois|zero|[0-9])", r"(?:conseillers|lignes|operateurs) (?:sont|est)(?: \w+){0,3}", r"(?:veuillez|merci de) (?:patienter|rester en ligne)", r"(?:prendre|votre) (?:votre )?appel (?:sera|est|dans)(?: \w+)?"),
    "pt": (r"(?:digite|tecle|pressione|disque) (?:o )?(?:um|dois|tres|zero|[0-9])", r"(?:uma das|seguintes) opcoes", r"sua ligacao (?:e|sera)(?: \w+){0,2}"),
    "hi": (r"(?:एक|दो|तीन|शून्य) दबा\S+", r"आपका स्वागत है", r"दबाएँ"),
}  # fmt: skip
_IVR_WEAK: Final[Phrases] = {
    "en": (r"welcome to", r"extension|enter|account number", r"options?|menu", r"press", r"recorded|monitored|monitoring|training|quality", r"customers?|agents?|representative|enquiries", r"please (?:hold|choose|select|listen|say)", r"sales|support|billing"),
    "es": (r"bienvenid\w*", r"gracias por llamar", r"extension|operador", r"opcion(?:es)?", r"pulse|oprima|marque"),
    "de": (r"willkommen", r"drucken|wahlen", r"moglichkeiten", r"kundendienst|vertrieb"),
    "fr": (r"bienvenue", r"merci davoir appele", r"conseillers?", r"tapez|appuyez", r"patienter"),
    "pt": (r"bem vind\w*", r"opcoes", r"digite|tecle", r"atendente|suporte|vendas"),
    "hi": (r"स्वागत", r"धन्यवाद", r"दबा\S*", r"सहायता|बिक्री"),
}  # fmt: skip
_SCREENING: Final[Phrases] = {
    "en": (
        r"(?:state|say|record|give|tell me|leave) your name and(?: \w+)?",
        r"(?:reason|purpose) (?:for|of) (?:calling|your call|the call)",
        r"(?:screening|screened)(?: \w+)?",
        r"before i (?:connect|put|try to connect)(?: \w+){0,2}",
        r"(?:see|check) (?:if|whether) (?:this|the|that|they|your)(?: \w+){0,2} (?:is|are|can) (?:available|talk)(?: \w+)?",
        r"name and (?:the )?(?:reason|purpose|why)(?: \w+)?",
        r"(?:accept|accepting|take) (?:unknown|anonymous|unidentified) (?:callers|calls)",
    ),
    "es": (r"(?:diga|indique|grabe) (?:su nombre|quien es) y(?: \w+){0,2}", r"motivo de (?:la|su) llamada", r"antes de (?:conectar|pasar)(?: \w+)?"),
    "de": (r"ihren namen und (?:den grund|warum)(?: \w+)?", r"grund ihres anrufs", r"(?:ob|sehe) (?:\w+ )?(?:die )?person(?: \w+)?", r"warum sie anrufen"),
    "fr": (r"votre nom et (?:la raison|pourquoi|le motif)(?: \w+)?", r"(?:raison|motif) de (?:votre|l) ?appel", r"(?:appel est|appels) filtres?"),
    "pt": (r"seu nome e (?:o )?(?:motivo|assunto)(?: \w+)?", r"motivo da (?:ligacao|chamada)", r"antes de (?:completar|conectar|transferir)(?: \w+)?"),
    "hi": (r"(?:अपना )?नाम और (?:कॉल|फोन) (?:का|करने का) कारण(?: \S+)?",),
}  # fmt: skip
_SCREENING_WEAK: Final[Phrases] = {
    "en": (r"your name", r"why (?:youre|you are) calling|what the call is(?: about)?", r"(?:the|this) person(?: \w+)?", r"(?:state|record) your", r"stay on the line|hold on the line", r"callers"),
    "es": (r"su nombre", r"esta persona", r"motivo|por que llama", r"conectar"),
    "de": (r"ihren namen", r"person|verbinde", r"anrufen|anrufs", r"nach dem ton"),
    "fr": (r"votre nom", r"cette personne", r"raison|pourquoi vous appelez", r"en ligne"),
    "pt": (r"seu nome", r"esta pessoa", r"motivo|assunto", r"aguarde"),
    "hi": (r"कारण",),
}  # fmt: skip
_UNAVAILABLE: Final[Phrases] = {
    "en": (
        r"number you (?:have |ve |are )?(?:dialed|dialled|called|calling|reached|trying)(?: \w+)?",
        r"(?:not|no longer|out of|temporarily out of) (?:in )?service",
        r"(?:has been|is|was) (?:disconnected|not recogni[sz]ed|switched off|not assigned|not allocated)",
        r"switched off|out of (?:the )?(?:coverage|network)(?: area)?",
        r"(?:incorrect|invalid) number",
        r"check (?:the number|and (?:redial|dial|try))(?: \w+)?",
        r"(?:call|number|subscriber|calling) (?:cannot|can not|could not) be (?:completed|reached|connected)(?: \w+)?",
        r"(?:please )?(?:try|place) (?:your call|the call|your number) again(?: \w+)?",
        r"(?:hang up and|and) (?:try|dial)(?: \w+){0,3} again",
        r"(?:subscriber|customer) (?:that )?you (?:are|have)(?: \w+)?",
        r"number (?:is|you are calling is) (?:currently |not )?(?:busy|recogni[sz]ed|assigned)",
    ),
    "es": (r"numero que (?:usted )?(?:marco|ha marcado)(?: \w+){0,2}", r"(?:apagado o|fuera de) (?:fuera de )?(?:cobertura|servicio)", r"no (?:existe|esta asignado)", r"telefono al que (?:usted )?llama(?: \w+){0,2}", r"verifique el numero"),
    "de": (r"kein anschluss(?: \w+){0,3}", r"(?:gewahlte )?rufnummer ist(?: \w+){0,2}", r"nicht vergeben", r"(?:gewahlte|gewunschte) (?:rufnummer|nummer|teilnehmer|gesprachspartner)"),
    "fr": (r"numero que vous avez (?:demande|compose)(?: \w+){0,2}", r"nest (?:pas attribue|plus en service|plus attribue)", r"pas attribue|plus en service"),
    "pt": (r"numero (?:que voce )?(?:discou|discado|chamado)(?: \w+){0,2}", r"(?:fora de servico|desligado|fora da area)(?: \w+)?", r"nao existe", r"(?:verifique|tente) (?:o numero|mais tarde|novamente)(?: \w+)?"),
    "hi": (r"(?:स्विच|स्वीच) (?:ऑफ|ऑफ़)", r"(?:सेवा|अस्तित्व) में नहीं(?: \S+)?", r"मौजूद नहीं(?: \S+)?", r"नंबर (?:\S+ )?(?:व्यस्त|जाँच)(?: \S+)?", r"(?:डायल|कॉल) किया (?:गया )?(?:\S+ )?", r"(?:जाँच|प्रयास) (?:करें|कर लें)", r"संपर्क करना(?: \S+)?"),
}  # fmt: skip
_UNAVAILABLE_WEAK: Final[Phrases] = {
    "en": (r"(?:dialed|dialled|redial)", r"(?:we are|were) sorry", r"number", r"(?:try|call) (?:again|after)|again later", r"service|recognised|recognized|completed", r"subscriber|customer you"),
    "es": (r"numero", r"marco|marcado", r"apagado|cobertura|existe"),
    "de": (r"rufnummer", r"auskunft|vergeben", r"gewahlte|gewunschte"),
    "fr": (r"numero", r"compose|demande|attribue", r"service|actuellement"),
    "pt": (r"numero", r"discou|existe", r"servico|temporariamente|tente"),
    "hi": (r"नंबर", r"फिलहाल|अभी", r"दोबारा|थोड़ी देर"),
}  # fmt: skip
_PERSON: Final[Phrases] = {
    "en": (
        r"(?:who is this|whos this|who is (?:it|calling|there|speaking)|whos (?:calling|there|speaking))(?: please)?",
        r"(?:how|what) (?:can|may|could) (?:i|we) (?:help|do|direct|get)(?: \w+)?",
        r"(?:hang|hold) on(?: a| one)?(?: \w+)?",
        r"(?:bear with me|one (?:second|moment|sec|minute)|just a (?:second|moment|minute|sec))",
        r"(?:go ahead|can you hear|i can barely|can you say|say that again|speak up|cant hear you|im listening|whats (?:up|this about)|what is (?:it|this) about)(?: \w+)?",
        r"(?:sorry|pardon|excuse) (?:what|me|who)(?: \w+)?",
        r"(?:can i take|who would you like|speaking what|speaking how)(?: \w+)?",
        r"(?:im|i am|i was|we are) (?:just |really |not |a bit )?(?:driving|busy|in a meeting|on the other line|about to|going to|really)(?: \w+)?",
        r"(?:is that|is this|are you|do you|did you) (?:the|about|a|get|want|calling)(?: \w+)?",
        r"(?:anybody|anyone|someone) there",
        r"(?:may|can|could|shall) i (?:ask|have|help|put|tell|say)(?: \w+)?",
        r"(?:who|whom|which \w+) (?:would|do|did|are|were|can|should) (?:you|i|we)(?: \w+)?",
        r"(?:would you like|could you (?:give|hold|tell|repeat)|something else i can|wait a (?:second|moment|minute))(?: \w+)?",
    ),
    "es": (r"quien (?:es|habla|llama)", r"(?:en que|como) (?:le )?(?:puedo|podemos)(?: \w+)?", r"(?:un|espere un) (?:momento|segundo)(?: que)?", r"(?:digame|me escucha|le atiende|que desea|de parte de quien)", r"con quien (?:desea|quiere|quisiera|hablo|tengo)(?: \w+)?", r"(?:me puede|puede|podria) (?:decir\w*|repetir\w*|esperar)(?: \w+)?"),
    "de": (r"wer (?:ist|spricht)(?: \w+)?", r"(?:was|wie|womit) (?:kann|darf) ich(?: \w+)?", r"(?:moment|augenblick|sekunde)(?: bitte)?", r"(?:ich hore sie|worum geht|wen mochten|konnen sie)(?: \w+)?", r"mit wem (?:mochten|darf|wollen|spreche|kann)(?: \w+)?", r"(?:kann|darf) ich (?:ihnen|sie|etwas|fragen)(?: \w+)?", r"(?:weiterhelfen|behilflich sein)"),
    "fr": (r"(?:qui est|cest qui)(?: \w+)?", r"puis je(?: \w+)?", r"(?:attendez|ne quittez pas|une seconde|un instant)", r"(?:je vous ecoute|a qui souhaitez|cest pour quoi|vous mentendez)(?: \w+)?", r"(?:de la part de qui|a votre ecoute|qui vous etes|qui etes vous)", r"(?:souhaitez|desirez|voulez) vous (?:parler|joindre|que je)(?: \w+)?"),
    "pt": (r"quem (?:e|fala|esta|gostaria)(?: \w+)?", r"(?:em que|como) (?:eu )?posso(?: \w+)?", r"(?:so um|espera|um) (?:minuto|momento|ai|instante)", r"(?:pode falar|do que se trata|o que voce quer|tem alguem)", r"com quem (?:voce|o senhor|a senhora|deseja|gostaria|quer|falo)(?: \w+)?", r"(?:posso|podemos) (?:ajudar|ser util|ajuda lo)"),
    "hi": (r"कौन (?:है|बोल|हैं)(?: \S+)?", r"(?:बताइए|बोलिए|रुकिए)", r"(?:आवाज़|आवाज) (?:नहीं|आ)(?: \S+)?", r"क्या मदद(?: \S+)?", r"(?:किस (?:तरह|प्रकार)|कैसे)(?: \S+)? मदद", r"मदद कर सक\S+", r"किस(?:से| से) (?:बात|मिलना)(?: \S+)?", r"(?:आप कौन|क्या काम|एक मिनट)"),
}  # fmt: skip
_TABLES: Final[tuple[tuple[AnsweredBy, str, Phrases, float], ...]] = (
    (AnsweredBy.VOICEMAIL, "phrase", _VOICEMAIL, STRONG),
    (AnsweredBy.VOICEMAIL, "word", _VOICEMAIL_WEAK, WEAK),
    (AnsweredBy.IVR, "phrase", _IVR, STRONG),
    (AnsweredBy.IVR, "word", _IVR_WEAK, WEAK),
    (AnsweredBy.SCREENING, "phrase", _SCREENING, STRONG + 1.5),
    (AnsweredBy.SCREENING, "word", _SCREENING_WEAK, WEAK),
    (AnsweredBy.UNAVAILABLE, "phrase", _UNAVAILABLE, STRONG),
    (AnsweredBy.UNAVAILABLE, "word", _UNAVAILABLE_WEAK, WEAK),
    (AnsweredBy.PERSON, "phrase", _PERSON, OF_A_PERSON),
)


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing in somebody's words that speaks for a class; what names it without quoting the words."""

    answered_by: AnsweredBy
    what: str
    weight: float


def signs(text: str, *languages: str, whole: bool = False) -> tuple[Sign, ...]:
    """Everything that these words say about who speaks them, in these languages; whole: more than them was not said."""
    words = plain_words(text)
    found = [*_signs(words, languages)]
    if whole and is_pickup_phrase(text, *languages):
        found.append(Sign(AnsweredBy.PERSON, "picked up", PICKED_UP))
    return tuple(found)


def _signs(words: str, languages: tuple[str, ...]) -> Iterator[Sign]:
    for answered_by, kind, table, weight in _TABLES:
        patterns = _own(table, languages) if kind == "word" else spoken_in(table, *languages)
        if not patterns or not says(words, patterns):
            continue
        for place, pattern in enumerate(patterns):
            if says(words, (pattern,)):
                yield Sign(answered_by, f"{kind} {place}", weight)


def _own(table: Phrases, languages: tuple[str, ...]) -> tuple[str, ...]:
    """The patterns of these languages alone (those of English for one that has none): single words of English, such as
    "service", mean little elsewhere."""
    return tuple(pattern for base in map(base_of, languages) for pattern in table.get(base, table["en"]))
