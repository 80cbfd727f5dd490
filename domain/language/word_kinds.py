"""Kinds of words that mean much the same for the classifier: "ring", "dial" and "contact" are calls.

Asked for lemmas of `lexicon.py`, and for words of all our languages that it does not know ("anruf*"). They are no rules: what rows of kinds
mean is learnt. Words that mean different things in two of our languages stand in neither.
"""

from functools import cache
from types import MappingProxyType
from typing import Final

_KINDS: Final = MappingProxyType({
    "REGISTRY": """registry registered register registries registrado inscrito cadastrado perturbe bloctel robinson dnd trai डीएनडी inscrit inscrite
        bundesnetzagentur eingetragen""",
    "SALES": """sales telemarketing telemarketer telemarketers solicit solicitor solicitors soliciting solicitation solicitations cold marketing
        promo* advert* ventas publicidad propaganda vendas demarch* vertreter* werb* werbung""",
    "CALL": """retorn* devuelv* devolv* ruckruf reteleph* rappelle marqu* kaul kaal फोने
        call calls called caller calling phone phoned phoning ring rings ringing rang rung dial dialed dialled dialing dialling
        contact contacts contacting contacted telephone callback redial
        llam* marc* telefon* contact* timbr* lig* anruf* ruf* ruft angerufen anzurufen zuruckrufen kontakt* meld* wahlen wahl* klingel*
        appel* rappel* telephon* joindre contacter sonner sonne
        fon kol phon koll ring fon कॉल काल फोन फ़ोन संपर्क ghanti घंटी""",
    "WRITE": """zap wpp postfach zukommen dak डाक मेल flyer datenblatt ficha plaquette documentation
        text texts texting texted message messages messaging sms whatsapp watsap email emails emailing emailed mail mails mailing letter
        letters brochure leaflet pdf writing written write post link fax inbox voicemail voicemails
        mensaje* correo* escrib* carta* folleto* enlace mensagem mensagens escrev* folheto e-mail nachricht* schreib* schrift* brief* mail*
        broschure prospekt ecri* courriel* courrier* lettre* texto* messages lien
        likh* msg मैसेज मेसेज ईमेल व्हाट्सएप एसएमएस लिख लिखकर लिखित संदेश चिट्ठी""",
    "NEG": """dont not never no cant cannot wont doesnt didnt isnt arent wasnt wouldnt nothing none neither nor nobody without shouldnt havent
        hasnt couldnt aint nope nah noone
        nunca jamas tampoco ningun* nadie nada sin nao nem nenhum* ninguem sem
        nicht nie niemals kein* nein nichts niemand ohne nich nimmer nee
        ne pas jamais personne aucun* rien sans nappelez nappeler nimporte non
        nahi nahin nai mat na nhi math koi नहीं नही मत न ना कभी kabhi bilkul""",
    "STOP": """stop stops stopping stopped quit cease end ends ended desist discontinue halt finish finished enough over
        par* deten* dej* bast* termin* cese cesen acab* chega encerr* aufhor* hor* stopp* schluss beend* unterlass* lass* genug reicht
        arret* cess* suffit fini* stoppez assez
        band bandh khatam bas ruk* bund chhod* chod* बंद बन्द बस खत्म रुक* छोड़*""",
    "REMOVE": """remove removed removing removal delete deleted deleting erase erased scrub strike cross scratch wipe drop unsubscribe lose forget
        block blocked rid out off
        quit* borr* elimin* sac* baja suprim* olvid* tach* cancel* tir* remov* apag* exclu* retir* esque* bloque*
        losch* streich* gestrichen entfern* nehm* raus austrag* abmeld* vergess* sperr* widerruf* gelosch* trag*
        enlev* supprim* ray* effac* oubli* desinscri* desabonn* desincri* bloqu*
        hata* hatva* nikal* delete* remove* mita* kat* हटा* निकाल* मिटा* डिलीट काट*""",
    "LIST": """list lists database databases system records register registry sheet
        lista listas base sistema registro* cadastro liste listen datenbank verteiler kartei system* kundenliste anrufliste fichier* registre
        systeme* सूची लिस्ट suchi""",
    "NUMBER": """number numbers numb details data name names address
        numero* datos dato nombre dado dados nome nomes nummer* rufnummer daten namen coordonnees donnees nom noms
        nambar नंबर नम्बर नाम naam""",
    "ME": """me us my our i we mine ours ourselves im ive ill id weve were
        mi mis nos nuestr* yo nosotros conmigo eu meu minha meus nosso nossa comigo gente ich mich mir wir uns mein* unser*
        je moi mon ma mes nous notre nos j jai m
        mujhe mujhko mera mere meri hum hame hamein humein humko hamare hamara मुझे मेरा मेरे मेरी हम हमें हमारे हमारा मैं main mein""",
    "YOU": """you your yours u youre youve youd yall
        usted ustedes tu tus le les voce voces te sie ihr ihre ihnen euch du dich dir vous votre vos toi
        aap aapka aapke aapki aapko tum tumhe tumhara tumhari आप आपका आपके आपकी आपको तुम""",
    "AGAIN": """again anymore ever more back
        mas vuelv* volv* otra jamas nuevo mais novo outra denovo volte voltar mehr wieder nochmal nochmals erneut weiter noch
        plus encore nouveau
        dobara dubara phir fir wapas aage aainda firse phirse दोबारा फिर आगे वापस आइंदा""",
    "KEEP": """keep keeps keeping stay leave remain continue carry stays
        siga* sigu* qued* mantener mantenga* contin* conserv* deje deixa deixe fique fica manter mantenha behalt* bleib* weiterhin
        gard* rest* laiss*
        rakh* rehne rehna raho chalu jari रखो रखिए रहने जारी""",
    "WANT": """want wants wish like love need rather prefer would wanted wanna
        quier* gust* dese* prefer* necesit* querr* quer* quis* desej* precis* adoraria will mocht* wunsch* brauch* gern* lieber wollen wollt*
        veux voudr* souhait* aimer* besoin voulons veut voulez
        chahiye chahie chah* chaht* pasand jarurat zarurat चाहिए चाहत* चाह* पसंद जरूरत ज़रूरत""",
    "ANNOY": """bother bothering bothered harass harassing harassment pester pestering annoy annoying disturb disturbing spam spamming nuisance alone
        molest* acos* fastidi* paz hart* incomod* perturb* encher saco assedi* ruhe belastig* nerv* stor* terror
        derang* harcel* tranquille ennuy* embet* marre paix
        pareshan tang disturb परेशान तंग""",
    "RIGHT": """right rights forbid forbidden prohibit derecho prohib* direito proib* recht rechte untersag* verbiet* verbot* droit interd*""",
    "ALLOW": """consent permission allow allowed agree accept authorize authorise okay fine
        permis* consentimiento autoriz* acept* acuerdo consent* permit* aceit* acordo einwillig* erlaub* zustimm* einverstanden
        accord* permet* accept* consens* dac* ijazat anumati इजाजत अनुमति manjoor""",
    "LAW": """police lawyer report reporting reported illegal law sue complaint court registry legal gdpr
        polici* abogad* denunci* ilegal ley demand* advogad* lei processo procon lgpd polizei anwalt* anzeig* illegal verbot* dsgvo rechtlich
        plainte avocat illegal loi rgpd bloctel robinson
        shikayat kanoon court case पुलिस शिकायत कानून dnd trai""",
    "LATER": """oclock uhr baje बजे lheure ratito horita thodi थोडी
        later morning afternoon evening tonight today tomorrow noon lunch dinner moment minute minutes hour hours now busy driving meeting
        soon weekend
        luego despues manana tarde noche hoy mediodia rato ahora momento minutos hora horas ocupad* manej* conduc* reunion
        depois amanha tarde noite hoje agora minuto dirig* reuniao almoco ocupada
        spater morgen nachmittag abend heute mittag moment minute minuten stunde stunden jetzt fahre besprechung termin abends vormittag
        tard demain matin soir midi aujourdhui maintenant instant heure heures occupe conduis reunion apres
        baad kal subah shaam dopahar raat aaj abhi minat ghante busy gaadi baadme बाद कल सुबह शाम दोपहर रात आज अभी मिनट घंटे""",
    "DAY": """monday tuesday wednesday thursday friday saturday sunday week weeks month months year day days january february march april june july
        august september october november december
        lunes martes miercoles jueves viernes sabado domingo semana* mes meses ano segunda terca quarta quinta sexta
        montag* dienstag* mittwoch* donnerstag* freitag* samstag* sonntag* woche* monat* jahr tag tage
        lundi mardi mercredi jeudi vendredi samedi dimanche semaine* mois jour jours annee
        somvar mangalvar budhvar guruvar shukravar shanivar ravivar hafte hafta mahine mahina din सोमवार मंगलवार शुक्रवार रविवार हफ्ते महीने दिन""",
    "ONE": """one two three four five six seven eight nine ten eleven twelve half twenty thirty
        un uno dos tres cuatro cinco seis siete ocho nueve diez media dois quatro sete oito nove dez meia
        eins zwei drei vier funf sechs sieben acht neun zehn halb deux trois quatre cinq sept huit neuf dix demi
        ek teen char paanch panch chhe saat aath das nau aadhe""",
    "LIMIT": """before after until till during while except only unless between from every
        antes hasta despues durante mientras solo solamente cada ate depois enquanto somente apenas vor nach bis wahrend nur ausser zwischen jeden
        avant jusqua apres pendant seulement sauf entre chaque
        pehle pahle tak baad sirf keval पहले तक बाद सिर्फ केवल""",
    "THEY": """he she they him her them his hers their husband wife son daughter mother father brother sister boss neighbor neighbour colleague
        el ella ellos espos* marid* hij* madre padre herman* jef* vecin* ele ela eles mulher filh* mae pai irma* chefe vizinh*
        er mann frau sohn tochter mutter vater bruder schwester chef nachbar* kolleg*
        il elle ils femme mari fils fille mere pere frere soeur patron voisin* collegue
        pati patni beta beti maa papa bhai behan boss padosi uska uski usko unka unki woh wo vah वो वह पति पत्नी बेटा भाई बहन""",
    "WRONG": """mistook confus* verwechs* misdial* confond*
        wrong mistake misdialed misdialled mistaken incorrect
        equivoc* error confund* errad* engano enganou engan* falsch* verwahlt irrtum irren tromp* erreur mauvais faux
        galat गलत galti""",
    "LIVE": """lives live moved works work house household home here residence address tenant
        vive viv* mud* trabaj* casa aqui mor* trabalh* wohn* umgezogen arbeit* hier zuhause haus habit* demenag* travaill* ici maison
        rehte rehta rehti yahan ghar kaam यहाँ यहां रहते रहता घर""",
    "SPEAK": """speak speaking talk talking talked hear heard hearing listen listening fast slow slowly loud louder repeat
        habl* rapido despacio oig* escuch* devagar ouv* escut* sprech* red* schnell langsam laut hore hort parl* vite entend* ecout* repet*
        baat tez dheere sun* बात तेज धीरे सुन*""",
    "ORG": """company companies bank office insurance cable provider internet doctor school shop store
        empresa* compania* banco oficina seguro* medico escuela tienda companhia loja escritorio firma firmen bank buro versicherung arzt
        schule laden anbieter societe entreprise banque bureau assurance medecin ecole magasin bank dukaan doctor bima बैंक दुकान कंपनी""",
    "SEND": """send sends sending sent forward forwarded share shoot drop ship
        envi* mand* reenvi* pas* compart* schick* send* zusend* gesendet envoy* transf* transmett* faire
        bhej* भेज*""",
    "KNOW": """know knows heard who whos which
        conozco conoce sabe quien conhec* quem kenn* weiss wer connais* sait qui jaant* jant* kaun कौन जानत*""",
    "BUY": """lenge lunga lungi lete leti lelo लेंगे लूंगा लूंगी लेते लेती prends prendre nehme cojo quedo llevo lagwa* lagao लगवा* लगाओ
        buy order sign book purchase trial demo start subscribe interested interesting interest deal offer
        compr* pedir contrat* firm* reserv* interes* oferta demostracion assin* fech* interess* oferta demonstracao
        kauf* bestell* unterschr* buch* interess* angebot* achet* command* sign* essai interess* offre*
        khareed* kharid* lena leni book order demo interest* dilchaspi खरीद* लेना दिलचस्पी रुचि""",
    "YES": """yes yeah yep sure absolutely definitely gladly certainly
        si claro seguro sim claro certeza vale ja klar sicher natur* oui bien volontiers certain* haan han ji हाँ हां जी bilkul zaroor ज़रूर जरूर""",
    "THANKS": """thanks thank gracias obrigad* danke dank merci shukriya dhanyavaad dhanyawad धन्यवाद शुक्रिया""",
    "BYE": """cuelgo cuelgue cuelga despid* despec* desped* verabschied* ade pfiat pfiati tschau tscho tscho servas baba agur chau tchauzinho adeusinho goodnight
        bye goodbye cheers ciao farewell cheerio
        adios chao chau hasta tchau adeus ate tschuss wiederhoren wiedersehen servus revoir salut adieu bientot
        alvida namaste ram अलविदा नमस्ते milte मिलते""",
    "HANGUP": """laisse rakhun rakhu rakhte rakhenge rakhiye रखूं रखते रखिए रखें चलते चलूं salgo saindo
        hang hanging hung go leave run going gotta dash
        colg* ir irme voy cort* deslig* sair auflegen leg* los gehen muss weg raccroch* partir aller vais dois quitter
        rakht* rakho jana jaana chalta chalti nikalna रखता रखती रखो जाना चलता""",
    "ROBOT": """robots robo robos robozinho bots maquinas maschinen machines computers ordenador ordenadores ordinateurs recorded taped grabad* gravad* grabando gravando aufgezeichn* enregistr* contestador contestadora repondeur anrufbeantworter intelligence inteligencia intelligenz kunstliche kunstlichen assistant asistente assistente assistent algorithm* algoritm* logiciel programa programme program programm app एआई टेप रिकॉर्डेड सॉफ्टवेयर रिकार्डिंग मसीन kampyutar compyutar ordi automate ki ia
        robot bot machine computer ai recording automated program software chatbot robocall tape gpt alexa virtual artificial
        maquina grabacion automatic* computador* virtual gravacao maschine aufnahme automat* roboter kunstlich* tonband band ki
        machine ordinateur enregistrement automatique artificielle ia
        mashin machine रोबोट मशीन रिकॉर्डिंग कंप्यूटर""",
    "HUMAN": """flesh blood breath breathe breathing soul alive genuine living carne hueso respira osso fleisch lebendig lebendige lebendiges sang sachmuch सचमुच जिंदा zinda vivant vivante bande banda बंदा
        person human people real actual live somebody someone being
        persona humano humana real verdad pessoa humano mensch* person* echt* wirklich* humain* personne vrai* reel*
        insaan insan aadmi asli vyakti इंसान आदमी असली""",
    "TAKE": """take taken taking get put
        quite saque ponga pon tome tir* coloqu* bota nehmen nimm setzen prenez mettez mettre
        lo dalo daal dijiye""",
    "ASK": """asked told tell said say saying asking ask
        dij* dig* pid* ped* fal* diss* sag* gesagt bitt* gebeten erzahl* dit* dis demand* dire
        bola bol* kah* kaha bata* बोला बोल* कहा बता*""",
    "WHY": """why what how when where does did do whats can could
        porque como cuando donde cual por que quando onde qual warum wie wann wo was welche kann konnen
        pourquoi comment quand ou quoi quel quelle est-ce peux pouvez
        kyon kyun kya kaise kab kahan क्यों क्या कैसे कब कहाँ""",
    "MUCH": """expensive cost costs price money afford budget pay cheap dollars
        car* precio* dinero cuesta cuanto pag* preco dinheiro custa caro teuer preis* geld kostet kosten zahl* cher prix argent coute pay*
        mehnga paise paisa kitna daam महंगा पैसे कितना""",
    "HAVE": """already covered sorted equipped deja bereits schon versorgt equip* contamos tenemos tengo temos tenho habe haben avons
        paas पास""",
    "REFUSE": """decline declining refuse refusing reject pass skip dispens* recus* rechaz* declin* verzicht* ablehn* abzulehnen absag* refus*
        insist* mana मना""",
    "GREAT": """great perfect brilliant lovely excellent perfecto excelente otimo klasse prima parfait badhiya accha achha achchha बढिया अच्छा""",
    "EAGER": """keen game curious intrigued convinced sold dabei topo topamos partant* preneur apunt* anoto bora fechado taiyaar tayyar तैयार
        neugierig curios* curieu* intrig* convenc* convaincu uberzeugt""",
    "HAPPY": """happy satisfied content contento contenta conforme zufrieden satisfait* satisfeit* khush खुश""",
    "VOICE": """voice voz stimme voix awaaz awaz आवाज script programmed programm* programad* siri chatgpt pulse heartbeat""",
    "FED_UP": """sick tired fed harto harta hartos cansad* farto farta podrido schnauze nase assez bol satt thak gaya""",

    "TRY": """try trying tried attempt prueb* probar probarlo probamos intent* tent* experiment* probier* versuch* essay* reessay* retent* koshish कोशिश ट्राई""",
    "PAPER": """paper papers paperwork document documents form forms contract contracts policy papel papeles papeis documento* documentos contrato
        contratos unterlagen papier papiere formular vertrag dossier papiers contrat formulaire kagaz kagaj policy कागज* दस्तावेज पॉलिसी फॉर्म
        information info details informacion informac* detalle* detalhe* infos informationen einzelheiten renseignement* jaankari jankari जानकारी
        quote quotation estimate presupuesto* orcamento* cotiz* cotac* kostenvoranschlag devis catalogue catalog catalogo* katalog कोटेशन""",
    "CHORE": """door doorbell bell kids baby bus taxi train dog dinner oven stove pan kettle puerta autobus camion tren bebe nino nina ninos ninas
        perro olla comida cocina porta onibus trem menino menina crianca criancas cachorro panela fogao aula tur bus zug kind kinder hund
        herd essen porte enfant enfants chien casserole darwaza baccha bacche bachche khana grahak दरवाजा ट्रेन बस बच्चा बच्चे खाना ग्राहक""",
    "FORMER": """former previous previously old used before owner anterior antigu* antig* velho viejo vorher vorbesitzer fruher* ehemal*
        ancien* precedent* purana purane purani पुराना पुराने पुरानी""",
    "RENT": """rent renting rented renter landlord tenant alquil* alug* inquilin* mieter miete vermieter locataire loue proprietaire kiraya
        kiraye kirayedar किराया किराये किराएदार sold sell selling vendi vendid* vendu verkauft bech* बेच*""",
    "INSTALL": """install installed installing fit fitted instal* einbau* poser pose lagana lagwana लगाना""",
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
    return "" if lemma in _OF_OTHER_LANGUAGES else _tables()[0].get(lemma, "")


_OF_OTHER_LANGUAGES: Final = frozenset(("listen", "main", "mat", "quite", "band"))
"""Words of the table that English has too, with another meaning."""


def kind_of(word: str) -> str:
    """The kind of a plain word that is in no lexicon; empty for one of none."""
    whole, begins = _tables()
    known = whole.get(word)
    if known is not None:
        return known
    return next(
        (begins[word[:end]] for end in range(len(word), _SHORTEST - 1, -1) if word[:end] in begins), ""
    )
