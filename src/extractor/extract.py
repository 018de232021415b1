"""The hall: Revision → Extraction. Composes the rooms below and decides nothing; pure, without clock, disk or network."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from dataclasses import dataclass, field, replace

import msgspec
from spacy.language import Language
from spacy.tokens import Doc

from extractor import pipeline
from extractor.pipeline import actors, dates, events, layout, record, twice
from extractor.pipeline.language import Understand, reader
from extractor.pipeline.lexicon import Setting
from extractor.pipeline.mention import Mention
from extractor.pipeline.missions import missions
from extractor.pipeline.names import linked
from extractor.pipeline.narrowing import narrowing
from extractor.pipeline.own_names import Names, names_of
from extractor.pipeline.shares import shared_out
from extractor.records import Article, Block, DateMention, Event, Extraction, Finding, Link, Revision, Timex
from extractor.wikitext import parse

LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Memory:
    """What was read before, by all that its reading depends on: the dates of rows, the events of blocks. It takes what is new.

    keys: the key of a block's events by a key that is sooner made: one of the block and all names of its article.
    """

    rows: dates.Rows = field(default_factory=dict)
    told: MutableMapping[bytes, list[events.Told]] = field(default_factory=dict)
    keys: MutableMapping[bytes, bytes] = field(default_factory=dict)


def extract(
    revision: Revision, nlp: Language | None = None, *, understand: Understand | None = None,
    reading: Callable[[Revision], Article] | None = None, memory: Memory | None = None,
) -> Extraction:  # fmt: skip
    """Extract the dated events of one revision.

    nlp: a pipeline from `load()`; None loads the shipped one, which for many revisions is better done once. The rest spares
    work and never changes the result. understand: what reads texts in nlp's stead, one Doc for each, such as a cache before
    it. reading: what reads the wikitext in `parse`'s stead. memory: what was read before.
    """
    if understand is None:
        understand = reader(nlp or pipeline.load())
    memory = memory or Memory()
    article = reading(revision) if reading else parse(revision, LANGUAGE)
    names = names_of(article, LANGUAGE)
    findings = list(article.findings)
    dated: list[tuple[Block, list[Timex]]] = []
    for block, found_dates in zip(article.blocks, dates.article_dates(article, LANGUAGE, memory.rows), strict=True):
        findings += [record.impossible(block, place) for place in found_dates.impossible]
        dated += [(block, list(found_dates.timexes))] if found_dates.timexes else []
    known_as, number = record.known_as(revision), record.numbering()
    found: list[Event] = []
    mentions: list[DateMention] = []
    for (block, timexes), said in zip(dated, _said(dated, names, understand, memory), strict=True):
        own = [record.event(known_as, block, event, number) for event in said]
        found += own
        mentions += [record.mention(revision.slug, block, expression, own) for expression in timexes]
    if article.redirect is None and not mentions:
        findings.append(Finding("no_date", "no time expression found", 0, len(revision.text)))
    return Extraction(article, tuple(found), tuple(mentions), tuple(findings))


def _said(
    dated: list[tuple[Block, list[Timex]]], names: Names, understand: Understand, memory: Memory
) -> Iterator[list[events.Told]]:
    """What each dated block tells. It is read without its places and under the names that can matter in it, so nothing else can count."""
    within, all_names = narrowing(names), _digest(names)
    keys: list[bytes] = []
    fresh: dict[bytes, tuple[Plan, Names]] = {}
    for block, timexes in dated:
        bare = _placeless(block), [_baseless(item) for item in timexes]
        under_all = _digest((all_names, *bare))
        if under_all not in memory.keys or not (
            memory.keys[under_all] in memory.told or memory.keys[under_all] in fresh
        ):
            named = within(block.text)
            key = memory.keys[under_all] = _digest((*bare, named))
            if key not in memory.told and key not in fresh:
                fresh[key] = plan(*bare, named), named
        keys.append(memory.keys[under_all])
    docs = read((planned for planned, _ in fresh.values()), understand)
    for key, (planned, named) in fresh.items():
        memory.told[key] = twice.merged(_told(planned, docs, named))
    return (memory.told[key] for key in keys)


def _placeless(block: Block) -> Block:
    return replace(block, segments=(), start=0, end=0, marks=(), heading_marks=(), uncited=(), table=None)


def _baseless(item: Timex) -> Timex:
    return item if item.basis_start is None else replace(item, basis_start=None, basis_end=None)


def _digest(what: object) -> bytes:
    return hashlib.blake2b(msgspec.msgpack.encode(what), digest_size=16).digest()


def extract_many(revisions: Iterable[Revision], nlp: Language | None = None) -> Iterator[Extraction]:
    """`extract` for each revision in turn, one model for all."""
    understand = reader(nlp or pipeline.load())
    for revision in revisions:
        yield extract(revision, understand=understand)


@dataclass(frozen=True)
class Plan:
    """A block with its time expressions: the events its layout tells, the expressions left for the model, the units that hold them."""

    block: Block
    timexes: list[Timex]
    by_layout: list[events.Told]
    left: list[Timex]
    stretches: list[tuple[int, int]]


def plan(block: Block, timexes: list[Timex], names: Names) -> Plan:
    """What layout tells and what the model must read of a block that holds `timexes`."""
    by_layout: list[events.Told] = []
    dated = [item for item in timexes if item.dated]
    if block.kind == "table_row":
        by_layout = layout.row_events(block, dated, names, LANGUAGE)
    elif block.kind == "list_item":
        by_layout = layout.item_events(block, dated, names, LANGUAGE)
    elif block.kind == "infobox_field":
        return Plan(block, timexes, layout.field_events(block, dated, names, LANGUAGE), [], [])
    taken = {event.timex.start for event in by_layout}
    left = [item for item in dated if item.start not in taken]
    stretches = [(start, end) for start, end in block.units() if any(start <= item.start < end for item in left)]
    if block.kind == "table_row":
        stretches = [layout.beside(block, stretch, dated, LANGUAGE) for stretch in stretches]
    return Plan(block, timexes, by_layout, left, stretches)


def read(plans: Iterable[Plan], understand: Understand) -> dict[str, Doc]:
    """The costly step, once an article: each unit's text → its Doc, known by the text alone, so that it can be kept and used again."""
    texts = list(dict.fromkeys(_line(item.block, *stretch) for item in plans for stretch in item.stretches))
    return dict(zip(texts, understand(texts), strict=True))


def _line(block: Block, start: int, end: int) -> str:
    """A stretch of a block as one line: what parts cells is a blank."""
    return block.text[start:end].replace("\t", " ")


def _told(planned: Plan, docs: dict[str, Doc], names: Names) -> Iterator[events.Told]:
    """Events of one block: by layout where it has cells, and by what its prose says."""
    yield from planned.by_layout
    for unit in units(planned, docs, names):
        found = events.told(unit.doc, unit.timexes, unit.mentions, unit.sides, unit.setting, LANGUAGE)
        prose = shared_out(found, unit.mentions)
        prose = missions(unit.doc.text, unit.timexes, unit.mentions, prose, LANGUAGE)
        prose = layout.spoken(
            planned.block, unit.start, unit.doc.text, unit.timexes, unit.mentions, unit.sides, names, prose, LANGUAGE
        )
        for event in prose:
            yield _moved(event, unit.start)


@dataclass(frozen=True)
class Unit:
    """A dated unit of a block as the model reads it; places count in the unit's text, which starts at `start` in the block's."""

    start: int
    doc: Doc
    timexes: list[Timex]
    mentions: list[Mention]
    sides: tuple[str, ...]
    setting: Setting


def units(planned: Plan, docs: dict[str, Doc], names: Names) -> Iterator[Unit]:
    """The units of a planned block, with whom they name and where they stand."""
    block = planned.block
    sides = layout.sides(block, names, LANGUAGE)
    for start, end in planned.stretches:
        dated = [
            replace(item, start=item.start - start, end=item.end - start)
            for item in planned.left
            if start <= item.start < end
        ]
        doc = docs[_line(block, start, end)]
        links = [
            Link(link.start - start, link.end - start, link.target, link.flag)
            for link in block.links
            if start <= link.start and link.end <= end
        ]
        doc = linked(doc, links, LANGUAGE)
        mentions = actors.mentions(doc, links, replace(names, sides=sides), LANGUAGE)
        column = next((cell.column for cell in block.cells if cell.start <= start < cell.end), "")
        whom = sides or ((names.subject[0],) if names.subject else ())
        yield Unit(start, doc, dated, mentions, whom, Setting(block.kind, block.path, column, names.about))


def _moved(event: events.Told, by: int) -> events.Told:
    parts = tuple(
        replace(part, mention=replace(part.mention, start=part.mention.start + by, end=part.mention.end + by))
        if part.mention
        else part
        for part in event.parts
    )
    trigger = (event.trigger[0] + by, event.trigger[1] + by, event.trigger[2]) if event.trigger else None
    moved = replace(event.timex, start=event.timex.start + by, end=event.timex.end + by)
    return replace(
        event, timex=moved, sentence=(event.sentence[0] + by, event.sentence[1] + by), trigger=trigger, parts=parts
    )
