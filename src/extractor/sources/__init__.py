"""Revisions in: files and folders with an optional manifest."""

from extractor.sources.files import read, revisions

__all__ = ["read", "revisions"]
