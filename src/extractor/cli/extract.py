"""`extractor extract`: sources → tables, with a summary for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import Progress, track
from rich.table import Table

from extractor.cli.app import Model, app, people, writable
from extractor.cli.wiki import CACHE, Address, Cache, Category, Contact, Depth, Listed, connect, titles
from extractor.errors import ExtractorError, SourceError
from extractor.records import Extraction, Failure, Revision

if TYPE_CHECKING:
    from extractor.sources import Wiki


@app.command()
def extract(
    sources: Annotated[
        list[str] | None, typer.Argument(help="Wikitext files, folders of them or, with --wiki, titles of its pages.")
    ] = None,
    out: Annotated[Path, typer.Option(help="Folder for the tables.")] = Path("outputs"),
    model: Model = None,
    min_confidence: Annotated[float, typer.Option(min=0, max=1, help="Leave out events less sure than this.")] = 0.0,
    wiki: Address = None,
    contact: Contact = "",
    listed: Listed = None,
    category: Category = None,
    depth: Depth = 0,
    cache: Cache = CACHE,
) -> None:
    """Extract dated events: files, folders and page titles → events and the other tables as JSON Lines, CSV and Parquet."""
    from extractor.export import FORMATS
    from extractor.extract import extract as extract_one
    from extractor.pipeline import load

    writable(out)
    if wiki:
        with connect(wiki, contact, cache) as client:
            given = _fetched(client, sources or [], listed, category, depth)
    elif listed or category:
        raise SourceError("--list and --category name pages of a wiki: say which with --wiki")
    else:
        given = list(_read(sources or ["corpus"]))
    failures = [item for item in given if isinstance(item, Failure)]
    nlp = load(model)
    done: list[Extraction] = []
    with Progress(console=people, transient=True, disable=not people.is_terminal) as progress:
        task = progress.add_task("extracting", total=len(given))
        for item in given:
            if isinstance(item, Revision):
                try:
                    done.append(_sure(extract_one(item, nlp), min_confidence))
                except (ExtractorError, ValueError, RecursionError, MemoryError) as error:
                    failures.append(Failure(item.slug, f"{type(error).__name__}: {error}"))
            progress.advance(task)
    if done or not failures:  # a wiki that is down leaves the last run's tables as they were
        for write in FORMATS.values():
            write(done, out)
    _summary(done, failures, out)
    raise typer.Exit(1 if failures else 0)


def _sure(extraction: Extraction, least: float) -> Extraction:
    """The extraction without the events whose confidence is below `least`."""
    return replace(extraction, events=tuple(event for event in extraction.events if event.confidence >= least))


def _fetched(
    wiki: Wiki, sources: list[str], listed: Path | None, category: str | None, depth: int
) -> list[Revision | Failure]:
    """The revisions in files, and the current ones of the pages of a wiki. A source that is no path is a title."""
    from extractor.sources import revisions

    paths = [Path(source) for source in sources if Path(source).exists()]
    pages = titles(wiki, [source for source in sources if not Path(source).exists()], listed, category, depth)
    current = wiki.current(titles=pages)
    shown = track(current, "fetching", len(pages), console=people, transient=True, disable=not people.is_terminal)
    return _distinct([*revisions(paths), *shown])


def _distinct(given: list[Revision | Failure]) -> list[Revision | Failure]:
    """What was given; a page with the slug of a file before it becomes a Failure, as ids of events are made of slugs."""
    taken = Counter[str]()
    out: list[Revision | Failure] = []
    for item in given:
        if isinstance(item, Revision):
            taken[item.slug] += 1
            if taken[item.slug] > 1:
                out.append(Failure(item.slug, f"{item.title}: a file has the slug {item.slug} too: leave one out"))
                continue
        out.append(item)
    return out


def _read(sources: list[str]) -> Iterator[Revision | Failure]:
    from extractor.sources import revisions

    for source in sources:
        if not Path(source).exists():
            raise SourceError(f"{source}: no such file or folder; if it is a page's title, name its wiki with --wiki")
    return revisions([Path(source) for source in sources])


def _summary(done: list[Extraction], failures: list[Failure], out: Path) -> None:
    """What a person wants to know: counts by article, findings, failures, where it went."""
    table = Table(box=None, pad_edge=False)
    for heading in ("article", "events", "dates", "references", "commonest kinds"):
        table.add_column(heading, justify="right" if heading in ("events", "dates", "references") else "left")
    for extraction in done[:20]:
        kinds = Counter(event.kind for event in extraction.events).most_common(3)
        references = len(extraction.article.references)
        table.add_row(
            extraction.article.revision.title, str(len(extraction.events)), str(len(extraction.dates)), str(references),
            ", ".join(f"{kind} {count}" for kind, count in kinds),
        )  # fmt: skip
    people.print(table)
    if len(done) > 20:
        people.print(f"… and {len(done) - 20} more")
    for extraction in done:
        for finding in extraction.findings[:5]:
            people.print(
                f"{extraction.article.revision.slug}: {finding.code}: {finding.message}", markup=False, highlight=False
            )
    for failure in failures:
        people.print(f"failed: {failure.slug}: {failure.message}", markup=False, highlight=False, soft_wrap=True)
    total = sum(len(extraction.events) for extraction in done)
    people.print(
        f"{total} events of {len(done)} articles in {out}{f'; {len(failures)} failed' if failures else ''}",
        markup=False,
        highlight=False,
    )
