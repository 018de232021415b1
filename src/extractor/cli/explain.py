"""`extractor explain`: why an event was extracted: its sentence, its date, its path through the parse, its actors, its references."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from extractor.cli.app import Model, app, there
from extractor.errors import EventsError, SourceError
from extractor.records import Event, Extraction, Revision


@app.command()
def explain(
    event_id: Annotated[str, typer.Argument(metavar="EVENT_ID", help="The event's id in events.jsonl.")],
    events: Annotated[Path, typer.Option(help="The events.jsonl that holds it.")] = Path("outputs/events.jsonl"),
    texts: Annotated[Path, typer.Option(help="The wikitext it was extracted from: a folder or a file.")] = Path(
        "corpus"
    ),
    model: Model = None,
) -> None:
    """Show why an event was extracted: the article is read again, and what decided is written out."""
    from spacy.tokens import Doc

    from extractor.extract import extract
    from extractor.pipeline import load
    from extractor.pipeline.language import reader

    row = _row(there(events), event_id)
    seen: list[Doc] = []
    read = reader(load(model))

    def understand(units: Any) -> list[Doc]:
        docs = read(units)
        seen.extend(docs)
        return docs

    extraction = extract(_revision(texts, row["article"]["slug"]), understand=understand)
    event = _same(extraction, row)
    sys.stdout.write("\n".join(_lines(event, extraction, seen)) + "\n")


def _row(path: Path, event_id: str) -> dict[str, Any]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            row: dict[str, Any] = json.loads(line)
            if row.get("id") == event_id:
                return row
    raise EventsError(f"{path}: no event has the id {event_id!r}")


def _revision(texts: Path, slug: str) -> Revision:
    from extractor.sources import revisions

    found = next((item for item in revisions([texts]) if isinstance(item, Revision) and item.slug == slug), None)
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
    yield f"{article.title}, {' > '.join(event.section) or 'lead'}, {event.block}: {article.permalink or article.slug}"
    yield f"  {_marked(event, extraction.article.revision.text)}"
    yield f"kind        {event.kind} (PLOVER {event.plover or '-'}, CAMEO {event.cameo or '-'}), {event.realis}"
    yield f"date        {date.text!r} -> {date.edtf} ({date.precision}, {date.derived}): {date.earliest or '..'} to {date.latest or '..'}"
    basis = next((item for item in extraction.dates if item.start == date.start and item.basis), None)
    if basis:
        where = "" if basis.basis_start is None else f" @{basis.basis_start}"
        yield f"derived     from {basis.basis!r}{where}"
    yield f"decided by  {event.rule}; confidence {event.confidence}"
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


def _marked(event: Event, text: str) -> str:
    """The sentence in wikitext with the trigger, date and actors in brackets."""
    low, high = event.sentence.start, event.sentence.end
    spans = {(event.date.start, event.date.end): "date"}
    spans |= {(event.trigger.start, event.trigger.end): "trigger"} if event.trigger else {}
    spans |= {(actor.start, actor.end): actor.role for actor in event.actors if actor.start is not None}
    out, at = [], low
    for (start, end), name in sorted(spans.items(), key=lambda item: item[0][0] or 0):
        if start is not None and end is not None and at <= start and end <= high:
            out += [text[at:start], f"[{name}: {text[start:end]}]"]
            at = end
    return " ".join("".join([*out, text[at:high]]).split())


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
