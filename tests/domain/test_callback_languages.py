"""The same wish in six languages is the same moment; each language's own ways of saying a time are understood."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.callbacks import Ask, Moment, Nothing, mentions_time, resolve

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 18, 15, 20, tzinfo=BERLIN)  # a Wednesday
LANGUAGES = ("en", "es", "de", "fr", "pt", "hi", "hi")

# English, Spanish, German, French, Portuguese, Hindi in Devanagari and in Latin letters.
SAME = [
    ("tomorrow at four", "mañana a las cuatro", "morgen um vier", "demain à quatre heures", "amanhã às quatro", "कल चार बजे", "kal chaar baje"),
    ("in two hours", "en dos horas", "in zwei Stunden", "dans deux heures", "em duas horas", "दो घंटे में", "do ghante mein"),
    ("in half an hour", "en media hora", "in einer halben Stunde", "dans une demi-heure", "em meia hora", "आधे घंटे में", "aadhe ghante mein"),
    ("half past five", "a las cinco y media", "um halb sechs", "à cinq heures et demie", "às cinco e meia", "साढ़े पाँच बजे", "sadhe paanch baje"),
    ("quarter to six", "a las seis menos cuarto", "um Viertel vor sechs", "à six heures moins le quart", "às quinze para as seis", "पौने छह बजे", "paune chhe baje"),
    ("Monday at ten", "el lunes a las diez", "Montag um zehn", "lundi à dix heures", "segunda às dez", "सोमवार दस बजे", "somvar das baje"),
    ("the day after tomorrow", "pasado mañana", "übermorgen", "après-demain", "depois de amanhã", "परसों", "parson"),
    ("next week", "la semana que viene", "nächste Woche", "la semaine prochaine", "semana que vem", "अगले हफ्ते", "agle hafte"),
    ("tomorrow morning", "mañana por la mañana", "morgen früh", "demain matin", "amanhã de manhã", "कल सुबह", "kal subah"),
    ("after six", "después de las seis", "nach sechs", "après six heures", "depois das seis", "छह बजे के बाद", "chhe baje ke baad"),
    ("before seven", "antes de las siete", "vor sieben", "avant sept heures", "antes das sete", "सात बजे से पहले", "saat baje se pehle"),
    ("between five and seven", "entre las cinco y las siete", "zwischen fünf und sieben", "entre cinq et sept heures", "entre as cinco e as sete", "पाँच से सात बजे के बीच", "paanch se saat baje ke beech"),
    ("on December 3rd at ten", "el 3 de diciembre a las diez", "am 3. Dezember um zehn", "le 3 décembre à dix heures", "dia 3 de dezembro às dez", "3 दिसंबर को दस बजे", "3 disambar ko das baje"),
    ("on the 25th", "el 25", "am 25.", "le 25", "dia 25", "25 तारीख को", "25 tarikh ko"),
    ("not today, tomorrow at three", "hoy no, mañana a las tres", "heute nicht, morgen um drei", "pas aujourd'hui, demain à trois heures", "hoje não, amanhã às três", "आज नहीं, कल तीन बजे", "aaj nahi, kal teen baje"),
    ("at four, no, at five", "a las cuatro, no, a las cinco", "um vier, nein, um fünf", "à quatre heures, non, à cinq heures", "às quatro, não, às cinco", "चार बजे, नहीं, पाँच बजे", "chaar baje, nahi, paanch baje"),
    ("Monday or Tuesday", "lunes o martes", "Montag oder Dienstag", "lundi ou mardi", "segunda ou terça", "सोमवार या मंगलवार", "somvar ya mangalvar"),
    ("in three days", "en tres días", "in drei Tagen", "dans trois jours", "em três dias", "तीन दिन बाद", "teen din baad"),
    ("next month", "el mes que viene", "nächsten Monat", "le mois prochain", "mês que vem", "अगले महीने", "agle mahine"),
    ("after Christmas", "después de Navidad", "nach Weihnachten", "après Noël", "depois do Natal", "क्रिसमस के बाद", "christmas ke baad"),
    ("tomorrow at the same time", "mañana a la misma hora", "morgen um dieselbe Zeit", "demain à la même heure", "amanhã na mesma hora", "कल इसी समय", "kal isi samay"),
]  # fmt: skip


@pytest.mark.parametrize("phrases", SAME, ids=[phrases[0] for phrases in SAME])
def test_a_wish_is_the_same_moment_in_every_language(phrases: tuple[str, ...]) -> None:
    found = {}
    for language, phrase in zip(LANGUAGES, phrases, strict=True):
        answer = resolve(phrase, ("Europe/Berlin",), NOW, languages=(language,))
        assert isinstance(answer, Moment), (language, phrase, answer)
        assert mentions_time(phrase, language), (language, phrase)
        found[language, phrase] = (answer.at, answer.earliest, answer.latest)
    assert 1 == len(set(found.values())), found


WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "pt": "segunda terça quarta quinta sexta sábado domingo",
    "hi": "सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार",
}
HOURS = {
    "en": "at {hour}:{minute:02}",
    "es": "a las {hour}:{minute:02}",
    "de": "um {hour}:{minute:02} Uhr",
    "fr": "à {hour}h{minute:02}",
    "pt": "às {hour}:{minute:02}",
    "hi": "{hour}:{minute:02} बजे",
}


@given(st.integers(0, 6), st.integers(0, 23), st.integers(0, 59), st.integers(0, 600_000))
def test_a_day_and_a_time_on_the_clock_are_the_same_in_every_language(
    weekday: int, hour: int, minute: int, minutes: int
) -> None:
    now = datetime.fromtimestamp(1_780_000_000 + minutes * 60, UTC)
    found = set()
    for language, names in WEEKDAYS.items():
        phrase = f"{names.split()[weekday]} {HOURS[language].format(hour=hour, minute=minute)}"
        answer = resolve(phrase, ("Europe/Berlin",), now, languages=(language,))
        assert isinstance(answer, Moment), (language, phrase, answer)
        found.add(answer.at)
    [at] = found
    local = at.astimezone(BERLIN)
    assert weekday == local.weekday()
    assert minute == local.minute
    assert hour % 12 == local.hour % 12 or local.dst() != now.astimezone(BERLIN).dst()


@pytest.mark.parametrize(
    "language, phrase, expected",
    [
        ("es", "el jueves no puedo, el viernes sí", "2026-11-20 10:00"),
        ("es", "diez para las cinco", "2026-11-18 16:50"),
        ("es", "de 5 a 7 de la tarde", "2026-11-18 17:00"),
        ("es", "la semana del 30", "2026-11-30 10:00"),
        ("es", "estoy de vacaciones hasta el día 1", "2026-12-01 10:00"),
        ("de", "um fünf nach halb sechs", "2026-11-18 17:35"),
        ("de", "um 9.15 Uhr", "2026-11-19 09:15"),
        ("de", "am 3.12. um 10", "2026-12-03 10:00"),
        ("de", "zwischen den Jahren", "2026-12-28 10:00"),
        ("de", "Montagmorgen um neun", "2026-11-23 09:00"),
        ("de", "Freitag in einer Woche", "2026-11-27 10:00"),
        ("de", "am Montag kann ich nicht, aber am Dienstag um zehn", "2026-11-24 10:00"),
        ("de", "ich bin bis fünf in einer Besprechung", "2026-11-18 17:00"),
        ("fr", "entre 10h et 12h", "2026-11-19 10:00"),
        ("fr", "demain à midi et demi", "2026-11-19 12:30"),
        ("fr", "lundi en huit", "2026-11-30 10:00"),
        ("fr", "je finis le travail à six heures, appelez-moi à sept heures", "2026-11-18 19:00"),
        ("pt", "das 17h às 19h", "2026-11-18 17:00"),
        ("pt", "no fim de semana", "2026-11-21 10:00"),
        ("pt", "não posso amanhã, melhor sexta", "2026-11-20 10:00"),
        ("hi", "सोमवार से शुक्रवार के बीच", "2026-11-23 10:00"),
        ("hi", "main kaam par hoon chhe baje tak", "2026-11-18 18:00"),
        ("hi", "kal phone mat karna parson karna", "2026-11-20 10:00"),
        ("hi", "Monday ko 11 baje call karo", "2026-11-23 11:00"),
        ("hi", "main office mein hoon chhe baje ke baad phone karo", "2026-11-18 18:00"),
        ("hi", "कल सुबह दस और ग्यारह बजे के बीच", "2026-11-19 10:00"),
        ("fr", "avant vendredi midi", "2026-11-20 10:00"),
        ("fr", "vendredi 27", "2026-11-27 10:00"),
        ("es", "el uno de diciembre", "2026-12-01 10:00"),
        ("es", "deme hasta el viernes para pensarlo", "2026-11-20 10:00"),
        ("es", "el viernes no, el siguiente", "2026-11-27 10:00"),
        ("de", "nicht diesen Freitag, nächsten", "2026-11-27 10:00"),
        ("fr", "pas ce vendredi, le suivant", "2026-11-27 10:00"),
        ("fr", "on ferme le lundi donc mardi à neuf heures", "2026-11-24 09:00"),
        ("fr", "je pars à huit heures demain, appelez avant", "2026-11-19 06:59"),
        ("hi", "is shukravar nahi agle shukravar", "2026-11-27 10:00"),
        ("hi", "दिसंबर के बीच में", "2026-12-14 10:00"),
        ("es", "déjelo para el miércoles y me vuelve a llamar", "2026-11-25 10:00"),
        ("es", "no me vuelva a llamar hasta la semana que viene", "2026-11-23 10:00"),
        ("es", "llámeme alas cinco", "2026-11-18 17:00"),
        ("de", "heute rufen Sie mich bitte nicht mehr an morgen habe ich mehr Luft", "2026-11-19 10:00"),
        ("de", "über nächste Woche wäre besser", "2026-11-30 10:00"),
        ("de", "ich muss auflegen können wir morgen reden", "2026-11-19 10:00"),
        ("fr", "après mes vacances donc à partir du quinze", "2026-12-15 10:00"),
        ("fr", "n'appelez plus cette semaine je reviens lundi", "2026-11-23 10:00"),
        ("pt", "meu marido chega às sete liga nesse horário", "2026-11-18 19:00"),
        ("hi", "abhi call mat karo meeting mein hoon chaar baje karna", "2026-11-18 16:00"),
    ],
)
def test_each_language_has_its_own_ways(language: str, phrase: str, expected: str) -> None:
    answer = resolve(phrase, ("Europe/Berlin",), NOW, languages=(language,))
    assert isinstance(answer, Moment), answer
    assert expected == f"{answer.at.astimezone(BERLIN):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    "language, phrase",
    [
        ("es", "más tarde"),
        ("es", "ya me llamaron ayer a las cinco"),
        ("es", "tengo cita a las cuatro"),
        ("de", "später"),
        ("de", "Sie haben mich gestern um fünf angerufen"),
        ("de", "ich habe morgen um zehn einen Termin, danach geht es"),
        ("fr", "vous m'avez appelé ce matin"),
        ("fr", "plus tard"),
        ("pt", "amanhã não dá"),
        ("pt", "já falei com seu colega na segunda às nove"),
        ("hi", "कल पाँच बजे फोन आया था"),
        ("hi", "kal call mat karna"),
    ],
)
def test_what_names_no_wish_is_asked_about_in_every_language(language: str, phrase: str) -> None:
    assert isinstance(resolve(phrase, ("Europe/Berlin",), NOW, languages=(language,)), Ask)


@pytest.mark.parametrize(
    "language, phrase",
    [
        ("es", "Buenos días"),
        ("de", "Guten Morgen"),
        ("fr", "Bonne journée"),
        ("pt", "Boa tarde, tudo bem?"),
        ("hi", "नमस्ते"),
    ],
)
def test_a_greeting_names_no_time(language: str, phrase: str) -> None:
    assert Nothing(phrase) == resolve(phrase, ("Europe/Berlin",), NOW, languages=(language,))
    assert not mentions_time(phrase, language)


def test_another_language_s_words_are_no_english() -> None:
    """ "Mon" is no Monday, and "est" no zone."""
    phrase = "rappelle quand mon père est là"
    assert Nothing(phrase) == resolve(phrase, ("Europe/Paris",), NOW, languages=("fr",))
    assert not mentions_time(phrase, "fr")


def test_english_is_understood_in_every_call() -> None:
    for language in ("es", "de-AT", "fr", "pt-BR", "hi", "ja", ""):
        answer = resolve("call me tomorrow at five", ("Europe/Berlin",), NOW, languages=(language,))
        assert isinstance(answer, Moment), language
        assert datetime(2026, 11, 19, 17, tzinfo=BERLIN) == answer.at
