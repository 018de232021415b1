"""`extractor parse` and `extractor dates`: how one article, or one plain text, is read."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from extractor.cli.app import app, there
from extractor.errors import ExtractorError
from extractor.records import Timex


class Spans(StrEnum):
    """How `dates` cuts ranges: the conventions of `extractor.timex.find`."""

    timex3 = "timex3"
    whole = "whole"


@app.command()
def parse(file: Annotated[Path, typer.Argument(help="One wikitext file.")]) -> None:
    """Read one article: sections, blocks with offsets, reference marks with rendered numbers and references, as JSON."""
    from extractor import sources as rooms
    from extractor.wikitext import parse as parse_one

    article = parse_one(rooms.read(there(file)))
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
    spans: Annotated[
        Spans, typer.Option(help="timex3: each end of a range by itself, and words like now; whole: a range as one.")
    ] = Spans.timex3,
) -> None:
    """Find time expressions in plain texts: JSON Lines in, JSON Lines with TIMEX3 and EDTF out."""
    from extractor.timex import find

    lines = there(file).open(encoding="utf-8") if file else sys.stdin
    with lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
                found = find(row["text"], spans=spans.value, written=row.get("dct"))
                said = {"doc_id": row["doc_id"], "timexes": [_timex(item) for item in found.timexes]}
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise ExtractorError(
                    f'{file or "standard input"}:{number}: not {{"doc_id", "text"}}: {error}'
                ) from error
            sys.stdout.write(json.dumps(said, ensure_ascii=False) + "\n")


def _timex(item: Timex) -> dict[str, object]:
    """One expression's line: the seven fields of every one, and what else is known of it."""
    more = {"interval": item.interval, "derived": item.derived, "basis": item.basis}
    return {name: getattr(item, name) for name in ("start", "end", "text", "type", "value", "mod", "edtf")} | {
        name: value for name, value in more.items() if value and value != "explicit"
    }
