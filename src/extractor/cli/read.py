"""`extractor parse` and `extractor dates`: how one article, or one plain text, is read."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from extractor.cli.app import app, there
from extractor.errors import ExtractorError


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
