"""Scores against hand labels: gold, alignment, figures with bootstrap intervals."""

from extractor.evaluate.gate import below
from extractor.evaluate.gold import events_by_article, read_gold
from extractor.evaluate.metrics import Scores, evaluate

__all__ = ["Scores", "below", "evaluate", "events_by_article", "read_gold"]
