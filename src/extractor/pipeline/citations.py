"""Which references support an event: the first cluster of adjacent marks after its words, within its bounds.

Section 7 of the guidelines (gold/GUIDELINES.md), with how strong the tie is.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.records import Block, Cell, Citation, Mark

# groups of notes that explain ({{efn}} and its kin): such a mark supports what stands in its own sentence, if anything
EXPLAINING = ("lower-alpha ", "upper-alpha ", "lower-roman ", "upper-roman ", "lower-greek ")
ADJACENT = frozenset(" .,;:)\"'”’")


def citations(block: Block, after: int, sentence: tuple[int, int]) -> tuple[Citation, ...]:
    """Citations of an event whose last word ends at `after`; `sentence` is its stretch of the block's text."""
    if not block.cells:
        return _first(block, after, len(block.text), "sentence", sentence, "paragraph")
    cell = next((cell for cell in block.cells if cell.start <= after <= cell.end), None)
    if cell is None:
        return ()
    line_end = block.text.find("\n", after, cell.end)
    line_end = line_end if line_end >= 0 else cell.end
    own = _first(block, after, line_end, "sentence", sentence, "sentence")
    if own or block.kind != "table_row":
        return own
    for later in block.cells:
        if later.start > cell.start:
            for low, high in _lines(block, later):
                found = _first(block, low, high, "row", sentence, "row")
                if found:
                    return found
    return tuple(Citation(key, "heading") for key in block.heading_marks)


def _lines(block: Block, cell: Cell) -> Iterator[tuple[int, int]]:
    """The lines of a cell that are no list items: a mark in an item counts for that item only."""
    start = cell.start
    for line in block.text[cell.start : cell.end].split("\n"):
        if start not in block.items and (line or cell.start == cell.end):  # or a cell that holds nothing but marks
            yield start, start + len(line)
        start += len(line) + 1


def _first(block: Block, low: int, high: int, near: str, sentence: tuple[int, int], far: str) -> tuple[Citation, ...]:
    marks = [
        mark
        for mark in block.marks
        if low <= mark.position <= high and (mark.position <= sentence[1] + 1 or not mark.key.startswith(EXPLAINING))
    ]
    if not marks or any(low <= place <= marks[0].position for place in block.uncited):
        return ()
    cluster = [marks[0]]
    for mark in marks[1:]:
        if not _touch(block, cluster[-1], mark):
            break
        cluster.append(mark)
    strength = near if marks[0].position <= sentence[1] + 1 else far
    return tuple(Citation(key, strength) for key in dict.fromkeys(mark.key for mark in cluster))


def _touch(block: Block, one: Mark, other: Mark) -> bool:
    return all(char in ADJACENT for char in block.text[one.position : other.position])
