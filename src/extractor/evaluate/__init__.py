"""Scores against hand labels: gold, alignment, figures with bootstrap intervals."""

from extractor.evaluate.gate import below
from extractor.evaluate.gold import check_common, events_by_article, read_gold
from extractor.evaluate.metrics import Scores, evaluate

__all__ = ["Scores", "below", "check_common", "evaluate", "events_by_article", "read_gold"]
