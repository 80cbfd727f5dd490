"""Who tells of calls that came no more, asks whether a number was taken off or what the call is for, demands nothing."""

from typing import Final

import pytest

from domain.language.intents import Demand
from domain.language.utterance import Utterance

TOLD: Final = (
    ("en", "nobody from your place ever rang me again"),
    ("en", "your colleague never got in touch again"),
    ("de", "er hat mich danach nie mehr angerufen"),
    ("de", "die haben mich seitdem nicht mehr angerufen"),
    ("es", "nunca volvió a llamarme la señora"),
    ("es", "desde marzo no me han llamado más"),
    ("pt", "ela nunca mais me ligou"),
    ("pt", "a moça não telefonou nunca mais"),
    ("fr", "elle ne m'a plus jamais appelé"),
    ("fr", "personne de chez vous ne m'a recontacté"),
    ("hi", "usne mujhe phir kabhi phone nahi kiya"),
    ("hi", "दोबारा किसी ने संपर्क नहीं किया"),
)
ASKED: Final = (
    ("en", "has my number been deleted"),
    ("en", "who removed me from your list"),
    ("en", "did you guys delete my number or what happened"),
    ("de", "haben sie meine nummer gelöscht"),
    ("es", "ya borraron mi número"),
    ("pt", "vocês apagaram meu número"),
    ("fr", "est-ce que mon numéro a été supprimé"),
    ("fr", "avez-vous supprimé mes coordonnées comme promis"),
    ("hi", "kya aapne mera number delete kar diya"),
    ("hi", "kisne mera naam list se nikala"),
)


@pytest.mark.parametrize(("language", "text"), TOLD + ASKED)
def test_nobody_is_bound_by_what_was(language: str, text: str) -> None:
    assert Utterance(text, language, (language,)).demand is not Demand.CERTAIN


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I asked you to take my number off why is it still there take it off"),
        ("en", "don't you ever phone me again"),
        ("de", "haben sie meine nummer immer noch dann löschen sie die"),
        ("es", "no me quitaron de la lista pues quítenme ya"),
        ("pt", "nunca mais me ligue"),
        ("fr", "ne m'appelez plus jamais"),
        ("hi", "मेरा नंबर अभी तक नहीं हटाया हटा दीजिए"),
    ],
)
def test_a_demand_beside_it_is_heard(language: str, text: str) -> None:
    assert Utterance(text, language, (language,)).demand is not Demand.NONE


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "What was this about again?"),
        ("en", "sorry what's this call about"),
        ("de", "Worum ging es nochmal?"),
        ("es", "¿De qué se trataba?"),
        ("pt", "Do que se trata isso?"),
        ("fr", "C'était à quel sujet déjà ?"),
        ("hi", "yeh call kis baare mein thi"),
    ],
)
def test_who_asks_what_a_call_is_for_is_not_asked_whether_they_want_none(language: str, text: str) -> None:
    assert Utterance(text, language, (language,)).demand is Demand.NONE


@pytest.mark.parametrize("text", ["Very much so, thank you.", "Yes very much, thank you."])
def test_thanks_beside_an_answer_end_nothing(text: str) -> None:
    assert not Utterance(text, "en", ("en",)).wants_end
