"""Events told by layout: a table row under a date column, a list item of a name and its years, an infobox field, a dated caption.

Needs no language model. What is dated is said by the column's heading, else by the section's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.lang import words
from extractor.pipeline.events import Told
from extractor.pipeline.mention import Mention
from extractor.pipeline.own_names import Names, state_title
from extractor.pipeline.roles import Part
from extractor.records import Block, Cell, Link, Timex

MOST_BESIDE = 40  # letters beside its dates that a date cell may hold
LEAST_TOLD = 3  # words of a cell that tells an event
STATE_KINDS = ("relations_established", "relations_severed", "recognition")


def row_events(block: Block, timexes: list[Timex], names: Names, language: str = "en") -> list[Told]:
    """Events of a table row: one for each date that stands for itself in a cell of a date column."""
    out = []
    for cell in block.cells:
        inside = [timex for timex in timexes if cell.start <= timex.start < cell.end]
        if cell.header or not inside or not _is_date_cell(block, cell, inside, language):
            continue
        kind = _row_kind(block, cell, names, language)
        if kind is None:
            continue
        parts = _parts(block, (cell.start, cell.end), kind, names, language)
        for timex in _bare(block, cell, inside, language):
            out.append(Told(timex, kind, (cell.start, cell.end), None, parts, confidence=0.8, rule="date-column"))
    return out


def beside(block: Block, stretch: tuple[int, int], timexes: list[Timex], language: str = "en") -> tuple[int, int]:
    """A date cell's stretch with the prose beside it, where the next cell tells what happened then ("Date | Event")."""
    at = next((number for number, cell in enumerate(block.cells) if cell.start == stretch[0]), None)
    if at is None or at + 1 == len(block.cells):
        return stretch
    cell, telling = block.cells[at : at + 2]
    inside = [timex for timex in timexes if cell.start <= timex.start < cell.end]
    words_told = block.text[telling.start : telling.end].split("\n")[0]
    heading = telling.column.lower()
    tells = any(word in heading for word in words(language).TELLING_COLUMNS) or (
        not heading and words_told.rstrip().endswith(".")
    )
    if (
        not tells
        or stretch[1] != cell.end
        or not inside
        or not _is_date_cell(block, cell, inside, language)
        or any(telling.start <= timex.start < telling.end for timex in timexes)
        or len(words_told.split()) < LEAST_TOLD
    ):
        return stretch
    return stretch[0], telling.start + len(words_told)


def sides(block: Block, names: Names, language: str = "en") -> tuple[str, ...]:
    """The two that "both countries" means here: the title's pair, or its one country and the state that the row or section is about."""
    if names.about != "one":
        return names.sides
    states = words(language).STATES
    partner = _named(block, (0, 0), True, language) if block.cells else None
    titles = (
        [partner.name]
        if partner
        else [state_title(title, language) for title in reversed(block.path) if title in states]
    )
    return names.sides + tuple(title for title in titles[:1] if title != names.sides[0])


def _is_date_cell(block: Block, cell: Cell, timexes: list[Timex], language: str) -> bool:
    """Whether a cell is filled by its dates, under a heading that announces dates or under none."""
    rest = block.text[cell.start : cell.end]
    for timex in timexes:
        rest = rest.replace(timex.text, " ")
    heading = cell.column.lower()
    announced = any(re.search(rf"\b{word}", heading) for word in words(language).DATE_COLUMNS)
    return len(re.sub(r"[\W\d_]+", "", rest)) <= (MOST_BESIDE if announced else 3) and (announced or not heading)


def _bare(block: Block, cell: Cell, timexes: list[Timex], language: str) -> Iterator[Timex]:
    """The dates of a cell that no verb before them claims: of "1 May 1950, severed 2 May 1960" the first."""
    w = words(language)
    start = cell.start
    for timex in timexes:
        before = re.findall(r"[a-z-]+", block.text[start : timex.start].lower())
        start = timex.end
        if not any(word in w.IRREGULAR or _stem(word, w.ENDINGS, w.TRIGGER_VERBS) for word in before):
            yield timex


def _stem(word: str, endings: tuple[tuple[str, str], ...], verbs: dict[str, str]) -> bool:
    """Whether a word is a form of a verb that tells events."""
    return word.endswith("ed") and any(
        word[: len(word) - len(ending)] + base in verbs for ending, base in endings if word.endswith(ending)
    )


def _row_kind(block: Block, cell: Cell, names: Names, language: str) -> str | None:
    """What the dates of a column tell: by its heading, by the sections' headings, by what the article is about."""
    w = words(language)
    kind = _kind(cell.column, w.COLUMN_KINDS)
    if kind:
        return kind
    kind = next((found for title in reversed(block.path) if (found := _kind(title, w.HEADING_KINDS))), None)
    if names.about == "one" and re.search(w.TITLE_RELATIONS, names.title.lower()):
        partner = _named(block, (cell.start, cell.end), True, language)
        return kind or ("relations_established" if partner else None)
    if names.about == "person":
        return kind or "life"
    return kind if kind != "relations_established" or names.about == "pair" else None


def _kind(heading: str, table: tuple[tuple[str, str], ...]) -> str | None:
    return next((kind for word, kind in table if re.search(rf"\b{word}", heading.lower())), None)


def _parts(block: Block, dated: tuple[int, int], kind: str, names: Names, language: str) -> tuple[Part, ...]:
    """Who takes part: whom the article is about, and whom the row or item names, in the roles that the kind gives them."""
    own_role, other_role = words(language).LAYOUT_ROLES.get(kind, ("", "source"))
    out: list[Part] = []
    if own_role:
        subject = names.subject
        out += [_own(name, own_role, "GPE", language) for name in names.sides[:2]] if names.sides else []
        out += [_own(subject[0], own_role, subject[1], language)] if subject and not names.sides else []
    other = _named(block, dated, kind in STATE_KINDS, language) if other_role else None
    if other and all(other.name != part.name for part in out):
        out.append(Part(other, other.name, other_role, other.type))
    return tuple(out)


def _own(name: str, role: str, kind: str, language: str) -> Part:
    state = words(language).STATES.get(name)
    return Part(None, name, role, state.type if state else kind)


def _named(block: Block, dated: tuple[int, int], state_only: bool, language: str) -> Mention | None:
    """Whom a row names outside its date cell: by its first flag, else its first link (to a state, where `state_only`)."""
    low, high = dated
    links = [link for link in block.links if not low <= link.start < high]
    states = words(language).STATES
    flags = [link for link in links if link.flag or (state_only and state_title(link.target, language) in states)]
    for link in flags or ([] if state_only else links):
        return _mention(block, link, language)
    return None


def _mention(block: Block, link: Link, language: str) -> Mention:
    title = state_title(link.target, language)
    state = words(language).STATES.get(title)
    kind = state.type if state else "GPE" if link.flag else "PERSON"
    text = block.text[link.start : link.end]
    return Mention(link.start, link.end, text, title, kind, "link")


def item_events(block: Block, timexes: list[Timex], names: Names, language: str = "en") -> list[Told]:
    """The event of a list item that is a name with its years in brackets, "Mali (1960–1973)", of the kind that its section says."""
    match = re.match(r"^\W*(?P<name>[^()]{2,60}?)\s*\((?P<years>[^()]*)\)\W*$", block.text)
    inside = [timex for timex in timexes if match and match.start("years") <= timex.start < match.end("years")]
    if (
        match is None
        or len(inside) != 1
        or len(re.sub(r"[\W\d_]+", "", match["years"].replace(inside[0].text, ""))) > 8
    ):
        return []
    kind = next(
        (found for title in reversed(block.path) if (found := _kind(title, words(language).HEADING_KINDS))), None
    )
    parts = _parts(block, match.span("years"), kind, names, language) if kind else ()
    if kind is None or len(parts) < 2:
        return []
    return [Told(inside[0], kind, (0, len(block.text)), None, parts, confidence=0.7, rule="list-item")]


def caption_events(text: str, timexes: list[Timex], mentions: list[Mention], language: str = "en") -> list[Told]:
    """The meeting that a caption without a verb tells: two persons, a word like "with" between them, and one date."""
    persons = [mention for mention in mentions if mention.type == "PERSON"]
    if len(timexes) != 1 or len(persons) < 2:
        return []
    between = text[persons[0].end : persons[1].start].lower().split()
    if not words(language).TOGETHER.intersection(between):
        return []
    parts = tuple(Part(person, person.name, "mutual", person.type) for person in persons)
    return [Told(timexes[0], "visit_or_meeting", (0, len(text)), None, parts, confidence=0.6, rule="caption")]


def field_events(block: Block, timexes: list[Timex], names: Names, language: str = "en") -> list[Told]:
    """Events of an infobox field: one for each date, of the kind that the field's name says; none for an unknown field."""
    w = words(language)
    field = block.cells[0].column.lower()
    kind = _kind(field.replace("_", " "), w.FIELD_KINDS)
    subject = names.subject
    if kind is None or subject is None:
        return []
    shared = any(word in field for word in w.SHARED_FIELDS)
    own = _own(
        subject[0],
        "mutual" if shared else w.LAYOUT_ROLES.get(kind, ("source", ""))[0] or "source",
        subject[1],
        language,
    )
    out = []
    for timex in timexes:
        other = _beside(block, timex) if shared else None
        parts = (own, Part(other, other.name, "mutual", "PERSON")) if other else (own,)
        out.append(Told(timex, kind, (0, len(block.text)), None, parts, confidence=0.6, rule="infobox-field"))
    return out


def _beside(block: Block, timex: Timex) -> Mention | None:
    """The name that stands before a date in a field, up to the date before it: "Ann Lee (1994–2002)"."""
    before = block.text[: timex.start]
    match = re.search(r"([^\n\t();,]{3,60})[\s(;,.m]*$", before)
    if match is None or not match[1].strip()[:1].isupper():
        return None
    text = match[1].strip()
    start = match.start(1) + match[1].index(text)
    link = next((link for link in block.links if link.start < start + len(text) and start < link.end), None)
    return Mention(start, start + len(text), text, link.target if link else text, "PERSON", "link" if link else "field")
