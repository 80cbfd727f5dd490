"""What people say when they mean something: small tables of phrases by language, and how a phrase is looked for.

Texts are compared as plain words: small letters, no accents, apostrophes gone ("don't" is "dont"), everything else a
space. Patterns are regular expressions over such words and match whole words only. The tables are short on purpose:
a rule fires where the meaning is certain, the rest is left to the model.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

Phrases = Mapping[str, tuple[str, ...]]
"""Language ("en") -> patterns."""


@lru_cache(maxsize=2048)
def plain_words(text: str) -> str:
    """The text as words that can be compared; letters of any script stay."""
    decomposed = unicodedata.normalize("NFD", text.lower().replace("ß", "ss"))
    kept = re.sub(r"['’`´\u0300-\u036f]", "", decomposed)
    words = "".join(c if c.isalnum() or unicodedata.category(c).startswith("M") else " " for c in kept)
    return " ".join(unicodedata.normalize("NFC", words).split())


@lru_cache(maxsize=256)
def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    return re.compile(rf"(?<!\S)(?:{joined})(?!\S)")


def says(words: str, patterns: tuple[str, ...]) -> bool:
    """Whether plain words contain one of the patterns as whole words."""
    return _compiled(patterns).search(words) is not None


def base_of(language: str) -> str:
    """A tag's language without its region: "es" of "es-MX"."""
    return language.partition("-")[0].lower()


def spoken_in(phrases: Phrases, *languages: str) -> tuple[str, ...]:
    """The patterns of these languages ("en-US") and of English, which is heard everywhere."""
    heard = dict.fromkeys((*map(base_of, languages), "en"))
    return tuple(pattern for language in heard for pattern in phrases.get(language, ()))


def in_any_language(phrases: Phrases) -> tuple[str, ...]:
    """The patterns of all languages."""
    return tuple(pattern for patterns in phrases.values() for pattern in patterns)


# A moment after "do not call me" makes it a wish about when, not about whether.
_LATER: Final = (
    r"(?! (?:right )?(?:now|today|tonight|tomorrow|before|after|until|till|during|while|when|so early|so late|this|"
    r"between|yet|at|in the|in an|in a|on|early|late|from)(?!\S))"
)
_CALL: Final = r"(?:call|phone|ring|contact|text|message|dial|bother)"
_CALLING: Final = (
    r"(?:calling|phoning|ringing|contacting|texting|messaging|dialing|dialling|bothering|harassing)"
)
# Taken whole or not at all, so that the words looked for after it are really the next ones.
_ME: Final = r"(?: me| us| here| this (?:number|phone|house)| my (?:phone|number|house|home|cell|mobile))?+"
_NOT: Final = r"(?:do not|dont|never|please not)"
_ME_OR_MINE: Final = (
    r"(?:me|us|my (?:phone )?(?:number|name|details|data|contact|phone)|(?:this|our|the) (?:phone )?number)"
)

OPT_OUT: Final[Phrases] = {
    "en": (
        # The subject before "don't" makes it a report ("they don't call me"); "again" makes it a demand all the same.
        rf"(?<!i )(?<!we )(?<!you )(?<!they )(?<!he )(?<!she )(?<!people ){_NOT} (?:ever |please )?{_CALL}{_ME}{_LATER}"
        r"(?! (?:back )?(?:sir|maam|names|the police)(?!\S))",
        rf"(?:{_NOT}|not) (?:ever |please )?{_CALL}{_ME}(?: back)? (?:again|any ?more|ever)(?: again)?(?! (?:today|tonight|before|until|till)(?!\S))",
        rf"(?<!dont )(?<!not )(?<!never )(?<!didnt )(?<!wont )(?<!cant )(?<!cannot )(?:stop|quit|cease) {_CALLING}{_ME}"
        r"(?! (?:sir|maam|madam|mister|honey|dear|darling|sweetheart|buddy|names|it)(?!\S))",
        r"(?<!dont )(?<!not )stop (?:with )?(?:the|these|those|your|all)(?: the| these| your)? (?:phone |sales )?calls?",
        r"(?:take|get|remove|strike|scratch|delete|drop|erase) " + _ME_OR_MINE + r" (?:off|from|out of) "
        r"(?:of )?(?:your|the|this|that|any|all|those|these|all your)(?: \w+){0,3} "
        r"(?:lists?|databases?|systems?|records?|files?|calls)",
        r"(?:take|get) " + _ME_OR_MINE + r" off (?:your|the|this|that) list",
        r"(?:remove|delete|erase|lose) my (?:phone )?(?:number|details|data|contact)",
        r"(?<!dont )(?<!not )remove (?:me|this number)(?! from (?:speaker|hold|mute)(?!\S))",
        r"(?<!dont )(?<!not )(?<!to not )unsubscribe(?: me| us)?",
        r"(?:opt|opting) (?:me |us )?out(?! of (?:the survey|this question)(?!\S))(?<!not opt out)(?<!dont want to opt out)",
        r"(?:put|place|add|get) "
        + _ME_OR_MINE
        + r" (?:on|to|onto) (?:your |the |a )?do not (?:call|contact)(?: list| registry)?",
        rf"(?:do not|dont|no longer|never) (?:want|wish|like|need) (?:to )?(?:be |get |receive |hear from )?(?:you to )?(?:call|called|contacted|contact|phoned|phone|texted|text|hearing from)(?: me| us| by you)?+(?: again| any ?more)?+{_LATER}",
        r"(?:do not|dont|no longer) (?:want|wish|need) (?:to (?:get|receive|have) )?(?:any|any more|more|your|these|those|such)(?: more| of these| of your)? (?:phone |sales |marketing )?(?:calls|messages|texts)",
        r"(?:do not|dont) (?:want|wish) to (?:ever )?hear from you(?: again| any ?more| ever){0,6}",
        r"no more (?:phone |sales |marketing )?(?:calls|texts|messages)",
        r"leave (?:me|us) alone",
        r"(?:be|get) (?:taken|removed|deleted) (?:off|from|out of) (?:your|the|this) (?:\w+ ){0,2}(?:lists?|databases?|records?)",
        r"i want (?:to be |to get )?off (?:of )?(?:your|the|this) list",
        r"(?:asked|told) you (?:people |guys )?(?:not to (?:call|contact|phone|ring)|to stop (?:calling|contacting|phoning|ringing))(?: me| us)?+"
        + _LATER,
        r"(?:revoke|withdraw) (?:my |the )?consent",
        r"(?:you|they) (?:may|can|must|should|are) not (?:allowed to )?(?:call|contact|phone) (?:me|us|here|this number)"
        + _LATER,
    ),
    "es": (
        r"no me (?:llame|llamen|llames|contacte|contacten)(?: (?:mas|nunca|nunca mas|otra vez|de nuevo))?+(?! (?:ahora|hoy|manana|antes|despues|hasta|por la)(?!\S))",
        r"no (?:vuelva|vuelvan|vuelvas) a llamar(?:me|nos)?",
        r"(?:deje|dejen|deja|pare|paren) de (?:llamar|llamarme|llamarnos|molestar|molestarme)",
        r"no (?:quiero|deseo) (?:que me llamen|recibir)(?: mas)?(?: (?:llamadas|mensajes))?",
        r"(?:quite|quiteme|quitenme|saque|saqueme|saquenme|borre|borreme|borren|elimine|eliminen) (?:mi numero|mis datos|de (?:su|la|esta) lista)(?: de (?:su|la|esta) lista)?",
        r"(?:darme|deme|denme|dar) de baja",
        r"deje(?:me|nme|nos|nnos) en paz|dejame en paz",
    ),
    "de": (
        r"(?:rufen sie|ruf|rufen) (?:mich |uns |hier |bitte ){0,6}(?:nicht|nie) (?:mehr|wieder)(?: an)?",
        r"(?:nicht|nie) (?:mehr|wieder) (?:anrufen|angerufen werden)",
        r"(?:horen sie|hor|horen sie bitte) (?:bitte )?auf (?:mich |uns |hier )?anzurufen",
        r"(?:streichen|loschen|entfernen|nehmen) sie (?:bitte )?(?:mich|meine (?:nummer|daten)|uns)(?: (?:aus|von) (?:der|ihrer|dieser) (?:liste|datenbank|kartei))?",
        r"keine (?:weiteren |werbe)?anrufe(?: mehr)?",
        r"lass(?:en sie|t)? (?:mich|uns) (?:bitte |endlich |doch ){0,2}in (?:ruhe|frieden)",
    ),
    "fr": (
        r"ne (?:me |nous )?(?:rappelez|appelez|rappelle|appelle|contactez) (?:plus|jamais)",
        r"ne m(?:e )?appelez plus",
        r"(?:veux|souhaite|voudrais) plus (?:etre (?:appelee?|rappelee?|contactee?)|que vous (?:mappeliez|me rappeliez))",
        r"laissez (?:moi|nous) tranquilles?",
        r"(?:arretez|cessez) de (?:m|me |nous )?(?:appeler|rappeler|contacter|harceler)",
        r"(?:retirez|enlevez|supprimez|effacez) (?:moi|mon numero|mes donnees)(?: de (?:votre|la) liste)?",
    ),
    "pt": (
        r"nao (?:me )?(?:ligue|liguem|liga|telefone)(?: para mim)? (?:mais|nunca mais|de novo)",
        r"(?:pare|parem|para) de (?:me )?ligar(?: para mim)?",
        r"nao quero mais (?:receber )?(?:suas )?(?:ligacoes|chamadas)",
        r"me deix[ae]m? em paz",
        r"(?:tire|tirem|remova|removam|apague|exclua) (?:o )?meu (?:numero|nome)(?: da (?:sua )?lista)?",
    ),
    "hi": (
        r"(?<!abhi )(?<!aaj )(?:dobara |phir se |phir |kabhi |aage se |aise |mujhe |humko ){1,6}(?:call|phone|fon) (?:mat|na|nahi) (?:karo|karna|kijiye|kijiyega|karein|kare|kariye|karen)",
        r"(?<!abhi )(?<!aaj )(?:call|phone|fon) (?:mat|na) (?:karo|karna|kijiye|kijiyega|karein|kariye)(?! abhi(?!\S))",
        r"(?:call|phone|fon) karna (?:band|bandh) (?:karo|kijiye|kar do|kar dijiye|karein)",
        r"(?:mera )?(?:number|naam) (?:(?:apni )?list se )?(?:hata|nikal|delete|remove)(?: kar)? (?:do|dijiye|dena|de)",
        r"(?:mujhe |mera naam )?list se (?:hata|nikal) (?:do|dijiye|dena)",
        r"(?:दोबारा |फिर |मुझे ){0,6}(?:कॉल|फोन|फ़ोन) मत (?:करो|करना|कीजिए|करिए|करें)",
        r"(?:कॉल|फोन|फ़ोन) करना बंद (?:करो|कीजिए|कर दो|करें)",
        r"(?:मेरा )?नंबर (?:हटा|निकाल) (?:दो|दीजिए)",
    ),
}

# A sentence of these words alone is an opt-out (47 CFR 64.1200(a)(10) names stop and opt out); among others they may be anything.
OPT_OUT_ALONE: Final[Phrases] = {
    "en": (
        r"(?:(?:no|please|just|okay|ok|hey|oh|well|i said) ){0,3}stop(?: stop){0,20}(?: please)?",
        r"opt out",
        r"unsubscribe",
        r"revoke",
    ),
    "es": (r"baja", r"alto"),
    "de": (r"(?:nein |bitte ){0,2}stopp?(?: bitte)?",),
    "hi": (r"band karo",),
}

WRONG_NUMBER: Final[Phrases] = {
    "en": (
        r"(?<!not a )(?<!not the )(?<!isnt the )(?<!isnt a )(?<!did i have the )wrong (?:number|person)",
        r"(?:nobody|no one|noone|no body) (?:here )?(?:of|by|with) (?:that|this) name",
        r"(?:theres|there is|there are) (?:nobody|no one|noone) (?:called|named|by the name of|of that name) ?\w*",
        r"(?:he|she|they) (?:does not|doesnt|no longer|dont|do not) (?:live|lives|work|works) here(?: any ?more)?",
        r"(?:this|that) is not (?:his|her|their) (?:phone |number|phone number)",
        r"you (?:have|ve|got|ve got|have got|must have|dialed|dialled) the wrong (?:number|person)",
    ),
    "es": (
        r"numero equivocado",
        r"se (?:ha )?equivoc(?:o|ado)(?: de numero)?",
        r"nadie (?:aqui )?(?:con|de) ese nombre",
    ),
    "de": (
        r"falsch verbunden",
        r"falsche (?:nummer|rufnummer)",
        r"verwahlt",
        r"hier (?:wohnt|gibt es) (?:kein|keine|niemand)(?: \w+)?",
    ),
    "hi": (r"(?:galat|wrong) number(?: hai)?", r"रॉन्ग नंबर", r"गलत नंबर"),
}

CALLBACK: Final[Phrases] = {
    "en": (
        r"(?<!dont )(?<!not )(?<!never )(?:call|phone|ring|try|reach) (?!again some ?day|again any ?time)(?:me |us |again |back ){0,6}(?:back|later|again|another time|some other time|tomorrow|tonight|next|on|after|around|this (?:afternoon|evening)|in (?:an?|the|two|three|half|\d+))(?:(?: \w+){0,4})",
        r"(?:not a|a bad|isnt a|not the) (?:good |best |right |great )?(?:time|moment)",
        r"(?:im|i am|were|we are) (?:a bit |very |quite |really |kind of |just |currently |right now ){0,6}(?:busy|driving|in a meeting|at work|working|on another call|about to leave|having (?:dinner|lunch))(?: right now| now)?",
        r"(?:another|a better|a different|some other) time",
        r"(?:can we|could we|lets) (?:talk|speak|do this) (?:later|tomorrow|another time|some other time)",
        r"(?:dont|do not|cannot|cant) (?:have time|talk|speak) (?:right now|now|at the moment|today)",
        r"(?:dont|do not|have no|no) (?:have )?time (?:right now|now|at the moment|today)",
    ),
    "es": (r"(?:llameme|llamame|llamenme|puede llamarme|vuelva a llamar) (?:mas tarde|luego|manana|despues|el \w+|otro dia|otra vez)", r"ahora no puedo(?: hablar)?", r"estoy (?:muy )?ocupad[oa]", r"no es (?:un )?buen momento"),
    "de": (r"(?:rufen sie|ruf|konnen sie) (?:mich |uns |bitte ){0,6}(?:spater|morgen|nochmal|noch mal|am \w+|nachste woche)(?: \w+){0,3}", r"(?:gerade|jetzt|im moment) (?:keine zeit|schlecht|ungunstig|beschaftigt)", r"spater (?:noch ?mal )?(?:anrufen|wieder)"),
    "hi": (r"(?:baad mein|baad me|kal|thodi der (?:mein|me|baad)|shaam ko) (?:call|phone|fon|baat) (?:karo|karna|kijiye|kijiyega|karein|kariye|karte)(?: \w+)?", r"abhi (?:busy|time nahi|vyast|meeting (?:mein|me))(?: \w+)?", r"बाद में (?:कॉल|फोन|बात) \S+"),
}  # fmt: skip

FOLLOW_UP: Final[Phrases] = {
    "en": (
        r"(?<!dont )(?<!not )(?:send|email|e mail|mail|text|forward|whatsapp) (?:it |that |this |them )?(?:to )?(?:me|us)(?! (?:again|back) (?:never)(?!\S))(?: \w+){0,4}",
        r"(?:can|could|would) you (?:please )?(?:send|email|e mail|text|forward)(?: \w+){0,4}",
        r"(?:put|send) (?:it|that|this) (?:in|by|via|through) (?:an |a )?(?:email|e mail|mail|writing|text|message|post)",
        r"(?:drop|shoot) me (?:a|an) (?:line|email|e mail|text|message)",
        r"follow up (?:with me |with us )?(?:by|via|with|over) (?:an |a )?(?:email|e mail|text|mail|message|sms|whatsapp)",
    ),
    "es": (r"(?:mandeme|mandame|enviame|envieme|enviemelo|me puede (?:mandar|enviar)|puede (?:mandarme|enviarme))(?: \w+){0,4}", r"por (?:correo|email|whatsapp|mensaje)"),
    "de": (r"(?:schicken|senden|mailen) sie (?:mir|uns|es mir|das)(?: \w+){0,4}", r"(?:per|via) (?:e mail|email|mail|sms|whatsapp)"),
    "hi": (r"(?:mail|email|whatsapp|message|sms|details|jankari) (?:par |pe )?(?:kar|bhej) (?:do|dijiye|dena|dijiyega)", r"(?:details|jankari) (?:bhej|send) (?:do|dijiye|kar do|kijiye)"),
}  # fmt: skip

NOT_INTERESTED: Final[Phrases] = {
    "en": (
        r"(?<!not saying im )(?:not|no longer|never|isnt|arent|aint|wasnt)(?: really| very| at all| that| particularly| too){0,6} interested",
        r"(?:no|not any|have no|zero) interest",
        r"(?:do not|dont) (?:really )?(?:need|want) (?:it|that|this|any|anything|any of (?:it|that|this))(?: thank you| thanks)?",
        r"(?:im|i am|we are|were) (?:good|fine|all set|ok|okay|all good) (?:thanks|thank you|as (?:it|we|i) (?:is|are|am))",
        r"not for (?:me|us)",
        r"(?:ill|i will|we will|well|have to|going to|gonna) (?:pass|decline)(?: on (?:that|this|it))?",
    ),
    "es": (r"no (?:me|nos) interesa", r"no (?:estoy|estamos) interesad[oa]s?", r"no (?:lo )?(?:necesito|quiero)(?: nada)?"),
    "de": (r"(?:kein|keinerlei) interesse", r"nicht (?:sehr |wirklich )?interessiert", r"interessiert mich nicht", r"brauche (?:ich )?(?:das |es )?nicht", r"(?:will|mochte) ich nicht"),
    "hi": (r"(?:interest|interested|dilchaspi|ruchi) (?:nahi|nahin|nhi)(?: \w+)?", r"(?:nahi|nahin|nhi) (?:chahiye|chaiye|chahie)", r"(?:रुचि|इंटरेस्ट) नहीं", r"नहीं चाहिए"),
}  # fmt: skip

INTERESTED: Final[Phrases] = {
    "en": (
        r"(?:i am|im|we are|id be|i would be|wed be|very|definitely|really|quite|yes) (?:very |really |quite |definitely |actually |also ){0,6}interested(?! (?:any ?more)(?!\S))",
        r"(?:sounds|that sounds|it sounds) (?:very |really |pretty )?interesting",
        r"(?:sign|count|put) (?:me|us) (?:up|in|down)",
        r"(?:tell|show) (?:me|us) more",
        r"(?:id|i would|we would|wed) (?:love|like|be happy) (?:to|that|it|one)(?! (?:be (?:removed|called)|stop|end|cancel|unsubscribe|opt|know (?:who|why|how you got))(?!\S))(?: \w+){0,4}",
        r"(?:lets|let us) (?:do it|do that|go ahead)",
    ),
    "es": (r"(?<!no )(?:me|nos) interesa(?: mucho)?", r"(?<!no )(?:estoy|estamos) (?:muy )?interesad[oa]s?", r"(?:digame|cuenteme) mas"),
    "de": (r"(?:ich bin|wir sind|sehr|ja) (?:sehr |durchaus )?interessiert(?! nicht(?!\S))", r"(?:klingt|das klingt|hort sich) (?:sehr )?interessant(?: an)?", r"(?:ich|wir) (?:habe|haben|hatte|hatten) interesse", r"erzahlen sie(?: mir)? mehr"),
    "hi": (r"(?:mujhe |haan |main )(?:interest|interested|dilchaspi)(?: hai| hoon| hun| hu)?(?! (?:nahi|nahin|nhi)(?!\S))", r"aur (?:bataiye|batao|jankari (?:do|dijiye))"),
}  # fmt: skip

YES: Final[Phrases] = {
    "en": (r"(?:yes|yeah|yep|yup|sure|of course|absolutely|definitely|certainly|please do|gladly|why not|okay|ok|that would be (?:great|nice|fine|good|lovely|perfect)|(?:that |it |yes )?sounds (?:very |really |pretty )?(?:good|great|perfect|fine|wonderful|fantastic))(?: .*)?",),
    "es": (r"(?:si|suena (?:muy )?bien|claro|por supuesto|vale|de acuerdo|con gusto)(?: .*)?",),
    "de": (r"(?:ja|(?:das )?klingt (?:sehr )?gut|gerne|gern|klar|naturlich|sicher|auf jeden fall)(?: .*)?",),
    "hi": (r"(?:haan|haanji|han|ha|ji|ji haan|bilkul|theek hai|zaroor|हाँ|हां|जी)(?: .*)?",),
}  # fmt: skip
NO: Final[Phrases] = {
    "en": (r"(?:no|nope|nah|not really|i dont think so|no thank you|no thanks)(?! problem(?!\S))(?: .*)?",),
    "es": (r"no(?: .*)?",),
    "de": (r"(?:nein|ne|lieber nicht)(?: .*)?",),
    "hi": (r"(?:nahi|nahin|nhi|ji nahi|नहीं)(?: .*)?",),
}

# What the agent asks when a plain yes or no answers for the business, not for the survey.
OFFER: Final = (
    r"(?:interested in|are you interested|would that interest you|may i interest you)",
    r"(?:would you like|do you want)(?: to| us to| me to| a| an| some| more)(?! (?:answer|take part|be called|continue|start)(?!\S))",
    r"(?:shall|should|can|could|may) (?:we|i) (?:send|email|text|book|schedule|arrange|sign|set|reserve)",
    r"(?:quiere|le gustaria|le interesa|esta interesad[oa])",
    r"(?:mochten sie|interessiert sie|haben sie interesse|durfen wir|sind sie interessiert)",
    r"(?:interested hain|dilchaspi hai|chahenge|chahte hain)",
)
OFFER_TO_SEND: Final = (
    r"(?:send|email|e mail|text|brochure|details|enviar|mandar|schicken|senden|bhej)(?:ing|e|en)?",
)
OFFER_TO_CALL: Final = (
    r"(?:call|phone|ring) you(?: back| again| later)?",
    r"another time",
    r"(?:llamar|anrufen|zuruckrufen)",
)

ROBOT_QUESTION: Final[Phrases] = {
    "en": (
        r"are you (?:really |actually |even )?(?:(?:a|an|some|some kind of|just a|the) )?(?:real |live |actual |ai |automated |talking |human ){0,6}(?:robot|bot|chatbot|machine|computer|ai|a i|human|human being|person|recording|automated|real|program|voice assistant|assistant)(?: or (?:a |an )?(?:real |human |live ){0,6}\w+)?",
        r"(?:is this|is it|is that|this is|are these) (?:(?:a|an|some) )?(?:real |live |actual |ai |automated |pre ?recorded ){0,6}(?:robot|bot|robocall|machine|computer|ai|a i|human|person|recording|automated|recorded)(?: \w+)?",
        r"am i (?:really )?(?:talking|speaking|chatting) (?:to|with) (?:(?:a|an|some) )?(?:real |live |actual |ai |human ){0,6}(?:robot|bot|machine|computer|ai|a i|human|human being|person|recording)",
        r"(?:youre|you are|you sound like|you must be) (?:(?:a|an|some|just a) )(?:real |ai |automated ){0,6}(?:robot|bot|machine|computer|ai|recording)",
        r"(?:a |an )?(?:robot|bot|machine|ai)",
    ),
    "es": (r"(?:eres|es usted|es esto|usted es) (?:un |una )?(?:robot|maquina|computadora|persona(?: real)?|grabacion|humano|ia)", r"(?:hablo|estoy hablando) con (?:un |una )?(?:robot|maquina|persona(?: real)?|humano)"),
    "de": (r"(?:sind sie|bist du|ist das|sie sind) (?:wirklich )?(?:(?:ein|eine) )?(?:echter |echte )?(?:roboter|computer|maschine|ki|mensch|automat|bandansage|aufnahme)", r"(?:spreche|rede) ich (?:gerade )?mit (?:einem|einer) (?:echten )?(?:roboter|computer|maschine|ki|menschen|automaten)"),
    "fr": (r"(?:etes vous|est ce|cest|vous etes) (?:un |une )?(?:robot|machine|ordinateur|ia|humain|vraie personne|personne reelle)",),
    "pt": (r"(?:voce e|isso e|e) (?:um |uma )?(?:robo|maquina|computador|ia|humano|pessoa(?: real)?)",),
    "hi": (r"(?:kya )?(?:aap|tum|yeh|ye) (?:ek )?(?:robot|machine|computer|ai|insaan|insan|recording)(?: hai| hain| ho| hein)?", r"(?:क्या )?(?:आप|यह) (?:एक )?(?:रोबोट|मशीन|कंप्यूटर|इंसान)(?: हैं| है)?"),
}  # fmt: skip

WANTS_END: Final[Phrases] = {
    "en": (
        r"(?<!say )(?<!saying )(?<!said )(?:ok |okay |thanks |thank you |well |all right |alright ){0,6}(?:good ?bye|good bye|bye|bye bye|bye now|see you|take care)(?: bye){0,6}(?: now| then| thanks| thank you)?$",
        r"(?:i|we) (?:really |just )?(?:have|need|got|ve got|have got|must|gotta|do have)(?: to)? (?:go|run|leave|hang up|get going)(?: now)?$",
        r"(?:ive|weve) got to (?:go|run|leave)(?: now)?$",
        r"(?:im|i am) (?:going to |gonna |about to )?(?:hang|hanging) up(?: now)?",
        r"(?:end|finish|terminate) (?:the|this) call",
        r"(?:please )?hang up(?: now| please)?$",
    ),
    "es": (r"(?:adios|hasta luego|chao|hasta pronto)(?: \w+)?$", r"tengo que (?:irme|colgar|dejarle?)", r"voy a colgar"),
    "de": (r"(?:tschuss|auf wiederhoren|auf wiedersehen|ciao)(?: \w+)?$", r"ich muss (?:jetzt )?(?:los|auflegen|gehen|weg)", r"ich lege (?:jetzt )?auf"),
    "fr": (r"(?:au revoir|salut|bonne journee)$", r"je dois (?:y aller|raccrocher|partir)", r"je raccroche"),
    "pt": (r"(?:tchau|adeus|ate logo)(?: \w+)?$", r"(?:tenho que|preciso) (?:ir|desligar)"),
    "hi": (r"(?:alvida|namaste ji bye|phir milenge)$", r"(?:main )?(?:phone|fon) (?:rakh|kaat|rakhta|rakhti|kaatta)(?: \w+){0,6}$", r"mujhe jana (?:hai|hoga)"),
}  # fmt: skip

VOICEMAIL_GREETING: Final[Phrases] = {
    "en": (
        r"(?<!want to )(?<!like to )(?<!can you )(?<!could you )(?:please |kindly |just |so )leave (?:me |us )?(?:a|an|your|the)(?: \w+){0,4} (?:message|name|number|details)",
        r"leave (?:me |us )?(?:a|your)(?: \w+){0,12} (?:after|at|following) the (?:tone|beep|signal)",
        r"(?:after|at|following|wait for) the (?:tone|beep)",
        r"leave (?:me |us )?your name(?: \w+){0,4}",
        r"reached (?:the )?(?:\w+ ){0,3}(?:voice ?mail|voice mail ?box|mailbox|answering (?:machine|service))(?: of| for)?",
        r"(?:voice ?mail|voice mail|mailbox) (?:box )?(?:of|for|belonging to|is full|has not been set up)",
        r"(?:cant|cannot|can not|unable to|not able to) (?:come|get|make it) to the phone(?: right now)?",
        r"(?:is|are|am|im) (?:currently |presently |now )?(?:not available|unavailable)(?: right now| at the moment)? to (?:take|answer)(?: \w+){0,2} calls?",
        r"(?:cant|cannot|unable to|not able to) (?:take|answer) your call",
        r"(?:person|party|subscriber|customer|number) (?:that )?(?:you are|youre|you have|youve) (?:trying to reach|calling|called|dialed|dialled)(?: \w+){0,3}",
        r"(?:record|leave) your message",
        r"(?:forwarded|transferred|directed) to (?:an? )?(?:automatic |automated )?(?:voice|voicemail|voice mail|answering|message)(?: \w+){0,3}",
    ),
    "es": (r"(?:deje|deja) (?:su|un|tu)(?: \w+){0,3} mensaje", r"(?:despues|al oir) (?:de la|del|la|el) (?:senal|tono|pitido)", r"buzon de (?:voz|mensajes)"),
    "de": (r"hinterlassen sie(?: \w+){0,4} (?:nachricht|namen|mitteilung)", r"nach dem (?:signalton|piepton|ton|piep)", r"(?:mailbox|anrufbeantworter) von", r"(?:zurzeit|momentan|derzeit|vorubergehend|leider|gerade) nicht erreichbar"),
    "fr": (r"laissez (?:moi |nous )?(?:un|votre)(?: \w+){0,3} message", r"apres le (?:bip|signal)(?: sonore)?", r"(?:messagerie|repondeur)(?: vocale)? de"),
    "pt": (r"deixe (?:a sua|sua|uma|o seu|seu)(?: \w+){0,3} (?:mensagem|recado)", r"apos o (?:sinal|bip)", r"caixa postal"),
    "hi": (r"(?:sandesh|message) (?:chhod|chod|chhoden|chhodein|chhodiye)(?: \w+){0,6}", r"(?:beep|tone) ke baad", r"(?:jis|aap jis) (?:vyakti|number|grahak)(?: \w+){1,8} (?:uplabdh|vyast|switch off|uttar)(?: \w+){0,6}"),
}  # fmt: skip

_GREETING: Final = r"(?:hello|helo|hallo|hullo|hi|hey|hey there|hi there|hello there|yes|yeah|yep|yes please|good (?:morning|afternoon|evening|day)|halo)"
PICKUP: Final[Phrases] = {
    "en": (
        rf"(?:{_GREETING} ?){{1,4}}(?:(?:this is|its) \w+(?: \w+)?(?: speaking)?|\w+(?: \w+)? (?:speaking|here))?",
        rf"(?:{_GREETING} )?(?:speaking|this is \w+(?: \w+)?(?: speaking)?|\w+(?: \w+)? speaking)",
        rf"(?:{_GREETING} )?(?:who is this|whos this|who is calling|whos calling|whos there|who is it|can you hear me)(?: please)?",
    ),
    "es": (r"(?:(?:hola|alo|bueno|diga|digame|si|buenos dias|buenas tardes|buenas noches|quien (?:es|habla)) ?){1,4}",),
    "de": (r"(?:(?:hallo|ja|ja bitte|bitte|guten (?:tag|morgen|abend)|wer ist da|ja hallo) ?){1,4}", r"(?:hallo |ja )?(?:hier ist |hier )?\w+(?: am apparat)?"),
    "fr": (r"(?:(?:allo|oui|bonjour|bonsoir|qui est ce|qui est la) ?){1,4}",),
    "pt": (r"(?:(?:alo|oi|sim|ola|pois nao|bom dia|boa tarde|boa noite|quem (?:e|fala)) ?){1,4}",),
    "hi": (r"(?:(?:haan|haanji|han|ji|ji haan|namaste|namaskar|kaun|kaun hai|kaun bol raha hai|boliye|हेलो|हैलो|हाँ|जी|नमस्ते) ?){1,4}",),
}  # fmt: skip

# "Do not record me" deletes what was kept; "I do not want to be recorded" and "stop the recording" are the same demand.
_RECORD_WHAT: Final = (
    r"(?: (?:me|us|this|that|it|anything|my voice|(?:this|the|our|my) (?:\w+ )?(?:call|conversation)))?"
)
REFUSES_RECORDING: Final[Phrases] = {
    "en": (
        rf"(?<!i )(?<!we )(?<!they )(?<!you ){_NOT} (?:please )?(?:record|tape)(?:ing)?{_RECORD_WHAT}",
        rf"(?<!dont )(?<!not )(?:stop|quit|cease|end) (?:the )?(?:recording|taping){_RECORD_WHAT}",
        r"(?:do not|dont|did not|didnt|never|not) (?:want|wish|like|agree|consent|agreed|consented|ok|okay|comfortable)(?: (?:to|with|for|that|you|this|the|me|us|my|call|conversation|it|be|being|is|are)){0,9} (?:recorded|recording|record|taped)",
        r"(?:delete|erase|destroy) (?:the|this|that|my|your|any) recordings?",
        r"(?:switch|turn) (?:the |that |your )?(?:recording|recorder) off",
        r"(?:switch|turn) off (?:the |that |your )?(?:recording|recorder)",
        r"(?:you may not|you cant|you cannot|you are not allowed to|not allowed to) (?:record|tape)(?: \w+)?",
        r"(?:without|no) (?:a |any )?recording(?: please)?",
    ),
    "es": (
        r"no (?:me |nos )?(?:grabe|graben|grabes)(?: \w+){0,3}",
        r"no (?:quiero|deseo|acepto|autorizo)(?: que)?(?: \w+){0,3} (?:grabe|graben|grabado|grabada|grabacion|ser grabad[oa])",
        r"(?:deje|dejen|deja|pare|paren) de grabar(?:me|nos)?",
        r"(?:borre|borren|elimine|eliminen) (?:la|esta|mi) grabacion",
    ),
    "de": (
        r"(?:nehmen sie|zeichnen sie) (?:mich|uns|das|dieses gesprach|das gesprach|bitte){0,6}(?: \w+){0,2} nicht auf",
        r"(?:mochte|will|wollen|mochten|darf|durfen) (?:\w+ ){0,3}nicht (?:\w+ ){0,2}(?:aufgezeichnet|aufgenommen|aufzeichnen|aufnehmen)",
        r"(?:nicht|keine) (?:aufzeichnen|aufnehmen|aufzeichnung|aufnahme)",
        r"(?:loschen|stoppen|beenden) sie (?:bitte )?die (?:aufzeichnung|aufnahme)",
    ),
    "fr": (
        r"ne (?:m|me |nous )?enregistrez pas",
        r"(?:arretez|cessez) (?:de (?:m|me |nous )?enregistrer|lenregistrement)",
        r"(?:je )?(?:ne )?(?:veux|souhaite|voudrais) pas etre enregistree?",
        r"(?:effacez|supprimez) (?:lenregistrement|cet enregistrement)",
    ),
    "pt": (
        r"nao (?:me )?(?:grave|gravem|grava)(?: \w+){0,3}",
        r"nao (?:quero|autorizo|aceito) (?:ser gravad[oa]|(?:a )?gravacao|que (?:me )?gravem)",
        r"(?:pare|parem|para) de (?:me )?gravar",
    ),
    "hi": (
        r"(?:recording|record) (?:mat|na|nahi|nahin) (?:karo|kariye|karein|kijiye|kare)",
        r"(?:recording|record) band (?:karo|kariye|karein|kijiye)",
        r"रिकॉर्ड(?:िंग)? (?:मत|न|नहीं|बंद) (?:करो|करें|कीजिए)",
    ),
}  # fmt: skip

RECORDING_ANNOUNCED: Final[Phrases] = {
    "en": (r"(?:record|recorded|recording|records|recordings)",),
    "es": (r"(?:grab\w+)",),
    "de": (r"(?:aufgezeichnet|aufgenommen|aufzeichn\w+|aufnahme\w*|aufnehmen)",),
    "fr": (r"(?:l?enregistr\w+)",),
    "pt": (r"(?:grav\w+)",),
    "hi": (r"रिकॉर्ड\w*",),
}  # fmt: skip
