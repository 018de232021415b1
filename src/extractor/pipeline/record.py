"""What was told as the records that leave: places in the wikitext, ids, codes, references, confidence."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from extractor.lang import words
from extractor.pipeline import confidence
from extractor.pipeline.citations import citations
from extractor.pipeline.events import Told
from extractor.pipeline.layout import shown
from extractor.pipeline.roles import Part
from extractor.records import (
    Actor,
    ArticleId,
    Block,
    DateMention,
    Event,
    EventDate,
    Finding,
    Place,
    Revision,
    Timex,
    Trigger,
)
from extractor.timex import calendar


def known_as(revision: Revision) -> ArticleId:
    """Which revision of which article an event is told by."""
    return ArticleId(
        revision.slug, revision.title, revision.wiki, revision.page_id, revision.revision_id, revision.permalink, revision.qid,
    )  # fmt: skip


def event(article: ArticleId, block: Block, told: Told, number: Callable[[str], str], language: str = "en") -> Event:
    """A told event as a record: places moved into the wikitext, date bounded, references tied. number: as `numbering` gives."""
    plover, cameo = words(language).KINDS[told.kind]
    said = block.text[slice(*told.sentence)]
    low = told.sentence[0] + len(said) - len(said.lstrip())
    high = low + len(said.strip())
    sentence = Place(shown(block, low, high), *block.source(low, high))
    trigger = None
    if told.trigger:
        start, end = block.source(told.trigger[0], told.trigger[1])
        trigger = Trigger(block.text[told.trigger[0] : told.trigger[1]], told.trigger[2], start, end)
    date = _date(block, told.timex)
    after = max(told.timex.end, told.trigger[1] if told.trigger else 0)
    saying = (article.wiki, article.slug, trigger.text if trigger else "", date.edtf, told.kind, sentence.text)
    return Event(
        id=number("\x1f".join(saying)), article=article,
        section=block.path, block=block.kind, sentence=sentence, trigger=trigger, kind=told.kind, plover=plover, cameo=cameo,
        date=date, actors=tuple(_actor(block, part, date, language) for part in told.parts),
        field=_field(block, told.timex.start),
        citations=citations(block, after, told.sentence), realis=told.realis, confidence=confidence.calibrated(told.rule, told.confidence), rule=told.rule,
        also=tuple(Place(shown(block, start, end), *block.source(start, end)) for start, end in told.also),
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


def _actor(block: Block, part: Part, date: EventDate, language: str) -> Actor:
    """A part as a record, with the ids that the table of states has for its name; its ISO code as of the event's date."""
    state = words(language).STATES.get(part.name)
    day = date.latest or date.earliest
    year = int(day[: day.index("-", 1)]) if day else None
    code, qid = (state.code_in(year), state.qid or None) if state else (None, None)
    if part.mention is None:
        return Actor("", part.name, part.role, part.type, qid, code)
    start, end = block.source(part.mention.start, part.mention.end)
    return Actor(part.mention.text, part.name, part.role, part.type, qid, code, start, end)


def mention(slug: str, block: Block, item: Timex, own: list[Event]) -> DateMention:
    """A time expression as a record. own: the events of its block."""
    start, end = block.source(item.start, item.end)
    dated = any(event.date.start == start and event.date.end == end for event in own)
    return DateMention(
        slug, start, end, item.text, item.type, item.value, item.mod, item.edtf, item.earliest, item.latest, item.precision,
        item.derived, dated, item.basis, item.basis_start, item.basis_end,
    )  # fmt: skip


def impossible(block: Block, place: tuple[int, int]) -> Finding:
    """The finding of a date that the calendar does not have."""
    return Finding("impossible_date", f"{block.text[slice(*place)]!r} is no day of the calendar", *block.source(*place))


def numbering() -> Callable[[str], str]:
    """What gives ids made of what events say, so that the same telling has the same id in every run; equal ones are counted."""
    seen: dict[str, int] = {}

    def number(said: str) -> str:
        digest = hashlib.sha256(said.encode()).hexdigest()[:16]
        seen[digest] = seen.get(digest, 0) + 1
        return digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"

    return number
