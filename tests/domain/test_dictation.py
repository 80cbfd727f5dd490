"""Numbers and addresses as they are dictated and said back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.language.dictation import (
    Dictated,
    digits_in,
    email_in,
    is_complete,
    is_dictation,
    said_back,
    value_in,
)

TAGS = ("de", "de-AT", "en", "en-GB", "es", "ES-mx", "fr", "hi", "hi-IN", "pt", "pt-BR")
WORDS = {
    "de": "null eins zwei drei vier fünf sechs sieben acht neun",
    "en": "oh one two three four five six seven eight nine",
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve",
    "fr": "zéro un deux trois quatre cinq six sept huit neuf",
    "hi": "शून्य एक दो तीन चार पाँच छह सात आठ नौ",
    "pt": "zero um dois três quatro cinco seis sete oito nove",
}


@pytest.mark.parametrize(
    ("language", "said", "digits"),
    [
        ("en", "415-555-0123", "4155550123"),
        ("en", "Four one five, double five five, oh one two three.", "4155550123"),
        ("en", "My number is plus four four, two oh, seven nine forty-six", "+44207946"),
        ("en", "triple seven nineteen", "77719"),
        ("en", "eight hundred five five five", "800555"),
        ("en", "twenty ten", "2010"),
        ("en", "I have none", ""),
        ("de", "null eins sieben zwo, dreiundvierzig einundzwanzig", "01724321"),
        ("es", "seis uno dos, treinta y cuatro, veintidós", "6123422"),
        ("fr", "zéro six, quarante-deux, soixante-dix-sept, quatre-vingt-dix, quatre-vingts", "0642779080"),
        ("pt", "onze, nove meia dois, trinta e cinco", "1196235"),
        ("hi", "nau aath do डबल पाँच", "98255"),
        ("hi", "aath no do", "892"),
        ("en", "four one five, sorry, four one six", "416"),
        ("en", "four one five five, I mean six", "4156"),
        ("en", "two oh seven, no, eight", "208"),
        ("en", "sorry, two oh seven", "207"),
        ("en", "wait two oh seven wait no nine four six", "946"),
        ("en", "one for two to ate six", "142286"),
        ("en", "for the number two", "2"),
        ("de", "null eins sieben, nein, null eins acht", "018"),
        ("de", "vier fünf sechs, Entschuldigung, sieben", "457"),
        ("es", "seis uno dos, perdón, tres", "613"),
        ("fr", "zéro six douze, pardon, zéro six treize", "0613"),
        ("pt", "nove oito sete, desculpa, seis", "986"),
        ("hi", "nau aath saat sorry chhe", "986"),
    ],
)
def test_spoken_digits_are_read(language: str, said: str, digits: str) -> None:
    assert digits == digits_in(said, language)


@pytest.mark.parametrize(
    ("language", "said", "address"),
    [
        ("en", "john at example dot com", "john@example.com"),
        ("en", "It's J-O-H-N dot smith at example dot co dot uk.", "j-o-h-n.smith@example.co.uk"),
        (
            "en",
            "Sure, my e-mail is j o h n underscore smith at g mail dot com, thanks",
            "john_smith@gmail.com",
        ),
        ("en", "John.Smith@Example.com", "john.smith@example.com"),
        ("en", "b as in boy o double b seven at mail dash house dot c o m", "bobb7@mail-house.com"),
        ("en", "m as in mike a for alpha x like xray at the rate of gee mail dot com", "max@gmail.com"),
        ("en", "capital A N N A small b at hotmail dot com, all in lower case", "annab@hotmail.com"),
        ("en", "alice forty two, that's the number, at aol dot com", "alice42@aol.com"),
        ("en", "twenty twenty vision at example dot com", "2020vision@example.com"),
        ("en", "bob seventy at example dot com", "bob70@example.com"),
        ("de", "a wie anton n n a at web punkt de, alles klein", "anna@web.de"),
        ("es", "b de burro o b arroba ejemplo punto es, todo en minúsculas", "bob@ejemplo.es"),
        ("fr", "z comme zoé o é arobase exemple point fr", "zoe@exemple.fr"),
        ("pt", "a de amor n a arroba exemplo ponto com", "ana@exemplo.com"),
        ("en", "you can reach me at anna plus news at web dot de please", "anna+news@web.de"),
        ("es", "mi correo es ana guion bajo ruiz arroba ejemplo punto es", "ana_ruiz@ejemplo.es"),
        ("de", "karl unterstrich zwei at beispiel punkt de", "karl_2@beispiel.de"),
        ("fr", "c'est marie tiret bas dupont arobase exemple point fr", "marie_dupont@exemple.fr"),
        ("pt", "joao ponto silva arroba exemplo ponto com ponto br", "joao.silva@exemplo.com.br"),
        ("hi", "ravi dot kumar at example dot in", "ravi.kumar@example.in"),
    ],
)
def test_spoken_addresses_are_read(language: str, said: str, address: str) -> None:
    assert address == email_in(said, language)


@pytest.mark.parametrize(
    ("language", "said", "value"),
    [
        ("en", "three point five", "3.5"),
        ("en", "it is 3.5", "3.5"),
        ("en", "thirty two point two five", "32.25"),
        ("en", "four one five point five five five", "415555"),
        ("de", "drei Komma fünf", "3.5"),
        ("de", "3,5", "3.5"),
        ("es", "tres coma cinco", "3.5"),
        ("fr", "trois virgule cinq", "3.5"),
        ("pt", "três vírgula cinco", "3.5"),
        ("hi", "teen point paanch", "3.5"),
    ],
)
def test_a_small_number_may_have_decimals(language: str, said: str, value: str) -> None:
    assert value == value_in(Dictated.DIGITS, said, language)


@pytest.mark.parametrize(
    "said", ["", "I do not have one", "meet me at the station", "john at example", "at dot com"]
)
def test_what_is_no_address_is_none(said: str) -> None:
    assert email_in(said, "en") is None


@given(st.sampled_from(TAGS), st.text("0123456789", min_size=1, max_size=14))
def test_digits_said_back_are_read_as_they_were(language: str, digits: str) -> None:
    assert digits == digits_in(said_back(Dictated.DIGITS, digits, language), language)
    assert f"+{digits}" == digits_in(said_back(Dictated.PHONE, f"+{digits}", language), language)


@given(st.sampled_from(TAGS), st.text("0123456789", min_size=1, max_size=14))
def test_digits_in_words_are_read(language: str, digits: str) -> None:
    assert digits == digits_in(
        " ".join(WORDS[language[:2].lower()].split()[int(digit)] for digit in digits), language
    )


def _means_nothing(label: str) -> bool:
    """A label that is a digit's name, or another word of an address, is read as that in its language."""
    address = f"a@{label}.com"
    return all(
        address == email_in(said_back(Dictated.EMAIL, address, language), language) for language in TAGS
    )


_LABEL = st.text("abcdefghijklmnopqrstuvwxyz", min_size=5, max_size=9).filter(_means_nothing)
_LOCAL = st.from_regex(r"[a-z0-9]([a-z0-9._-]?[a-z0-9]){0,8}", fullmatch=True)


@given(st.sampled_from(TAGS), _LOCAL, _LABEL, st.sampled_from(["com", "org", "co.uk", "info"]))
def test_an_address_said_back_is_read_as_it_was(language: str, local: str, label: str, ending: str) -> None:
    address = f"{local}@{label}.{ending}"
    assert address == email_in(said_back(Dictated.EMAIL, address, language), language)


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        (Dictated.PHONE, "4155550123", "4 1 5, 5 5 5, 0 1 2 3"),
        (Dictated.PHONE, "+442079460958", "plus 4 4 2, 0 7 9, 4 6 0, 9 5 8"),
        (Dictated.DIGITS, "90210", "9 0 2, 1 0"),
        (Dictated.DIGITS, "1234", "1 2 3 4"),
        (Dictated.EMAIL, "john@example.com", "j o h n at example dot com"),
        (Dictated.EMAIL, "j_7@mail-house.co.uk", "j underscore 7 at mail dash house dot co dot uk"),
    ],
)
def test_values_are_said_back_in_groups(kind: Dictated, value: str, said: str) -> None:
    assert said == said_back(kind, value, "en")


@pytest.mark.parametrize(
    ("kind", "said", "expected"),
    [
        (Dictated.PHONE, "four one five", True),
        (Dictated.PHONE, "Yes, my number is four one five", True),
        (Dictated.PHONE, "I would rather not tell you that", False),
        (Dictated.PHONE, "I do not have one of those with me here today", False),
        (Dictated.EMAIL, "j o h n", True),
        (Dictated.EMAIL, "john at example", True),
        (Dictated.EMAIL, "I have no address", False),
        (None, "four one five", True),
        (None, "s m i t h", True),
        (None, "eight", False),
        (None, "eight out of ten or nine", False),
        (None, "yes", False),
    ],
)
def test_dictation_is_told_from_talk(kind: Dictated | None, said: str, expected: bool) -> None:
    assert expected == is_dictation(kind, said, "en")


@pytest.mark.parametrize(
    ("kind", "said", "expected"),
    [
        (Dictated.PHONE, "415 555", False),
        (Dictated.PHONE, "415 555 0123", True),
        (Dictated.PHONE, "0 1 7 2 3 4 5 6 7 8", False),
        (Dictated.PHONE, "1 415 555 267", False),
        (Dictated.PHONE, "+49 172 345 67890", True),
        (Dictated.EMAIL, "john at example", False),
        (Dictated.EMAIL, "john at example dot com", True),
        (Dictated.DIGITS, "1234567890123", False),
        (Dictated.PHONE, "plus four nine one seven one two three four five", False),
    ],
)
def test_a_whole_number_or_address_is_known(kind: Dictated, said: str, expected: bool) -> None:
    assert expected == is_complete(kind, said, "en")


def test_nothing_dictated_has_no_value() -> None:
    assert value_in(Dictated.PHONE, "no thanks", "en") is None
    assert value_in(Dictated.EMAIL, "no thanks", "en") is None


@pytest.mark.parametrize("text", ["twenty " + "1" * 5_000, "१" * 5_000, "twenty " + "१" * 5_000])
def test_a_row_of_digits_that_is_no_number_any_more_breaks_nothing(text: str) -> None:
    """Python reads no number of more than 4,300 digits; what breaks a rule ends the call."""
    assert digits_in(text, "en").endswith("1" * 5_000)


def test_digits_of_another_script_keep_their_leading_noughts() -> None:
    assert "0121" == digits_in("०१२ 1", "hi")
