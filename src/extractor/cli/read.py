"""`extractor parse` and `extractor dates`: how one article, or one plain text, is read."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from extractor.cli.app import app, people, there
from extractor.errors import ExtractorError
from extractor.records import Timex


class Spans(StrEnum):
    """How `dates` cuts ranges: the conventions of `extractor.timex.find`."""

    timex3 = "timex3"
    whole = "whole"


class Text(msgspec.Struct):
    """A line that `dates` reads. dct: the day of writing, ISO 8601."""

    doc_id: str | int
    text: str
    dct: str | None = None


@app.command()
def parse(file: Annotated[Path, typer.Argument(help="One wikitext file.")]) -> None:
    """Show how one article is read: sections, blocks with offsets, reference marks with rendered numbers and references, as JSON."""
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

    if file is None and sys.stdin.isatty():
        people.print('reading lines of {"doc_id": "a", "text": "…"}; end with Ctrl-D', markup=False, highlight=False)
    lines = there(file).open("rb") if file else sys.stdin.buffer
    with lines:
        for place, row in _rows(lines, str(file or "standard input")):
            try:
                found = find(row.text, spans=spans.value, written=row.dct)
            except ValueError as error:
                raise ExtractorError(f"{place}: dct: {error}") from error
            said = {"doc_id": row.doc_id, "timexes": [_timex(item) for item in found.timexes]}
            sys.stdout.write(json.dumps(said, ensure_ascii=False) + "\n")


def _rows(lines: Iterable[bytes], name: str) -> Iterator[tuple[str, Text]]:
    """The texts of JSON Lines, each with its place for messages. ExtractorError where a line is none."""
    read = 0
    for number, line in enumerate(lines, 1):
        try:
            text = line.decode("utf-8").removeprefix("\ufeff")
        except UnicodeDecodeError as error:
            raise ExtractorError(
                f"{name}: not UTF-8 at byte {read + error.start} (line {number}): save the file as UTF-8"
            ) from error
        read += len(line)
        if not text.strip():
            continue
        try:
            yield f"{name}:{number}", msgspec.json.decode(text, type=Text)
        except (msgspec.DecodeError, RecursionError) as error:
            raise ExtractorError(
                f'{name}:{number}: not {{"doc_id": …, "text": "…"}}, one to a line: {error}'
            ) from error


def _timex(item: Timex) -> dict[str, object]:
    """One expression's line: the seven fields of every one, and what else is known of it."""
    more = {"interval": item.interval, "derived": item.derived, "basis": item.basis}
    return {name: getattr(item, name) for name in ("start", "end", "text", "type", "value", "mod", "edtf")} | {
        name: value for name, value in more.items() if value and value != "explicit"
    }
