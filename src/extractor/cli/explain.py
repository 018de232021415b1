"""`extractor explain`: why an event was extracted: its sentence, its date, its path through the parse, its actors, its references."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from extractor.cli.app import Model, app, events_file
from extractor.cli.wiki import CACHE, Cache
from extractor.errors import EventsError, SourceError
from extractor.records import Article, Block, Event, Extraction, Place, Revision

RULES = {
    "date-verb": "the parse ties the date to this verb",
    "date-noun": "the parse ties the date to this noun",
    "model": "the parse alone does not say it; the classifier does",
    "mission": "a state has a mission in a city since this date, or the second clause leaves that out",
}
LAYOUT = "told by layout: by the cell, item, field or caption that the date stands in"


@app.command()
def explain(
    event_id: Annotated[str, typer.Argument(metavar="EVENT_ID", help="The event's id, from the column id of events.")],
    events: Annotated[Path, typer.Option(help="The events.jsonl that holds it, or the folder of that file.")] = Path(
        "outputs/events.jsonl"
    ),
    texts: Annotated[
        Path,
        typer.Option(
            help="The wikitext it was extracted from: a folder or a file. What was fetched from a wiki is found in --cache."
        ),
    ] = Path("corpus"),
    cache: Cache = CACHE,
    model: Model = None,
) -> None:
    """Show why an event was extracted: its sentence, its date, what decided, its actors and references. The article is read again."""
    from spacy.tokens import Doc

    from extractor.extract import extract
    from extractor.pipeline import load
    from extractor.pipeline.language import reader

    row = _row(events_file(events), event_id)
    revision = _revision(texts, cache.expanduser(), row["article"])
    seen: list[Doc] = []
    read = reader(load(model))

    def understand(units: Any) -> list[Doc]:
        docs = read(units)
        seen.extend(docs)
        return docs

    extraction = extract(revision, understand=understand)
    event = _same(extraction, row)
    sys.stdout.write("\n".join(_lines(event, extraction, seen)) + "\n")


def _row(path: Path, event_id: str) -> dict[str, Any]:
    """The event's line; EventsError where the file has no such line, or other ones than events."""
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            try:
                row: dict[str, Any] = json.loads(line)
                if row["id"] == event_id and row["article"]["slug"]:
                    return row
            except (ValueError, KeyError, TypeError) as error:
                raise EventsError(f"{path}:{number}: no event; name the events.jsonl that extract wrote") from error
    raise EventsError(f"{path}: no event has the id {event_id!r}; ids are in the column id of events")


def _revision(texts: Path, cache: Path, article: dict[str, Any]) -> Revision:
    """The revision that an event was extracted from: from the texts, or as it was fetched."""
    from extractor import sources

    slug = article["slug"]
    given = sources.revisions([texts]) if texts.exists() else ()
    found = next((item for item in given if isinstance(item, Revision) and item.slug == slug), None)
    if found is None and article["revision_id"]:
        found = sources.fetched(cache, article["wiki"], article["revision_id"])
    if found is None:
        raise SourceError(f"{texts}: no wikitext of {slug!r} here; name its folder with --texts")
    return found


def _same(extraction: Extraction, row: dict[str, Any]) -> Event:
    """The event of the row in the article as it is read now."""
    wanted = (row["date"]["start"], (row["trigger"] or {}).get("start"), row["sentence"]["text"])
    for event in extraction.events:
        if (event.date.start, event.trigger.start if event.trigger else None, event.sentence.text) == wanted:
            return event
    raise EventsError(
        f"the text of {row['article']['slug']!r} no longer tells this event: it changed since, or the model did"
    )


def _lines(event: Event, extraction: Extraction, docs: list[Any]) -> Iterator[str]:
    date, article = event.date, event.article
    text = extraction.article.revision.text
    line = text.count("\n", 0, event.sentence.start) + 1
    where = f"{event.block}{f' field {event.field!r}' if event.field else ''}, line {line} of the wikitext"
    yield f"{article.title}, {' > '.join(event.section) or 'lead'}, {where}"
    yield from [article.permalink] if article.permalink else []
    yield f"  {_marked(event, extraction.article)}"
    yield f"kind        {event.kind} (PLOVER {event.plover or '-'}, CAMEO {event.cameo or '-'}), {event.realis}"
    yield f"date        {date.text!r} -> {date.edtf} ({', '.join(filter(None, (date.precision, date.mod, date.derived)))}): {date.earliest or '..'} to {date.latest or '..'}"
    basis = next((item for item in extraction.dates if item.start == date.start and item.basis), None)
    if basis:
        where = "" if basis.basis_start is None else f" @{basis.basis_start}"
        yield f"derived     from {basis.basis!r}{where}"
    yield f"decided by  {event.rule}; confidence {event.confidence}"
    rule, _, features = event.rule.partition(": ")
    yield f"            ({RULES.get(rule, LAYOUT)}{'; then the features that weighed most' if features else ''})"
    yield from _path(event, docs)
    for actor in event.actors:
        ids = ", ".join(filter(None, (actor.type, actor.code, actor.qid)))
        yield f"actor       {actor.name} ({actor.role}; {ids}){f' as {actor.text!r}' if actor.text else ', by layout or title'}"
    notes = {reference.key: reference for reference in extraction.article.references}
    for citation in event.citations:
        note = notes.get(citation.key)
        what = " ".join(filter(None, (note.title or note.text[:80], note.url))) if note else ""
        yield f"reference   [{citation.key}] {citation.strength}: {what}"
    for place in event.also:
        yield f"told again  {place.start}-{place.end}: {place.text}"


def _marked(event: Event, article: Article) -> str:
    """The sentence as it reads, with its date, trigger and actors in brackets."""
    said = event.sentence
    blocks = (item for item in article.blocks if item.kind == event.block and item.start <= said.start < item.end)
    block = next(blocks, None)
    spans = [("date", event.date), ("trigger", event.trigger), *((actor.role, actor) for actor in event.actors)]
    marks = [
        (*place, name)
        for name, span in spans
        if block and span and (place := _place(span.text, span.start, said, block)) is not None
    ]
    out, at = [], 0
    for start, end, name in sorted(marks):
        if start >= at:
            out += [said.text[at:start], f"[{name}: {said.text[start:end]}]"]
            at = end
    return " ".join("".join([*out, said.text[at:]]).split())


def _place(text: str, at: int | None, said: Place, block: Block) -> tuple[int, int] | None:
    """Where words that stand at a place of the wikitext are in a sentence: it has them as often before as the block has."""
    if not text or at is None:
        return None
    word = re.compile(re.escape(text))
    before = [match for match in word.finditer(block.text) if said.start <= block.source(*match.span())[0] < said.end]
    number = next((n for n, match in enumerate(before) if block.source(*match.span())[0] == at), None)
    within = list(word.finditer(said.text))
    return within[number].span() if number is not None and number < len(within) else None


def _path(event: Event, docs: list[Any]) -> Iterator[str]:
    """The way from the date to the trigger through the parse that the model made."""
    from extractor.pipeline.syntax import chain, dep

    if event.trigger is None:
        return
    for doc in docs:
        at = doc.text.find(event.sentence.text)
        date, trigger = (event.sentence.text.find(item.text) for item in (event.date, event.trigger))
        if at < 0 or date < 0 or trigger < 0:
            continue
        spans = [doc.char_span(at + low, at + low + len(item.text), alignment_mode="expand")
                 for low, item in ((date, event.date), (trigger, event.trigger))]  # fmt: skip
        up, goal = chain(spans[0].root), chain(spans[1].root)
        meet = next((token for token in up if token in goal), None)
        if meet is not None:
            climb = [f"{token.text} -{dep(token)}->" for token in up[: up.index(meet)]]
            descend = [f"<-{dep(token)}- {token.text}" for token in reversed(goal[: goal.index(meet)])]
            yield f"parse       {' '.join([*climb, meet.text, *descend])}"
        return
