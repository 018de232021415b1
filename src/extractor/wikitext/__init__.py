"""Wikitext → Article: sections, blocks of reading text with an exact map to the wikitext, marks, references."""

from extractor.wikitext.parse import parse

__all__ = ["parse"]
