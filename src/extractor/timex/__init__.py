"""Time expressions in text: find them all, say exactly what they mean, never more. Pure; needs no language model."""

from extractor.timex.finder import SPANS, Found, Reading, find, find_all, passage

__all__ = ["SPANS", "Found", "Reading", "find", "find_all", "passage"]
