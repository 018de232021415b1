"""The hall: Revision → Extraction. Composes the rooms below and decides nothing; pure, without clock, disk or network."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from extractor import pipeline, timex
from extractor.lang import words
from extractor.pipeline import actors, citations, events, layout
from extractor.pipeline.names import linked
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


def extract(revision: Revision, nlp: Language | None = None) -> Extraction:
    """Extract the dated events of one revision.

    nlp: a pipeline from `load()`; None loads the shipped one, which for many revisions is better done once.
    """
    nlp = nlp or pipeline.load()
    article = parse(revision, LANGUAGE)
    names = actors.names_of(article, LANGUAGE)
    found: list[Event] = []
    dates: list[DateMention] = []
    findings = list(article.findings)
    anchor: timex.Anchor | None = None
    for block in article.blocks:
        if block.aside:
            continue
        timexes, impossible, anchor = block_dates(block, anchor)
        findings += [_impossible(block, place) for place in impossible]
        told = list(_told(block, timexes, nlp, names)) if timexes else []
        own = [_event(article, block, event) for event in told]
        found += own
        dates += [_mention(article, block, expression, own) for expression in timexes]
    if article.redirect is None and not dates:
        findings.append(Finding("no_date", "no time expression found", 0, len(revision.text)))
    return Extraction(article, tuple(_numbered(found)), tuple(dates), tuple(findings))


def extract_many(revisions: Iterable[Revision], nlp: Language | None = None) -> Iterator[Extraction]:
    """`extract` for each revision in turn, one model for all."""
    nlp = nlp or pipeline.load()
    for revision in revisions:
        yield extract(revision, nlp)


def block_dates(
    block: Block, anchor: timex.Anchor | None
) -> tuple[list[Timex], list[tuple[int, int]], timex.Anchor | None]:
    """Time expressions of a block, unit by unit, and the anchor that the next block inherits.

    What stands in a table, field or caption dates itself only: it neither takes the narrative's anchor nor moves it.
    """
    inside = anchor if not block.cells and block.kind != "caption" else None
    out: list[Timex] = []
    impossible: list[tuple[int, int]] = []
    for start, end in block.units():
        found = timex.find(block.text[start:end], inside, LANGUAGE)
        out += [replace(item, start=item.start + start, end=item.end + start) for item in found.timexes]
        impossible += [(low + start, high + start) for low, high in found.impossible]
        inside = found.anchor
    return out, impossible, anchor if block.cells or block.kind == "caption" else inside


def _told(block: Block, timexes: list[Timex], nlp: Language, names: actors.Names) -> Iterator[events.Told]:
    """Events of one block: by layout where it has cells, and by what its prose says."""
    by_layout: list[events.Told] = []
    if block.kind == "table_row":
        by_layout = layout.row_events(block, timexes, names, LANGUAGE)
    elif block.kind == "infobox_field":
        by_layout = layout.field_events(block, timexes, names.title, LANGUAGE)
    yield from by_layout
    taken = {event.timex.start for event in by_layout}
    for start, end in block.units():
        dated = [
            replace(item, start=item.start - start, end=item.end - start)
            for item in timexes
            if start <= item.start < end and item.start not in taken
        ]
        if not dated or block.kind == "infobox_field":
            continue
        doc = understand(block.text[start:end], nlp)
        links = [
            Link(link.start - start, link.end - start, link.target, link.flag)
            for link in block.links
            if start <= link.start and link.end <= end
        ]
        doc = linked(doc, links, LANGUAGE)
        mentions = actors.mentions(doc, links, names, LANGUAGE)
        prose = events.told(doc, dated, mentions, names.sides, LANGUAGE)
        if block.kind == "caption" and not prose:
            prose = layout.caption_events(doc.text, dated, mentions, LANGUAGE)
        for event in prose:
            yield _moved(event, start)


def understand(text: str, nlp: Language) -> Doc:
    """The costly step: one unit's text alone, no context, so that its result can be kept and used again."""
    return nlp(text)


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
    low, high = told.sentence
    sentence = block.source(low, high)
    trigger = None
    if told.trigger:
        start, end = block.source(told.trigger[0], told.trigger[1])
        trigger = Trigger(block.text[told.trigger[0] : told.trigger[1]], told.trigger[2], start, end)
    after = max(told.timex.end, told.trigger[1] if told.trigger else 0)
    return Event(
        id="",
        article=ArticleId(revision.slug, revision.title, revision.wiki, revision.page_id, revision.revision_id, revision.permalink, revision.qid),
        section=block.path, block=block.kind, sentence=Place(block.text[low:high], *sentence), trigger=trigger, kind=told.kind, plover=plover, cameo=cameo,
        date=_date(block, told.timex), actors=tuple(_actor(block, part) for part in told.parts),
        citations=citations.citations(block, after, told.sentence), realis=told.realis, confidence=told.confidence, rule=told.rule,
    )  # fmt: skip


def _date(block: Block, item: Timex) -> EventDate:
    start, end = block.source(item.start, item.end)
    edtf = calendar.bounded(item.edtf, item.bound)
    earliest, latest = calendar.bounds(edtf)
    return EventDate(
        item.text, start, end, edtf, item.value, item.mod, earliest, latest, calendar.precision(edtf), item.derived
    )


def _actor(block: Block, part: events.Part) -> Actor:
    if part.mention is None:
        return Actor("", part.name, part.role, part.type, None, part.code)
    start, end = block.source(part.mention.start, part.mention.end)
    return Actor(part.mention.text, part.name, part.role, part.type, None, part.code, start, end)


def _mention(article: Article, block: Block, item: Timex, own: list[Event]) -> DateMention:
    start, end = block.source(item.start, item.end)
    dated = any(event.date.start == start and event.date.end == end for event in own)
    return DateMention(
        article.revision.slug, start, end, item.text, item.type, item.value, item.mod, item.edtf, item.earliest, item.latest, item.precision,
        item.derived, dated,
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
