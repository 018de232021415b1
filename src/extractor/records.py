"""The nouns: frozen records that travel from floor to floor.

A Revision becomes an Article of Blocks; a Block's time expressions are Timexes; an Event is one line of `events.jsonl`.
Places in a *block* count code points of its reading text, places in the *wikitext* code points of the revision; both end
exclusive. `Block.source` leads from the first to the second.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Revision:
    """One revision of one article: its wikitext and what is known of where it stands. Unknown ids are None.

    `timestamp` is ISO 8601 in UTC, `sha1` the hexadecimal SHA-1 that the wiki gives for the wikitext, `comment` the edit
    summary (None where it is unknown or hidden). `parent_id` is None for a page's first revision too. `index` is the address
    of the wiki's index.php (None: where Wikimedia's wikis have it).
    """

    slug: str
    title: str
    text: str
    wiki: str = "en.wikipedia.org"
    page_id: int | None = None
    revision_id: int | None = None
    qid: str | None = None
    timestamp: str | None = None
    parent_id: int | None = None
    sha1: str | None = None
    comment: str | None = None
    index: str | None = None

    @property
    def permalink(self) -> str | None:
        """URL of exactly this revision, or None where its id is unknown."""
        index = self.index or f"https://{self.wiki}/w/index.php"
        return f"{index}?oldid={self.revision_id}" if self.revision_id else None


@dataclass(frozen=True, slots=True)
class PageState:
    """What a wiki says of one page now, without its text. Unknown ids are None.

    requested: the title or page id that was asked for. title: that page's own title, as the wiki writes it ("" for a page id
    that no page has). status:
    - here: there is such a page, and it is no redirect;
    - redirect: it leads to `redirect_to` in the end, and page_id, revision_id, timestamp, qid and protection are those of
      *that* page (None where there is none);
    - redirect_loop: it leads to itself over `redirect_to`;
    - missing: never was, or was deleted;
    - invalid: can't be a page of this wiki (a forbidden character, another wiki's page, a special page).

    revision_id and timestamp are those of the current revision; protection is such as ("edit=sysop",).
    """

    wiki: str
    requested: str
    title: str
    status: str
    page_id: int | None = None
    revision_id: int | None = None
    timestamp: str | None = None
    qid: str | None = None
    redirect_to: str | None = None
    protection: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecentChange:
    """A line of a wiki's recent changes. kind: edit, new or log; a log line has its action, as "move/move", and a move its target.

    revision_id is None where no revision was made (a deletion); comment is None where it is hidden.
    """

    timestamp: str
    kind: str
    title: str
    page_id: int | None = None
    revision_id: int | None = None
    action: str | None = None
    target: str | None = None
    comment: str | None = None


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
        last = self._segment(end - 1)
        high = last.source_start + (end - last.start) if last.exact else last.source_end
        return low, max(low, high)

    def _segment(self, position: int) -> Segment:
        at = bisect_right(self.segments, position, key=lambda segment: segment.start) - 1
        return self.segments[max(0, at)]

    def units(self) -> Iterator[tuple[int, int]]:
        """Stretches that a language model may see whole: the block itself, or each line of each cell."""
        start = 0
        for at, char in enumerate(self.text + "\n"):
            if char in "\t\n":
                if self.text[start:at].strip():
                    yield start, at
                start = at + 1


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


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression and the interval it means, never narrower than its words.

    `type`, `value`, `mod` as in TIMEX3 (TimeML); `edtf` as in EDTF level 1 (ISO 8601-2), "" where it has no place in the
    calendar (a DURATION, a SET, "now"); `earliest` and `latest` are days, None where open or nowhere. `precision`: day, month,
    season, quarter, year, decade, century, millennium or interval. `bound`: how the words before it bound an event: "",
    since, from, until, by, between, as of. `derived`: explicit, context, relative, heading, column or dateparser; `basis`: the
    words of the date it was derived from, `basis_start` and `basis_end` their place in the same text, None where they stand in
    none (a column's heading). `interval`: of an end of a range that is given apart, the EDTF of the whole.
    """

    start: int
    end: int
    text: str
    type: str
    value: str
    edtf: str
    mod: str = ""
    earliest: str | None = None
    latest: str | None = None
    precision: str = ""
    derived: str = "explicit"
    bound: str = ""
    basis: str = ""
    basis_start: int | None = None
    basis_end: int | None = None
    interval: str = ""

    @property
    def dated(self) -> bool:
        """Whether it lies in the calendar and so can date an event; a duration, a set or "now" can't."""
        return bool(self.edtf)


@dataclass(frozen=True, slots=True)
class Place:
    """Some words and where they stand in the wikitext."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word that tells the event."""

    text: str
    lemma: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class EventDate:
    """When the event happened: the expression's words and place, and the event's own interval (bounds applied)."""

    text: str
    start: int | None
    end: int | None
    edtf: str
    timex: str
    mod: str
    earliest: str | None
    latest: str | None
    precision: str
    derived: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Who takes part. `name` is the title of the Wikipedia article meant; `start`, `end` None where layout gives it."""

    text: str
    name: str
    role: str
    type: str = ""
    qid: str | None = None
    code: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A note that supports the event; `strength`: sentence, paragraph, row or heading."""

    key: str
    strength: str


@dataclass(frozen=True, slots=True)
class ArticleId:
    """Which revision of which article says so."""

    slug: str
    title: str
    wiki: str
    page_id: int | None
    revision_id: int | None
    permalink: str | None
    qid: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """One dated event as one revision tells it: one line of events.jsonl. `also`: where the block tells the same act again."""

    id: str
    article: ArticleId
    section: tuple[str, ...]
    block: str
    sentence: Place
    trigger: Trigger | None
    kind: str
    plover: str | None
    cameo: str | None
    date: EventDate
    actors: tuple[Actor, ...]
    citations: tuple[Citation, ...]
    realis: str
    confidence: float
    rule: str
    also: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time expression in its article: one line of dates.jsonl. Places are in the wikitext."""

    article: str
    start: int
    end: int
    text: str
    type: str
    value: str
    mod: str
    edtf: str
    earliest: str | None
    latest: str | None
    precision: str
    derived: str
    dated_event: bool
    basis: str = ""
    basis_start: int | None = None
    basis_end: int | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that could not be extracted, and why."""

    slug: str
    message: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one revision gave: the article as read, its events, its time expressions, findings."""

    article: Article
    events: tuple[Event, ...]
    dates: tuple[DateMention, ...]
    findings: tuple[Finding, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Change:
    """What became of an event from one state of its article to the next.

    type: added, removed, date, actors, kind, citations, wording or moved. cause: edit, upgrade (of the extractor) or page (it
    was moved, deleted, restored or made a redirect). `number` counts the changes of a ledger; `revision_id`, `timestamp` and
    `comment` are of the revision that changed it; `recorded` is when the run began that found it, ISO 8601 in UTC.
    """

    number: int
    event_id: str
    article: str
    wiki: str
    type: str
    cause: str
    before: str | None
    after: str | None
    revision_id: int | None
    timestamp: str | None
    comment: str | None
    recorded: str
