"""Words about other machines, and about people in general, do not ask whether we are one; putting a telephone down somewhere ends nothing."""

from typing import Final

import pytest

from domain.language.utterance import Utterance

OTHERS: Final = (
    ("en", "is that your real address"),
    ("en", "is it a live band or recorded"),
    ("en", "is it done with a machine or by hand"),
    ("en", "do you have one of those machines"),
    ("en", "how can a human being live on that"),
    ("es", "seas robot o persona quítame de ahí"),
    ("es", "no sé si eres una máquina pero llámame mañana"),
    ("es", "venden ustedes máquinas"),
    ("pt", "não sei se é robô mas me liga depois"),
    ("pt", "vocês tem máquinas novas"),
    ("de", "haben sie da eine maschine für"),
    ("de", "wird das von hand oder mit der maschine gemacht"),
    ("fr", "vous vendez des machines"),
    ("fr", "un être humain a besoin de sommeil"),
    ("hi", "aapke paas naya machine hai kya"),
    ("hi", "थोड़ी इंसानियत रखिए"),
)
US: Final = (
    ("en", "are you a real person"),
    ("en", "is this the real bank or a robot"),
    ("en", "say something only a human would say"),
    ("es", "no sé si eres un robot dime la verdad"),
    ("pt", "tem um robô me ligando"),
    ("de", "mit maschinen rede ich nicht"),
    ("de", "ich rede nicht mit robotern"),
    ("fr", "je ne parle pas aux machines"),
    ("hi", "machine se baat nahi karta"),
    ("hi", "recording hai kya"),
)
PUT_DOWN: Final = (
    ("de", "ich leg das handy mal auf den tisch"),
    ("hi", "phone table par rakhti hoon"),
    ("hi", "फोन मेज पर रखती हूँ"),
    ("fr", "je dois filer bientôt alors allez-y vite"),
)
HUNG_UP: Final = (
    ("de", "ich leg jetzt auf das essen brennt an"),
    ("es", "cuelgue y quíteme de la lista"),
    ("pt", "desliga e tira meu nome"),
    ("hi", "phone rakhta hoon"),
)


@pytest.mark.parametrize(("language", "text"), OTHERS)
def test_nothing_is_asked_of_us(language: str, text: str) -> None:
    assert not Utterance(text, language, (language,)).asks_for_the_truth


@pytest.mark.parametrize(("language", "text"), US)
def test_the_truth_about_us_is_asked_for(language: str, text: str) -> None:
    assert Utterance(text, language, (language,)).asks_for_the_truth


@pytest.mark.parametrize(("language", "text"), PUT_DOWN)
def test_a_telephone_that_is_put_down_somewhere_ends_nothing(language: str, text: str) -> None:
    assert not Utterance(text, language, (language,)).wants_end


@pytest.mark.parametrize(("language", "text"), HUNG_UP)
def test_leave_is_heard(language: str, text: str) -> None:
    assert Utterance(text, language, (language,)).wants_end
