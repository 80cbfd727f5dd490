"""Whether "keep me" is said, or only denied, asked or reported: a demand for no more calls is never lost to the latter (law 4)."""

import pytest

from domain.conversations import Verdict
from domain.language.intents import Demand
from domain.language.utterance import Utterance
from domain.language.verdicts import judge_by_rules
from domain.outcomes import BusinessOutcome
from domain.transcripts import Speaker, Turn

DEMANDS = {
    "en": "Stop calling me.",
    "de": "Rufen Sie mich nie wieder an!",
    "es": "No me llamen nunca más.",
    "fr": "Ne m'appelez plus.",
    "pt": "Não me liguem nunca mais.",
    "hi": "Mujhe dobara call mat karna.",
}

NO_KEEPS = {
    "en": """
And don't put me back on the list.|I did not say you can call me again.|Did I say keep me on the list?|I never said keep me on the list.|Don't leave me on the list.
And don't you leave me on the list.|You'd better not leave me on the list.|And you won't keep me on the list?|Keep me on the list?|Who said you can call me again?
I never said that you can call me again.|Nobody said keep me on the list.|I do not want to be put on, do not add me back to the list.|He said keep me on the list.
Never put me back on the list.|And if you leave me on the list I will sue.|Why did you put me back on the list?|I don't think you can still call me.
""",
    "de": """
Wieso behalten Sie mich auf der Liste?|Warum behalten Sie meine Nummer?|Ich habe nie gesagt, Sie dürfen wieder anrufen.|Habe ich gesagt, behalten Sie mich auf der Liste?
Ich will auf keinen Fall auf der Liste bleiben.|Ich will nicht auf der Liste bleiben.|Soll ich etwa auf der Liste bleiben?|Behalten Sie mich etwa auf der Liste?
""",
    "es": """
Yo no dije déjeme en la lista.|Nunca dije que pueden seguir llamando.|¿Acaso dije que me dejen en la lista?|¿Por qué sigue llamándome?|¿Quién dijo que pueden seguir llamándome?
No quiero quedarme en la lista.|Usted sigue llamando.|Nunca quiero seguir en la lista.
""",
    "fr": """
Je ne veux pas rester sur la liste.|Pourquoi vous gardez mon numéro ?|Je n'ai jamais dit gardez mon numéro.|Je n'ai pas dit que vous pouvez me rappeler.|Vous continuez à m'appeler.
Je ne veux plus rester sur la liste.|Ne me remettez pas sur la liste.|Est-ce que j'ai dit laissez-moi sur la liste ?|Il n'est pas question de rester sur la liste.
""",
    "pt": """
Eu nunca disse que podem continuar ligando.|Não quero que continuem ligando.|Por que continua ligando?|Quem disse que podem continuar ligando?|Eu não falei deixa meu nome na lista.
Não quero ficar na lista.|Nem pensem em deixar meu nome na lista.|Vocês continuam ligando.
""",
    "hi": """
Maine kab kaha ki call karte raho?|Maine nahi kaha ki number rakho.|Kisne kaha number rakho?|Mujhe list mein rehna pasand nahi.|मैंने कब कहा कि कॉल करते रहो?|मैंने नहीं कहा कि नंबर रखो।
Number kyun rakho?|मुझे लिस्ट में रहना पसंद नहीं।
""",
}

KEEPS = {
    "en": "No wait, keep me on the list.|Can you put me back on the list?|Keep me on the list, okay?|I never asked to be removed.|Please leave me on the list.",
    "de": "Nein, behalten Sie mich auf der Liste.|Lassen Sie mich bitte auf der Liste, ja?|Sie dürfen mich gern wieder anrufen.",
    "es": "Mejor déjeme en la lista.|Pueden seguir llamándome.|¿Quién dijo que me quiten de la lista?",
    "fr": "Gardez mon numéro.|Laissez-moi sur la liste, s'il vous plaît.|Je veux rester sur la liste.",
    "pt": "Podem continuar ligando.|Deixa meu nome na lista.|Não quero que deixem de ligar.",
    "hi": "Number rakho.|Call karte raho.|नंबर रखो।",
}


def each(table: dict[str, str]) -> list[tuple[str, str]]:
    return [
        (language, text)
        for language, lines in table.items()
        for line in lines.strip().splitlines()
        for text in line.split("|")
    ]


def said(text: str, language: str) -> Utterance:
    return Utterance(text, language, (language,))


def after(language: str, *turns: str) -> Verdict:
    return judge_by_rules(tuple(Turn(Speaker.PERSON, text, 0, 500) for text in turns), language)


@pytest.mark.parametrize(("language", "text"), each(NO_KEEPS))
def test_what_is_denied_asked_or_reported_keeps_nobody(language: str, text: str) -> None:
    assert not said(text, language).keeps


@pytest.mark.parametrize(("language", "text"), each(NO_KEEPS))
def test_a_demand_stands_whatever_is_denied_asked_or_reported_after_it(language: str, text: str) -> None:
    demand = DEMANDS[language]
    assert said(f"{demand} {text}", language).demand is Demand.CERTAIN
    assert after(language, f"{demand} {text}").outcome == BusinessOutcome.OPT_OUT
    assert after(language, demand, text).outcome == BusinessOutcome.OPT_OUT


@pytest.mark.parametrize(("language", "text"), each(KEEPS))
def test_a_demand_that_is_plainly_taken_back_is_lifted(language: str, text: str) -> None:
    assert said(text, language).keeps
    assert after(language, DEMANDS[language], text).outcome != BusinessOutcome.OPT_OUT


@pytest.mark.parametrize(("language", "text"), each(KEEPS))
def test_a_demand_taken_back_in_one_breath_is_asked_about(language: str, text: str) -> None:
    both = f"{DEMANDS[language]} {text}"
    assert said(both, language).demand is Demand.LIKELY
    verdict = after(language, both)
    assert verdict.outcome != BusinessOutcome.OPT_OUT
    assert verdict.needs_review


@pytest.mark.parametrize(("language", "text"), each(KEEPS))
def test_what_comes_last_is_what_is_wanted(language: str, text: str) -> None:
    assert said(f"{text} {DEMANDS[language]}", language).demand is Demand.CERTAIN


def test_one_breath_that_says_both_lifts_nothing() -> None:
    both = "Stop calling me. No wait, keep me on the list."
    assert after("en", "Stop calling me.", both).outcome == BusinessOutcome.OPT_OUT


@pytest.mark.parametrize("text", ["Stop calling me and don't put me back on the list.",
    "Never call me again, and don't you leave me on the list.", "Please remove me, don't leave me on the list.",
    "I said stop calling me, I did not say you can call me again.", "Stop calling me, I never said keep me on the list."])  # fmt: skip
def test_one_sentence_may_demand_and_deny(text: str) -> None:
    assert said(text, "en").demand is Demand.CERTAIN
