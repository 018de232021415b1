"""How sure an event is: the share of like events that hand labels bear out (an event there, with that date).

For prose a logistic curve over the trigger classifier's log-odds (Platt 1999), for layout the share by rule; both measured by
`training/events.py` on articles that the classifiers had not seen, and shipped as `heads/confidence.json`.
"""

from __future__ import annotations

import json
import math
from functools import cache, lru_cache
from importlib.resources import files

PROSE = "prose"


@cache
def load() -> dict[str, list[float]]:
    """Group → [slope, intercept]; a rule of layout has slope 0."""
    text = (files("extractor.pipeline") / "heads" / "confidence.json").read_text(encoding="utf-8")
    return {str(group): [float(value) for value in line] for group, line in json.loads(text).items()}


def group(rule: str, known: dict[str, list[float]]) -> str:
    """The group of a rule: its own where it has one, else prose."""
    name = rule.split(":")[0]
    return name if name in known else PROSE


@lru_cache(maxsize=65536)
def calibrated(rule: str, chance: float) -> float:
    """Probability, 0 to 1, that an event which `rule` made with the classifier's `chance` is right."""
    known = load()
    slope, intercept = known[group(rule, known)]
    return round(1 / (1 + math.exp(-(slope * logit(chance) + intercept))), 3)


def logit(chance: float) -> float:
    """Log-odds, held within ±6."""
    held = min(max(chance, 0.0025), 0.9975)
    return math.log(held / (1 - held))
