"""`extractor extract`: sources → tables, with a summary for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import Progress, track
from rich.table import Table
from rich.text import Text

from extractor.cli.app import LeastConfidence, Model, app, people, sure, writable
from extractor.cli.wiki import CACHE, Address, Cache, Category, Contact, Depth, Listed, connect, titles
from extractor.errors import ExtractorError, SourceError
from extractor.records import Extraction, Failure, Finding, Revision

if TYPE_CHECKING:
    from extractor.sources import Wiki

SHOWN = 20  # articles in the summary, and lines of findings
WIDE = 100  # columns of a terminal


@app.command()
def extract(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            help="Wikitext files, folders of them or, with --wiki, titles of its pages; default: the folder corpus."
        ),
    ] = None,
    out: Annotated[Path, typer.Option(help="Folder for the tables.")] = Path("outputs"),
    model: Model = None,
    min_confidence: LeastConfidence = 0.0,
    wiki: Address = None,
    contact: Contact = "",
    listed: Listed = None,
    category: Category = None,
    depth: Depth = 0,
    cache: Cache = CACHE,
) -> None:
    """Extract dated events: files, folders and page titles → events and the other tables as JSON Lines, CSV and Parquet.

    Exit codes: 0 done; 1 some articles failed and are listed, the rest is written; 2 wrong usage, nothing was done.
    """
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
        given = list(_read(sources or []))
    failures = [item for item in given if isinstance(item, Failure)]
    nlp = load(model)
    done: list[Extraction] = []
    with Progress(console=people, transient=True, disable=not people.is_terminal) as progress:
        task = progress.add_task("extracting", total=len(given))
        for item in given:
            if isinstance(item, Revision):
                try:
                    done.append(sure(extract_one(item, nlp), min_confidence))
                except (ExtractorError, ValueError, RecursionError, MemoryError) as error:
                    failures.append(Failure(item.slug, f"{type(error).__name__}: {error}"))
            progress.advance(task)
    if done or not failures:  # a wiki that is down leaves the last run's tables as they were
        for write in FORMATS.values():
            write(done, out)
    _summary(done, failures, out)
    raise typer.Exit(1 if failures else 0)


def _fetched(
    wiki: Wiki, sources: list[str], listed: Path | None, category: str | None, depth: int
) -> list[Revision | Failure]:
    """The revisions in files, and the current ones of the pages of a wiki. A source that is no path is a title."""
    from extractor.sources import revisions

    paths = [Path(source) for source in sources if Path(source).exists()]
    pages = titles(wiki, [source for source in sources if not Path(source).exists()], listed, category, depth)
    if not paths and not pages:
        raise SourceError("no page is named: give titles, or --list or --category with pages in them")
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

    if not sources and not Path("corpus").exists():
        raise SourceError("nothing to read: name wikitext files or folders, or titles of pages with --wiki")
    for source in sources:
        if not Path(source).exists():
            raise SourceError(f"{source}: no such file or folder; if it is a page's title, name its wiki with --wiki")
    return revisions([Path(source) for source in sources or ["corpus"]])


def _summary(done: list[Extraction], failures: list[Failure], out: Path) -> None:
    """What a person wants to know: counts by article, findings, failures, where it went."""
    if done:
        people.print(_counts(done[:SHOWN], people.width))
    lines = [f"… and {len(done) - SHOWN} more"] if len(done) > SHOWN else []
    found = [line for extraction in done for line in _findings(extraction)]
    lines += found[:SHOWN]
    lines += [f"… all findings are in {out / 'findings.csv'}"] if len(found) > SHOWN else []
    lines += [f"failed: {failure.slug}: {failure.message}" for failure in failures]
    total = _counted(sum(len(extraction.events) for extraction in done), "event")
    if done or not failures:
        lines.append(
            f"{total} of {_counted(len(done), 'article')} in {out}" + f"; {len(failures)} failed" * bool(failures)
        )
    else:
        lines.append(f"nothing was extracted, nothing written to {out}")
    for line in lines:
        people.print(line, markup=False, highlight=False, soft_wrap=True)


def _counts(done: list[Extraction], width: int) -> Table:
    """A line an article, cut to the width; the commonest kinds only where there is room for them."""
    wide = width >= WIDE
    table = Table(box=None, pad_edge=False)
    table.add_column(
        "article", no_wrap=True, overflow="ellipsis", max_width=max(8, width // 2 - 8 if wide else width - 32)
    )
    for heading in ("events", "dates", "references"):
        table.add_column(heading, justify="right", no_wrap=True)
    if wide:
        table.add_column("commonest kinds", no_wrap=True, overflow="ellipsis", max_width=width // 2 - 24)
    for extraction in done:
        kinds = Counter(event.kind for event in extraction.events).most_common(3)
        counts = len(extraction.events), len(extraction.dates), len(extraction.article.references)
        cells = [*map(str, counts), *([", ".join(f"{kind} {count}" for kind, count in kinds)] if wide else [])]
        table.add_row(Text(extraction.article.revision.title), *cells)
    return table


def _findings(extraction: Extraction) -> Iterator[str]:
    """A line for each code of finding: how many, and the first with its line in the wikitext."""
    revision = extraction.article.revision
    groups: dict[str, list[Finding]] = {}
    for finding in extraction.findings:
        groups.setdefault(finding.code, []).append(finding)
    for code, found in groups.items():
        first = min(found, key=lambda finding: finding.start)
        line = revision.text.count("\n", 0, first.start) + 1
        times = f" ×{len(found)}, first" if len(found) > 1 else ""
        yield f"{revision.slug}:{line}: {code}{times}: {' '.join(first.message.split())}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"
