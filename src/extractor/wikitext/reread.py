"""Reading an article again after an edit within a line: only the line is read, and the rest moves by what the edit added.

This holds where the line reads by itself as it was read in its place, which is seen by reading the old one alone, and where the edit
left alone all that could reach beyond it: notes, templates, tags, cells, line beginnings. Anything else is read whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

from extractor.records import Article, Block, Finding, Link, Mark, Reference, Revision, Section, Segment
from extractor.wikitext.parse import parse

LINK = re.compile(r"\[\[[^\[\]{}<>]*\]\]")
STRUCTURE = re.compile(r"\{\{|\}\}|\{\||\||<[^<>]*>?|>|=|!!|''+|__|\[|\]|^[:*#;! ]+|^\s+|\s+$|~~~")
LEAD = re.compile(r"[|!*#:;]+[ \t]*")
Placed = TypeVar("Placed", Section, Block, Mark, Reference, Finding)
_SOURCE_START = attrgetter("source_start")
ALONE = frozenset({"paragraph", "list_item", "table_row", "quote"})


@dataclass(frozen=True, slots=True)
class Edit:
    """What an edit did: within the line [start, end) it changed [low, high), which is longer by `by` now."""

    start: int
    end: int
    low: int
    high: int
    by: int

    def begun(self, place: int) -> int:
        """Where something now begins that began at `place`."""
        return place + self.by if place >= self.high else place

    def ended(self, place: int) -> int:
        """Where something now ends that ended at `place`."""
        return place + self.by if place > self.low else place

    def spares(self, start: int, end: int) -> bool:
        """Whether [start, end) is as it was."""
        return end <= self.low or self.high <= start


def reread(before: Article, revision: Revision) -> Article | None:
    """The article of `revision`, made of how an earlier one was read; None where it has to be read whole."""
    old, new = before.revision.text, revision.text
    if old == new:
        return replace(before, revision=revision)
    edit = _edited(old, new)
    lines = old[edit.start : edit.end], new[edit.start : edit.end + edit.by]
    ahead = old[edit.start : edit.low]
    if (
        before.redirect is not None
        or _structure(lines[0]) != _structure(lines[1])
        or ahead.count("{{") != ahead.count("}}")
    ):
        return None
    alone = [_alone(line) for line in lines]
    if alone[0] is None or alone[1] is None:
        return None
    notes = [(item.start, item.end) for item in before.marks]
    notes += [(item.start, item.end) for item in (*before.references, *before.works)]
    if not all(edit.spares(*place) for place in notes):
        return None
    places = ((at, _place(block, edit, alone[0])) for at, block in enumerate(before.blocks))
    at, start = next(((at, start) for at, start in places if start is not None), (-1, None))
    changed = None if start is None else _with_line(before.blocks[at], start, edit, alone[0], alone[1])
    if changed is None:
        return None
    return replace(
        before,
        revision=revision,
        sections=tuple(_moved(section, edit) for section in before.sections),
        blocks=tuple(
            changed if number == at else _moved_block(block, edit) for number, block in enumerate(before.blocks)
        ),
        marks=tuple(_moved_mark(mark, edit) for mark in before.marks),
        references=tuple(_moved(note, edit) for note in before.references),
        works=tuple(_moved(work, edit) for work in before.works),
        findings=tuple(_moved(finding, edit) for finding in before.findings),
    )


def _edited(old: str, new: str) -> Edit:
    """The line, or the cell on a line of cells, in which two texts differ."""
    first = _common(old, new)
    least = min(len(old), len(new)) - first
    last = min(least, _common(old[: -least - 1 : -1], new[: -least - 1 : -1])) if least else 0
    start, end = old.rfind("\n", 0, first) + 1, old.find("\n", len(old) - last)
    end = len(old) if end < 0 else end
    cells = old.rfind("||", start, first), old.find("||", len(old) - last, end)
    start, end = cells[0] + 2 if cells[0] >= 0 else start, cells[1] if cells[1] >= 0 else end
    lead = LEAD.match(old, start, first)
    return Edit(lead.end() if lead else start, end, first, len(old) - last, len(new) - len(old))


def _common(one: str, other: str) -> int:
    """Length of the longest common beginning."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _structure(line: str) -> list[str]:
    """What of a line could matter beyond it, in order; plain links can't."""
    return STRUCTURE.findall(LINK.sub("", line))


def _alone(line: str) -> Article | None:
    """A line read by itself, if it is one run of words."""
    article = parse(Revision("", "", line))
    whole = all(finding.code != "unclosed" for finding in article.findings)
    plain = whole and len(article.blocks) == 1 and article.blocks[0].kind == "paragraph"
    return article if plain and not article.blocks[0].aside else None


def _place(block: Block, edit: Edit, line: Article) -> int | None:
    """Where in a block's text the line stands, if it was read there as it reads alone."""
    alone = line.blocks[0]
    if block.kind not in ALONE or not (block.start <= edit.end and edit.start <= block.end) or not alone.segments:
        return None
    source = edit.start + alone.segments[0].source_start
    at = next((item for item in block.segments if item.source_start <= source < item.source_end), None)
    if at is None:
        return None
    start = at.start + (source - at.source_start if at.exact else 0)
    stop = start + len(alone.text)
    if block.text[start:stop] != alone.text:
        return None
    same = all(
        block.source(start + n, start + n + 1) == _shifted(alone.source(n, n + 1), edit.start)
        for n in range(len(alone.text))
    )
    return start if same else None


def _with_line(block: Block, start: int, edit: Edit, old: Article, new: Article) -> Block | None:
    """The block with the new line in the old one's place; None where the line's links, notes or cells tell against it."""
    was, now = old.blocks[0], new.blocks[0]
    stop, by = start + len(was.text), len(now.text) - len(was.text)
    inside = [mark for mark in block.marks if edit.start <= mark.start < edit.end]
    links = [link for link in block.links if start <= link.start and link.end <= stop]
    doubted = [place + start for place in was.uncited]
    header = any(cell.header and cell.start <= start <= cell.end for cell in block.cells)
    if (
        header
        or links != [_at(link, start) for link in was.links]
        or any(link.start < stop and start < link.end for link in block.links if link not in links)
        or [(mark.position, mark.start, mark.end) for mark in inside]
        != [(mark.position + start, mark.start + edit.start, mark.end + edit.start) for mark in was.marks]
        or [old.revision.text[mark.start : mark.end] for mark in was.marks]
        != [new.revision.text[mark.start : mark.end] for mark in now.marks]
        or not set(doubted) <= set(block.uncited)
        or any(start <= place <= stop for place in block.uncited if place not in doubted)
        or _contents(old) != _contents(new)
    ):
        return None

    def moved(place: int) -> int:
        return place + by if place >= stop else place

    marks = [
        Mark(item.position + start, mark.key, item.start + edit.start, item.end + edit.start)
        for mark, item in zip(inside, now.marks, strict=True)
    ]
    rest = [replace(_moved(mark, edit), position=moved(mark.position)) for mark in block.marks if mark not in inside]
    before, after = _cut(block.segments, start, stop)
    middle = [_segment(item, start, edit.start) for item in _cut(now.segments, len(now.text), len(now.text))[0]]
    return replace(
        block,
        text=block.text[:start] + now.text + block.text[stop:],
        segments=_joined([*before, *middle, *(_segment(item, by, edit.by) for item in after)]),
        start=now.start + edit.start if was.start + edit.start == block.start else block.start,
        end=now.end + edit.start if was.end + edit.start == block.end else edit.ended(block.end),
        links=tuple(
            sorted(
                [*(_at(item, start) for item in now.links)]
                + [replace(item, start=moved(item.start), end=moved(item.end)) for item in block.links if item not in links],
                key=lambda item: (item.start, item.end),
            )
        ),
        marks=tuple(sorted([*marks, *rest], key=lambda mark: mark.start)),
        cells=tuple(replace(cell, start=moved(cell.start) if cell.start > start else cell.start, end=moved(cell.end)) for cell in block.cells),
        uncited=tuple(sorted([place + start for place in now.uncited] + [moved(place) for place in block.uncited if place not in doubted])),
    )  # fmt: skip


def _contents(article: Article) -> list[Reference | Finding]:
    """What notes and works say and what is found amiss, wherever it stands."""
    notes = [replace(item, start=0, end=0) for item in (*article.references, *article.works)]
    return [*notes, *(replace(item, start=0, end=0) for item in article.findings)]


def _cut(segments: tuple[Segment, ...], start: int, stop: int) -> tuple[list[Segment], list[Segment]]:
    """Segments before `start` and from `stop` on; one that is read character by character may be cut."""
    before, after = [], []
    for item in segments:
        if item.start < start:
            end = min(item.end, start)
            before.append(
                replace(item, end=end, source_end=item.source_start + end - item.start) if item.exact else item
            )
        if item.end > stop:
            begin = max(item.start, stop)
            after.append(
                replace(item, start=begin, source_start=item.source_end - (item.end - begin)) if item.exact else item
            )
    return before, after


def _joined(segments: list[Segment]) -> tuple[Segment, ...]:
    """Segments, those that go on from one another as one."""
    out: list[Segment] = []
    for item in segments:
        if (
            out
            and out[-1].exact
            and item.exact
            and (out[-1].end, out[-1].source_end) == (item.start, item.source_start)
        ):
            out[-1] = replace(out[-1], end=item.end, source_end=item.source_end)
        else:
            out.append(item)
    return tuple(out)


def _segment(item: Segment, by: int, source_by: int) -> Segment:
    return Segment(
        item.start + by, item.end + by, item.source_start + source_by, item.source_end + source_by, item.exact
    )


def _shifted(place: tuple[int, int], by: int) -> tuple[int, int]:
    return place[0] + by, place[1] + by


def _at(link: Link, by: int) -> Link:
    return replace(link, start=link.start + by, end=link.end + by)


@cache
def _values(kind: Any) -> tuple[Callable[[object], tuple[Any, ...]], int]:
    """What gives all of a record's values, and which of them is its start; its end comes next. `replace` takes twice as long."""
    names = [field.name for field in fields(kind)]
    return attrgetter(*names), names.index("start")


def _moved(item: Placed, edit: Edit) -> Placed:
    if item.end <= edit.low or not edit.by:
        return item
    make: Callable[..., Placed] = type(item)
    get, at = _values(make)
    values = get(item)
    return make(*values[:at], edit.begun(item.start), edit.ended(item.end), *values[at + 2 :])


def _moved_mark(mark: Mark, edit: Edit) -> Mark:
    if mark.end <= edit.low:
        return mark
    return Mark(mark.position, mark.key, edit.begun(mark.start), edit.ended(mark.end))


def _moved_block(block: Block, edit: Edit) -> Block:
    if block.end <= edit.low or not edit.by:
        return block
    first, by = bisect_left(block.segments, edit.end, key=_SOURCE_START), edit.by
    behind = [
        Segment(item.start, item.end, item.source_start + by, item.source_end + by, item.exact)
        for item in block.segments[first:]
    ]
    get, _ = _values(Block)
    kind, path, text, _, _, _, links, _, *rest = get(block)
    marks = tuple([_moved_mark(mark, edit) for mark in block.marks])
    segments = (*block.segments[:first], *behind)
    return Block(kind, path, text, segments, edit.begun(block.start), edit.ended(block.end), links, marks, *rest)
