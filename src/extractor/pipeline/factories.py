"""The factories that spaCy finds by entry point: `nlp.add_pipe("wiki_dates")` works after an install."""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from extractor.pipeline import actors, dates, events
from extractor.pipeline.encoder import WikiLanguage
from extractor.pipeline.names import WikiNames


@Language.factory(
    "wiki_language",
    default_config={"caution": 0.0},
    assigns=[
        "token.tag", "token.pos", "token.morph", "token.lemma", "token.head", "token.dep", "token.is_sent_start",
        "doc.sents", "doc.ents", "token.ent_iob", "token.ent_type",
    ],
)  # fmt: skip
def wiki_language(nlp: Language, name: str, caution: float) -> WikiLanguage:
    """Sentences, tags, lemmas, parse and entities by the shipped ONNX model. caution: against entities, a logit."""
    return WikiLanguage(nlp.vocab, name, caution=caution)


@Language.factory(
    "wiki_names", default_config={"language": "en"}, requires=["doc.ents"], assigns=["token.ent_iob", "token.ent_type"]
)
def wiki_names(nlp: Language, name: str, language: str) -> WikiNames:
    """Labels of known names: states past and present, peoples, organisations, treaties, wars."""
    return WikiNames(nlp, language)


@Language.factory("wiki_dates", default_config={"language": "en"}, assigns=["doc.spans"])
def wiki_dates(nlp: Language, name: str, language: str) -> Any:
    """Time expressions into `doc.spans["timexes"]`, with `span._.edtf`, `.timex`, `.mod`, `.earliest`, `.latest`, `.derived`."""

    def component(doc: Doc) -> Doc:
        return dates.annotate(doc, language=language)

    return component


@Language.factory("wiki_actors", default_config={"language": "en"}, requires=["doc.ents"], assigns=["doc.spans"])
def wiki_actors(nlp: Language, name: str, language: str) -> Any:
    """Possible actors into `doc.spans["actors"]`; the label is the type, `span.kb_id_` the article's title."""

    def component(doc: Doc) -> Doc:
        return actors.annotate(doc, language=language)

    return component


@Language.factory(
    "wiki_events", default_config={"language": "en"}, requires=["doc.ents", "token.dep"], assigns=["doc.spans"]
)
def wiki_events(nlp: Language, name: str, language: str) -> Any:
    """Triggers of dated events into `doc.spans["events"]`; the label is the kind, `span._.edtf` the date. After wiki_dates."""

    def component(doc: Doc) -> Doc:
        return events.annotate(doc, language=language)

    return component
