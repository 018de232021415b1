"""Who is named in a text: links first, then repeats of linked names, entities, states, demonyms and phrases for both sides.

A mention is known by the title of the Wikipedia article it means. What one block names another may repeat, so the article's
own names (`Names`) are gathered first, from its links; that is context, and cheap.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from types import ModuleType

from spacy.tokens import Doc, Span, SpanGroup, Token

from extractor.lang import words
from extractor.records import Article, Link

ACTOR_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_ARTICLE = re.compile(r"(?i)^(?:the|a|an)\s+")


@dataclass(frozen=True, slots=True)
class Mention:
    """An actor's name in a text: place, the title it means, its type, and by what it was known."""

    start: int
    end: int
    text: str
    name: str
    type: str
    code: str | None
    how: str


@dataclass(frozen=True, slots=True)
class Names:
    """An article's own names: surface → title, from its links; the sides that its title names; the title."""

    linked: dict[str, str]
    sides: tuple[str, ...]
    title: str = ""


def names_of(article: Article, language: str = "en") -> Names:
    """Gather the names that an article links, and whom its title is about."""
    linked: dict[str, str] = {}
    for block in article.blocks:
        for link in block.links:
            surface = block.text[link.start : link.end].strip()
            if link.target and surface[:1].isupper():
                linked.setdefault(surface, link.target)
                linked.setdefault(link.target, link.target)
    w = words(language)
    title = article.revision.title
    pair, one = re.match(w.TITLE_PAIR, title), re.match(w.TITLE_ONE, title)
    sides = tuple(state_title(side, language) for side in (pair["a"], pair["b"])) if pair else ()
    return Names(linked, sides or ((state_title(one["a"], language),) if one else ()), title)


def state_title(name: str, language: str = "en") -> str:
    """The article's title of a state named in any of its ways; another name as it stands."""
    state = words(language).STATES.get(name) or words(language).STATES.get(_ARTICLE.sub("", name))
    return state.title if state else name


def mentions(doc: Doc, links: Iterable[Link], names: Names, language: str = "en") -> list[Mention]:
    """Mentions of possible actors in `doc`, left to right, not overlapping. `links` count in the doc's text."""
    w = words(language)
    found: list[Mention] = []

    def add(start: int, end: int, name: str, kind: str, how: str) -> None:
        if start < end and not any(start < other.end and other.start < end for other in found):
            state = w.STATES.get(name)
            code = state.code or None if state else None
            found.append(
                Mention(
                    start, end, doc.text[start:end], state.title if state else name, "GPE" if state else kind, code, how
                )
            )

    for link in links:
        label = _label(doc, link.start, link.end)
        if link.flag or link.target in w.STATES or label in ACTOR_LABELS:
            add(link.start, link.end, link.target, label or "GPE", "link")
        elif label is None and link.target in names.sides:
            add(link.start, link.end, link.target, "GPE", "link")
    for entity in doc.ents:
        if entity.label_ in ACTOR_LABELS:
            _entity(entity, names, add, w)
    for token in doc:
        state = w.DEMONYMS.get(token.text) or (w.STATES.get(token.text) if token.text[:1].isupper() else None)
        if state:
            add(token.idx, token.idx + len(token), state.title, "NORP", "demonym")
    if names.sides:
        for phrase in w.BOTH:
            for match in re.finditer(rf"(?i)\b{re.escape(phrase)}\b", doc.text):
                if len(names.sides) > 1:
                    add(*match.span(), " and ".join(names.sides), "SIDES", "phrase")
    for token in doc:
        if token.lower_ in w.PRONOUNS and token.pos_ in ("PRON", "DET"):
            meant = _antecedent(token, found, names, w.PRONOUNS[token.lower_])
            if meant:
                add(token.idx, token.idx + len(token), meant[0], meant[1], "pronoun")
    return sorted(found, key=lambda mention: mention.start)


def _antecedent(token: Token, found: list[Mention], names: Names, types: tuple[str, ...]) -> tuple[str, str] | None:
    """Name and type of what a pronoun means: the nearest fitting name before its sentence's clause, else the article's subject."""
    before = [mention for mention in found if mention.end <= token.sent.start_char and mention.type in types]
    if before:
        # of the nearest sentence that has one, the first name: the likeliest topic
        nearest = token.doc.char_span(before[-1].start, before[-1].end, alignment_mode="expand")
        low = nearest.sent.start_char if nearest is not None else 0
        first = next(mention for mention in sorted(before, key=lambda mention: mention.start) if mention.start >= low)
        return first.name, first.type
    if len(names.sides) == 1:
        return (names.sides[0], "GPE") if "GPE" in types else None
    return None if names.sides else (names.title, types[0])


def _entity(entity: Span, names: Names, add: Callable[[int, int, str, str, str], None], w: ModuleType) -> None:
    text = entity.text
    start, end = entity.start_char, entity.end_char
    for suffix in ("'s", "’s"):
        if text.endswith(suffix):
            text, end = text[: -len(suffix)], end - len(suffix)
    bare = _ARTICLE.sub("", text)
    states, demonyms = w.STATES, w.DEMONYMS
    if bare in names.linked:
        name = names.linked[bare]
    elif bare in states:
        name = states[bare].title
    elif bare in demonyms:
        name = demonyms[bare].title
    elif entity.label_ == "PERSON":
        name = next((title for surface, title in names.linked.items() if surface.split()[-1] == bare), bare)
    else:
        name = bare
    add(start + len(text) - len(bare), end, name, entity.label_, "ner")


def _label(doc: Doc, start: int, end: int) -> str | None:
    return next((entity.label_ for entity in doc.ents if entity.start_char < end and start < entity.end_char), None)


def annotate(doc: Doc, language: str = "en") -> Doc:
    """Set `doc.spans["actors"]` for a text that stands alone, without links and an article around it."""
    spans = []
    for mention in mentions(doc, (), Names({}, ()), language):
        span = doc.char_span(
            mention.start, mention.end, label=mention.type, kb_id=mention.name, alignment_mode="expand"
        )
        spans += [span] if span is not None else []
    doc.spans["actors"] = SpanGroup(doc, name="actors", spans=spans)
    return doc
