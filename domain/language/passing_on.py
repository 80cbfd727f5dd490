"""Another person who is to take the telephone: what announces them, what is called into the room, and who stays away.

An announcement counts clause by clause, and only of a person: "I'll get my wife" passes the telephone on, "I'll put it on
my calendar" does not. Patterns are those of domain/language/phrases.py, so a clause ends with a comma as well as with a full stop.
"""

import re
from typing import Final

from domain.language.phrases import Phrases, plain_words, says, spoken_in

_CLAUSE_END: Final = re.compile(r"(?<=[.,;:!?।—–])\s+")
_LONGEST_ANNOUNCEMENT: Final = 16
"""In words, counted from a clause's end, where an announcement stands."""

_KIN: Final = r"(?:wife|husband|mother|mom|mum|father|dad|son|daughter|brother|sister|boss|manager|colleague|partner|assistant|supervisor|owner|roommate|flatmate|girlfriend|boyfriend|grandma|grandpa|grandmother|grandfather|aunt|uncle|secretary)"
_SOMEBODY: Final = rf"(?:(?:my|the|our|his|your) {_KIN}|(?:mr|mrs|ms|miss|doctor|dr) \w+)"
_ANOTHER: Final = rf"(?:him|her|{_SOMEBODY})"
_THEN: Final = r"(?: (?:for you|on|on the (?:phone|line)|to the (?:phone|line)|over here|now|right now|please|then|here|quickly|real quick|okay|ok|alright|thanks|sir|maam|first|hold on|one (?:second|moment|sec)|just a (?:second|moment|sec)))*"
_ILL: Final = r"(?:ill|i will|let me|lemme|i can|im going to|i am going to|im gonna|im just going to|i have to) (?:just |quickly |go |and |see if i can ){0,3}"

_PERSON_DE: Final = r"(?:(?:meine[nmr]?|den|die|der|unsere[nmr]?|ihre[nmr]?|seine[nmr]?) (?:mann|frau|mutter|mama|vater|papa|sohn|tochter|bruder|schwester|chef|chefin|kollegen?|kollegin|partner|partnerin|freund|freundin|oma|opa|mitbewohner|mitbewohnerin|assistentin|vorgesetzten)|(?:den |die )?(?:herrn|frau) \w+)"
_FILL_DE: Final = r"(?: (?:mal|kurz|schnell|eben|gleich|gern|gerne|sofort|jetzt|dann|bitte|ihnen|dir|an|ans|her|ran|heran|telefon|rueber|ruber|weiter|durch)){0,5}"
_FIRST_DE: Final = r"(?:ich |dann |und |moment |also |ja ){0,3}"
_PERSON_ES: Final = r"(?:(?:mi|su|el|la|nuestro|nuestra) )?(?:marido|esposo|mujer|esposa|madre|mama|padre|papa|hijo|hija|hermano|hermana|jefe|jefa|companero|companera|colega|encargad[oa]|gerente|senor|senora|duen[oa]|abuel[oa]|supervisor|supervisora|ella)"
_THEN_ES: Final = (
    r"(?: (?:ahora|ahora mismo|ya|enseguida|al telefono|por favor|un momento|un momentito|aqui))*"
)
_PERSON_FR: Final = r"(?:(?:mon|ma|le|la|son|sa|notre|votre) (?:mari|femme|epouse|mere|maman|pere|papa|fils|fille|frere|s(?:oe|œ)ur|chef|patron|patronne|collegue|conjoint|conjointe|compagnon|compagne|responsable|directeur|directrice|assistante?)|(?:monsieur|madame) \w+)"
_THEN_FR: Final = (
    r"(?: (?:tout de suite|maintenant|de suite|au telephone|sil vous plait|un instant|ne quittez pas))*"
)
_PERSON_PT: Final = r"(?:ele|ela|(?:(?:o|a|meu|minha|o meu|a minha|seu|sua) )?(?:marido|esposo|esposa|mulher|mae|pai|filh[oa]|irma|irmao|chefe|gerente|colega|socio|socia|supervisor|supervisora|responsavel|patrao|patroa|avo))"
_THEN_PT: Final = (
    r"(?: (?:agora|ja|aqui|no telefone|ao telefone|para voce|pra voce|so um momento|um momento|por favor))*"
)

# Each stands at a clause's end: what follows the person decides ("I'll get her a present").
_PASSES_ON: Final[Phrases] = {
    "en": (
        rf"{_ILL}(?:get|fetch|grab|find|wake|bring|put) {_ANOTHER}{_THEN}$",
        rf"{_ILL}(?:get|fetch|grab|put) them (?:on the (?:phone|line)|to the phone){_THEN}$",
        rf"{_ILL}(?:give|pass|hand) (?:you|the phone|you over|the phone over) (?:over )?(?:to )?{_ANOTHER}{_THEN}$",
        rf"{_ILL}(?:put|pass|hand|transfer|connect|switch) you (?:through|over|across|on to|onto|to)(?: (?:to )?(?:{_ANOTHER}|them|someone else|somebody else|a \w+|the \w+(?: department)?))?{_THEN}$",
        rf"{_ILL}(?:pass|transfer|connect) you{_THEN}$",
        rf"(?<!not )(?:putting|passing|transferring|handing|connecting) you(?: (?:through|over|on|to|across)){{0,2}}(?: (?:to )?(?:{_ANOTHER}|them|someone else|somebody else|a \w+|the \w+(?: department)?))?{_THEN}$",
        rf"{_ILL}(?:see|check|look|find out) (?:if|whether) (?:he|she|{_ANOTHER}|hes|shes)(?: is)? (?:there|here|in|home|at home|around|free|available|awake|able to (?:talk|speak|come)){_THEN}$",
        r"here (?:he|she|they) (?:is|comes|are|come)(?: now)?$",
        rf"(?:here is|heres|here comes) (?:my|the|our|his|your) {_KIN}(?: now)?$",
        r"(?:hes|shes|he is|she is|theyre|they are) (?:just |right )?(?:coming|on (?:his|her|their) way)(?: (?:now|to the phone|over))*$",
    ),
    "de": (
        rf"{_FIRST_DE}(?:hol|hole) (?:ihnen |dir |ihn |sie )?(?:mal |kurz |schnell |eben |gleich ){{0,2}}(?:{_PERSON_DE}|ihn|sie){_FILL_DE}$",
        rf"{_FIRST_DE}(?:hol|hole) (?:ihn|sie){_FILL_DE}$",
        rf"{_FIRST_DE}(?:geb|gebe|reich|reiche|leite) (?:sie|dich)(?: (?:mal|kurz|schnell|eben|gleich|gern|gerne|jetzt|dann|bitte)){{0,3}}(?: (?:an|zu) {_PERSON_DE})?(?: (?:weiter|ruber|rueber))$",
        rf"{_FIRST_DE}(?:geb|gebe|reich|reiche) (?:den horer|das telefon|das handy)(?: (?:mal|kurz|schnell|eben|gleich|gern|gerne|jetzt|dann|an|{_PERSON_DE})){{0,4}} (?:weiter|ruber|rueber)$",
        rf"{_FIRST_DE}(?:geb|gebe) (?:ihnen|dir) (?:mal |kurz |schnell |eben |gleich |jetzt ){{0,2}}{_PERSON_DE}{_FILL_DE}$",
        rf"{_FIRST_DE}(?:verbinde|verbind) (?:sie|dich)?(?: mit {_PERSON_DE})?{_FILL_DE}$",
        rf"{_FIRST_DE}(?:stell|stelle) (?:sie|dich)(?: (?:mal|kurz|eben|gleich|jetzt|zu {_PERSON_DE})){{0,3}} durch$",
        r"(?:er|sie) kommt (?:(?:gleich|sofort|jetzt|schon|grade|gerade) ){0,2}(?:gleich|sofort|jetzt|schon|ran|ans telefon)$",
        rf"(?:hier|da) (?:ist|kommt) (?:er|sie|{_PERSON_DE})(?: (?:schon|jetzt|selbst))?$",
    ),
    "es": (
        rf"(?:ahora )?se (?:lo|la) (?:paso|pongo|comunico){_THEN_ES}$",
        rf"(?:ahora )?(?:le|lo|la|te|os|se lo|se la) (?:paso|pongo|comunico|transfiero) (?:con|a) {_PERSON_ES}{_THEN_ES}$",
        rf"(?:ahora )?(?:le|lo|la|te) (?:comunico|transfiero){_THEN_ES}$",
        rf"(?:ahora|ya) (?:viene|se pone|lo llamo|la llamo|lo busco|la busco){_THEN_ES}$",
        rf"(?:voy a|dejeme|dejame) (?:buscarl[oa]|llamarl[oa]|pasarl[oa]|comunicarl[oa]|pasarsel[oa]){_THEN_ES}$",
        rf"(?:voy a|dejeme|dejame) (?:buscar|avisar|pasarle|comunicarle|comunicarlo|comunicarla) (?:a|con) {_PERSON_ES}{_THEN_ES}$",
        rf"aqui (?:esta|viene) {_PERSON_ES}$",
    ),
    "fr": (
        rf"je (?:vous |te )?(?:le|la) passe{_THEN_FR}$",
        rf"je (?:vous|te) passe {_PERSON_FR}{_THEN_FR}$",
        rf"je (?:vous|te) (?:mets en relation|transfere)(?: (?:avec|a|vers) (?:\w+ ){{0,2}}\w+)?{_THEN_FR}$",
        rf"je vais (?:le chercher|la chercher|lappeler|vous le passer|vous la passer|chercher {_PERSON_FR}|appeler {_PERSON_FR}){_THEN_FR}$",
        rf"je (?:le|la) (?:cherche|appelle){_THEN_FR}$",
        rf"(?:il|elle) arrive{_THEN_FR}$",
        rf"(?:la voila|le voila|voila {_PERSON_FR})$",
    ),
    "pt": (
        rf"vou (?:chamar|buscar) {_PERSON_PT}{_THEN_PT}$",
        rf"vou chama l[oa]{_THEN_PT}$",
        rf"vou (?:te |lhe )?(?:passar|transferir)(?: (?:voce|o telefone|a ligacao|o senhor|a senhora))? (?:para|pra|pro|ao|a) {_PERSON_PT}{_THEN_PT}$",
        rf"vou (?:te |lhe )?transferir(?: (?:voce|o senhor|a senhora|a ligacao))?{_THEN_PT}$",
        rf"(?:te|lhe|ja) (?:passo|transfiro)(?: (?:para|pra))? {_PERSON_PT}{_THEN_PT}$",
        rf"{_PERSON_PT} (?:ja )?(?:vem|esta vindo|ta vindo){_THEN_PT}$",
    ),
    "hi": (
        r"(?:main |mai )?(?:unko|unhe|unhen|usko|use|\w+ ko) (?:bulata|bulati|bula deta|bula deti|phone deta|phone deti)(?: (?:hoon|hun|hu))?$",
        r"(?:main )?(?:phone|fon) (?:deta|deti) (?:hoon|hun|hu)$",
        r"(?:उनको|उन्हें|उसको|उसे|\S+ को) (?:बुलाता|बुलाती|बुला देता|बुला देती|फोन देता|फोन देती)(?: (?:हूँ|हूं))?$",
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


def passes_on(text: str, language: str) -> bool:
    """Whether somebody says anywhere in this turn that another person comes to the telephone."""
    patterns = spoken_in(_PASSES_ON, language)
    return any(says(_last_words(clause), patterns) for clause in _CLAUSE_END.split(text))


def _last_words(clause: str) -> str:
    return " ".join(plain_words(clause).split()[-_LONGEST_ANNOUNCEMENT:])


def calls_out(text: str, language: str) -> bool:
    """Whether somebody who fetches another says this to that person."""
    return says(plain_words(text), spoken_in(_CALLS_OUT, language))


def nobody_comes(text: str, language: str) -> bool:
    """Whether somebody who went to fetch another comes back alone."""
    return says(plain_words(text), spoken_in(_NOBODY_COMES, language))
