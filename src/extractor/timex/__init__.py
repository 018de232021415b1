"""Time expressions in text: find them all, say exactly what they mean, never more. Pure; needs no language model."""

from extractor.timex.expressions import Anchor, Found, find

__all__ = ["Anchor", "Found", "find"]
