"""Time expressions of an article, read together, and on a Doc: spans with plain strings, so that a Doc still travels."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, MutableMapping
from dataclasses import dataclass
from itertools import groupby

from spacy.tokens import Doc, Span, SpanGroup

from extractor.records import Article, Block, Section, Timex
from extractor.timex import Reading, find, find_all, passage
from extractor.timex.calendar import Point
from extractor.timex.story import Passage

EXTENSIONS = {
    "edtf": "edtf", "timex": "value", "mod": "mod", "earliest": "earliest", "latest": "latest", "precision": "precision",
    "derived": "derived", "bound": "bound", "basis": "basis",
}  # fmt: skip
for _name in EXTENSIONS:
    if not Span.has_extension(_name):
        Span.set_extension(_name, default=None)


@dataclass(frozen=True, slots=True)
class BlockDates:
    """Time expressions of one block, places in its text, and the places of impossible dates; a basis has its place in the wikitext."""

    timexes: tuple[Timex, ...] = ()
    impossible: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Where a passage comes from: a unit of a block, or a heading. key: of a block that hangs on itself alone."""

    start: int
    block: int | None
    section: Section | None = None
    key: bytes | None = None


Rows = MutableMapping[bytes, list[Reading]]  # how the units of a row, field or caption read, by what it says


def article_dates(article: Article, language: str = "en", known: Rows | None = None) -> list[BlockDates]:
    """The dates of every block of an article, in the order of its blocks; blocks set apart from the telling have none.

    All are read together, so that a month's year comes from its paragraph, the ones before it, or its section's heading. What
    stands in a row, field or caption dates itself only: it takes no date from the story but from its column or heading. So under
    a heading without a date it hangs on itself alone, and is looked up in `known`, which takes what isn't there.
    """
    known = {} if known is None else known
    stretches, passages = [], []
    for stretch, one in _passages(article, language, known):
        stretches.append(stretch)
        passages.append(one)
    out: list[BlockDates] = [BlockDates()] * len(article.blocks)
    readings = find_all(passages, language)
    _recall(stretches, readings, known)
    for stretch, reading in zip(stretches, readings, strict=True):
        if stretch.block is not None and (reading.timexes or reading.impossible):
            before = out[stretch.block]
            found = _placed(article, reading, stretch.start, stretches)
            places = tuple((low + stretch.start, high + stretch.start) for low, high in reading.impossible)
            out[stretch.block] = BlockDates((*before.timexes, *found), (*before.impossible, *places))
    return out


def _recall(stretches: list[_Stretch], readings: list[Reading], known: Rows) -> None:
    """Put what is known of blocks in the place of their silent readings, and take note of the others that may be known."""
    for key, group in groupby(range(len(stretches)), lambda at: (stretches[at].block, stretches[at].key)):
        if key[1] is not None:
            first, *rest = group
            stop = first + 1 + len(rest)
            if key[1] not in known:
                known[key[1]] = [_based(one, -first) for one in readings[first:stop]]
            readings[first:stop] = [_based(one, first) for one in known[key[1]]]


def _based(reading: Reading, by: int) -> Reading:
    if reading.bases.count(None) == len(reading.bases):
        return reading
    return Reading(reading.timexes, [None if base is None else base + by for base in reading.bases], reading.impossible)


def _passages(article: Article, language: str, known: Rows) -> Iterator[tuple[_Stretch, Passage]]:
    """Headings and units of blocks in reading order; a unit that is known is a silent one."""
    sections, heading, silent = list(article.sections), passage("", "heading", language), passage("", "alone", language)
    for number, block in enumerate(article.blocks):
        while sections and sections[0].start <= block.start:
            section = sections.pop(0)
            heading = passage(section.heading, "heading", language)
            yield _Stretch(0, None, section), heading
        if block.aside:
            continue
        alone = bool(block.cells) or block.kind == "caption"
        key = _key(block, language) if alone and not heading.expressions else None
        for start, end in block.units():
            if key is not None and key in known:
                yield _Stretch(start, number, key=key), silent
                continue
            given = _column(block, start, language) if alone else None
            role = "alone" if alone else "prose"
            yield _Stretch(start, number, key=key), passage(block.text[start:end], role, language, given, number)


def _key(block: Block, language: str) -> bytes:
    """All that the dates of a row, field or caption hang on."""
    said = repr((language, block.kind, block.text, [(cell.start, cell.end, cell.column) for cell in block.cells]))
    return hashlib.blake2b(said.encode(), digest_size=16).digest()


def _column(block: Block, at: int, language: str) -> Point | None:
    """The date that the heading of the cell's column names."""
    column = next((cell.column for cell in block.cells if cell.start <= at < cell.end), "")
    if not any(char.isdigit() for char in column):
        return None
    items = passage(column, "alone", language).expressions
    return next((item.point for item in items if item.dated and not item.impossible), None)


def _placed(article: Article, reading: Reading, start: int, stretches: list[_Stretch]) -> Iterator[Timex]:
    """A unit's expressions with places in its block, and of each basis the place in the wikitext."""
    for item, base in zip(reading.timexes, reading.bases, strict=True):
        low, high = _source(article, item, stretches[base]) if base is not None else (None, None)
        if start or item.basis_start != low or item.basis_end != high:
            yield Timex(
                item.start + start, item.end + start, item.text, item.type, item.value, item.edtf, item.mod, item.earliest, item.latest,
                item.precision, item.derived, item.bound, item.basis, low, high, item.interval,
            )  # fmt: skip
        else:
            yield item


def _source(article: Article, item: Timex, stretch: _Stretch) -> tuple[int, int]:
    """Place in the wikitext of an expression's basis."""
    low, high = item.basis_start or 0, item.basis_end or 0
    if stretch.block is not None:
        return article.blocks[stretch.block].source(low + stretch.start, high + stretch.start)
    section = stretch.section
    if section is None:
        return 0, 0
    at = article.revision.text.find(item.basis, section.start, section.end)
    return (at, at + len(item.basis)) if at >= 0 else (section.start, section.end)


def annotate(doc: Doc, timexes: Iterable[Timex] | None = None, language: str = "en") -> Doc:
    """Set `doc.spans["timexes"]`; found here, or given by one who knows the article around this text."""
    group = []
    for timex in find(doc.text, language).timexes if timexes is None else timexes:
        span = doc.char_span(timex.start, timex.end, label=timex.type, alignment_mode="expand")
        if span is None:
            continue
        for name, field in EXTENSIONS.items():
            span._.set(name, getattr(timex, field))
        group.append(span)
    doc.spans["timexes"] = SpanGroup(doc, name="timexes", spans=group)
    return doc
