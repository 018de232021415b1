"""A linear classifier over named features: small, exact in any batch, and able to say why.

Multinomial logistic regression; weights are trained by `training/events.py` and shipped as JSON, so that a change shows in review.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Linear:
    """Classes, their biases, and for each feature its weight for each class; `threshold` is what a positive needs."""

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    weights: dict[str, tuple[float, ...]]
    threshold: float = 0.5

    def probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """Class → probability. Features that training did not meet count nothing. Sums in sorted order: same bits anywhere."""
        totals = list(self.bias)
        for feature in sorted(set(features)):
            for index, weight in enumerate(self.weights.get(feature, ())):
                totals[index] += weight
        top = max(totals)
        powers = [math.exp(total - top) for total in totals]
        return {name: power / sum(powers) for name, power in zip(self.classes, powers, strict=True)}

    def reasons(self, features: Iterable[str], name: str, most: int = 5) -> list[tuple[str, float]]:
        """The features that spoke loudest for or against class `name`, with their weights."""
        index = self.classes.index(name)
        found = [
            (feature, self.weights[feature][index]) for feature in sorted(set(features)) if feature in self.weights
        ]
        return sorted(found, key=lambda pair: (-abs(pair[1]), pair[0]))[:most]


@cache
def load(name: str) -> Linear:
    """The shipped classifier `name`: triggers or roles."""
    read = json.loads((files("extractor.pipeline") / "heads" / f"{name}.json").read_text(encoding="utf-8"))
    weights = {feature: tuple(row) for feature, row in read["weights"].items()}
    return Linear(tuple(read["classes"]), tuple(read["bias"]), weights, read["threshold"])
