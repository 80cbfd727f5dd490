"""A network of one hidden layer over features, by plain numpy: the same rows in the same order give the same numbers.

What it is taught stands in rows: each row's features, as places in a vocabulary, in one long array.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint32]

HIDDEN: Final = 64
_EPOCHS: Final = 6
_BATCH: Final = 256
_RATE: Final = 0.05
_DROPPED: Final = 0.2
_SEED: Final = 12
_SPREAD: Final = 0.1
_TINY: Final = np.float32(1e-10)
_NEWTONS: Final = 20


@dataclass(frozen=True, slots=True)
class Rows:
    """places: in the vocabulary, of all rows' known features, one row after another; ends: where each row ends (its first entry 0 is where
    the first begins); shares: what each row's features weigh, 1/√(as many as it has, known or not)."""

    places: Ints
    ends: Ints
    shares: Floats

    @classmethod
    def of(cls, each: Sequence[Hashes], vocabulary: Hashes) -> "Rows":
        """Rows of features as this vocabulary, in ascending order, knows them."""
        lengths = np.array([len(one) for one in each], np.int64)
        found = np.concatenate(list(each))
        at = np.searchsorted(vocabulary, found).clip(max=len(vocabulary) - 1)
        is_known = vocabulary[at] == found
        row = np.repeat(np.arange(len(each)), lengths)
        ends = np.concatenate(([0], np.cumsum(np.bincount(row[is_known], minlength=len(each)))))
        return cls(at[is_known], ends, (1 / np.sqrt(lengths.clip(min=1))).astype(np.float32))

    def some(self, chosen: Ints) -> tuple[Ints, Ints, Floats]:
        """Of these rows: their places, of which of them each is, and their shares."""
        lengths = self.ends[chosen + 1] - self.ends[chosen]
        of_row = np.repeat(np.arange(len(chosen)), lengths)
        first = np.repeat(self.ends[chosen] - np.concatenate(([0], np.cumsum(lengths)[:-1])), lengths)
        return self.places[first + np.arange(len(first))], of_row, self.shares[chosen]


def most_frequent(each: Sequence[Hashes], most: int) -> Hashes:
    """The features met most often, in ascending order; of equally frequent ones the smaller."""
    found, times = np.unique(np.concatenate(list(each)), return_counts=True)
    return np.sort(found[np.lexsort((found, -times))[:most]])


@dataclass(frozen=True, slots=True)
class Network:
    """known: a row for each feature of the vocabulary; out: from hidden to columns; beside each what is added there."""

    known: Floats
    hidden: Floats
    out: Floats
    bias: Floats

    def sums(self, rows: Rows, chosen: Ints) -> Floats:
        """For each of these rows and each column what makes it likely, a thousand rows at a time."""
        parts = [
            _met(self.known, self.hidden, *rows.some(chosen[at : at + 1_000])) @ self.out + self.bias
            for at in range(0, len(chosen), 1_000)
        ]
        return np.concatenate(parts) if parts else np.empty((0, len(self.bias)), np.float32)


def _met(known: Floats, hidden: Floats, places: Ints, of_row: Ints, shares: Floats) -> Floats:
    """What the hidden layer makes of rows' features."""
    layer: Floats = np.maximum(_sums(known[places], of_row, len(shares)) * shares[:, None] + hidden, 0)
    return layer


def _sums(values: Floats, of_row: Ints, many: int) -> Floats:
    """For each of so many rows the sum of its values, which stand together."""
    sums = np.zeros((many, values.shape[1]), np.float32)
    begins = np.flatnonzero(np.diff(of_row, prepend=-1))
    if len(begins):
        sums[of_row[begins]] = np.add.reduceat(values, begins)
    return sums


class Teacher:
    """Learns by small steps, each as long as what its weight has learnt so far allows (AdaGrad; Duchi and others 2011)."""

    def __init__(self, vocabulary: int, columns: int) -> None:
        self._dice = np.random.default_rng(_SEED)
        draw = self._dice.standard_normal
        self._held = [
            (draw((vocabulary, HIDDEN)) * _SPREAD).astype(np.float32),
            np.zeros(HIDDEN, np.float32),
            (draw((HIDDEN, columns)) / np.sqrt(HIDDEN)).astype(np.float32),
            np.zeros(columns, np.float32),
        ]
        self._learnt = [np.zeros_like(each) for each in self._held]

    def taught(self, rows: Rows, truth: Floats, chosen: Ints) -> Network:
        """What the chosen rows teach; truth: 1 where a column is true of a row, else 0."""
        for epoch in range(_EPOCHS):
            order = self._dice.permutation(chosen)
            for at in range(0, len(order), _BATCH):
                some = order[at : at + _BATCH]
                self._step(rows, truth[some], some, _RATE * (1 - epoch / _EPOCHS))
        return Network(*self._held)

    def _step(self, rows: Rows, truth: Floats, some: Ints, rate: float) -> None:
        known, hidden, out, bias = self._held
        places, of_row, shares = rows.some(some)
        met = _met(known, hidden, places, of_row, shares)
        kept = (self._dice.random(met.shape, np.float32) >= _DROPPED) / np.float32(1 - _DROPPED)
        thinned = met * kept
        wrong = (1 / (1 + np.exp(-(thinned @ out + bias))) - truth) / np.float32(truth.size)
        back = (wrong @ out.T) * kept * (met > 0)
        by_place = np.argsort(places, kind="stable")
        used, begins = np.unique(places[by_place], return_index=True)
        if len(used):
            slope = np.add.reduceat((back * shares[:, None])[of_row[by_place]], begins)
            self._learnt[0][used] += slope**2
            known[used] -= rate * slope / (np.sqrt(self._learnt[0][used]) + _TINY)
        for at, slope in ((1, back.sum(axis=0)), (2, thinned.T @ wrong), (3, wrong.sum(axis=0))):
            self._learnt[at] += slope**2
            self._held[at] -= rate * slope / (np.sqrt(self._learnt[at]) + _TINY)


def calibrated(sums: Floats, truth: Floats) -> tuple[float, float]:
    """Slope and offset that make confidences of held-out sums (Platt 1999), with his smoothed targets, by Newton's method."""
    many, few = float(truth.sum()), float(len(truth) - truth.sum())
    target = np.where(truth > 0, (many + 1) / (many + 2), 1 / (few + 2))
    seen = np.column_stack((sums.astype(np.float64), np.ones(len(sums))))
    line = np.array([1.0, 0.0])
    for _ in range(_NEWTONS):
        sure = 1 / (1 + np.exp(-(seen @ line)))
        bent = (seen * (sure * (1 - sure))[:, None]).T @ seen + np.eye(2) * 1e-9
        line = line - np.linalg.solve(bent, seen.T @ (sure - target))
    return float(line[0]), float(line[1])
