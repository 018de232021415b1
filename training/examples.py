"""Examples for the classifiers, from labelled stretches and from answered candidates. Features are the extractor's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from labels import Candidate, Row
from spacy.tokens import Token

from extractor.evaluate.align import norm, overlap
from extractor.extract import Unit, plan, read, units
from extractor.pipeline import bounding, kinds, roles
from extractor.pipeline.dates import article_dates
from extractor.pipeline.events import pairs
from extractor.pipeline.language import Understand
from extractor.pipeline.own_names import names_of
from extractor.records import Block, Revision, Timex
from extractor.wikitext import parse

HEADS = ("triggers", "kinds", "roles")


@dataclass
class Examples:
    """Features, classes and the article of each example."""

    features: list[list[str]] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)

    def add(self, features: list[str], label: str, group: str) -> None:
        """One more example."""
        self.features.append(features)
        self.classes.append(label)
        self.groups.append(group)


@dataclass(frozen=True)
class Read:
    """A dated unit of an article with its block."""

    slug: str
    block: Block
    unit: Unit

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the unit's text stands in the wikitext."""
        return self.block.source(start + self.unit.start, end + self.unit.start)

    def word(self, token: Token) -> tuple[int, int]:
        """Where a token stands in the wikitext."""
        return self.place(token.idx, token.idx + len(token))


def examples(
    stretches: Iterable[list[Row]], candidates: dict[str, list[Candidate]], revisions: dict[str, Revision], understand: Understand
) -> dict[str, Examples]:  # fmt: skip
    """Examples for each classifier. stretches: gold rows, the first of each the stretch; candidates: by article."""
    out = {name: Examples() for name in HEADS}
    by_slug: dict[str, list[list[Row]]] = {}
    for rows in stretches:
        by_slug.setdefault(rows[0]["article"], []).append(rows)
    for slug in sorted({*by_slug, *candidates}):
        labelled = [(rows[0]["range"], rows[1:]) for rows in by_slug.get(slug, [])]
        places = [place for place, _ in labelled] + [one.trigger for one in candidates.get(slug, [])]
        for one in _read(revisions[slug], places, understand):
            for place, rows in labelled:
                _from_stretch(out, one, place, rows)
            _from_candidates(out, one, candidates.get(slug, []))
    return out


def _read(revision: Revision, places: list[Any], understand: Understand) -> Iterator[Read]:
    """The dated units of the blocks in which something is labelled."""
    article = parse(revision)
    names = names_of(article)
    for block, dated in zip(article.blocks, article_dates(article), strict=True):
        if dated.timexes and any(low < block.end and block.start < high for low, high in places):
            planned = plan(block, list(dated.timexes), names)
            for unit in units(planned, read([planned], understand), names):
                yield Read(revision.slug, block, unit)


def _from_stretch(out: dict[str, Examples], one: Read, stretch: tuple[int, int], rows: list[Row]) -> None:
    labels = [row for row in rows if not row.get("skip") and not row.get("repeat")]
    neutral = [(row["start"], row["end"]) for row in rows if row.get("skip") or row.get("repeat")]
    low, high = stretch
    for timex, token, _, given in pairs(one.unit.doc, one.unit.timexes, one.unit.setting):
        date, word = one.place(timex.start, timex.end), one.word(token)
        if not low <= word[0] < high:
            continue
        mine = [
            row
            for row in labels
            if row.get("date_start") is not None and overlap(date, (row["date_start"], row["date_end"]))
        ]
        best = [
            row
            for row in mine
            if row["triggers"] and overlap(word, (row["triggers"][0]["start"], row["triggers"][0]["end"]))
        ]
        same = [row for row in mine if any(overlap(word, (part["start"], part["end"])) for part in row["triggers"])]
        undated = any(
            row.get("date_start") is None
            and any(overlap(word, (part["start"], part["end"])) for part in row["triggers"])
            for row in labels
        )
        if best:
            out["triggers"].add(given, "yes", one.slug)
            out["kinds"].add(kinds.features(token, one.unit.mentions, one.unit.setting), best[0]["kind"], one.slug)
            _labelled_roles(out["roles"], one, best[0], token)
        elif not same and not undated and not any(overlap(word, place) for place in neutral):
            out["triggers"].add(given, "no", one.slug)


def _labelled_roles(out: Examples, one: Read, row: Row, token: Token) -> None:
    unit, kind = one.unit, row["kind"]
    left = {norm(actor["name"]): actor for actor in row["actors"]}
    named: list[str] = []
    for mention, root in roles.near(unit.doc, token, unit.mentions):
        given = roles.features(token, root, mention, kind, unit.setting)
        place = one.place(mention.start, mention.end)
        both = unit.sides if mention.type == "SIDES" else (mention.name,)
        hits = [
            actor
            for actor in row["actors"]
            if norm(actor["name"]) in map(norm, both) or (norm(actor.get("surface")) == norm(mention.text))
        ]
        here = [
            actor for actor in hits if actor.get("start") is not None and overlap(place, (actor["start"], actor["end"]))
        ]
        if here or (hits and mention.type == "SIDES"):
            out.add(given, (here or hits)[0]["role"], one.slug)
            named += both
        elif not hits:
            out.add(given, roles.NONE, one.slug)
    for index, side in enumerate(unit.sides):
        if side not in named:
            actor = left.get(norm(side))
            given = roles.implicit(token, kind, index, unit.sides, unit.mentions, tuple(named), unit.setting)
            if actor is None or not actor.get("surface"):
                out.add(given, actor["role"] if actor else roles.NONE, one.slug)


def _from_candidates(out: dict[str, Examples], one: Read, candidates: list[Candidate]) -> None:
    unit = one.unit
    known = {(answer.trigger, answer.date): answer for answer in candidates}
    if not any(one.block.start <= trigger[0] < one.block.end for trigger, _ in known):
        return
    for timex, token, _, given in pairs(unit.doc, unit.timexes, unit.setting):
        answer = known.get((one.word(token), one.place(timex.start, timex.end)))
        if answer is None or answer.answer == "same" or (answer.answer == "no" and _turned(unit, timex, token)):
            continue
        out["triggers"].add(given, "no" if answer.answer == "no" else "yes", one.slug)
        if answer.answer != "no":
            out["kinds"].add(kinds.features(token, unit.mentions, unit.setting), answer.answer, one.slug)
            _answered_roles(out["roles"], one, answer, token)


def _turned(unit: Unit, timex: Timex, token: Token) -> bool:
    """Whether the date means something else for this word than it says: the answer was about what it says."""
    span = unit.doc.char_span(timex.start, timex.end, alignment_mode="expand")
    return span is not None and bounding.for_act(timex, span, token) != timex


def _answered_roles(out: Examples, one: Read, answer: Candidate, token: Token) -> None:
    unit, kind = one.unit, answer.answer
    named: list[str] = []
    places = Counter((mention.start, mention.end) for mention in unit.mentions)
    for mention, root in roles.near(unit.doc, token, unit.mentions):
        if places[mention.start, mention.end] > 1:
            continue  # "both countries" named nobody when the answers were given
        role = answer.parts.get(one.place(mention.start, mention.end), roles.NONE)
        out.add(roles.features(token, root, mention, kind, unit.setting), role, one.slug)
        if role != roles.NONE:
            named += unit.sides if mention.type == "SIDES" else (mention.name,)
    for index, side in enumerate(unit.sides):
        if side not in named:
            given = roles.implicit(token, kind, index, unit.sides, unit.mentions, tuple(named), unit.setting)
            out.add(given, answer.sides.get(side, roles.NONE), one.slug)
