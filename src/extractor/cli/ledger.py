"""`extractor update`, `changes`, `asof`, `history` and `rebuild`: a ledger of articles, kept true to a wiki."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer
from rich.progress import Progress

from extractor.cli.app import LeastConfidence, Model, app, people, sure, writable
from extractor.cli.wiki import CACHE, Address, Cache, Category, Contact, Depth, Listed, connect, titles
from extractor.errors import ExtractorError, LedgerError
from extractor.records import Change, Extraction, Revision

if TYPE_CHECKING:
    from extractor.batch import Ledger, Order, Summary, Worker
    from extractor.batch.run import Pages
    from extractor.sources import Folder, Wiki

LEDGER = Path("ledger.sqlite")
BLOCKS = "blocks.sqlite"
OVERLAP = timedelta(minutes=10)  # a wiki's clock and its replicas may lag behind ours
File = Annotated[Path, typer.Option("--ledger", help="File that keeps pages, events and their history.")]
Workers = Annotated[int, typer.Option(help="Worker processes.", min=1)]


@app.command()
def update(
    title: Annotated[list[str] | None, typer.Option(help="Title of an article; may be given again.")] = None,
    category: Category = None,
    depth: Depth = 0,
    listed: Listed = None,
    since: Annotated[
        str | None,
        typer.Option(
            help='Ask only for pages that changed since a time (ISO 8601, UTC) or since the "last" whole run.'
        ),
    ] = None,
    address: Address = "en.wikipedia.org",
    contact: Contact = "",
    folder: Annotated[
        Path | None,
        typer.Option(
            help="A folder of revisions in the wiki's stead: NAME.csv with the columns file, revid and timestamp, and a folder NAME of the files, for each page."
        ),
    ] = None,
    all_revisions: Annotated[
        bool, typer.Option("--all-revisions", help="Take each revision since the last seen, not only the current.")
    ] = False,
    ledger: File = LEDGER,
    out: Annotated[Path | None, typer.Option(help="Folder for the tables; without it none are written.")] = None,
    min_confidence: LeastConfidence = 0.0,
    cache: Cache = CACHE,
    workers: Workers = 1,
    model: Model = None,
) -> None:
    """Re-extract what changed: ask the wiki for the pages of the ledger (and any that are named), and say what changed in the events.

    The ledger and its feed of changes keep all events; --min-confidence is for the tables in --out.

    Exit codes: 0 done; 1 some pages failed, the rest is done, the next run tries them again; 2 nothing could be done.
    """
    from extractor import batch

    if out is not None:
        writable(out)
    elif min_confidence:
        raise ExtractorError("--min-confidence: for the tables of --out; name their folder")
    now, recipe = datetime.now(UTC), batch.recipe(model)
    make = partial(batch.Worker, recipe, model=model, cache=cache.expanduser() / BLOCKS)
    with _pages(address, contact, cache, folder) as pages, batch.ledger(ledger, write=True) as book:
        named = _named(pages, title or [], listed, category, depth) or _all(pages, book)
        order = batch.Order(recipe.whole, _stamp(now), named, _recent(pages, book, since), all_revisions, workers)
        summary = _run(pages, book, make, order)
        if out is not None:
            _write((sure(told, min_confidence) for told in book.current()), out)
    _say(summary, out)
    raise typer.Exit(1 if summary.failures else 0)


@app.command()
def changes(
    since: Annotated[str, typer.Option(help="Recorded on this day (ISO 8601, UTC) or after it.")] = "",
    after: Annotated[int, typer.Option(help="Only changes numbered above this: where you left off.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="JSON Lines, a change each.")] = False,
    ledger: File = LEDGER,
) -> None:
    """What updates changed in the events, oldest first: a feed. A removed event stays in it, as a tombstone under its id."""
    from extractor import batch

    if since:
        _day(since)
    with batch.ledger(ledger) as book:
        for change in book.changes(since, after):
            sys.stdout.write(_json(change) if as_json else _line(change))


@app.command()
def asof(
    date: Annotated[str, typer.Argument(help="A day, month or year (ISO 8601): what the articles said at its end.")],
    ledger: File = LEDGER,
    out: Annotated[
        Path | None, typer.Option(help="Folder for the tables; without it the events go to stdout as JSON Lines.")
    ] = None,
    min_confidence: LeastConfidence = 0.0,
) -> None:
    """What the articles said then: their events as of a day, as far as the ledger has seen the past."""
    from extractor import batch

    _day(date)
    with batch.ledger(ledger) as book:
        then = (sure(told, min_confidence) for told in book.asof(date))
        if out is not None:
            _write(then, out)
            people.print(f"tables in {out}", markup=False, highlight=False, soft_wrap=True)
            return
        for told in then:
            for event in told.events:
                sys.stdout.write(_json(event))


@app.command()
def history(
    event_id: Annotated[str, typer.Argument(help="Id of an event, as tables and feed have it.")],
    as_json: Annotated[bool, typer.Option("--json", help="JSON Lines, a change each.")] = False,
    ledger: File = LEDGER,
) -> None:
    """The life of one event: the revisions that tell it, and each change."""
    from extractor import batch

    with batch.ledger(ledger) as book:
        stretches = book.validity(event_id)
        if not stretches:
            raise LedgerError(
                f"{ledger}: no event {event_id!r}; ids are in the table events and in `extractor changes`"
            )
        for first, last in stretches:
            people.print(
                f"told from {_revision(first)} {f'to {_revision(last)}' if last else 'until now'}",
                markup=False,
                highlight=False,
                soft_wrap=True,
            )
        for change in book.changes(event=event_id):
            sys.stdout.write(_json(change) if as_json else _line(change))


@app.command()
def rebuild(
    source: Annotated[Path, typer.Argument(help="The ledger whose revisions are told anew.")],
    ledger: File = LEDGER,
    cache: Cache = CACHE,
    workers: Workers = 1,
    model: Model = None,
) -> None:
    """Make a new ledger from the revisions that another keeps, all by the present extractor."""
    from extractor import batch

    if ledger.exists():
        raise LedgerError(f"{ledger}: there already; name a new file with --ledger")
    recipe = batch.recipe(model)
    worker = partial(batch.Worker, recipe, model=model, cache=cache.expanduser() / BLOCKS)
    with batch.ledger(source) as old, batch.ledger(ledger, write=True) as new:
        failures = batch.rebuild(old, new, worker, recipe.whole, workers)
        pages, changed = len(new.seen()), sum(1 for _ in new.changes())
    for failure in failures:
        people.print(f"failed: {failure.slug}: {failure.message}", markup=False, highlight=False, soft_wrap=True)
    people.print(
        f"pages: {pages}, changes in events: {changed}, in {ledger}", markup=False, highlight=False, soft_wrap=True
    )
    raise typer.Exit(1 if failures else 0)


@contextmanager
def _pages(address: str | None, contact: str, cache: Path, folder: Path | None) -> Iterator[Wiki | Folder]:
    from extractor import sources

    if folder:
        yield sources.Folder(folder)
        return
    with connect(address or "en.wikipedia.org", contact, cache) as wiki:
        yield wiki


def _named(
    pages: Wiki | Folder, title: list[str], listed: Path | None, category: str | None, depth: int
) -> list[str] | None:
    """The titles that are asked for; None where none are named, for all of the ledger."""
    from extractor import sources

    if isinstance(pages, sources.Folder):
        if category:
            raise ExtractorError("--category: a folder has no categories; name pages with --title or --list")
        return [*title, *(sources.titles(listed) if listed else ())] or None
    return titles(pages, title, listed, category, depth) or None


def _all(pages: Wiki | Folder, book: Ledger) -> list[str] | None:
    """Where no page is named: None for those that the ledger watches; it watches none yet: all of a folder."""
    from extractor import sources

    if any(seen.wiki == pages.name for seen in book.seen()):
        return None
    if isinstance(pages, sources.Folder):
        return pages.titles()
    raise LedgerError(f"no page of {pages.name} is watched yet: name some with --title, --list or --category")


def _recent(pages: Wiki | Folder, book: Ledger, since: str | None) -> frozenset[int] | None:
    """Ids of the ledger's pages that a wiki's recent changes name; None where all are to be asked for."""
    from extractor import sources

    since = book.last_run(pages.name) if since == "last" else since
    if since is None or isinstance(pages, sources.Folder):
        return None
    lines = list(pages.recent_changes(_stamp(_day(since) - OVERLAP)))
    touched = {name for line in lines for name in (line.title, line.target) if name}
    ids = {line.page_id for line in lines}
    return frozenset(seen.page_id for seen in book.seen() if seen.title in touched or seen.page_id in ids)


def _run(pages: Pages, book: Ledger, worker: partial[Worker], order: Order) -> Summary:
    from extractor import batch

    with Progress(console=people, transient=True, disable=not people.is_terminal) as bar:
        task = bar.add_task("updating", total=None)
        return batch.update(
            pages, book, worker, order, lambda done, total: bar.update(task, completed=done, total=total)
        )


def _write(extractions: Iterable[Extraction], out: Path) -> None:
    from extractor.export import FORMATS

    told = list(extractions)
    for write in FORMATS.values():
        write(told, out)


def _say(summary: Summary, out: Path | None) -> None:
    """What a person wants to know: pages, changes, failures, where it went."""

    def counted(counts: Counter[str]) -> str:
        return ", ".join(f"{count} {name}" for name, count in sorted(counts.items())) or "none"

    lines = [f"failed: {failure.slug}: {failure.message}" for failure in summary.failures]
    lines += [f"pages: {counted(summary.pages)}", f"changes in events: {counted(summary.changes)}"]
    lines += [f"tables in {out}"] if out else []
    for line in lines:
        people.print(line, markup=False, highlight=False, soft_wrap=True)


def _line(change: Change) -> str:
    """A change as a person reads it."""
    when = (change.timestamp or change.recorded)[:10]
    what = (
        f"{change.before or ''} → {change.after or ''}"
        if change.before and change.after
        else change.after or change.before or ""
    )
    said = f"  [{change.comment}]" if change.comment else ""
    line = f"{change.number}  {when}  {change.article}  {change.event_id}  {change.type} ({change.cause})  {what}{said}"
    return f"{_cut(line)}\n"


def _cut(line: str) -> str:
    """The line as wide as the terminal; whole where it goes to a pipe or file."""
    width = get_terminal_size().columns
    return line[: width - 1] + "…" if sys.stdout.isatty() and len(line) > width else line


def _json(record: object) -> str:
    return msgspec.json.encode(record).decode() + "\n"


def _revision(revision: Revision) -> str:
    return f"{revision.slug} {revision.revision_id} of {revision.timestamp or 'an unknown day'}"


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _day(text: str) -> datetime:
    """A time as given: ISO 8601, or only its year or month. In UTC where it names no zone."""
    whole = text + "0001-01-01"[len(text) :] if len(text) in (4, 7) else text
    try:
        moment = datetime.fromisoformat(whole)
    except ValueError as error:
        raise ExtractorError(f"{text!r} is no time: write 2026-11-24 or 2026-11-24T03:00:00Z") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
