"""`extractor evaluate`: events against hand labels."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.app import app, people
from extractor.errors import SourceError
from extractor.records import Revision


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Folder of gold files.")],
    events: Annotated[
        Path,
        typer.Argument(help="An events.jsonl, a folder that holds one, or a folder of gold files: a second annotator."),
    ],
    texts: Annotated[Path, typer.Option(help="Folder of the wikitext that the gold's places are held against.")] = Path(
        "corpus"
    ),
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    errors: Annotated[
        int, typer.Option(help="How many errors to list, as what was labelled <> what was extracted.")
    ] = 0,
) -> None:
    """Score events against hand labels, with 95 % bootstrap intervals."""
    from extractor import evaluate as room
    from extractor import sources as rooms
    from extractor.evaluate.metrics import as_json as form

    events = events / "events.jsonl" if (events / "events.jsonl").is_file() else events
    if not texts.exists():
        raise SourceError(f"{texts}: no such folder; name that of the labelled articles' wikitext with --texts")
    sources = {item.slug: item.text for item in rooms.revisions([texts]) if isinstance(item, Revision)}
    labels, extracted = room.read_gold(gold, sources), room.events_by_article(events)
    room.check_common(labels, extracted)
    for slug in sorted(set(labels) - set(sources)):
        people.print(
            f"{slug}: no wikitext in {texts}; the labels' places are not checked", markup=False, soft_wrap=True
        )
    scores = room.evaluate(labels, extracted)
    if as_json:
        sys.stdout.write(json.dumps(form(scores)) + "\n")
        return
    sys.stdout.write(
        f"{scores.articles} article{'s' * (scores.articles != 1)}, {scores.counts['gold']} labelled events, {scores.counts['found']} extracted in their stretches\n"
    )
    sys.stdout.write(f"figure      P      R      F1    [95 % interval of F1, resampling {scores.resampled}]\n")
    for name, (p, r, f) in scores.figures.items():
        low, high = scores.intervals[name]
        sys.stdout.write(f"{name:<10} {p:.3f}  {r:.3f}  {f:.3f}  [{low:.3f}, {high:.3f}]\n")
    for line in scores.errors[:errors]:
        sys.stdout.write(line + "\n")
