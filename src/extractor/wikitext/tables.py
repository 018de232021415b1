"""Tables: rows whose cells know their column's heading; row and column spans spread; captions; marks of the headings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from extractor.records import Block, Cell
from extractor.wikitext.builder import Builder
from extractor.wikitext.grid import Area, Grid, Row
from extractor.wikitext.pieces import APART, Piece, Stretch
from extractor.wikitext.reader import Reader

LINE_MARK = re.compile(r"\n\s*(?:[*#:;]+[ \t]*|\n\s*)|\A[*#:;]+[ \t]*")


@dataclass(slots=True)
class _Read:
    """A cell as read: its pieces, its text, the keys of its marks, the blocks nested in it."""

    area: Area
    place: int
    pieces: list[Piece]
    text: str
    keys: tuple[str, ...]
    nested: list[Block]


class Table:
    """Reads one table; `opened` opens what stands apart in a cell (another table, a picture)."""

    def __init__(
        self, reader: Reader, opened: Callable[[Piece], list[Block]], path: tuple[str, ...], number: int
    ) -> None:
        """`number` counts the page's tables."""
        self._reader, self._opened, self._path, self._number = reader, opened, path, number

    def blocks(self, stretch: Stretch) -> list[Block]:
        """Its caption, its rows that hold more than headings, what is nested in them."""
        grid = Grid(stretch.region, stretch.start, stretch.end, self._reader.limits.cells)
        if grid.cut is not None:
            self._reader.limits.stop(
                "table_cut", "the page holds more table cells than are read", stretch.region.base + grid.cut
            )
        kinds = {id(area): "caption" for area in grid.captions} | {id(area): "paragraph" for area in grid.loose}
        out, read = list[Block](), dict[int, _Read]()
        for area in grid:  # in page order, so that marks are counted where they stand
            cell = self._cell(area, stretch)
            read[id(area)] = cell
            if id(area) in kinds:
                out += self._caption(cell, kinds[id(area)])
        keys = tuple(mark.key for block in out if block.kind == "caption" for mark in block.marks)
        return out + list(self._rows(grid.rows, read, stretch, keys))

    def _cell(self, area: Area, stretch: Stretch) -> _Read:
        self._reader.limits.cells -= 1
        pieces, nested = list[Piece](), list[Block]()
        for piece in self._reader.walker.walk(stretch.region, area.start, area.end):
            if piece.kind in APART:
                nested += self._opened(piece)
            else:
                pieces.append(piece)
        builder = Builder(self._reader.notes)
        fill(pieces, builder)
        keys = tuple(self._reader.notes.key(piece.data) for piece in pieces if piece.kind == "mark")
        return _Read(area, stretch.region.base + area.start, pieces, builder.text.strip(), keys, nested)

    def _caption(self, cell: _Read, kind: str) -> Iterator[Block]:
        builder = Builder(self._reader.notes)
        fill(cell.pieces, builder)
        block = builder.block(kind, () if kind == "caption" else self._path, None)
        yield from [*([block] if block else []), *cell.nested]

    def _rows(
        self, rows: list[Row], read: dict[int, _Read], stretch: Stretch, caption_keys: tuple[str, ...]
    ) -> Iterator[Block]:
        headings: dict[int, list[str]] = {}
        keys: list[str] = []
        told = False
        for row, columns in zip(rows, self._spread(rows, read), strict=True):
            own = [read[id(area)] for area in row.cells]
            shown = [cell for cell in own if cell.text]
            if not told and shown and all(cell.area.header for cell in own):
                for column, cell in columns.items():
                    if cell.text and cell.text not in headings.setdefault(column, []):
                        headings[column].append(cell.text)
                keys += [key for cell in own for key in cell.keys]
            else:
                told = told or bool(shown)
                place = (stretch.region.base + row.start, stretch.region.base + row.end)
                yield from self._row(columns, place, headings, (*keys, *caption_keys))
            for cell in own:
                yield from cell.nested

    def _spread(self, rows: list[Row], read: dict[int, _Read]) -> Iterator[dict[int, _Read]]:
        """For each row, column → cell, with cells that reach down from rows above (HTML's forming of a table)."""
        hanging: dict[int, tuple[int, _Read]] = {}
        for row in rows:
            columns = {column: cell for column, (_, cell) in hanging.items()}
            hanging = {column: (left - 1, cell) for column, (left, cell) in hanging.items() if left > 1}
            column = 0
            for area in row.cells:
                while column in columns:
                    column += 1
                for _ in range(area.columns if self._reader.limits.spread(10 * (area.columns - 1)) else 1):
                    columns[column] = read[id(area)]
                    if area.rows > 1:
                        hanging[column] = (area.rows - 1, read[id(area)])
                    column += 1
            if not self._reader.limits.spread(10 * len(hanging) + sum(len(cell.text) for _, cell in hanging.values())):
                hanging = {}
            yield dict(sorted(columns.items()))

    def _row(
        self, columns: dict[int, _Read], place: tuple[int, int], headings: dict[int, list[str]], keys: tuple[str, ...]
    ) -> Iterator[Block]:
        builder = Builder(self._reader.notes)
        seen: set[int] = set()
        for column, cell in columns.items():
            if id(cell) in seen:
                continue
            seen.add(id(cell))
            if builder.length or builder.cells:
                builder.part("\t", cell.place)
            start = builder.length
            fill(cell.pieces, builder)
            builder.cells.append(Cell(start, builder.length, " ".join(headings.get(column, [])), cell.area.header))
        block = builder.block("table_row", self._path, place, heading_marks=keys, table=self._number)
        if block:
            yield block


def fill(pieces: Iterable[Piece], builder: Builder) -> None:
    """Put a cell's or field's pieces into `builder`, a newline between its lines."""
    fresh = True
    for piece in pieces:
        if piece.kind == "text":
            fresh = _lines(piece.text, piece.start, builder, fresh=fresh)
        elif piece.kind == "line":
            if builder.length:
                builder.part("\n", piece.start)
        else:
            builder.add(piece)
            fresh = fresh and not piece.text


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
        if match.group().strip():
            builder.items.append(builder.length)
        position = match.end()
    rest = text[position:]
    if rest:
        builder.add(Piece("text", rest, at + position, at + len(text)))
    return fresh and not text.strip()
