"""From pieces to blocks in reading order: lines make paragraphs and list items; captions, fields and rows are opened here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from extractor.lang import words
from extractor.records import Block, Cell, Section
from extractor.wikitext import tables, templates
from extractor.wikitext.builder import Builder
from extractor.wikitext.notes import Notes
from extractor.wikitext.pieces import APART, Piece, Stretch
from extractor.wikitext.preprocess import Node
from extractor.wikitext.reader import Reader

CUT = re.compile("\\[\\[|\\]\\]|[|\x04]")
RULE = re.compile(r"-{4,}\s*$")
MARKERS = re.compile(r"[*#:;]+[ \t]*")
IMAGE_OPTION = re.compile(
    r"(?i)^\s*(?:thumb(?:nail)?|frame(?:d|less)?|border|left|right|center|centre|none|upright(?:\s*=?\s*[\d.]*)?|\d*x?\d+\s*px"
    r"|(?:alt|link|lang|page|class|thumbtime|start|end|upright)\s*=.*|baseline|sub|super|top|text-top|middle|bottom|text-bottom)\s*$",
    re.S,
)
# a picture's field whose value is a file or a size, not words
SILENT_FIELD = re.compile(
    r"(?i)^(?:image|img|logo|map|flag|coat|seal|signature|photo|alt|.*(?:_alt|_size|width|upright|style|color|colour|image|map|flag\d*))\d*$"
)


class Assembler:
    """Takes the page's pieces in order and keeps blocks and sections."""

    def __init__(self, reader: Reader, notes: Notes, language: str = "en") -> None:
        """`notes` gives marks their keys; `language` names the sections that are set apart."""
        self.reader, self.notes, self.blocks, self.sections = reader, notes, list[Block](), list[Section]()
        self._aside_names = words(language).ASIDE_SECTIONS
        self._builder, self._kind = Builder(notes), "paragraph"
        self._path: tuple[str, ...] = ()
        self._levels: list[int] = []
        self._line_empty, self._term, self._tables = True, False, 0
        self._open = {
            "text": self._lines, "line": self._break, "heading": self._heading, "table": self._table,
            "file": self._file, "caption": self._captioned, "gallery": self._gallery, "infobox": self._infobox, "aside": self._hatnote,
        }  # fmt: skip

    def feed(self, pieces: Iterable[Piece]) -> None:
        """Take the pieces of the whole page."""
        for piece in pieces:
            handler = self._open.get(piece.kind)
            if handler:
                handler(piece)
            else:
                self._builder.add(piece)
                self._line_empty = self._line_empty and not piece.text
        self._flush()

    def _lines(self, piece: Piece) -> None:
        at = piece.start
        for number, line in enumerate(piece.text.split("\n")):
            if number:
                self._newline(at - 1)
            marker = MARKERS.match(line) if self._line_empty else None
            if marker:
                self._flush()
                self._kind = "list_item"
            begin = marker.end() if marker else 0
            if self._line_empty:
                self._term = marker is not None and ";" in marker.group()
                if RULE.match(line):
                    self._flush()
                    begin = len(line)
            colon = line.find(":", begin) if self._term else -1
            if colon >= 0:  # ; term : definition
                self._words(line[begin:colon], at + begin)
                self._flush()
                self._kind, self._term, begin = "list_item", False, colon + 1
            if line[begin:].strip() or not self._line_empty:
                self._words(line[begin:], at + begin)
            at += len(line) + 1

    def _words(self, text: str, at: int) -> None:
        self._builder.add(Piece("text", text, at, at + len(text)))
        self._line_empty = False

    def _newline(self, at: int) -> None:
        if self._line_empty or self._kind == "list_item":
            self._flush()
        else:
            self._builder.add(Piece("text", "\n", at, at + 1))
        self._line_empty = True

    def _break(self, piece: Piece) -> None:
        if piece.text == "br":
            self._builder.add(Piece("shown", " ", piece.start, piece.end))
        else:
            self._flush()
            self._kind = {"blockquote": "quote", "li": "list_item", "item": "list_item"}.get(piece.text, "paragraph")

    def _flush(self) -> None:
        self._keep(self._builder.block(self._kind, self._path, aside=self._is_aside))
        self._builder, self._kind, self._line_empty = Builder(self.notes), "paragraph", True

    def _keep(self, block: Block | None) -> None:
        if block:
            self.blocks.append(block)

    @property
    def _is_aside(self) -> bool:
        return any(title.lower() in self._aside_names for title in self._path)

    def _heading(self, piece: Piece) -> None:
        self._flush()
        inner, level = piece.data, len(piece.text)
        title = self._filled(self.reader.walker.walk(*inner)).text.strip()
        while self._levels and self._levels[-1] >= level:
            self._levels.pop()
            self._path = self._path[:-1]
        self._levels.append(level)
        self._path = (*self._path, title)
        self.sections.append(Section(level, title, self._path, piece.start, piece.end))

    def _filled(self, pieces: Iterable[Piece]) -> Builder:
        """A builder that holds the words of `pieces` on one line."""
        builder = Builder(self.notes)
        for piece in pieces:
            builder.add(piece if piece.kind != "line" else Piece("shown", " ", piece.start, piece.end))
        return builder

    def opened(self, piece: Piece) -> list[Block]:
        """Blocks of what stands apart within a cell or field."""
        before, self.blocks = self.blocks, []
        self._open[piece.kind](piece)
        out, self.blocks = self.blocks, before
        return out

    def _table(self, piece: Piece) -> None:
        self._flush()
        self._tables += 1
        table = tables.Table(self.reader, self.opened, self._path, self._tables)
        for block in table.blocks(piece.data):
            self._keep(replace(block, aside=self._is_aside))

    def _file(self, piece: Piece) -> None:
        """A picture: the last of its parts that is no layout option is its caption."""
        region, start, end = piece.data
        parts = _cut(region.mask, start, end)[1:]
        shown = [part for part in parts if not IMAGE_OPTION.match(region.mask[slice(*part)])]
        if shown:
            self._caption(Stretch(region, *shown[-1]))

    def _gallery(self, piece: Piece) -> None:
        self._flush()
        node: Node = piece.data
        region = self.reader.region(node.inner, node.inner_end)
        start = 0
        for line in region.mask.split("\n"):
            shown = [part for part in _cut(line, 0, len(line))[1:] if not IMAGE_OPTION.match(line[slice(*part)])]
            if shown:
                self._caption(Stretch(region, start + shown[-1][0], start + shown[-1][1]))
            start += len(line) + 1

    def _captioned(self, piece: Piece) -> None:
        self._caption(piece.data)

    def _caption(self, stretch: Stretch) -> None:
        builder = self._filled(self.reader.walker.walk(*stretch))
        self._keep(builder.block("caption", self._path, aside=self._is_aside))

    def _infobox(self, piece: Piece) -> None:
        """An infobox: a block for each field; a file or size in a field is set apart."""
        name, values = self.reader.call(piece.data)
        for place in templates.shown_order(name, [value.name for value in values], self.reader.language):
            value = values[place]
            silent = bool(SILENT_FIELD.match(value.name))
            pieces, nested = list[Piece](), list[Block]()
            for inner in self.reader.value(value):
                if inner.kind in APART:
                    nested += self.opened(inner)
                else:
                    pieces.append(inner)
            builder = Builder(self.notes)
            tables.fill(pieces, builder)
            if not silent or builder.marks:
                builder.cells.append(Cell(0, builder.length, value.name.replace("_", " ").strip()))
                self._keep(builder.block("infobox_field", self._path, aside=silent))
            for block in nested:
                self._keep(block)

    def _hatnote(self, piece: Piece) -> None:
        values = self.reader.call(piece.data)[1]
        wanted = [value for value in values if (value.name == piece.text if piece.text else value.name.isdecimal())]
        builder = Builder(self.notes)
        for number, value in enumerate(wanted):
            if number:
                builder.add(Piece("shown", ", ", value.start - 1, value.start))
            for inner in self.reader.value(value):
                builder.add(inner if inner.kind != "line" else Piece("shown", " ", inner.start, inner.end))
        self._keep(builder.block("hatnote", self._path, aside=True))


def _cut(mask: str, start: int, end: int) -> list[tuple[int, int]]:
    """Places of what stands between the bars of a picture's brackets, links within them left whole."""
    out, depth, begin = [], 0, start
    for match in CUT.finditer(mask, start, end):
        if match.group() == "[[":
            depth += 1
        elif match.group() == "]]":
            depth = max(0, depth - 1)
        elif not depth:
            out.append((begin, match.start()))
            begin = match.end()
    return [*out, (begin, end)]
