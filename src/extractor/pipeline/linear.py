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
    """Classes, their biases, and for each feature the classes that it speaks for or against, with its weight; `threshold` is what a
    positive needs."""

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    weights: dict[str, dict[str, float]]
    threshold: float = 0.5

    def probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """Class → probability. Features that training did not meet count nothing. Sums in sorted order: same bits anywhere."""
        totals = dict(zip(self.classes, self.bias, strict=True))
        for feature in sorted(set(features)):
            for name, weight in self.weights.get(feature, {}).items():
                totals[name] += weight
        top = max(totals.values())
        powers = {name: math.exp(total - top) for name, total in totals.items()}
        whole = sum(powers.values())
        return {name: power / whole for name, power in powers.items()}

    def reasons(self, features: Iterable[str], name: str, most: int = 5) -> list[tuple[str, float]]:
        """The features that spoke loudest for or against class `name`, with their weights."""
        known = ((feature, self.weights.get(feature, {}).get(name, 0.0)) for feature in sorted(set(features)))
        return sorted((pair for pair in known if pair[1]), key=lambda pair: (-abs(pair[1]), pair[0]))[:most]


@cache
def load(name: str) -> Linear:
    """The shipped classifier `name`: triggers, kinds or roles."""
    read = json.loads((files("extractor.pipeline") / "heads" / f"{name}.json").read_text(encoding="utf-8"))
    return Linear(tuple(read["classes"]), tuple(read["bias"]), read["weights"], read["threshold"])
