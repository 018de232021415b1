"""Events told by layout: a table row under a date column, an infobox field, a dated caption. Needs no language model."""

from __future__ import annotations

import re

from extractor.lang import words
from extractor.pipeline.actors import Mention, Names, state_title
from extractor.pipeline.events import Told
from extractor.pipeline.roles import Part
from extractor.records import Block, Cell, Timex


def row_events(block: Block, timexes: list[Timex], names: Names, language: str = "en") -> list[Told]:
    """Events of a table row: one for each cell of a dated column that is filled by its date."""
    w = words(language)
    out = []
    for cell in block.cells:
        inside = [timex for timex in timexes if cell.start <= timex.start < cell.end]
        if cell.header or not inside or not _is_date_cell(block, cell, inside[0], w.DATE_COLUMNS):
            continue
        kind = _kind(cell.column, w.COLUMN_KINDS)
        if kind is None and names.sides and _partner(block, cell, language):
            kind = _kind(" ".join(block.path), w.COLUMN_KINDS) or "relations_established"
        if kind is None:
            continue
        for timex in inside[:1]:
            out.append(
                Told(
                    timex,
                    kind,
                    (cell.start, cell.end),
                    None,
                    _row_parts(block, cell, kind, names, language),
                    confidence=0.8,
                    rule="date-column",
                )
            )
    return out


def sides(block: Block, names: Names, language: str = "en") -> tuple[str, ...]:
    """The two that "both countries" means here: the title's pair, or its one country and the state that the row or section is about."""
    if len(names.sides) != 1:
        return names.sides
    states = words(language).STATES
    partner = _partner(block, None, language) if block.cells else None
    titles = (
        [partner.name]
        if partner
        else [state_title(title, language) for title in reversed(block.path) if title in states]
    )
    return names.sides + tuple(title for title in titles[:1] if title != names.sides[0])


def _is_date_cell(block: Block, cell: Cell, timex: Timex, headings: tuple[str, ...]) -> bool:
    text = block.text[cell.start : cell.end]
    rest = re.sub(r"[\W\d]+", "", text[: timex.start - cell.start] + text[timex.end - cell.start :])
    heading = cell.column.lower()
    return len(rest) <= 12 and (not heading or any(word in heading for word in headings))


def _kind(heading: str, table: tuple[tuple[str, str], ...]) -> str | None:
    return next((kind for word, kind in table if word in heading.lower()), None)


def _partner(block: Block, cell: Cell | None, language: str) -> Part | None:
    """The state of the row: the first flag or link to a state that stands before the date, else after it."""
    states = words(language).STATES
    for link in block.links:
        title = state_title(link.target, language)
        if (link.flag or title in states) and not (cell and cell.start <= link.start < cell.end):
            state = states.get(title)
            return Part(None, title, "mutual", "GPE", state.code or None if state else None)
    return None


def _row_parts(block: Block, cell: Cell, kind: str, names: Names, language: str) -> tuple[Part, ...]:
    partner = _partner(block, cell, language)
    states = words(language).STATES
    if kind in ("relations_established", "recognition", "relations_upgraded") and names.sides:
        own = Part(
            None, names.sides[0], "mutual", "GPE", states[names.sides[0]].code if names.sides[0] in states else None
        )
        return (own, partner) if partner and partner.name != own.name else (own,)
    if partner:
        return (partner,)
    person = next((link for link in block.links if not cell.start <= link.start < cell.end and link.target), None)
    return (Part(None, person.target, "source", "PERSON"),) if person else ()


def caption_events(text: str, timexes: list[Timex], mentions: list[Mention], language: str = "en") -> list[Told]:
    """The meeting that a caption without a verb tells: two persons, a word like "with" between them, and one date."""
    persons = [mention for mention in mentions if mention.type == "PERSON"]
    if len(timexes) != 1 or len(persons) < 2:
        return []
    between = text[persons[0].end : persons[1].start].lower().split()
    if not words(language).TOGETHER.intersection(between):
        return []
    parts = tuple(Part(person, person.name, "mutual", person.type, person.code) for person in persons)
    return [Told(timexes[0], "visit_or_meeting", (0, len(text)), None, parts, confidence=0.6, rule="caption")]


def field_events(block: Block, timexes: list[Timex], title: str, language: str = "en") -> list[Told]:
    """Events of an infobox field: one for each date, of the kind that the field's name says; none for an unknown field."""
    kind = _kind(block.cells[0].column, words(language).FIELD_KINDS)
    if kind is None:
        return []
    return [
        Told(
            timex,
            kind,
            (0, len(block.text)),
            None,
            (Part(None, title, "source", "PERSON"),),
            confidence=0.6,
            rule="infobox-field",
        )
        for timex in timexes
    ]
