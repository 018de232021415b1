"""Who is named in a text: links first, then entities, states, demonyms, capitals, phrases for both sides, pronouns and common nouns.

A mention is known by the title of the Wikipedia article it means, as the article itself links it where it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Span, SpanGroup

from extractor.lang import words
from extractor.lang.en.states import State
from extractor.pipeline.mention import Mention
from extractor.pipeline.own_names import Names, bare
from extractor.pipeline.referents import phrases, referring
from extractor.records import Link

ACTOR_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
OTHER_LABELS = frozenset({"FAC", "LOC", "EVENT", "PRODUCT"})


def mentions(doc: Doc, links: Iterable[Link], names: Names, language: str = "en") -> list[Mention]:
    """Mentions of possible actors in `doc`, left to right, not overlapping. `links` count in the doc's text."""
    found: list[Mention] = []
    for mention in _all(doc, list(links), names, language):
        if mention.start < mention.end and not any(
            mention.start < one.end and one.start < mention.end for one in found
        ):
            found.append(_known(mention, language))
    found += referring(doc, found, names, language)
    return sorted(found, key=lambda mention: mention.start)


def _all(doc: Doc, links: list[Link], names: Names, language: str) -> Iterator[Mention]:
    """Everything that may be a mention, the surest first."""
    w = words(language)
    for link in links:
        if re.match(w.LIST_TITLES, link.target.lower()):
            continue  # a list or a theme is nobody; the words may still name one
        label = _label(doc, link.start, link.end)
        text = doc.text[link.start : link.end]
        if link.target in w.CAPITALS and link.target != names.title:
            yield Mention(link.start, link.end, text, w.CAPITALS[link.target].title, "GPE", "capital")
        elif link.flag or link.target in w.STATES or label in ACTOR_LABELS:
            yield Mention(link.start, link.end, text, link.target, label or "GPE", "link")
        elif text[:1].isupper():
            yield Mention(link.start, link.end, text, link.target, label or "LINK", "link")
    if len(names.sides) > 1:
        for match in phrases(w.BOTH).finditer(doc.text):
            yield Mention(*match.span(), match.group(), " and ".join(names.sides), "SIDES", "phrase")
    entities = [entity for entity in doc.ents if entity.label_ in ACTOR_LABELS | OTHER_LABELS]
    for entity in entities:
        yield from _entity(entity, names, language)
    for start, end, state, how in _gazetteer(doc[:], language):
        yield Mention(start, end, doc.text[start:end], state.title, "NORP" if how == "demonym" else "GPE", how)


def _known(mention: Mention, language: str) -> Mention:
    """A mention with what the table of states knows of its name."""
    state = words(language).STATES.get(mention.name)
    if state is None:
        return mention
    kind = "NORP" if mention.how == "demonym" else state.type
    return replace(mention, name=state.title, type=kind)


@cache
def _tables(language: str) -> tuple[dict[str, tuple[State, str]], int]:
    """Every name of a state with how it names it, and the most words that one has."""
    w = words(language)
    table = {city: (state, "capital") for city, state in w.CAPITALS.items()}
    table |= {demonym: (state, "demonym") for demonym, state in w.DEMONYMS.items()}
    table |= {name: (state, "state") for name, state in w.STATES.items()}
    return table, max(len(name.split()) for name in table)


def _gazetteer(span: Span, language: str) -> Iterator[tuple[int, int, State, str]]:
    """Names of states, demonyms and capitals in a stretch, the longest at each place."""
    table, most = _tables(language)
    doc, at = span.doc, span.start
    while at < span.end:
        step = 1
        if doc[at].text[:1].isupper():
            for end in range(min(span.end, at + 2 * most), at, -1):
                text = doc[at:end].text
                if text in table:
                    yield doc[at].idx, doc[at].idx + len(text), *table[text]
                    step = end - at
                    break
        at += step


def _entity(entity: Span, names: Names, language: str) -> Iterator[Mention]:
    """An entity as mentions: without article, possessive and honorific; a state's name at a person's front stands by itself."""
    start, end = entity.start, entity.end
    while end - 1 > start and entity.doc[end - 1].text in ("'s", "’s", "'", "’", "(", ","):
        end -= 1
    while start < end - 1 and entity.doc[start].lower_ in ("the", "a", "an"):
        start += 1
    if entity.label_ == "PERSON":
        start, states = _unled(entity.doc[start:end], language)
        for low, high, state, how in states:
            yield Mention(low, high, entity.doc.text[low:high], state.title, "GPE", how)
    span = entity.doc[start:end]
    text = re.sub(r"['’]s?$", "", span.text)
    if text:
        name, how = _named(text, entity.label_, names, language)
        yield Mention(span.start_char, span.start_char + len(text), text, name, entity.label_, how)


def _unled(span: Span, language: str) -> tuple[int, list[tuple[int, int, State, str]]]:
    """Where a person's name begins, after states and honorifics, with the states."""
    honorifics = words(language).HONORIFICS
    led = [item for item in _gazetteer(span, language) if item[3] == "state" and item[1] < span.end_char]
    start = next((token.i for token in span if led and token.idx >= led[-1][1]), span.start)
    while start < span.end - 1 and span.doc[start].lower_.rstrip(".") in honorifics | {""}:
        start += 1
    return start, led


def _named(text: str, label: str, names: Names, language: str) -> tuple[str, str]:
    """The title that an entity's words mean, and how it is known."""
    w = words(language)
    plain = bare(text)
    table, _ = _tables(language)
    if plain in names.linked and (plain not in w.CAPITALS or names.linked[plain] == names.title):
        return names.linked[plain], "repeat"
    if plain in table and not (label == "PERSON" and plain in names.surnames):
        state, how = table[plain]
        return state.title, how if how != "state" else "ner"
    if label in ("PERSON", "ORG") and " " not in plain and plain in names.surnames:
        return names.surnames[plain], "repeat"
    return w.STATES[plain].title if plain in w.STATES else plain, "ner"


def _label(doc: Doc, start: int, end: int) -> str | None:
    return next((entity.label_ for entity in doc.ents if entity.start_char < end and start < entity.end_char), None)


def annotate(doc: Doc, language: str = "en") -> Doc:
    """Set `doc.spans["actors"]` for a text that stands alone, without links and an article around it."""
    spans = []
    for mention in mentions(doc, (), Names({}), language):
        span = doc.char_span(
            mention.start, mention.end, label=mention.type, kb_id=mention.name, alignment_mode="expand"
        )
        spans += [span] if span is not None else []
    doc.spans["actors"] = SpanGroup(doc, name="actors", spans=spans)
    return doc
