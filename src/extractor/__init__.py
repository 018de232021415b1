"""Wikipedia wikitext → structured dated events: what, when, who, where the article says so, by which references.

>>> import extractor
>>> nlp = extractor.load()
>>> revision = extractor.Revision(slug="Laos", title="Laos", text="Laos joined the [[United Nations]] in 1955.")
>>> [event.date.edtf for event in extractor.extract(revision, nlp).events]
['1955']
"""

from extractor.extract import extract, extract_many
from extractor.pipeline import load
from extractor.records import Event, Revision

__all__ = ["Event", "Revision", "extract", "extract_many", "load"]
__version__ = "0.1.0"
