"""Events of table rows: each date that stands for itself in a cell of a date column."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.lang import words
from extractor.pipeline.events import Told
from extractor.pipeline.layout import senses
from extractor.pipeline.layout.contests import given, is_prize, match_sides
from extractor.pipeline.layout.parts import (
    STATE_KINDS,
    called,
    implicit,
    named,
    own,
    parts,
    row_names,
    sides,
    since_named,
)
from extractor.pipeline.layout.senses import NONE, Cue, Sense, states_in
from extractor.pipeline.layout.visits import visit_of, visit_parts
from extractor.pipeline.own_names import Names
from extractor.pipeline.roles import Part
from extractor.records import Block, Cell, Timex

MOST_BESIDE = 40  # letters beside its dates that a date cell may hold
LEAST_TOLD = 3  # words of a cell that tells an event
LONG = 80  # letters of a cell that is more than a name, a place or a figure


def row_events(block: Block, timexes: list[Timex], names: Names, language: str = "en") -> list[Told]:
    """Events of a table row: one for each date that stands for itself in a cell of a date column."""
    out: list[Told] = []
    if all(cell.header for cell in block.cells):
        return out
    for cell in block.cells:
        inside = [timex for timex in timexes if cell.start <= timex.start < cell.end]
        if inside and _opened(block, cell, inside, language):
            inside = inside[:1]
        elif not inside or not _is_date_cell(block, cell, inside, language):
            continue
        base = _sense(block, cell, timexes, names, language)
        for timex, said in _acts(block, cell, inside, base, names, language):
            cue, sense = said
            if sense is None or sense.kind == NONE:
                continue
            trigger = (cue.start, cue.end, cue.lemma) if cue else _result(block, language)
            out.append(
                Told(
                    timex,
                    sense.kind,
                    _stretch(block, cell, trigger, language),
                    trigger,
                    since_named(block, cell, timex, _who(block, cell, sense, names, language), language),
                    confidence=0.8,
                    rule="date-column",
                )
            )
    return out


def _acts(
    block: Block, cell: Cell, timexes: list[Timex], base: Sense | None, names: Names, language: str
) -> Iterator[tuple[Timex, tuple[Cue | None, Sense | None]]]:
    """The dates of a cell that layout tells, each with the word beside it that says what it dates, and its sense.

    Of "1 May 1950 (severed 2 May 1960)" both, the second by its word; a date that another verb claims is left to the prose.
    """
    low = cell.start
    relations = (base is not None and base.kind in STATE_KINDS) or senses.about_relations(names, language)
    for index, timex in enumerate(timexes):
        high = timexes[index + 1].start if index + 1 < len(timexes) else cell.end
        cue = senses.cue(block.text, low, timex.start, timex.end, high, language) if relations else None
        if cue:
            yield timex, (cue, senses.read(cue.kind, names, language))
        elif not senses.has_verb(block.text[low : timex.start], language):
            yield timex, (None, base)
        low = timex.end


def _is_date_cell(block: Block, cell: Cell, timexes: list[Timex], language: str) -> bool:
    """Whether a cell is filled by its dates, under a heading that announces dates or under none."""
    rest = block.text[cell.start : cell.end]
    for timex in timexes:
        rest = rest.replace(timex.text, " ")
    heading = cell.column.lower()
    announced = _announced(cell, language)
    return len(re.sub(r"[\W\d_]+", "", rest)) <= (MOST_BESIDE if announced else 3) and (announced or not heading)


def _opened(block: Block, cell: Cell, timexes: list[Timex], language: str) -> bool:
    """Whether a cell under a heading that announces dates opens with one and then goes on in words: "3 May 1968 as a legation, …"."""
    alone = _is_date_cell(block, cell, timexes, language)
    return not alone and _announced(cell, language) and not re.search(r"\w", block.text[cell.start : timexes[0].start])


def _announced(cell: Cell, language: str) -> bool:
    return any(re.search(rf"\b{word}", cell.column.lower()) for word in words(language).DATE_COLUMNS)


def _sense(block: Block, cell: Cell, timexes: list[Timex], names: Names, language: str) -> Sense | None:
    """What the dates of a column tell: by its heading, by the sections' headings, by what the article is about."""
    w = words(language)
    relations, heading = senses.about_relations(names, language), cell.column.lower()
    if any(
        re.search(rf"\b(?:{word})", title.lower())
        for word in w.MISSION_HEADINGS
        for title in (*block.path[-1:], names.title)
    ):
        found = senses.sense(heading, w.MISSION_COLUMNS, names, language)
        if found:
            return found
    by_path = senses.by_path(block.path, names, language) or senses.by_title(names, language)
    found = senses.sense(heading, w.COLUMN_KINDS, names, language)
    if relations and (found is None or found.own == "") and not (by_path and by_path.kind == "leadership_change"):
        found = senses.sense(heading, w.RELATION_COLUMNS, names, language) or found
    if found:
        return found
    if any(re.search(rf"\b{word}", one.column.lower()) for one in block.cells for word in w.SCORE_COLUMNS):
        return Sense("life" if names.about == "person" else "other", "mutual" if len(names.sides) > 1 else "source", "")
    if by_path and by_path.kind != "relations_established":
        return by_path if by_path.kind != "other" or _result(block, language) or by_path.own != "source" else None
    if relations and _plain(block, cell, timexes, language):
        partner = named(block, (cell.start, cell.end), state_only=True, language=language)
        return senses.read("relations_established", names, language) if partner or by_path else None
    if names.about == "person" and by_path is None:
        return senses.read("life", names, language)
    if by_path is None and is_prize(names, language) and given(block, cell, language):
        return Sense("life", "", "target")
    return None


def _plain(block: Block, cell: Cell, timexes: list[Timex], language: str) -> bool:
    """Whether a column's heading says no more than that it holds dates, in a row that has no dates of something unknown."""
    w = words(language)
    return not set(re.findall(r"[a-z]+", cell.column.lower())) - w.PLAIN_COLUMNS and not _foreign_date(
        block, cell, timexes, language
    )


def _foreign_date(block: Block, cell: Cell, timexes: list[Timex], language: str) -> bool:
    """Whether another column of dates says that the row is about something that no table knows ("Date of issue")."""
    w = words(language)
    for other in block.cells:
        said = other.column.lower()
        dated = any(other.start <= timex.start < other.end for timex in timexes)
        if other is cell or not dated or not _announced(other, language):
            continue
        if set(re.findall(r"[a-z]+", said)) - w.PLAIN_COLUMNS and not any(
            re.search(rf"\b(?:{pattern})", said) for pattern, _ in (*w.COLUMN_KINDS, *w.RELATION_COLUMNS)
        ):
            return True
    return False


def _who(block: Block, cell: Cell, sense: Sense, names: Names, language: str) -> tuple[Part, ...]:
    """Who takes part in what a cell tells."""
    dated = (cell.start, cell.end)
    if sense.kind == "life" and sense.other == "target":
        return given(block, cell, language)
    if sense.kind == "other" and (teams := match_sides(block, names, language)):
        return teams
    if sense.kind == "visit_or_meeting" and sense.other == "source":
        titles = (names.title,) if senses.by_title(names, language) else ()
        headings = (cell.column, *reversed(block.path), *titles)
        visit = visit_of(headings, names, sides(block, names, language), language)
        return visit_parts(row_names(block, dated, language), visit, names, language)
    if not sense.own and sense.other in ("source", "target") and sense.kind in ("life", "founded", "other"):
        # "Founded", "Born": the row's own, whoever the article is about
        kind = "PERSON" if sense.kind == "life" else "ORG"
        whom = called(block, dated, kind, language) or named(block, dated, state_only=False, language=language)
        return (Part(whom, whom.name, sense.other, whom.type),) if whom else tuple(own(names, sense.other, language))
    if sense.kind == "recognition":
        return _recognition(block, cell, sense, names, language)
    return parts(block, dated, sense, names, language)


def _recognition(block: Block, cell: Cell, sense: Sense, names: Names, language: str) -> tuple[Part, ...]:
    """As any, but a heading that names the state recognised ("Recognised the PRC") says that it isn't the article's own."""
    out = parts(block, (cell.start, cell.end), sense, names, language)
    meant = next((name for _, name in states_in(cell.column, language) if name not in names.sides), None)
    if meant is None:
        return out
    return (
        *(part for part in out if part.name not in (meant, *names.sides)),
        implicit(meant, sense.own, "GPE", language),
    )


def _result(block: Block, language: str) -> tuple[int, int, str] | None:
    """The word of a result column that says how it came out: "Won", "Nominated"."""
    w = words(language)
    for cell in block.cells:
        if any(re.search(rf"\b{word}", cell.column.lower()) for word in w.RESULT_COLUMNS):
            match = re.match(r"\s*([a-z-]+)", block.text[cell.start : cell.end].lower())
            if match and match[1] in w.RESULTS:
                return cell.start + match.start(1), cell.start + match.end(1), w.RESULTS[match[1]]
    return None


def _stretch(block: Block, cell: Cell, trigger: tuple[int, int, str] | None, language: str) -> tuple[int, int]:
    """The cells that tell the event, in one piece: the date's with the short ones on either side, up to the trigger's."""
    first = last = block.cells.index(cell)
    while first > 0 and _short(block, block.cells[first - 1], language):
        first -= 1
    while last + 1 < len(block.cells) and _short(block, block.cells[last + 1], language):
        last += 1
    low, high = block.cells[first].start, block.cells[last].end
    return (min(low, trigger[0]), max(high, trigger[1])) if trigger else (low, high)


def _short(block: Block, cell: Cell, language: str) -> bool:
    """Whether a cell is a name, a place or a figure: no prose, no column of notes."""
    heading = cell.column.lower()
    return cell.end - cell.start <= LONG and not any(word in heading for word in words(language).TELLING_COLUMNS)


def shown(block: Block, start: int, end: int) -> str:
    """A stretch of any block as a reader is shown it: the cells of a row that hold something, parted by strokes."""
    cells = (" ".join(cell.split()) if block.cells else cell for cell in block.text[start:end].split("\t"))
    return " | ".join(cell for cell in cells if cell.strip())


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
