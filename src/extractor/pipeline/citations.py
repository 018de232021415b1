"""Which references support an event: the first cluster of adjacent marks after its words, within its bounds.

Section 7 of the guidelines (gold/GUIDELINES.md), with how strong the tie is.
"""

from __future__ import annotations

from extractor.records import Block, Citation, Mark

ADJACENT = frozenset(" .,;:)\"'”’")


def citations(block: Block, after: int, sentence: tuple[int, int]) -> tuple[Citation, ...]:
    """Citations of an event whose last word ends at `after`; `sentence` is its stretch of the block's text."""
    if not block.cells:
        return _first(block, after, len(block.text), "sentence", sentence, "paragraph")
    cell = next((cell for cell in block.cells if cell.start <= after <= cell.end), None)
    if cell is None:
        return ()
    line_end = block.text.find("\n", after, cell.end)
    own = _first(block, after, line_end if line_end >= 0 else cell.end, "sentence", sentence, "sentence")
    if own or block.kind != "table_row":
        return own
    for later in block.cells:
        if later.start > cell.start:
            item = "\n" in block.text[later.start : later.end]
            found = () if item else _first(block, later.start, later.end, "row", sentence, "row")
            if found:
                return found
    return tuple(Citation(key, "heading") for key in block.heading_marks)


def _first(block: Block, low: int, high: int, near: str, sentence: tuple[int, int], far: str) -> tuple[Citation, ...]:
    marks = [mark for mark in block.marks if low <= mark.position <= high]
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
