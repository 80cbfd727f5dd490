"""The second of the listeners: it knows wordings and no context. What it learnt stands in classifier.npz, written by
`python -m benchmarks.understanding.train` from our own corpus; docs/decisions/0042 tells what was compared.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from domain.language.features import BUCKETS, features
from domain.language.intents import Finding, Intent, Listener
from domain.language.phrases import plain_words

INTENTS: Final = tuple(intent for intent in Intent if intent is not Intent.OTHER)
"""What is told apart; who wants none of these wants something else."""

WEIGHTS: Final = Path(__file__).with_name("classifier.npz")
_WORTH_TELLING: Final = 0.02
"""What is less sure is ruled out; nobody asks for less."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learnt: a row for each bucket, a column for each intent; scale and bias make confidences of sums.

    corpus: the digest of what it was learnt from.
    """

    rows: npt.NDArray[np.int8]
    scale: npt.NDArray[np.float32]
    bias: npt.NDArray[np.float32]
    corpus: str

    @classmethod
    def read(cls, file: Path) -> "Weights":
        """As they were written. Raises ValueError where they are of another shape than is asked for."""
        with np.load(file, allow_pickle=False) as held:
            found = cls(held["rows"], held["scale"], held["bias"], str(held["corpus"]))
        if found.rows.shape != (BUCKETS, len(INTENTS)):
            raise ValueError(f"{file.name} holds {found.rows.shape}: train it anew")
        return found

    def confidences(self, words: str) -> npt.NDArray[np.float32]:
        """How sure it is of each of INTENTS, 0 to 1, for plain words."""
        buckets = features(words)
        sums = self.rows.take(buckets, axis=0).sum(axis=0, dtype=np.float32) / np.sqrt(
            np.float32(len(buckets) or 1)
        )
        sure: npt.NDArray[np.float32] = 1 / (1 + np.exp(-(sums * self.scale + self.bias)))
        return sure


@cache
def _learnt() -> Weights:
    return Weights.read(WEIGHTS)


def get_ready() -> None:
    """Read what was learnt, which takes milliseconds, before anybody waits for it."""
    classify("ready")


def classify(text: str) -> tuple[Finding, ...]:
    """What the classifier hears in a whole turn, the surest first; what it all but rules out is not told.

    It knows the words of all our languages at once: whoever speaks two is understood in both.
    """
    words = plain_words(text)
    if not words:
        return ()
    sure = _learnt().confidences(words).tolist()
    heard = [
        Finding(intent, Listener.CLASSIFIER, text, confidence)
        for intent, confidence in zip(INTENTS, sure, strict=True)
        if confidence >= _WORTH_TELLING
    ]
    return tuple(sorted(heard, key=lambda finding: -finding.confidence))
