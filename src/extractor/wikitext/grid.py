"""A table's source → captions and rows of cells: where each stands, by line for {| … |} and by tag for <table>."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extractor.wikitext.limits import MAX_COLUMNS, MAX_ROWSPAN
from extractor.wikitext.regions import NOTHING, PIPE, Region

_BAR = f"[|{PIPE}]"
_WIKI = re.compile(
    rf"(?im)^[\x03 \t]*(?:(?P<nested>:*[\x03 \t:]*\{{{_BAR})|(?P<line>{_BAR}[-+}}]?|!))"
    rf"|(?P<next>{_BAR}{{2}}|!!)|<(?P<close>/?)(?P<tag>tr|td|th|caption|table)\b(?P<attributes>[^<>]*)>"
)
_HTML = re.compile(r"(?i)<(?P<close>/?)(?P<tag>tr|td|th|caption|table)\b(?P<attributes>[^<>]*)>")
_SPAN = re.compile(r"(?i)\b(row|col)span\s*=\s*[\"']?\s*(\d{1,9})")
_ONE_BAR, _BAR_OR_BANG = re.compile(_BAR), re.compile(f"{_BAR}|!!")


@dataclass(slots=True)
class Area:
    """A cell or caption: content at [start, end) of the region's mask, how far it spans."""

    start: int
    end: int
    header: bool = False
    rows: int = 1
    columns: int = 1


@dataclass(slots=True)
class Row:
    """A row's cells and its place in the mask."""

    start: int
    end: int
    cells: list[Area] = field(default_factory=list)


class Grid:
    """Reads a table once: `captions`, `rows`, and what stands `loose` between them, which a browser shows before the table."""

    def __init__(self, region: Region, start: int, end: int, most: int) -> None:
        """The table at [start, end) of the region's mask; no more than `most` cells are read, then `cut` is where it stopped."""
        self.captions: list[Area] = []
        self.loose: list[Area] = []
        self.rows: list[Row] = []
        self.cut: int | None = None
        self._region, self._mask, self._end, self._left = region, region.mask, end, most
        self._area: Area | None = None
        self._wiki = not region.mask.startswith("<", start)
        self._bang = False  # the line began with an exclamation mark
        self._line_end = -1  # end of the line in which || parts cells
        self._read(start)

    def __iter__(self) -> Iterator[Area]:
        """Captions, cells and loose stretches in page order."""
        cells = (cell for row in self.rows for cell in row.cells)
        return iter(sorted([*self.loose, *self.captions, *cells], key=lambda area: area.start))

    def _read(self, start: int) -> None:
        mask, pattern = self._mask, _WIKI if self._wiki else _HTML
        at = self._after_line(start) if self._wiki else mask.find(">", start) + 1
        self._between(at)
        while match := pattern.search(mask, at, self._end):
            if self._left < 0:
                self.cut = match.start()
                break
            at = self._event(match)
        self._finish(self._end)
        self.rows = [row for row in self.rows if row.cells]
        self.loose = [area for area in self.loose if self._mask[area.start : area.end].strip(" \t\n" + NOTHING)]

    def _event(self, match: re.Match[str]) -> int:
        """Deal with one mark of table syntax; returns where to go on."""
        found = match.groupdict()
        if found["tag"]:
            return self._html(match)
        if found["next"]:
            if match.start() >= self._line_end or (found["next"] == "!!" and not self._bang):
                return match.end()
            self._finish(match.start())
            return self._cell(match.end(), header=self._bang)
        if found["nested"]:
            return max(match.end(), min(self._end, self._region.tables.get(match.end() - 2, match.end())))
        self._finish(match.start())
        mark = found["line"]
        self._line_end = -1
        if mark.endswith("}"):
            return match.end()
        if mark.endswith("-"):
            self.rows.append(Row(match.start(), match.end()))
            return self._between(self._after_line(match.end()))
        if mark.endswith("+"):
            return self._cell(match.end(), caption=True)
        self._bang = mark == "!"
        stop = self._mask.find("\n", match.end(), self._end)
        self._line_end = stop if stop >= 0 else self._end
        return self._cell(match.end(), header=self._bang)

    def _html(self, match: re.Match[str]) -> int:
        tag, attributes = match["tag"].lower(), match["attributes"]
        if tag == "table":
            return max(match.end(), min(self._end, self._region.tables.get(match.start(), 0)))
        self._finish(match.start())
        if match["close"]:
            return self._between(match.end())
        if tag == "tr":
            self.rows.append(Row(match.start(), match.end()))
        else:
            self._begin(match.end(), attributes, header=tag == "th", caption=tag == "caption")
        return match.end()

    def _between(self, at: int) -> int:
        """What follows stands in no cell."""
        if self._wiki:
            self._area = Area(at, at)
            self.loose.append(self._area)
        return at

    def _after_line(self, at: int) -> int:
        stop = self._mask.find("\n", at, self._end)
        return stop + 1 if stop >= 0 else self._end

    def _cell(self, at: int, *, header: bool = False, caption: bool = False) -> int:
        """A cell begins at `at`; what stands before its first single bar are its attributes."""
        line = self._line_end if self._line_end >= 0 else self._after_line(at)
        bar = (_BAR_OR_BANG if self._bang else _ONE_BAR).search(self._mask, at, line)
        start, attributes = at, ""
        if (
            bar
            and bar.group() != "!!"
            and not _ONE_BAR.match(self._mask, bar.end())
            and self._mask.find("[[", at, bar.start()) < 0
        ):
            start, attributes = bar.end(), self._mask[at : bar.start()]
        self._begin(start, attributes, header=header, caption=caption)
        return start

    def _begin(self, start: int, attributes: str, *, header: bool, caption: bool) -> None:
        self._left -= 1
        spans = {name.lower(): int(number) for name, number in _SPAN.findall(attributes)}
        rows = min(spans.get("row", 1) or MAX_ROWSPAN, MAX_ROWSPAN)
        area = Area(start, start, header, rows, min(max(1, spans.get("col", 1)), MAX_COLUMNS))
        if caption:
            self.captions.append(area)
        else:
            if not self.rows:
                self.rows.append(Row(start, start))
            self.rows[-1].cells.append(area)
        self._area = area

    def _finish(self, end: int) -> None:
        if self._area:
            self._area.end = max(self._area.start, end)
            if self.rows:
                self.rows[-1].end = max(self.rows[-1].end, end)
        self._area = None
