"""The corpus of what people say: its halves share nothing, and near misses are as many as what they resemble."""

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.understanding.corpus import LANGUAGES, BadLine, Half, Said, digest, read
from domain.language.intents import Intent
from domain.language.phrases import plain_words

HALVES: tuple[Half, Half] = ("practice", "judged")


@pytest.mark.parametrize("language", LANGUAGES)
def test_halves_share_no_sentence(language: str) -> None:
    practice, judged = ({plain_words(one.text) for one in read(half, [language])} for half in HALVES)
    assert set() == practice & judged


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_intent_has_as_many_near_misses_as_wordings(language: str, half: Half) -> None:
    said = read(half, [language])
    wanted = Counter(intent for one in said if one.near is None for intent in one.intents)
    near = Counter(one.near for one in said if one.near is not None)
    for intent in set(Intent) - {Intent.OTHER}:
        assert min(wanted[intent], near[intent]) >= 15, intent
        assert 0.5 <= near[intent] / wanted[intent] <= 2, intent
    assert wanted[Intent.OTHER] >= 20


@pytest.mark.parametrize("half", HALVES)
def test_a_near_miss_is_not_what_it_resembles(half: Half) -> None:
    assert [] == [one for one in read(half) if one.near in one.intents]


def test_a_line_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "judged").mkdir()
    (tmp_path / "judged" / "en.tsv").write_text("leave\t-\tbye\n\nleave\tbye\n", encoding="utf-8")
    with pytest.raises(BadLine, match=r"en\.tsv:3"):
        read("judged", ["en"], tmp_path)


def test_a_corpus_is_told_from_another_by_anything_in_it() -> None:
    one = Said("en", "bye", frozenset({Intent.LEAVE}))
    assert digest([one]) == digest([Said("en", "bye", frozenset({Intent.LEAVE}))])
    others = [
        Said("de", one.text, one.intents),
        Said("en", "bye bye", one.intents),
        Said("en", "bye", frozenset(Intent)),
    ]
    assert 4 == len({digest([each]) for each in (one, *others)})
