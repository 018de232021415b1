"""After the entities: names whose label the reader's knowledge of the world settles, and what an article's links tell.

`WikiNames` reads a doc's text alone, so it belongs to the costly step that may be cached. `linked` knows a unit's links,
and is cheap.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from extractor.lang import words
from extractor.records import Link

LONGEST = 8  # words of a link that may be a name
SHORT = (
    4  # letters; a shorter name (AU, SS, NAM) may be something else, so only what is an entity already takes its label
)


class WikiNames:
    """spaCy component `wiki_names`: sets `doc.ents` anew, after a component that found entities."""

    def __init__(self, nlp: Language, language: str = "en") -> None:
        """nlp: gives the vocabulary and cuts the names into tokens."""
        w = words(language)
        labels = dict.fromkeys(w.STATES, "GPE") | dict.fromkeys(w.DEMONYMS, "NORP") | w.NAMES
        self._matcher = PhraseMatcher(nlp.vocab)
        for label in sorted(set(labels.values())):
            self._matcher.add(label, [nlp.make_doc(name) for name, its in labels.items() if its == label])

    def __call__(self, doc: Doc) -> Doc:
        """Label known names; a known name inside a longer entity is a part of it and stays one."""
        for name in filter_spans(self._matcher(doc, as_spans=True)):
            over = [entity for entity in doc.ents if entity.start < name.end and name.start < entity.end]
            short = len(name) == 1 and len(name.text) <= SHORT and name.label_ != "NORP"
            if not _inside(name, over) and (over or not short):
                _replace(doc, over, name)
        return doc

    def to_disk(self, path: Any, **_: Any) -> None:
        """Nothing to write: the names are the package's."""

    def from_disk(self, path: Any, **_: Any) -> WikiNames:
        """Nothing to read."""
        return self

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing to write."""
        return b""

    def from_bytes(self, data: bytes, **_: Any) -> WikiNames:
        """Nothing to read."""
        return self


def _inside(name: Span, over: list[Span]) -> bool:
    return any(entity.start <= name.start and name.end <= entity.end and len(entity) > len(name) for entity in over)


def _replace(doc: Doc, over: list[Span], name: Span) -> None:
    gone = {entity.start for entity in over}
    doc.ents = (*(entity for entity in doc.ents if entity.start not in gone), name)


def linked(doc: Doc, links: Iterable[Link], language: str = "en") -> Doc:
    """The doc with entities corrected by links whose target's title says what it is: the link's bounds, that label.

    links count in the doc's text; what one shows in lower case, or in more than LONGEST words, is no name, and an adjective
    stays a NORP whatever it leads to. The doc itself stays as it is, since it may be kept and used again: where something
    changes, a copy comes back.
    """
    w = words(language)
    out = doc
    for link in links:
        span, label = out.char_span(link.start, link.end, alignment_mode="expand"), w.label_of_title(link.target)
        if span is None or label is None or span.text in w.DEMONYMS or len(span) > LONGEST or span.text[:1].islower():
            continue
        over = [entity for entity in out.ents if entity.start < span.end and span.start < entity.end]
        if not _inside(span, over):
            out = out.copy() if out is doc else out
            _replace(out, over, Span(out, span.start, span.end, label=label))
    return out
