"""Time expressions on a Doc: spans with plain strings, so that a Doc still travels (`to_bytes`, `n_process`)."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Span, SpanGroup

from extractor.records import Timex
from extractor.timex import find

EXTENSIONS = ("edtf", "timex", "mod", "earliest", "latest", "precision", "derived", "bound")
for _name in EXTENSIONS:
    if not Span.has_extension(_name):
        Span.set_extension(_name, default=None)


def annotate(doc: Doc, timexes: Iterable[Timex] | None = None, language: str = "en") -> Doc:
    """Set `doc.spans["timexes"]`; found here, or given by one who knows the article around this text."""
    group = []
    for timex in find(doc.text, language).timexes if timexes is None else timexes:
        span = doc.char_span(timex.start, timex.end, label=timex.type, alignment_mode="expand")
        if span is None:
            continue
        values = {name: getattr(timex, name if name != "timex" else "value") for name in EXTENSIONS}
        for name, value in values.items():
            span._.set(name, value)
        group.append(span)
    doc.spans["timexes"] = SpanGroup(doc, name="timexes", spans=group)
    return doc
