"""Fields that a client wants filled in: what the person said after something like the field's question, as it is wanted."""

import re
from typing import Any

from simulators.language_model.remarks import Remark, remark_in

_LINE = re.compile(r"^\s*(?P<speaker>person|agent)\s*:\s*(?P<words>.+?)\s*$", re.IGNORECASE | re.MULTILINE)
_DESCRIBED = re.compile(r"(?P<question>.+) \((?P<written>.+)\)")
_FIGURES = re.compile(r"\d+(?:\.\d+)?")
_NUMBERS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
_ALIKE = 0.5
"""The share of a question's telling words that an agent's line has which asks it."""


def fields_told(
    shape: dict[str, Any], described: dict[str, str], transcript: str
) -> dict[str, dict[str, str]]:
    """Each field of the shape, by what the instructions say of it: "guests: How many will come? (a number in figures)"."""
    told = {}
    for name in shape.get("properties", {}):
        found = _DESCRIBED.fullmatch(described.get(name, ""))
        words = _answer(found["question"], transcript) if found else ""
        value = _written(words, found["written"]) if found and words else ""
        told[name] = {"value": value, "evidence": words if value else ""}
    return told


def _answer(question: str, transcript: str) -> str:
    wanted, answer, is_asked = _telling_words(question), "", False
    for line in _LINE.finditer(transcript):
        if line["speaker"].lower() == "agent":
            is_asked = len(wanted & _telling_words(line["words"])) >= _ALIKE * max(1, len(wanted))
        elif is_asked:
            answer, is_asked = line["words"], False
    return answer


def _telling_words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]{3,}", text.lower())) - {"the", "you", "are", "will", "would", "and", "for"}


def _written(words: str, form: str) -> str:
    """The answer in the form that is asked for; nothing where it has none."""
    if form == "true or false":
        return {Remark.YES: "true", Remark.NO: "false"}.get(remark_in(words), "")
    if form == "a number in figures":
        spoken = [
            str(_NUMBERS.index(word)) for word in re.findall(r"[a-z]+", words.lower()) if word in _NUMBERS
        ]
        return next(iter([*_FIGURES.findall(words), *spoken]), "")
    if form == "a few words":
        return words
    return next((choice for choice in form.split(" or ") if choice.lower() in words.lower()), "")
