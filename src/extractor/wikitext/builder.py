"""A block in the making: reading text with the map that leads each of its places back to the wikitext."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractor.records import Block, Cell, Link, Mark, Segment
from extractor.wikitext.notes import Notes
from extractor.wikitext.pieces import Piece

SPACES = re.compile(r"\s{2,}|[\n\r\t\xa0]")


@dataclass(slots=True)
class Builder:
    """Collects pieces; white space is folded to single blanks as a browser does, offsets kept."""

    notes: Notes
    parts: list[str] = field(default_factory=list)
    length: int = 0
    segments: list[Segment] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    marks: list[tuple[int, int, int, int]] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    uncited: list[int] = field(default_factory=list)
    items: list[int] = field(default_factory=list)
    _open: list[tuple[int, str, bool]] = field(default_factory=list)
    _last: str = "\n"

    def add(self, piece: Piece) -> None:
        """Take a piece of text, a link's begin or end, or a mark."""
        if piece.kind == "text":
            self._exact(piece.text, piece.start)
        elif piece.kind == "shown":
            self._append(piece.text, piece.start, piece.end, exact=False)
        elif piece.kind in ("link", "flag"):
            self._open.append((self.length, piece.data, piece.kind == "flag"))
        elif piece.kind == "endlink" and self._open:  # a table begun inside a link takes its end into another block
            start, target, flag = self._open.pop()
            self.links.append(Link(start, self.length, target, flag))
        elif piece.kind == "mark":
            self.marks.append((self.length, piece.data, piece.start, piece.end))
        elif piece.kind == "uncited":
            self.uncited.append(self.length)

    def part(self, char: str, at: int) -> None:
        """A parting that the wikitext has in another form: newline between lines of a cell, tab between cells."""
        if char == "\n" and self._last in "\n\t":
            return
        self._append(char, at, at, exact=False)

    def _exact(self, text: str, at: int) -> None:
        position = 0
        for match in SPACES.finditer(text):
            self._append(text[position : match.start()], at + position, at + match.start(), exact=True)
            self._append(" ", at + match.start(), at + match.end(), exact=match.end() - match.start() == 1)
            position = match.end()
        self._append(text[position:], at + position, at + len(text), exact=True)

    def _append(self, text: str, start: int, end: int, *, exact: bool) -> None:
        if self._last in " \n\t" and text.startswith(" "):
            stripped = text.lstrip(" ")
            start += (len(text) - len(stripped)) if exact else 0
            text = stripped
        if not text:
            return
        last = self.segments[-1] if self.segments else None
        if exact and last and last.exact and last.source_end == start:
            self.segments[-1] = Segment(last.start, last.end + len(text), last.source_start, end, True)
        else:
            self.segments.append(Segment(self.length, self.length + len(text), start, end, exact))
        self.parts.append(text)
        self.length += len(text)
        self._last = text[-1]

    @property
    def text(self) -> str:
        """The reading text so far."""
        return "".join(self.parts)

    def block(
        self, kind: str, path: tuple[str, ...], span: tuple[int, int] | None = None, **more: object
    ) -> Block | None:
        """The finished block, or None where it shows neither words nor marks."""
        text = self.text
        if not text.strip() and not self.marks:
            return None
        low = min((segment.source_start for segment in self.segments), default=self.marks[0][2] if self.marks else 0)
        high = max((segment.source_end for segment in self.segments), default=low)
        start, end = span or (low, max([high, *(mark[3] for mark in self.marks)]))
        return Block(
            kind=kind, path=path, text=text.rstrip(" \n"), segments=tuple(self.segments), start=start, end=end,
            links=tuple(sorted(self.links, key=lambda link: (link.start, link.end))),
            marks=tuple(Mark(position, self.notes.key(index), begin, stop) for position, index, begin, stop in self.marks),
            cells=tuple(self.cells), uncited=tuple(self.uncited), items=tuple(self.items), **more,  # type: ignore[arg-type]
        )  # fmt: skip
