"""Documents in passages: sentences stay whole, nothing is lost, nothing is too long to be told in a call."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.knowledge import MOST_WORDS, passages_in

LONG, FIFTY = " ".join(["word"] * 70), " ".join(["Short"] * (MOST_WORDS - 70))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\n \r\n ", []),
        ("One sentence.", ["One sentence."]),
        ("First one.\nSecond one.\n\nAnother paragraph.", ["First one. Second one.", "Another paragraph."]),
        ("Windows lines.\r\n\r\nAnother.", ["Windows lines.", "Another."]),
        ("An old Mac's lines.\r\rAnother.", ["An old Mac's lines.", "Another."]),
        (
            "# Hours\n\nWe open at nine.\n\nWe close at six.",
            ["Hours: We open at nine.", "Hours: We close at six."],
        ),
        ("# Hours\nWe open at nine.\n## Shops\nIn Lyon.", ["Hours: We open at nine.", "Shops: In Lyon."]),
        ("# Only a heading", []),
        ("We sell:\n- shoes\n- hats\n2. gloves", ["We sell: shoes hats gloves"]),
        (f"{LONG}. {LONG.title()}.", [f"{LONG}.", f"{LONG.title()}."]),
        (f"{LONG}. {FIFTY}.", [f"{LONG}. {FIFTY}."]),
        (f"{LONG}. {FIFTY} more.", [f"{LONG}.", f"{FIFTY} more."]),
        (f"{LONG}. {LONG.title()}. {FIFTY}.", [f"{LONG}.", f"{LONG.title()}. {FIFTY}."]),
        ("We open at 4 p.m. tomorrow.", ["We open at 4 p.m. tomorrow."]),
    ],
)
def test_a_document_falls_into_passages(text: str, expected: list[str]) -> None:
    """Requirement 69."""
    assert expected == passages_in(text)


_SENTENCES = st.lists(st.integers(1, 200), max_size=8).map(
    lambda lengths: [" ".join(["W" + "o" * (n % 7)] * n) + "." for n in lengths]
)
_DOCUMENTS = st.lists(_SENTENCES, max_size=5)


@given(_DOCUMENTS)
def test_no_word_is_lost_and_no_passage_is_too_long(document: list[list[str]]) -> None:
    text = "\n\n".join(" ".join(sentences) for sentences in document)
    passages = passages_in(text)
    assert text.split() == " ".join(passages).split()
    assert all(len(passage.split()) <= MOST_WORDS for passage in passages)


@given(_DOCUMENTS)
def test_a_sentence_stays_whole_unless_it_is_longer_than_a_passage(document: list[list[str]]) -> None:
    passages = passages_in("\n\n".join(" ".join(sentences) for sentences in document))
    for sentence in (one for sentences in document for one in sentences):
        if len(sentence.split()) <= MOST_WORDS:
            assert any(sentence in passage for passage in passages)


@given(st.text(max_size=400))
def test_any_text_can_be_read(text: str) -> None:
    assert all(passage.strip() for passage in passages_in(text))
