"""The hall: Revision → Extraction. Composes the rooms below and decides nothing; pure, without clock, disk or network."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from dataclasses import dataclass, field, replace

import msgspec
from spacy.language import Language
from spacy.tokens import Doc

from extractor import pipeline
from extractor.lang import words
from extractor.pipeline import actors, citations, confidence, dates, events, kinds, layout, roles, twice
from extractor.pipeline.language import Understand, reader
from extractor.pipeline.mention import Mention
from extractor.pipeline.missions import missions
from extractor.pipeline.names import linked
from extractor.pipeline.narrowing import narrowing
from extractor.pipeline.own_names import Names, names_of
from extractor.records import (
    Actor,
    Article,
    ArticleId,
    Block,
    DateMention,
    Event,
    EventDate,
    Extraction,
    Finding,
    Link,
    Place,
    Revision,
    Timex,
    Trigger,
)  # fmt: skip
from extractor.timex import calendar
from extractor.wikitext import parse

LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Memory:
    """What was read before, by all that its reading depends on: the dates of rows, the events of blocks. It takes what is new."""

    rows: dates.Rows = field(default_factory=dict)
    told: MutableMapping[bytes, list[events.Told]] = field(default_factory=dict)


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
        findings += [_impossible(block, place) for place in found_dates.impossible]
        dated += [(block, list(found_dates.timexes))] if found_dates.timexes else []
    found: list[Event] = []
    mentions: list[DateMention] = []
    for (block, timexes), said in zip(dated, _said(dated, names, understand, memory.told), strict=True):
        own = [_event(article, block, event) for event in said]
        found += own
        mentions += [_mention(article, block, expression, own) for expression in timexes]
    if article.redirect is None and not mentions:
        findings.append(Finding("no_date", "no time expression found", 0, len(revision.text)))
    return Extraction(article, tuple(_numbered(found)), tuple(mentions), tuple(findings))


def _said(
    dated: list[tuple[Block, list[Timex]]],
    names: Names,
    understand: Understand,
    memory: MutableMapping[bytes, list[events.Told]],
) -> Iterator[list[events.Told]]:
    """What each dated block tells. It is read without its places and under the names that can matter in it, so nothing else can count."""
    within = narrowing(names)
    bare = [
        (_placeless(block), [replace(item, basis_start=None, basis_end=None) for item in timexes], within(block.text))
        for block, timexes in dated
    ]
    keys = [_digest(item) for item in bare]
    fresh = {
        key: (plan(block, timexes, named), named)
        for key, (block, timexes, named) in zip(keys, bare, strict=True)
        if key not in memory
    }
    docs = read((planned for planned, _ in fresh.values()), understand)
    for key, (planned, named) in fresh.items():
        memory[key] = twice.merged(_told(planned, docs, named))
    return (memory[key] for key in keys)


def _placeless(block: Block) -> Block:
    return replace(block, segments=(), start=0, end=0, marks=(), heading_marks=(), uncited=(), table=None)


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
        prose = events.told(unit.doc, unit.timexes, unit.mentions, unit.sides, unit.setting, LANGUAGE)
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
    setting: kinds.Setting


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
        yield Unit(start, doc, dated, mentions, whom, kinds.Setting(block.kind, block.path, column, names.about))


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


def _event(article: Article, block: Block, told: events.Told) -> Event:
    """A told event as a record: places moved into the wikitext, date bounded, references tied."""
    revision = article.revision
    plover, cameo = words(LANGUAGE).KINDS[told.kind]
    said = block.text[slice(*told.sentence)]
    low = told.sentence[0] + len(said) - len(said.lstrip())
    high = low + len(said.strip())
    sentence = block.source(low, high)
    trigger = None
    if told.trigger:
        start, end = block.source(told.trigger[0], told.trigger[1])
        trigger = Trigger(block.text[told.trigger[0] : told.trigger[1]], told.trigger[2], start, end)
    date = _date(block, told.timex)
    after = max(told.timex.end, told.trigger[1] if told.trigger else 0)
    return Event(
        id="",
        article=ArticleId(revision.slug, revision.title, revision.wiki, revision.page_id, revision.revision_id, revision.permalink, revision.qid),
        section=block.path, block=block.kind, sentence=Place(layout.shown(block, low, high), *sentence), trigger=trigger, kind=told.kind, plover=plover, cameo=cameo,
        date=date, actors=tuple(_actor(block, part, date) for part in told.parts),
        field=_field(block, told.timex.start),
        citations=citations.citations(block, after, told.sentence), realis=told.realis, confidence=confidence.calibrated(told.rule, told.confidence), rule=told.rule,
        also=tuple(Place(layout.shown(block, start, end), *block.source(start, end)) for start, end in told.also),
    )  # fmt: skip


def _field(block: Block, at: int) -> str:
    """The heading of the column, or the infobox field's name, that a place of a block stands under."""
    column = next((cell.column for cell in block.cells if cell.start <= at < cell.end), "")
    return " ".join(column.split())


def _date(block: Block, item: Timex) -> EventDate:
    start, end = block.source(item.start, item.end)
    edtf = calendar.bounded(item.edtf, item.bound)
    earliest, latest = calendar.bounds(edtf)
    return EventDate(
        item.text, start, end, edtf, item.value, item.mod, earliest, latest, calendar.precision(edtf), item.derived
    )


def _actor(block: Block, part: roles.Part, date: EventDate) -> Actor:
    """A part as a record, with the ids that the table of states has for its name; its ISO code as of the event's date."""
    state = words(LANGUAGE).STATES.get(part.name)
    day = date.latest or date.earliest
    year = int(day[: day.index("-", 1)]) if day else None
    code, qid = (state.code_in(year), state.qid or None) if state else (None, None)
    if part.mention is None:
        return Actor("", part.name, part.role, part.type, qid, code)
    start, end = block.source(part.mention.start, part.mention.end)
    return Actor(part.mention.text, part.name, part.role, part.type, qid, code, start, end)


def _mention(article: Article, block: Block, item: Timex, own: list[Event]) -> DateMention:
    start, end = block.source(item.start, item.end)
    dated = any(event.date.start == start and event.date.end == end for event in own)
    return DateMention(
        article.revision.slug, start, end, item.text, item.type, item.value, item.mod, item.edtf, item.earliest, item.latest, item.precision,
        item.derived, dated, item.basis, item.basis_start, item.basis_end,
    )  # fmt: skip


def _impossible(block: Block, place: tuple[int, int]) -> Finding:
    return Finding("impossible_date", f"{block.text[slice(*place)]!r} is no day of the calendar", *block.source(*place))


def _numbered(found: list[Event]) -> Iterator[Event]:
    """Events with ids made of what they say, so that the same telling has the same id in every run; equal ones are counted."""
    seen: dict[str, int] = {}
    for event in found:
        said = "\x1f".join(
            (
                event.article.wiki,
                event.article.slug,
                event.trigger.text if event.trigger else "",
                event.date.edtf,
                event.kind,
                event.sentence.text,
            )
        )
        digest = hashlib.sha256(said.encode()).hexdigest()[:16]
        seen[digest] = seen.get(digest, 0) + 1
        yield replace(event, id=digest if seen[digest] == 1 else f"{digest}-{seen[digest]}")
