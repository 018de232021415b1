"""Score floors: figures that must not drop."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.evaluate.metrics import Scores


def below(scores: Scores, floors: Mapping[str, float]) -> list[str]:
    """What lies below its floor, a line for each figure.

    floors: figure → least F1 (for `kind` least accuracy), in 0 to 1. A name that is no figure raises KeyError.
    """
    return [
        f"{name} is {scores.figures[name][2]:.4f}, its floor is {floor}"
        for name, floor in floors.items()
        if scores.figures[name][2] < floor
    ]
