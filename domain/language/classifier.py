"""The second of the listeners: it knows wordings and no context. What it learnt stands in classifier.npz, written by
`python -m benchmarks.understanding.train` from our own corpus; docs/decisions/0042 tells what was compared.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from domain.language.features import Features, features
from domain.language.intents import Finding, Intent, Listener
from domain.language.phrases import plain_words

INTENTS: Final = tuple(intent for intent in Intent if intent is not Intent.OTHER)
"""What is told apart; who wants none of these wants something else."""

WEIGHTS: Final = Path(__file__).with_name("classifier.npz")
_WORTH_TELLING: Final = 0.02
"""What is less sure is ruled out; nobody asks for less."""

_FARTHEST: Final = np.float32(30)
"""No margin is farther from even: the exponential of a larger one has no number."""

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learnt: a network of one hidden layer.

    vocabulary: the features it knows, ascending; known: a row for each of them, in steps of `step`, and a last one of nothing for whatever
    it does not know; hidden: what is added there; out and bias: from hidden to an intent's confidence; corpus: the digest of what it was
    learnt from.
    """

    vocabulary: Features
    known: npt.NDArray[np.int8]
    step: Floats
    hidden: Floats
    out: Floats
    bias: Floats
    corpus: str

    @classmethod
    def read(cls, file: Path) -> "Weights":
        """As they were written, two rows' numbers in a byte. Raises ValueError where they are of another shape than is asked for."""
        with np.load(file, allow_pickle=False) as held:
            rows, hidden = held["known"], 2 * held["known"].shape[1]
            expected = {
                "known": (len(held["vocabulary"]), hidden // 2),
                "step": (hidden,),
                "hidden": (hidden,),
                "out": (hidden, len(INTENTS)),
                "bias": (len(INTENTS),),
            }
            found = {name: held[name].shape for name in expected}
            if found != expected or not (np.diff(held["vocabulary"].astype(np.int64)) > 0).all():
                raise ValueError(f"{file.name} holds {found}: train it anew")
            return cls(
                held["vocabulary"],
                np.vstack((unpacked(rows), np.zeros((1, 2 * rows.shape[1]), np.int8))),
                held["step"],
                held["hidden"],
                held["out"],
                held["bias"],
                str(held["corpus"]),
            )

    def confidences(self, words: str, language: str) -> Floats:
        """How sure it is of each of INTENTS, 0 to 1, for plain words said in a conversation that is held in this language."""
        met = features(words, language)
        at = self.vocabulary.searchsorted(met)
        at[self.vocabulary.take(at, mode="clip") != met] = len(self.vocabulary)
        sums = self.known.take(at, axis=0).sum(axis=0, dtype=np.float32) * self.step
        hidden = np.maximum(sums / np.sqrt(np.float32(len(met) or 1)) + self.hidden, 0)
        margins = np.clip(hidden @ self.out + self.bias, -_FARTHEST, _FARTHEST)
        sure: Floats = 1 / (1 + np.exp(-margins))
        return sure


def packed(rows: npt.NDArray[np.int8]) -> npt.NDArray[np.uint8]:
    """Numbers from -7 to 7, an even number to a row, two in a byte."""
    halves = (rows + 8).astype(np.uint8)
    return np.asarray(halves[:, ::2] * 16 + halves[:, 1::2], np.uint8)


def unpacked(rows: npt.NDArray[np.uint8]) -> npt.NDArray[np.int8]:
    """What `packed` was given."""
    halves = np.stack((rows >> 4, rows & 15), axis=2).reshape(len(rows), -1)
    return halves.astype(np.int8) - np.int8(8)


@cache
def _learnt() -> Weights:
    return Weights.read(WEIGHTS)


def get_ready() -> None:
    """Read what was learnt, which takes milliseconds, before anybody waits for it."""
    classify("ready", "en")


def classify(text: str, language: str) -> tuple[Finding, ...]:
    """What the classifier hears in a whole turn, the surest first; what it all but rules out is not told.

    language: in which the conversation is held. It knows the words of all our languages besides: whoever speaks two is understood in both.
    """
    words = plain_words(text)
    if not words:
        return ()
    sure = _learnt().confidences(words, language).tolist()
    heard = [
        Finding(intent, Listener.CLASSIFIER, text, confidence)
        for intent, confidence in zip(INTENTS, sure, strict=True)
        if confidence >= _WORTH_TELLING
    ]
    return tuple(sorted(heard, key=lambda finding: -finding.confidence))
