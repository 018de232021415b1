"""The one schema: every column that leaves the house, with its type and meaning; records → rows → DataFrames.

No other file knows a column's name. `docs/data_dictionary.md` is written from here (`dictionary`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from extractor.records import DateMention, Event, Extraction, Reference

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its type (string, integer, number, boolean) and what it means."""

    name: str
    type: str
    meaning: str


def _columns(text: str) -> tuple[Column, ...]:
    return tuple(Column(*(part.strip() for part in line.split("|"))) for line in text.strip().splitlines())


_WHICH = """
article_slug | string | the article's file name without ending, or its title with underscores
article_title | string | the article's title
wiki | string | host of the wiki
page_id | integer | page id on that wiki; null where unknown
revision_id | integer | revision id; null where unknown
permalink | string | URL of this revision; null where its id is unknown or it came from a folder of revisions
article_qid | string | Wikidata item of the article; null where unknown
"""
SCHEMA: dict[str, tuple[Column, ...]] = {
    "events": _columns(
        "id | string | the event's id: equal for the same telling in every run"
        + _WHICH
        + """section | string | heading titles from the top, joined by " > "; empty in the lead
block | string | paragraph, list_item, table_row, caption, infobox_field or quote
field | string | heading of the table column, or name of the infobox field ("term start"), that the date stands in; empty elsewhere
sentence | string | the sentence, field, or cells of a row (the date's and the short ones beside it) that tell the event, as reading text; cells are parted by a stroke
sentence_start | integer | its first code point in the wikitext
sentence_end | integer | its end in the wikitext, exclusive
trigger | string | the word that tells the event; null where layout alone says it
trigger_lemma | string | its lemma
trigger_start | integer | its first code point in the wikitext
trigger_end | integer | its end, exclusive
kind | string | what happened, of the closed list in gold/GUIDELINES.md
plover | string | PLOVER event type of the kind; null where it has none
cameo | string | CAMEO root code of the kind; null where it has none
date | string | the time expression as the text has it
date_start | integer | its first code point in the wikitext
date_end | integer | its end, exclusive
edtf | string | the event's date as EDTF (ISO 8601-2), never narrower than the text
timex | string | the expression's TIMEX3 value
mod | string | start, mid, end, approx or empty
earliest | string | first day that the date allows; null where open
latest | string | last day that the date allows; null where open
precision | string | day, month, season, quarter, year, decade, century, millennium or interval
derived | string | how the date is known: explicit, context, relative, heading, column or dateparser
actors | string | names and roles, "name (role)", joined by "; "; one row each in the table actors
citations | string | keys of the supporting references, joined by "; "
realis | string | asserted, negated, alleged, planned or hypothetical, by cue words (docs/accuracy.md)
confidence | number | share of events as sure as this of which hand labels bear out event and date, 0 to 1; says nothing of actors, kind, realis or citations (docs/accuracy.md)
rule | string | what decided: a rule of layout, or the rule of syntax ("model" where none) with the classifier's loudest features
told_again | integer | how many other places of the same row, item or paragraph tell the same act
"""
    ),
    "actors": _columns(
        """event_id | string | the event it takes part in
article_slug | string | the article
name | string | title of the Wikipedia article it means, where a link, a known name or the article's own tells one; else the words of the text, always so for GROUP
text | string | as the text has it; empty where layout or the title gives it
role | string | source, target, mutual or third
type | string | PERSON, ORG, GPE, NORP, FAC, LOC, EVENT or PRODUCT; LINK for a link of no known type; GROUP for a common noun; SIDES for both sides
qid | string | Wikidata item; null where unknown
code | string | ISO 3166-1 alpha-3 or 3166-3 code of a state; null where it has none
start | integer | first code point in the wikitext; null where layout gives it
end | integer | end, exclusive
"""
    ),
    "citations": _columns(
        """article_slug | string | the article
key | string | number that the rendered article shows, with its group if any; empty for a work listed outside of notes
group | string | the reference's group; empty for the main one
name | string | the reference's name; empty where it has none
start | integer | first code point of its definition in the wikitext
end | integer | end, exclusive
template | string | the citation template's usual name, lower case; empty for plain text
title | string | title of the work cited
authors | string | "Last, First", joined by "; "
work | string | website, newspaper, journal or book that it is part of
publisher | string | publisher, institution, court or network
published | string | date of publication as EDTF; empty where unsaid or unread
accessed | string | date of access as EDTF
url | string | address of the work as given
archive_url | string | address of the archived copy
archived | string | date of archiving as EDTF; where unsaid, the day that the archive's address gives
language | string | ISO 639 codes, joined by ", "; as given where unknown
quote | string | what the reference quotes
pages | string | pages as given
doi | string | DOI, bare and in lower case; as given where it has not the form of one
isbn | string | ISBN as 13 digits; as given where its check digit fails
issn | string | ISSN as NNNN-NNNN; as given where its check digit fails
text | string | text of a reference as it reads, without its templates
part | string | note (one row for each note), further (another full citation in the note `key`) or listed (a work listed outside of notes)
editors | string | "Last, First", joined by "; "
translators | string | "Last, First", joined by "; "
chapter | string | chapter or contribution
trans_title | string | the title in English
original | string | date of first publication as EDTF
volume | string | volume as given
issue | string | issue or number as given
edition | string | edition as given
series | string | series as given
place | string | place of publication
agency | string | news agency
via | string | who delivers it
chapter_url | string | address of the chapter
url_status | string | dead, live, unfit, usurped or deviated; dead also where an archived copy stands for it; empty where unsaid
urls | string | every address in it but archived copies, joined by "; "
ids | string | other identifiers as scheme:value, joined by "; "
anchor | string | what short notes point at, as CITEREF, names and year
cites | string | anchors of the works that this short note means, joined by "; "; rows of the same article
problems | string | what is wrong in it as "field: given", joined by "; "; cites where no work is listed, several where more than one is
"""
    ),
    "dates": _columns(
        """article_slug | string | the article
start | integer | first code point in the wikitext
end | integer | end, exclusive
text | string | the expression as the text has it
type | string | TIMEX3 type
value | string | TIMEX3 value
mod | string | start, mid, end, approx or empty
edtf | string | the expression as EDTF
earliest | string | first day it allows; null where open
latest | string | last day it allows; null where open
precision | string | its grain
derived | string | how it is known
dated_event | boolean | whether an event takes its date from it
basis | string | the words of the date it was derived from; empty where it says all itself
basis_start | integer | first code point of the basis in the wikitext; null where it has none there
basis_end | integer | end of the basis, exclusive
"""
    ),
    "findings": _columns(
        """article_slug | string | the article
code | string | what is wrong or was left out, of the list below
message | string | the same in a sentence, with what the article has there
start | integer | first code point in the wikitext
end | integer | end, exclusive
"""
    ),
}
FINDINGS = _columns(
    """impossible_date | dates | a date that the calendar has not, such as 31 February; nothing is dated by it
no_date | dates | the article has no time expression
uncited | references | {{citation needed}} or its kin: what stands before it lacks a source
undefined_note | references | a note is marked and never defined
unused_note | references | a note is defined in a list and never marked
redefined_note | references | a note is defined twice in different words; the first holds
invalid_note | references | a note's name is a number, which MediaWiki refuses
empty_note | references | a note has neither name nor content
no_title | references | a citation gives no title of its own
bad_url | references | an address that has not the form of one
bad_doi | references | a DOI that has not the form of one
bad_isbn | references | an ISBN whose check digit fails
bad_issn | references | an ISSN whose check digit fails
unread_date | references | a citation's date that can't be read
unresolved_short_note | references | a short note ({{sfn}}) whose work the article does not list
ambiguous_short_note | references | a short note that fits several works of the article
unclosed | markup | a template, table or tag is opened and never closed
redirect | page | the page is a redirect, and not followed
empty | page | the page has no text
too_long | limits | what comes after this place is not read
too_many | limits | templates and tags after this place are not read
too_deep | limits | what is nested deeper than here is not read
table_cut | limits | table cells after this place are not read
span_cut | limits | rows or columns spanned show more cells than are read
"""
)
FEED = _columns(
    """number | integer | counts the ledger's changes; ask for those after the last one that you have
event_id | string | the event, by the id it has in the table events; it keeps it through all of these
article | string | the article's slug
wiki | string | host of the wiki
type | string | added, removed, date, actors, kind, citations, wording or moved (to another section, place or title)
cause | string | edit, upgrade (of the extractor) or page (it was moved, deleted, restored or made a redirect)
before | string | what was told; null for added
after | string | what is told now; null for removed: the event's tombstone
revision_id | integer | the revision that changed it; for a page that is gone, its last one
timestamp | string | that revision's time, ISO 8601 in UTC
comment | string | its edit summary; null where unknown or hidden
recorded | string | when the update began that found it, ISO 8601 in UTC
"""
)
_actor = attrgetter(*(column.name for column in SCHEMA["actors"][2:]))
_DTYPES = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean"}

READING = (
    "Parquet holds the types. A CSV does not, and pandas left to guess reads the code `05` in `cameo` as 5.0, the key `5` of a note and the year",
    "`1979` in `edtf` as numbers, and whole numbers as floats where one of the column is null. Give it the types:",
    "",
    "```python",
    "import pandas as pd",
    "from extractor import tables",
    "",
    'events = pd.read_csv("outputs/events.csv", dtype=tables.dtypes("events"), keep_default_na=False, na_values=[""])',
    "```",
    "",
    "Without the package: `string` is pandas' `string`, `integer` `Int64`, `number` `Float64`, `boolean` `boolean`. Empty text and null are one in a CSV.",
    "",
    "`actors.event_id` is `events.id`. A key in `events.citations` is a `citations.key` with `part` note and the same `article_slug`:",
    "",
    "```python",
    'keys = events.assign(key=events.citations.str.split("; ")).explode("key")',
    'notes = pd.read_parquet("outputs/citations.parquet").query("part == \'note\'")',
    'supported = keys.merge(notes, on=["article_slug", "key"], suffixes=("", "_note"))',
    "```",
    "",
    "A cell that a spreadsheet would run as a formula (it begins with `=`, `+`, `-`, `@`, a tab or a return) has an apostrophe before it.",
    "CSV is UTF-8 without a mark at its front: in Excel open it by Data, From Text/CSV, so that names keep their letters.",
)


def rows(extractions: Iterable[Extraction]) -> dict[str, list[tuple[Any, ...]]]:
    """Rows of every table, cells in the schema's order."""
    out: dict[str, list[tuple[Any, ...]]] = {name: [] for name in SCHEMA}
    for extraction in extractions:
        slug = extraction.article.revision.slug
        out["events"] += [_event(event) for event in extraction.events]
        out["actors"] += [(event.id, slug, *_actor(actor)) for event in extraction.events for actor in event.actors]
        cited = (*extraction.article.references, *extraction.article.works)
        out["citations"] += [(slug, *_reference(reference)) for reference in cited]
        out["dates"] += [_values(mention) for mention in extraction.dates]
        out["findings"] += [
            (slug, finding.code, " ".join(finding.message.split()), finding.start, finding.end)
            for finding in sorted(extraction.findings, key=lambda found: (found.start, found.end, found.code))
        ]
    return out


def frames(extractions: Iterable[Extraction]) -> dict[str, pd.DataFrame]:
    """Every table as a DataFrame with nullable types."""
    import pandas as pd

    return {
        name: pd.DataFrame(table, columns=[column.name for column in SCHEMA[name]], dtype="object").astype(dtypes(name))
        for name, table in rows(extractions).items()
    }


def dtypes(name: str) -> dict[str, str]:
    """The pandas dtype of each column of a table, as `pandas.read_csv(path, dtype=...)` takes them."""
    return {column.name: _DTYPES[column.type] for column in SCHEMA[name]}


def _event(event: Event) -> tuple[Any, ...]:
    which, date, trigger = event.article, event.date, event.trigger
    return (
        event.id, which.slug, which.title, which.wiki, which.page_id, which.revision_id, which.permalink, which.qid,
        " > ".join(event.section), event.block, event.field, event.sentence.text, event.sentence.start, event.sentence.end,
        *((trigger.text, trigger.lemma, trigger.start, trigger.end) if trigger else (None,) * 4),
        event.kind, event.plover, event.cameo, date.text, date.start, date.end, date.edtf, date.timex, date.mod,
        date.earliest, date.latest, date.precision, date.derived,
        "; ".join(f"{actor.name} ({actor.role})" for actor in event.actors), "; ".join(item.key for item in event.citations),
        event.realis, event.confidence, event.rule, len(event.also),
    )  # fmt: skip


def _reference(reference: Reference) -> tuple[Any, ...]:
    return tuple("; ".join(value) if isinstance(value, tuple) else value for value in _values(reference))


def _values(record: Reference | DateMention) -> tuple[Any, ...]:
    return tuple(getattr(record, field.name) for field in fields(record))


def dictionary() -> str:
    """The data dictionary as Markdown: `docs/data_dictionary.md`."""
    out = [
        "# Data dictionary",
        "",
        *READING,
        "",
        "Written from `src/extractor/tables.py`; a test holds the two together. Places count code points of the wikitext,",
    ]
    out += [
        "ends exclusive. `events.jsonl` holds the same facts nested, one event a line (`extractor.records.Event`).",
        "",
    ]
    for name, columns in {**SCHEMA, "changes": FEED}.items():
        out += [f"## {name}", "", "| column | type | meaning |", "| --- | --- | --- |"]
        out += [f"| `{column.name}` | {column.type} | {column.meaning} |" for column in columns]
        out.append("")
    out += ["## Codes of findings", "", "| code | about | meaning |", "| --- | --- | --- |"]
    out += [f"| `{code.name}` | {code.type} | {code.meaning} |" for code in FINDINGS]
    return "\n".join([*out, ""])
