"""German as people speak it: what binds, what is asked about, what only sounds like it."""

from typing import Final

import pytest

from domain.conversations import AnsweredBy
from domain.language.answerers import STRONG, signs
from domain.language.asides import Aside
from domain.language.decision import demand_of
from domain.language.intents import Demand
from domain.language.preferences import PreferenceKind
from domain.language.utterance import Utterance
from domain.language.verdicts import judge_by_rules
from domain.language.wishes import rules_on_contact
from domain.outcomes import BusinessOutcome
from domain.transcripts import Speaker, Turn

BOUND: Final = (
    "bitte nehmen Sie uns aus Ihrer Kartei",
    "nehmt mich bitte aus eurem Adressbuch",
    "nimm mich aus deinem Telefonbuch",
    "können Sie meine Telefonnummer aus Ihrer Datei nehmen",
    "könnten Sie uns bitte austragen",
    "tragen Sie uns bitte aus Ihrer Liste aus",
    "ich will da raus aus Ihrer Liste",
    "wir wollen von Ihrer Liste runter",
    "ich möchte aus dem Verteiler raus",
    "ich möchte bitte nicht länger kontaktiert werden",
    "wir wollen nicht weiter belästigt werden",
    "ich bitte Sie mich nicht mehr anzurufen",
    "ich bitte darum nicht mehr angerufen zu werden",
    "ich habe Ihnen schon gesagt dass ich nicht mehr angerufen werden möchte",
    "ich fordere Sie auf mich nicht mehr zu kontaktieren",
    "ich untersage Ihnen jede weitere Kontaktaufnahme",
    "ich verbitte mir weitere Anrufe",
    "du sollst hier nicht mehr anrufen",
    "sie dürfen mich nicht mehr anrufen",
    "rufen Sie meine Mutter nicht mehr an",
    "rufen Sie meinen Vater bitte nicht mehr an",
    "meine Frau möchte nicht mehr angerufen werden",
    "wagen Sie es nicht noch einmal hier anzurufen",
    "bitte keine weiteren Telefonanrufe",
    "keine Anrufe mehr auf dieser Nummer",
    "keinerlei Anrufe mehr bitte",
    "Schluss mit den Anrufen",
    "hör auf mich zu nerven",
    "lassen Sie meine Eltern in Ruhe",
    "lass mich in Ruhe Mann",
    "ich möchte der Datennutzung widersprechen",
    "ich ziehe meine Zustimmung zurück",
    "ich entziehe Ihnen die Erlaubnis mich anzurufen",
    "bitte sofort alle Daten von mir löschen",
    "löscht meine Nummer",
    "lösch mich aus der Liste",
    "meine Nummer gehört gelöscht",
    "die Nummer hätte ich gern gelöscht",
    "bitte die Telefonnummer aus dem System entfernen",
    "sorgen Sie dafür dass ich nicht mehr angerufen werde",
    "sorgen Sie dafür dass hier niemand mehr anruft",
    "notieren Sie bitte keine Anrufe mehr",
    "schreiben Sie sich auf dass ich nicht mehr angerufen werden will",
    "bitte von weiteren Anrufen absehen",
    "ihr braucht euch nicht mehr zu melden",
    "Sie brauchen hier nie wieder anzurufen",
    "nie wieder will ich von euch angerufen werden",
    "vergiss meine Nummer",
    "streicht uns von eurer Liste",
    "ich will nicht dass Sie mich noch mal anrufen",
    "ich möchte nicht dass Sie sich noch einmal melden",
    "wir möchten nicht dass hier weiter angerufen wird",
    "hoeren sie auf mich anzurufen",
    "koennen sie mich bitte loeschen",
    "rufen sie nich wieder an",
    "also mir langt es jetzt ihre firma soll mich nicht mehr anrufen",
    "geben sie das bitte weiter ich will nicht mehr angerufen werden",
    "bitte um löschung meiner daten",
    "ich will dass meine daten bei ihnen gelöscht werden",
    "machen sie meine nummer aus ihrem computer raus",
    "hauen sie meine nummer aus der liste raus",
    "mir wäre es lieb wenn sie nicht mehr anrufen würden",
    "ich wäre dankbar wenn sie mich künftig nicht mehr kontaktieren",
    "in zukunft möchte ich nicht mehr angerufen werden",
    "von heute an rufen sie mich nicht mehr an",
    "ich will meine ruhe haben rufen sie nicht mehr an",
    "mein sohn hat autismus bitte hier nicht mehr anrufen",
    "die nummer ist nicht für werbung rufen sie die nicht mehr an",
    "tun sie mir den gefallen und löschen sie mich",
    "wären sie so nett mich aus der liste zu nehmen",
    "warum steh ich da drauf nehmen sie mich da runter",
    "auf weitere anrufe verzichte ich gerne",
    "kein anruf mehr bitte",
    "ich lege widerspruch ein gegen die nutzung meiner daten",
    "lassen sie die anrufe sein",
    "stellen sie ihre anrufe bitte ein",
    "das grenzt an stalking rufen sie nicht mehr an",
    "nie mehr anrufen ok",
    "nich mehr anruffen",
    "morgen nicht übermorgen nicht nie mehr anrufen",
    "ab morgen rufen sie mich nicht mehr an",
    "ab sofort möchte ich nicht mehr angerufen werden",
    "heute ist das letzte mal dass ich es sage rufen sie nicht mehr an",
    "ich sage es heute zum letzten mal keine anrufe mehr",
    "weder abends noch morgens ich will gar nicht mehr angerufen werden",
    "den ganzen tag klingelt es rufen sie hier nicht mehr an",
    "ich bin im urlaub und will generell nicht mehr angerufen werden",
    "egal ob morgens oder abends rufen sie nicht mehr an",
    "auch nicht am wochenende rufen sie einfach nie mehr an",
    "schluss mit ihren werbe anrufen",
    "nie wieder an rufen",
    "tuns mich bitte nimmer anrufen",
    "ich mag nimmer angerufen werden",
    "löschts mei nummer",
    "lüten sie nicht mehr an",
    "klingeln sie hier nie mehr an",
    "suchen sie sich wen anders und lassen sie mich in ruhe",
    "ich erteile ihnen anrufverbot",
    "ihre anrufe sind unerwünscht",
    "wir sind fertig miteinander rufen sie nicht mehr durch",
    "runter von der liste mit mir",
    "machen sie einen haken bei nicht mehr anrufen",
    "sagen sie ihrer firma ich will nicht mehr belästigt werden",
    "ihr seid schlimmer als die zeugen jehovas lasst uns in ruhe",
    "kein anruf mehr klar",
    "ich will nicht dass meine eltern angerufen werden",
    "meine mutter versteht das nicht rufen sie sie nicht mehr an",
    "ich fordere die sofortige löschung",
    "ich steige aus nehmen sie mich raus",
)

ASKED_ABOUT: Final = (
    "dass das klar ist Sie rufen hier nicht mehr an",
    "Sie rufen mich jetzt nicht mehr an verstanden",
    "wehe ihr ruft noch mal an",
    "noch ein Anruf und ich gehe zur Polizei",
    "beim nächsten Anruf gehe ich zum Anwalt",
    "hört endlich mit diesen Anrufen auf",
    "ich will hier keine Werbung mehr am Telefon",
    "werfen Sie meine Nummer weg",
    "blockieren Sie bitte meine Nummer",
    "ich möchte mich von der liste abmelden",
    "ich will einfach nur meine ruhe vor ihren anrufen",
    "ich will da nicht mehr drauf stehen auf ihrer liste",
    "keine werbung keine anrufe nichts mehr",
    "das ist unerlaubte telefonwerbung unterlassen sie das",
    "ich blockiere sie jetzt und sie löschen mich",
    "rufen sie mich weder heute noch morgen noch sonst irgendwann an",
    "mir reichen die telefon anrufe jetzt",
    "vergessen sie mich",
    "tragen sie ein dass ich keine anrufe wünsche",
    "jeden tag rufen sie an jetzt ist schluss",
    "da ruft mir keiner mehr an von ihnen",
    "von dieser firma will ich keinen mehr am telefon haben",
    "verschwinden sie aus meiner leitung",
    "sparen sie sich weitere anrufe",
    "den anruf hätten sie sich sparen können und die nächsten auch",
    "es besteht kein grund für weitere anrufe",
    "von weiterer kontaktaufnahme bitte absehen",
    "ich will in keiner datei von ihnen stehen",
    "einmal löschen bitte meine nummer",
)

NO_DEMAND: Final = (
    "rufen Sie mich bitte nicht mehr vor acht an",
    "rufen Sie mich nicht so spät am Abend an",
    "heute bitte nicht mehr anrufen",
    "am Sonntag bitte nicht anrufen",
    "bitte nicht mehr nach neun",
    "rufen Sie nicht unter der Woche an lieber samstags",
    "rufen Sie lieber nicht vormittags an",
    "hören Sie, ich habe eine Frage",
    "hören Sie mal auf zu lachen",
    "hör auf zu bellen",
    "ich höre jetzt auf zu rauchen",
    "lassen Sie mich das in Ruhe durchlesen",
    "ich kann Sie nicht mehr verstehen",
    "er wollte mich nicht mehr anrufen",
    "sie hat mich nie wieder angerufen",
    "mein Sohn ruft mich nicht mehr an",
    "warum rufen Sie nicht mehr an",
    "haben Sie mich von der Liste gestrichen",
    "stehe ich noch auf der Liste",
    "ich habe den Termin gestrichen",
    "können Sie den Termin streichen",
    "löschen Sie bitte den alten Termin",
    "löschen Sie die Mail nicht",
    "meine Mail löscht sich von selbst",
    "die Feuerwehr löscht gerade",
    "kann man das später widerrufen",
    "wie lange kann ich widerrufen",
    "ich widerrufe nichts ich unterschreibe",
    "ich habe keine Anrufe bekommen",
    "bei mir kommen keine Anrufe an",
    "ich kriege keine Anrufe mehr seit gestern das Telefon ist kaputt",
    "nehmen Sie mich ernst",
    "nehmen Sie mich mit auf die Liste",
    "nehmen Sie meine Nummer auf",
    "tragen Sie mich ein",
    "schreiben Sie mich auf die Warteliste",
    "melden Sie mich an",
    "ich melde mich wieder",
    "ich melde mich nicht mehr bei denen",
    "da meldet sich keiner mehr",
    "nicht mehr als zwanzig Euro",
    "das brauche ich nicht mehr",
    "ich wohne nicht mehr dort",
    "ich arbeite nicht mehr",
    "nie wieder kaufe ich bei denen",
    "nie wieder Alkohol",
    "rufen Sie mich auf keinen Fall vor zehn an",
    "ich will nicht mehr warten",
    "wollen Sie mich nicht anrufen wenn es so weit ist",
    "können Sie mich nicht morgen anrufen",
    "rufen Sie mich doch nicht immer Herr Doktor",
    "stoppen Sie mal kurz",
    "keine Werbung im Briefkasten",
    "lassen Sie sich Zeit",
    "lass mich kurz in Ruhe nachdenken",
    "bitte nicht auflegen",
    "der letzte Anruf war um drei",
    "wer war der letzte Anrufer",
    "die Anrufe kosten nichts",
    "ich sperre das Auto zu",
    "sie hören nie wieder von dem",
    "können sie den fehler löschen",
    "nehmen sie mich bitte in ihre liste auf",
    "nehmen sie den hund aus dem zimmer raus",
    "rufen sie mich auf keinen fall vor acht an",
    "rufen sie nicht mich an sondern meinen mann",
    "es wäre schön wenn sie nicht so früh anrufen würden",
    "bitte keine anrufe nach acht uhr",
    "ab heute bin ich im urlaub",
    "die liste ist bei uns im büro",
    "das habe ich nie wieder gehört",
    "stellen sie sich vor",
    "lassen sie es klingeln",
    "lassen sie mich nicht warten",
    "habt ihr meine nummer gelöscht",
    "sind meine daten bei ihnen gespeichert",
    "löschen sie die alte adresse die neue ist hauptstraße fünf",
    "ich widerspreche ihnen da",
    "mein widerruf ist schon raus",
    "ich gebe ihnen meine einwilligung",
    "mich ruft ja keiner mehr an",
    "früher haben mehr leute angerufen",
    "dann rufe ich eben nicht mehr an",
    "in den nächsten zwei wochen bitte nicht anrufen",
    "die nächsten tage rufen sie mich nicht an",
    "vor weihnachten rufen sie bitte nicht mehr an",
    "bis ende des monats bitte nicht mehr anrufen",
    "diesen monat nicht mehr anrufen",
    "rufen sie mich bis märz nicht an",
    "solange ich im urlaub bin rufen sie nicht an",
    "rufen sie mich während der besprechung nicht an",
    "rufen sie nicht an wenn ich auf arbeit bin",
    "rufen sie mich nicht an ich rufe sie an",
    "bitte nicht anrufen ich melde mich selbst",
    "rufen sie nicht an schreiben sie eine mail",
    "rufen sie mich auf dem festnetz nicht an nehmen sie das handy",
    "anrufen müssen sie nicht eine mail reicht",
    "sie müssen nicht extra anrufen",
    "rufen sie nicht den chef an sondern mich",
    "zum mittag rufen sie besser nicht an",
    "nachts bitte nicht anrufen",
    "dienstags nicht anrufen da bin ich weg",
    "ich würde da nicht mehr anrufen an ihrer stelle",
    "da braucht man gar nicht mehr anzurufen bei denen",
    "bei der hotline rufe ich nie wieder an",
    "da rufe ich nie wieder an",
    "die haben nicht mehr angerufen",
    "meine tochter meldet sich nicht mehr",
    "der handwerker hat sich nie wieder gemeldet",
    "das lasse ich aus der liste streichen beim amt",
    "nehmen sie den posten aus der liste",
    "streichen sie die butter von der liste",
    "mich interessiert ihre liste",
    "klingeln sie unten",
    "das telefon klingelt nicht mehr richtig",
    "vergessen sie mich nicht",
    "sie haben hausverbot bei edeka hab ich gehört",
    "runter vom gas",
    "jeden tag rufen da leute an",
    "jetzt ist schluss mit lustig",
    "rufen sie ihn nicht vor neun an",
    "sie soll mich nicht vor acht anrufen",
    "kontakt habe ich keinen zu ihm",
    "markieren sie das im kalender",
    "schreiben sie hin dass ich interesse habe",
    "ich mag nicht mehr so viel laufen",
    "sparen kann ich da nicht viel",
    "ich steige aus dem auto aus",
    "es gibt keinen grund zur sorge",
    "ich fordere den vertrag an",
    "nehmen sie alles raus aus dem keller",
    "da will ich nicht runter",
    "das können sie sich sparen mit der werbung im briefkasten",
    "so einen anruf hatte ich gestern auch",
)

KEPT: Final = (
    "Nein nein, lassen Sie mich auf der Liste.",
    "Löschen Sie mich bitte nicht.",
    "Das war nicht so gemeint.",
    "Rufen Sie ruhig weiter an.",
    "Ich möchte doch weiter angerufen werden.",
    "Ich nehme das zurück.",
    "Nicht löschen bitte",
    "behalten Sie meine Nummer",
)

NOT_KEPT: Final = (
    "Lassen Sie mich überlegen.",
    "Löschen Sie meine Nummer.",
    "Das war kein Witz, rufen Sie nie wieder an.",
    "Bleiben Sie dran.",
    "Rufen Sie mich morgen an.",
)

PREFERRED: Final = (
    (PreferenceKind.WHEN, "Rufen Sie mich nicht vor zehn an."),
    (PreferenceKind.WHEN, "bitte nur abends"),
    (PreferenceKind.WHEN, "Sonntags bitte nicht."),
    (PreferenceKind.WHEN, "Bitte nicht mehr so spät anrufen."),
    (PreferenceKind.WRITING, "Schreiben Sie mir lieber eine Mail."),
    (PreferenceKind.WRITING, "Nur per WhatsApp bitte."),
    (PreferenceKind.WRITING, "schicken Sie mir lieber eine SMS statt anzurufen"),
    (PreferenceKind.HOW_OFTEN, "Einmal im Monat reicht."),
    (PreferenceKind.HOW_OFTEN, "Rufen Sie nicht jeden Tag an."),
    (PreferenceKind.HOW_OFTEN, "höchstens alle zwei Wochen"),
)

NOT_PREFERRED: Final = (
    "Einmal im Monat gehe ich zum Friseur.",
    "Um zehn war ich schon fertig.",
    "Schreiben Sie mir die Preise auf.",
    "Rufen Sie nie wieder an.",
)

COMES_TO: Final = (
    (BusinessOutcome.WRONG_NUMBER, "Sie sind falsch verbunden."),
    (BusinessOutcome.WRONG_NUMBER, "Hier wohnt kein Herr Schulze."),
    (BusinessOutcome.WRONG_NUMBER, "Da haben Sie sich verwählt."),
    (BusinessOutcome.WRONG_NUMBER, "Ich bin nicht Frau Maier."),
    (BusinessOutcome.WRONG_NUMBER, "Eine Frau Kern kenne ich nicht."),
    (BusinessOutcome.WRONG_NUMBER, "Der arbeitet hier nicht mehr."),
    (BusinessOutcome.WRONG_NUMBER, "Unter dieser Nummer erreichen Sie ihn nicht."),
    (BusinessOutcome.CALLBACK, "Rufen Sie mich morgen wieder an."),
    (BusinessOutcome.CALLBACK, "Können Sie mich später zurückrufen?"),
    (BusinessOutcome.CALLBACK, "Ich bin gerade in einer Besprechung."),
    (BusinessOutcome.CALLBACK, "Es passt gerade nicht."),
    (BusinessOutcome.CALLBACK, "Melden Sie sich nächste Woche noch mal."),
    (BusinessOutcome.CALLBACK, "Versuchen Sie es am Freitag noch einmal."),
    (BusinessOutcome.FOLLOW_UP, "Schicken Sie mir das per Mail."),
    (BusinessOutcome.FOLLOW_UP, "Können Sie mir die Unterlagen zuschicken?"),
    (BusinessOutcome.FOLLOW_UP, "Senden Sie mir bitte ein Angebot."),
    (BusinessOutcome.FOLLOW_UP, "Haben Sie etwas Schriftliches?"),
    (BusinessOutcome.FOLLOW_UP, "Lassen Sie mir ein Angebot zukommen."),
    (BusinessOutcome.INTERESTED, "Das klingt interessant."),
    (BusinessOutcome.INTERESTED, "Ich hätte da schon Interesse."),
    (BusinessOutcome.INTERESTED, "Erzählen Sie mir mehr."),
    (BusinessOutcome.INTERESTED, "Das nehme ich."),
    (BusinessOutcome.INTERESTED, "Melden Sie mich an."),
    (BusinessOutcome.INTERESTED, "Wie kann ich das bestellen?"),
    (BusinessOutcome.INTERESTED, "Da bin ich dabei."),
    (BusinessOutcome.NOT_INTERESTED, "Kein Interesse."),
    (BusinessOutcome.NOT_INTERESTED, "Das brauche ich nicht."),
    (BusinessOutcome.NOT_INTERESTED, "Nein danke, kein Bedarf."),
    (BusinessOutcome.NOT_INTERESTED, "Das ist nichts für mich."),
    (BusinessOutcome.NOT_INTERESTED, "Ich bin nicht interessiert."),
    (BusinessOutcome.NOT_INTERESTED, "Wir haben schon einen Anbieter."),
    (BusinessOutcome.NOT_INTERESTED, "Das ist mir zu teuer."),
    (BusinessOutcome.NOT_INTERESTED, "Das kommt für mich nicht in Frage."),
)

COMES_TO_NOTHING: Final = (
    "Haben Sie mir die Mail geschickt?",
    "Warum rufen Sie so spät an?",
    "Was kostet das?",
    "Ist das zu teuer für Rentner?",
    "Wer hat Ihnen gesagt, dass ich interessiert bin?",
    "Mein Sohn ist sehr interessiert an Autos.",
    "Ich warte auf einen Rückruf.",
    "Sie brauchen mir nichts zu schicken.",
    "Ja, hallo?",
    "Die falsche Rechnung wurde mir geschickt.",
    "Kein Problem.",
    "Brauche ich dafür einen Ausweis?",
    "Schicken Sie da einen Techniker raus?",
)

ANSWERS: Final = (
    ("Möchten Sie eine Vorführung?", "Ja, gern.", BusinessOutcome.INTERESTED),
    ("Möchten Sie eine Vorführung?", "Auf jeden Fall.", BusinessOutcome.INTERESTED),
    ("Möchten Sie eine Vorführung?", "Natürlich nicht.", BusinessOutcome.NOT_INTERESTED),
    ("Möchten Sie eine Vorführung?", "Auf keinen Fall.", BusinessOutcome.NOT_INTERESTED),
    ("Möchten Sie eine Vorführung?", "Lieber nicht.", BusinessOutcome.NOT_INTERESTED),
    ("Möchten Sie eine Vorführung?", "Ja, aber was kostet das?", BusinessOutcome.NONE),
    ("Soll ich Ihnen die Unterlagen schicken?", "Ja, bitte.", BusinessOutcome.FOLLOW_UP),
    ("Wie geht es Ihnen?", "Ja, gut.", BusinessOutcome.NONE),
    ("Darf ich Sie später noch einmal anrufen?", "Ja, gern.", BusinessOutcome.CALLBACK),
)

LEAVES: Final = (
    "Auf Wiederhören.",
    "Tschüss dann.",
    "Ich muss jetzt los.",
    "Ich lege jetzt auf.",
    "Machen Sie's gut.",
    "Schönen Tag noch.",
    "Ich muss leider weg, tschüss.",
    "Beenden wir das Gespräch.",
)

STAYS: Final = (
    "Ich muss los, aber sagen Sie schnell.",
    "Muss ich auflegen?",
    "Legen Sie bitte nicht auf.",
    "Wie sagt man auf Wiedersehen auf Polnisch?",
    "Ich muss loswerden, was mich stört.",
    "Haben Sie gerade aufgelegt?",
    "Servus, wer ist da?",
    "Ich lege den Hörer kurz hin.",
)

ASKS_FOR_THE_TRUTH: Final = (
    "Sind Sie ein Roboter?",
    "Bist du ein Mensch?",
    "Spreche ich mit einem Computer?",
    "Ist das eine KI?",
    "Sie klingen wie ein Roboter.",
    "Sind Sie echt?",
    "Ist das eine Bandansage?",
    "Mensch oder Maschine?",
)

ASKS_NOTHING_OF_US: Final = (
    "Ich habe einen Staubsaugerroboter.",
    "Mein Computer ist kaputt.",
    "Ist das eine Maschine für den Garten?",
    "Ich bin kein Roboter.",
    "Sind Sie von der Bank?",
    "Sind Sie noch da?",
)

ASIDES: Final = (
    (Aside.ONE_MOMENT, "Einen Moment bitte."),
    (Aside.ONE_MOMENT, "Moment mal."),
    (Aside.ONE_MOMENT, "Sekunde."),
    (Aside.ONE_MOMENT, "Warten Sie kurz."),
    (Aside.ONE_MOMENT, "Bleiben Sie bitte dran."),
    (Aside.ONE_MOMENT, "Ich hole kurz einen Stift."),
    (Aside.ONE_MOMENT, "Ich schau mal nach."),
    (Aside.ONE_MOMENT, "Augenblick, ich mache die Tür zu."),
    (Aside.ONE_MOMENT, "Moment, es klingelt an der Tür."),
    (Aside.ONE_MOMENT, "Ich mache mal das Radio leiser."),
    (Aside.ONE_MOMENT, "Ich bin gleich wieder da."),
    (Aside.ONE_MOMENT, "Eine Sekunde, ich gehe in ein anderes Zimmer."),
    (Aside.ONE_MOMENT, "Warten Sie mal bitte."),
    (Aside.ONE_MOMENT, "Momentchen."),
    (Aside.ONE_MOMENT, "Ich muss kurz meine Brille holen."),
    (Aside.ONE_MOMENT, "einen augenblick noch"),
    (Aside.ONE_MOMENT, "kleinen moment bitte"),
    (Aside.SAY_AGAIN, "Wie bitte?"),
    (Aside.SAY_AGAIN, "Noch mal bitte."),
    (Aside.SAY_AGAIN, "Können Sie das wiederholen?"),
    (Aside.SAY_AGAIN, "Könnten Sie das bitte noch einmal sagen?"),
    (Aside.SAY_AGAIN, "Was haben Sie gesagt?"),
    (Aside.SAY_AGAIN, "Das habe ich nicht verstanden."),
    (Aside.SAY_AGAIN, "Sprechen Sie bitte lauter."),
    (Aside.SAY_AGAIN, "Ich höre Sie schlecht."),
    (Aside.SAY_AGAIN, "Sagen Sie das noch mal."),
    (Aside.SAY_AGAIN, "Hä?"),
    (Aside.SAY_AGAIN, "Was?"),
    (Aside.SAY_AGAIN, "Ich habe Sie nicht verstanden."),
    (Aside.SAY_AGAIN, "koennen sie das wiederholen"),
    (Aside.SAY_AGAIN, "Entschuldigung, wie war das?"),
    (Aside.SAY_AGAIN, "Ich kann Sie kaum hören."),
)

NO_ASIDES: Final = (
    "Moment, das stimmt nicht.",
    "Ich stelle Sie mal laut.",
    "Was haben Sie mir geschickt?",
    "Ich verstehe.",
    "Einen Moment hatte ich Zeit.",
    "Warten Sie schon lange?",
    "Ich überlege es mir.",
)

LISTENS: Final = (
    "mhm",
    "ja ja",
    "genau",
    "aha",
    "verstehe",
    "natürlich",
    "alles klar",
    "ach so",
    "okay gut",
    "na klar",
    "stimmt",
    "hm hm",
    "ja genau",
    "richtig",
    "ah ja",
    "sehr gut",
)

PEOPLE: Final = (
    "Er ist leider gerade nicht erreichbar, kann ich etwas ausrichten?",
    "Meine Frau ist nicht da, wer spricht denn?",
    "Autohaus Meier, guten Tag, was kann ich für Sie tun?",
    "Ja bitte?",
    "Wer ist da?",
    "Der Chef ist zurzeit nicht im Haus, worum geht es?",
    "Moment, ich hole ihn.",
    "Können Sie eine Nachricht hinterlassen, er ruft zurück?",
    "Schulz, guten Tag.",
    "Sie ist gerade beim Arzt, soll sie zurückrufen?",
)

MACHINES: Final = (
    "Hallo, hier ist die Mailbox von Peter Schmidt. Bitte hinterlassen Sie eine Nachricht nach dem Signalton.",
    "Der gewünschte Gesprächspartner ist zurzeit nicht erreichbar.",
    "Guten Tag, wir sind im Moment leider nicht erreichbar. Bitte sprechen Sie nach dem Ton.",
    "Diese Nummer ist nicht vergeben.",
    "Kein Anschluss unter dieser Nummer.",
    "Für Verkauf drücken Sie die eins.",
    "Alle Mitarbeiter sind im Gespräch, bitte warten Sie.",
    "Ihr Anruf wird automatisch an die Mailbox weitergeleitet.",
)


def spellings(text: str) -> tuple[str, ...]:
    """As a recogniser may write it: as it is, in small letters without marks, umlauts as two letters or as one."""
    small = "".join(c for c in text.lower() if c not in ".,!?")
    one = small.replace("ß", "ss").translate(str.maketrans("äöü", "aou"))
    two = small.replace("ß", "ss").replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")
    return tuple(dict.fromkeys((text, small, two, one)))


def said(text: str) -> Utterance:
    return Utterance(text, "de", ("de",))


def by_rules(text: str) -> Demand:
    """How surely no more calls are demanded, by the rules alone."""
    return demand_of(rules_on_contact(text, "de"))


def outcome(text: str) -> BusinessOutcome:
    return judge_by_rules((Turn(Speaker.PERSON, text, 0, 1_000),), "de").outcome


@pytest.mark.parametrize("text", BOUND)
def test_a_demand_binds_on_the_call_and_after_it(text: str) -> None:
    for spelled in spellings(text):
        assert said(spelled).demand is Demand.CERTAIN, spelled
        assert outcome(spelled) is BusinessOutcome.OPT_OUT, spelled


@pytest.mark.parametrize("text", ASKED_ABOUT)
def test_a_likely_demand_is_asked_about(text: str) -> None:
    for spelled in spellings(text):
        assert by_rules(spelled) is Demand.LIKELY, spelled
        assert said(spelled).demand is not Demand.NONE, spelled


@pytest.mark.parametrize("text", NO_DEMAND)
def test_what_only_sounds_like_a_demand_is_none(text: str) -> None:
    for spelled in spellings(text):
        assert by_rules(spelled) is Demand.NONE, spelled
        assert said(spelled).demand is not Demand.CERTAIN, spelled


@pytest.mark.parametrize("text", KEPT)
def test_a_demand_is_taken_back(text: str) -> None:
    for spelled in spellings(text):
        assert said(spelled).keeps, spelled
        assert by_rules(spelled) is Demand.NONE, spelled


@pytest.mark.parametrize("text", NOT_KEPT)
def test_what_only_sounds_like_it_takes_nothing_back(text: str) -> None:
    assert not any(said(spelled).keeps for spelled in spellings(text))


@pytest.mark.parametrize(("kind", "text"), PREFERRED)
def test_a_wish_about_how_to_be_contacted_is_no_demand(kind: PreferenceKind, text: str) -> None:
    for spelled in spellings(text):
        assert kind in [wish.kind for wish in said(spelled).preferences], spelled
        assert said(spelled).demand is not Demand.CERTAIN, spelled


@pytest.mark.parametrize("text", NOT_PREFERRED)
def test_what_only_sounds_like_a_wish_is_none(text: str) -> None:
    assert () == said(text).preferences


@pytest.mark.parametrize(("wanted", "text"), COMES_TO)
def test_a_sentence_carries_an_outcome(wanted: BusinessOutcome, text: str) -> None:
    for spelled in spellings(text):
        if spelled == text or "?" not in text:  # a request that is written as a question is one with its mark
            assert outcome(spelled) is wanted, spelled


@pytest.mark.parametrize("text", COMES_TO_NOTHING)
def test_what_only_sounds_like_an_outcome_is_none(text: str) -> None:
    for spelled in spellings(text):
        assert outcome(spelled) is BusinessOutcome.NONE, spelled


@pytest.mark.parametrize(("question", "text", "wanted"), ANSWERS)
def test_an_answer_is_about_what_was_offered(question: str, text: str, wanted: BusinessOutcome) -> None:
    talk = (Turn(Speaker.AGENT, question, 0, 1_000), Turn(Speaker.PERSON, text, 2_000, 3_000))
    assert judge_by_rules(talk, "de").outcome is wanted


@pytest.mark.parametrize("text", LEAVES)
def test_leave_is_taken(text: str) -> None:
    for spelled in spellings(text):
        assert said(spelled).wants_end, spelled


@pytest.mark.parametrize("text", STAYS)
def test_what_only_sounds_like_leaving_ends_nothing(text: str) -> None:
    for spelled in spellings(text):
        assert not said(spelled).wants_end, spelled


@pytest.mark.parametrize("text", ASKS_FOR_THE_TRUTH)
def test_who_asks_whether_we_are_a_machine_is_heard(text: str) -> None:
    for spelled in spellings(text):
        assert said(spelled).asks_for_the_truth, spelled


@pytest.mark.parametrize("text", ASKS_NOTHING_OF_US)
def test_other_machines_are_no_question_about_us(text: str) -> None:
    assert not any(said(spelled).asks_for_the_truth for spelled in spellings(text))


@pytest.mark.parametrize(("aside", "text"), ASIDES)
def test_an_aside_is_heard(aside: Aside, text: str) -> None:
    for spelled in spellings(text):
        assert said(spelled).aside is aside, spelled


@pytest.mark.parametrize("text", NO_ASIDES)
def test_what_only_sounds_like_an_aside_is_none(text: str) -> None:
    assert [None] == list({said(spelled).aside for spelled in spellings(text)})


@pytest.mark.parametrize("text", LISTENS)
def test_who_only_listens_takes_no_turn(text: str) -> None:
    assert all(said(spelled).only_listens for spelled in spellings(text))


def weights(text: str) -> tuple[float, float]:
    """What speaks for a person, and for the likeliest machine."""
    of: dict[AnsweredBy, float] = {}
    for sign in signs(text, "de", whole=True):
        of[sign.answered_by] = of.get(sign.answered_by, 0.0) + sign.weight
    person = of.pop(AnsweredBy.PERSON, 0.0)
    return person, max(of.values(), default=0.0)


@pytest.mark.parametrize("text", PEOPLE)
def test_whoever_answers_for_another_is_no_machine(text: str) -> None:
    for spelled in spellings(text):
        person, machine = weights(spelled)
        assert machine < STRONG or machine < person, spelled


@pytest.mark.parametrize("text", MACHINES)
def test_a_machine_is_known_by_its_words(text: str) -> None:
    for spelled in spellings(text):
        person, machine = weights(spelled)
        assert machine >= STRONG > person, spelled
