"""What an article tells: time expressions, events with their actors and citations, and what became of them between revisions."""

from dataclasses import dataclass, field

from extractor.records.article import Article, Finding


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
    """One dated event as one revision tells it: one line of events.jsonl.

    `also`: where the block tells the same act again. `field`: heading of the column, or name of the infobox field, that the date
    stands in; "" elsewhere.
    """

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
    field: str = ""


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
