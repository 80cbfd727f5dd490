"""Kinds of words that mean much the same for the classifier: "ring", "dial" and "contact" are calls.

Asked for lemmas of `lexicon.py`, and for words of all our languages that it does not know ("anruf*"). They are no rules: what rows of kinds
mean is learnt. Words that mean something else in English, or in two of our languages, stand in neither.
"""

from functools import cache
from types import MappingProxyType
from typing import Final

_KINDS: Final = MappingProxyType({
    "REGISTRY": """register registries bloctel trai""",
    "SALES": """telemarketer solicit cold marketing promo* advert* demarch* vertreter* werb*""",
    "CALL": """retorn* devuelv* devolv* reteleph* marqu* kaul kaal फोने call caller phone contact llam* marc* telefon* contact* timbr*
        lig* anruf* ruf* kontakt* meld* wahl* klingel* appel* rappel* telephon* koll फ़ोन""",
    "WRITE": """wpp message whatsapp email mail letter brochure pdf write post link fax inbox voicemail mensaje* correo* escrib* carta*
        folleto* escrev* e-mail nachricht* schreib* schrift* brief* mail* ecri* courriel* courrier* lettre* texto* likh*""",
    "NEG": """not no without noone ningun* sin nenhum* kein* aucun* nappeler math""",
    "STOP": """stop end finish enough over par* deten* dej* bast* termin* acab* encerr* aufhor* hor* stopp* beend* unterlass* lass*
        arret* cess* fini* ruk* chhod* chod* रुक* छोड़*""",
    "REMOVE": """remove drop lose forget block out off quit* borr* elimin* sac* suprim* olvid* tach* cancel* tir* remov* apag* exclu*
        retir* esque* bloque* losch* streich* entfern* nehm* austrag* abmeld* vergess* sperr* widerruf* gelosch* trag* enlev* supprim*
        ray* effac* oubli* desinscri* desabonn* desincri* bloqu* hata* hatva* nikal* delete* remove* mita* kat* हटा* निकाल* मिटा* काट*""",
    "LIST": """list database databases system register sheet base registro* system* fichier* systeme*""",
    "NUMBER": """number numb data name address numero* nummer*""",
    "ME": """me us i nuestr* eu mein* unser* j m hum""",
    "YOU": """you""",
    "AGAIN": """again anymore ever more back vuelv* volv* denovo plus firse phirse""",
    "KEEP": """keep stay leave continue siga* sigu* qued* mantenga* contin* conserv* behalt* bleib* gard* rest* laiss* rakh* jari""",
    "WANT": """want like love need rather prefer would quier* gust* dese* prefer* necesit* querr* quer* quis* desej* precis* will
        mocht* wunsch* brauch* gern* wollt* voudr* souhait* aimer* chahie chah* chaht* चाहत* चाह* ज़रूरत""",
    "ANNOY": """bother annoy spam spamming alone molest* acos* fastidi* hart* incomod* perturb* assedi* belastig* nerv* stor* terror
        derang* harcel* ennuy* embet*""",
    "RIGHT": """right forbid prohibit prohib* proib* untersag* verbiet* verbot* interd*""",
    "ALLOW": """consent permission allow agree accept authorize fine permis* autoriz* acept* consent* permit* aceit* einwillig* erlaub*
        zustimm* accord* permet* accept* consens* dac* manjoor""",
    "LAW": """police lawyer report illegal law sue court gdpr polici* abogad* denunci* demand* advogad* procon anwalt* anzeig* illegal
        verbot* illegal bloctel court case trai""",
    "LATER": """later morning afternoon evening tonight today tomorrow noon lunch dinner moment minute hour now busy meeting soon
        weekend ocupad* manej* conduc* dirig* moment minute minat busy baadme""",
    "DAY": """week month year day semana* montag* dienstag* mittwoch* donnerstag* freitag* samstag* sonntag* woche* monat* tag semaine*""",
    "ONE": """one half media""",
    "LIMIT": """before after until during while except only unless between from every pendant pahle keval""",
    "THEY": """they husband wife son daughter mother father brother sister boss neighbour colleague espos* marid* hij* herman* jef*
        vecin* filh* irma* vizinh* nachbar* kolleg* voisin* boss vah वह""",
    "WRONG": """mistook confus* verwechs* misdial* confond* wrong mistake equivoc* confund* errad* engan* falsch* tromp*""",
    "LIVE": """live work home here address tenant viv* mud* trabaj* mor* trabalh* wohn* arbeit* habit* demenag* travaill* यहाँ""",
    "SPEAK": """talk hear fast slow loud repeat habl* oig* escuch* ouv* escut* sprech* red* parl* entend* ecout* repet* sun* सुन*""",
    "ORG": """company bank office insurance cable internet doctor school shop empresa* compania* seguro* bank bureau bank doctor""",
    "SEND": """send forward forwarded share shoot drop ship envi* mand* reenvi* pas* compart* schick* send* zusend* gesendet envoy*
        transf* transmett* bhej* भेज*""",
    "KNOW": """know who which conhec* kenn* connais* jaant* jant* जानत*""",
    "BUY": """lagwa* लगवा* buy order sign book trial demo start subscribe interesting interest deal offer compr* contrat* firm* reserv*
        interes* assin* fech* interess* kauf* bestell* unterschr* buch* interess* angebot* achet* command* sign* interess* offre*
        khareed* kharid* book order demo interest* खरीद*""",
    "YES": """yes sure definitely sim natur* certain* हाँ ज़रूर""",
    "THANKS": """thanks obrigad* dhanyawad""",
    "BYE": """despid* despec* desped* verabschied* bye""",
    "HANGUP": """hang go leave run colg* cort* deslig* leg* raccroch* rakht*""",
    "ROBOT": """grabad* gravad* aufgezeichn* enregistr* intelligence assistant algorithm* algoritm* program app रिकार्डिंग kampyutar
        compyutar robot machine computer ai recording program software tape gpt virtual artificial automatic* computador* virtual
        automat* kunstlich* machine mashin machine""",
    "HUMAN": """flesh blood breath breathe soul lebendiges sachmuch human people real live real mensch* person* echt* wirklich* humain*
        vrai* reel*""",
    "TAKE": """take get put pon tir* coloqu*""",
    "ASK": """say ask dij* dig* pid* ped* fal* diss* sag* bitt* erzahl* dit* demand* bol* kah* bata* बोल* बता*""",
    "WHY": """why what how when where do can comment est-ce कहाँ""",
    "MUCH": """expensive cost price money afford budget pay cheap car* precio* pag* preis* zahl* pay*""",
    "HAVE": """already equipped equip*""",
    "REFUSE": """refuse refusing pass skip dispens* recus* rechaz* declin* verzicht* ablehn* abzulehnen absag* refus* insist*""",
    "GREAT": """great perfect excelente achchha""",
    "EAGER": """game curious partant* apunt* curios* curieu* intrig* convenc*""",
    "HAPPY": """happy satisfait* satisfeit*""",
    "VOICE": """voice script programm* programad* pulse heartbeat""",
    "FED_UP": """sick tired hartos cansad*""",

    "TRY": """try attempt prueb* intent* tent* experiment* probier* versuch* essay* reessay* retent* कोशिश""",
    "PAPER": """paper paperwork document form contract policy documento* kagaj policy कागज* information informac* detalle* detalhe*
        renseignement* quote presupuesto* orcamento* cotiz* cotac* catalogue catalogo*""",
    "CHORE": """door bell baby bus taxi train dog dinner oven stove pan kettle ninas bus kind herd""",
    "FORMER": """former previous old before owner antigu* antig* fruher* ehemal* ancien* precedent*""",
    "RENT": """rent renter landlord tenant alquil* alug* inquilin* sell vendid* bech* बेच*""",
    "INSTALL": """install fit instal* einbau*""",
})  # fmt: skip


@cache
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    """Words, and beginnings of words, with their kind; of two kinds the first holds."""
    whole: dict[str, str] = {}
    begins: dict[str, str] = {}
    for kind, words in _KINDS.items():
        for word in words.split():
            table = begins if word.endswith("*") else whole
            table.setdefault(word.rstrip("*"), kind)
    return whole, begins


_SHORTEST: Final = 2


def kind_of_lemma(lemma: str) -> str:
    """The kind of an English lemma, which no beginning of another language's words is looked for in; empty for one of none."""
    return _tables()[0].get(lemma, "")


def kind_of(word: str) -> str:
    """The kind of a plain word that is in no lexicon; empty for one of none."""
    whole, begins = _tables()
    known = whole.get(word)
    if known is not None:
        return known
    return next(
        (begins[word[:end]] for end in range(len(word), _SHORTEST - 1, -1) if word[:end] in begins), ""
    )
