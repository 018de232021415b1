"""The nouns: frozen records that travel from floor to floor.

A Revision becomes an Article of Blocks; a Block's time expressions are Timexes; an Event is one line of `events.jsonl`.
Places in a *block* count code points of its reading text, places in the *wikitext* code points of the revision; both end
exclusive. `Block.source` leads from the first to the second.
"""

from extractor.records.article import (
    Article,
    Block,
    Cell,
    Finding,
    Link,
    Mark,
    Reference,
    Section,
    Segment,
)
from extractor.records.event import (
    Actor,
    ArticleId,
    Change,
    Citation,
    DateMention,
    Event,
    EventDate,
    Extraction,
    Place,
    Timex,
    Trigger,
)
from extractor.records.source import (
    Failure,
    PageState,
    RecentChange,
    Revision,
)

__all__ = [
    "Actor",
    "Article",
    "ArticleId",
    "Block",
    "Cell",
    "Change",
    "Citation",
    "DateMention",
    "Event",
    "EventDate",
    "Extraction",
    "Failure",
    "Finding",
    "Link",
    "Mark",
    "PageState",
    "Place",
    "RecentChange",
    "Reference",
    "Revision",
    "Section",
    "Segment",
    "Timex",
    "Trigger",
]
