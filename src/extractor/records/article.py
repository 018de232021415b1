"""A revision as read: blocks of reading text with their map to the wikitext, sections, links, marks, references, findings."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from extractor.records.source import Revision

_LINE = re.compile(r"[^\t\n]+")
_START = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that reading met and a person should know: a code, a sentence, a place in the wikitext."""

    code: str
    message: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with the titles from the top (`path`, its own last) and the place of the heading's line."""

    level: int
    heading: str
    path: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of a block's text and where it comes from. `exact`: character by character; else all of it from all of that."""

    start: int
    end: int
    source_start: int
    source_end: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Link:
    """A wikilink, or a template that acts as one ({{flag|Laos}}), in a block's text; `target` is the title it leads to."""

    start: int
    end: int
    target: str
    flag: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A reference mark: after which text position it stands, its rendered key, its place in the wikitext."""

    position: int
    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell or infobox field in its block's text, under its column's heading (or the field's name)."""

    start: int
    end: int
    column: str
    header: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """What a reader takes as a unit, as reading text with a map to the wikitext.

    kind: paragraph, list_item, table_row, caption, infobox_field or quote. `cells` is empty but for rows and fields; cells
    are parted by a tab, the lines and list items within a cell by a newline. `aside`: set apart from the telling (See
    also, References, hatnotes). `heading_marks`: keys of the marks of the column headings and the table's caption.
    `uncited`: text positions of {{citation needed}} and its kin. `items`: text positions where list items within cells begin.
    """

    kind: str
    path: tuple[str, ...]
    text: str
    segments: tuple[Segment, ...]
    start: int
    end: int
    links: tuple[Link, ...] = ()
    marks: tuple[Mark, ...] = ()
    cells: tuple[Cell, ...] = ()
    aside: bool = False
    heading_marks: tuple[str, ...] = ()
    uncited: tuple[int, ...] = ()
    table: int | None = None
    items: tuple[int, ...] = ()

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Place in the wikitext of the text's stretch [start, end); a stretch of no length gives one of no length."""
        if not self.segments:
            return self.start, self.start
        first = self._segment(start)
        low = first.source_start + (start - first.start) if first.exact else first.source_start
        if end <= start:
            return low, low
        last = first if end <= first.end else self._segment(end - 1)
        high = last.source_start + (end - last.start) if last.exact else last.source_end
        return low, max(low, high)

    def _segment(self, position: int) -> Segment:
        at = bisect_right(self.segments, position, key=_START) - 1
        return self.segments[max(0, at)]

    def units(self) -> Iterator[tuple[int, int]]:
        """Stretches that a language model may see whole: the block itself, or each line of each cell."""
        for line in _LINE.finditer(self.text):
            if not line.group().isspace():
                yield line.span()


@dataclass(frozen=True, slots=True)
class Reference:
    """One note: its rendered key, its place, and what its citation says; or a full work cited beside. Absent fields are empty.

    part: note; further (another full citation in the note `key`); listed (a work in a bibliography, `key` empty). Dates are
    EDTF. `isbn` has 13 digits, `doi` is in lower case, `issn` NNNN-NNNC; what fails its check stays as given and is among
    `problems` ("isbn: 0-306-40615-3"). `url_status`: dead, live, unfit, usurped, deviated or unsaid. `urls`: every
    address but archived copies. `ids`: other identifiers as scheme:value. `anchor`: what short notes point at (CITEREFRoss1990),
    `cites`: the anchors that this one points at.
    """

    key: str
    group: str
    name: str
    start: int
    end: int
    template: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    work: str = ""
    publisher: str = ""
    published: str = ""
    accessed: str = ""
    url: str = ""
    archive_url: str = ""
    archived: str = ""
    language: str = ""
    quote: str = ""
    pages: str = ""
    doi: str = ""
    isbn: str = ""
    issn: str = ""
    text: str = ""
    part: str = "note"
    editors: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    chapter: str = ""
    trans_title: str = ""
    original: str = ""
    volume: str = ""
    issue: str = ""
    edition: str = ""
    series: str = ""
    place: str = ""
    agency: str = ""
    via: str = ""
    chapter_url: str = ""
    url_status: str = ""
    urls: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    anchor: str = ""
    cites: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """A revision as read: sections, blocks in reading order, reference marks in page order, notes, findings.

    `works`: full citations beside the notes' first ones, see `Reference.part`.
    """

    revision: Revision
    sections: tuple[Section, ...]
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...]
    references: tuple[Reference, ...]
    findings: tuple[Finding, ...] = ()
    redirect: str | None = None
    works: tuple[Reference, ...] = ()
