"""spaCy components and what they are made of: Doc → Doc. `load()` gives the shipped pipeline."""

from extractor.pipeline.language import load

__all__ = ["load"]
