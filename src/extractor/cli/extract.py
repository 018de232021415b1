"""`extractor extract`: sources → tables, with a summary for people."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress
from rich.table import Table

from extractor.cli.app import Model, app, people
from extractor.errors import ExtractorError
from extractor.records import Extraction, Failure, Revision


@app.command()
def extract(
    sources: Annotated[list[Path] | None, typer.Argument(help="Wikitext files or folders of them.")] = None,
    out: Annotated[Path, typer.Option(help="Folder for the tables.")] = Path("outputs"),
    model: Model = None,
) -> None:
    """Extract dated events: files and folders → events, actors, citations and dates as JSON Lines, CSV and Parquet."""
    from extractor import sources as rooms
    from extractor.export import FORMATS
    from extractor.extract import extract as extract_one
    from extractor.pipeline import load

    given = list(rooms.revisions(sources or [Path("corpus")]))
    failures = [item for item in given if isinstance(item, Failure)]
    nlp = load(model)
    done: list[Extraction] = []
    with Progress(console=people, transient=True, disable=not people.is_terminal) as progress:
        task = progress.add_task("extracting", total=len(given))
        for item in given:
            if isinstance(item, Revision):
                try:
                    done.append(extract_one(item, nlp))
                except (ExtractorError, ValueError, RecursionError, MemoryError) as error:
                    failures.append(Failure(item.slug, f"{type(error).__name__}: {error}"))
            progress.advance(task)
    for write in FORMATS.values():
        write(done, out)
    _summary(done, failures, out)
    raise typer.Exit(1 if failures else 0)


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
