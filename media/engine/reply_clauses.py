"""Where a reply in the making may be cut, so that its beginning is spoken while its end is still being written."""

import re
from typing import Final

FIRST_CLAUSE_WORDS: Final = 10
"""The first clause goes to the voice at its first punctuation, or after this many words."""

LATER_CLAUSE_WORDS: Final = 30
"""Later clauses are whole sentences, unless one grows longer than this."""

_SMALLEST_FIRST: Final = 2  # words: a lone "Yes," gains nothing and costs a request
# Only from where a run of marks begins: from each of them it would take the square of the run.
_BREAK: Final = re.compile(r"(?<![.!?…;:,。！？।])[.!?…;:,。！？।]++[\"')\]]*+(?=\s)")
_SENTENCE_END: Final = re.compile(r"(?<![.!?…。！？।])[.!?…。！？।]++[\"')\]]*+(?=\s)")
_ABBREVIATION: Final = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|st|no|vs|e\.g|i\.e|approx)|\b[a-z])\.$", re.IGNORECASE
)
_LONGEST_ABBREVIATION: Final = 12  # characters, with what stands before it


def next_clause(text: str, *, first: bool) -> tuple[str, str] | None:
    """Split off the clause that can be spoken now: (clause, rest), or None when more text is needed.

    A break counts only when white space follows it, since "3." may become "3.5".
    """
    pattern, smallest, longest = (
        (_BREAK, _SMALLEST_FIRST, FIRST_CLAUSE_WORDS) if first else (_SENTENCE_END, 1, LATER_CLAUSE_WORDS)
    )
    limit = _end_of_word(text, longest)
    for found in pattern.finditer(text, 0, len(text) if limit is None else limit + 1):
        clause = text[: found.end()]
        if len(clause.split()) >= smallest and not _is_abbreviated(text, found.end()):
            return clause.strip(), text[found.end() :]
    if limit is None:
        return None
    return text[:limit].strip(), text[limit:]


def _end_of_word(text: str, number: int) -> int | None:
    """Where the number-th word ends; None unless something follows it."""
    for count, word in enumerate(re.finditer(r"(?<!\S)\S++(?=\s)", text), start=1):
        if count == number:
            return word.end()
    return None


def last_sentence(text: str) -> str:
    """What comes after the last end of a sentence that is not the text's own."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text) if not _is_abbreviated(text, found.end())]
    return text[max(ends, default=0) :].strip()


def _is_abbreviated(text: str, end: int) -> bool:
    return _ABBREVIATION.search(text[max(0, end - _LONGEST_ABBREVIATION) : end]) is not None


def same_words(one: str, other: str) -> bool:
    """Say whether two texts are the same speech, whatever their case and punctuation."""
    return _plain(one) == _plain(other)


def words_after(text: str, beginning: str) -> str | None:
    """What a speech says after these words, whatever their case and punctuation; None when it begins otherwise."""
    words, first = text.split(), _plain(beginning)
    if _plain(" ".join(words[: len(first)])) != first:
        return None
    return " ".join(words[len(first) :])


def _plain(text: str) -> list[str]:
    return re.sub(r"[^\w\s']", " ", text.lower()).split()
