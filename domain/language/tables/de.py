"""German: what people say in it, and what we do; tables/shape.py tells what each table is for."""

from typing import Final

from domain.language.tables.shape import (
    Answerers,
    Asides,
    Dictation,
    FixedTexts,
    Language,
    Ours,
    Preferences,
    Remarks,
    Wishes,
)

_PERSON: Final = r"(?:(?:meine[nmr]?|den|die|der|unsere[nmr]?|ihre[nmr]?|seine[nmr]?) (?:mann|frau|mutter|mama|vater|papa|sohn|tochter|bruder|schwester|chef|chefin|kollegen?|kollegin|partner|partnerin|freund|freundin|oma|opa|mitbewohner|mitbewohnerin|assistentin|vorgesetzten)|(?:den |die )?(?:herrn|frau) \w+)"
_FILL: Final = r"(?: (?:mal|kurz|schnell|eben|gleich|gern|gerne|sofort|jetzt|dann|bitte|ihnen|dir|an|ans|her|ran|heran|telefon|rueber|ruber|weiter|durch)){0,5}"
_FIRST: Final = r"(?:ich |dann |und |moment |also |ja ){0,3}"

_WISHES: Final = Wishes(
    opt_out=(
        r"(?:rufen sie|ruf|rufen) (?:mich |uns |hier |bitte ){0,6}(?:nicht|nie) (?:mehr|wieder)(?: an)?",
        r"(?:nicht|nie) (?:mehr|wieder) (?:anrufen|angerufen werden)",
        r"(?:horen sie|hor|horen sie bitte) (?:bitte )?auf (?:mich |uns |hier )?anzurufen",
        r"(?:streichen|loschen|entfernen|nehmen) sie (?:bitte )?(?:mich|meine (?:nummer|daten)|uns)(?: (?:aus|von) (?:der|ihrer|dieser) (?:liste|datenbank|kartei))?",
        r"keine (?:weiteren |werbe)?anrufe(?: mehr)?",
        r"lass(?:en sie|t)? (?:mich|uns) (?:bitte |endlich |doch ){0,2}in (?:ruhe|frieden)",
    ),
    opt_out_alone=(r"(?:nein |bitte ){0,2}stopp?(?: bitte)?",),
    opt_out_likely=(),
    no_opt_out=(),
    keeps=(),
    no_outcome=(),
    questions=(),
    requests=(),
    wrong_number=(
        r"falsch verbunden",
        r"falsche (?:nummer|rufnummer)",
        r"verwahlt",
        r"hier (?:wohnt|gibt es) (?:kein|keine|niemand)(?: \w+)?",
    ),
    callback=(
        r"(?:rufen sie|ruf|konnen sie) (?:mich |uns |bitte ){0,6}(?:spater|morgen|nochmal|noch mal|am \w+|nachste woche)(?: \w+){0,3}",
        r"(?:gerade|jetzt|im moment) (?:keine zeit|schlecht|ungunstig|beschaftigt)",
        r"spater (?:noch ?mal )?(?:anrufen|wieder)",
    ),
    puts_off=(),
    callback_if_timed=(),
    follow_up=(
        r"(?:schicken|senden|mailen) sie (?:mir|uns|es mir|das)(?: \w+){0,4}",
        r"(?:per|via) (?:e mail|email|mail|sms|whatsapp)",
    ),
    not_interested=(
        r"(?:kein|keinerlei) interesse",
        r"nicht (?:sehr |wirklich )?interessiert",
        r"interessiert mich nicht",
        r"brauche (?:ich )?(?:das |es )?nicht",
        r"(?:will|mochte) ich nicht",
    ),
    interested=(
        r"(?:ich bin|wir sind|sehr|ja) (?:sehr |durchaus )?interessiert(?! nicht(?!\S))",
        r"(?:klingt|das klingt|hort sich) (?:sehr )?interessant(?: an)?",
        r"(?:ich|wir) (?:habe|haben|hatte|hatten) interesse",
        r"erzahlen sie(?: mir)? mehr",
    ),
    yes=(
        r"ja|jawohl|jo|(?:das )?klingt (?:sehr )?(?:gut|interessant|super)|gerne?|sehr gerne?|klar|na klar|naturlich|sicher|selbstverstandlich|auf jeden fall|unbedingt|okay|ok|in ordnung|einverstanden|warum nicht|kein problem|machen sie das|das ware (?:gut|nett|schon|super|toll|prima)|(?:sehr )?(?:gut|schon|prima|super|toll)|von mir aus|meinetwegen|ja bitte|schicken sie (?:es|das|sie)(?: mir)?",
    ),
    no=(
        r"nein|ne|nee|no|nein danke|lieber nicht|eher nicht|besser nicht|kein bedarf|(?:naturlich|sicher|bestimmt|ganz sicher|auf jeden fall|wirklich|gar|uberhaupt|noch|ganz bestimmt|selbstverstandlich) nicht|auf (?:gar )?keinen fall|niemals|danke nein|nicht notig|das ist nicht notig|nicht wirklich|ich glaube nicht|glaube nicht|ich denke nicht",
    ),
    hedges=(
        r"nicht|kein\w*|nie|aber|wenn|falls|vielleicht|nur|eigentlich|spater|schon|jetzt nicht|heute nicht|kommt drauf an|mal sehen|wer|was|wo|woher|wie|wann|warum|welche\w*|wieso",
    ),
    robot_question=(
        r"(?:sind sie|bist du|ist das|sie sind) (?:wirklich )?(?:(?:ein|eine) )?(?:echter |echte )?(?:roboter|computer|maschine|ki|mensch|automat|bandansage|aufnahme)",
        r"(?:spreche|rede) ich (?:gerade )?mit (?:einem|einer) (?:echten )?(?:roboter|computer|maschine|ki|menschen|automaten)",
    ),
    wants_end=(
        r"(?:tschuss|auf wiederhoren|auf wiedersehen|ciao)(?: \w+)?$",
        r"ich muss (?:jetzt )?(?:los|auflegen|gehen|weg)",
        r"ich lege (?:jetzt )?auf",
    ),
    no_end=(),
    goes_on=(),
    refuses_recording=(
        r"(?:nehmen sie|zeichnen sie) (?:mich|uns|das|dieses gesprach|das gesprach|bitte){0,6}(?: \w+){0,2} nicht auf",
        r"(?:mochte|will|wollen|mochten|darf|durfen) (?:\w+ ){0,3}nicht (?:\w+ ){0,2}(?:aufgezeichnet|aufgenommen|aufzeichnen|aufnehmen)",
        r"(?:nicht|keine) (?:aufzeichnen|aufnehmen|aufzeichnung|aufnahme)",
        r"(?:loschen|stoppen|beenden) sie (?:bitte )?die (?:aufzeichnung|aufnahme)",
    ),
)

_PREFERENCES: Final = Preferences(when=(), writing=(), how_often=())

_ASIDES: Final = Asides(
    pickup=(r"(?:(?:hallo|ja|ja bitte|bitte|guten (?:tag|morgen|abend)|wer ist da|ja hallo) ?){1,4}", r"(?:hallo |ja )?(?:hier ist |hier )?\w+(?: am apparat)?"),
    backchannel=(r"(?:ja|jaja|genau|aha|ach so|ok|okay|gut|stimmt|klar|verstehe|ich verstehe|mhm|hm+|alles klar|natürlich|naturlich)",),
    say_again=(
        r"wie bitte",
        r"(?:konnen|konnten|wurden) sie (?:das |es |die frage )?(?:bitte )?(?:(?:noch ?mal|noch einmal|nochmals) )?(?:wiederholen|sagen)",
        r"(?:noch ?mal|noch einmal|nochmals)(?: bitte)?",
        r"was (?:haben sie|hast du) (?:gerade |eben )?(?:gesagt|gefragt)",
        r"(?:das )?(?:habe? ich|hab ich)(?: das| sie)? (?:jetzt |leider )?nicht (?:ganz )?(?:verstanden|gehort|mitbekommen)",
        r"ich (?:habe|hab)(?: das| sie)? (?:leider )?nicht (?:ganz )?(?:verstanden|gehort|mitbekommen)",
    ),
    one_moment=(
        r"(?:(?:einen|ein|nen|kleinen|kurzen|nur|ganz|warten sie) ){0,4}(?:moment|augenblick|momentchen|sekunde|minute)(?: (?:mal|bitte|noch|kurz)){0,3}",
        r"(?:nur )?(?:eine )(?:sekunde|minute|kleine sekunde)(?: (?:mal|bitte|noch)){0,3}",
        r"(?:warten|bleiben) sie(?: (?:bitte|mal|kurz|noch|einen moment|eine sekunde|am apparat|dran)){0,4}",
        r"(?:bleib|warte|wart)(?: (?:bitte|mal|kurz|dran|am apparat)){0,3}",
        r"(?:ich )?(?:schau|schaue|guck|gucke|seh|sehe) (?:mal |kurz |eben |schnell |gerade ){0,3}nach",
        r"lassen sie mich (?:mal |kurz |eben |schnell ){0,3}(?:nachsehen|nachschauen|schauen|gucken|sehen)",
        r"ich (?:hol|hole|such|suche|nehm|nehme) (?:mir |nur |kurz |mal |schnell |eben ){0,3}(?:einen |ein |meinen |meine |mein |was zum |etwas zum )?(?:stift|kuli|zettel|papier|blatt|kalender|brille|karte|unterlagen|schreiben)(?: und (?:einen |ein )?(?:zettel|papier|blatt|stift))?",
        r"(?:ich )?(?:bin|komme) (?:gleich|sofort) (?:wieder )?(?:da|zuruck|wieder)",
    ),
    courtesies=(
        "ah", "ach", "ah so", "ja", "ok", "okay", "gut", "hallo", "bitte", "danke", "entschuldigung",
        "tut mir leid", "verzeihung", "naturlich", "klar", "also", "und", "wie",
    ),
    assents=("ja",),
    passes_on=(
        rf"{_FIRST}(?:hol|hole) (?:ihnen |dir |ihn |sie )?(?:mal |kurz |schnell |eben |gleich ){{0,2}}(?:{_PERSON}|ihn|sie){_FILL}$",
        rf"{_FIRST}(?:hol|hole) (?:ihn|sie){_FILL}$",
        rf"{_FIRST}(?:geb|gebe|reich|reiche|leite) (?:sie|dich)(?: (?:mal|kurz|schnell|eben|gleich|gern|gerne|jetzt|dann|bitte)){{0,3}}(?: (?:an|zu) {_PERSON})?(?: (?:weiter|ruber|rueber))$",
        rf"{_FIRST}(?:geb|gebe|reich|reiche) (?:den horer|das telefon|das handy)(?: (?:mal|kurz|schnell|eben|gleich|gern|gerne|jetzt|dann|an|{_PERSON})){{0,4}} (?:weiter|ruber|rueber)$",
        rf"{_FIRST}(?:geb|gebe) (?:ihnen|dir) (?:mal |kurz |schnell |eben |gleich |jetzt ){{0,2}}{_PERSON}{_FILL}$",
        rf"{_FIRST}(?:verbinde|verbind) (?:sie|dich)?(?: mit {_PERSON})?{_FILL}$",
        rf"{_FIRST}(?:stell|stelle) (?:sie|dich)(?: (?:mal|kurz|eben|gleich|jetzt|zu {_PERSON})){{0,3}} durch$",
        r"(?:er|sie) kommt (?:(?:gleich|sofort|jetzt|schon|grade|gerade) ){0,2}(?:gleich|sofort|jetzt|schon|ran|ans telefon)$",
        rf"(?:hier|da) (?:ist|kommt) (?:er|sie|{_PERSON})(?: (?:schon|jetzt|selbst))?$",
    ),
    calls_out=(r"(?:telefon|anruf|ist) fur dich", r"jemand (?:ist )?am telefon", r"komm(?:st du)? (?:mal )?ans telefon"),
    nobody_comes=(r"(?:ist|sind) (?:\w+ )?(?:nicht|leider nicht|gerade nicht|beschaftigt|weg|unterwegs)(?: \w+){0,2}", r"(?:nachricht|spater|zuruckrufen|ausrichten)"),
)  # fmt: skip

_VOICEMAIL_GREETING: Final = (
    r"hinterlassen sie(?: \w+){0,4} (?:nachricht|namen|mitteilung)",
    r"nach dem (?:signalton|piepton|ton|piep)",
    r"(?:mailbox|anrufbeantworter) von",
    r"(?:zurzeit|momentan|derzeit|vorubergehend|leider|gerade) nicht erreichbar",
)

_ANSWERERS: Final = Answerers(
    voicemail_greeting=_VOICEMAIL_GREETING,
    voicemail=(
        *_VOICEMAIL_GREETING,
        r"(?:anrufbeantworter|mailbox|sprachbox|voicemail)(?: von)?",
        r"(?:nach|auf) dem (?:signalton|piepton|ton|piep|signal)",
        r"nachricht (?:hinterlassen|nach dem)",
        r"nicht (?:erreichbar|zu erreichen|personlich erreichbar)",
        r"(?:rufe|rufen) (?:ich |wir )?(?:sie |dich )?(?:\w+ )?zuruck",
        r"hinterlassen",
    ),
    voicemail_words=(
        r"nachricht",
        r"ton|signalton|piepton",
        r"erreichbar",
        r"leider|zurzeit|derzeit",
        r"automatische\w*",
    ),
    ivr=(
        r"(?:drucken|wahlen) sie (?:\w+ )?(?:die )?(?:eins|zwei|drei|null|[0-9])",
        r"(?:wahlen sie|folgenden) (?:\w+ ){0,2}(?:moglichkeiten|optionen)",
        r"nachste\w* frei\w* mitarbeiter",
        r"alle (?:unsere )?(?:leitungen|mitarbeiter)(?: \w+)?",
        r"zu (?:qualitats|schulungs)\w*(?: \w+)?",
    ),
    ivr_words=(r"willkommen", r"drucken|wahlen", r"moglichkeiten", r"kundendienst|vertrieb"),
    screening=(
        r"ihren namen und (?:den grund|warum)(?: \w+)?",
        r"grund ihres anrufs",
        r"(?:ob|sehe) (?:\w+ )?(?:die )?person(?: \w+)?",
        r"warum sie anrufen",
    ),
    screening_words=(r"ihren namen", r"person|verbinde", r"anrufen|anrufs", r"nach dem ton"),
    unavailable=(
        r"kein anschluss(?: \w+){0,3}",
        r"(?:gewahlte )?rufnummer ist(?: \w+){0,2}",
        r"nicht vergeben",
        r"(?:gewahlte|gewunschte) (?:rufnummer|nummer|teilnehmer|gesprachspartner)",
    ),
    unavailable_words=(r"rufnummer", r"auskunft|vergeben", r"gewahlte|gewunschte"),
    on_hold=(),
    records_nothing=(),
    person=(
        r"wer (?:ist|spricht)(?: \w+)?",
        r"(?:was|wie|womit) (?:kann|darf) ich(?: \w+)?",
        r"(?:moment|augenblick|sekunde)(?: bitte)?",
        r"(?:ich hore sie|worum geht|wen mochten|konnen sie)(?: \w+)?",
        r"mit wem (?:mochten|darf|wollen|spreche|kann)(?: \w+)?",
        r"(?:kann|darf) ich (?:ihnen|sie|etwas|fragen)(?: \w+)?",
        r"(?:weiterhelfen|behilflich sein)",
    ),
)

_OURS: Final = Ours(
    offer=(r"(?:mochten sie|interessiert sie|haben sie interesse|durfen wir|sind sie interessiert)",),
    offer_to_send=(r"(?:schicken|senden)",),
    offer_to_call=(r"(?:anrufen|zuruckrufen)",),
    asks_when=(),
    announces_recording=(r"(?:aufgezeichnet|aufgenommen|aufzeichn\w+|aufnahme\w*|aufnehmen)",),
    press=(r"drucken|drucke|druck|wahlen|wahle|taste",),
    no_more_calls=(r"nicht mehr|nie wieder|keine (?:weiteren )?anrufe|abmelden|streichen",),
    wants_digits=(
        r"drucken|drucke|tasten?|tippen|eingeben|geben sie|wahlen|ziffern?|nummer|zahl|zahlen|postleitzahl|plz|code|pin",
        r"wie (?:viele?|oft|lange|alt|hoch)|von (?:eins|null|1|0) bis|skala|punkte?n?|sterne|bewerten|note|prozent|alter|jahr|geburts\w+|datum|betrag",
    ),
)

# zero to nine, each with its variants, then ten to nineteen
_UNITS: Final = (
    "null", "eins ein eine", "zwei zwo", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun", "zehn",
    "elf", "zwolf", "dreizehn", "vierzehn", "funfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn",
)  # fmt: skip
_TENS: Final = ("zwanzig", "dreissig", "vierzig", "funfzig", "sechzig", "siebzig", "achtzig", "neunzig")
_COMPOUNDS: Final = {
    f"{unit}und{ten}": tens + number
    for number, units in enumerate(("ein", *_UNITS[2:10]), start=1)
    for unit in units.split()
    for tens, ten in zip(range(20, 100, 10), _TENS, strict=True)
}
_DICTATION: Final = Dictation(
    units=_UNITS,
    tens=_TENS,
    compounds=_COMPOUNDS,
    times={"doppel": 2, "doppelt": 2, "zweimal": 2, "dreimal": 3},
    double_letter=("doppel",),
    as_in=("wie",),
    at=("at", "klammeraffe"),
    dot=("punkt",),
    underscore=("unterstrich",),
    dash=("bindestrich", "minus"),
    plus=("plus",),
    beside_numbers="ist meine die nummer ja und also strich",
    before_an_address="ist meine adresse ja lautet die",
)  # fmt: skip

_FIXED_TEXTS: Final = FixedTexts(
    closing="Vielen Dank für Ihre Zeit. Auf Wiederhören.",
    opt_out_confirmation="Verstanden. Sie hören nichts mehr von uns. Auf Wiederhören.",
    silence_prompt="Hallo, sind Sie noch da?",
    silence_goodbye="Ich kann Sie nicht hören und lege jetzt auf. Auf Wiederhören.",
    reassurance="Lassen Sie sich Zeit, ich bin hier.",
)

_REMARKS: Final = Remarks(
    truth_about_us="Ja, ich bin ein automatischer Assistent.",
    ask_to_repeat="Entschuldigung, können Sie das bitte wiederholen?",
    it_is_noted="Gern, das ist notiert.",
    we_were_cut_off="Entschuldigung, wir wurden unterbrochen.",
    let_me_see="Einen Augenblick.",
    one_moment="Einen Moment noch, bitte.",
    is_that_right="Stimmt das?",
    shall_we_stop="Soll ich Ihre Nummer von unserer Liste nehmen?",
    you_stay="In Ordnung, Ihre Nummer bleibt auf unserer Liste.",
    press_again="Wenn wir Sie nicht mehr anrufen sollen, drücken Sie noch einmal die {key} oder sagen Sie Stopp.",
)

GERMAN: Final = Language(
    tag="de",
    name="German",
    named=("german", "deutsche?n?", "aleman", "allemand", "alemao", "jarman", "जर्मन"),
    asking=(
        r"(?:sprechen sie|sprichst du|konnen sie|kannst du|konnen wir|konnten wir)(?: \w+){0,2}? (?:auf )?NAMED",
        r"auf NAMED bitte",
        r"bitte (?:auf )?NAMED",
        r"ich spreche nur NAMED",
    ),
    wishes=_WISHES,
    preferences=_PREFERENCES,
    asides=_ASIDES,
    answerers=_ANSWERERS,
    ours=_OURS,
    dictation=_DICTATION,
    fixed_texts=_FIXED_TEXTS,
    remarks=_REMARKS,
)  # fmt: skip
