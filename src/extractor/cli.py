"""The command: parses, calls one library function, prints. stdout is for data, stderr for people.

Exit codes: 0 done, 1 some articles failed (each is listed), 2 wrong usage or unusable input.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from extractor.errors import ExtractorError
from extractor.records import Extraction, Failure, Revision

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    help=__doc__.splitlines()[0] if __doc__ else None,
    pretty_exceptions_enable=False,
)
people = Console(stderr=True)
Model = Annotated[str | None, typer.Option(help="Another spaCy pipeline with parser and NER: a package or a folder.")]


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


@app.command()
def parse(file: Annotated[Path, typer.Argument(help="One wikitext file.")]) -> None:
    """Read one article: sections, blocks with offsets, reference marks with rendered numbers and references, as JSON."""
    from extractor import sources as rooms
    from extractor.wikitext import parse as parse_one

    article = parse_one(rooms.read(_there(file)))
    sys.stdout.write(
        msgspec.json.format(
            msgspec.json.encode(
                {
                    "sections": article.sections,
                    "blocks": article.blocks,
                    "marks": [{"label": mark.key, "start": mark.start, "end": mark.end} for mark in article.marks],
                    "references": article.references,
                    "works": article.works,
                    "findings": article.findings,
                }
            ),
            indent=1,
        ).decode()
        + "\n"
    )


@app.command()
def dates(
    file: Annotated[
        Path | None, typer.Argument(help='JSON Lines of {"doc_id", "text", "dct"?}; default: standard input.')
    ] = None,
) -> None:
    """Find time expressions in plain texts: JSON Lines in, JSON Lines with TIMEX3 and EDTF out."""
    from extractor.timex import find

    lines = _there(file).open(encoding="utf-8") if file else sys.stdin
    with lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
                doc_id, text = row["doc_id"], row["text"]
            except (ValueError, KeyError, TypeError) as error:
                raise ExtractorError(
                    f'{file or "standard input"}:{number}: not {{"doc_id", "text"}}: {error}'
                ) from error
            found = [
                {
                    "start": item.start,
                    "end": item.end,
                    "text": item.text,
                    "type": item.type,
                    "value": item.value,
                    "mod": item.mod,
                    "edtf": item.edtf,
                }
                for item in find(text).timexes
            ]
            sys.stdout.write(json.dumps({"doc_id": doc_id, "timexes": found}, ensure_ascii=False) + "\n")


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Folder of gold files.")],
    events: Annotated[Path, typer.Argument(help="An events.jsonl, or a folder of gold files: a second annotator.")],
    texts: Annotated[Path, typer.Option(help="Folder of the wikitext that the gold's places are held against.")] = Path(
        "corpus"
    ),
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    errors: Annotated[int, typer.Option(help="How many errors to list.")] = 0,
) -> None:
    """Score events against hand labels, with 95 % bootstrap intervals."""
    from extractor import evaluate as room
    from extractor import sources as rooms
    from extractor.evaluate.metrics import as_json as form

    known = rooms.revisions([texts]) if texts.is_dir() else ()
    sources = {item.slug: item.text for item in known if isinstance(item, Revision)}
    scores = room.evaluate(room.read_gold(gold, sources), room.events_by_article(events))
    if as_json:
        sys.stdout.write(json.dumps(form(scores)) + "\n")
        return
    sys.stdout.write(
        f"{scores.articles} articles, {scores.counts['gold']} labelled events, {scores.counts['found']} extracted in their stretches\n"
    )
    sys.stdout.write(f"figure      P      R      F1    [95 % interval of F1, resampling {scores.resampled}]\n")
    for name, (p, r, f) in scores.figures.items():
        low, high = scores.intervals[name]
        sys.stdout.write(f"{name:<10} {p:.3f}  {r:.3f}  {f:.3f}  [{low:.3f}, {high:.3f}]\n")
    for line in scores.errors[:errors]:
        sys.stdout.write(line + "\n")


def _there(path: Path) -> Path:
    if not path.is_file():
        raise ExtractorError(f"{path}: no such file")
    return path


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


def main() -> None:
    """Entry point: errors of this package become one line and exit code 2."""
    try:
        app()
    except ExtractorError as error:
        people.print(f"extractor: {error}", markup=False, highlight=False, soft_wrap=True)
        raise SystemExit(2) from None
