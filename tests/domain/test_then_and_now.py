"""What was wanted then and is not now, and the other way round, in one breath: the last of both is what is wanted."""

from typing import Final

import pytest

from domain.language.utterance import Utterance
from domain.language.verdicts import judge_by_rules
from domain.outcomes import BusinessOutcome
from domain.transcripts import Speaker, Turn

NOT_NOW: Final = (
    ("en", "I was keen on it last spring but not anymore"),
    ("en", "I would have bought one years ago its too late now"),
    ("es", "estaba interesado hasta que vi las letras pequeñas así que no"),
    ("es", "quería uno el año pasado pero ya no"),
    ("pt", "eu queria até saber da mensalidade agora não"),
    ("pt", "tinha interesse no ano passado agora não tenho mais"),
    ("de", "letztes jahr war ich interessiert jetzt nicht mehr"),
    ("de", "ich hätte interesse gehabt jetzt ist es zu spät"),
    ("fr", "j'étais tentée jusqu'à ce que je voie le contrat donc non"),
    ("fr", "ça m'aurait plu il y a dix ans plus maintenant"),
    ("hi", "lene ka mann tha ab nahi"),
    ("hi", "पहले शौक था अब नहीं"),
)
NOW: Final = (
    ("en", "we didn't want it in march but now we do"),
    ("es", "el mes pasado dije que no pero ahora sí lo quiero"),
    ("pt", "da outra vez eu disse que não mas agora eu quero"),
    ("de", "damals wollte ich nicht aber jetzt schon"),
    ("fr", "l'an dernier j'avais refusé mais cette fois c'est oui"),
    ("hi", "pehle nahi chahiye tha par ab chahiye"),
    ("hi", "पहले मना किया था पर अब लेना है"),
)


@pytest.mark.parametrize(
    ("language", "text", "outcome"),
    [
        *((*each, BusinessOutcome.NOT_INTERESTED) for each in NOT_NOW),
        *((*each, BusinessOutcome.INTERESTED) for each in NOW),
    ],
)
def test_what_is_wanted_now_holds(language: str, text: str, outcome: BusinessOutcome) -> None:
    assert outcome == judge_by_rules((Turn(Speaker.PERSON, text, 0, 1_000),), language).outcome


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "have you got a minute after lunch because right now I don't"),
        ("en", "I was interested in trains as a boy"),
        ("de", "früher war hier ein bäcker"),
        ("fr", "avant c'était mon frère qui s'en occupait"),
    ],
)
def test_other_things_of_former_times_refuse_nothing(language: str, text: str) -> None:
    said = Utterance(text, language, (language,))
    verdict = judge_by_rules((Turn(Speaker.PERSON, said.text, 0, 1_000),), language)
    assert BusinessOutcome.NOT_INTERESTED != verdict.outcome
