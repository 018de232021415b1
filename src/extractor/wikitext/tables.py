"""Tables: rows whose cells know their column's heading; row and column spans spread; captions; marks of the headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from mwparserfromhell.nodes import Tag

from extractor.records import Block, Cell
from extractor.wikitext.builder import Builder
from extractor.wikitext.notes import Notes
from extractor.wikitext.pieces import Piece, contents_start, walk

MAX_SPAN = 1000  # the HTML standard's cap on colspan; browsers read no more
LINE_MARK = re.compile(r"\n\s*(?:[*#:;]+[ \t]*|\n\s*)|\A[*#:;]+[ \t]*")


@dataclass(slots=True)
class _GridCell:
    pieces: list[Piece]
    header: bool
    rows: int
    columns: int
    start: int
    end: int
    text: str = ""
    keys: tuple[str, ...] = ()


@dataclass(slots=True)
class _Row:
    cells: list[_GridCell]
    start: int
    end: int


def read(table: Tag, start: int, notes: Notes, path: tuple[str, ...], number: int) -> list[Block]:
    """Blocks of a table that stands at `start`: its caption, its rows that hold more than headings, what is nested in them."""
    captions, rows = _gather(table, start, notes)
    out = [block for block in captions if block]
    caption_keys = tuple(mark.key for block in out for mark in block.marks)
    grid = list(_spread(rows))
    headings: dict[int, list[str]] = {}
    keys: list[str] = []
    told = False
    for row, cells in zip(rows, grid, strict=True):
        own = [cell for cell in row.cells if cell.text.strip()]
        if not told and own and all(cell.header for cell in row.cells):
            for column, cell in cells.items():
                if cell.text and cell.text not in headings.setdefault(column, []):
                    headings[column].append(cell.text)
            keys += [key for cell in row.cells for key in cell.keys]
            continue
        told = told or bool(own)
        out += _row(row, cells, headings, (*keys, *caption_keys), notes, path, number)
    return out


def _gather(table: Tag, start: int, notes: Notes) -> tuple[list[Block | None], list[_Row]]:
    """Captions and rows in page order; the walk over cells happens here, so that marks are counted in order."""
    captions: list[Block | None] = []
    rows: list[_Row] = []

    def visit(nodes: Any, at: int) -> None:
        for node in nodes.nodes:
            source = str(node)
            name = str(node.tag).strip().lower() if isinstance(node, Tag) else ""
            if name in ("tr", "tbody", "thead", "tfoot"):
                if name == "tr":
                    rows.append(_Row([], at, at + len(source)))
                visit(node.contents, contents_start(node, at, source))
            elif name == "caption" or (name == "td" and node.wiki_markup and str(node.contents).startswith("+")):
                inner = contents_start(node, at, source)
                builder = Builder(notes)
                fill(walk(node.contents, inner, notes), builder, skip=inner + (name == "td"))
                captions.append(builder.block("caption", (), None))
            elif name in ("td", "th"):
                if not rows:
                    rows.append(_Row([], at, at))
                rows[-1].cells.append(_cell(node, at, source, notes, header=name == "th"))
                rows[-1].end = max(rows[-1].end, at + len(source))
            at += len(source)

    visit(table.contents, contents_start(table, start, str(table)))
    return captions, [row for row in rows if row.cells]


def _cell(node: Tag, at: int, source: str, notes: Notes, *, header: bool) -> _GridCell:
    pieces = list(walk(node.contents, contents_start(node, at, source), notes)) if node.contents is not None else []
    builder = Builder(notes)
    fill(pieces, builder)
    keys = tuple(notes.key(piece.data) for piece in pieces if piece.kind == "mark")
    span = {"rowspan": 1, "colspan": 1}
    for attribute in node.attributes:
        name, digits = str(attribute.name).strip().lower(), re.search(r"\d+", str(attribute.value))
        if name in span and digits:
            span[name] = min(max(1, int(digits.group())), MAX_SPAN)
    return _GridCell(pieces, header, span["rowspan"], span["colspan"], at, at + len(source), builder.text.strip(), keys)


def _spread(rows: list[_Row]) -> Iterator[dict[int, _GridCell]]:
    """For each row, column → cell, with cells that reach down from rows above (HTML's forming of a table)."""
    hanging: dict[int, tuple[int, _GridCell]] = {}
    for row in rows:
        columns = {column: cell for column, (_, cell) in hanging.items()}
        hanging = {column: (left - 1, cell) for column, (left, cell) in hanging.items() if left > 1}
        column = 0
        for cell in row.cells:
            while column in columns:
                column += 1
            for _ in range(cell.columns):
                columns[column] = cell
                if cell.rows > 1:
                    hanging[column] = (cell.rows - 1, cell)
                column += 1
        yield dict(sorted(columns.items()))


def _row(
    row: _Row, cells: dict[int, _GridCell], headings: dict[int, list[str]], keys: tuple[str, ...], notes: Notes,
    path: tuple[str, ...], number: int,
) -> Iterator[Block]:  # fmt: skip
    builder = Builder(notes)
    nested: list[Piece] = []
    seen: set[int] = set()
    for column, cell in cells.items():
        if id(cell) in seen:
            continue
        seen.add(id(cell))
        if builder.length or builder.cells:
            builder.part("\t", cell.start)
        start = builder.length
        nested += fill(cell.pieces, builder)
        builder.cells.append(Cell(start, builder.length, " ".join(headings.get(column, [])), cell.header))
    block = builder.block("table_row", path, (row.start, row.end), heading_marks=keys, table=number)
    if block:
        yield block
    for piece in nested:
        if piece.kind == "table":
            yield from read(piece.data, piece.start, notes, path, number)


def fill(pieces: Iterable[Piece], builder: Builder, skip: int = 0) -> list[Piece]:
    """Put a cell's or field's pieces into `builder`, a newline between its lines; returns what must be opened apart.

    Text before place `skip` is left out.
    """
    apart: list[Piece] = []
    fresh = True
    for piece in pieces:
        if piece.kind == "text":
            text = piece.text[max(0, skip - piece.start) :]
            fresh = _lines(text, piece.end - len(text), builder, fresh=fresh)
        elif piece.kind == "line":
            if builder.length:
                builder.part("\n", piece.start)
        elif piece.kind in ("table", "file", "gallery", "infobox", "aside", "heading"):
            apart.append(piece)
        else:
            builder.add(piece)
            fresh = fresh and not piece.text
    return apart


def _lines(text: str, at: int, builder: Builder, *, fresh: bool) -> bool:
    """Text of a cell: list items and paragraphs parted by newlines; returns whether the next piece begins the cell's text."""
    position = 0
    for match in LINE_MARK.finditer(text):
        if not match.group().startswith("\n") and not fresh:
            continue
        if match.start() > position:
            builder.add(Piece("text", text[position : match.start()], at + position, at + match.start()))
        if builder.length:
            builder.part("\n", at + match.start())
        position = match.end()
    rest = text[position:]
    if rest:
        builder.add(Piece("text", rest, at + position, at + len(text)))
    return fresh and not text.strip()
