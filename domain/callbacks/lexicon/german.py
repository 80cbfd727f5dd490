"""The German words of time, of Germany, Austria and Switzerland; umlauts are plain vowels when they are read."""

from typing import Final

from domain.callbacks.lexicon.shape import Kind, lexicon

_ONES: Final = (
    "eins|ein", "zwei|zwo", "drei", "vier", "funf|fuenf", "sechs", "sieben", "acht", "neun", "zehn", "elf",
    "zwolf|zwoelf", "dreizehn", "vierzehn", "funfzehn|fuenfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn",
)  # fmt: skip
_TENS: Final = {"zwanzig": 20, "dreissig": 30, "vierzig": 40, "funfzig": 50, "fuenfzig": 50}
_NUMBERS: Final = {words: value for value, words in enumerate(_ONES, 1)} | {
    f"{one}und{tens}" if one else tens: value + place
    for tens, value in _TENS.items()
    for place, one in enumerate(
        ("", "ein", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun")
    )
}
_ORDINALS: Final = (
    "erst", "zweit", "dritt", "viert", "funft", "sechst", "siebt", "acht", "neunt", "zehnt", "elft", "zwolft",
    "dreizehnt", "vierzehnt", "funfzehnt", "sechzehnt", "siebzehnt", "achtzehnt", "neunzehnt", "zwanzigst",
    "einundzwanzigst", "zweiundzwanzigst", "dreiundzwanzigst", "vierundzwanzigst", "funfundzwanzigst",
    "sechsundzwanzigst", "siebenundzwanzigst", "achtundzwanzigst", "neunundzwanzigst", "dreissigst", "einunddreissigst",
)  # fmt: skip
_WEEKDAYS: Final = "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag"

GERMAN: Final = lexicon(
    "de",
    {
        Kind.NUMBER: {**_NUMBERS, "sechzig": 60, "neunzig": 90},
        Kind.ARTICLE: {"ner|nem|ne|ein|eine|einer|einem|einen": 1},
        Kind.ORDINAL: {f"{word}e|{word}en|{word}er": value for value, word in enumerate(_ORDINALS, 1)},
        Kind.WEEKDAY: {
            "montag|montags|mo": 0,
            "dienstag|dienstags|di": 1,
            "mittwoch|mittwochs|mi": 2,
            "donnerstag|donnerstags": 3,
            "freitag|freitags": 4,
            "samstag|samstags|sonnabend|sonnabends": 5,
            "sonntag|sonntags": 6,
        },
        Kind.WORKDAYS: "unter der woche|werktags|wochentags|an werktagen|an wochentagen|wahrend der woche",
        Kind.MONTH: {
            "januar|janner|jaenner": 1,
            "februar|feber": 2,
            "marz|maerz": 3,
            "april": 4,
            "mai": 5,
            "juni|juno": 6,
            "juli": 7,
            "august": 8,
            "september": 9,
            "oktober": 10,
            "november": 11,
            "dezember": 12,
        },
        Kind.UNIT: {
            "minute|minuten|minutchen": "minute",
            "stunde|stunden|stundchen": "hour",
            "tag|tage|tagen": "day",
            "woche|wochen": "week",
            "wochenende|wochenenden": "weekend",
            "monat|monate|monaten|monats": "month",
            "jahr|jahre|jahren|jahres": "year",
        },
        Kind.OCLOCK: "uhr|punkt|h",
        Kind.SPAN: {
            "ner halben stunde|halbe stunde|halben stunde|eine halbe stunde|einer halben stunde|halbes stundchen|n halbe stunde": (
                30,
                30,
                "minute",
            ),
            "viertelstunde|einer viertelstunde|eine viertelstunde|einer viertel stunde|eine viertel stunde": (
                15,
                15,
                "minute",
            ),
            "dreiviertelstunde|einer dreiviertelstunde|eine dreiviertelstunde|dreiviertel stunde": (
                45,
                45,
                "minute",
            ),
            "anderthalb stunden|eineinhalb stunden|einer anderthalben stunde|ein einhalb stunden": (
                90,
                90,
                "minute",
            ),
            "zweieinhalb stunden": (150, 150, "minute"),
            "dreieinhalb stunden": (210, 210, "minute"),
            "ein paar minuten|paar minuten|einigen minuten|einige minuten": (3, 10, "minute"),
            "ein paar stunden|paar stunden|einigen stunden|einige stunden": (2, 4, "hour"),
            "ein paar tagen|paar tagen|ein paar tage|paar tage|einigen tagen|einige tage": (2, 5, "day"),
            "ein paar wochen|paar wochen|einigen wochen|einige wochen": (2, 4, "week"),
            "ein paar monaten|paar monaten|einigen monaten|ein paar monate": (2, 4, "month"),
            "acht tagen|8 tagen": (7, 8, "day"),
            "anderthalb wochen": (10, 11, "day"),
            "einem halben jahr|ein halbes jahr": (6, 6, "month"),
        },
        Kind.PART: {
            "fruh|frueh|morgens|am morgen|in der fruh|in der fruhe|vormittag|vormittags|am vormittag|in der frueh": "morning",
            "fruhmorgens|am fruhen morgen|am fruhen vormittag|gleich in der fruh|gleich fruh|als erstes|ganz fruh"
            "|gleich in der fruhe|gleich morgens|fruhen morgen|fruhen vormittag": "first_thing",
            "spater vormittag|am spaten vormittag|spatvormittag|spaten vormittag": "late_morning",
            "mittag|mittags|am mittag|zu mittag|mittagszeit|um die mittagszeit|in der mittagspause|mittagspause": "midday",
            "zwolf uhr mittags|punkt zwolf uhr mittags": "noon",
            "mitternacht|um mitternacht": "midnight",
            "nachmittag|nachmittags|am nachmittag": "afternoon",
            "am fruhen nachmittag|fruhen nachmittag|fruher nachmittag": "early_afternoon",
            "am spaten nachmittag|spaten nachmittag|spatnachmittag|spater nachmittag|am spatnachmittag": "late_afternoon",
            "abend|abends|am abend": "evening",
            "am fruhen abend|fruhen abend|fruher abend|vorabend": "early_evening",
            "am spaten abend|spaten abend|spatabends|spatabend": "late_evening",
            "nacht|nachts|in der nacht": "night",
            "vor dem mittagessen|vorm mittagessen|vor der mittagspause|vor mittag|vor dem mittag": "before_lunch",
            "nach dem mittagessen|nach der mittagspause|nach dem mittag|nach mittag|nachm mittagessen": "after_lunch",
            "nach der arbeit|nach feierabend|nach dem feierabend|wenn ich feierabend habe|nach dienstschluss"
            "|wenn ich von der arbeit komme": "after_work",
            "vor der arbeit|vor arbeitsbeginn|vor dienstbeginn": "before_work",
            "nach dem fruhstuck": "after_breakfast",
            "vor dem abendessen|vorm abendessen": "before_dinner",
            "nach dem abendessen|nachm abendessen": "after_dinner",
            "nach der schule|nach schulschluss": "after_school",
            "zum feierabend|am ende des tages|zum tagesende|ende des tages": "end_of_day",
            "bis zum feierabend|vor feierabend|bis feierabend|bis ende des tages|bis tagesende": "by_end_of_day",
            "zu burozeiten|wahrend der burozeiten|zu geschaftszeiten|tagsuber|wahrend der geschaftszeiten": "working_hours",
        },
        Kind.RELATIVE: {
            "heute|heut|heute noch|noch heute|am heutigen tag": 0,
            "morgen|der morgige tag|am morgigen tag": 1,
            "ubermorgen|uebermorgen": 2,
            "heute in acht tagen|heute in einer woche": 7,
        },
        Kind.TODAYS_PART: {
            "heute morgen|heute fruh|heute vormittag": "morning",
            "heute mittag": "midday",
            "heute nachmittag": "afternoon",
            "heute abend|heut abend": "evening",
            "heute nacht": "night",
        },
        Kind.HOLIDAY: {
            "weihnachten|weihnacht|ersten weihnachtstag|dem ersten weihnachtstag|den weihnachtstagen|weihnachtstagen": "christmas",
            "heiligabend|heilig abend|heiliger abend": "christmas_eve",
            "zweiten weihnachtstag|stefanitag": "boxing_day",
            "silvester|sylvester": "new_years_eve",
            "neujahr|jahreswechsel|dem jahreswechsel|neues jahr|neuen jahr|neue jahr|des neuen jahres": "new_year",
            "dreikonig|heilige drei konige": "epiphany",
            "den feiertagen|die feiertage|feiertagen|feiertage|den festtagen|weihnachtsferien|den weihnachtsferien": "holidays",
            "ostern|ostersonntag": "easter",
            "karfreitag": "good_friday",
            "ostermontag": "easter_monday",
            "pfingsten": "pentecost",
            "allerheiligen": "all_saints",
            "fasching|karneval": "carnival",
        },
        Kind.ZONE: {
            "deutscher zeit|deutsche zeit|mitteleuropaischer zeit|berliner zeit|mez|mesz|wiener zeit": "Europe/Berlin",
            "schweizer zeit": "Europe/Zurich",
            "englischer zeit|londoner zeit|britischer zeit": "Europe/London",
            "new yorker zeit|ostkustenzeit": "America/New_York",
        },
        Kind.OTHER_ZONE: "ihrer zeit|deiner zeit|ihre zeit|deine zeit",
        Kind.OWN_ZONE: "meiner zeit|unserer zeit|hiesiger zeit|ortszeit|meine zeit",
        Kind.DATE_LEAD: "am|den|dem|vom|zum|bis zum|ab dem|nach dem|vor dem",
        Kind.MINUTES_BEFORE: {
            "halb": -30,
            "viertel nach|viertel uber|viertel ab": 15,
            "viertel vor": -15,
            "dreiviertel|drei viertel": -15,
            "viertel": -45,
        },
        Kind.PAST_HOUR: "nach|minuten nach|minute nach",
        Kind.TO_HOUR: "vor|minuten vor|minute vor",
        Kind.NEXT: "nachste|nachsten|nachster|nachstes|naechste|naechsten|naechster|folgenden|folgende|darauffolgenden",
        Kind.THIS: "diese|diesen|dieser|dieses|diesem|kommenden|kommende|kommender|kommendes|jetzt am|jetzigen",
        Kind.AFTER_NEXT: {"ubernachsten|ubernachster|uebernachsten|ubernachste": 1},
        Kind.WEEK: {"ubernachste woche|ubernachster woche|in der ubernachsten woche|uebernachste woche": 2},
        Kind.EARLY: "anfang|zu anfang|am anfang|zu beginn|beginn|anfang der|am anfang der|fruh in der|zu beginn der|in der ersten halfte",
        Kind.MID: "mitte|mitte der|in der mitte der|mitte des",
        Kind.LATE: "ende|ende der|am ende der|gegen ende der|ende des|am ende des|gegen ende|in der zweiten halfte",
        Kind.AFTER: "nach|nach dem|nach der|spater als|erst nach|irgendwann nach|jederzeit nach|kurz nach|nicht vor nach",
        Kind.FROM: "ich brauche bis|geben sie mir bis|gib mir bis|warten sie bis|wart bis|ab|ab dem|von|vom|nicht vor|nicht vor dem|erst ab|fruhestens|fruhestens ab|ab fruhestens|ab etwa|ab ca"
        "|rufen sie nicht vor|ruf nicht vor|bitte nicht vor|fruhestens um|fruhestens am|erst um|erst am|erst wieder am"
        "|rufen sie mich nicht vor|ruf mich nicht vor",
        Kind.BEFORE: "vor|vor dem|vor der|fruher als|nicht nach|nicht spater als nach|noch vor|irgendwann vor|jederzeit vor|kurz vor",
        Kind.BY: "bis spatestens|spatestens|spatestens um|spatestens bis|nicht spater als|bis spatestens um|bis allerspatestens"
        "|spatestens am|bis spatestens am",
        Kind.UNTIL: "bis|bis um|bis zum|bis einschliesslich|bis mindestens|bis gegen|bis circa",
        Kind.BETWEEN: "zwischen|irgendwann zwischen|so zwischen",
        Kind.TO: "bis|bis zum|bis um|und",
        Kind.AND: "und|sowie",
        Kind.OR: "oder|oder auch|bzw|beziehungsweise|oder vielleicht|oder eben",
        Kind.AT: "um|genau um|punkt|exakt um|fur",
        Kind.ABOUT: "gegen|ungefahr um|circa um|ca um|so um|so gegen|etwa um|etwa gegen|so circa um|rund um|ungefahr|circa|ca|etwa"
        "|um die|so ungefahr um|um circa|um ca|um etwa|um ungefahr|so ungefahr",
        Kind.ISH: "rum|herum|ungefahr|circa|oder so|in etwa|umrum",
        Kind.IN: "in|im|in etwa|in circa|in ca|in ungefahr|in so|geben sie mir|gib mir|geben sie mir noch|noch|in vielleicht",
        Kind.WITHIN: "innerhalb|innerhalb von|binnen|in den nachsten|innerhalb der nachsten|innerhalb einer|in der nachsten|im laufe der nachsten"
        "|im laufe",
        Kind.FOR: "fur|fur die nachsten|noch fur",
        Kind.FROM_NOW: "spater|von jetzt an|ab jetzt",
        Kind.SOON: {
            "in einer weile|bisschen spater|ein bisschen spater|etwas spater|ein wenig spater|in einem weilchen|nachher|spater nochmal kurz"
            "|ein stuck spater|bissl spater|in einer kleinen weile": (30, 180),
            "gleich|in einem moment|in einer minute|in einer sekunde|in einem augenblick|sofort": (5, 15),
            "bald|in kurze|demnachst gleich": (30, 180),
        },
        Kind.LATER: "spater|spater am|im spateren|nachher noch|im laufe des|im laufe der|im lauf der",
        Kind.SAME_TIME: "um die gleiche zeit|zur gleichen zeit|gleiche zeit|selbe zeit|um dieselbe zeit|um diese zeit|zur selben zeit"
        "|um diese uhrzeit|gleiche uhrzeit|zur gleichen uhrzeit|um die gleiche uhrzeit|um die selbe zeit",
        Kind.DAY_AFTER: {
            "am tag danach|tag danach|am nachsten tag|am tag darauf|am folgenden tag|einen tag spater|einen tag danach"
            "|am tag nach|einen tag nach": 1,
            "am tag davor|tag davor|am tag zuvor|am vortag|einen tag vorher|einen tag davor|tag vorher|am tag vor|einen tag vor": -1,
        },
        Kind.ANY: "jederzeit|irgendwann|egal wann|immer|jeden|jeder|jedem|jeden tag|wann sie wollen|wann immer|alle tage|jede",
        Kind.VAGUE: "irgendwann mal|ein andermal|ein anderes mal|irgendwann|anderer tag|an einem anderen tag|mal|demnachst|wieder|zu einem anderen zeitpunkt"
        "|zu einer anderen zeit|eines tages|bei gelegenheit|wenn es passt",
        Kind.NO: "nicht|nicht mehr",
        Kind.NOT: "statt|anstatt|statt um|anstatt um|rufen sie mich bitte nicht mehr|rufen sie mich bitte nicht|rufen sie mich nicht mehr|rufen sie nicht mehr|ruf mich nicht"
        "|ruf nicht|auf keinen fall|keinesfalls|bitte nicht|rufen sie nicht|aber nicht|bloss nicht|nur nicht|lieber nicht|nie|niemals"
        "|rufen sie mich nicht|nicht am|nicht um|nicht in der|nicht im|ungern|rufen sie bitte nicht|kein|keine|keinen",
        Kind.DONT: "rufen sie mich bitte nicht mehr|rufen sie mich bitte nicht|rufen sie mich nicht mehr|rufen sie nicht mehr|ruf mich nicht|ruf nicht|rufen sie nicht|rufen sie mich nicht|rufen sie bitte nicht",
        Kind.EXCEPT: "ausser|bis auf|ausgenommen|ausser am|nur nicht|nur nicht am|bis auf den|ausser den|ausser dem",
        Kind.CORRECT: "nein|lieber|besser|moment|ich meine|quatsch|sagen wir|doch lieber|nee|ne|stopp|oder besser|oder lieber|korrektur"
        "|beziehungsweise lieber|entschuldigung|verzeihung|halt|besser gesagt|ich meinte|nein lieber|ach nein|machen wir|sagen wir lieber"
        "|sagen wir mal|pardon|tschuldigung|ach",
        Kind.BAD: "ist schlecht|schlecht|ist ungunstig|ungunstig|ist unmoglich|unmoglich|ist zu fruh|ist zu spat|zu fruh|zu spat|ist blod"
        "|ist ganz schlecht|ist nicht gut|passt nicht|passt mir nicht|geht nicht|geht es nicht|geht leider nicht|passt leider nicht"
        "|passt gar nicht|geht gar nicht|geht bei mir nicht|passt es nicht|passt es mir nicht|klappt nicht|wird nichts|ist nicht moglich"
        "|geht es leider nicht|passt es leider nicht|ware schlecht|ist voll|fallt aus",
        Kind.GOOD: "geht|passt|geht es|ist gut|ware gut|ist besser|passt mir|gerne|kann ich|ist ok|ware besser|passt besser|ginge|ist okay"
        "|ist in ordnung|ware super|ware prima|ist am besten|ware am besten|passt gut|passt mir gut|klappt|ist perfekt|habe ich zeit"
        "|bin ich da|bin ich zu hause|ja|ist mir recht|ware mir recht|wurde gehen|wurde passen|geht gut|da geht es|hatte ich zeit",
        Kind.AWAY: "kann ich nicht|ich kann nicht|ich kann leider nicht|kann ich leider nicht|bin ich nicht da|ich bin nicht da|bin ich weg"
        "|ich bin weg|im urlaub|in urlaub|ich bin im urlaub|bin ich im urlaub|in einer besprechung|in der besprechung|in besprechungen"
        "|in einem meeting|im meeting|in meetings|beschaftigt|ich arbeite|arbeite ich|muss ich arbeiten|auf reisen|unterwegs"
        "|bin ich unterwegs|keine zeit|habe ich keine zeit|ich habe keine zeit|verhindert|bin ich verhindert|auf arbeit|in der arbeit"
        "|bei der arbeit|im unterricht|in einem termin|im termin|auf dienstreise|verreist|bin ich verreist|nicht erreichbar|im dienst"
        "|bin ich nicht erreichbar|ich bin nicht erreichbar|nicht zu hause|bin ich nicht zu hause|beim arzt|in einer sitzung|krank"
        "|in der schule|in der uni|ich kann da nicht|da kann ich nicht|in behandlung|bin ich beschaftigt|ich bin beschaftigt|ist er nicht da"
        "|ist sie nicht da|er ist nicht da|sie ist nicht da|ausser haus|bin ich ausser haus|keine moglichkeit|fahre ich auto",
        Kind.SUBJECT: "ich bin|bin ich|ich habe|habe ich|er ist|sie ist|ich",
        Kind.FREE: "ich bin zu hause|zu hause|ich habe zeit|ich bin da|ich bin frei|frei|erreichbar|ich bin erreichbar|bin ich erreichbar"
        "|sie erreichen mich|sie konnen mich|konnen sie mich|bin ich frei|daheim|ich bin daheim|bin ich wieder erreichbar|verfugbar"
        "|ist er zu hause|ist sie zu hause|mein mann ist|meine frau ist|konnten sie mich|da bin ich",
        Kind.EVENT: "ich habe einen termin|einen termin|ein termin|einen arzttermin|ein meeting|eine besprechung|eine sitzung|den zahnarzttermin|habe ich einen termin|mein termin|mein termin ist|ich muss|muss ich|ich gehe|gehe ich|ich fahre|fahre ich"
        "|ich fange|fange ich an|meine schicht beginnt|meine schicht fangt|mein flug|mein zug|ich hole|hole ich|habe ich zahnarzt|zahnarzt"
        "|arzttermin|zahnarzttermin|beginnt|ich beginne|wir schliessen|wir offnen|ich esse|ich stehe auf|habe ich den zahnarzt|ich muss los"
        "|muss ich weg|muss ich los|ich habe um|gehe ich ins bett|ich habe den zahnarzt|fliege ich|ich fliege",
        Kind.END_OF_EVENT: "feierabend|habe ich feierabend|ich habe feierabend|fertig|bin ich fertig|ich bin fertig|komme ich nach hause"
        "|komme ich heim|ich komme nach hause|ich komme heim|zuruck|bin ich zuruck|ich bin zuruck|wieder da|bin ich wieder da"
        "|ich bin wieder da|wieder zu hause|bin ich wieder zu hause|schluss|habe ich schluss|ich hore auf|hore ich auf|endet|ist zu ende"
        "|wieder im buro|wieder im haus|nach hause|dienstschluss|ist er wieder da|ist sie wieder da|ich lande|lande ich",
        Kind.GONE: "gestern|vorgestern|letzte woche|letzten montag|letzten dienstag|letzten mittwoch|letzten donnerstag|letzten freitag"
        "|letzten samstag|letzten sonntag|letzten monat|letztes mal|gesprochen|angerufen|telefoniert|gesagt|hat mich|haben mich|ich war|war ich|wir waren"
        "|habe ich schon mit|habe ich bereits|ich habe schon|ich habe bereits|ich rufe sie|ich rufe zuruck|ich melde mich"
        "|vergangene woche|vergangenen montag|gestern abend|ich rufe selbst|bestellt|bezahlt|gekauft|rufe ich sie|melde ich mich",
        Kind.WISH: "konnen wir|konnten wir|wollen wir|lassen sie uns|rufen sie|rufen sie mich|rufen sie an|ruf mich|ruf an|ruf|rufen sie wieder|rufen sie nochmal|rufen sie mich zuruck"
        "|melden sie sich|meld dich|versuchen sie es|versuchs|probieren sie es|ich bevorzuge|mir ware|wie ware es|wie ware|wie ist es"
        "|konnen sie mich anrufen|konnen sie anrufen|konnten sie anrufen|konnten sie|sprechen wir|telefonieren wir|am liebsten|am besten"
        "|rufen sie bitte|bitte rufen sie|ich mochte|ich hatte gern|dann rufen sie|dann lieber|dann bitte|versuchen sie|sie konnen",
        Kind.SO: "also|deshalb|deswegen|darum",
        Kind.BECAUSE: "weil|denn|da ich",
        Kind.BUT: "aber|sondern|allerdings|jedoch",
        Kind.THEN: "dann|da|zu dieser zeit|an dem tag|an diesem tag|um diese zeit dann",
        Kind.AFTER_THAT: "danach|anschliessend|hinterher|wenn ich zuruck bin|wenn ich fertig bin|wenn ich wieder da bin|nachdem|im anschluss",
        Kind.BEFORE_THAT: "davor|vorher|vorab",
        Kind.THE: "am|im|der|die|das|den|dem|des|in der|in den|zum|zur|vom|es|ist|mich|an|ware|sie|in dem",
        Kind.NOISE: "meistens|normalerweise|gewohnlich|ah|ahm|aeh|hm|ja also|bitte|gern|danke|vielleicht|wahrscheinlich|mal|einfach|ehm|em|naja|na ja|gut|okay|ok|danke schon"
        "|vielen dank|eventuell|moglichst|vielleicht mal|wenn es geht|wenn moglich|ich glaube|glaube ich|denke ich|ich denke|so|nochmal"
        "|noch mal|noch einmal|dankeschon|bitteschon|leider|genau|sagen wir so|eben|wohl|erst|wieder|doch|sonst",
        Kind.FILLER: "guten morgen|guten tag|guten abend|gute nacht|schonen tag|schonen abend|einen moment|eine sekunde|gerade nicht|im moment nicht"
        "|im moment|gerade|jetzt|jetzt gerade|jetzt nicht|zur zeit|momentan|schonen tag noch|einen schonen tag|einen augenblick|eine minute bitte"
        "|schonen abend noch|schones wochenende|schones wochenende noch|zurzeit|eine frage|jetzt gerade nicht|gerade in einer besprechung|auf wiederhoren"
        "|ich kann gerade nicht|ich kann jetzt nicht|ich kann im moment nicht|es passt gerade nicht|passt gerade nicht|gerade schlecht|ist gerade schlecht"
        "|ich bin gerade unterwegs|ich bin gerade in einer besprechung|ich bin gerade beschaftigt|ich habe gerade keine zeit|ich habe jetzt keine zeit"
        "|kein guter zeitpunkt|jetzt ist es schlecht|jetzt passt es nicht|gerade keine zeit|den ganzen tag|wie geht es ihnen heute|rund um die uhr"
        "|ich habe im moment keine zeit|guten morgen zusammen|schonen feierabend|gerade beim essen|gerade im auto|ich bin gerade im auto",
    },
    dots_are_dates=True,
    rewritten={
        rf"\b({_WEEKDAYS})s? ?morgen\b": r"\1 vormittag",
        rf"\b({_WEEKDAYS})(fruh|vormittag|mittag|nachmittag|abend|nacht)s?\b": r"\1 \2",
        r"\bzweiten? (januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember)halfte\b": r"ende \1",
        r"\bersten? (januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember)halfte\b": r"anfang \1",
        r"\buber nachste": "ubernachste",
        r"\bgegen halb\b": "so um halb",
        r"\bzwischen den jahren\b": "zwischen weihnachten und silvester",
    },
)
