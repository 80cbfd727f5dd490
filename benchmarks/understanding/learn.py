"""Logistic regression over buckets, by plain numpy: deterministic and convex.

A matrix here is its rows' buckets in one long array, and where each row begins.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.floating[Any]]
Ints = npt.NDArray[np.int64]

_REMEMBERED: Final = 8
"""Steps that L-BFGS remembers."""

_SMALLEST: Final = 1e-4
"""A step that must be shorter is lost in rounding."""

_BOLD: Final = 1.0
"""So far goes the first step, of which nothing is known."""

_AT_ONCE: Final = 16_384
"""So many places are summed at a time, or one run."""


@dataclass(frozen=True, slots=True)
class Rows:
    """buckets: of all rows, one after another; begins: where each row begins; each of a row's buckets weighs 1/√(its length).

    by_bucket: the same places in the order of their buckets, which are known, each once, as used; used_begins: where each begins there.
    """

    buckets: Ints
    begins: Ints
    shares: Floats
    of_row: Ints
    by_bucket: Ints
    used: Ints
    used_begins: Ints

    @classmethod
    def of(cls, each: Sequence[Ints]) -> "Rows":
        """Raises ValueError where a row is empty."""
        lengths = np.array([len(one) for one in each], np.int64)
        if not len(each) or not lengths.all():
            raise ValueError("a row without a bucket")
        found = np.concatenate(list(each))
        used, buckets = np.unique(found, return_inverse=True)
        by_bucket = np.argsort(buckets, kind="stable")
        used_begins = np.searchsorted(buckets[by_bucket], np.arange(len(used)))
        begins = np.concatenate(([0], np.cumsum(lengths)[:-1]))
        of_row = np.repeat(np.arange(len(each)), lengths)
        shares = (1 / np.sqrt(lengths)).astype(np.float32)
        return cls(buckets, begins, shares, of_row, of_row[by_bucket], used, used_begins)

    def times(self, weights: Floats) -> Floats:
        """Each row's sums; weights: a row for each used bucket."""
        return _sums_of_runs(weights, self.buckets, self.begins) * self.shares[:, None]

    def transposed(self, values: Floats) -> Floats:
        """For each used bucket the sums of its rows' values."""
        return _sums_of_runs(values * self.shares[:, None], self.by_bucket, self.used_begins)


def _sums_of_runs(values: Floats, places: Ints, begins: Ints) -> Floats:
    """For each run of places, from where it begins to the next, the sum of the values there; some runs at a time, since what fits into
    a processor's cache takes a third of the time."""
    ends = np.append(begins[1:], len(places))
    cuts = np.unique(np.append(np.searchsorted(begins, np.arange(0, len(places), _AT_ONCE)), len(begins)))
    sums = np.empty((len(begins), values.shape[1]), values.dtype)
    for first, last in pairwise(cuts.tolist()):
        here = places[begins[first] : ends[last - 1]]
        np.add.reduceat(values.take(here, axis=0), begins[first:last] - begins[first], out=sums[first:last])
    return sums


def each_against_the_rest(
    rows: Rows, truth: Floats, weigh: Floats, penalty: float, steps: int = 100
) -> tuple[Floats, Floats]:
    """Weights (used buckets by columns) and biases that tell, for each column, rows of truth 1 from those of truth 0.

    weigh: how much each row counts.
    """
    columns, truth = truth.shape[1], truth.astype(np.float32)
    counts = (weigh / weigh.sum()).astype(np.float32)[:, None]
    share = np.clip((counts * truth).sum(axis=0), 1e-6, 1 - 1e-6)

    def loss(at: Floats) -> tuple[float, Floats]:
        held = at.reshape(-1, columns)
        margins = rows.times(held[:-1]) + held[-1]
        wrong = counts * (1 / (1 + np.exp(-margins)) - truth)
        cost = counts * (np.logaddexp(0, margins) - truth * margins)
        slope = np.concatenate(
            (rows.transposed(wrong) + penalty * held[:-1], wrong.sum(axis=0, keepdims=True))
        )
        return float(cost.sum(dtype=np.float64) + penalty / 2 * (held[:-1] ** 2).sum()), slope.ravel()

    start = np.zeros((len(rows.used) + 1, columns), np.float32)
    start[-1] = np.log(share / (1 - share))
    found = lowest(loss, start.ravel(), steps).reshape(-1, columns)
    return found[:-1], found[-1]


def lowest(loss: Callable[[Floats], tuple[float, Floats]], start: Floats, steps: int) -> Floats:
    """Where a smooth convex loss is lowest, by L-BFGS; loss gives the value and its slope."""
    at = start
    value, slope = loss(at)
    past: list[tuple[Floats, Floats]] = []
    for _ in range(steps):
        direction = _downwards(slope, past)
        descent = float(direction @ slope)
        size = 1.0 if past else _BOLD / float(np.sqrt(slope @ slope) or 1)
        while True:
            there = at + np.asarray(size * direction, at.dtype)
            next_value, next_slope = loss(there)
            if next_value <= value + 1e-4 * size * descent:
                break
            if past and size < _SMALLEST:
                return at
            size /= 2
        moved, turned = there - at, next_slope - slope
        if float(moved @ turned) > 1e-12:
            past = [*past, (moved, turned)][-_REMEMBERED:]
        gained = value - next_value
        at, value, slope = there, next_value, next_slope
        if gained < 2e-6 * max(abs(value), 1e-3):
            break
    return at


def _downwards(slope: Floats, past: Sequence[tuple[Floats, Floats]]) -> Floats:
    direction = -slope
    shares = []
    for moved, turned in reversed(past):
        share = float(moved @ direction) / float(moved @ turned)
        direction = direction - share * turned
        shares.append(share)
    if past:
        moved, turned = past[-1]
        direction = direction * (float(moved @ turned) / float(turned @ turned))
    for (moved, turned), share in zip(past, reversed(shares), strict=True):
        again = float(turned @ direction) / float(moved @ turned)
        direction = direction + (share - again) * moved
    return direction


def calibrated(sums: Floats, truth: Floats) -> tuple[float, float]:
    """Slope and offset that make confidences of held-out sums (Platt 1999), with his smoothed targets."""
    many, few = float(truth.sum()), float(len(truth) - truth.sum())
    target = np.where(truth > 0, (many + 1) / (many + 2), 1 / (few + 2))

    def loss(at: Floats) -> tuple[float, Floats]:
        margins = at[0] * sums + at[1]
        sure = 1 / (1 + np.exp(-margins))
        wrong = (sure - target) / len(target)
        cost = float((np.logaddexp(0, margins) - target * margins).mean())
        return cost, np.array([wrong @ sums, wrong.sum()])

    slope, offset = lowest(loss, np.array([1.0, 0.0]), 100)
    return float(slope), float(offset)
