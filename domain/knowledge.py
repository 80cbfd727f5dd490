"""What an agent knows from documents: passages, small enough to be told to a model in the middle of a call.

Stored and searched: database/knowledge.py; uploaded: api/agents/documents.py; asked in a call: media/live/side_questions.py.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

MOST_WORDS: Final = 120
"""In a passage; about what can be said in a minute, so one holds an answer, and three fit into a prompt."""

_BLANK_LINES: Final = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_HEADING: Final = re.compile(r"^\s{0,3}#{1,6}\s+(?P<text>.*)$")
_LIST_MARK: Final = re.compile(r"^\s*(?:[-*+•]|\d{1,3}[.)])\s+")
# Not before a small letter: "at 4 p.m. tomorrow" goes on.
_SENTENCE_END: Final = re.compile(r"(?<=[.!?。।])[\"'”’)]*\s+(?=[^\sa-z])")


@dataclass(frozen=True, slots=True)
class Source:
    """Which passage of which document; place counts from 1."""

    document_id: str
    name: str
    place: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Something that is written, and where."""

    source: Source
    text: str


def passages_in(text: str) -> list[str]:
    """A document of plain text or Markdown in passages, in order.

    None is longer than MOST_WORDS, beside the heading that each passage under it begins with. Paragraphs and sentences
    are kept whole as far as that allows; short paragraphs are not joined.
    """
    passages: list[str] = []
    heading = ""
    for paragraph in _BLANK_LINES.split(text.replace("\r\n", "\n").replace("\r", "\n")):
        sentences: list[str] = []
        for sentence in _sentences_of(paragraph):
            if found := _HEADING.match(sentence):
                passages += _filled(heading, sentences)
                heading, sentences = found["text"].rstrip(" \t#"), []
            else:
                sentences.append(sentence)
        passages += _filled(heading, sentences)
    return passages


def _sentences_of(paragraph: str) -> Iterator[str]:
    """Headings, with their marks, stand alone; so does each entry of a list."""
    running: list[str] = []
    for line in paragraph.splitlines():
        is_heading, is_entry = _HEADING.match(line), _LIST_MARK.match(line)
        if is_heading or is_entry:
            yield from _split(running)
            running = []
        if is_heading:
            yield line
        else:
            running.append(_LIST_MARK.sub("", line))
    yield from _split(running)


def _split(lines: list[str]) -> Iterator[str]:
    """The sentences of running text; one that is longer than a passage falls into pieces."""
    for sentence in _SENTENCE_END.split(" ".join(" ".join(lines).split())):
        words = sentence.split()
        for first in range(0, len(words), MOST_WORDS):
            yield " ".join(words[first : first + MOST_WORDS])


def _filled(heading: str, sentences: list[str]) -> Iterator[str]:
    """As few passages as hold these sentences, each as full as it can be."""
    begins = f"{heading}: " if heading else ""
    passage: list[str] = []
    count = 0
    for sentence in sentences:
        words = len(sentence.split())
        if passage and count + words > MOST_WORDS:
            yield begins + " ".join(passage)
            passage, count = [], 0
        passage.append(sentence)
        count += words
    if passage:
        yield begins + " ".join(passage)
