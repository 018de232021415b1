"""Revisions in: files and folders with an optional manifest, lists of titles, a wiki's API."""

from extractor.sources.api import Wiki
from extractor.sources.files import read, revisions
from extractor.sources.folder import Folder
from extractor.sources.lists import titles
from extractor.sources.store import fetched

__all__ = ["Folder", "Wiki", "fetched", "read", "revisions", "titles"]
